/* table.h -- a table of counts, r by c, as its tests take it.

   pst_contingency_margins: the counts without empty rows and columns, and their sums.
   Given     table    rows * columns counts, row by row: whole numbers >= 0
   Returned  margins  in SCRATCH; dropped says whether a row or column was empty
   Status    PST_UNDEFINED with a sentence fit for a note: "fewer than 2 rows with a count",
             "a count is no whole number"; PST_NO_MEMORY
   Cost      O(rows * columns)
   Tested    test_contingency.c */
#ifndef PST_STATS_CONTINGENCY_TABLE_H
#define PST_STATS_CONTINGENCY_TABLE_H

#include "stats/estimate.h"

struct pst_contingency {
  size_t rows;
  size_t columns;
  const double *counts;
};

/* The form of a method on a table; as pst_pair_kernel. */
typedef enum pst_status pst_contingency_kernel(const struct pst_contingency *table,
                                               const struct pst_test *test,
                                               struct pst_estimates *out, struct pst_arena *scratch,
                                               struct pst_error *error);

struct pst_margins {
  size_t rows;
  size_t columns;
  double n;
  double *counts; /* rows * columns */
  double *row;    /* sums */
  double *column;
  bool dropped;
};

enum pst_status pst_contingency_margins(const struct pst_contingency *table,
                                        struct pst_margins *margins, struct pst_arena *scratch,
                                        struct pst_error *error);

#endif
