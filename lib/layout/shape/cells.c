/* cells.c -- how many cells of a column are of a kind. */
#include "layout/shape/steps.h"

/* How many filled cells of COLUMN satisfy TEST, and how many are filled. */
size_t pst_shape_count(const struct pst_frame *frame, size_t column,
                       bool (*test)(struct pst_text, unsigned), size_t *filled)
{
  size_t n = 0;

  *filled = 0;
  for (size_t r = frame->body; r < frame->end && *filled < 2000; r++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, r, column);

    /* Notes at the end have one cell at most. */
    if (cell.size == 0 || (frame->n_columns > 1 && pst_sheet_filled(frame->sheet, r) < 2))
      continue;
    ++*filled;
    n += test(cell, frame->when);
  }
  return n;
}

bool pst_shape_mostly(const struct pst_frame *frame, size_t column,
                      bool (*test)(struct pst_text, unsigned))
{
  size_t filled, n = pst_shape_count(frame, column, test, &filled);

  return filled > 0 && n * 10 >= filled * 9;
}
