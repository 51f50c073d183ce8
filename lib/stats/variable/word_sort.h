/* word_sort.h -- whole numbers of 64 bits in order.

   pst_word_sort: WORDS in ascending order.
   Given     n        words, which differ in their upper bits, if they are to be sorted fast
             room     for as many more
             threads  that may share the work; what comes out does not depend on it
   Returned  WORDS in order; ROOM in disorder
   Cost      O(n) where the upper 22 bits, or 44, tell most of them apart: they are sorted by these digits, and
             neighbours are then put right; else O(n log n), merged; n = 1,000,000 in 10 ms
   Tested    test_word_sort.c against qsort */
#ifndef PST_STATS_VARIABLE_WORD_SORT_H
#define PST_STATS_VARIABLE_WORD_SORT_H

#include <stddef.h>
#include <stdint.h>

void pst_word_sort(uint64_t *words, uint64_t *room, size_t n, size_t threads);

#endif
