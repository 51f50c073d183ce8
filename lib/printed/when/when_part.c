/* when_part.c -- parts of a year that stands elsewhere. */
#include <stdio.h>

#include "printed/plain.h"
#include "printed/when/when_parts.h"

static bool put(char letter, int n, int most, char part[16])
{
  if (n < 1 || n > most + (letter != 'M' || most == 12))
    return false;
  part[0] = '\0';
  if (n <= most && letter == 'M')
    snprintf(part, 16, "-%02d", n);
  else if (n <= most)
    snprintf(part, 16, "-%c%d", letter, n);
  return true;
}

/* `M01`, `Q04`, `S02`, as the Bureau of Labor Statistics writes; one more than there are is the mean
   of the year.  Bare numbers where KIND says what they are. */
static bool numbered(struct pst_cursor c, char kind, char part[16])
{
  char letter = pst_cursor_done(&c) ? '\0' : *c.at;
  int n;

  if (letter == 'M' || letter == 'Q' || letter == 'S' || letter == 'A') {
    c.at++;
    n = pst_cursor_number(&c, 2);
    if (!pst_cursor_done(&c))
      return false;
    part[0] = '\0';
    return letter == 'A' ? n == 1
                         : put(letter, n,
                               letter == 'M'   ? 12
                               : letter == 'Q' ? 4
                                               : 2,
                               part);
  }
  if (kind == '\0')
    return false;
  if (kind == 'R')
    return (n = pst_when_roman(&c)) > 0 && n <= 4 && pst_cursor_done(&c) && put('Q', n, 4, part);
  n = pst_when_roman(&c);
  n = n > 0 ? n : pst_cursor_small(&c);
  return n > 0 && pst_cursor_done(&c) && n <= (kind == 'M' ? 12 : 4)
         && put(kind, n, kind == 'M' ? 12 : 4, part);
}

/* `HALF1` of the Bureau of Labor Statistics, `H2` */
static bool half(struct pst_cursor c, char part[16])
{
  int n = pst_cursor_take(&c, "HALF") || pst_cursor_take(&c, "H") ? pst_cursor_number(&c, 1) : -1;

  return pst_cursor_done(&c) && put('S', n, 2, part) && part[0] != '\0';
}

bool pst_when_part(struct pst_text cell, char kind, char part[16])
{
  char buffer[PST_PLAIN_SIZE];
  struct pst_text text = pst_plain(cell, buffer);
  struct pst_cursor c;
  int n;

  if (text.data == NULL)
    return false;
  c = (struct pst_cursor){text.data, text.data + text.size};
  if (numbered(c, kind, part) || half(c, part))
    return true;
  n = pst_when_month_name(&c);
  if (n > 0 && pst_cursor_done(&c)) {
    snprintf(part, 16, "-%02d", n);
    return true;
  }
  c = (struct pst_cursor){text.data, text.data + text.size};
  n = pst_when_quarter_name(&c);
  if (n > 0 && pst_cursor_done(&c))
    snprintf(part, 16, "-Q%d", n);
  return n > 0 && pst_cursor_done(&c);
}
