/* random_table.h -- random tables with given margins, and the Monte Carlo p-value of Fisher's test.

   pst_fisher_monte_carlo: how often a random table with the margins of MARGINS is no likelier than the
   observed one (within 1e-7).
   Given     test  permutations m, seed, threads
   Returned  p = (b + 1)/(m + 1) and its standard error, as pst_permutation_p; replicate r draws from a
             stream of the seed and r alone, so the number of threads does not matter
   Status    PST_USAGE for more than 1e9 tables; PST_NO_MEMORY
   Cost      m times the number of cells times the square root of a count
   Published Patefield (1981), Applied Statistics 30: cell by cell, from the conditional hypergeometric
             distribution; Phipson & Smyth (2010)
   Tested    test_contingency.c */
#ifndef PST_STATS_CONTINGENCY_RANDOM_TABLE_H
#define PST_STATS_CONTINGENCY_RANDOM_TABLE_H

#include "stats/contingency/table.h"
#include "stats/random/permutation.h"

enum pst_status pst_fisher_monte_carlo(const struct pst_margins *margins,
                                       const struct pst_test *test, struct pst_permutation_p *out,
                                       struct pst_arena *scratch, struct pst_error *error);

#endif
