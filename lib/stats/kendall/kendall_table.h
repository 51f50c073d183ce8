/* kendall_table.h -- the exact distribution of S with ties in both variables: see
   kendall_exact.h, which decides when it is used.

   pst_kendall_table_reach: true when the table's distribution is affordable, and were it so for all TESTS.
   pst_kendall_table: the p-value of S.
   Given     counts  neither variable constant; ties in both; within reach
   Returned  p       in [0, 1], 0 where it is below all doubles
   Status    PST_NO_MEMORY
   Cost      at most about 0.4 s and 110 MB
   Tested    test_kendall_exact.c, by way of kendall_exact.h */
#ifndef PST_STATS_KENDALL_KENDALL_TABLE_H
#define PST_STATS_KENDALL_KENDALL_TABLE_H

#include "stats/estimate.h"
#include "stats/kendall/kendall_count.h"

bool pst_kendall_table_reach(const struct pst_kendall_counts *counts, size_t tests);

enum pst_status pst_kendall_table(const struct pst_kendall_counts *counts,
                                  enum pst_alternative alternative, double *p,
                                  struct pst_arena *scratch, struct pst_error *error);

#endif
