/* tidy_cell.h -- one value cell of a framed sheet; only tidy.c and tidy_rows.c read them. */
#ifndef PST_TIDY_TIDY_CELL_H
#define PST_TIDY_TIDY_CELL_H

#include "tidy/tidy.h"

struct pst_tidy_cell {
  struct pst_value value;
  struct pst_text text; /* as printed */
  struct pst_text flag;
  bool number; /* reads with the decimal mark of the file */
};

/* pst_tidy_read_cell: the cell of ROW and COLUMN; its number with a decimal point goes to WRITTEN. */
void pst_tidy_read_cell(const struct pst_tidy *tidy, size_t row, size_t column,
                        struct pst_tidy_cell *cell, struct pst_buffer *written);

/* pst_tidy_is_dressed: CELL is a number, WRITTEN so, that is read otherwise or not at all where nothing says how:
   `5*`, `1.234,5`, `14,5 %`.  A token for a missing number is the user's to name.
   Tested    tests/cli dressed-* */
bool pst_tidy_is_dressed(const struct pst_tidy *tidy, const struct pst_tidy_cell *cell,
                         const struct pst_buffer *written);

#endif
