/* dominance.h -- how often a value of one sample beats one of the other, without equal variances.

   pst_brunner_munzel: whether P(x < y) + P(x = y)/2 is 1/2.
   Returned  relative-effect  P(x < y) + P(x = y)/2; std_error, interval and p by t with Satterthwaite's
             degrees of freedom; statistic W.  Where the samples do not overlap W is infinite and there
             is no p-value, said in the note.  "greater" says that x tends to be larger, as for every
             method here
   pst_cliffs_delta: P(x > y) - P(x < y), interval by Cliff's consistent variance and the asymmetric
   form that stays within -1 and 1, t with n1 + n2 - 2 degrees of freedom; where the samples do not
   overlap from (n - z^2)/(n + z^2), n the smaller sample.
   Given     samples  a value at least in each; with one in either only the estimate exists, said in the note
   Status    PST_UNDEFINED for fewer values; PST_USAGE for an exact or permutation p; PST_NO_MEMORY
   Cost      O(n log n)
   Published Brunner & Munzel (2000), Biometrical Journal 42; Cliff (1993), Psychological Bulletin 114;
             Feng & Cliff (2004), J. Modern Applied Statistical Methods 3
   Tested    test_two_samples.c, tests/reference (family two_sample) */
#ifndef PST_STATS_SAMPLES_RANK_SUM_DOMINANCE_H
#define PST_STATS_SAMPLES_RANK_SUM_DOMINANCE_H

#include "stats/samples/rank_sum/rank_groups.h"

/* pst_delta_limits: the interval of Cliff's delta at LEVEL; NaN where a sample has one value, or all are equal.
   Cost      O(n) */
void pst_delta_limits(const struct pst_rank_groups *groups, double level, double *low,
                      double *high);

pst_two_samples_kernel pst_brunner_munzel;
pst_two_samples_kernel pst_cliffs_delta;

#endif
