/* rational_decimal.c -- rationals as decimals: read, rounded and printed. */
#include <stdlib.h>
#include <string.h>

#include "interval/rational_view.h"

enum { DIGITS_SHOWN = 30 };

struct decimal {
  bool negative;
  const char *digits;
  size_t n_digits; /* with the point among them */
  int fraction, exponent;
};

static size_t sign_size(struct pst_text text, bool *negative)
{
  *negative = false;
  if (text.size >= 1 && (text.data[0] == '+' || text.data[0] == '-')) {
    *negative = text.data[0] == '-';
    return 1;
  }
  if (text.size >= 3 && memcmp(text.data, "\xE2\x88\x92", 3) == 0) {
    *negative = true;
    return 3;
  }
  return 0;
}

static bool read_exponent(struct pst_text text, size_t at, int *exponent)
{
  bool negative;
  int value = 0;

  *exponent = 0;
  if (at == text.size)
    return true;
  if (text.data[at] != 'e' && text.data[at] != 'E')
    return false;
  at++;
  at += sign_size((struct pst_text){.data = text.data + at, .size = text.size - at}, &negative);
  if (at == text.size)
    return false;
  for (; at < text.size; at++) {
    if (text.data[at] < '0' || text.data[at] > '9')
      return false;
    value = value * 10 + (text.data[at] - '0');
    if (value > PST_RATIONAL_EXPONENT)
      return false;
  }
  *exponent = negative ? -value : value;
  return true;
}

static bool scan(struct pst_text text, struct decimal *decimal)
{
  size_t at = sign_size(text, &decimal->negative), count = 0;
  bool point = false;

  decimal->digits = text.data + at;
  decimal->fraction = 0;
  for (; at < text.size; at++) {
    char c = text.data[at];

    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9')
      break;
    count++;
    decimal->fraction += point;
  }
  decimal->n_digits = (size_t)(text.data + at - decimal->digits);
  return count > 0 && decimal->fraction <= PST_RATIONAL_EXPONENT
         && count <= 2 * PST_RATIONAL_EXPONENT && read_exponent(text, at, &decimal->exponent);
}

static struct pst_rational whole_of(struct pst_exact *exact, const struct decimal *decimal)
{
  char digits[2 * PST_RATIONAL_EXPONENT + 2];
  struct pst_rational result;
  size_t size = 0;
  mpq_t q;

  for (size_t i = 0; i < decimal->n_digits; i++)
    if (decimal->digits[i] != '.')
      digits[size++] = decimal->digits[i];
  digits[size] = '\0';
  if (size <= 18)
    return pst_rational_whole(strtoll(digits, NULL, 10));
  mpq_init(q);
  mpz_set_str(mpq_numref(q), digits, 10);
  result = pst_rational_keep(exact, q);
  mpq_clear(q);
  return result;
}

/* `14365.56`: at most 18 digits, in lowest terms by the factors of ten; false where it is not that plain. */
static bool parse_short(struct pst_text text, struct pst_rational *value, int *decimals)
{
  const bool negative = text.size > 0 && *text.data == '-';
  int64_t n = 0, d = 1;
  int fraction = 0;
  bool point = false;

  if (text.size == negative || text.size > 18)
    return false;
  for (size_t at = negative; at < text.size; at++) {
    char c = text.data[at];

    if (c == '.' && !point && at > negative) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9')
      return false;
    n = 10 * n + (c - '0');
    fraction += point;
  }
  for (int i = 0; i < fraction; i++)
    d *= 10;
  for (int i = 0; i < fraction && n % 2 == 0; i++, n /= 2)
    d /= 2;
  for (int i = 0; i < fraction && n % 5 == 0; i++, n /= 5)
    d /= 5;
  *value = (struct pst_rational){.n = negative ? -n : n, .d = d};
  if (decimals != NULL)
    *decimals = fraction;
  return true;
}

bool pst_rational_parse(struct pst_exact *exact, struct pst_text text, struct pst_rational *value,
                        int *decimals)
{
  struct decimal decimal;
  int shift;

  if (parse_short(text, value, decimals))
    return true;
  if (!scan(text, &decimal))
    return false;
  shift = decimal.exponent - decimal.fraction;
  if (shift > PST_RATIONAL_EXPONENT || shift < -PST_RATIONAL_EXPONENT)
    return false;
  *value = whole_of(exact, &decimal);
  if (decimal.negative)
    *value = pst_rational_negate(exact, *value);
  if (shift != 0)
    *value = pst_rational_multiply(exact, *value, pst_rational_power(exact, shift));
  if (decimals != NULL)
    *decimals = -shift;
  return true;
}

struct pst_rational pst_rational_round(struct pst_exact *exact, struct pst_rational a,
                                       struct pst_rational unit, enum pst_rounding rounding)
{
  struct pst_rational units = pst_rational_divide(exact, a, unit), below, rest;
  const struct pst_rational half = {.n = 1, .d = 2};
  bool negative = pst_rational_sign(units) < 0, up;
  int order;

  if (negative)
    units = pst_rational_negate(exact, units);
  below = pst_rational_floor(exact, units);
  rest = pst_rational_subtract(exact, units, below);
  order = pst_rational_compare(rest, half);
  up = order > 0 || (order == 0 && rounding != PST_ROUND_HALF_EVEN);
  if (order == 0 && rounding == PST_ROUND_HALF_EVEN)
    up = !pst_rational_is_whole(pst_rational_divide(exact, below, pst_rational_whole(2)));
  if (up && rounding != PST_ROUND_TRUNCATE)
    below = pst_rational_add(exact, below, pst_rational_whole(1));
  if (negative)
    below = pst_rational_negate(exact, below);
  return pst_rational_multiply(exact, below, unit);
}

int pst_rational_decimals(struct pst_rational a, int most)
{
  mpz_t d, power;
  struct pst_rational_view view;
  int decimals = 0;

  if (a.big == NULL && a.d == 1)
    return 0;
  pst_rational_view_of(&view, &a);
  mpz_init_set(d, view.d);
  mpz_init_set_ui(power, 1);
  while (decimals <= most && !mpz_divisible_p(power, d)) {
    mpz_mul_ui(power, power, 10);
    decimals++;
  }
  mpz_clear(d);
  mpz_clear(power);
  return decimals <= most ? decimals : -1;
}

/* The whole number N with a point before its last DECIMALS digits. */
static const char *place_point(struct pst_exact *exact, const mpz_t n, int decimals)
{
  size_t size = mpz_sizeinbase(n, 10) + (size_t)decimals + 4, length, whole;
  char *digits = pst_arena_alloc(exact->arena, size),
       *text = pst_arena_alloc(exact->arena, size + 2);
  bool negative = mpz_sgn(n) < 0;
  size_t fraction = (size_t)decimals, fill;

  if (digits == NULL || text == NULL) {
    exact->failed = true;
    return "";
  }
  mpz_get_str(digits, 10, n);
  digits += negative;
  length = strlen(digits);
  fill = length <= fraction ? fraction + 1 - length : 0;
  whole = length + fill - fraction;
  size = 0;
  if (negative)
    text[size++] = '-';
  for (size_t i = 0; i < length + fill; i++) {
    if (i == whole && fraction > 0)
      text[size++] = '.';
    text[size++] = i < fill ? '0' : digits[i - fill];
  }
  text[size] = '\0';
  return text;
}

const char *pst_rational_print_fixed(struct pst_exact *exact, struct pst_rational a, int decimals)
{
  struct pst_rational unit, units;
  struct pst_rational_view view;

  if (decimals < 0 || decimals > PST_RATIONAL_EXPONENT)
    decimals = 0;
  unit = pst_rational_power(exact, -decimals);
  units = pst_rational_divide(exact, pst_rational_round(exact, a, unit, PST_ROUND_HALF), unit);
  pst_rational_view_of(&view, &units);
  return place_point(exact, view.n, decimals);
}

const char *pst_rational_print(struct pst_exact *exact, struct pst_rational a)
{
  int decimals = pst_rational_decimals(a, DIGITS_SHOWN);
  struct pst_rational_view view;
  char *text;

  pst_rational_view_of(&view, &a);
  if (decimals >= 0 && mpz_sizeinbase(view.n, 10) <= DIGITS_SHOWN + 20)
    return pst_rational_print_fixed(exact, a, decimals);
  if (mpz_sizeinbase(view.n, 10) + mpz_sizeinbase(view.d, 10) <= DIGITS_SHOWN) {
    char numbers[2][DIGITS_SHOWN + 4];

    text = pst_arena_format(exact->arena, "%s/%s", mpz_get_str(numbers[0], 10, view.n),
                            mpz_get_str(numbers[1], 10, view.d));
  } else {
    text = pst_arena_format(exact->arena, "%.17g", pst_rational_to_double(a));
  }
  exact->failed = exact->failed || text == NULL;
  return text == NULL ? "" : text;
}
