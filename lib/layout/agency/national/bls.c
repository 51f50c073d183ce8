/* bls.c -- US Bureau of Labor Statistics: periods in two columns, footnote codes. */
/* US Bureau of Labor Statistics: series_id, year, period, value, footnote_codes; M13, Q05 and S03 are
   means of the year.  Or a page of one series, as its site gives it: `Series Id:` above a table of years and
   months, which begins with `Year`.
   https://download.bls.gov/pub/time.series/ */
#include "layout/agency/named.h"
#include "layout/shape/shape.h"

#include <stdio.h>

enum { LINES = 40 }; /* of a page, before its years */

static const char *const missing[] = {"-", NULL};

static const struct pst_named_column names[] = {
    {"year", PST_FRAME_PERIOD},    {"period", PST_FRAME_PERIOD_PART},
    {"value", PST_FRAME_VALUE},    {"footnote_codes", PST_FRAME_FLAG},
    {"footnotes", PST_FRAME_NOTE}, {NULL, PST_FRAME_KEY}};

static size_t page_of_series(const struct pst_sheet *sheet)
{
  static const char *const line[] = {"Series Id:"};
  size_t row = pst_layout_row_with(sheet, line, 1);

  for (size_t r = row; r < sheet->n_rows && r < row + LINES; r++)
    if (pst_text_is(pst_sheet_cell(sheet, r, 0), "Year"))
      return row;
  return PST_NO_COLUMN;
}

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  static const char *const signatures[][4] = {{"series_id", "year", "period", "value"},
                                              {"seriesID", "year", "period", "value"},
                                              {"Series ID", "Year", "Period", "Value"}};

  for (size_t i = 0; i < 3; i++)
    if (pst_layout_sees(sheet, signatures[i], 4, header, why))
      return true;
  if (page_of_series(sheet) == PST_NO_COLUMN)
    return false;
  *header = page_of_series(sheet);
  snprintf(why, 256, "the line 'Series Id:'");
  return true;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  if (page_of_series(frame->sheet) != PST_NO_COLUMN)
    return pst_shape_frame(frame, error);
  return pst_named_read(frame, names, error);
}

const struct pst_layout pst_layout_bls = {
    .name = "bls",
    .summary = "US Bureau of Labor Statistics: series_id, year, period (M13: the year), value",
    .missing = missing,
    .native = '.',
    .parted = ",\t",
    .table = pst_layout_first_line,
    .recognise = recognise,
    .read = read};
