/* turnbull.h -- the distribution of values that are known within bounds, as far as the bounds tell it.

   pst_turnbull_median: the median of the distribution that makes the bounds most likely.
   Given     low, high  n >= 1 bounds each, low <= high, ends may be infinite; taken as closed
   Returned  the median: where half of the mass is passed between two places their middle, within a place that is
             an interval its middle; infinite or NaN where the bounds leave it open
   Status    PST_NO_MEMORY
   Cost      O(n m) a step for m places, at most 5,000 steps
   Published Turnbull (1976), J. Royal Statistical Society B 38
   Tested    test_bounded_trend.c: without bounds the median, and by hand */
#ifndef PST_STATS_BOUNDED_TURNBULL_H
#define PST_STATS_BOUNDED_TURNBULL_H

#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

enum pst_status pst_turnbull_median(const double *low, const double *high, size_t n, double *median,
                                    struct pst_arena *scratch, struct pst_error *error);

#endif
