/* slope_order.h -- points in the order of what a line of a given slope leaves of them.

   Two points a, b with x_a < x_b are exchanged in the order of y - s x, against their order by x,
   exactly when the slope between them is below s: counting slopes is counting inversions.

   pst_slope_order: the places of the points, in the order of y - (s + half) x with the cut of s from
   slope_exact.h, so that the inverted pairs are those whose slope rounds to S or less.  Points of
   equal x are never exchanged.
   Given     points  sorted by x, then y; n <= 2^32
             s       finite, or infinite for the order by x and its reverse
             keys    room for 2n numbers; spare for n
   Returned  order   n places; exact: what rounding cannot tell apart is compared without rounding
   Cost      O(n log n) time at most; n = 1,000,000 in 0.05 s
   Tested    tests/unit/test_slopes.c, by way of slopes.h */
#ifndef PST_STATS_SLOPE_SLOPE_ORDER_H
#define PST_STATS_SLOPE_SLOPE_ORDER_H

#include <stddef.h>
#include <stdint.h>

#include "stats/sort.h"

struct pst_slope_points {
  size_t n;
  const struct pst_pair *at;
  double x_most; /* the largest |x|, |y| */
  double y_most;
};

void pst_slope_order(const struct pst_slope_points *points, double s, uint32_t *order,
                     uint64_t *keys, uint32_t *spare);

#endif
