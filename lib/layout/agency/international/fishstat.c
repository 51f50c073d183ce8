/* fishstat.c -- FishStatJ of the FAO: a column a year, flags behind numbers. */
/* FishStatJ of the FAO: a column a year, `780 F` is an estimate, `0 0` more than nothing and less than
   half a unit, `...` not available.
   https://www.fao.org/fishery/en/topic/166235 */
#include <stdio.h>
#include <string.h>

#include "layout/layout.h"

static const char *const missing[] = {"...", "-", ".", NULL};

static bool has_part(const struct pst_sheet *sheet, size_t row, const char *part)
{
  for (size_t c = 0; c < sheet->rows[row].n; c++) {
    struct pst_text cell = pst_sheet_cell(sheet, row, c);

    if (memmem(cell.data, cell.size, part, strlen(part)) != NULL)
      return true;
  }
  return false;
}

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  static const char *const marks[] = {"ASFIS species", "FAO major fishing area",
                                      "Production area (FAO"};

  for (size_t r = 0; r < sheet->n_rows && r < 10; r++)
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
      if (has_part(sheet, r, marks[i])) {
        *header = r;
        snprintf(why, 256, "the name '%s'", marks[i]);
        return true;
      }
  return false;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  if (pst_frame_wide(frame, frame->header) > 0)
    return PST_OK;
  return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                     frame->sheet->rows[frame->header].line,
                     "no column of a year is found; say --layout plain");
}

const struct pst_layout pst_layout_fishstat = {
    .name = "fishstat",
    .summary = "FAO FishStatJ: a column a year, flags behind the numbers (780 F)",
    .missing = missing,
    .flags = "FEINRTXM0",
    .native = '.',
    .recognise = recognise,
    .read = read};
