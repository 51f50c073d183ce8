/* mann_kendall.h -- the Mann-Kendall test for a monotone trend: Kendall's S of y against time.

   pst_mann_kendall: does y tend to rise (or fall) with time?
   Given     sample  x times, y values, n >= 2, finite; equal times are pairs that say nothing, and
                     the variance then is the one with ties in both variables
             test    alternative ("greater": rising); kind of p-value; continuity, on by default when it
                     is asymptotic
   Returned  tau-b   estimate, statistic z (empty unless p is asymptotic), p
             S, var_S, tau-a, z
             r1      lag-1 autocorrelation, from row to row, of y less its Sen slope; a note on tau-b where it
                     is beyond 1.96 / sqrt(n), for then p is not to be trusted
   Status    PST_UNDEFINED when n < 2, or time or y is constant; PST_USAGE, see kendall_p.h;
             PST_NO_MEMORY
   Cost      O(n log n), and the median of the slopes (slopes.h)
   Published Mann (1945), Econometrica 13; Kendall (1970) for ties; z = (S - sign S) / sqrt(var S)
   Tested    test_mann_kendall.c, tests/reference (family trend) */
#ifndef PST_STATS_TREND_MANN_KENDALL_H
#define PST_STATS_TREND_MANN_KENDALL_H

#include "stats/estimate.h"

enum pst_status pst_mann_kendall(const struct pst_sample *sample, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_arena *scratch,
                                 struct pst_error *error);

#endif
