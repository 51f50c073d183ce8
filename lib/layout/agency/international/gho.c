/* gho.c -- Global Health Observatory of the WHO: a value to be shown, and its numbers. */
/* Global Health Observatory of the WHO: SpatialDim, TimeDim, a Value to be shown (`48.0 [46.7-49.6]`)
   and the same in NumericValue, Low and High; its pages give Period, Value and FactValueNumeric.
   https://www.who.int/data/gho/info/gho-odata-api */
#include "layout/agency/named.h"

static const char *const missing[] = {"NA", "No data", "Not available", NULL};

static const struct pst_named_column names[] = {{"TimeDim", PST_FRAME_PERIOD},
                                                {"TimeDimensionValue", PST_FRAME_TWIN},
                                                {"NumericValue", PST_FRAME_VALUE},
                                                {"Low", PST_FRAME_VALUE},
                                                {"High", PST_FRAME_VALUE},
                                                {"Value", PST_FRAME_NOTHING},
                                                {"Comments", PST_FRAME_NOTE},
                                                {"Period", PST_FRAME_PERIOD},
                                                {"FactValueNumeric", PST_FRAME_VALUE},
                                                {"FactValueNumericLow", PST_FRAME_VALUE},
                                                {"FactValueNumericHigh", PST_FRAME_VALUE},
                                                {"FactValueUoM", PST_FRAME_UNIT},
                                                {"FactComments", PST_FRAME_NOTE},
                                                {NULL, PST_FRAME_KEY}};

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  static const char *const signature[] = {"SpatialDim", "TimeDim", "NumericValue"};
  static const char *const shown[] = {"SpatialDimValueCode", "Period", "FactValueNumeric"};

  return pst_layout_sees(sheet, signature, 3, header, why)
         || pst_layout_sees(sheet, shown, 3, header, why);
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  return pst_named_read(frame, names, error);
}

const struct pst_layout pst_layout_gho = {
    .name = "gho",
    .summary = "WHO Global Health Observatory: SpatialDim, TimeDim, NumericValue, Low, High",
    .missing = missing,
    .native = '.',
    .table = pst_layout_first_line,
    .recognise = recognise,
    .read = read};
