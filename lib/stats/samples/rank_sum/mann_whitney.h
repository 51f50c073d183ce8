/* mann_whitney.h -- whether one of two samples tends to be larger: ranks, and the shift between them.

   pst_mann_whitney
   Given     samples  a value at least in each
             test     alternative, level; p exact within reach (rank_sum_exact.h) unless asked for
                      otherwise or a continuity is given, else normal; continuity, on by default when
                      the p-value is normal
   Returned  shift      Hodges and Lehmann's: the median of all x - y; interval by inversion of the test:
                        ordered differences, rank_sum_exact.h; statistic U1, p, "exact", "normal" or
                        "normal-cc"
             U1, U2     pairs with x > y, with y > x; ties count half
             rank-sum   of x, mid-ranks
             auc        U1 / (n1 n2): P(x > y) + P(x = y) / 2, the common-language effect size; interval from
                        that of Cliff's delta (dominance.h), for two values at least in each
             var_U      given the ties
             z          (U1 - n1 n2 / 2) / sd, with the correction that the p-value has, or that the
                        default is; empty when all values are equal
   Status    PST_UNDEFINED for an empty group; PST_USAGE for an exact p out of reach, for a permutation p,
             or an exact p with a continuity; PST_NO_MEMORY
   Cost      O(n log n) without the exact p
   Published Mann & Whitney (1947), Annals of Mathematical Statistics 18; Hodges & Lehmann (1963), Annals
             of Mathematical Statistics 34
   Tested    test_two_samples.c, tests/reference (family two_sample) */
#ifndef PST_STATS_SAMPLES_RANK_SUM_MANN_WHITNEY_H
#define PST_STATS_SAMPLES_RANK_SUM_MANN_WHITNEY_H

#include "stats/samples/samples.h"

pst_two_samples_kernel pst_mann_whitney;

#endif
