#include "interval/rational.h"

#include <assert.h>
#include <gmp.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interval/wide.h"

__extension__ typedef __int128 wide;

enum { LIMBS_MOST = 4096, EXPONENT_MOST = 400, DIGITS_SHOWN = 30 };

struct pst_rational_big {
  mp_size_t n_size, d_size; /* n_size negative for a negative number */
  mp_limb_t limbs[];        /* of the numerator, then of the denominator */
};

/* --- small and large --------------------------------------------------------------------------- */

struct pst_rational pst_rational_whole(int64_t n)
{
  return (struct pst_rational){.n = n, .d = 1};
}

static struct pst_rational fail(struct pst_exact *exact)
{
  exact->failed = true;
  return pst_rational_whole(0);
}

/* A as GMP's numerator and denominator, for reading: nothing is copied, nothing needs freeing. */
struct view {
  mp_limb_t small[2];
  mpz_t n, d;
};

static void view_of(struct view *view, const struct pst_rational *a)
{
  if (a->big != NULL) {
    mp_size_t size = a->big->n_size < 0 ? -a->big->n_size : a->big->n_size;

    mpz_roinit_n(view->n, a->big->limbs, a->big->n_size);
    mpz_roinit_n(view->d, a->big->limbs + size, a->big->d_size);
    return;
  }
  view->small[0] = a->n < 0 ? 0 - (mp_limb_t)a->n : (mp_limb_t)a->n;
  view->small[1] = (mp_limb_t)a->d;
  mpz_roinit_n(view->n, &view->small[0], a->n == 0 ? 0 : a->n < 0 ? -1 : 1);
  mpz_roinit_n(view->d, &view->small[1], 1);
}

/* The value of the canonical Q, small if it fits. */
static struct pst_rational keep(struct pst_exact *exact, const mpq_t q)
{
  size_t n = mpz_size(mpq_numref(q)), d = mpz_size(mpq_denref(q));
  struct pst_rational_big *big;

  if (mpz_fits_slong_p(mpq_numref(q)) && mpz_fits_slong_p(mpq_denref(q)))
    return (struct pst_rational){.n = mpz_get_si(mpq_numref(q)), .d = mpz_get_si(mpq_denref(q))};
  if (n > LIMBS_MOST || d > LIMBS_MOST)
    return fail(exact);
  big = pst_arena_alloc(exact->arena, sizeof *big + (n + d) * sizeof *big->limbs);
  if (big == NULL)
    return fail(exact);
  big->n_size = mpz_sgn(mpq_numref(q)) < 0 ? -(mp_size_t)n : (mp_size_t)n;
  big->d_size = (mp_size_t)d;
  memcpy(big->limbs, mpz_limbs_read(mpq_numref(q)), n * sizeof *big->limbs);
  memcpy(big->limbs + n, mpz_limbs_read(mpq_denref(q)), d * sizeof *big->limbs);
  return (struct pst_rational){.n = 0, .d = 1, .big = big};
}

static void load(mpq_t q, const struct pst_rational *a)
{
  struct view view;

  view_of(&view, a);
  mpq_init(q);
  mpz_set(mpq_numref(q), view.n);
  mpz_set(mpq_denref(q), view.d);
}

typedef void mpq_operation(mpq_t, const mpq_t, const mpq_t);

static struct pst_rational operate(struct pst_exact *exact, mpq_operation *operation,
                                   const struct pst_rational *a, const struct pst_rational *b)
{
  struct pst_rational result;
  mpq_t x, y;

  load(x, a);
  load(y, b);
  operation(x, x, y);
  result = keep(exact, x);
  mpq_clear(x);
  mpq_clear(y);
  return result;
}

static wide greatest_divisor(wide a, wide b)
{
  while (b != 0) {
    wide rest;

    if (a <= INT64_MAX && b <= INT64_MAX) { /* 64-bit division is many times faster */
      int64_t p = (int64_t)a, q = (int64_t)b;

      while (q != 0) {
        int64_t r = p % q;

        p = q;
        q = r;
      }
      return p;
    }
    rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

/* N / D in lowest terms when both then fit; D > 0. */
static bool reduce(wide n, wide d, struct pst_rational *out)
{
  wide divisor = d == 1 ? 1 : greatest_divisor(n < 0 ? -n : n, d);

  n /= divisor;
  d /= divisor;
  if (n > INT64_MAX || n < -INT64_MAX || d > INT64_MAX)
    return false;
  *out = (struct pst_rational){.n = (int64_t)n, .d = (int64_t)d};
  return true;
}

/* --- arithmetic -------------------------------------------------------------------------------- */

static bool small(const struct pst_rational *a, const struct pst_rational *b)
{
  return a->big == NULL && b->big == NULL;
}

struct pst_rational pst_rational_add(struct pst_exact *exact, struct pst_rational a,
                                     struct pst_rational b)
{
  struct pst_rational sum;

  if (small(&a, &b)
      && (a.d == b.d ? reduce((wide)a.n + b.n, a.d, &sum)
                     : reduce((wide)a.n * b.d + (wide)b.n * a.d, (wide)a.d * b.d, &sum)))
    return sum;
  return operate(exact, mpq_add, &a, &b);
}

struct pst_rational pst_rational_negate(struct pst_exact *exact, struct pst_rational a)
{
  const struct pst_rational zero = pst_rational_whole(0);

  if (a.big != NULL || a.n == INT64_MIN)
    return operate(exact, mpq_sub, &zero, &a);
  a.n = -a.n;
  return a;
}

struct pst_rational pst_rational_subtract(struct pst_exact *exact, struct pst_rational a,
                                          struct pst_rational b)
{
  return pst_rational_add(exact, a, pst_rational_negate(exact, b));
}

struct pst_rational pst_rational_multiply(struct pst_exact *exact, struct pst_rational a,
                                          struct pst_rational b)
{
  struct pst_rational product;

  if (small(&a, &b) && reduce((wide)a.n * b.n, (wide)a.d * b.d, &product))
    return product;
  return operate(exact, mpq_mul, &a, &b);
}

struct pst_rational pst_rational_divide(struct pst_exact *exact, struct pst_rational a,
                                        struct pst_rational b)
{
  struct pst_rational quotient;

  assert(pst_rational_sign(b) != 0);
  if (small(&a, &b)) {
    wide n = (wide)a.n * b.d, d = (wide)a.d * b.n;

    if (reduce(d < 0 ? -n : n, d < 0 ? -d : d, &quotient))
      return quotient;
  }
  return operate(exact, mpq_div, &a, &b);
}

struct pst_rational pst_rational_middle(struct pst_exact *exact, struct pst_rational a,
                                        struct pst_rational b)
{
  return pst_rational_divide(exact, pst_rational_add(exact, a, b), pst_rational_whole(2));
}

struct pst_rational pst_rational_floor(struct pst_exact *exact, struct pst_rational a)
{
  struct pst_rational result;
  struct view view;
  mpq_t q;

  if (a.big == NULL)
    return pst_rational_whole(a.n / a.d - (a.n % a.d < 0));
  view_of(&view, &a);
  mpq_init(q);
  mpz_fdiv_q(mpq_numref(q), view.n, view.d);
  result = keep(exact, q);
  mpq_clear(q);
  return result;
}

struct pst_rational pst_rational_power(struct pst_exact *exact, int exponent)
{
  int size = exponent < 0 ? -exponent : exponent;
  struct pst_rational result = pst_rational_whole(1);
  mpq_t q;

  assert(size <= EXPONENT_MOST);
  if (size <= 18) {
    for (int i = 0; i < size; i++)
      result.n *= 10;
    return exponent < 0 ? (struct pst_rational){.n = 1, .d = result.n} : result;
  }
  mpq_init(q);
  mpz_ui_pow_ui(exponent < 0 ? mpq_denref(q) : mpq_numref(q), 10, (unsigned long)size);
  mpz_set_ui(exponent < 0 ? mpq_numref(q) : mpq_denref(q), 1);
  result = keep(exact, q);
  mpq_clear(q);
  return result;
}

struct pst_rational pst_rational_double(struct pst_exact *exact, double value)
{
  struct pst_rational result;
  mpq_t q;

  mpq_init(q);
  mpq_set_d(q, value);
  result = keep(exact, q);
  mpq_clear(q);
  return result;
}

int pst_rational_sign(struct pst_rational a)
{
  if (a.big != NULL)
    return a.big->n_size < 0 ? -1 : 1;
  return (a.n > 0) - (a.n < 0);
}

int pst_rational_compare(struct pst_rational a, struct pst_rational b)
{
  mpq_t x, y;
  int order;

  if (small(&a, &b)) {
    wide left = (wide)a.n * b.d, right = (wide)b.n * a.d;

    return (left > right) - (left < right);
  }
  load(x, &a);
  load(y, &b);
  order = mpq_cmp(x, y);
  mpq_clear(x);
  mpq_clear(y);
  return (order > 0) - (order < 0);
}

bool pst_rational_is_whole(struct pst_rational a)
{
  if (a.big == NULL)
    return a.d == 1;
  return a.big->d_size == 1
         && a.big->limbs[a.big->n_size < 0 ? -a.big->n_size : a.big->n_size] == 1;
}

double pst_rational_to_double(struct pst_rational a)
{
  const int64_t most = (int64_t)1 << 53;
  double value;
  mpq_t q;

  if (a.big == NULL && a.n <= most && a.n >= -most && a.d <= most)
    return (double)a.n / (double)a.d;
  load(q, &a);
  value = pst_wide_nearest(q);
  mpq_clear(q);
  return value;
}

/* --- decimals ---------------------------------------------------------------------------------- */

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
    if (value > EXPONENT_MOST)
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
  return count > 0 && decimal->fraction <= EXPONENT_MOST && count <= 2 * EXPONENT_MOST
         && read_exponent(text, at, &decimal->exponent);
}

static struct pst_rational whole_of(struct pst_exact *exact, const struct decimal *decimal)
{
  char digits[2 * EXPONENT_MOST + 2];
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
  result = keep(exact, q);
  mpq_clear(q);
  return result;
}

bool pst_rational_parse(struct pst_exact *exact, struct pst_text text, struct pst_rational *value,
                        int *decimals)
{
  struct decimal decimal;
  int shift;

  if (!scan(text, &decimal))
    return false;
  shift = decimal.exponent - decimal.fraction;
  if (shift > EXPONENT_MOST || shift < -EXPONENT_MOST)
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
  struct view view;
  int decimals = 0;

  if (a.big == NULL && a.d == 1)
    return 0;
  view_of(&view, &a);
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
  struct view view;

  if (decimals < 0 || decimals > EXPONENT_MOST)
    decimals = 0;
  unit = pst_rational_power(exact, -decimals);
  units = pst_rational_divide(exact, pst_rational_round(exact, a, unit, PST_ROUND_HALF), unit);
  view_of(&view, &units);
  return place_point(exact, view.n, decimals);
}

const char *pst_rational_print(struct pst_exact *exact, struct pst_rational a)
{
  int decimals = pst_rational_decimals(a, DIGITS_SHOWN);
  struct view view;
  char *text;

  view_of(&view, &a);
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
