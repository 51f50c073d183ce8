/* table.h -- a file of data as claims see it: what its keys are, what its values are, in which unit. */
#ifndef PST_TRACE_TABLE_H
#define PST_TRACE_TABLE_H

#include "interval/unit.h"
#include "table/table.h"

enum { PST_TRACE_KEYS_MOST = 4 };

enum pst_trace_role {
  PST_TRACE_NONE, /* notes, sources, codes that are not needed */
  PST_TRACE_TEXT,
  PST_TRACE_TIME,
  PST_TRACE_NUMBER
};

struct pst_trace_column {
  const struct pst_column *column;
  enum pst_trace_role role;
  size_t distinct, known, decimals; /* DECIMALS: the most that are printed */
  bool whole, fiscal;               /* of times: whole numbers; FYN */
  bool digits;                      /* texts that begin as numbers do: +8.1%p */
  double
      *value; /* a code: its number, the middle of its bounds, the start of its period; NAN: none */
  double *half;         /* a code: half of what it leaves open, 0 of a whole number */
  struct pst_unit unit; /* of numbers */
  bool has_unit;
  double scale; /* what a cell stands for, in units: 1e9 of billions */
};

struct pst_trace_table {
  const char *path, *name; /* NAME: as a claims file may call it */
  struct pst_table table;
  struct pst_trace_column *columns; /* n_columns of the table */
  size_t keys[PST_TRACE_KEYS_MOST], key_count;
  size_t *values, value_count;
};

/* pst_trace_table_open: the file at PATH, in ARENA.
   Returned  table  without keys when no few columns tell its rows apart: it cannot be named in claims
   Status    as pst_loader_open and pst_loader_run; PST_IO for what is no regular file
   Cost      one pass; up to a hundred sets of columns are tried as its key, a pass each
   Tested    tests/unit/trace/test_trace.c, tests/cli/claims-table-*, claims-trace-*  */
enum pst_status pst_trace_table_open(const char *path, struct pst_arena *arena,
                                     struct pst_trace_table *table, struct pst_error *error);

void pst_trace_table_close(struct pst_trace_table *table);

/* pst_trace_cell: the number of ROW in column VALUE, NAN where it has none; *HALF is half a unit of its last digit, 0
   of a whole number. */
double pst_trace_cell(const struct pst_trace_table *table, size_t row, size_t value, double *half);

/* pst_trace_statement: the statement `table` of value column VALUE, its path as seen from FOLDER (pst_trace_path),
   appended to OUT. */
void pst_trace_statement(struct pst_buffer *out, const struct pst_trace_table *table, size_t value,
                         const char *output);

/* pst_trace_path: PATH in quotes, as a claims file that goes to OUTPUT must name it: a path there is seen from its folder.
   Given  OUTPUT, NULL or "-" for standard output, which is of the current folder */
void pst_trace_path(struct pst_buffer *out, const char *path, const char *output);

/* pst_trace_name: how the statement calls the table of value column VALUE; pst_trace_index: the key of ROW number
   KEY as an index: 1997, "Japan". */
void pst_trace_name(struct pst_buffer *out, const struct pst_trace_table *table, size_t value);
void pst_trace_index(struct pst_buffer *out, const struct pst_trace_table *table, size_t row,
                     size_t key);

#endif
