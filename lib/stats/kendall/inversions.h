/* inversions.h -- the inversions of a permutation: counted, or some of them visited.

   An inversion is a pair of places i < j with V[i] > V[j]; n < 2^32.

   pst_inversions_count: how many there are; V and SPARE are left in disorder.
   pst_inversions_pick: visits WANTED of them, drawn one from each of WANTED equal shares of all, in
   the order in which merging meets them; all of them when WANTED = TOTAL.  V is sorted.
   Given     v       a permutation of 0..n-1
             total   pst_inversions_count of V
             random  state of the generator, moved on; any value
             visit   called with the two numbers, the larger first
   Returned  the number, exact
   Cost      counting O(n log n), by 256 ranges of values a step down to sets of bits (bit_inversions.h), n =
             1,000,000 in 15 ms; picking O(n log n + WANTED); n numbers of spare
   Tested    test_inversions.c against all pairs */
#ifndef PST_STATS_KENDALL_INVERSIONS_H
#define PST_STATS_KENDALL_INVERSIONS_H

#include <stddef.h>
#include <stdint.h>

uint64_t pst_inversions_count(uint32_t *v, uint32_t *spare, size_t n);

typedef void pst_inversion_visit(void *context, uint32_t larger, uint32_t smaller);

void pst_inversions_pick(uint32_t *v, uint32_t *spare, size_t n, uint64_t total, uint64_t wanted,
                         uint64_t *random, pst_inversion_visit *visit, void *context);

#endif
