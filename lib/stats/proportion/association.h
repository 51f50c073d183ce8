/* association.h -- tests of whether two shares are equal, and sizes of their difference.

   pst_pooled_z: difference, z = (p1 - p2) / sqrt(p (1 - p)(1/n1 + 1/n2)) with the pooled p, and p;
   chi-squared = z^2.  With a design effect its group counts as trials / design effect.
   pst_fisher_test: difference of the shares and Fisher's exact p, the margins given: two-sided the sum of
   all tables no likelier than the observed one.
   pst_cohens_h: 2 asin(sqrt(p1)) - 2 asin(sqrt(p2)), interval -+ z sqrt(1/n1 + 1/n2), the variance of
   the transformed shares.
   Given     table  two groups; fisher takes no design effect
             test   alternative of z and Fisher's p; level of cohens-h
   Returned  difference, the first share less the second, in [-1, 1]; h in [-pi, pi]; n is the trials
             of both
   Status    PST_UNDEFINED as in proportion.h; pooled-z when all trials have the same outcome.
             PST_USAGE for a p-value of another kind; PST_NO_MEMORY
   Cost      O(1), fisher O(sqrt(n))
   Published Fisher (1935), JRSS 98; Cohen (1988), Statistical Power Analysis, 6.2
   Tested    test_proportion.c, tests/reference (family two_proportions) */
#ifndef PST_STATS_PROPORTION_ASSOCIATION_H
#define PST_STATS_PROPORTION_ASSOCIATION_H

#include "stats/proportion/proportion.h"

pst_two_proportions_kernel pst_pooled_z;
pst_two_proportions_kernel pst_fisher_test;
pst_two_proportions_kernel pst_cohens_h;

#endif
