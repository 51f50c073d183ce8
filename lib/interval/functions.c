/* functions.c -- functions of one number, rounding and powers, on bounds. */
#include <math.h>

#include "interval/arithmetic.h"
#include "interval/decimal.h"
#include "interval/ends.h"

static void absolute(const struct pst_bounds *a, struct pst_bounds *out)
{
  struct pst_bounds mirror = pst_end_mirror(a);
  struct pst_end high = pst_end_higher(pst_end_high(a), pst_end_high(&mirror));

  if (a->low >= 0)
    *out = *a;
  else if (a->high <= 0)
    *out = mirror;
  else
    pst_end_join((struct pst_end){0, false}, high, out);
}

static double apply_to_point(enum pst_function function, double x)
{
  switch (function) {
  case PST_NEGATE:
    return -x;
  case PST_ABS:
    return fabs(x);
  case PST_SQRT:
    return sqrt(x);
  case PST_EXP:
    return exp(x);
  case PST_LOG:
    return log(x);
  case PST_LOG10:
    return log10(x);
  case PST_LOG2:
    return log2(x);
  case PST_FLOOR:
    return floor(x);
  case PST_CEIL:
    break;
  }
  return ceil(x);
}

/* Is Y = FUNCTION(X) without any rounding? */
static bool is_exact(enum pst_function function, double x, double y)
{
  switch (function) {
  case PST_SQRT:
    return fma(y, y, -x) == 0;
  case PST_EXP:
    return x == 0;
  case PST_LOG:
    return x == 1;
  case PST_LOG10:
    return y >= 0 && y <= 22 && y == rint(y) && pst_decimal_power((int)y) == x;
  case PST_LOG2:
    return y == rint(y) && exp2(y) == x;
  default:
    return true;
  }
}

/* An end of a rising function; libm is within one unit of the last place. */
static struct pst_end rising_end(enum pst_function function, struct pst_end x, bool down)
{
  double y = apply_to_point(function, x.value);

  if (isinf(x.value) || (x.value == 0 && isinf(y)))
    return (struct pst_end){y, true};
  if (!is_exact(function, x.value, y))
    y = pst_end_outward(y, down ? -1 : 1, down);
  if (y < 0 && (function == PST_EXP || function == PST_SQRT))
    return (struct pst_end){0, true};
  return (struct pst_end){y, x.open};
}

static bool rising(enum pst_function function, const struct pst_bounds *a, struct pst_bounds *out)
{
  return pst_end_join(rising_end(function, pst_end_low(a), true),
                      rising_end(function, pst_end_high(a), false), out);
}

/* floor is continuous from the right: only an open high end at a whole number is not reached. */
static void floor_of(const struct pst_bounds *a, struct pst_bounds *out)
{
  double high = floor(a->high);

  if (a->high_open && high == a->high && isfinite(high))
    high -= 1;
  pst_end_join((struct pst_end){floor(a->low), false}, (struct pst_end){high, false}, out);
}

bool pst_bounds_apply(enum pst_function function, const struct pst_bounds *a,
                      struct pst_bounds *out)
{
  struct pst_bounds mirror = pst_end_mirror(a);

  if (pst_bounds_is_point(a)) {
    *out = pst_bounds_point(apply_to_point(function, a->low));
    return isfinite(out->low) != 0;
  }
  switch (function) {
  case PST_NEGATE:
    *out = mirror;
    return true;
  case PST_ABS:
    absolute(a, out);
    return true;
  case PST_SQRT:
    return a->low >= 0 && rising(function, a, out);
  case PST_LOG:
  case PST_LOG10:
  case PST_LOG2:
    return a->low >= 0 && !pst_bounds_hold(a, 0) && rising(function, a, out);
  case PST_FLOOR:
    floor_of(a, out);
    return true;
  case PST_CEIL:
    floor_of(&mirror, &mirror);
    *out = pst_end_mirror(&mirror);
    return true;
  case PST_EXP:
    break;
  }
  return rising(function, a, out);
}

/* Scaling errs by two units of the last place at most, so what is that near to a tie is taken for
   one. */
static double round_digits(double x, int digits)
{
  double scale = pst_decimal_power(digits < 0 ? -digits : digits);
  double scaled = fabs(digits < 0 ? x / scale : x * scale), whole = floor(scaled);

  if (digits == 0 || scaled >= 0x1p52)
    return digits == 0 ? round(x) : x;
  if (fabs(scaled - (whole + 0.5)) <= 2 * (nextafter(scaled, INFINITY) - scaled))
    whole += 1;
  else
    whole = round(scaled);
  return copysign(digits < 0 ? whole * scale : whole / scale, x);
}

void pst_bounds_round(const struct pst_bounds *a, int digits, struct pst_bounds *out)
{
  pst_end_join((struct pst_end){round_digits(a->low, digits), false},
               (struct pst_end){round_digits(a->high, digits), false}, out);
}

static struct pst_end power_end(struct pst_end x, double y, bool down)
{
  double power = pow(x.value, y);

  if (isinf(x.value) || x.value == 0 || x.value == 1 || y == 1)
    return (struct pst_end){power, x.open};
  return (struct pst_end){pst_end_outward(power, down ? -1 : 1, down), x.open};
}

/* a^n for a whole number n: even powers fold the negative side over. */
static bool whole_power(const struct pst_bounds *a, double n, struct pst_bounds *out)
{
  const struct pst_bounds one = pst_bounds_point(1);
  struct pst_bounds base = *a;

  if (n < 0)
    return !pst_bounds_hold(a, 0) && whole_power(a, -n, &base)
           && pst_bounds_operate(PST_DIVIDE, &one, &base, out);
  if (n == 0) {
    *out = one;
    return true;
  }
  if (fmod(n, 2) == 0)
    absolute(a, &base);
  pst_end_join(power_end(pst_end_low(&base), n, true), power_end(pst_end_high(&base), n, false),
               out);
  if (base.low >= 0 && out->low < 0)
    out->low = 0;
  return true;
}

/* y log(x) takes its extremes at corners, so does x^y. */
bool pst_bounds_power(const struct pst_bounds *a, const struct pst_bounds *b,
                      struct pst_bounds *out)
{
  const double x[2] = {a->low, a->high}, y[2] = {b->low, b->high};
  struct pst_end low = {INFINITY, true}, high = {-INFINITY, true};

  if (pst_bounds_is_point(b) && b->low == rint(b->low))
    return whole_power(a, b->low, out);
  if (a->low < 0 || (pst_bounds_hold(a, 0) && b->low <= 0))
    return false;
  for (int i = 0; i < 2; i++) {
    for (int j = 0; j < 2; j++) {
      double power = pow(x[i], y[j]);

      low = pst_end_lower(low, (struct pst_end){pst_end_outward(power, -1, true), false});
      high = pst_end_higher(high, (struct pst_end){pst_end_outward(power, 1, false), false});
    }
  }
  low.value = low.value < 0 ? 0 : low.value;
  return pst_end_join(low, high, out);
}
