/* product_permutation.h -- the p-value of a product-moment correlation by permutation, of values or of
   ranks; see permutation.h.

   pst_product_permutation: the statistic is the correlation itself, from deviations scaled to length 1;
   values that differ by less than 1e-12 count as equal, so that rounding does not tell tied permutations
   apart.
   Given     sample  n >= 2, neither variable constant
   Returned  out     as pst_permutation_p
   Status    PST_USAGE for more than 1e9 permutations; PST_NO_MEMORY
   Cost      O(n) a permutation
   Tested    test_permutation.c, by way of pearson.h and spearman.h */
#ifndef PST_STATS_CORRELATION_PRODUCT_PERMUTATION_H
#define PST_STATS_CORRELATION_PRODUCT_PERMUTATION_H

#include "stats/random/permutation.h"

enum pst_status pst_product_permutation(const struct pst_sample *sample,
                                        const struct pst_test *test, struct pst_permutation_p *out,
                                        struct pst_arena *scratch, struct pst_error *error);

#endif
