/* period_step.h -- periods counted one by one, so that what is missing between two can be named. */
#ifndef PST_INTERVAL_PERIOD_PERIOD_STEP_H
#define PST_INTERVAL_PERIOD_PERIOD_STEP_H

#include "interval/period/period.h"

enum { PST_PERIOD_SIZE = 32 }; /* room for any period that pst_period_print writes */

/* pst_period_step: the number of a period among those of its kind: two that follow each other differ
   by 1.
   Given     VALUE, its calendar start in years, as pst_period_parse gives it
   Returned  true and *STEP; false for ranges of years and for PST_PERIOD_NONE, which have no next
   Cost      O(1)
   Tested    test_period_step.c  */
bool pst_period_step(enum pst_period_kind kind, double value, long *step);

/* pst_period_print: the period whose number is STEP, as pst_period_parse reads it: "1998",
   "FY1998", "1998-04", "1998-04-30", "1998-Q2", "1998-S1", "1998-T3", "1998-W05"; of a kind without a
   next STEP itself.
   Given     a STEP of pst_period_step, of the same KIND
   Returned  TEXT, closed by a NUL
   Cost      O(1)
   Tested    test_period_step.c  */
void pst_period_print(enum pst_period_kind kind, long step, char text[PST_PERIOD_SIZE]);

/* pst_period_respell: TEXT, a period, as pst_period_print writes it, so that 2015Q1 and 2015-Q1 are equal
   texts; 2015.0, as data frames write years, is 2015.  False for what is no period, or has no step.
   Given     any bytes
   Returned  true and PERIOD, closed by a NUL; or false and nothing
   Cost      O(size of TEXT)
   Tested    tests/cli/times-spelling  */
bool pst_period_respell(struct pst_text text, char period[PST_PERIOD_SIZE]);

#endif
