/* weigh.h -- the numbers of the prose, held to their evidence. */
#ifndef PST_NOTEBOOK_COMPARE_WEIGH_H
#define PST_NOTEBOOK_COMPARE_WEIGH_H

#include "notebook/read/notebook.h"

/* pst_weigh_numbers: each chosen number of NOTEBOOK, which has run, against the cell that its evidence names:
   FILE#COLUMN=VALUE&COLUMN=VALUE&COLUMN.  Parts with = choose the row; the last part without one is the column of
   the number (estimate when there is none), behind a factor where the prose has another sign or unit:
   -100*estimate.  %26, %3D and %23 stand for &, = and #.  FILE is one that a block made, the nearest before
   the number, else behind it, else one beside the notebook.
   Returned  value, differs, corrected or failure of each
   Status    PST_NO_MEMORY
   Tested    tests/cli/notebook-numbers, notebook-evidence  */
enum pst_status pst_weigh_numbers(struct pst_notebook *notebook, struct pst_error *error);

#endif
