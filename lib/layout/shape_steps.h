/* shape_steps.h -- the steps from a shape to its frame, which only shape_frame.c puts together. */
#ifndef PST_LAYOUT_SHAPE_STEPS_H
#define PST_LAYOUT_SHAPE_STEPS_H

#include "layout/shape.h"

enum { PST_HEADER_MOST = 12 };

/* What each header row is to the value columns. */
enum pst_header_row {
  PST_ROW_PARTS,
  PST_ROW_PERIODS,
  PST_ROW_UNITS,
  PST_ROW_NAMES /* of the keys in the row below */
};

struct pst_headed {
  struct pst_frame *frame;
  const struct pst_shape *shape;
  enum pst_header_row kinds[PST_HEADER_MOST];
  size_t n_rows, period_row; /* period_row: PST_NO_COLUMN when none */
  size_t lowest;             /* of the rows that name number columns: those below it name keys */
};

/* shape_header.c: what the header rows are: the lowest that names number columns; the row of periods;
   the columns that are measured; the kind of each row, and how many are of one; months and quarters
   that join the periods. */
size_t pst_headed_lowest(const struct pst_headed *headed);
void pst_headed_find_periods(struct pst_headed *headed);
void pst_headed_mark_measured(struct pst_headed *headed);
void pst_headed_sort_rows(struct pst_headed *headed);
void pst_headed_join_parts(struct pst_headed *headed);
size_t pst_headed_count(const struct pst_headed *headed, enum pst_header_row kind);

/* And what they say: names, units, the keys that stand in the header; rows that say nothing. */
enum pst_status pst_headed_name_columns(struct pst_headed *headed, struct pst_error *error);
enum pst_status pst_headed_set_units(struct pst_headed *headed, struct pst_error *error);
enum pst_status pst_headed_set_parts(struct pst_headed *headed, struct pst_error *error);
void pst_headed_drop_empty(struct pst_headed *headed);

/* shape_columns.c: what columns are by their names and cells: numbers that are keys, the column of
   periods and of their parts, flags and notes beside values. */
void pst_shape_set_keys(struct pst_frame *frame);
void pst_shape_find_time(struct pst_frame *frame);
void pst_shape_find_period_part(struct pst_frame *frame);
void pst_shape_find_beside(struct pst_frame *frame);

#endif
