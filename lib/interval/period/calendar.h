/* calendar.h -- the periods that are no equal parts of a year: days, weeks, ranges of years.

   Each kind has what its row in period_kinds.c names: read (all of TEXT, of the right size), step and
   print, with the meaning that period.h and period_step.h give them.

   All     Given     TEXT of at least the size that its spelling has in period_kinds.c; VALUE a start as _read
                     gives it; STEP of the years 1 to 9999
           Returned  _read: true and VALUE, the start in years, or false for a text that is none; _step: the
                     number of the period among its kind; _print: TEXT, closed by a NUL
           Cost      O(1)
           Tested    test_period.c, test_period_step.c, by way of the rows of period_kinds.h  */
#ifndef PST_INTERVAL_PERIOD_CALENDAR_H
#define PST_INTERVAL_PERIOD_CALENDAR_H

#include <stdbool.h>

#include "base/text.h"
#include "interval/period/period_step.h"

/* pst_calendar_digits: the number that COUNT digits of TEXT at AT make, or -1. */
int pst_calendar_digits(struct pst_text text, size_t at, size_t count);

/* pst_calendar_read_day, pst_calendar_step_day, pst_calendar_print_day: 2013-04-30, a day that exists. */
bool pst_calendar_read_day(struct pst_text text, double *value);
long pst_calendar_step_day(double value);
void pst_calendar_print_day(long step, char text[PST_PERIOD_SIZE]);

/* pst_calendar_read_week, pst_calendar_step_week, pst_calendar_print_week: 2013-W05, the day of its
   Monday, which can lie in the year before. */
bool pst_calendar_read_week(struct pst_text text, double *value);
long pst_calendar_step_week(double value);
void pst_calendar_print_week(long step, char text[PST_PERIOD_SIZE]);

/* pst_calendar_read_years: 2011-2013, the last not before the first. */
bool pst_calendar_read_years(struct pst_text text, double *value);

#endif
