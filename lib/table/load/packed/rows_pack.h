/* rows_pack.h -- the rows of a loader as bytes, before what all cells of a column have in common is known.

   What a cell is may depend on all cells of its column (times.h, texts.h), so that rows of a part of the input are kept
   as they were read: numbers as numbers, texts by their place in a dictionary.  Rows that are taken from such bytes
   leave a table as it would be if it had read them; where that depends on the rows before them, it is
   said, and the caller reads them from their file.

   All     Given     a loader whose columns are asked for, between pst_loader_begin and pst_loader_settle
           Tested    test_rows_pack.c  */
#ifndef PST_TABLE_LOAD_PACKED_ROWS_PACK_H
#define PST_TABLE_LOAD_PACKED_ROWS_PACK_H

#include "base/pack.h"
#include "table/load/loader.h"

/* pst_rows_pack: the rows of the table of LOADER, whose lines are counted from LINE (0: as they are).
   Returned  true, and the bytes at the end of OUT: the same rows make the same bytes; false when memory is out
   Cost      O(cells)  */
bool pst_rows_pack(const struct pst_loader *loader, unsigned long line, struct pst_buffer *out);

/* Packed rows of one file, open to be taken in their order. */
struct pst_rows {
  size_t n_rows, taken, n_columns;
  const char *lines; /* of 32 bits each; NULL: one behind the other, from FIRST_LINE */
  unsigned long first_line;
  struct pst_rows_column *columns;
  unsigned step; /* by which each code of a table is new */
};

/* pst_rows_open: the rows that IN has, for the columns of LOADER.
   Given     BYTES, which outlive ROWS
   Returned  ROWS, for pst_rows_close
   Status    PST_BAD_DATA when they are not rows of such columns; PST_NO_MEMORY
   Cost      O(texts)  */
enum pst_status pst_rows_open(struct pst_text bytes, const struct pst_loader *loader,
                              struct pst_rows *rows, struct pst_error *error);

/* pst_rows_fit: what ROWS are does not depend on the rows that the table of LOADER has.
   Given     ROWS, of which none is taken
   Returned  the answer: false where they have to be read from their file
   Cost      O(columns)  */
bool pst_rows_fit(const struct pst_rows *rows, const struct pst_loader *loader);

/* pst_rows_take: the next MOST rows, or those that are left, at the end of the table of LOADER, as rows of source
   FILE whose lines come behind LINE.
   Returned  the rows of the table
   Status    PST_NO_MEMORY
   Cost      O(cells)  */
enum pst_status pst_rows_take(struct pst_rows *rows, struct pst_loader *loader, size_t most,
                              unsigned file, unsigned long line, struct pst_error *error);

/* pst_rows_close: what ROWS keep; all zero is closed. */
void pst_rows_close(struct pst_rows *rows);

#endif
