/* open_rows.h -- the records of a plain table without the lines that are none; only open.c makes them. */
#ifndef PST_TIDY_OPEN_OPEN_ROWS_H
#define PST_TIDY_OPEN_OPEN_ROWS_H

#include "tidy/open/open.h"
#include "tidy/tidy.h"

/* pst_open_rows: the records of TIDY as they stand in the file, under the names of its columns; the headings
   of sections are a column of their own, the first.  Values that HOW's reader would not read as they are read here
   are written as plain numbers, or as empty cells.
   Returned  *MADE, whose arrays are malloc'ed; in part after a failure; its names live in ARENA
   Status    PST_NO_MEMORY
   Cost      O(cells)
   Tested    tests/cli layout-rows, dressed-* */
enum pst_status pst_open_rows(const struct pst_layout_open *how, const struct pst_tidy *tidy,
                              struct pst_arena *arena, struct pst_made_records *made,
                              struct pst_error *error);

/* pst_open_rewritten: how many cells of TIDY are rewritten for HOW. */
size_t pst_open_rewritten(const struct pst_layout_open *how, const struct pst_tidy *tidy);

/* pst_open_say_rows: what was left out. */
void pst_open_say_rows(const struct pst_layout_open *how, const struct pst_tidy *tidy);

#endif
