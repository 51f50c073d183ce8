/* insee.c -- INSEE's BDM: a column a series with its codes, newest period first. */
/* INSEE's BDM: a column a series, each followed by its codes; rows of label, number and date above;
   periods from the newest down, quarters as T1 to T4.  Series in rows have a column a period, and below each a row of codes. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "layout/agency/series.h"

static const char *const missing[] = {"(NaN)", "NaN", "nd", "n.d.", "-", NULL};

static bool is_label(struct pst_text cell)
{
  return pst_text_is(cell, "Libell\u00E9");
}

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  for (size_t r = 0; r < sheet->n_rows && r < 5; r++) {
    bool bank = pst_layout_has(sheet, r, "idBank") != PST_NO_COLUMN;

    for (size_t below = r; below < sheet->n_rows && below < r + PST_SERIES_TOP_MOST; below++)
      bank = bank || pst_text_is(pst_sheet_cell(sheet, below, 0), "idBank");
    if (!is_label(pst_sheet_cell(sheet, r, 0)) || !bank)
      continue;
    *header = r;
    snprintf(why, 256, "the cells 'Libell\u00E9' and 'idBank'");
    return true;
  }
  return false;
}

static bool is_codes(const struct pst_frame *frame, size_t column)
{
  return strcasecmp(frame->columns[column].name, "Codes") == 0;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  enum pst_status status;

  frame->when |= PST_WHEN_T_IS_QUARTER;
  if (pst_frame_wide(frame, frame->header) > 0) {
    frame->flags_below = "Codes";
    return PST_OK;
  }
  status = pst_series_read(frame, error);
  for (size_t c = 1; c < frame->n_columns && status == PST_OK; c++)
    if (is_codes(frame, c) && frame->columns[c - 1].role == PST_FRAME_VALUE)
      pst_frame_value(frame, c - 1, c, PST_NO_COLUMN);
  return status;
}

const struct pst_layout pst_layout_insee = {
    .name = "insee",
    .summary = "INSEE BDM: a column a series with its codes, newest period first",
    .missing = missing,
    .native = '.',
    .parted = ";",
    .recognise = recognise,
    .read = read};
