/* grid.h -- a result in memory: named columns of numbers and texts, by row.  Every format is
   written from it.

   All     Given     a grid, at first all zero; rows and columns that it has, the kind of the column's cells
           Returned  the cells, in GRID
           Cost      O(1), adding a row O(columns) and now and then a copy of all
           Tested    test_report.c  */
#ifndef PST_REPORT_GRID_H
#define PST_REPORT_GRID_H

#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

enum pst_cell_kind {
  PST_CELL_TEXT,    /* const char *; NULL is missing, "" is not */
  PST_CELL_NUMBER,  /* double; NaN is missing */
  PST_CELL_INTEGER, /* whole double up to 2^53, printed without exponent; NaN is missing */
  PST_CELL_BOOLEAN  /* 0 or 1: true, false; NaN is missing */
};

enum pst_align { PST_ALIGN_AUTO, PST_ALIGN_LEFT, PST_ALIGN_RIGHT }; /* auto: numbers right */

/* What a column is to a reader: formats for people merge, shorten and leave out by it. */
enum pst_role {
  PST_ROLE_PLAIN,
  PST_ROLE_LABEL,  /* names what a row is about: may stand above its rows */
  PST_ROLE_METHOD, /* what computed it: may stand above its rows */
  PST_ROLE_TERM,   /* what the number of a row is: may stand there too */
  PST_ROLE_UNIT,   /* its unit: may stand above the table, term by term */
  PST_ROLE_CONF_LOW,
  PST_ROLE_CONF_HIGH, /* next column after CONF_LOW */
  PST_ROLE_PREDICT_LOW,
  PST_ROLE_PREDICT_HIGH, /* next column after PREDICT_LOW: the interval of a new value */
  PST_ROLE_P_VALUE,
  PST_ROLE_P_METHOD, /* next column after P_VALUE */
  PST_ROLE_P_ADJUSTED,
  PST_ROLE_MINOR, /* the first to go when the terminal is narrow */
  PST_ROLE_NOTE   /* a numbered footnote in text */
};

/* Cells that are found when they are written, of a table too large to be held: NUMBER(CONTEXT, row, place), and TEXT
   in columns of texts, whose texts are good until the next call. */
struct pst_grid_source {
  double (*number)(const void *context, size_t row, size_t place);
  const char *(*text)(const void *context, size_t row, size_t place);
  const void *context;
};

struct pst_grid_column {
  const char *name;
  enum pst_cell_kind kind;
  enum pst_align align;
  enum pst_role role;
  const char *unit; /* shown after the name in formats for people; NULL when none */
  int digits;       /* significant digits for people; 0: those of the options */
  const struct pst_grid_source *source; /* NULL: they are in cells */
  size_t place;                         /* for the source: which column this is */
  union {
    const char **texts; /* the cells: n_rows of them */
    double *numbers;
  } cells;
};

/* All zero is an empty grid. */
struct pst_grid {
  struct pst_grid_column *columns;
  size_t n_columns;
  size_t columns_capacity;
  size_t n_rows;
  size_t rows_capacity;
  double conf_level;      /* of a CONF_LOW, CONF_HIGH pair; 0 means 0.95 */
  struct pst_arena texts; /* what pst_grid_copy_text keeps */
};

/* pst_grid_add_column: append a column like SPEC (its cells are ignored), missing in all rows that
   exist.  NAME and UNIT are kept as pointers.
   Status    PST_NO_MEMORY
   Cost      O(rows)  */
enum pst_status pst_grid_add_column(struct pst_grid *grid, const struct pst_grid_column *spec,
                                    struct pst_error *error);

/* pst_grid_add_row: append a row, all missing; it is row grid->n_rows - 1.
   pst_grid_add_rows: the same, COUNT at once.
   Status    PST_NO_MEMORY; GRID is then as it was  */
enum pst_status pst_grid_add_row(struct pst_grid *grid, struct pst_error *error);

enum pst_status pst_grid_add_rows(struct pst_grid *grid, size_t count, struct pst_error *error);

/* pst_grid_number: the number of a cell in a column that is not text. */
static inline double pst_grid_number(const struct pst_grid_column *column, size_t row)
{
  if (column->source != NULL)
    return column->source->number(column->source->context, row, column->place);
  return column->cells.numbers[row];
}

/* pst_grid_text: the text of a cell in a column of texts. */
static inline const char *pst_grid_text(const struct pst_grid_column *column, size_t row)
{
  if (column->source != NULL)
    return column->source->text(column->source->context, row, column->place);
  return column->cells.texts[row];
}

/* pst_grid_set_number: VALUE as the cell; NaN: missing. */
void pst_grid_set_number(struct pst_grid *grid, size_t row, size_t column, double value);

/* pst_grid_set_text: TEXT is kept as a pointer and must outlive the grid; pst_grid_copy_text keeps
   a copy of its own.
   Status    PST_NO_MEMORY  */
void pst_grid_set_text(struct pst_grid *grid, size_t row, size_t column, const char *text);
enum pst_status pst_grid_copy_text(struct pst_grid *grid, size_t row, size_t column,
                                   const char *text, struct pst_error *error);

/* pst_grid_free: what GRID keeps; it is then all zero. */
void pst_grid_free(struct pst_grid *grid);

#endif
