/* t_test.h -- the difference of two means.

   pst_welch: unequal variances, Satterthwaite's degrees of freedom; the default.
   pst_student: one pooled variance, n1 + n2 - 2 degrees of freedom.
   Given     samples  2 values at least in each; of pst_student one in each, three in all
             test     alternative, level
   Returned  difference  mean of x less mean of y, std_error, interval, t, df, p.  Where neither sample
                         varies the test is empty with a note
             mean-1, mean-2   with standard error and interval from the sample alone
   Status    PST_UNDEFINED for fewer values; PST_USAGE for an exact or permutation p; PST_NO_MEMORY
   Cost      O(n)
   Published Student (1908), Biometrika 6; Welch (1938), Biometrika 29; Satterthwaite (1946), Biometrics
             Bulletin 2
   Tested    test_two_samples.c, tests/reference (family two_sample) */
#ifndef PST_STATS_SAMPLES_T_TEST_H
#define PST_STATS_SAMPLES_T_TEST_H

#include "stats/samples/samples.h"

pst_two_samples_kernel pst_welch;
pst_two_samples_kernel pst_student;

#endif
