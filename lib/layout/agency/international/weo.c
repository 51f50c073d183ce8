/* weo.c -- IMF World Economic Outlook: a line a country and subject, a column a year. */
/* The IMF's World Economic Outlook reports: tab-separated text (often named .xls, in UTF-16), a line
   a country and subject, a column a year, thousands between commas, `n/a` and `--`. */
#include "layout/layout.h"

static const char *const missing[] = {"n/a", "--", "-", "\u2014", "..", "NA", NULL};

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  static const char *const signatures[][2] = {{"Country", "Subject Descriptor"},
                                              {"WEO Subject Code", "Subject Descriptor"},
                                              {"Country Group Name", "Subject Descriptor"},
                                              {"Country", "Estimates Start After"}};

  for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
    if (pst_layout_sees(sheet, signatures[i], 2, header, why))
      return true;
  return false;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  if (pst_frame_wide(frame, frame->header) > 0)
    return PST_OK;
  return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                     frame->sheet->rows[frame->header].line,
                     "the header has no column of a year; read it with --layout plain");
}

const struct pst_layout pst_layout_weo = {
    .name = "weo",
    .summary = "IMF World Economic Outlook report: a line a country and subject, a column a year",
    .missing = missing,
    .native = '.',
    .grouped = true,
    .parted = ",\t",
    .recognise = recognise,
    .read = read};
