/* fisher.h -- Fisher's exact test of a table of any size.

   pst_fisher_table: whether rows and columns are independent, all margins given.
   Given     table   r by c counts; empty rows and columns are left out, said in the note
             test    p exact unless a permutation is asked for; auto takes random tables where the exact
                     one is out of reach, and says so in p_method and note
   Returned  cramers-v   with the p-value: the sum of the probabilities of all tables that are no likelier
                         than the observed one (within 1e-7); p_method "exact" or "monte-carlo(9999)"
   Status    PST_UNDEFINED for fewer than 2 rows or columns with a count; PST_USAGE for an asymptotic p,
             a one-sided alternative of a table larger than 2 by 2, and an exact p out of reach;
             PST_NO_MEMORY
   Cost      exact: as many steps as there are partial tables of different cost, 30 million at most;
             2 by 2: O(sqrt(n))
   Published Freeman & Halton (1951), Biometrika 38; Mehta & Patel (1983), JASA 78
   Tested    test_contingency.c, tests/reference (family contingency) */
#ifndef PST_STATS_CONTINGENCY_FISHER_H
#define PST_STATS_CONTINGENCY_FISHER_H

#include "stats/contingency/table.h"

pst_contingency_kernel pst_fisher_table;

#endif
