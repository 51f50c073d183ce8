/* shape_frame.c -- a shaped table as the frame that every layout makes. */
#include "layout/shape_steps.h"

static void find_end(struct pst_frame *frame)
{
  frame->end = frame->sheet->n_rows;
  pst_frame_footer(frame);
}

static void read_long(struct pst_headed *headed)
{
  struct pst_frame *frame = headed->frame;
  size_t n = 0;

  pst_shape_set_keys(frame);
  pst_shape_find_time(frame);
  pst_shape_find_period_part(frame);
  pst_shape_find_beside(frame);
  for (size_t c = 0; c < frame->n_columns; c++)
    n += frame->columns[c].role == PST_FRAME_VALUE;
  frame->variables = n > 1 && frame->n_parts == 0;
}

static enum pst_status read_header(struct pst_headed *headed, struct pst_error *error)
{
  struct pst_frame *frame = headed->frame;
  bool wide = headed->period_row != PST_NO_COLUMN;
  enum pst_status status = pst_headed_name_columns(headed, error);

  if (status == PST_OK)
    status = pst_headed_set_units(headed, error);
  pst_headed_drop_empty(headed);
  /* One row of names over columns without periods: they are variables, not keys. */
  if (status == PST_OK && (wide || headed->n_rows - pst_headed_count(headed, PST_ROW_UNITS) > 1))
    status = pst_headed_set_parts(headed, error);
  if (status != PST_OK)
    return status;
  find_end(frame);
  if (wide) {
    frame->in_order = frame->n_parts == 0;
    pst_shape_find_beside(frame);
  } else {
    read_long(headed);
  }
  return PST_OK;
}

enum pst_status pst_shape_frame(struct pst_frame *frame, struct pst_error *error)
{
  struct pst_shape shape;
  struct pst_headed headed = {.frame = frame, .shape = &shape};
  enum pst_status status;

  if (!pst_shape_find(frame->sheet, &frame->rules, frame->arena, &shape)
      || shape.body - shape.header > PST_HEADER_MOST)
    return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name, 0,
                       "no table is found: a row of names is expected, and rows of numbers below "
                       "it (delimiter '%s')",
                       frame->sheet->delimiter == '\t' ? "tab"
                                                       : (char[]){frame->sheet->delimiter, '\0'});
  status = pst_frame_begin(frame, shape.body - 1, error);
  if (status != PST_OK)
    return status;
  frame->by_shape = true;
  frame->header = shape.header;
  frame->n_header = shape.body - shape.header;
  frame->body = shape.body;
  headed.n_rows = frame->n_header;
  headed.lowest = pst_headed_lowest(&headed);
  pst_headed_find_periods(&headed);
  pst_headed_mark_measured(&headed);
  pst_headed_sort_rows(&headed);
  pst_headed_join_parts(&headed);
  return read_header(&headed, error);
}
