/* table.h -- typed columns in memory: what the programs compute on.

   All     Given     a table, at first all zero; rows below n_rows
           Returned  TABLE, or what each says of it
           Cost      O(1) but where it is said
           Tested    test_table.c  */
#ifndef PST_TABLE_TABLE_H
#define PST_TABLE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "table/column.h"

struct pst_table {
  struct pst_column *columns;
  size_t n_columns, columns_capacity;
  size_t n_rows, rows_capacity;
  /* Where each row stands, by pst_table_line and pst_table_file.  The rows of one file mostly stand in as many
     lines: the arrays, for which there is room, are used from the first row on that does not. */
  bool placed;
  unsigned long first_line;
  unsigned long *lines;   /* physical line of each row */
  unsigned *file_numbers; /* index in files of each row */
  const char **files;
  size_t n_files;
  const char **missing_tokens; /* what stands for a missing cell, besides the empty one */
  size_t n_missing_tokens;
  size_t rows_read, rows_rejected;
  bool partial; /* these rows are a part: what all cells of a column have in common is not known */
  struct pst_arena arena; /* names, units, texts that outlive the load */
};

/* pst_table_add_column: an empty column for the rows there are (numbers missing); NULL when memory
   is out.  The pointer is good until the next call.
   Cost      O(rows)  */
struct pst_column *pst_table_add_column(struct pst_table *table, const char *name,
                                        enum pst_want want);

/* pst_table_reserve: room for ROWS rows in every column.
   Status    PST_NO_MEMORY
   Cost      O(rows * columns) where there is none; half as much again at least is made  */
enum pst_status pst_table_reserve(struct pst_table *table, size_t rows, struct pst_error *error);

/* pst_table_bounds: see that COLUMN has bounds, none set yet.
   Status    PST_NO_MEMORY
   Cost      O(rows) the first time  */
enum pst_status pst_table_bounds(const struct pst_table *table, struct pst_column *column,
                                 struct pst_error *error);

/* pst_table_place: ROW, for which there is room, stands in LINE of the file number FILE.
   Given     rows in order, the first one first
   Cost      O(1), and O(rows) once */
void pst_table_place(struct pst_table *table, size_t row, unsigned long line, unsigned file);

/* pst_table_line: the physical line of ROW. */
static inline unsigned long pst_table_line(const struct pst_table *table, size_t row)
{
  return table->placed ? table->lines[row] : table->first_line + row;
}

/* pst_table_file_number: the index of its file in files. */
static inline unsigned pst_table_file_number(const struct pst_table *table, size_t row)
{
  return table->placed ? table->file_numbers[row] : 0;
}

/* pst_table_keep: drop the rows R with !keep[R].
   Given     KEEP, one a row
   Cost      O(rows * columns)  */
void pst_table_keep(struct pst_table *table, const bool *keep);

/* pst_table_empty: no rows, and only the first N_COLUMNS columns, to be filled again; what their types
   are is kept, their texts are not. */
void pst_table_empty(struct pst_table *table, size_t n_columns);

/* pst_table_file: the name of the file of ROW, for messages. */
const char *pst_table_file(const struct pst_table *table, size_t row);

/* pst_table_other: where row OTHER stands, for a message about row ROW: "line 9", or "b.csv, line 9"
   when that is another file. */
enum { PST_PLACE_SIZE = 600 };
const char *pst_table_other(const struct pst_table *table, size_t row, size_t other,
                            char place[PST_PLACE_SIZE]);

/* pst_table_free: all that TABLE keeps; it is then empty. */
void pst_table_free(struct pst_table *table);

#endif
