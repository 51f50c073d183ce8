/* variance_ratio.h -- Fisher's test of two variances.

   pst_variance_ratio: variance of x over that of y.
   Given     samples  2 values at least in each
             test     alternative, level
   Returned  variance-ratio  interval from F quantiles, F, df (of x), p; two-sided twice the smaller tail
             df2             n2 - 1
   Status    PST_UNDEFINED for fewer values, or where y does not vary; PST_USAGE for an exact or
             permutation p; PST_NO_MEMORY
   Cost      O(n)
   Note      far from the normal distribution this test rejects equal variances too often: see levene.h
   Published Snedecor & Cochran (1989), Statistical Methods, 6.12; R's var.test
   Tested    test_two_samples.c, tests/reference (family two_sample) */
#ifndef PST_STATS_SAMPLES_VARIANCE_RATIO_H
#define PST_STATS_SAMPLES_VARIANCE_RATIO_H

#include "stats/samples/samples.h"

pst_two_samples_kernel pst_variance_ratio;

#endif
