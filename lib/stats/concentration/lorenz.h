/* lorenz.h -- the Lorenz curve: the share of the whole that the smallest parts have together.

   pst_lorenz: its n + 1 points, from (0, 0) to (1, 1).
   Given     parts  n values in ascending order, none below 0, their total above 0
             p      in [0, 1], else NaN
   Returned  curve  curve[k] the share of the k smallest, at k / n of the parts
   pst_lorenz_at: the curve at the fraction P of the parts, in a straight line between points.
   Cost      O(n); of a point O(1)
   Published Lorenz (1905)
   Tested    test_concentration.c; tests/reference (family concentration) */
#ifndef PST_STATS_CONCENTRATION_LORENZ_H
#define PST_STATS_CONCENTRATION_LORENZ_H

#include "stats/concentration/amounts.h"

void pst_lorenz(const struct pst_amounts *parts, double *curve);
double pst_lorenz_at(const double *curve, size_t n, double p);

#endif
