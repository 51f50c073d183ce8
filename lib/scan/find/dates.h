/* dates.h -- a span of years in a sentence, for what is said of dates. */
#ifndef PST_SCAN_FIND_DATES_H
#define PST_SCAN_FIND_DATES_H

#include "scan/find/find.h"

/* pst_dates_span: from 2003 to 2013, between April 2013 and March 2014, 2001-2003, at token AT.
   Returned  the token behind it, AT when there is none up to LAST; its years
   Tested    tests/unit/scan/test_scan.c  */
size_t pst_dates_span(const struct pst_paper *paper, size_t at, size_t last,
                      const struct pst_mention **from, const struct pst_mention **to);

/* pst_find_durations: "over the 12 years 2006-2018". */
void pst_find_durations(struct pst_scan *scan, const struct pst_paper *paper,
                        const struct pst_sentence *s);

#endif
