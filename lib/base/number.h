/* number.h -- decimal numbers, read and written without the locale. */
#ifndef PST_BASE_NUMBER_H
#define PST_BASE_NUMBER_H

#include <math.h>
#include <stdbool.h>

#include "base/text.h"

enum { PST_NUMBER_SIZE = 32 }; /* room for any number that pst_number_print writes */

/* How a source writes numbers.  All zero: decimal point '.', no thousands separator. */
struct pst_number_style {
  char decimal;   /* 0 means '.' */
  char thousands; /* 0 means none; removed only where it stands between groups of three digits */
};

/* 10^0 to 10^22, which doubles hold exactly. */
extern const double pst_number_tens[23];

/* pst_number_parse: all of TEXT (no blanks around it) as a decimal number.
   Given     an optional sign (+ - or U+2212), digits with at most one decimal mark, optional
             exponent; "nan", "inf" and hexadecimal are not numbers
   Returned  true and VALUE, the double nearest to the decimal; DECIMALS (may be NULL), the digits
             printed after the decimal mark less the exponent, 0 at least
   False     when TEXT is anything else, or too large for a double
   Cost      a few nanoseconds; strtod where neither 64 bits of the digits nor one more tell
   Tested    test_number.c, bit for bit against strtod  */
bool pst_number_parse(struct pst_text text, const struct pst_number_style *style, double *value,
                      int *decimals);

/* pst_number_plain: the same for what most cells are: digits, up to 17, with perhaps a minus before them and DECIMAL
   among them, of a number below 2^53 when the mark is left out.
   Returned  true, VALUE and DECIMALS as pst_number_parse gives them; false for any other text, number
             or not, and VALUE and DECIMALS are then untouched */
static inline bool pst_number_plain(struct pst_text text, char decimal, double *value,
                                    unsigned char *decimals)
{
  const char *at = text.data, *end = at + text.size, *mark = NULL;
  bool negative = text.size > 0 && *at == '-';
  uint64_t digits = 0;
  size_t count;

  for (at += negative; at < end; at++) {
    unsigned digit = (unsigned)(unsigned char)*at - '0';

    if (digit <= 9)
      digits = digits * 10 + digit;
    else if (*at == decimal && mark == NULL)
      mark = at;
    else
      return false;
  }
  count = text.size - negative - (mark != NULL);
  if (count == 0 || count > 17 || digits >= UINT64_C(1) << 53)
    return false;
  *decimals = (unsigned char)(mark == NULL ? 0 : end - mark - 1);
  *value = (double)digits / pst_number_tens[*decimals];
  if (negative)
    *value = -*value;
  return true;
}

/* pst_number_round: VALUE as a whole number, as nearbyint gives it, without a call for most: 1.5 * 2^52 leaves
   no bit for a fraction. */
static inline double pst_number_round(double value)
{
  static const double magic = 0x1.8p52;

  return value < 0x1p51 && value > -0x1p51 ? (value + magic) - magic : nearbyint(value);
}

/* pst_number_print: the shortest decimal that reads back to VALUE (finite); returns its length. */
size_t pst_number_print(char text[PST_NUMBER_SIZE], double value);

/* pst_number_print_fast: the same where 128 bits are enough to tell, nearly always; 0: they are not, and
   nothing is said.
   Given     any double
   Cost      40 nanoseconds, where printing and reading back take 400
   Tested    test_number_print.c, byte for byte against printf and strtod  */
size_t pst_number_print_fast(char text[PST_NUMBER_SIZE], double value);

/* pst_number_print_digits: VALUE rounded to DIGITS significant digits (1 to 17), for people: no
   exponent between 1e-5 and 1e15, trailing zeros kept out. */
size_t pst_number_print_digits(char text[PST_NUMBER_SIZE], double value, int digits);

#endif
