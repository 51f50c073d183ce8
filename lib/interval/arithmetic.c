/* arithmetic.c -- sums, products, quotients and growth of bounds, rounded outwards. */
#include "interval/arithmetic.h"

#include <math.h>

#include "interval/ends.h"

/* Knuth's two-sum gives the error of the sum. */
static struct pst_end add_ends(struct pst_end x, struct pst_end y, bool down)
{
  double sum = x.value + y.value, part = sum - x.value;
  double error = (x.value - (sum - part)) + (y.value - part);

  if (isinf(x.value) || isinf(y.value))
    return (struct pst_end){sum, true};
  return (struct pst_end){pst_end_outward(sum, error, down), x.open || y.open};
}

static bool add(const struct pst_bounds *a, const struct pst_bounds *b, struct pst_bounds *out)
{
  return pst_end_join(add_ends(pst_end_low(a), pst_end_low(b), true),
                      add_ends(pst_end_high(a), pst_end_high(b), false), out);
}

/* Below this, what fma leaves may itself be rounded away: always step outwards. */
static const double tiny = 1e-290;

/* A zero that is reached makes the product 0 whatever the other factor is. */
static struct pst_end multiply_ends(struct pst_end x, struct pst_end y, bool down)
{
  double product = x.value * y.value, error;

  if (x.value == 0 || y.value == 0)
    return (struct pst_end){0, !((x.value == 0 && !x.open) || (y.value == 0 && !y.open))};
  if (isinf(x.value) || isinf(y.value))
    return (struct pst_end){product, true};
  error = fabs(product) < tiny ? (down ? -1 : 1) : fma(x.value, y.value, -product);
  return (struct pst_end){pst_end_outward(product, error, down), x.open || y.open};
}

/* A divisor never holds 0, so an end of 0 is approached, from the side where the divisor lies. */
static struct pst_end divide_ends(struct pst_end x, struct pst_end y, bool down, bool negative)
{
  double quotient = x.value / y.value, error;

  if (x.value == 0)
    return (struct pst_end){0, x.open};
  if (isinf(y.value))
    return (struct pst_end){0, true};
  if (y.value == 0)
    return (struct pst_end){(x.value > 0) == negative ? -INFINITY : INFINITY, true};
  if (isinf(x.value))
    return (struct pst_end){quotient, true};
  error = fma(-quotient, y.value, x.value) * (negative ? -1 : 1);
  if (fabs(quotient) < tiny || fabs(x.value) < tiny)
    error = down ? -1 : 1;
  return (struct pst_end){pst_end_outward(quotient, error, down), x.open || y.open};
}

static bool multiply_or_divide(const struct pst_bounds *a, const struct pst_bounds *b, bool divide,
                               struct pst_bounds *out)
{
  const struct pst_end x[2] = {pst_end_low(a), pst_end_high(a)};
  const struct pst_end y[2] = {pst_end_low(b), pst_end_high(b)};
  struct pst_end low = {INFINITY, true}, high = {-INFINITY, true};

  if (divide && pst_bounds_hold(b, 0))
    return false;
  for (int i = 0; i < 2; i++) {
    for (int j = 0; j < 2; j++) {
      low = pst_end_lower(low, divide ? divide_ends(x[i], y[j], true, b->low < 0)
                                      : multiply_ends(x[i], y[j], true));
      high = pst_end_higher(high, divide ? divide_ends(x[i], y[j], false, b->low < 0)
                                         : multiply_ends(x[i], y[j], false));
    }
  }
  return pst_end_join(low, high, out);
}

/* The smaller of X and Y reaches a common high end only if both do. */
static bool least(const struct pst_bounds *a, const struct pst_bounds *b, struct pst_bounds *out)
{
  struct pst_end low = pst_end_lower(pst_end_low(a), pst_end_low(b));
  struct pst_end high = a->high < b->high ? pst_end_high(a) : pst_end_high(b);

  if (a->high == b->high)
    high.open = a->high_open || b->high_open;
  return pst_end_join(low, high, out);
}

static bool greatest(const struct pst_bounds *a, const struct pst_bounds *b, struct pst_bounds *out)
{
  struct pst_bounds minus_a = pst_end_mirror(a), minus_b = pst_end_mirror(b), minus;

  least(&minus_a, &minus_b, &minus);
  *out = pst_end_mirror(&minus);
  return true;
}

static double operate_on_points(enum pst_operation operation, double x, double y)
{
  switch (operation) {
  case PST_ADD:
    return x + y;
  case PST_SUBTRACT:
    return x - y;
  case PST_MULTIPLY:
    return x * y;
  case PST_DIVIDE:
    return x / y;
  case PST_POWER:
    return pow(x, y);
  case PST_MIN:
    return x < y ? x : y;
  case PST_MAX:
    break;
  }
  return x > y ? x : y;
}

bool pst_bounds_operate(enum pst_operation operation, const struct pst_bounds *a,
                        const struct pst_bounds *b, struct pst_bounds *out)
{
  struct pst_bounds minus;

  if (pst_bounds_is_point(a) && pst_bounds_is_point(b)) {
    *out = pst_bounds_point(operate_on_points(operation, a->low, b->low));
    return isfinite(out->low) != 0;
  }
  switch (operation) {
  case PST_ADD:
    return add(a, b, out);
  case PST_SUBTRACT:
    minus = pst_end_mirror(b);
    return add(a, &minus, out);
  case PST_MULTIPLY:
  case PST_DIVIDE:
    return multiply_or_divide(a, b, operation == PST_DIVIDE, out);
  case PST_POWER:
    return pst_bounds_power(a, b, out);
  case PST_MIN:
    return least(a, b, out);
  case PST_MAX:
    break;
  }
  return greatest(a, b, out);
}

bool pst_bounds_growth(const struct pst_bounds *a, const struct pst_bounds *b,
                       struct pst_bounds *out)
{
  const struct pst_bounds one = pst_bounds_point(1);
  struct pst_bounds ratio;

  if (a->low < 0 || pst_bounds_hold(a, 0))
    return false;
  if (pst_bounds_is_point(a) && pst_bounds_is_point(b)) {
    *out = pst_bounds_point((b->low - a->low) / a->low); /* b / a - 1 would cancel */
    return isfinite(out->low) != 0;
  }
  return pst_bounds_operate(PST_DIVIDE, b, a, &ratio)
         && pst_bounds_operate(PST_SUBTRACT, &ratio, &one, out);
}

void pst_bounds_hull(const struct pst_bounds *a, const struct pst_bounds *b, struct pst_bounds *out)
{
  pst_end_join(pst_end_lower(pst_end_low(a), pst_end_low(b)),
               pst_end_higher(pst_end_high(a), pst_end_high(b)), out);
}
