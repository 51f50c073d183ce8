/* cells.h -- many rows to one: the rows of each combination of keys as one row with a sum, a mean or the like
   of each value, while the rows go by.

   A row's keys are texts and times; a row without one of them is in no cell.  What a cell's values
   come to:

     sum, mean  of the known values; as bounds when some are bounded: >10 and 5 are >15, and in a
                column of whole numbers >=16
     count      of the known and bounded values, 0 when there is none
     median     of the known values; a cell with a bounded one is missing, and counted
     quantile   the same: the definition 7 of Hyndman and Fan (1996, The American Statistician 50)
     min, max   of the known and bounded values; as bounds where these leave it open
     first, last  the known or bounded value whose row comes first or last in the input

   A cell without any known value is missing, except in counts. */
#ifndef PST_TABLE_GROUP_CELLS_H
#define PST_TABLE_GROUP_CELLS_H

#include "table/table.h"

enum pst_aggregate {
  PST_AGGREGATE_NONE,
  PST_AGGREGATE_SUM,
  PST_AGGREGATE_MEAN,
  PST_AGGREGATE_COUNT,
  PST_AGGREGATE_MEDIAN,
  PST_AGGREGATE_MIN,
  PST_AGGREGATE_MAX,
  PST_AGGREGATE_FIRST,
  PST_AGGREGATE_LAST,
  PST_AGGREGATE_QUANTILE
};

enum { PST_AGGREGATE_SIZE = 64 };

/* pst_aggregate_name: "sum", "mean", ..., "quantile".
   pst_aggregate_print: the same in TEXT, with the probability Q of a quantile: "quantile(0.9)".
   Given     HOW, one of them
   Returned  a constant text; TEXT
   Cost      O(1)
   Tested    tests/cli: aggregate-types, aggregate-usage  */
const char *pst_aggregate_name(enum pst_aggregate how);
const char *pst_aggregate_print(char text[PST_AGGREGATE_SIZE], enum pst_aggregate how, double q);

/* pst_aggregate_of: what the column of such values OF another is called: "sum(oda)", "quantile(oda,0.9)".
   Given     HOW, and Q if it is a quantile
   Returned  a text in ARENA; NULL when memory is out
   Cost      O(1)
   Tested    test_cells.c  */
const char *pst_aggregate_of(enum pst_aggregate how, double q, const char *of,
                             struct pst_arena *arena);

struct pst_cells;

/* What became of the rows. */
struct pst_cells_report {
  size_t rows, cells;
  size_t without_key;  /* rows */
  size_t missing;      /* values of rows in cells */
  size_t bounded_lost; /* medians and quantiles that bounded values leave open */
  const size_t
      *sizes; /* of each row of the table, how many known and bounded values each value column's
                          cell has, one after the other; in the arena of the table */
};

/* pst_cells_new: to take rows with N_KEYS keys and N_VALUES values, each of which becomes HOW.
   Given     any HOW but PST_AGGREGATE_NONE
   Returned  *CELLS, for pst_cells_free
   Status    PST_NO_MEMORY
   Cost      O(N_KEYS + N_VALUES)
   Tested    test_cells.c  */
enum pst_status pst_cells_new(enum pst_aggregate how, size_t n_keys, size_t n_values,
                              struct pst_cells **cells, struct pst_error *error);

/* pst_cells_become: the value V becomes HOW, at the probability Q if that is a quantile (0.5 at first).
   Given     V below N_VALUES, before rows are added; Q from 0 to 1
   Returned  CELLS
   Cost      O(1)
   Tested    test_cells.c  */
void pst_cells_become(struct pst_cells *cells, size_t v, enum pst_aggregate how, double q);

/* pst_cells_add: all rows of TABLE, whose columns KEYS are texts and times, and VALUES numbers.  Every
   call has columns of the same names in the same order.
   Given     TABLE, which may be freed afterwards
   Returned  CELLS with them; after a failure they are of no use
   Status    PST_BAD_DATA, with the line, for a time of another kind than those before, and for a number that
             is not its double where one of them is picked; PST_NO_MEMORY
   Cost      O(rows); memory for each cell, and with medians and quantiles for each value
   Tested    test_cells.c  */
enum pst_status pst_cells_add(struct pst_cells *cells, const struct pst_table *table,
                              const size_t *keys, const size_t *values, struct pst_error *error);

/* pst_cells_place: the rows that are added next are rows ROW and on of all rows; at first they are rows 0
   and on.  For parts that are added to cells of their own, and joined.
   Given     ROW, the number of those before
   Returned  nothing but the place in CELLS
   Cost      O(1)
   Tested    test_cells_merge.c  */
void pst_cells_place(struct pst_cells *cells, unsigned long long row);

/* pst_cells_merge: all rows of OTHER, which has the same aggregate and columns, and of which nothing is
   changed.  What comes of it is, to the bit, what one pst_cells for all rows had made, however they were
   parted and in whatever order the parts are joined, if each knew its rows' places.
   Given     FILES, by the file numbers of OTHER's rows, for messages
   Returned  CELLS with them; after a failure they are of no use
   Status    PST_BAD_DATA, with a line, for times of two kinds; PST_NO_MEMORY
   Cost      O(cells of OTHER)
   Tested    test_cells_merge.c  */
enum pst_status pst_cells_merge(struct pst_cells *cells, const struct pst_cells *other,
                                const char *const *files, struct pst_error *error);

/* pst_cells_pack: CELLS as bytes: the same rows, each with its place, make the same bytes, however they were parted
   and joined.
   Given     CELLS, of which nothing is changed but the order of values that are kept
   Returned  true, and the bytes at the end of OUT; false when memory is out
   Cost      O(cells log cells), and that of putting kept values in order
   Tested    test_cells_merge.c  */
bool pst_cells_pack(const struct pst_cells *cells, struct pst_buffer *out);

/* pst_cells_unpack: the cells that IN has next, for pst_cells_merge.
   Given     any bytes
   Returned  *CELLS, for pst_cells_free
   Status    PST_BAD_DATA when they are no cells; PST_NO_MEMORY
   Cost      O(bytes)
   Tested    test_cells_merge.c  */
struct pst_unpack;
enum pst_status pst_cells_unpack(struct pst_unpack *in, struct pst_cells **cells,
                                 struct pst_error *error);

/* pst_cells_rows: the rows that CELLS took, those of no cell among them.
   Given     any cells, whose first row was row 0
   Returned  their number
   Cost      O(1)
   Tested    test_cells_merge.c  */
unsigned long long pst_cells_rows(const struct pst_cells *cells);

/* pst_cells_shift: there were ROWS rows before those of CELLS, and LINES[f] lines of file f.
   Given     LINES of every file that CELLS name
   Returned  CELLS with the places and lines of all rows
   Cost      O(cells)
   Tested    test_cells_merge.c  */
void pst_cells_shift(struct pst_cells *cells, unsigned long long rows, const unsigned long *lines);

/* pst_cells_files: no cell is of a file from N_FILES on.
   Given     any cells
   Returned  the answer
   Cost      O(cells)
   Tested    test_cells_merge.c  */
bool pst_cells_files(const struct pst_cells *cells, size_t n_files);

/* pst_cells_finish: the cells as rows of TABLE, which has nothing but its files' names, in the order of their first rows, whose lines
   they have: the keys' columns first, then the values', called "sum(NAME)" and so on.
   Given     CELLS, to which nothing is added afterwards
   Returned  the columns and rows of TABLE; REPORT
   Status    PST_BAD_DATA for a sum that is too large for a number; PST_NO_MEMORY
   Cost      O(cells log cells), and that of the medians
   Tested    test_cells.c, by brute force  */
enum pst_status pst_cells_finish(struct pst_cells *cells, struct pst_table *table,
                                 struct pst_cells_report *report, struct pst_error *error);

/* pst_cells_free: CELLS, which may be NULL.
   Given     what pst_cells_new gave
   Cost      O(cells)
   Tested    test_cells.c  */
void pst_cells_free(struct pst_cells *cells);

#endif
