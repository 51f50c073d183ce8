/* digits.h -- decimals compared as they are written, digit by digit. */
#ifndef PST_EXPR_DIGITS_H
#define PST_EXPR_DIGITS_H

#include "base/text.h"

enum { PST_DIGITS_OF_DOUBLE = 15 }; /* so many digits any double tells apart */

/* pst_digits_compare: A and B, which are both VALUE to the nearest double, as decimals of any length.
   Given     the text of a cell, in whatever style of marks it is VALUE, or of a literal; a sign and an
             exponent may be there
   Returned  true and ORDER, negative, 0 or positive; false when one of them is no decimal
   Cost      O(digits)
   Tested    test_expr_digits.c  */
bool pst_digits_compare(struct pst_text a, struct pst_text b, double value, int *order);

#endif
