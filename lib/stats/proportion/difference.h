/* difference.h -- the difference of two shares, first less second, with its interval.

   pst_newcombe          method 10: the square root of the squared distances of each share to its Wilson
                         limits; the default
   pst_newcombe_cc       method 11: from Wilson limits with continuity correction
   pst_miettinen_nurminen  the score interval: all differences that the score test, with the restricted
                         maximum likelihood estimate of both shares and the factor N/(N-1), does not
                         reject
   Given     table       two groups; a design effect divides the trials of its group
             test        confidence level; alternative of the score test
   Returned  difference  with the interval; miettinen-nurminen also z and p of the score test of no
                         difference (empty with a note when all trials, or none, are successes)
   Status    PST_UNDEFINED as in proportion.h; PST_USAGE for an exact or permutation p; PST_NO_MEMORY
   Cost      O(1); miettinen-nurminen some 4,000 evaluations of the score
   Published Newcombe (1998), Statistics in Medicine 17:873; Miettinen & Nurminen (1985), Statistics in
             Medicine 4:213
   Tested    test_proportion.c, tests/reference (family two_proportions)

   pst_newcombe_limits: the limits of method 10 on plain numbers. */
#ifndef PST_STATS_PROPORTION_DIFFERENCE_H
#define PST_STATS_PROPORTION_DIFFERENCE_H

#include "stats/proportion/limits.h"
#include "stats/proportion/proportion.h"

pst_two_proportions_kernel pst_newcombe;
pst_two_proportions_kernel pst_newcombe_cc;
pst_two_proportions_kernel pst_miettinen_nurminen;

struct pst_limits pst_newcombe_limits(const struct pst_two_proportions *table, double level);

#endif
