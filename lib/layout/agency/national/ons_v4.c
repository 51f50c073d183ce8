/* ons_v4.c -- Office for National Statistics, v4_N files: a code and a label a dimension. */
/* Office for National Statistics, the files of `customise my data`: v4_N, then N columns that mark it,
   then a code and a label of each dimension, time first or anywhere.
   https://developer.ons.gov.uk */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "layout/layout.h"

static const char *const missing[] = {"x", "..", "[x]", "-", NULL};

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  struct pst_text first = pst_sheet_cell(sheet, 0, 0);

  if (sheet->n_rows < 2 || first.size < 4 || strncasecmp(first.data, "v4_", 3) != 0
      || pst_layout_has(sheet, 0, "Time") == PST_NO_COLUMN)
    return false;
  *header = 0;
  snprintf(why, 256, "the column '%.*s' with 'Time'", (int)pst_utf8_head(first, 20).size,
           first.data);
  return true;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  size_t marks = (size_t)strtoul(frame->columns[0].name + 3, NULL, 10),
         time = pst_frame_find(frame, "Time");

  (void)error;
  pst_frame_value(frame, 0, marks > 0 && frame->n_columns > 1 ? 1 : PST_NO_COLUMN, PST_NO_COLUMN);
  frame->columns[time].role = PST_FRAME_PERIOD;
  if (time > 0 && frame->columns[time - 1].role == PST_FRAME_KEY) {
    frame->columns[time - 1].role = PST_FRAME_TWIN;
    /* It is called after how its times are written: `Jan-21`. */
    if (strcasecmp(frame->columns[time - 1].name, "mmm-yy") == 0)
      frame->when |= PST_WHEN_SHORT_MONTHS | PST_WHEN_SHORT_YEARS;
  }
  return PST_OK;
}

const struct pst_layout pst_layout_ons_v4 = {
    .name = "ons-v4",
    .summary = "Office for National Statistics: v4_1, Data Marking, a code and a label a dimension",
    .missing = missing,
    .native = '.',
    .table = pst_layout_first_line,
    .recognise = recognise,
    .read = read};
