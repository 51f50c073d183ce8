/* sections_above.c -- names above a header, or above one that stands again. */
#include <string.h>

#include "layout/shape/sections/sections.h"

/* `2019` alone above names: a heading that says the year of the records below it. */
bool pst_sections_is_year(struct pst_text cell)
{
  char when[PST_WHEN_SIZE];

  return cell.size == 4 && pst_when_read(cell, PST_WHEN_DEFAULT, when, NULL)
         && strcmp(when, "1800") >= 0 && strcmp(when, "2100") <= 0;
}

/* The header stands again right below ROW. */
bool pst_sections_stands_above_header(const struct pst_frame *frame, size_t row)
{
  size_t header = frame->header + frame->n_header - 1, last = frame->n_columns - 1;

  return row + 1 < frame->end && frame->n_header > 0
         && pst_sheet_cell(frame->sheet, header, last).size > 0
         && pst_text_equal(pst_sheet_cell(frame->sheet, row + 1, last),
                           pst_sheet_cell(frame->sheet, header, last));
}

/* The line right above the header that is a name alone; else PST_NO_COLUMN. */
size_t pst_sections_name_above(const struct pst_frame *frame)
{
  const struct pst_sheet *sheet = frame->sheet;
  size_t row = frame->header;

  while (row > 0 && pst_sheet_filled(sheet, row - 1) == 0)
    row--;
  return row > 0 && pst_sheet_filled(sheet, row - 1) == 1
                 && pst_sheet_cell(sheet, row - 1, 0).size > 0
             ? row - 1
             : PST_NO_COLUMN;
}

static bool stand_above_headers(const struct pst_sections *s)
{
  for (size_t i = 0; i < s->n; i++)
    if (!pst_sections_stands_above_header(s->frame, s->rows[i]))
      return false;
  return s->n > 0;
}

/* Where each heading has a header below it, the name above the first is that of the first records. */
size_t pst_sections_heading_above(const struct pst_sections *s)
{
  return stand_above_headers(s) ? pst_sections_name_above(s->frame) : PST_NO_COLUMN;
}
