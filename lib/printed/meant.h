/* meant.h -- a period that a user writes beside a column of periods. */
#ifndef PST_PRINTED_MEANT_H
#define PST_PRINTED_MEANT_H

#include "base/text.h"
#include "interval/period/period_step.h"

/* pst_period_meant: TEXT as a period, of the kind WANTED if it can be that: "2000-01" is a fiscal year
   among ranges of years and a month among months, "201503" and "2015M03" are months among months.
   Given     any text; WANTED, the kind of the column, or PST_PERIOD_NONE
   Returned  true, its *KIND, which may be another one, and *START as pst_period_parse; false for what is no
             period, and for days like 1/2/20, which are two
   Cost      some readings of TEXT
   Tested    test_meant.c  */
bool pst_period_meant(struct pst_text text, enum pst_period_kind wanted, enum pst_period_kind *kind,
                      double *start);

/* pst_period_spelled: TEXT, a period in polstat's notation or another one that begins with a digit or ends in a year, as
   pst_period_print writes it: 2015Q1, 2015M01, 2014/01/31, Q1 2015; 2015.0 is 2015.  A mark behind it (2019*)
   makes it another text, and numbers such as 201501 may be anything.
   Given     any bytes
   Returned  true and PERIOD; or false and nothing
   Cost      a reading or two of TEXT
   Tested    test_meant.c  */
bool pst_period_spelled(struct pst_text text, char period[PST_PERIOD_SIZE]);

#endif
