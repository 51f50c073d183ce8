/* paired_t.h -- the mean difference of paired values.

   pst_paired_t: the mean of x - y.
   Given     sample  2 pairs at least
             test    alternative, level
   Returned  difference  mean, std_error, interval, t, df = n - 1, p; where the differences do not vary
                         (within 8 units in the last place of the largest value) the test is empty with a
                         note
             d           mean over the standard deviation of the differences (Cohen's d_z), interval by
                         inversion of the noncentral t distribution
   Status    PST_UNDEFINED for fewer than 2 pairs; PST_USAGE for an exact or permutation p;
             PST_NO_MEMORY
   Cost      O(n)
   Published Student (1908), Biometrika 6
   Tested    test_paired.c, tests/reference (family paired) */
#ifndef PST_STATS_PAIRED_PAIRED_T_H
#define PST_STATS_PAIRED_PAIRED_T_H

#include "stats/estimate.h"

pst_pair_kernel pst_paired_t;

#endif
