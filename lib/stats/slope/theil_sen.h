/* theil_sen.h -- the Theil-Sen line: the median of the slopes of all pairs.

   pst_theil_sen: slope and intercept of y against time.
   Given     sample  n >= 2 finite pairs; times may be unequal and may repeat
             test    confidence level
   Returned  slope      median over the N pairs with different times of (y_j - y_i) / (x_j - x_i), the
                        mean of the middle two when N is even; interval by Gilbert's interpolation:
                        the ordered slopes at places (N - C)/2 and (N + C)/2 + 1, where C = z sqrt(var
                        S); empty when a place is outside 1..N
             intercept  median(y) - slope * median(x) (Conover)
             pairs      N
             slope-sen  the same slope with Sen's interval: those places rounded, half to even
             intercept-residual  median(y - slope x)
             C          z sqrt(var S), var S with the ties of both variables
   Status    PST_UNDEFINED when n < 2 or all times are equal; PST_NO_MEMORY, see slopes.h
   Cost      that of slopes.h and kendall_count.h: O(n log n); n = 1,000,000 in about 0.7 s
   Published Theil (1950); Sen (1968), JASA 63; Gilbert (1987), Statistical Methods for Environmental
             Pollution Monitoring, 16.5; intercept: Conover (1980)
   Tested    test_theil_sen.c, tests/reference (family trend) */
#ifndef PST_STATS_SLOPE_THEIL_SEN_H
#define PST_STATS_SLOPE_THEIL_SEN_H

#include "stats/estimate.h"

enum pst_status pst_theil_sen(const struct pst_sample *sample, const struct pst_test *test,
                              struct pst_estimates *out, struct pst_arena *scratch,
                              struct pst_error *error);

#endif
