/* cell.h -- one cell read as its column wants it.

   All     Given     cells of any bytes that are UTF-8; a column that pst_table_add_column made
           Tested    test_cell.c  */
#ifndef PST_TABLE_LOAD_CELL_H
#define PST_TABLE_LOAD_CELL_H

#include "base/number.h"
#include "printed/times.h"
#include "table/table.h"

struct pst_cell_rules {
  struct pst_number_style style;
  const char *const *missing;
  size_t n_missing;
  const struct pst_times_format *times; /* what times are written in; NULL: what all cells show */
  bool said;      /* a column of any kind is told to be of numbers: 5-9 is one, in bounds */
  bool no_advice; /* messages do not say what to do: the row is left out already */
};

/* pst_cell_is_missing: the empty cell, *TOKEN is then 0, or one of the tokens, *TOKEN its number
   from 1.
   Returned  the answer, and *TOKEN
   Cost      O(tokens)  */
bool pst_cell_is_missing(struct pst_text cell, const struct pst_cell_rules *rules, size_t *token);

/* pst_cell_read: CELL into row ROW of COLUMN, which has room for CAPACITY rows.
   Returned  the cell, in COLUMN, counted when it is missing or bounded
   Status    PST_BAD_DATA with a message that begins with the cell, without place or column:
             "'n/a' is not a number; use --missing n/a or --on-bad skip"; PST_NO_MEMORY
   Cost      some ten nanoseconds; O(capacity) for the first bounded, long or token cell  */
enum pst_status pst_cell_read(struct pst_column *column, size_t row, size_t capacity,
                              struct pst_text cell, const struct pst_cell_rules *rules,
                              struct pst_error *error);

/* pst_cell_fail_period, pst_cell_fail_kind: what is wrong with the time CELL: none, or one of the kind NOW
   among BEFORE.
   Status    PST_BAD_DATA, always
   Cost      that of the message  */
enum pst_status pst_cell_fail_period(struct pst_text cell, const struct pst_cell_rules *rules,
                                     struct pst_error *error);
enum pst_status pst_cell_fail_kind(struct pst_text cell, enum pst_period_kind now,
                                   enum pst_period_kind before, struct pst_error *error);

/* pst_cell_is_number: TEXT, not missing, is a number or bounded, of no more digits than are kept; with RULES' said
   also where that is said (printed/said.h).
   Returned  the answer
   Cost      that of reading it  */
bool pst_cell_is_number(struct pst_text text, const struct pst_cell_rules *rules);

/* pst_cell_is_text: the texts of the first N_ROWS rows of a column of kind PST_WANT_ANY allow nothing but text, whatever
   comes after them.
   Returned  *TEXT
   Status    PST_NO_MEMORY
   Cost      as pst_cell_settle  */
enum pst_status pst_cell_is_text(const struct pst_column *column, size_t n_rows,
                                 const struct pst_cell_rules *rules, bool *text,
                                 struct pst_error *error);

/* pst_cell_settle: after the last row of a column of kind PST_WANT_ANY: the type that all its
   texts allow, and its values.  TEXT keeps text as text (the schema said so).
   Returned  type, period and cells of COLUMN
   Status    PST_NO_MEMORY; of a column that was narrowed to numbers no cell is PST_BAD_DATA
   Cost      each distinct text is looked at once, then O(rows)  */
enum pst_status pst_cell_settle(struct pst_column *column, size_t n_rows, bool text,
                                const struct pst_cell_rules *rules, struct pst_error *error);

#endif
