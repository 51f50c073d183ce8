/* deviations.h -- one variable about its mean: what a line or a correlation needs of each of its two.

   pst_deviations_of: the mean, the scale and the sum of squares of X[0..n).
   Given     x     n >= 1 finite values
             room  2 pst_lanes_room(n) doubles for the deviations themselves, which many pairs share; NULL:
                   they are made anew where they are needed
   Returned  out   mean with 32 digits; scale, the power of two that brings the largest deviation near 1;
                   squares of the scaled deviations, 32 digits; high, low (NULL without room): each
                   (x - mean) * scale in two doubles.  X and ROOM must outlive it
   Cost      O(n), three passes

   pst_deviations_product: the sum of products of the deviations of two variables.
   Given     a, b  of n values each, paired by place
   Cost      O(n); less where both have their deviations
   Tested    test_deviations.c, test_pearson.c, test_ols.c */
#ifndef PST_STATS_VARIABLE_DEVIATIONS_H
#define PST_STATS_VARIABLE_DEVIATIONS_H

#include <stddef.h>

#include "stats/sum.h"

struct pst_deviations {
  size_t n;
  const double *x;
  struct pst_sum mean;
  double scale;
  struct pst_sum squares;
  const double *high;
  const double *low;
};

void pst_deviations_of(const double *x, size_t n, double *room, struct pst_deviations *out);

struct pst_sum pst_deviations_product(const struct pst_deviations *a,
                                      const struct pst_deviations *b);

#endif
