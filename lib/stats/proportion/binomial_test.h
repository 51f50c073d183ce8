/* binomial_test.h -- the exact test of one share.

   pst_binomial_test: whether the share is NULL_SHARE (1/2 unless said).
   Given     test    alternative, confidence level; an exact p is the only one there is
   Returned  share   with the Clopper-Pearson interval; p two-sided: the sum of the probabilities of all
                     counts that are no likelier than the observed one
   Status    PST_UNDEFINED as in proportion.h; PST_USAGE for a null share outside (0, 1), a design
             effect, an asymptotic or permutation p; PST_NO_MEMORY
   Cost      O(sqrt(trials))
   Published Clopper & Pearson (1934), Biometrika 26; R's binom.test
   Tested    test_proportion.c, tests/reference (family one_proportion) */
#ifndef PST_STATS_PROPORTION_BINOMIAL_TEST_H
#define PST_STATS_PROPORTION_BINOMIAL_TEST_H

#include "stats/proportion/proportion.h"

pst_proportion_kernel pst_binomial_test;

#endif
