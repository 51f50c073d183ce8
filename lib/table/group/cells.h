/* cells.h -- many rows to one: the rows of each combination of keys as one row with a sum, mean, count
   or median of each value, while the rows go by.

   A row's keys are texts and times; a row without one of them is in no cell.  What a cell's values
   come to:

     sum, mean  of the known values; as bounds when some are bounded: >10 and 5 are >15, and in a
                column of whole numbers >=16
     count      of the known and bounded values, 0 when there is none
     median     of the known values; a cell with a bounded one is missing, and counted

   A cell without any known value is missing, except in counts. */
#ifndef PST_TABLE_GROUP_CELLS_H
#define PST_TABLE_GROUP_CELLS_H

#include "table/table.h"

enum pst_aggregate {
  PST_AGGREGATE_NONE,
  PST_AGGREGATE_SUM,
  PST_AGGREGATE_MEAN,
  PST_AGGREGATE_COUNT,
  PST_AGGREGATE_MEDIAN
};

/* pst_aggregate_name: "sum", "mean", "count", "median". */
const char *pst_aggregate_name(enum pst_aggregate how);

struct pst_cells;

/* What became of the rows. */
struct pst_cells_report {
  size_t rows, cells;
  size_t without_key;  /* rows */
  size_t missing;      /* values of rows in cells */
  size_t bounded_lost; /* medians that bounded values leave open */
};

/* pst_cells_new: to take rows with N_KEYS keys and N_VALUES values. */
enum pst_status pst_cells_new(enum pst_aggregate how, size_t n_keys, size_t n_values,
                              struct pst_cells **cells, struct pst_error *error);

/* pst_cells_add: all rows of TABLE, whose columns KEYS are texts and times, and VALUES numbers.  Every
   call has columns of the same names in the same order.
   Status    PST_BAD_DATA, with the line, for a time of another kind than those before; PST_NO_MEMORY
   Cost      O(rows); memory for each cell, and with medians for each value  */
enum pst_status pst_cells_add(struct pst_cells *cells, const struct pst_table *table,
                              const size_t *keys, const size_t *values, struct pst_error *error);

/* pst_cells_finish: the cells as rows of TABLE, which has nothing but its files' names, in the order of their first rows, whose lines
   they have: the keys' columns first, then the values', called "sum(NAME)" and so on.
   Status    PST_BAD_DATA for a sum that is too large for a number; PST_NO_MEMORY
   Tested    tests/unit/test_cells.c, by brute force  */
enum pst_status pst_cells_finish(struct pst_cells *cells, struct pst_table *table,
                                 struct pst_cells_report *report, struct pst_error *error);

void pst_cells_free(struct pst_cells *cells);

#endif
