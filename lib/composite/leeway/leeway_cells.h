/* leeway_cells.h -- between which numbers the indicators of a slice are.  For leeway.c.

   pst_composite_cells_take: the bounds of each cell.
   Given     job, frame, slice   the columns loaded
   Returned  low, high     the bounds, NaN where a cell is missing.  Bounds of a column of whole numbers are whole
             first, last   the same where they are reached.  An open bound is not: of a column of amounts it stands a
                           millionth of the cell's width inwards, where orders alone count the next number within
             any_open      some cell has such a bound
             endless       what is said where a cell has no bound at one end and its scale needs it; else NULL.  What is
                           beyond all others stands for the end where order alone counts, or goalposts cut it off
   Status    PST_NO_MEMORY
   Cost      O(cells + rows of the table)
   pst_composite_between: a value of cell C between its ends, whole where it has to be.  O(1)
   Tested    tests/cli/composite-leeway*; tests/cli/test_leeway_brute.py */
#ifndef PST_COMPOSITE_LEEWAY_LEEWAY_CELLS_H
#define PST_COMPOSITE_LEEWAY_LEEWAY_CELLS_H

#include "composite/slice.h"

struct pst_composite_cells {
  double *low, *high, *first, *last; /* n rows of as many as there are indicators */
  bool *whole; /* of each indicator: what is within bounds is a whole number */
  size_t n, count;
  bool any_open;
  const char *endless;
};

enum pst_status pst_composite_cells_take(struct pst_job *job,
                                         const struct pst_indicator_frame *frame,
                                         const struct pst_composite_slice *slice,
                                         struct pst_composite_cells *cells,
                                         struct pst_error *error);
double pst_composite_between(const struct pst_composite_cells *cells, size_t c);

#endif
