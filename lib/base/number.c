/* number.c -- decimal numbers, read and written without the locale. */
#include "base/number.h"

#include <locale.h>
#include <float.h>
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A decimal as read: mantissa * 10^exponent, while the mantissa still fits in 64 bits. */
struct decimal {
  bool negative;
  uint64_t mantissa;
  int digits;   /* significant digits in the mantissa */
  int exponent; /* power of ten of the mantissa */
  int decimals; /* digits after the decimal mark */
  bool inexact; /* digits were left out: strtod must decide */
};

enum { DIGITS_MOST = 19, EXPONENT_MOST = 100000, EXPONENT_DIGITS_MOST = 9 };

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static size_t skip_sign(struct pst_text text, bool *negative)
{
  *negative = text.size > 0 && text.data[0] == '-';
  if (text.size > 0 && (text.data[0] == '-' || text.data[0] == '+'))
    return 1;
  if (text.size >= 3 && memcmp(text.data, "\xE2\x88\x92", 3) == 0) {
    *negative = true;
    return 3;
  }
  return 0;
}

static void take_digit(struct decimal *d, char c, bool fraction)
{
  if (d->digits < DIGITS_MOST) {
    d->mantissa = d->mantissa * 10 + (uint64_t)(c - '0');
    d->digits += d->mantissa != 0;
    d->exponent -= fraction;
  } else {
    d->inexact = true;
    d->exponent += !fraction;
  }
  d->decimals += fraction;
}

/* A thousands separator stands after 1 to 3 digits and before exactly three. */
static bool at_thousands(struct pst_text text, size_t at, size_t first, size_t separator)
{
  size_t before = at - (separator == first ? first : separator + 1);

  if (before < 1 || before > 3 || (separator != first && before != 3))
    return false;
  return text.size - at > 3 && is_digit(text.data[at + 1]) && is_digit(text.data[at + 2])
         && is_digit(text.data[at + 3]) && (text.size - at == 4 || !is_digit(text.data[at + 4]));
}

/* The digits around the decimal mark; returns where they end, or 0 when there are none. */
static size_t scan_digits(struct pst_text text, size_t at, const struct pst_number_style *style,
                          struct decimal *d)
{
  char decimal = style != NULL && style->decimal != 0 ? style->decimal : '.';
  char thousands = style == NULL ? '\0' : style->thousands;
  size_t first = at, separator = at;
  bool any = false, fraction = false;

  for (; at < text.size; at++) {
    char c = text.data[at];

    if (is_digit(c)) {
      take_digit(d, c, fraction);
      any = true;
    } else if (c == decimal && !fraction) {
      fraction = true;
    } else if (thousands != 0 && c == thousands && !fraction
               && at_thousands(text, at, first, separator)) {
      separator = at;
    } else {
      break;
    }
  }
  if (separator != first && at - separator < 4)
    return 0;
  return any ? at : 0;
}

static bool scan_exponent(struct pst_text text, size_t at, struct decimal *d)
{
  bool negative;
  int value = 0;

  if (at == text.size)
    return true;
  if (text.data[at] != 'e' && text.data[at] != 'E')
    return false;
  at++;
  negative = at < text.size && text.data[at] == '-';
  if (at < text.size && (text.data[at] == '-' || text.data[at] == '+'))
    at++;
  if (at == text.size)
    return false;
  while (at + 1 < text.size && text.data[at] == '0')
    at++;
  if (text.size - at > EXPONENT_DIGITS_MOST)
    return false; /* 1e-9999999999 is a slip, and no 0 */
  for (; at < text.size; at++) {
    if (!is_digit(text.data[at]))
      return false;
    if (value < EXPONENT_MOST)
      value = value * 10 + (text.data[at] - '0');
  }
  value = negative ? -value : value;
  d->exponent += value;
  d->decimals -= value;
  return true;
}

const double pst_number_tens[23] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/* Exact in one rounding: a mantissa of at most 53 bits times or over an exact power of ten
   (Clinger 1990). */
static bool convert_fast(const struct decimal *d, double *value)
{
  if (d->inexact || d->mantissa > (UINT64_C(1) << 53) || d->exponent < -22 || d->exponent > 22)
    return false;
  *value = (double)d->mantissa;
  if (d->exponent < 0)
    *value /= pst_number_tens[-d->exponent];
  else
    *value *= pst_number_tens[d->exponent];
  return true;
}

static locale_t the_c_locale;

static void make_c_locale(void)
{
  the_c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
}

static locale_t c_locale(void)
{
  static pthread_once_t once = PTHREAD_ONCE_INIT;

  pthread_once(&once, make_c_locale);
  return the_c_locale;
}

/* The same digits as strtod wants them: '.' for the mark, no separators. */
static bool convert_slowly(struct pst_text digits, const struct pst_number_style *style,
                           double *value)
{
  char decimal = style != NULL && style->decimal != 0 ? style->decimal : '.';
  char small[128];
  char *plain = digits.size < sizeof small ? small : malloc(digits.size + 1);
  size_t size = 0;

  if (plain == NULL)
    return false;
  for (size_t i = 0; i < digits.size; i++) {
    char c = digits.data[i];

    if (c == decimal)
      plain[size++] = '.';
    else if (style == NULL || style->thousands == 0 || c != style->thousands)
      plain[size++] = c;
  }
  plain[size] = '\0';
  *value = strtod_l(plain, NULL, c_locale());
  if (plain != small)
    free(plain);
  return isfinite(*value);
}

bool pst_number_parse(struct pst_text text, const struct pst_number_style *style, double *value,
                      int *decimals)
{
  struct decimal d = {.negative = false};
  size_t first = skip_sign(text, &d.negative);
  size_t last = scan_digits(text, first, style, &d);

  if (last == 0 || !scan_exponent(text, last, &d))
    return false;
  if (!convert_fast(&d, value)) {
    struct pst_text rest = {.data = text.data + first, .size = text.size - first};

    if (!convert_slowly(rest, style, value))
      return false;
  }
  if (d.negative)
    *value = -*value;
  if (decimals != NULL)
    *decimals = d.decimals > 0 ? d.decimals : 0;
  return true;
}

size_t pst_number_print(char text[PST_NUMBER_SIZE], double value)
{
  int size = (int)pst_number_print_fast(text, value);

  if (size > 0)
    return (size_t)size;
  /* 15 digits that read back are the shortest form: "%g" drops their trailing zeros.  Subnormal
     numbers carry fewer digits. */
  if (value == 0) /* -0 would read back as -0, but nobody means it */
    value = 0;
  for (int digits = fabs(value) < DBL_MIN ? 1 : 15; digits <= 17; digits++) {
    size = snprintf(text, PST_NUMBER_SIZE, "%.*g", digits, value);
    if (strtod_l(text, NULL, c_locale()) == value)
      break;
  }
  return (size_t)size;
}

/* Drop the zeros that "%.*f" leaves behind the decimal point, and the point itself. */
static size_t drop_zeros(char *text, size_t size)
{
  if (strchr(text, '.') == NULL)
    return size;
  while (text[size - 1] == '0')
    size--;
  if (text[size - 1] == '.')
    size--;
  text[size] = '\0';
  return size;
}

size_t pst_number_print_digits(char text[PST_NUMBER_SIZE], double value, int digits)
{
  double magnitude = fabs(value);
  int size, decimals;

  if (magnitude == 0)
    return (size_t)snprintf(text, PST_NUMBER_SIZE, "0");
  if (magnitude < 1e-5 || magnitude >= 1e15)
    return (size_t)snprintf(text, PST_NUMBER_SIZE, "%.*g", digits, value);
  decimals = digits - 1 - (int)floor(log10(magnitude));
  size = snprintf(text, PST_NUMBER_SIZE, "%.*f", decimals > 0 ? decimals : 0, value);
  return drop_zeros(text, (size_t)size);
}
