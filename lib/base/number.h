/* number.h -- decimal numbers, read and written without the locale. */
#ifndef PST_BASE_NUMBER_H
#define PST_BASE_NUMBER_H

#include <stdbool.h>

#include "base/text.h"

enum { PST_NUMBER_SIZE = 32 }; /* room for any number that pst_number_print writes */

/* How a source writes numbers.  All zero: decimal point '.', no thousands separator. */
struct pst_number_style {
  char decimal;   /* 0 means '.' */
  char thousands; /* 0 means none; removed only where it stands between groups of three digits */
};

/* pst_number_parse: all of TEXT (no blanks around it) as a decimal number.
   Given     an optional sign (+ - or U+2212), digits with at most one decimal mark, optional
             exponent; "nan", "inf" and hexadecimal are not numbers
   Returned  true and VALUE, the double nearest to the decimal; DECIMALS (may be NULL), the digits
             printed after the decimal mark less the exponent, 0 at least
   False     when TEXT is anything else, or too large for a double
   Cost      a few nanoseconds up to 19 digits, else strtod
   Tested    tests/unit/test_number.c, bit for bit against strtod  */
bool pst_number_parse(struct pst_text text, const struct pst_number_style *style, double *value,
                      int *decimals);

/* pst_number_print: the shortest decimal that reads back to VALUE (finite); returns its length. */
size_t pst_number_print(char text[PST_NUMBER_SIZE], double value);

/* pst_number_print_fast: the same where 128 bits are enough to tell, nearly always; 0: they are not, and
   nothing is said.
   Given     any double
   Cost      40 nanoseconds, where printing and reading back take 400
   Tested    tests/unit/test_number_print.c, byte for byte against printf and strtod  */
size_t pst_number_print_fast(char text[PST_NUMBER_SIZE], double value);

/* pst_number_print_digits: VALUE rounded to DIGITS significant digits (1 to 17), for people: no
   exponent between 1e-5 and 1e15, trailing zeros kept out. */
size_t pst_number_print_digits(char text[PST_NUMBER_SIZE], double value, int digits);

#endif
