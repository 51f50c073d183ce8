/* hamed_rao.h -- Mann-Kendall where years depend on each other: the variance of S corrected.

   Given     sample  in order of time, one step apart
             test    alternative; continuity, on by default; lags: those beyond are left alone (0: none)
   Returned  tau-b   z and p from the corrected variance
             S, var_S (corrected), tau-a, z, r1 (of the series less its Sen slope), factor: var_S over that of
             independent values
   pst_hamed_rao: factor 1 + 2 / (n (n - 1)(n - 2)) sum over k of (n - k)(n - k - 1)(n - k - 2) rho_k, rho_k
             the autocorrelation of the ranks of the series less its Sen slope, those with
             |rho_k| > 1.96 / sqrt(n) only
   pst_yue_wang: factor 1 + 2 (1 - 1/n) r1, r1 of the series less its Sen slope.  With all lags the sum of
             the sample's autocorrelations is always -1/2, so the first alone is taken
   pst_yue_wang_ar1: factor 1 + 2 sum over k of (1 - k/n) r1^k, what a first-order process would have
   Status    PST_UNDEFINED when n < 2, time or y is constant; PST_USAGE for an exact or permutation p;
             PST_NO_MEMORY.  With gaps, fewer than 4 values, or a factor that is not positive the test is
             empty, with a note
   Cost      O(n log n) and the Sen slope (slopes.h)
   Published Hamed & Rao (1998), J. Hydrology 204, 182-196; Yue & Wang (2004), Water Resources Management
             18, 201-218
   Tested    test_hamed_rao.c, tests/reference (family trend) */
#ifndef PST_STATS_TREND_HAMED_RAO_H
#define PST_STATS_TREND_HAMED_RAO_H

#include "stats/estimate.h"

enum pst_status pst_hamed_rao(const struct pst_sample *sample, const struct pst_test *test,
                              struct pst_estimates *out, struct pst_arena *scratch,
                              struct pst_error *error);

enum pst_status pst_yue_wang(const struct pst_sample *sample, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error);

enum pst_status pst_yue_wang_ar1(const struct pst_sample *sample, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_arena *scratch,
                                 struct pst_error *error);

#endif
