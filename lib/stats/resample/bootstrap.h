/* bootstrap.h -- bootstrap intervals of any statistic of one or more samples.

   pst_bootstrap_run: replicates of a statistic, each of values drawn with replacement within each sample.
   Given     bootstrap  the samples, the statistic, replicates B, seed, threads, level
   Returned  result     the statistic; its standard error, the standard deviation of the replicates; the
                        percentile interval, type-7 quantiles of the replicates; the BCa interval, which
                        corrects for bias (z0; replicates equal within 1e-12 count half) and skewness
                        (acceleration a, from the jackknife); what is undefined is NaN
             Replicate r draws value number floor(n u(seed, r, k)) of its sample for the k-th place, places
             numbered through all samples: see draw.h.  The number of threads does not matter
   Status    PST_UNDEFINED for a sample of fewer than 2 values, a statistic that is not finite; PST_USAGE
             for more than 1e8 replicates; PST_NO_MEMORY
   Cost      B + n evaluations of the statistic
   Published Efron & Tibshirani (1993), An Introduction to the Bootstrap, 14; scipy.stats.bootstrap
   Tested    test_bootstrap.c, tests/reference (family bootstrap)

   pst_bootstrap: two rows of TERM, methods "bootstrap-bca" and "bootstrap-percentile".
   pst_bootstrap_mean, pst_bootstrap_median: of the first sample; pst_bootstrap_mean_difference,
   pst_bootstrap_median_difference: first less second. */
#ifndef PST_STATS_RESAMPLE_BOOTSTRAP_H
#define PST_STATS_RESAMPLE_BOOTSTRAP_H

#include "stats/groups/groups.h"

/* The statistic of K samples of SIZES, one after the other in VALUES, which it may reorder. */
typedef double pst_bootstrap_statistic(const void *context, double *values, const size_t *sizes,
                                       size_t k);

pst_bootstrap_statistic pst_bootstrap_mean;
pst_bootstrap_statistic pst_bootstrap_median;
pst_bootstrap_statistic pst_bootstrap_mean_difference;
pst_bootstrap_statistic pst_bootstrap_median_difference;

struct pst_bootstrap {
  struct pst_group_samples samples; /* names are not used */
  pst_bootstrap_statistic *statistic;
  const void *context;
  size_t replicates;  /* 0 means PST_PERMUTATIONS */
  unsigned long seed; /* 0 means PST_SEED */
  size_t threads;     /* 0 means 1 */
  double level;       /* 0 means 0.95 */
};

struct pst_bootstrap_result {
  double estimate;
  double std_error;
  double percentile_low, percentile_high;
  double z0;
  double a;
  double alpha_low, alpha_high; /* where the BCa interval takes its quantiles */
  double bca_low, bca_high;
  size_t count;
  const double *replicates; /* in the order of their numbers; in SCRATCH */
};

enum pst_status pst_bootstrap_run(const struct pst_bootstrap *bootstrap,
                                  struct pst_bootstrap_result *result, struct pst_arena *scratch,
                                  struct pst_error *error);

enum pst_status pst_bootstrap(const struct pst_bootstrap *bootstrap, const char *term,
                              struct pst_estimates *out, struct pst_arena *scratch,
                              struct pst_error *error);

#endif
