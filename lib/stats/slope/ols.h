/* ols.h -- simple least squares of y on time, and its logarithmic form, the growth rate.

   pst_ols: y = intercept + slope x.
   Given     sample  n >= 2 finite pairs, x not all equal; in time order for durbin-watson
             test    alternative for the slope; confidence level
   Returned  slope           std_error, interval, statistic t, df = n - 2, p
             intercept       the same, its p always two-sided
             r2, adj_r2      1 - RSS/TSS; empty when y is constant
             sigma           sqrt(RSS / (n - 2))
             rss
             F               the F of the slope as statistic too, with df = n - 2 and p
             durbin-watson   sum (e_i - e_(i-1))^2 / sum e_i^2 in the order of the rows
             r1              sum e_i e_(i-1) / sum e_i^2; a note on the slope where it is beyond 1.96 / sqrt(n),
                             for then p is not to be trusted
             A perfect fit (residuals within the rounding of the data; always for n = 2) has
             standard error 0 and leaves t, F, durbin-watson and p empty with a note
   Status    PST_UNDEFINED when n < 2 or x is constant; PST_USAGE for an exact or permutation p;
             PST_NO_MEMORY
   Cost      O(n)
   Published Draper & Smith (1998), Applied Regression Analysis, 1; durbin-watson: Durbin & Watson (1950),
             Biometrika 37
   Tested    NIST StRD Norris and Pontius, test_ols.c, tests/reference (family trend)

   pst_loglinear: ln y = intercept + slope x, reported as the growth rate a unit of x.
   Returned  growth    exp(slope) - 1, interval exp(slope interval) - 1; t, df, p of the slope
             slope, intercept, r1   of ln y, as pst_ols
   Status    also PST_UNDEFINED when a value is <= 0; PST_NO_MEMORY */
#ifndef PST_STATS_SLOPE_OLS_H
#define PST_STATS_SLOPE_OLS_H

#include "stats/estimate.h"

enum pst_status pst_ols(const struct pst_sample *sample, const struct pst_test *test,
                        struct pst_estimates *out, struct pst_arena *scratch,
                        struct pst_error *error);

enum pst_status pst_loglinear(const struct pst_sample *sample, const struct pst_test *test,
                              struct pst_estimates *out, struct pst_arena *scratch,
                              struct pst_error *error);

#endif
