/* when_first.c -- periods that begin with a name: of a month, a quarter or a half of a year. */
#include <string.h>
#include <strings.h>

#include "printed/when/when_parts.h"

/* `H1 2014`, `S2-2014`: a half of a year before it. */
bool pst_when_half_first(struct pst_cursor *c, char *when)
{
  int half = pst_cursor_take(c, "H") || pst_cursor_take(c, "S") ? pst_cursor_number(c, 1) : -1,
      year;

  if (half < 1)
    return false;
  if (!pst_cursor_take(c, "-") && !pst_cursor_take(c, "/"))
    pst_cursor_blanks(c);
  year = pst_cursor_number(c, 4);
  return year > 0 && pst_cursor_done(c) && pst_when_put_part(when, year, 'S', half, 2);
}

/* `Jan 2014`, `Q1 2014`, `Q1-2014`, `Q1/2014`, `1. Quartal 2014`, `1. Halbjahr 2014` */
bool pst_when_named_first(struct pst_cursor *c, char *when)
{
  struct pst_cursor try = *c;
  int quarter = pst_when_quarter_name(&try), month = quarter > 0 ? -1 : pst_when_month_name(c),
      half, year;

  if (quarter > 0)
    *c = try;
  half = month > 0 || quarter > 0 ? -1 : pst_when_half_name(c);
  if (month < 0 && quarter < 0 && half < 0)
    return false;
  if (!pst_cursor_take(c, "-") && !(quarter > 0 && pst_cursor_take(c, "/")))
    pst_when_step_over_of(c);
  year = quarter > 0 ? pst_when_short_or_long(c) : pst_cursor_number(c, 4);
  if (year < 0 || !pst_cursor_done(c))
    return false;
  if (half > 0)
    return pst_when_put_part(when, year, 'S', half, 2);
  return month > 0 ? pst_when_put_month(when, year, month)
                   : pst_when_put_part(when, year, 'Q', quarter, 4);
}

/* --- October or November --- */

static const char listopad[] = "listopad";

static struct pst_text first_word(struct pst_text text)
{
  while (text.size > 0 && !pst_when_is_letter(*text.data))
    text = (struct pst_text){text.data + 1, text.size - 1};
  return text;
}

bool pst_when_is_croatian(struct pst_text text)
{
  static const char *const names[] = {"sije\u010D", "velja\u010D", "o\u017Euj", "travanj",
                                      "travnja",    "svibanj",     "svibnja",   "lipanj",
                                      "lipnja",     "srpanj",      "srpnja",    "kolovoz",
                                      "rujan",      "rujna",       "studen"};

  text = first_word(text);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (text.size >= strlen(names[i]) && strncasecmp(text.data, names[i], strlen(names[i])) == 0)
      return true;
  return false;
}

bool pst_when_is_listopad(struct pst_text text)
{
  text = first_word(text);
  return text.size >= strlen(listopad) && strncasecmp(text.data, listopad, strlen(listopad)) == 0;
}

void pst_when_as_croatian(struct pst_text text, char when[PST_WHEN_SIZE])
{
  if (pst_when_is_listopad(text) && strlen(when) >= 7 && memcmp(when + 4, "-11", 3) == 0)
    memcpy(when + 4, "-10", 3);
}
