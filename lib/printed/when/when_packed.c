/* when_packed.c -- years that begin in one calendar year and end in the next, without a mark between: 200910, 0910. */
#include "printed/when/when_parts.h"

enum { LONG = 6, SHORT = 4, PACKED_LEAST = 1500, PACKED_MOST = 2199, LAST_YEAR = 2100 };

/* The first of the two years of CELL: 2009 of 200910 and of 0910; -1. */
static int first_year(struct pst_text cell)
{
  struct pst_cursor c = {cell.data, cell.data + cell.size};
  int n = cell.size == LONG    ? pst_cursor_number(&c, LONG)
          : cell.size == SHORT ? pst_cursor_number(&c, SHORT)
                               : -1,
      year = n / 100;

  if (n < 0)
    return -1;
  if (cell.size == SHORT)
    year = pst_when_long_year(year);
  return year >= PACKED_LEAST && year <= PACKED_MOST && pst_when_next_year(year, n % 100) ? year
                                                                                          : -1;
}

bool pst_when_packed(struct pst_text cell, char *when)
{
  int year = first_year(cell);

  return year > 0 && pst_when_put_years(when, year, year + 1);
}

/* 201415 is no month, nor the mean of a year; 2122 and 0910 are no years that have numbers. */
static bool proves(struct pst_text cell, int year)
{
  struct pst_cursor c = {cell.data, cell.data + cell.size};
  int n = pst_cursor_number(&c, SHORT);

  return cell.size == LONG ? (year + 1) % 100 > 13 : n < PST_WHEN_YEAR_LEAST || n > LAST_YEAR;
}

void pst_when_see_packed(struct pst_when_packed *seen, struct pst_text cell)
{
  int year = first_year(cell);

  if (year < 0 || (seen->size > 0 && seen->size != cell.size)) {
    seen->none++;
    return;
  }
  seen->different += seen->size == 0 || year < seen->least || year > seen->most;
  seen->least = seen->size == 0 || year < seen->least ? year : seen->least;
  seen->most = seen->size == 0 || year > seen->most ? year : seen->most;
  seen->size = cell.size;
  seen->proofs += proves(cell, year);
}

bool pst_when_are_packed(const struct pst_when_packed *seen)
{
  if (seen->none > 0 || seen->size == 0)
    return false;
  return seen->size == LONG ? seen->proofs > 0 || seen->different > 1
                            : seen->different > (seen->proofs > 0 ? 1 : 2);
}
