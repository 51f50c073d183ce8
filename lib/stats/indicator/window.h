/* window.h -- moving averages and sums over times of the calendar.

   pst_moving_window: the mean or the sum of a series over the WIDTH times that end at t (trailing), or stand
   around t (centred; for an even width the times t - width/2 and t + width/2 count half, the 2 x m
   average).
   Given     cell    n cells
             window  width at least 1; AT_LEAST: 0 leaves a gap wherever a time is absent or empty, else
                     the mean (or sum) of what is known where at least so many are; centred even windows
                     know no such mean
   Returned  out     n values
   Status    PST_USAGE for a width of 0, or AT_LEAST with a centred even width
   Bounds    sharp
   Cost      O(n width log n)
   Tested    test_indicator_bounds.c, test_indicator_kinds.c; tests/reference (indicator_moving) */
#ifndef PST_STATS_INDICATOR_WINDOW_H
#define PST_STATS_INDICATOR_WINDOW_H

#include "stats/indicator/cell.h"
#include "stats/indicator/panel.h"

struct pst_moving_window {
  size_t width;
  bool trailing;
  bool sum;
  size_t at_least;
};

enum pst_status pst_moving_window(const struct pst_panel_index *index,
                                  const struct pst_bounds *cell,
                                  const struct pst_moving_window *window, struct pst_row_value *out,
                                  struct pst_error *error);

#endif
