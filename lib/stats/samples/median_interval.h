/* median_interval.h -- the median of one sample with its exact interval.

   pst_median_interval
   Given     x, n  a finite value at least
             test  level
   Returned  median  the middle value; interval: the order statistics x(k) and x(n + 1 - k), k the largest
                     with P(Bin(n, 1/2) < k) <= (1 - level)/2: it covers at least at the level whatever the
                     distribution.  Empty with a note where n is too small (below 6 at 95 %)
             coverage  of that interval, at least, for a continuous distribution
   Status    PST_UNDEFINED without values; PST_NO_MEMORY
   Cost      O(n) for the values, O(sqrt(n)) for the place
   Published Thompson (1936), Annals of Mathematical Statistics 7; David & Nagaraja (2003), Order
             Statistics, 7.1
   Tested    test_two_samples.c */
#ifndef PST_STATS_SAMPLES_MEDIAN_INTERVAL_H
#define PST_STATS_SAMPLES_MEDIAN_INTERVAL_H

#include "stats/estimate.h"

enum pst_status pst_median_interval(const double *x, size_t n, const struct pst_test *test,
                                    struct pst_estimates *out, struct pst_arena *scratch,
                                    struct pst_error *error);

#endif
