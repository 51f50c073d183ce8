/* bdf.c -- Banque de France: a column a series, its title and code above. */
/* Banque de France, Webstat: a column a series, rows of title, code and unit above, days with the
   day first, newest period first, decimal commas. */
#include "layout/agency/series.h"

static const char *const missing[] = {"-", "ND", "nd", NULL};

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  return pst_series_sees(sheet, "Titre :", "Code s\u00E9rie :", header, why);
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  frame->when |= PST_WHEN_DAY_FIRST;
  return pst_series_read(frame, error);
}

const struct pst_layout pst_layout_bdf = {
    .name = "bdf",
    .summary = "Banque de France: a column a series, Titre and Code s\u00E9rie above",
    .missing = missing,
    .native = ',',
    .recognise = recognise,
    .read = read};
