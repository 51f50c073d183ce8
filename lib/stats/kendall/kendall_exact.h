/* kendall_exact.h -- the exact distribution of Kendall's S over all orders of one variable.

   Ties in one variable at most (always so for Mann-Kendall with distinct times): the number of
   discordant pairs is distributed as the q-multinomial of the tie sizes (without ties: Mahonian).
   It is built from Gaussian factors (1 - q^(m+i)) / (1 - q^i), each scaled to a distribution; only
   the lower half is computed, by sums of positive terms, and mirrored.
   Ties in both: the contingency table is filled column by column and, in a column, row by row; the
   state is what remains of each row, and each state holds the distribution of S so far.  Only the
   states between two columns are held.

   pst_kendall_exact_reach: true when the exact p-value is within reach: n <= 500 with ties in one
   variable at most; with ties in both n <= 1000, and the product of t + 1 over the groups of the variable
   with the smaller product, times the number of values of S from least to most, at most 1e8, and with
   TESTS in one call together at most 4e8.  It depends on n, the ties and the number of tests only.
   pst_kendall_exact: P(|S*| >= |S|), or one tail.
   Given     counts  neither variable constant
   Returned  p       in [0, 1], 0 where it is below all doubles
   Status    PST_USAGE when out of reach, PST_NO_MEMORY
   Cost      ties in one: O(n * pairs) time (n = 500: 0.05 s), pairs / 2 doubles; ties in both: at most
             about 0.4 s and 110 MB (two items of 5 levels and 40 rows: 0.2 s); a distribution is computed
             once for each n and sizes of ties (null_cache.h)
   Published Mann (1945); Andrews (1976), The Theory of Partitions, ch. 3: q-multinomials count
             inversions
   Tested    test_kendall_exact.c against all orders; tests/reference */
#ifndef PST_STATS_KENDALL_KENDALL_EXACT_H
#define PST_STATS_KENDALL_KENDALL_EXACT_H

#include "stats/estimate.h"
#include "stats/kendall/kendall_count.h"

bool pst_kendall_exact_reach(const struct pst_kendall_counts *counts, size_t tests);

enum pst_status pst_kendall_exact(const struct pst_kendall_counts *counts,
                                  enum pst_alternative alternative, double *p,
                                  struct pst_arena *scratch, struct pst_error *error);

#endif
