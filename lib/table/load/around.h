/* around.h -- a number with what people put around it. */
#ifndef PST_TABLE_LOAD_AROUND_H
#define PST_TABLE_LOAD_AROUND_H

#include "base/number.h"
#include "printed/value.h"

/* pst_number_around: CELL, which is no plain number, as one that has the sign of a unit before or behind
   it (`12 %`, `$5`), or whose thousands are parted by blanks of any kind or by apostrophes (`1 234`).
   Given     only what can be one thing: no flags, footnotes or parentheses, no mark but STYLE's decimal one
   Returned  true; PLAIN, the number with a decimal point, and UNIT, "" when there is none
   Cost      O(size of CELL)
   Tested    test_around.c  */
bool pst_number_around(struct pst_text cell, const struct pst_number_style *style,
                       char plain[PST_PLAIN_SIZE], char unit[8]);

#endif
