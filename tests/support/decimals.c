/* decimals.c -- decimal texts that are hard to read, and what strtod says to each. */
#include "decimals.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "random.h"

static char *random_sign(uint64_t *state, char *text)
{
  static const char *const signs[] = {"", "", "-", "+"};

  return text + sprintf(text, "%s", signs[random_below(state, 4)]);
}

static void digits_and_exponent(uint64_t *state, char *text)
{
  size_t n = 1 + random_below(state, 40), point = random_below(state, n + 1);

  text = random_sign(state, text);
  for (size_t i = 0; i < n; i++) {
    if (i == point)
      *text++ = '.';
    *text++ = (char)('0' + random_below(state, 10));
  }
  *text = '\0';
  if (random_below(state, 4) > 0)
    sprintf(text, "%c%+d", random_below(state, 2) ? 'e' : 'E', (int)random_below(state, 700) - 360);
}

static void figure_of_a_table(uint64_t *state, char *text)
{
  static const uint64_t sizes[] = {10, 1000, 100000, 1000000000, 1000000000000};
  uint64_t whole = random_next(state) % sizes[random_below(state, 5)];
  int decimals = (int)random_below(state, 7);

  text = random_sign(state, text);
  if (decimals == 0)
    sprintf(text, "%llu", (unsigned long long)whole);
  else
    sprintf(text, "%llu.%0*llu", (unsigned long long)whole, decimals,
            (unsigned long long)(random_next(state) % (uint64_t)pow(10, decimals)));
}

static void end_of_the_mantissa(uint64_t *state, char *text)
{
  uint64_t ends[] = {UINT64_C(1) << 53, UINT64_MAX, UINT64_C(9999999999999999999),
                     UINT64_C(1) << 63};
  uint64_t mantissa = ends[random_below(state, 4)] - 50 + random_below(state, 100);

  sprintf(random_sign(state, text), "%llue%d", (unsigned long long)mantissa,
          (int)random_below(state, 60) - 30);
}

/* One of all positive doubles, or of the subnormal and largest ones. */
static double random_double(uint64_t *state)
{
  static const uint64_t exponents[] = {0, 0, 1, 2, 2045, 2046};
  uint64_t fraction = random_next(state) & ((UINT64_C(1) << 52) - 1), bits;
  uint64_t exponent =
      random_below(state, 2) ? random_below(state, 2047) : exponents[random_below(state, 6)];
  double value;

  if (exponent == 0)
    fraction >>= random_below(state, 52);
  bits = exponent << 52 | fraction;
  memcpy(&value, &bits, sizeof value);
  return value;
}

static void printed_double(uint64_t *state, char *text)
{
  sprintf(random_sign(state, text), "%.*g", 15 + (int)random_below(state, 3), random_double(state));
}

/* The middle is exact in a long double, and so are its digits as the C library prints them. */
static void middle_of_neighbours(uint64_t *state, char *text)
{
  double low = random_double(state);
  int exponent;
  long double step = ldexpl(
      0.5L,
      low == 0 ? -1074 : (frexp(low, &exponent), exponent - 53 < -1074 ? -1074 : exponent - 53));
  char digits[DECIMALS_SIZE], *e;
  size_t n;

  sprintf(digits, "%.800Le", (long double)low + step);
  e = strchr(digits, 'e');
  n = (size_t)(e - digits);
  while (digits[n - 1] == '0')
    n--;
  switch (random_below(state, 3)) {
  case 0:
    sprintf(random_sign(state, text), "%.*s%s", (int)n, digits, e);
    break;
  case 1: /* just above */
    sprintf(random_sign(state, text), "%.*s00001%s", (int)n, digits, e);
    break;
  default: /* just below: the last digit is not 0 */
    digits[n - 1]--;
    sprintf(random_sign(state, text), "%.*s9999%s", (int)n, digits, e);
  }
}

void decimals_random(uint64_t *state, char text[DECIMALS_SIZE])
{
  static void (*const makers[])(uint64_t *, char *) = {
      digits_and_exponent, digits_and_exponent, digits_and_exponent,  figure_of_a_table,
      figure_of_a_table,   end_of_the_mantissa, middle_of_neighbours, printed_double,
  };

  makers[random_below(state, sizeof makers / sizeof *makers)](state, text);
}

/* What is plain is read as all else is, its decimals too. */
static bool plain_agrees(struct pst_text text, double value, int decimals)
{
  unsigned char plain_decimals = 0;
  double plain = 0;

  return !pst_number_plain(text, '.', &plain, &plain_decimals)
         || (memcmp(&plain, &value, sizeof plain) == 0 && plain_decimals == decimals);
}

bool decimals_agree(const char *text)
{
  double want = strtod(text, NULL), got = 0;
  int decimals = -1;
  bool read = pst_number_parse(pst_text_of(text), NULL, &got, &decimals);

  if (!plain_agrees(pst_text_of(text), got, decimals))
    return false;
  return isfinite(want) ? read && memcmp(&got, &want, sizeof got) == 0 : !read;
}
