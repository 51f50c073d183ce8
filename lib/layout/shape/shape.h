/* shape.h -- where the table of a sheet is, when nothing but the cells tell: titles, header rows, a
   row of units, records, notes.

   Readings of the whole sheet are held against each other (score.h): which rows are the header, and
   where the records begin.  The one that costs least is taken; when another one is within reach and
   would give other cells, the user is asked. */
#ifndef PST_LAYOUT_SHAPE_SHAPE_H
#define PST_LAYOUT_SHAPE_SHAPE_H

#include "layout/frame.h"
#include "layout/shape/kinds.h"

/* All row numbers are of the sheet. */
struct pst_shape {
  struct pst_kinds grid;
  size_t width;        /* cells that most rows have */
  size_t header, body; /* header rows [header, body); none when they are equal */
  bool *numeric;       /* of each column: its cells are numbers */
  bool *periodic;      /* of each column: its cells are periods */
  bool *empty;         /* of each column: nothing stands below the header */
  double cost;
  /* The best reading that gives other cells, and how much more it costs. */
  size_t other_header, other_body;
  double margin;
};

/* pst_shape_find: the shape of SHEET; numbers and missing tokens are read by RULES; ASKED may be
   NULL.
   Returned  false when there are no numbers below a row of names, or memory is out
   Cost      a few passes over the cells  */
bool pst_shape_find(const struct pst_sheet *sheet, const struct pst_value_rules *rules,
                    const struct pst_asked *asked, struct pst_arena *arena,
                    struct pst_shape *shape);

/* pst_shape_frame: the frame of a sheet of that shape: periods in the header or in a column, keys
   that stand in further header rows, units, flags and notes beside the values.
   Status    PST_BAD_DATA when no table is found, or two are within reach; PST_NO_MEMORY  */
enum pst_status pst_shape_frame(struct pst_frame *frame, struct pst_error *error);

/* pst_shape_check_split: --split-names, where given, is what the periods of some value columns were read by, or says the
   same of them.
   Status    PST_BAD_DATA when no value column is called so  */
enum pst_status pst_shape_check_split(const struct pst_frame *frame, struct pst_error *error);

/* pst_shape_is_dotted: each cell of COLUMN is a year, a dot and a part of it, 2015.1: periods, or decimals.
   Cost      O(records) */
bool pst_shape_is_dotted(const struct pst_frame *frame, size_t column);

#endif
