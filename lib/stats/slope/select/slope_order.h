/* slope_order.h -- points in the order of what a line of a given slope leaves of them.

   Two points a, b with x_a < x_b are exchanged in the order of y - s x, against their order by x,
   exactly when the slope between them is below s: counting slopes is counting inversions.

   pst_slope_order: the places of the points, in the order of y - (s + half) x with the cut of s from
   slope_exact.h, so that the inverted pairs are those whose slope rounds to S or less.  Points of
   equal x are never exchanged.
   Given     points  sorted by x, then y; n <= 2^32
             s       finite, or infinite for the order by x and its reverse
             room    and the threads that may share the work
   Returned  order   n places; exact: what rounding cannot tell apart is compared without rounding
   Cost      O(n log n) time at most; n = 1,000,000 in 0.02 s
   Tested    test_slopes.c, by way of slopes.h */
#ifndef PST_STATS_SLOPE_SELECT_SLOPE_ORDER_H
#define PST_STATS_SLOPE_SELECT_SLOPE_ORDER_H

#include <stddef.h>
#include <stdint.h>

#include "stats/sort.h"

struct pst_slope_points {
  size_t n;
  const struct pst_pair
      *at; /* NULL: the points are (x - x_offset, y - y_offset), without rounding */
  const double *x;
  const double *y;
  double x_offset;
  double y_offset;
  double x_most; /* the largest |x|, |y| */
  double y_most;
};

/* pst_slope_point: the point at place I.
   Given     i  below n
   Returned  its x and y, as they are compared
   Cost      O(1)
   Tested    test_slopes.c, by way of slopes.h */
static inline struct pst_pair pst_slope_point(const struct pst_slope_points *points, size_t i)
{
  if (points->at != NULL)
    return points->at[i];
  return (struct pst_pair){.x = points->x[i] - points->x_offset,
                           .y = points->y[i] - points->y_offset};
}

struct pst_slope_room {
  uint64_t *words, *spare; /* n each */
  size_t threads;
};

void pst_slope_order(const struct pst_slope_points *points, double s, uint32_t *order,
                     const struct pst_slope_room *room);

#endif
