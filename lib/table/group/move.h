/* move.h -- rows of a table as bytes, each for the one of several that owns its group; and from such bytes to a table.

   Who owns a group depends on the texts of its keys alone, so that all rows of a group come together, wherever they were
   read.  Rows keep their order and their places: what is computed of a group is what it would be among all rows.

   All     Given     columns of numbers, of times and of texts
           Tested    test_move.c  */
#ifndef PST_TABLE_GROUP_MOVE_H
#define PST_TABLE_GROUP_MOVE_H

#include <stdint.h>

#include "base/pack.h"
#include "table/table.h"

/* Which columns of a table go: COLUMNS[KEYS[0]], ... tell the groups apart. */
struct pst_move_columns {
  const size_t *columns, *keys;
  size_t n, n_keys;
};

/* Of each of N owners what goes there; all zero but N is empty, and is not to be copied. */
struct pst_move {
  size_t n;
  struct pst_buffer *to;
  uint64_t *rows;
  uint64_t n_rows;     /* that were added, and so the place of the next */
  uint64_t n_left_out; /* of these without a key: they are in no group, and go nowhere */
};

/* pst_move_add: the rows of TABLE behind those that MOVE has.
   Returned  MOVE, for pst_move_free
   Status    PST_UNDEFINED for lines that are too far apart; PST_NO_MEMORY
   Cost      O(rows * columns)  */
enum pst_status pst_move_add(struct pst_move *move, const struct pst_table *table,
                             const struct pst_move_columns *columns, struct pst_error *error);
void pst_move_free(struct pst_move *move);

/* pst_move_head: what TABLE says of the columns that go, at the end of OUT.
   pst_move_make: the columns that HEAD says, at the end of those of TABLE, which has no rows.
   Returned  OUT; TABLE
   Status    PST_BAD_DATA when it says none; PST_NO_MEMORY
   Cost      O(columns)  */
void pst_move_head(const struct pst_table *table, const struct pst_move_columns *columns,
                   struct pst_buffer *out);
enum pst_status pst_move_make(struct pst_text head, struct pst_table *table,
                              struct pst_error *error);

/* What the lines of a file lie behind, in one piece of the input. */
struct pst_move_lines {
  unsigned file;
  unsigned long behind;
};

/* pst_move_take: the rows that BYTES are, of what one owner gets, at the end of TABLE, which has room for them.  Their place is
   PLACE and that among the rows of their piece: it goes to PLACES, of each row of the table.
   Given     the N files of LINES
   Returned  TABLE, PLACES
   Status    PST_BAD_DATA for bytes that are no rows of such columns; PST_NO_MEMORY
   Cost      O(rows * columns)  */
enum pst_status pst_move_take(struct pst_text bytes, const struct pst_move_lines *lines, size_t n,
                              uint64_t place, struct pst_table *table, uint64_t *places,
                              struct pst_error *error);

/* pst_move_texts: TEXTS in their order, at the end of OUT.
   pst_move_take_texts: they, behind those that TEXTS has.
   Returned  OUT; TEXTS, false when memory is out or IN has none (it says which)
   Cost      O(size of the texts)  */
void pst_move_texts(const struct pst_dictionary *texts, struct pst_buffer *out);
bool pst_move_take_texts(struct pst_unpack *in, struct pst_dictionary *texts);

/* pst_move_number_texts: the same into COLUMN, which has no rows.
   Returned  COLUMN, whose texts are numbered in that order; as pst_move_take_texts
   Cost      O(size of the texts)  */
bool pst_move_number_texts(struct pst_unpack *in, struct pst_column *column);

/* pst_move_owner: who of N owns the group of ROW; SIZE_MAX: it is in none.
   Returned  the answer
   Cost      O(size of the keys)  */
size_t pst_move_owner(const struct pst_table *table, const struct pst_move_columns *columns,
                      size_t row, size_t n);

#endif
