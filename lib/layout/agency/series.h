/* series.h -- a column a series: rows that say what each series is stand above the periods (INSEE, the
   Office for National Statistics, Banque de France). */
#ifndef PST_LAYOUT_AGENCY_SERIES_H
#define PST_LAYOUT_AGENCY_SERIES_H

#include "layout/layout.h"

enum { PST_SERIES_TOP_MOST = 16 }; /* rows above the first period, at most */

/* pst_series_sees: for recognise: among the first rows one begins with FIRST and, at most
   PST_SERIES_TOP_MOST rows below it, one with SECOND. */
bool pst_series_sees(const struct pst_sheet *sheet, const char *first, const char *second,
                     size_t *header, char why[256]);

/* pst_series_read: the first column holds the periods, every other one values; the rows above the
   first period, read by frame->when, are keys of the columns.
   Status    PST_BAD_DATA when no row begins with a period; PST_NO_MEMORY  */
enum pst_status pst_series_read(struct pst_frame *frame, struct pst_error *error);

#endif
