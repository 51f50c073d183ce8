/* mean_interval.h -- the mean of one sample with its interval by Student's t.

   pst_mean_interval
   Given     x, n  finite values
             test  level
   Returned  mean  std_error sd/sqrt(n), df n - 1, interval; of one value neither, with a note
             sd    standard deviation (n - 1)
   Status    PST_UNDEFINED without values, or where the variance leaves the range of doubles; PST_USAGE
             for an exact or permutation p; PST_NO_MEMORY
   Cost      O(n)
   Published Student (1908), Biometrika 6
   Tested    test_two_samples.c */
#ifndef PST_STATS_SAMPLES_MEAN_INTERVAL_H
#define PST_STATS_SAMPLES_MEAN_INTERVAL_H

#include "stats/estimate.h"

enum pst_status pst_mean_interval(const double *x, size_t n, const struct pst_test *test,
                                  struct pst_estimates *out, struct pst_arena *scratch,
                                  struct pst_error *error);

#endif
