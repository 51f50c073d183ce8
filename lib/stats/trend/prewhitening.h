/* prewhitening.h -- Mann-Kendall on a series from which the dependence on the year before is taken.

   Given     sample  in order of time, one step apart
             test    alternative; continuity, on by default
   Returned  tau-b   of the n - 1 values that are left, with z and p; n counts those
             S, var_S, tau-a, z of them; r1 that was taken; slope: their Sen slope, a unit of x
   pst_prewhitening: y_t - r1 y_(t-1), r1 of the series as it is.  A trend is part of r1, so this test has
             little power against one
   pst_trend_free_prewhitening: the Sen slope is taken off first, r1 is that of the rest, and the slope put
             back after: y'_t = e_t - r1 e_(t-1) + slope t.  It keeps the power, and rejects too often in
             short series
   Status    PST_UNDEFINED when n < 2, time or y is constant; PST_USAGE for an exact or permutation p;
             PST_NO_MEMORY.  With gaps or fewer than 4 values the test is empty, with a note
   Cost      O(n log n), and the Sen slope (slopes.h) twice
   Published Kulkarni & von Storch (1995), Meteorologische Zeitschrift 4; Yue, Pilon, Phinney & Cavadias (2002),
             Hydrological Processes 16, 1807-1829
   Tested    test_prewhitening.c, tests/reference (family trend) */
#ifndef PST_STATS_TREND_PREWHITENING_H
#define PST_STATS_TREND_PREWHITENING_H

#include "stats/estimate.h"

enum pst_status pst_prewhitening(const struct pst_sample *sample, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_arena *scratch,
                                 struct pst_error *error);

enum pst_status pst_trend_free_prewhitening(const struct pst_sample *sample,
                                            const struct pst_test *test, struct pst_estimates *out,
                                            struct pst_arena *scratch, struct pst_error *error);

#endif
