/* shape.h -- where the table of a sheet is, when nothing but the cells tell: titles, header rows, a
   row of units, records, notes. */
#ifndef PST_LAYOUT_SHAPE_H
#define PST_LAYOUT_SHAPE_H

#include "layout/frame.h"

/* All row numbers are of the sheet. */
struct pst_shape {
  size_t width;        /* cells that most rows have */
  size_t header, body; /* header rows [header, body) */
  bool *numeric;       /* of each column: its cells are numbers */
};

/* pst_shape_find: the shape of SHEET; numbers and missing tokens are read by RULES.
   Returned  false when there is no row of numbers below a row of names
   Cost      a few passes over the cells  */
bool pst_shape_find(const struct pst_sheet *sheet, const struct pst_value_rules *rules,
                    struct pst_arena *arena, struct pst_shape *shape);

/* pst_shape_frame: the frame of a sheet of that shape: periods in the header or in a column, keys
   that stand in further header rows, units, flags and notes beside the values.
   Status    PST_BAD_DATA when no table is found; PST_NO_MEMORY  */
enum pst_status pst_shape_frame(struct pst_frame *frame, struct pst_error *error);

#endif
