/* repeats.h -- rows that are equal in some columns. */
#ifndef PST_LOOK_REPEATS_H
#define PST_LOOK_REPEATS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

/* A column as a row comparison sees it: codes of texts, or numbers where CODE is NULL. */
struct pst_repeat_cells {
  const unsigned *code;
  const double *value; /* compared bit by bit: a missing number (NaN) equals another */
};

/* ROW says what EARLIER said, which is the first that did. */
struct pst_repeat {
  size_t row, earlier;
};

struct pst_repeats {
  size_t n;                 /* rows that are equal to an earlier row */
  size_t looked;            /* rows looked at */
  bool stopped;             /* there are more than MOST: N counts the first MOST + 1 */
  struct pst_repeat *first; /* the first of them, by row */
  size_t n_first;
};

/* pst_repeats_find: the rows of [0, n_rows) that are equal to an earlier row in all N columns.
   Given     rows R with skip[R] stand aside (SKIP may be NULL); MOST: stop after so many; NAMED: how
             many to name
   Returned  OUT, its list in ARENA, which also gives the scratch
   Status    PST_NO_MEMORY
   Cost      O(rows x columns), one hash table of rows; equal hashes are compared cell by cell
   Tested    test_repeats.c  */
enum pst_status pst_repeats_find(const struct pst_repeat_cells *columns, size_t n, size_t n_rows,
                                 const bool *skip, size_t most, size_t named,
                                 struct pst_arena *arena, struct pst_repeats *out,
                                 struct pst_error *error);

/* pst_repeats_number: NUMBER[R] for each row: equal rows have equal numbers, from 0 by first appearance.
   Given     room for n_rows in NUMBER
   Returned  *N_NUMBERS, how many different rows there are
   Status    PST_NO_MEMORY
   Cost      as pst_repeats_find  */
enum pst_status pst_repeats_number(const struct pst_repeat_cells *columns, size_t n, size_t n_rows,
                                   size_t *number, size_t *n_numbers, struct pst_error *error);

#endif
