/* rank_biserial.h -- the interval of the rank-biserial correlation of paired differences.

   pst_rank_biserial_limits
   Given     d, n, tolerance   n differences that are not 0, ascending; sums within TOLERANCE of 0 are 0
             level             in (0, 1)
   Returned  low, high   NaN where all differences have one sign, or for fewer than 3
   Cost      O(n log n)
   Method    r is the sum over i <= j of the sign of d_i + d_j, over n (n + 1)/2.  Its standard error is that of the
             jackknife; the interval has the form that stays within -1 and 1, by t with n - 1 degrees of freedom.
             Simulated coverage .94 to .98 for 10 to 40 pairs, r of 0 to .74
   Published Kerby (2014), Comprehensive Psychology 3 (r); Feng & Cliff (2004), J. Modern Applied Statistical
             Methods 3 (the form); Miller (1974), Biometrika 61 (the jackknife)
   Tested    test_paired.c, by way of pst_signed_rank */
#ifndef PST_STATS_PAIRED_RANK_BISERIAL_H
#define PST_STATS_PAIRED_RANK_BISERIAL_H

#include <stddef.h>

void pst_rank_biserial_limits(const double *d, size_t n, double tolerance, double level,
                              double *low, double *high);

#endif
