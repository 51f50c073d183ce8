/* slope.c -- the library from C: the Theil-Sen slope of a series, with its interval.

     cc slope.c $(pkg-config --cflags --libs polstat) -o slope && ./slope */
#include <stdio.h>

#include "stats/slope/theil_sen.h"

int main(void)
{
  static const double year[] = {2000, 2001, 2003, 2004, 2006, 2007, 2009, 2010};
  static const double aid[] = {13.5, 9.8, 8.9, 8.9, 11.1, 7.7, 9.5, 11.1};
  const struct pst_sample sample = {.n = 8, .x = year, .y = aid};
  const struct pst_test test = {.conf_level = 0.95};
  struct pst_arena notes = PST_ARENA_EMPTY, scratch = PST_ARENA_EMPTY;
  struct pst_estimates rows = {.arena = &notes};
  struct pst_error error = {.status = PST_OK};
  const struct pst_estimate *row;

  if (pst_theil_sen(&sample, &test, &rows, &scratch, &error) != PST_OK) {
    fprintf(stderr, "slope: %s\n", error.message);
    return 1;
  }
  row = pst_estimates_find(&rows, "theil-sen", "slope");
  printf("%s %s %.4g [%.4g, %.4g]\n", row->method, row->term, row->estimate, row->conf_low,
         row->conf_high);
  pst_estimates_free(&rows);
  pst_arena_free(&notes);
  pst_arena_free(&scratch);
  return 0;
}
