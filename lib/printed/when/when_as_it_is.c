/* when_as_it_is.c -- periods that stand in a cell as polstat writes them. */
#include <string.h>

#include "printed/when/when.h"
#include "printed/when/when_parts.h"

/* `1994`: most periods, and read() would say the same. */
bool pst_when_bare_year(struct pst_text text, char *when)
{
  struct pst_cursor c = {text.data, text.data + text.size};

  return text.size == 4 && pst_when_put_year(when, pst_cursor_number(&c, 4));
}

/* A number from 01 to MOST. */
static bool is_two_digits(const char *at, int most)
{
  const int tens = at[0] - '0', ones = at[1] - '0', number = 10 * tens + ones;

  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 && number >= 1 && number <= most;
}

/* 2015-03, 2015-Q1 and 2015-03-28, which most cells of agencies' tables are: as they stand, whatever else the rules
   say, but for 2009-10 where that may be two years, or a week. */
bool pst_when_as_it_is(struct pst_text cell, unsigned rules, char *when)
{
  const unsigned years =
      PST_WHEN_SEASONS | PST_WHEN_SPANS | PST_WHEN_DIGIT_SEASONS | PST_WHEN_WEEKS;
  char year[PST_WHEN_SIZE];

  if ((cell.size != 7 && cell.size != 10) || cell.data[4] != '-'
      || !pst_when_bare_year((struct pst_text){cell.data, 4}, year))
    return false;
  if (cell.size == 7 && cell.data[5] == 'Q') {
    if (cell.data[6] < '1' || cell.data[6] > '4')
      return false;
  } else if ((cell.size == 7 && (rules & years)) || !is_two_digits(cell.data + 5, 12)) {
    return false;
  }
  if (cell.size == 10 && (cell.data[7] != '-' || !is_two_digits(cell.data + 8, 28)))
    return false;
  memcpy(when, cell.data, cell.size);
  when[cell.size] = '\0';
  return true;
}

/* 201313 is the mean of 2013, as the BLS numbers it. */
bool pst_when_is_count(struct pst_text cell)
{
  bool whole = cell.size == 4 || cell.size == 6 || cell.size == 8;
  size_t at = 0;

  while (at < cell.size && cell.data[at] >= '0' && cell.data[at] <= '9')
    at++;
  if (at == 0 || at < cell.size)
    return false;
  return !whole || (*cell.data != '1' && *cell.data != '2')
         || (cell.size == 6 && !is_two_digits(cell.data + 4, 13));
}

/* `45.32`, `-0.7`, `8879.24`, `35883.18`: most cells of a table are such, and no period begins with other than the four
   digits of a year, has one dot and only digits behind it, but a month before its year. */
bool pst_when_is_decimal(struct pst_text text, unsigned rules)
{
  size_t at = text.size > 0 && (*text.data == '-' || *text.data == '+'), first = at;

  while (at < text.size && text.data[at] >= '0' && text.data[at] <= '9')
    at++;
  if (at == first || at == text.size || text.data[at] != '.' || (rules & PST_WHEN_MONTH_DOTS)
      || (at - first == 4 && (text.data[first] == '1' || text.data[first] == '2')))
    return false;
  for (first = ++at; at < text.size && text.data[at] >= '0' && text.data[at] <= '9';)
    at++;
  return at == text.size && at > first;
}

/* `P0000416`: a key of letters and then seven digits and more, of which no notation takes so many. */
bool pst_when_is_key(struct pst_text text)
{
  size_t at = 0, letters;

  while (at < text.size && (text.data[at] | 0x20) >= 'a' && (text.data[at] | 0x20) <= 'z')
    at++;
  for (letters = at; at < text.size && text.data[at] >= '0' && text.data[at] <= '9';)
    at++;
  return letters > 0 && at == text.size && at - letters >= 7;
}
