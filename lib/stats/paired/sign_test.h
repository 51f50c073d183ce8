/* sign_test.h -- the sign test of paired values.

   pst_sign_test: whether x is as often above y as below it.
   Given     sample  pairs; those with x = y are dropped and counted
             test    alternative, level; the p-value is exact
   Returned  share-positive  of the pairs that differ, with the Clopper-Pearson interval; statistic: the
                             positive ones; p by the binomial distribution, twice the smaller tail
             positive, negative, zero   numbers of pairs
   Status    PST_UNDEFINED without pairs, or when no pair differs; PST_USAGE for another p;
             PST_NO_MEMORY
   Cost      O(n)
   Published Arbuthnott (1710); Conover (1999), Practical Nonparametric Statistics, 3.4
   Tested    test_paired.c, tests/reference (family paired) */
#ifndef PST_STATS_PAIRED_SIGN_TEST_H
#define PST_STATS_PAIRED_SIGN_TEST_H

#include "stats/estimate.h"

pst_pair_kernel pst_sign_test;

#endif
