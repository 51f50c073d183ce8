/* any.c -- any table with a header, long or with a column a period. */
/* A plain table: one header line or several, with titles above and notes below perhaps; what its
   columns are is seen from their names and cells. */
#include "layout/shape/shape.h"

#include <stdio.h>

#include "layout/layout.h"

const char *const pst_layout_any_missing[] = {
    "..",      "...",  "\u2026", "n/a", "N/A", "NA",   "#N/A", "n.a.", "-",    "--",
    "\u2014",  ":",    ".",      "***", "nan", "NaN",  "NULL", "null", "n.d.", "nd",
    "no data", "k.A.", "x",      "X",   "na",  "N.A.", "n.a",  "ND",   NULL};

enum { LOOK_MOST = 20 }; /* lines below a title */

static size_t first_filled(const struct pst_sheet *sheet)
{
  size_t row = 0;

  while (row < sheet->n_rows && pst_sheet_filled(sheet, row) == 0)
    row++;
  return row;
}

/* `Dataset,Banks` above a header of many cells: no header, for the lines below do not fit it. */
static bool is_title(const struct pst_sheet *sheet, size_t row)
{
  if (pst_sheet_filled(sheet, row) < 2)
    return true;
  for (size_t r = row + 1; r < sheet->n_rows && r < row + LOOK_MOST; r++)
    if (pst_sheet_width(sheet, r) > sheet->rows[row].n)
      return true;
  return false;
}

/* Where the first line is no title, it is taken for the header until the frame is made. */
static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_value_rules rules = {.missing = pst_layout_any_missing};
  struct pst_shape shape;
  size_t first = first_filled(sheet);

  *header = first < sheet->n_rows ? first : 0;
  if (first < sheet->n_rows && is_title(sheet, first)
      && pst_shape_find(sheet, &rules, NULL, &scratch, &shape))
    *header = shape.header;
  snprintf(why, 256, "no agency's header; names above rows of numbers");
  pst_arena_free(&scratch);
  return true;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  return pst_shape_frame(frame, error);
}

/* Unless a title stands above the header. */
static bool table(const struct pst_sheet *sheet, size_t header)
{
  return header <= first_filled(sheet);
}

const struct pst_layout pst_layout_plain = {
    .name = "plain",
    .summary = "any table with a header, long or with a column a period",
    .missing = pst_layout_any_missing,
    .flags = "eprfbFEPRI", /* no k, m, t, M, B: these may be thousands, millions */
    .table = table,
    .recognise = recognise,
    .read = read};
