/* effect_size.h -- the difference of two means in standard deviations.

   pst_cohens_d: (mean of x - mean of y) / pooled standard deviation.
   pst_hedges_g: d times the exact factor that makes it unbiased, gamma(df/2) / (sqrt(df/2)
   gamma((df - 1)/2)), df = n1 + n2 - 2.
   Given     samples  a value at least in each, three in all
             test     level
   Returned  d; g  with the interval by inversion of the noncentral t distribution (g: its ends times the
             same factor)
   Status    PST_UNDEFINED for fewer values, or where neither group varies; PST_USAGE for an exact or
             permutation p; PST_NO_MEMORY
   Cost      O(n)
   Published Cohen (1988), 2.5; Hedges (1981), J. Educational Statistics 6; interval: Steiger & Fouladi
             (1997)
   Tested    test_two_samples.c, tests/reference (family two_sample) */
#ifndef PST_STATS_SAMPLES_EFFECT_SIZE_H
#define PST_STATS_SAMPLES_EFFECT_SIZE_H

#include "stats/samples/samples.h"

pst_two_samples_kernel pst_cohens_d;
pst_two_samples_kernel pst_hedges_g;

/* pst_hedges_factor: of DF >= 2 degrees of freedom; NaN below. */
double pst_hedges_factor(double df);

#endif
