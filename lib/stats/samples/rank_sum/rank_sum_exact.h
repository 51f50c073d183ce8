/* rank_sum_exact.h -- the exact distribution of the rank-sum statistic, ties included.

   pst_rank_sum_reach: whether the exact p-value is computed: (n1 n2)^2 <= 2e8 and n1 + n2 <= 1000.
   pst_rank_sum_p: the p-value of U1, all assignments of the values to the groups being equally likely:
   two-sided P(|U - E| >= |u - E|), which under ties is not twice the smaller tail.
   Given     groups  of pst_rank_groups_of (rank_groups.h)
   Returned  p in [0, 1], 0 where it is below all doubles; k, from 0
   Status    PST_NO_MEMORY
   Cost      (n1 n2)^2 / 2 additions at most, 16 n1^2 n2 bytes; n1 = n2 = 100 takes 0.1 s
   Method    one group of equal values after the other: the number of ways to have m of x so far with
             each value of 2 U; only sums, so that a tail of 1e-50 is as exact as one of 0.05
   Published Streitberg & Roehmel (1986), Statistical Software Newsletter 12

   pst_rank_sum_critical: without ties, the largest k with P(U <= k - 1) <= P, so that the k-th
   smallest difference x - y is a lower confidence limit of the shift at P; 0 when there is none.
   Exact while n1^2 n2 <= 4e8 or so, else from the normal distribution.  With ties the closed interval
   covers at least as often (Noether 1967, American Statistician 21)
   Tested    test_two_samples.c against the enumeration of all assignments */
#ifndef PST_STATS_SAMPLES_RANK_SUM_RANK_SUM_EXACT_H
#define PST_STATS_SAMPLES_RANK_SUM_RANK_SUM_EXACT_H

#include <stdint.h>

#include "stats/samples/rank_sum/rank_groups.h"

bool pst_rank_sum_reach(const struct pst_rank_groups *groups);

enum pst_status pst_rank_sum_p(const struct pst_rank_groups *groups,
                               enum pst_alternative alternative, double *p,
                               struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_rank_sum_critical(size_t nx, size_t ny, double p, uint64_t *k,
                                      struct pst_arena *scratch, struct pst_error *error);

#endif
