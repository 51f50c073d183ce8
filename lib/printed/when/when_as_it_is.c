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
   say, but for 2009-10 where that may be two years. */
bool pst_when_as_it_is(struct pst_text cell, unsigned rules, char *when)
{
  const unsigned years = PST_WHEN_SEASONS | PST_WHEN_SPANS | PST_WHEN_DIGIT_SEASONS;
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
