/* score_rank.h -- ranks of scores that are computed, not read.

   pst_score_rank: 1 + the number of scores strictly larger; scores within 1e-12 of each other,
   relative to the larger, are equal.
   Given     score  n scores, NaN where missing; SPARE room for 2 n numbers
   Returned  rank   0 for a missing score
   Cost      O(n log n)
   pst_score_above: A is strictly larger than B in this sense.
   Tested    test_composite.c; tests/reference (family composite) */
#ifndef PST_STATS_COMPOSITE_SCORE_RANK_H
#define PST_STATS_COMPOSITE_SCORE_RANK_H

#include <stdbool.h>
#include <stddef.h>

void pst_score_rank(const double *score, size_t n, size_t *rank, double *spare);
bool pst_score_above(double a, double b);

#endif
