/* median_slope.h -- the median slope of the pairs of many points, without looking at each pair. */
#ifndef PST_STATS_ENCLOSE_MEDIAN_SLOPE_H
#define PST_STATS_ENCLOSE_MEDIAN_SLOPE_H

#include <stdbool.h>

#include "base/arena.h"

/* pst_median_slope_many: the two middle ones of (TO[j] - FROM[i]) / (X[j] - X[i]) over all i, j with X[i] < X[j].
   Given     N points, X not falling and finite; FROM and TO may be infinite, and are equal for known numbers
   Returned  LOW and HIGH: the lower middle one is LOW or a hair more, the upper one HIGH or a hair less
             (1e-13 of the largest slope there can be); infinite where they are
   False     when memory is out, or all X are equal
   Cost      O(N log N), some fifty times
   Source    Cole, Salowe, Steiger, Szemeredi (1989): slopes above s are pairs in order of y - s x
   Tested    test_claim_median_slope.c, against all pairs  */
bool pst_median_slope_many(const double *x, const double *from, const double *to, size_t n,
                           double *low, double *high, struct pst_arena *scratch);

#endif
