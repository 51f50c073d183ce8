/* signed_rank_exact.h -- the exact distribution of Wilcoxon's signed-rank statistic, ties included.

   pst_signed_rank_reach: n <= 500.
   pst_signed_rank_p: the p-value of twice V (V2), each sign being + or - with probability 1/2, for
   groups of equal |d|; the distribution is symmetric, ties or not.
   Given     sizes  of the groups, in the order of |d|; no d is 0
   Returned  p in (0, 1]; k, from 0
   Status    PST_NO_MEMORY
   Cost      n^2 (n + 1) / 2 additions; n = 500 takes 0.1 s
   pst_signed_rank_critical: without ties, the largest k with P(V <= k - 1) <= P: the k-th smallest
   Walsh average is a lower confidence limit of the centre at P; 0 when there is none.  Beyond the reach
   from the normal distribution
   Published Wilcoxon (1945), Biometrics Bulletin 1; Streitberg & Roehmel (1986)
   Tested    test_paired.c against the enumeration of all signs */
#ifndef PST_STATS_PAIRED_SIGNED_RANK_EXACT_H
#define PST_STATS_PAIRED_SIGNED_RANK_EXACT_H

#include <stdint.h>

#include "stats/estimate.h"

bool pst_signed_rank_reach(size_t n);

enum pst_status pst_signed_rank_p(const size_t *sizes, size_t groups, uint64_t V2,
                                  enum pst_alternative alternative, double *p,
                                  struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_signed_rank_critical(size_t n, double p, uint64_t *k, struct pst_arena *scratch,
                                         struct pst_error *error);

#endif
