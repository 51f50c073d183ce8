/* ilostat.c -- ILOSTAT of the International Labour Organization: ref_area, time, obs_value. */
/* Bulk files of ILOSTAT: codes (`ref_area`, `classif1`), labels (`ref_area.label`), or both; periods as 2015,
   2015Q1, 2015M01.
   https://ilostat.ilo.org/data/bulk/ */
#include "layout/agency/named.h"

static const struct pst_named_column names[] = {{"time", PST_FRAME_PERIOD},
                                                {"obs_value", PST_FRAME_VALUE},
                                                {"obs_status", PST_FRAME_FLAG},
                                                {"obs_status.label", PST_FRAME_FLAG},
                                                {"note_source", PST_FRAME_NOTE},
                                                {"note_source.label", PST_FRAME_NOTE},
                                                {"note_indicator", PST_FRAME_NOTE},
                                                {"note_indicator.label", PST_FRAME_NOTE},
                                                {"note_classif", PST_FRAME_NOTE},
                                                {"note_classif.label", PST_FRAME_NOTE},
                                                {NULL, PST_FRAME_KEY}};

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  static const char *const codes[] = {"ref_area", "indicator", "time", "obs_value"};
  static const char *const labels[] = {"ref_area.label", "indicator.label", "time", "obs_value"};

  return pst_layout_sees(sheet, codes, 4, header, why)
         || pst_layout_sees(sheet, labels, 4, header, why);
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  return pst_named_read(frame, names, error);
}

static const char *const missing[] = {"NA", NULL};

const struct pst_layout pst_layout_ilostat = {
    .name = "ilostat",
    .summary = "ILOSTAT: ref_area, indicator, time, obs_value, obs_status, or their labels",
    .missing = missing,
    .native = '.',
    .table = pst_layout_first_line,
    .recognise = recognise,
    .read = read};
