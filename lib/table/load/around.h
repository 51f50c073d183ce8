/* around.h -- a number with what people put around it. */
#ifndef PST_TABLE_LOAD_AROUND_H
#define PST_TABLE_LOAD_AROUND_H

#include "base/number.h"
#include "table/column.h"

/* pst_number_around: CELL, which is no plain number, as one that has the sign of a unit before or behind
   it (`12 %`, `$5`), or whose thousands are parted by blanks of any kind or by apostrophes (`1 234`).
   Given     only what can be one thing: no flags, footnotes or parentheses, no mark but STYLE's decimal one
   Returned  true; PLAIN, the number with a decimal point, and UNIT, "" when there is none
   Cost      O(size of CELL)
   Tested    test_around.c  */
bool pst_number_around(struct pst_text cell, const struct pst_number_style *style,
                       char plain[PST_PLAIN_SIZE], char unit[8]);

/* pst_around_count: CELL of COLUMN was read as a number with UNIT at it, or with SAID as bounds that are said
   (printed/said.h).
   Given     UNIT "" where nothing stood at it
   Returned  COLUMN, the cell counted, its first said one kept
   Status    PST_BAD_DATA where its unit is not that of the cells before it
   Cost      O(1)
   Tested    test_around.c  */
enum pst_status pst_around_count(struct pst_column *column, struct pst_text cell, const char *unit,
                                 bool said, struct pst_error *error);

#endif
