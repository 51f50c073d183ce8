/* siegel.h -- Siegel's line: the median of the medians of each point's slopes.

   pst_siegel: slope and intercept of y against time by repeated medians.
   Given     sample  n >= 2 finite pairs; times may be unequal and may repeat
   Returned  slope      the median over i of the median over j of (y_j - y_i) / (x_j - x_i), x_j != x_i;
                        the mean of the middle two for an even number.  A pair's slope is the quotient
                        of the exact differences, rounded once (slope_exact.h)
             intercept  median(y - slope x), the hierarchical one
             intercept-separate  the median over i of the median over j of the intercepts of the pairs,
                        (y_i x_j - y_j x_i) / (x_j - x_i)
             No interval and no test: none is exact, and the bootstrap is not Siegel's
   Status    PST_UNDEFINED when n < 2, all times are equal, or the slope is beyond the range of
             doubles; PST_USAGE for an exact or a permutation p; PST_NO_MEMORY
   Cost      O(n^2) time, on test->threads threads, O(n) memory a thread; n = 10,000 takes about 5 s
             on one
   Published Siegel (1982), Biometrika 69, 242-244
   Tested    test_siegel.c against sorting, tests/reference (family trend) */
#ifndef PST_STATS_SLOPE_SIEGEL_H
#define PST_STATS_SLOPE_SIEGEL_H

#include "stats/estimate.h"

enum pst_status pst_siegel(const struct pst_sample *sample, const struct pst_test *test,
                           struct pst_estimates *out, struct pst_arena *scratch,
                           struct pst_error *error);

#endif
