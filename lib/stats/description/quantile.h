/* quantile.h -- sample quantiles, the nine definitions of Hyndman and Fan.

   pst_quantile: the quantile at probability P of SORTED[0..n).
   Given     sorted  ascending, n >= 1
             p       in [0, 1]
             type    1-9 as in R's quantile(): 7 is the default of R, GSL and numpy, 6 of Minitab
                     and SPSS, 2 of SAS, 8 the least biased for the median
   Returned  the quantile; NaN when n = 0, p is outside [0, 1] or the type does not exist
   Cost      O(1)
   Published Hyndman & Fan (1996), American Statistician 50.  n p is rounded to a whole number when
             it is within 4 units in its last place, as R does
   Tested    test_quantile.c, tests/reference (family descriptive) */
#ifndef PST_STATS_DESCRIPTION_QUANTILE_H
#define PST_STATS_DESCRIPTION_QUANTILE_H

#include <stddef.h>

double pst_quantile(const double *sorted, size_t n, double p, int type);

/* pst_median_sorted: the middle value, or the mean of the two in the middle; NaN when n = 0. */
double pst_median_sorted(const double *sorted, size_t n);

#endif
