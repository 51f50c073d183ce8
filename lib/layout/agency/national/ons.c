/* ons.c -- Office for National Statistics: a column a series, title and CDID above. */
/* Office for National Statistics, UK: time series as its site gives them: a column a series, rows of
   title, CDID, unit and release above; years, quarters (1989 Q1) and months (1989 JAN) one below the
   other. */
#include "layout/agency/series.h"

static const char *const missing[] = {"..", "-", NULL};

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  return pst_series_sees(sheet, "Title", "CDID", header, why);
}

const struct pst_layout pst_layout_ons = {
    .name = "ons",
    .summary = "Office for National Statistics: a column a series, Title and CDID above",
    .missing = missing,
    .native = '.',
    .recognise = recognise,
    .read = pst_series_read};
