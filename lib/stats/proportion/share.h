/* share.h -- one share with its confidence interval.

   pst_wilson, pst_wilson_cc, pst_clopper_pearson, pst_jeffreys, pst_agresti_coull: by the limits of that
   name.

   Given     proportion  successes, trials, design effect
             test        confidence level
   Returned  share       successes / trials, with the limits of limits.h at trials and successes
                         divided by the design effect; the interval has two sides whatever the
                         alternative
             n_eff       trials / design effect, where one is given
             share-unclipped   agresti-coull only: the limits as published, which may leave [0, 1]
   Status    PST_UNDEFINED for no trials, more successes than trials, counts that are not whole;
             PST_USAGE for an exact or permutation p-value: the test of a share is binomial_test.h;
             PST_NO_MEMORY
   Cost      O(1)
   Published limits.h; design effect: Kish (1965), Survey Sampling, 8.2
   Tested    test_proportion.c, tests/reference (family one_proportion) */
#ifndef PST_STATS_PROPORTION_SHARE_H
#define PST_STATS_PROPORTION_SHARE_H

#include "stats/proportion/proportion.h"

pst_proportion_kernel pst_wilson;
pst_proportion_kernel pst_wilson_cc;
pst_proportion_kernel pst_clopper_pearson;
pst_proportion_kernel pst_jeffreys;
pst_proportion_kernel pst_agresti_coull;

#endif
