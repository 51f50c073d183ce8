/* copeland.h -- an index without a scale: who beats how many others.

   pst_outranking: o_ij = (sum of the weights where i is better + half of those where equal) / sum of
   weights, on the values times their direction; no normalisation.
   pst_copeland: sum over j of sign(o_ij - 1/2), |o_ij - 1/2| <= 1e-12 a tie.
   Given     x       n rows of COUNT values times direction (more is better), NaN where missing
             weight  none below 0
             share   0: a pair with a missing cell (of weight above 0) is left out; else it is judged by
                     the indicators that both have, when their weight is at least SHARE of all
   Returned  outranking  NaN for a pair that is left out; score NaN for an entity without any pair
   Cost      O(n count) an entity
   Published Copeland (1951); OECD/JRC (2008)
   Tested    test_composite.c; tests/reference (family composite) */
#ifndef PST_STATS_COMPOSITE_COPELAND_H
#define PST_STATS_COMPOSITE_COPELAND_H

#include <stddef.h>

double pst_outranking(const double *a, const double *b, const double *weight, size_t count,
                      double share);

void pst_copeland(const double *x, size_t n, const double *weight, size_t count, double share,
                  double *score);

#endif
