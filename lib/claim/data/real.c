/* real.c -- functions of ranges: steps exactly, and enclosures of what is no fraction. */
#include "claim/data/real.h"

#include <float.h>
#include <math.h>

enum { ERROR_MOST = 4, POWER_MOST = 64 };

/* --- steps ------------------------------------------------------------------------------------- */

static struct pst_rational ceiling(struct pst_exact *exact, struct pst_rational a)
{
  return pst_rational_negate(exact, pst_rational_floor(exact, pst_rational_negate(exact, a)));
}

/* What the step is at X (SIDE 0), just below it (-1) or just above it (1). */
static struct pst_rational step_at(struct pst_exact *exact, enum pst_step step,
                                   struct pst_rational x, int side)
{
  const struct pst_rational one = pst_rational_whole(1);
  const struct pst_rational half = {.n = 1, .d = 2};

  if (step == PST_STEP_ROUND) {
    if (side == 0)
      side = pst_rational_sign(x) < 0 ? -1 : 1;
    if (side > 0)
      return pst_rational_floor(exact, pst_rational_add(exact, x, half));
    return ceiling(exact, pst_rational_subtract(exact, x, half));
  }
  if (step == PST_STEP_FLOOR)
    return side < 0 ? pst_rational_subtract(exact, ceiling(exact, x), one)
                    : pst_rational_floor(exact, x);
  return side > 0 ? pst_rational_add(exact, pst_rational_floor(exact, x), one) : ceiling(exact, x);
}

static struct pst_limit step_limit(struct pst_exact *exact, enum pst_step step,
                                   const struct pst_limit *end, int inwards,
                                   struct pst_rational unit)
{
  struct pst_rational x, at, within;

  if (end->infinite != 0)
    return *end;
  x = pst_rational_divide(exact, end->value, unit);
  at = pst_rational_multiply(exact, step_at(exact, step, x, 0), unit);
  within = pst_rational_multiply(exact, step_at(exact, step, x, inwards), unit);
  if (end->kind == PST_LIMIT_OPEN)
    at = within;
  return (struct pst_limit){.value = at,
                            .kind =
                                end->kind == PST_LIMIT_TIE && pst_rational_compare(at, within) != 0
                                    ? PST_LIMIT_TIE
                                    : PST_LIMIT_CLOSED};
}

struct pst_range pst_real_step(struct pst_exact *exact, enum pst_step step,
                               const struct pst_range *a, struct pst_rational unit)
{
  bool point = pst_range_is_point(a);

  return (struct pst_range){step_limit(exact, step, &a->low, point ? 0 : 1, unit),
                            step_limit(exact, step, &a->high, point ? 0 : -1, unit)};
}

/* --- doubles around a fraction ------------------------------------------------------------------ */

static double outwards(double value, int direction, int steps)
{
  for (int i = 0; i < steps; i++)
    value = nextafter(value, direction * (double)INFINITY);
  return value;
}

/* A double that is not above VALUE (DIRECTION -1), or not below it (1). */
static double beside(struct pst_exact *exact, struct pst_rational value, int direction)
{
  double nearest = pst_rational_to_double(value);

  if (isinf(nearest))
    return (nearest > 0) == (direction > 0) ? nearest : nearest > 0 ? DBL_MAX : -DBL_MAX;
  if (pst_rational_compare(pst_rational_double(exact, nearest), value) * direction < 0)
    nearest = outwards(nearest, direction, 1);
  return nearest;
}

/* The end VALUE, found from doubles; an infinite one is no bound. */
static struct pst_limit limit_of(struct pst_exact *exact, double value)
{
  if (isinf(value))
    return (struct pst_limit){
        .value = pst_rational_whole(0), .kind = PST_LIMIT_OPEN, .infinite = value > 0 ? 1 : -1};
  return (struct pst_limit){.value = pst_rational_double(exact, value)};
}

/* --- values that are fractions ------------------------------------------------------------------- */

static bool whole_root(int64_t n, int64_t *root)
{
  int64_t near = (int64_t)sqrt((double)n);

  for (*root = near > 0 ? near - 1 : 0; *root <= near + 1; ++*root)
    if (*root <= 3037000499 && *root * *root == n)
      return true;
  return false;
}

static bool exact_root(struct pst_rational a, struct pst_rational *out)
{
  *out = pst_rational_whole(0);
  return a.big == NULL && a.n >= 0 && whole_root(a.n, &out->n) && whole_root(a.d, &out->d);
}

/* The whole power of BASE that A is. */
static bool exact_power(struct pst_exact *exact, int base, struct pst_rational a,
                        struct pst_rational *out)
{
  double guess = base == 2 ? log2(pst_rational_to_double(a)) : log10(pst_rational_to_double(a));
  struct pst_rational power;
  int exponent;

  if (!(fabs(guess) < 300))
    return false;
  exponent = (int)lrint(guess);
  power = base == 10 ? pst_rational_power(exact, exponent)
                     : pst_rational_double(exact, ldexp(1, exponent));
  *out = pst_rational_whole(exponent);
  return pst_rational_compare(power, a) == 0;
}

static bool exact_value(struct pst_exact *exact, enum pst_real function, struct pst_rational a,
                        struct pst_rational *out)
{
  switch (function) {
  case PST_REAL_SQRT:
    return exact_root(a, out);
  case PST_REAL_EXP:
    *out = pst_rational_whole(1);
    return pst_rational_sign(a) == 0;
  case PST_REAL_LOG:
    *out = pst_rational_whole(0);
    return pst_rational_compare(a, pst_rational_whole(1)) == 0;
  case PST_REAL_LOG10:
    return exact_power(exact, 10, a, out);
  case PST_REAL_LOG2:
    break;
  }
  return exact_power(exact, 2, a, out);
}

/* --- functions of one number --------------------------------------------------------------------- */

static double nearest_value(enum pst_real function, double x)
{
  switch (function) {
  case PST_REAL_SQRT:
    return sqrt(x < 0 ? 0 : x);
  case PST_REAL_EXP:
    return exp(x);
  case PST_REAL_LOG:
    return log(x);
  case PST_REAL_LOG10:
    return log10(x);
  case PST_REAL_LOG2:
    break;
  }
  return log2(x);
}

/* FUNCTION at one end, not inside the true value: DIRECTION -1 for a low end. */
static struct pst_limit apply_limit(struct pst_exact *exact, enum pst_real function,
                                    const struct pst_limit *end, int direction)
{
  struct pst_rational value;
  double near;

  if (end->infinite == 0 && exact_value(exact, function, end->value, &value))
    return (struct pst_limit){.value = value, .kind = end->kind};
  near = nearest_value(function, end->infinite != 0 ? end->infinite * (double)INFINITY
                                                    : beside(exact, end->value, direction));
  if (isfinite(near))
    near = outwards(near, direction, ERROR_MOST);
  if (function == PST_REAL_EXP && near <= 0) /* it comes near 0, and is above it */
    return (struct pst_limit){.value = pst_rational_whole(0), .kind = PST_LIMIT_OPEN};
  return limit_of(exact, function == PST_REAL_SQRT && near < 0 ? 0 : near);
}

static bool above_zero(const struct pst_range *a)
{
  int sign = a->low.infinite != 0 ? -1 : pst_rational_sign(a->low.value);

  return sign > 0 || (sign == 0 && a->low.kind == PST_LIMIT_OPEN);
}

static bool not_below_zero(const struct pst_range *a)
{
  return a->low.infinite == 0 && pst_rational_sign(a->low.value) >= 0;
}

bool pst_real_apply(struct pst_exact *exact, enum pst_real function, const struct pst_range *a,
                    struct pst_range *out)
{
  bool root = function == PST_REAL_SQRT, logarithm = !root && function != PST_REAL_EXP;
  struct pst_range result;

  if ((root && !not_below_zero(a)) || (logarithm && !above_zero(a)))
    return false;
  result.low = logarithm && pst_rational_sign(a->low.value) == 0
                   ? limit_of(exact, -INFINITY)
                   : apply_limit(exact, function, &a->low, -1);
  result.high = apply_limit(exact, function, &a->high, 1);
  *out = result;
  return result.low.infinite <= 0 && result.high.infinite >= 0;
}

/* --- powers -------------------------------------------------------------------------------------- */

static struct pst_limit power_limit(struct pst_exact *exact, struct pst_limit end, int n)
{
  struct pst_rational value = pst_rational_whole(1);

  if (end.infinite != 0) {
    end.infinite = n % 2 == 0 ? 1 : end.infinite;
    return end;
  }
  for (int i = 0; i < n; i++)
    value = pst_rational_multiply(exact, value, end.value);
  end.value = value;
  return end;
}

/* A^N for a whole N above 0: it turns at 0 when N is even. */
static struct pst_range whole_power(struct pst_exact *exact, const struct pst_range *a, int n)
{
  struct pst_range ends = {power_limit(exact, a->low, n), power_limit(exact, a->high, n)};

  if (n % 2 == 1 || pst_range_sign(a, PST_IS_AT_LEAST) == PST_TRUTH_YES)
    return ends;
  if (pst_range_sign(a, PST_IS_AT_MOST) == PST_TRUTH_YES)
    return (struct pst_range){ends.high, ends.low};
  return (struct pst_range){{.value = pst_rational_whole(0)},
                            pst_limit_compare_high(&ends.low, &ends.high) > 0 ? ends.low
                                                                              : ends.high};
}

static bool small_whole(const struct pst_range *b, int *n)
{
  if (!pst_range_is_point(b) || b->low.value.big != NULL || b->low.value.d != 1
      || b->low.value.n > POWER_MOST || b->low.value.n < -POWER_MOST)
    return false;
  *n = (int)b->low.value.n;
  return true;
}

static double end_beside(struct pst_exact *exact, const struct pst_limit *end, int direction)
{
  return end->infinite != 0 ? end->infinite * (double)INFINITY
                            : beside(exact, end->value, direction);
}

/* Of a base that is not below 0: a power is monotone in each, so that the corners hold the ends. */
static struct pst_range corners(struct pst_exact *exact, const struct pst_range *a,
                                const struct pst_range *b)
{
  double x[2] = {end_beside(exact, &a->low, -1), end_beside(exact, &a->high, 1)};
  double y[2] = {end_beside(exact, &b->low, -1), end_beside(exact, &b->high, 1)};
  double low = INFINITY, high = 0;

  x[0] = x[0] < 0 ? 0 : x[0];
  for (int i = 0; i < 4; i++) {
    double corner = pow(x[i / 2], y[i % 2]);

    low = fmin(low, corner);
    high = fmax(high, corner);
  }
  if (isfinite(low))
    low = fmax(0, outwards(low, -1, ERROR_MOST));
  if (isfinite(high))
    high = outwards(high, 1, ERROR_MOST);
  return (struct pst_range){limit_of(exact, low), limit_of(exact, high)};
}

bool pst_real_power(struct pst_exact *exact, const struct pst_range *a, const struct pst_range *b,
                    struct pst_range *out)
{
  const struct pst_range one = pst_range_point(pst_rational_whole(1));
  const struct pst_rational half = {.n = 1, .d = 2};
  struct pst_range power;
  int n;

  if (small_whole(b, &n)) {
    power = n == 0 ? one : whole_power(exact, a, n < 0 ? -n : n);
    *out = power;
    return n >= 0 || pst_range_divide(exact, &one, &power, out);
  }
  if (pst_range_is_point(b) && pst_rational_compare(b->low.value, half) == 0)
    return pst_real_apply(exact, PST_REAL_SQRT, a, out);
  if (!above_zero(a) && !(not_below_zero(a) && above_zero(b)))
    return false;
  *out = corners(exact, a, b);
  return out->low.infinite == 0;
}
