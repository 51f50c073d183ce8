/* kendall_permutation.h -- the p-value of Kendall's S by permutation; see permutation.h.

   pst_kendall_permutation: how often a permutation of y gives an S as far out.

   Given     sample  of which COUNTS was made
   Returned  out     as pst_permutation_p
   Status    PST_USAGE for more than 1e9 permutations; PST_NO_MEMORY
   Cost      O(n log n) a permutation
   Tested    test_permutation.c, by way of kendall.h */
#ifndef PST_STATS_KENDALL_KENDALL_PERMUTATION_H
#define PST_STATS_KENDALL_KENDALL_PERMUTATION_H

#include "stats/kendall/kendall_count.h"
#include "stats/random/permutation.h"

enum pst_status pst_kendall_permutation(const struct pst_sample *sample,
                                        const struct pst_kendall_counts *counts,
                                        const struct pst_test *test, struct pst_permutation_p *out,
                                        struct pst_arena *scratch, struct pst_error *error);

#endif
