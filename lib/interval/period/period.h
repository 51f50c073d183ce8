/* period.h -- calendar periods as numbers: the start of the period, in years. */
#ifndef PST_INTERVAL_PERIOD_PERIOD_H
#define PST_INTERVAL_PERIOD_PERIOD_H

#include <stdbool.h>

#include "base/text.h"

enum pst_period_kind {
  PST_PERIOD_NONE = 0,
  PST_PERIOD_YEAR,        /* 2013 */
  PST_PERIOD_FISCAL_YEAR, /* FY2013 */
  PST_PERIOD_MONTH,       /* 2013-04 */
  PST_PERIOD_DAY,         /* 2013-04-30 */
  PST_PERIOD_QUARTER,     /* 2013-Q2, 2013Q2 */
  PST_PERIOD_SEMESTER,    /* 2013-S2, 2013S2 */
  PST_PERIOD_TRIMESTER,   /* 2013-T3: four months, as SDMX has them */
  PST_PERIOD_WEEK,        /* 2013-W05: a week of ISO 8601, which begins on Monday */
  PST_PERIOD_YEARS,       /* 2011-2013, first to last */
  PST_PERIOD_KINDS        /* how many there are */
};

/* pst_period_parse: all of TEXT (no blanks around it) as a period of the years 0001 to 9999.
   Given     the notations above; letters in capitals; a day must exist in the Gregorian calendar
   Returned  true, KIND and VALUE, the calendar start in years: 2020-Q3 is 2020.5, 2020-02 is
             2020 + 1/12, a day is (day of the year - 1) / days of that year, FY2013 is 2013.
             A week is the day of its Monday, 2021-W01 is 2021-01-04.
             A range of years is its mean year: 2001-2003 is 2002, 2001-2004 is 2002.5.
   False     for anything else; KIND and VALUE (each may be NULL) are then untouched
   Cost      O(size of TEXT), some ten nanoseconds
   Tested    test_period.c  */
bool pst_period_parse(struct pst_text text, enum pst_period_kind *kind, double *value);

/* pst_period_name: what people call a kind: "year", "fiscal year", "month", "day", "quarter",
   "semester", "four months", "week", "range of years"; "period" for PST_PERIOD_NONE.
   pst_period_plural: "years", "ranges of years".
   pst_period_fills_years: some periods of KIND, one after the other, are a year: months, and no weeks.
   pst_period_examples: "2015, FY2015, ...", one a kind, for a message.
   Given     KIND, a constant below PST_PERIOD_KINDS
   Returned  a constant text; the answer; OUT, appended
   Cost      O(1)
   Tested    test_period.c  */
const char *pst_period_name(enum pst_period_kind kind);

const char *pst_period_plural(enum pst_period_kind kind);

bool pst_period_fills_years(enum pst_period_kind kind);

void pst_period_examples(struct pst_buffer *out);

#endif
