/* numeral.h -- numbers as they stand in text, and whether one is another as it is printed. */
#ifndef PST_NOTEBOOK_COMPARE_NUMERAL_H
#define PST_NOTEBOOK_COMPARE_NUMERAL_H

#include <stdbool.h>

#include "base/text.h"

struct pst_numeral {
  double value;
  double half;  /* half a unit of the last digit that is printed, of 15 at most */
  size_t size;  /* bytes, with its sign */
  int decimals; /* digits behind the point */
  bool plus, minus_sign, grouped, scientific; /* +; U+2212; 1,234; 2.5e-06 */
};

enum { PST_NUMERAL_DIGITS = 15 };

/* pst_numeral_at: the number that begins at AT of TEXT; false when none does.
   Given     a number stands alone: no letter, digit, _ or point touches it (2015-07-29 is three
             numbers, 1.2.3 and q0.25 are none)
   Tested    test_notebook_numeral.c  */
bool pst_numeral_at(struct pst_text text, size_t at, struct pst_numeral *numeral);

/* pst_numeral_is: VALUE is what NUMERAL prints: it is off by half a unit of the last digit at most. */
bool pst_numeral_is(const struct pst_numeral *numeral, double value);

/* pst_numeral_print: VALUE with the digits and marks of NUMERAL. */
void pst_numeral_print(struct pst_buffer *out, const struct pst_numeral *numeral, double value);

#endif
