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

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  static const char *const signature[] = {"SeriesCode", "GeoAreaCode", "TimePeriod", "Value"};

  return pst_layout_sees(sheet, signature, 4, header, why);
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  return pst_named_read(frame, names, error);
}

const struct pst_layout pst_layout_sdg = {
    .name = "sdg",
    .summary = "UN SDG database: SeriesCode, GeoAreaCode, TimePeriod, Value, Nature",
    .missing = missing,
    .native = '.',
    .table = pst_layout_first_line,
    .recognise = recognise,
    .read = read};
