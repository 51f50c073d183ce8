/* worldbank.c -- World Bank indicator files: a line a country, a column a year. */
/* The World Bank's indicator files: two or three lines about the source, then a line a country with
   a column a year.  An empty cell is missing. */
#include "layout/layout.h"

static const char *const missing[] = {"..", "NA", NULL};

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  static const char *const signatures[][2] = {{"Country Name", "Indicator Code"},
                                              {"Country Code", "Indicator Name"},
                                              {"Country Name", "Indicator Name"},
                                              {"Country Code", "Indicator Code"}};

  for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
    if (pst_layout_sees(sheet, signatures[i], 2, header, why))
      return pst_layout_has(sheet, *header, "Value") == PST_NO_COLUMN; /* else years are in rows */
  return false;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  /* The IMF's bulk files have these columns too, and below each line of values one of flags. */
  frame->attribute = pst_frame_find(frame, "Attribute");
  if (pst_frame_wide(frame, frame->header) > 0)
    return PST_OK;
  return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                     frame->sheet->rows[frame->header].line,
                     "the header has no column of a year; read it with --layout plain");
}

const struct pst_layout pst_layout_worldbank = {
    .name = "worldbank",
    .summary = "World Bank indicator file: a line a country, a column a year",
    .missing = missing,
    .native = '.',
    .recognise = recognise,
    .read = read};
