/* sdg.c -- UN Global SDG Database: series, areas, time, value, nature, units. */
/* UN Global SDG Database: SeriesCode, GeoAreaCode, TimePeriod, Value, Time_Detail, bounds, Nature,
   FootNote, Units.
   https://unstats.un.org/sdgs/dataportal */
#include "layout/agency/named.h"

static const char *const missing[] = {"NaN", "N", "NA", NULL};

static const struct pst_named_column names[] = {{"TimePeriod", PST_FRAME_PERIOD},
                                                {"Time_Detail", PST_FRAME_TWIN},
                                                {"Value", PST_FRAME_VALUE},
                                                {"UpperBound", PST_FRAME_VALUE},
                                                {"LowerBound", PST_FRAME_VALUE},
                                                {"Nature", PST_FRAME_FLAG},
                                                {"FootNote", PST_FRAME_NOTE},
                                                {"Units", PST_FRAME_UNIT},
                                                {"[Nature]", PST_FRAME_FLAG},
                                                {"[Units]", PST_FRAME_UNIT},
                                                {NULL, PST_FRAME_KEY}};

static bool has_years(const struct pst_sheet *sheet, size_t header)
{
  char when[PST_WHEN_SIZE];
  size_t n = 0;

  for (size_t c = 0; c < sheet->rows[header].n; c++)
    n += pst_when_read(pst_sheet_cell(sheet, header, c), PST_WHEN_DEFAULT, when, NULL);
  return n > 0 && pst_layout_has(sheet, header, "TimePeriod") == PST_NO_COLUMN
         && pst_layout_has(sheet, header, "Value") == PST_NO_COLUMN;
}

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  static const char *const signature[] = {"SeriesCode", "GeoAreaCode", "TimePeriod", "Value"};

  return pst_layout_sees(sheet, signature, 4, header, why)
         || (pst_layout_sees(sheet, signature, 2, header, why) && has_years(sheet, *header));
}

/* A column a year: there Value and TimePeriod are none. */
static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  enum pst_status status = pst_named_read(frame, names, error);

  if (status == PST_OK && pst_frame_find(frame, "TimePeriod") == PST_NO_COLUMN)
    (void)pst_frame_wide(frame, frame->header);
  return status;
}

const struct pst_layout pst_layout_sdg = {
    .name = "sdg",
    .codes_with_points = true,
    .summary = "UN SDG database: SeriesCode, GeoAreaCode, TimePeriod, Value, Nature",
    .missing = missing,
    .native = '.',
    .table = pst_layout_first_line,
    .recognise = recognise,
    .read = read};
