/* seasonal.h -- trends of a series in parts: month with month, or each series of a region for itself.

   Given     sample  in order of time; BESIDE->parts; at most one value of a part at a time
             test    alternative; continuity; confidence level
   pst_seasonal_mann_kendall: S and var S summed over the parts, which are taken for independent.
   pst_correlated_seasonal_mann_kendall: var S with the covariances of the parts (parts.h), where what
             happens in one month or place happens in the others too; continuity off by default.
   pst_regional_mann_kendall, pst_multivariate_mann_kendall: the same two of the series of a region.
   Returned  tau-a   sum S / sum n_g (n_g - 1) / 2; z and p (continuity is on by default for independent parts)
             S, var_S, z, parts
             heterogeneity  sum z_g^2 - m mean(z)^2 with z_g = S_g / sd without continuity, statistic, df =
                     m - 1, p of chi-squared: whether the parts have the same trend; it takes them for
                     independent
             S[part], var_S[part]  n of the part, for each
   pst_seasonal_theil_sen, pst_regional_theil_sen: the median of the slopes of all pairs within a part.
   Returned  slope   interval by Gilbert's interpolation with C = z sqrt(sum var S)
             intercept  median(y) - slope median(x)
             intercept-residual  median(y - slope x)
             pairs, C
             slope[part]  n of the part, for each
   Status    PST_UNDEFINED when no part has 2 values, every part is constant, or a part has two values at a
             time; PST_USAGE for an exact or permutation p; PST_NO_MEMORY
   Cost      O(n log n); of correlated parts O(m^2 T^2) for m parts and T times; of slopes the pairs, all
             stored: 50 million at most
   Published Hirsch, Slack & Smith (1982), Water Resources Research 18; Hirsch & Slack (1984), the same 20;
             van Belle & Hughes (1984), the same 20; Gilbert (1987), 17
   Tested    test_seasonal.c, tests/reference (family seasonal) */
#ifndef PST_STATS_TREND_SEASONAL_H
#define PST_STATS_TREND_SEASONAL_H

#include "stats/estimate.h"

enum pst_status pst_seasonal_mann_kendall(const struct pst_sample *sample,
                                          const struct pst_test *test, struct pst_estimates *out,
                                          struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_correlated_seasonal_mann_kendall(const struct pst_sample *sample,
                                                     const struct pst_test *test,
                                                     struct pst_estimates *out,
                                                     struct pst_arena *scratch,
                                                     struct pst_error *error);

enum pst_status pst_regional_mann_kendall(const struct pst_sample *sample,
                                          const struct pst_test *test, struct pst_estimates *out,
                                          struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_multivariate_mann_kendall(const struct pst_sample *sample,
                                              const struct pst_test *test,
                                              struct pst_estimates *out, struct pst_arena *scratch,
                                              struct pst_error *error);

enum pst_status pst_seasonal_theil_sen(const struct pst_sample *sample, const struct pst_test *test,
                                       struct pst_estimates *out, struct pst_arena *scratch,
                                       struct pst_error *error);

enum pst_status pst_regional_theil_sen(const struct pst_sample *sample, const struct pst_test *test,
                                       struct pst_estimates *out, struct pst_arena *scratch,
                                       struct pst_error *error);

#endif
