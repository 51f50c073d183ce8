/* cells_state.h -- what cells hold, for the files that fill, join and finish them.

   All     Given     cells that pst_cells_new made, and keys of them
           Returned  the answer, and what is set in CELLS or KEY
           Cost      O(keys), that of one look into the hash
           Tested    test_cells.c, test_cells_merge.c, by way of cells.h  */
#ifndef PST_TABLE_GROUP_CELLS_STATE_H
#define PST_TABLE_GROUP_CELLS_STATE_H

#include <stdint.h>

#include "base/hash.h"
#include "table/group/cell_value.h"

/* A key's part of a row: the code of a text, or the bits of a number's double. */
struct pst_cells_key {
  const char *name, *unit, *title;
  enum pst_want want;
  enum pst_period_kind period; /* of times */
  size_t field;
  bool any; /* a time was read */
  struct pst_dictionary texts;
};

struct pst_cells_value {
  const char *name, *unit, *title;
  size_t field;
  bool not_whole; /* some number is not: >10 is then no 11 or more */
};

struct pst_cells {
  enum pst_aggregate how;
  double q; /* of a quantile */
  size_t n_keys, n_values;
  bool begun;
  struct pst_cells_key *keys;
  struct pst_cells_value *values;
  uint64_t *parts;               /* n_cells * n_keys */
  struct pst_cell_value *totals; /* n_cells * n_values */
  unsigned long *line;           /* of each cell's first row */
  unsigned *file;
  unsigned long long *place; /* of that row among all rows: the order of the cells */
  unsigned long long next;   /* the place of the next row */
  size_t n_cells, capacity;
  struct pst_hash by_keys;
  size_t last;      /* the cell of the row before */
  uint64_t *row;    /* the keys of the row in hand */
  uint64_t *batch;  /* room for those of many */
  unsigned **codes; /* of each text key: code in the table in hand -> code here, or missing */
  struct pst_cells_report report;
  struct pst_arena arena;
};

/* A cell and the place of its first row. */
struct pst_cells_place {
  unsigned long long place;
  size_t cell;
};

/* pst_cells_order, of cells_table.c: the cells in the order of their first rows, to be freed; NULL when memory is out. */
struct pst_cells_place *pst_cells_order(const struct pst_cells *cells);

/* pst_cells_find: cells->last is the cell of the keys in cells->row, new, with no values, if there was
   none (its place, line and file are then the caller's to set).  False when memory is out. */
bool pst_cells_find(struct pst_cells *cells, bool *is_new);

/* pst_cells_kind: a time of the kind PERIOD goes with those that KEY has seen; KEY->period is then what
   both are: years and plain numbers go together, every other kind stands alone. */
bool pst_cells_kind(struct pst_cells_key *key, enum pst_period_kind period);

/* pst_cells_fail_kind: the time TEXT in LINE of FILE, of the kind PERIOD, does not.
   Status    PST_BAD_DATA, always  */
enum pst_status pst_cells_fail_kind(const struct pst_cells_key *key, const char *text,
                                    enum pst_period_kind period, const char *file,
                                    unsigned long line, struct pst_error *error);

#endif
