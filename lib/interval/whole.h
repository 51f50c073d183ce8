/* whole.h -- numbers beyond 2^53, of which a double is only the nearest: what it leaves of them. */
#ifndef PST_INTERVAL_WHOLE_H
#define PST_INTERVAL_WHOLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/number.h"

/* The digits that a double and its rest keep apart, and room for a number as text. */
enum { PST_WHOLE_DIGITS = 30, PST_WHOLE_SIZE = 96 };

/* pst_whole_rest: what VALUE, the double nearest to the number TEXT, leaves of that number.
   Given     TEXT and STYLE as pst_number_parse took them
   Returned  true and REST, the number less VALUE, to the nearest double: two numbers of at most
             PST_WHOLE_DIGITS digits (without the zeros at their ends) are equal only where both parts
             are, and in order as the pairs are.  REST is 0 below 2^53
   False     for a number beyond 2^53 of more digits
   Cost      nothing below 2^53; some nanoseconds for whole numbers of up to 38 digits, else a
             microsecond
   Tested    test_whole.c, against exact rationals  */
bool pst_whole_rest(struct pst_text text, const struct pst_number_style *style, double value,
                    double *rest);

/* pst_whole_print: VALUE + REST, all its digits, where it is a whole number of at most 90 of them, else as
   pst_number_print prints VALUE.
   Given     VALUE finite, REST as pst_whole_rest gives it
   Returned  TEXT, closed by a NUL
   Cost      a microsecond, that of GMP
   Tested    test_whole.c  */
void pst_whole_print(char text[PST_WHOLE_SIZE], double value, double rest);

#endif
