/* spearman_table.h -- the null distribution of Spearman's rho without ties, n = 15..22, as a table.

   pst_spearman_lower: P(sum of squared rank differences <= 2 d) for d = 0..(n^3 - n)/12, the lower half
   (the other mirrors it); NULL for an n that is not in the table.  Each value is the exact count over
   n!, rounded once.  The table is written by lib/stats/tables/spearman_null.c.
   Given     any n
   Returned  (n^3 - n)/12 + 1 rising values, constant
   Cost      O(1)
   Tested    test_spearman.c */
#ifndef PST_STATS_CORRELATION_SPEARMAN_TABLE_H
#define PST_STATS_CORRELATION_SPEARMAN_TABLE_H

#include <stddef.h>

enum { PST_SPEARMAN_TABLE_LAST = 22 };

const double *pst_spearman_lower(size_t n);

#endif
