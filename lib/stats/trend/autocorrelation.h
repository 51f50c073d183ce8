/* autocorrelation.h -- how much a series at one time says about the next times.

   pst_autocorrelations: r[k - 1] = sum (y_t - m)(y_(t+k) - m) / sum (y - m)^2 for k = 1..LAGS.
   Given     y      n finite values, one step of time apart
             lags   below n
   Returned  r      LAGS values; all NaN when y is constant
   Status    PST_NO_MEMORY
   Cost      O(n lags), or O(n log n) by a fast Fourier transform where that is less

   pst_autocorrelation: the method: rows for the lags of a series.
   Given     sample   n >= 3 finite pairs in order of time, times one step apart
             test     lags: how many; 0 means 10 log10 n, as R has it
   Returned  r1       the first, std_error 1 / sqrt(n); statistic Q, df = lags and p of Ljung and Box,
                      for all lags together
             r[k]     k = 2..lags, with the same standard error
             Q, lags
   Status    PST_UNDEFINED when n < 3, y is constant, or the times have gaps; PST_USAGE for an exact or
             permutation p; PST_NO_MEMORY
   Cost      that of pst_autocorrelations
   Published Box & Jenkins (1976), Time Series Analysis, 2.1; Ljung & Box (1978), Biometrika 65
   Tested    test_autocorrelation.c, tests/reference (family trend) */
#ifndef PST_STATS_TREND_AUTOCORRELATION_H
#define PST_STATS_TREND_AUTOCORRELATION_H

#include "stats/estimate.h"

enum pst_status pst_autocorrelations(const double *y, size_t n, size_t lags, double *r,
                                     struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_autocorrelation(const struct pst_sample *sample, const struct pst_test *test,
                                    struct pst_estimates *out, struct pst_arena *scratch,
                                    struct pst_error *error);

#endif
