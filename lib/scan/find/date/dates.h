/* dates.h -- dates in a sentence, for what is said of them; for this room alone.

   All   Given     a token of PAPER
         Tested    tests/unit/scan/test_scan.c  */
#ifndef PST_SCAN_FIND_DATE_DATES_H
#define PST_SCAN_FIND_DATE_DATES_H

#include "scan/find/find.h"

/* January to December. */
extern const char *const pst_date_months[];

/* A year, with perhaps a month and a day before it; 0 where they are not said. */
struct pst_date {
  const struct pst_mention *year;
  int month, day;
};

/* A span of dates; LAST is the token behind it. */
struct pst_date_span {
  struct pst_date from, to;
  size_t last;
};

/* pst_date_month: 1 to 12, 0 for no month.  pst_date_year, pst_date_day: the number, NULL when it is none. */
int pst_date_month(const struct pst_paper *paper, size_t at);
const struct pst_mention *pst_date_year(const struct pst_paper *paper, size_t at);
const struct pst_mention *pst_date_day(const struct pst_paper *paper, size_t at);

/* pst_date_read: 2003; March 2003; 4 March 2003; March 4, 2003: the token behind it, AT when there is none. */
size_t pst_date_read(const struct pst_paper *paper, size_t at, struct pst_date *date);

/* pst_date_span: from 2003 to 2013, between April 2013 and March 2014, 2001-2003; false when none begins at AT, up to
   LAST. */
bool pst_date_span(const struct pst_paper *paper, size_t at, size_t last,
                   struct pst_date_span *span);

/* pst_find_durations: "over the 12 years 2006-2018". */
void pst_find_durations(struct pst_scan *scan, const struct pst_paper *paper,
                        const struct pst_sentence *s);

/* pst_find_decades: "in the three decades from the 1980s to the 2000s". */
void pst_find_decades(struct pst_scan *scan, const struct pst_paper *paper,
                      const struct pst_sentence *s);

#endif
