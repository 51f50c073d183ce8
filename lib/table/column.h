/* column.h -- one typed column, and its cells read and set by kind.

   What a cell is: missing, or known, or (numbers only) bounded.  How columns keep their cells is the
   business of lib/table: others read and set them through these functions, and take whole arrays for
   an inner loop from span.h. */
#ifndef PST_TABLE_COLUMN_H
#define PST_TABLE_COLUMN_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "interval/bounded.h"
#include "interval/period/period.h"
#include "printed/said.h"
#include "table/dictionary.h"

enum pst_column_type {
  PST_COLUMN_NUMBER, /* doubles; some cells may be bounded */
  PST_COLUMN_TIME,   /* periods, or plain numbers used as times */
  PST_COLUMN_TEXT
};

/* How a column is to be read. */
enum pst_want {
  PST_WANT_NUMBER, /* numbers and bounded cells */
  PST_WANT_TIME,   /* periods of one kind, or plain numbers */
  PST_WANT_TEXT,
  PST_WANT_ANY /* what all its cells allow: number, bounded, period, else text */
};

/* The arrays of a column, a cell a row; NULL where the column has no use for them. */
struct pst_column_cells {
  double *value;             /* NUMBER and TIME: NaN unless known */
  double *rest;              /* NUMBER: what value leaves of a number beyond 2^53; NULL: nothing */
  unsigned char *decimals;   /* NUMBER: digits printed after the decimal mark */
  struct pst_bounds *bounds; /* NUMBER: NULL while no cell is bounded; low NaN where it is not */
  unsigned *code;            /* TEXT, and TIME of a named kind: the cell as printed */
  struct pst_dictionary texts;
  unsigned char *token; /* of a missing cell: which of the table's missing_tokens stood there,
                           from 1, 255 for any after that; 0 the empty cell.  NULL: no token */
};

struct pst_column {
  const char *name;
  enum pst_column_type type;
  enum pst_want want;
  size_t field;                /* in the file, from 0; SIZE_MAX for a computed column */
  const char *unit, *title;    /* as the schema says; NULL when it does not */
  enum pst_period_kind period; /* TIME */
  size_t n_missing, n_bounded;
  size_t n_around; /* NUMBER: cells with a sign at the number, or blanks between thousands */
  char sign[8];    /* of them; "" when there is none */
  size_t n_said;   /* NUMBER: cells such as 5-9 and 10+, read as bounds */
  char said[PST_SAID_MOST + 1]; /* the first of them */
  size_t n_otherwise; /* TIME, while it is loaded: cells in other notations than polstat's */
  struct pst_column_cells arrays; /* for lib/table alone: `make lint` sees to it */
};

/* --- reading ----------------------------------------------------------------------------------

   Given     a row below the table's n_rows, or below the rows set so far while a table is made
   Returned  what each says; nothing is made but where it takes a BUFFER
   Cost      a few instructions
   Tested    test_column.c  */

/* pst_column_bounded: known only within bounds. */
static inline bool pst_column_bounded(const struct pst_column *column, size_t row)
{
  return column->arrays.bounds != NULL && !isnan(column->arrays.bounds[row].low);
}

/* pst_column_missing: neither known nor bounded. */
static inline bool pst_column_missing(const struct pst_column *column, size_t row)
{
  if (column->type == PST_COLUMN_TEXT)
    return column->arrays.code[row] == PST_CODE_MISSING;
  return isnan(column->arrays.value[row]) && !pst_column_bounded(column, row);
}

/* pst_column_number: the number or the time of a known cell, NaN of any other.  Not for texts. */
static inline double pst_column_number(const struct pst_column *column, size_t row)
{
  return column->arrays.value[row];
}

/* pst_column_rest: what pst_column_number leaves of the number as it was printed: a whole number beyond
   2^53 has more digits than a double; 0 where the double is the number, and below 2^53. */
static inline double pst_column_rest(const struct pst_column *column, size_t row)
{
  return column->arrays.rest == NULL ? 0 : column->arrays.rest[row];
}

/* pst_column_inexact: the first row from FROM on, below N, whose number is not the double; N: none.
   Cost      O(N - FROM), O(1) where no number is that long  */
size_t pst_column_inexact(const struct pst_column *column, size_t from, size_t n);

/* pst_column_compare: the numbers, or times, of two known cells as they were printed, whole numbers
   beyond 2^53 included: below 0, 0, above 0. */
int pst_column_compare(const struct pst_column *a, size_t row_a, const struct pst_column *b,
                       size_t row_b);

/* pst_column_distinct: how many different numbers, as they were printed, the known cells of ROWS[0..N)
   have (NULL: of the first N rows).
   Status    PST_NO_MEMORY
   Cost      O(N log N)  */
enum pst_status pst_column_distinct(const struct pst_column *column, const size_t *rows, size_t n,
                                    size_t *distinct, struct pst_error *error);

/* pst_column_known: the cell has one number or time. */
static inline bool pst_column_known(const struct pst_column *column, size_t row)
{
  return column->arrays.value != NULL && !isnan(column->arrays.value[row]);
}

/* pst_column_decimals: the digits printed after the decimal mark; 0 where that is not known. */
static inline int pst_column_decimals(const struct pst_column *column, size_t row)
{
  return column->arrays.decimals == NULL ? 0 : column->arrays.decimals[row];
}

/* pst_column_has_bounds: some cell may be bounded. */
static inline bool pst_column_has_bounds(const struct pst_column *column)
{
  return column->arrays.bounds != NULL;
}

/* pst_column_bounds: of a bounded cell. */
static inline const struct pst_bounds *pst_column_bounds(const struct pst_column *column,
                                                         size_t row)
{
  return &column->arrays.bounds[row];
}

/* pst_column_has_codes: some cell may have a text: the column is text, or periods of a named kind, or
   any. */
static inline bool pst_column_has_codes(const struct pst_column *column)
{
  return column->arrays.code != NULL;
}

/* pst_column_code: the number of the cell's text in pst_column_texts; PST_CODE_MISSING where it has
   none. */
static inline unsigned pst_column_code(const struct pst_column *column, size_t row)
{
  return column->arrays.code[row];
}

/* pst_column_texts: the distinct texts; perhaps also some of rows that were left out. */
static inline const struct pst_dictionary *pst_column_texts(const struct pst_column *column)
{
  return &column->arrays.texts;
}

/* pst_column_printed, pst_column_string: the text of a cell whose code is not missing. */
static inline struct pst_text pst_column_printed(const struct pst_column *column, size_t row)
{
  return column->arrays.texts.texts[column->arrays.code[row]];
}

static inline const char *pst_column_string(const struct pst_column *column, size_t row)
{
  return column->arrays.texts.texts[column->arrays.code[row]].data;
}

/* pst_column_fetch: the cell will be read soon: it is brought nearer meanwhile.  A call that is not inlined is
   left out by compilers, since it does nothing that they know of. */
static inline __attribute__((always_inline)) void pst_column_fetch(const struct pst_column *column,
                                                                   size_t row)
{
  if (column->arrays.code != NULL)
    __builtin_prefetch(&column->arrays.code[row]);
  if (column->arrays.value != NULL)
    __builtin_prefetch(&column->arrays.value[row]);
}

/* pst_column_token: the number of the token in a missing cell, from 1; 0 for the empty cell. */
static inline size_t pst_column_token(const struct pst_column *column, size_t row)
{
  return column->arrays.token == NULL ? 0 : column->arrays.token[row];
}

/* pst_column_text: the cell as text for people: as printed for text and named periods, else the
   shortest number, or all digits of a whole number beyond 2^53; NULL when missing.  BUFFER has PST_CELL_SIZE bytes. */
enum { PST_CELL_SIZE = 96 };
const char *pst_column_text(const struct pst_column *column, size_t row, char *buffer);

/* --- setting ----------------------------------------------------------------------------------

   For columns that are computed, made by pst_table_add_column: their cells are missing at first, but
   not counted so.  A cell is set once.
   Given     a row below the table's n_rows, of a column of the kind that is set
   Returned  the cell, in COLUMN
   Status    PST_NO_MEMORY, or false where a bool is returned
   Cost      a few instructions; O(rows) for the first rest, and the first bounds, of a column
   Tested    test_column.c  */

struct pst_table;

/* pst_column_set_number: VALUE (finite), printed with DECIMALS digits after the mark. */
void pst_column_set_number(struct pst_column *column, size_t row, double value, int decimals);

/* pst_column_set_rest: the number of a known cell is REST more than the double. */
enum pst_status pst_column_set_rest(const struct pst_table *table, struct pst_column *column,
                                    size_t row, double rest, struct pst_error *error);

/* pst_column_set_text: TEXT is copied. */
bool pst_column_set_text(struct pst_column *column, size_t row, struct pst_text text);

/* pst_column_set_bounds: BOUNDS, no point; they are counted. */
enum pst_status pst_column_set_bounds(const struct pst_table *table, struct pst_column *column,
                                      size_t row, const struct pst_bounds *bounds,
                                      struct pst_error *error);

/* pst_column_set_interval: a known cell as BOUNDS for what ranks intervals; the number stays, and the cell
   is not counted as bounded. */
enum pst_status pst_column_set_interval(const struct pst_table *table, struct pst_column *column,
                                        size_t row, const struct pst_bounds *bounds,
                                        struct pst_error *error);

#endif
