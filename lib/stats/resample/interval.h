/* interval.h -- a bootstrap interval in the place of the one that a formula gives.

   pst_interval_of_pairs: for the main row of a kernel on pairs: pairs are drawn with what stands beside them.
   pst_interval_of_values: for a statistic of one sample, pst_bootstrap_mean or pst_bootstrap_median.
   Given     kind        percentile or BCa
             row         its number in OUT; its estimate is there
             test        level, seed, threads; replicates 0: 9999
   Returned  conf_low and conf_high of the row, and a note with the method, replicates and seed; both empty and the
             reason in the note where a sample that is drawn has no value, or BCa has none
   Status    PST_NO_MEMORY, PST_USAGE for more than 1e8 replicates
   Cost      replicates + n times the statistic
   Published Efron & Tibshirani (1993), An Introduction to the Bootstrap, 14
   Tested    test_interval.c */
#ifndef PST_STATS_RESAMPLE_INTERVAL_H
#define PST_STATS_RESAMPLE_INTERVAL_H

#include "stats/resample/bootstrap.h"

enum pst_interval_kind { PST_INTERVAL_FORMULA, PST_INTERVAL_PERCENTILE, PST_INTERVAL_BCA };

struct pst_interval_ask {
  enum pst_interval_kind kind;
  size_t replicates;
};

enum pst_status pst_interval_of_pairs(const struct pst_interval_ask *ask, pst_pair_kernel *kernel,
                                      const struct pst_sample *sample, const struct pst_test *test,
                                      struct pst_estimates *out, size_t row,
                                      struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_interval_of_values(const struct pst_interval_ask *ask,
                                       pst_bootstrap_statistic *statistic, const double *x,
                                       size_t n, const struct pst_test *test,
                                       struct pst_estimates *out, size_t row,
                                       struct pst_arena *scratch, struct pst_error *error);

#endif
