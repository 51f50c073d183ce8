/* blanks.c -- whether a text sets thousands apart by plain blanks: 62 145 inhabitants.

   "12 345" may be two numbers.  It is one where the whole text speaks for it: two such numbers stand in it, or one of a
   million and more (1 234 567); none has a comma there; and no number of five digits or more is written without. */
#include <string.h>

#include "paper/parts.h"

static bool is_digit(struct pst_text text, size_t at)
{
  return at < text.size && text.data[at] >= '0' && text.data[at] <= '9';
}

static bool is_one_of(struct pst_text text, size_t at, const char *marks)
{
  return at < text.size && memchr(marks, text.data[at], strlen(marks)) != NULL;
}

static size_t skip_digits(struct pst_text text, size_t at)
{
  while (is_digit(text, at))
    at++;
  return at;
}

/* Behind END the number is over, and no other one follows. */
static bool is_over(struct pst_text text, size_t end)
{
  if (is_one_of(text, end, " -/:,.") && is_digit(text, end + 1))
    return text.data[end] == '.'; /* 62 145.5 */
  return end >= text.size || is_one_of(text, end, " .,;:)]%\n\r");
}

/* Nothing before AT that a number could be part of, or the second number of. */
static bool begins(struct pst_text text, size_t at)
{
  return text.data[at] != '0'
         && (at == 0 || is_one_of(text, at - 1, "\n\r($")
             || (unsigned char)text.data[at - 1] >= 0x80
             || (text.data[at - 1] == ' ' && (at < 2 || !is_digit(text, at - 2))));
}

size_t pst_paper_blank_groups(struct pst_text text, size_t at)
{
  size_t end = skip_digits(text, at), groups = 0;

  if (end == at || end - at > 3 || !begins(text, at))
    return 0;
  while (is_one_of(text, end, " ") && skip_digits(text, end + 1) == end + 4) {
    end += 4;
    groups++;
  }
  return is_over(text, end) ? groups : 0;
}

bool pst_paper_has_blank_groups(struct pst_text text)
{
  size_t seen = 0;

  for (size_t i = 0; i < text.size; i++) {
    const size_t end = skip_digits(text, i);
    size_t groups;

    if (end == i)
      continue;
    if (end - i >= 5 && (i == 0 || text.data[i - 1] != '.'))
      return false;
    if (end - i <= 3 && is_one_of(text, end, ",") && skip_digits(text, end + 1) == end + 4)
      return false;
    groups = pst_paper_blank_groups(text, i);
    seen += groups > 1 ? 2 : groups;
    i = groups > 0 ? end + 4 * groups : end;
  }
  return seen >= 2;
}
