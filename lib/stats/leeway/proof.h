/* proof.h -- bounds that a statistic cannot leave, wider than the truth: they prove a sign, or a significance.

   pst_leeway_proof
   Given     leeway  two arrays of n values each, x and y; of slopes x rises and has no leeway
             proof   of which statistic
   Returned  bounds of the estimate and of the two-sided p-value; NaN at both ends where there are none
   Status    PST_NO_MEMORY
   Cost      O(n); of slopes that of stats/enclose/median_slope.h
   Method    correlation, and the p of a line, which is that of its r: r is the cosine of the angle between two centred
             vectors, and each is within a ball about that of the middles of its bounds.  Slopes: the median of the
             slopes of all pairs, each at its least, or at its greatest
   Tested    test_leeway.c, by way of leeway.h */
#ifndef PST_STATS_LEEWAY_PROOF_H
#define PST_STATS_LEEWAY_PROOF_H

#include "stats/leeway/leeway.h"

struct pst_leeway_proven {
  double low, high, p_low, p_high;
};

enum pst_status pst_leeway_proof(const struct pst_leeway *leeway, enum pst_leeway_proof_of proof,
                                 struct pst_leeway_proven *out, struct pst_arena *scratch,
                                 struct pst_error *error);

#endif
