/* spearman_exact.h -- the exact distribution of Spearman's rho over all orders of one variable.

   Dynamic programming over the ranks of y that are used up: the items are taken in order of x, and
   each state holds the distribution of the sum of products so far.  Ties are kept as they are.
   Without ties, n = 15..22 come from a table (spearman_table.h).

   pst_spearman_exact_reach: true while the states (2^n without ties; with them the product of u + 1
   over the groups of equal values of that variable which has fewer) times the range of the sum stay
   below 1.4e7: n <= 14 without ties, 22 with the table.  With ties, whose distributions are all different, those of TESTS in one call are to
   stay below 1.4e8 together.
   pst_spearman_exact: P(|rho*| >= |rho|), or one tail.
   Given     ranks  mid-ranks of both variables, neither constant
   Returned  p      in (0, 1]: within reach no tail is too small for a double
   Status    PST_USAGE when out of reach, PST_NO_MEMORY
   Cost      up to 0.02 s and 20 MB at n = 14: of each state only the sums that it can have
   Tested    test_spearman.c, by way of spearman.h, against all orders; tests/reference */
#ifndef PST_STATS_CORRELATION_SPEARMAN_EXACT_H
#define PST_STATS_CORRELATION_SPEARMAN_EXACT_H

#include "stats/estimate.h"

bool pst_spearman_exact_reach(const struct pst_sample *ranks, size_t tests);

enum pst_status pst_spearman_exact(const struct pst_sample *ranks, enum pst_alternative alternative,
                                   double *p, struct pst_arena *scratch, struct pst_error *error);

#endif
