/* lagged.h -- the correlation of x some steps before, or after, y.

   pst_lagged: a pst_pair_kernel: for each lag k from -L to L the correlation of x at t - k with y at t: k above 0, x
   goes before.
   Given     sample  pairs in order of beside->order, their times; L is test->lags, 0 for floor(10 log10(n / 2)), at most
                     n / 4
   Returned  rows lag-L ... lagL, the one with the largest |r| as the main row "lag" (estimate k); of each r: Bartlett's
             standard error, which allows for the autocorrelation of both series, z = r / SE, p, interval r +- q SE
   Status    PST_UNDEFINED for fewer than 8 rows, several values of one time, unequal steps, a constant series;
             PST_USAGE for an exact or a permutation p; PST_NO_MEMORY
   Cost      O(n L)
   Method    r_k = sum (x_(t-k) - mx)(y_t - my) / (n sx sy), means and deviations of the whole series (n). SE^2 = (1 + 2 sum
             r_x(j) r_y(j) (1 - j / n)) / (n - |k|), j up to n / 4, at least 1 / (n - |k|)
   Note      the largest of 2 L + 1 correlations is large by chance: its p is Bonferroni's
   Published Bartlett (1935), JRSS 98; Box, Jenkins & Reinsel (2008), Time Series Analysis, 12
   Tested    test_association.c: R's ccf */
#ifndef PST_STATS_CORRELATION_LAGGED_H
#define PST_STATS_CORRELATION_LAGGED_H

#include "stats/estimate.h"

pst_pair_kernel pst_lagged;

#endif
