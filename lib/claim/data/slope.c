/* slope.c -- how fast a number of a claim moves with one of its unknowns, as a range. */
#include "claim/data/number_internal.h"

static struct pst_range whole(int64_t n)
{
  return pst_range_point(pst_rational_whole(n));
}

static struct pst_range hull(int64_t low, int64_t high)
{
  struct pst_range range = whole(low), other = whole(high);

  return pst_range_hull(&range, &other);
}

/* All numbers above 0, or with CLOSED those not below it. */
static struct pst_range not_falling(bool closed)
{
  struct pst_range range = pst_range_all();

  range.low = (struct pst_limit){.value = pst_rational_whole(0),
                                 .kind = closed ? PST_LIMIT_CLOSED : PST_LIMIT_OPEN};
  return range;
}

/* Is this argument of a minimum or maximum, which is RESULT, always above or below it? */
static bool never_chosen(enum pst_number_kind kind, const struct pst_range *argument,
                         const struct pst_range *result)
{
  return (kind == PST_NUMBER_MIN || kind == PST_NUMBER_MAX) && !pst_range_meet(argument, result);
}

static struct pst_range slope_of_many(struct pst_exact *exact, const struct pst_number *number,
                                      const struct pst_range *arguments,
                                      const struct pst_range *slopes, const struct pst_range *value)
{
  struct pst_range slope = whole(0);
  bool chosen = false;

  for (size_t i = 0; i < number->count; i++) {
    if (number->kind == PST_NUMBER_SUM) {
      slope = pst_range_add(exact, &slope, &slopes[i]);
    } else if (!never_chosen(number->kind, &arguments[i], value)) {
      slope = chosen ? pst_range_hull(&slope, &slopes[i]) : slopes[i];
      chosen = true;
    }
  }
  return slope;
}

/* The slope of |x|. */
static struct pst_range slope_of_size(const struct pst_range *x)
{
  if (pst_range_sign(x, PST_IS_AT_LEAST) == PST_TRUTH_YES)
    return whole(1);
  return pst_range_sign(x, PST_IS_AT_MOST) == PST_TRUTH_YES ? whole(-1) : hull(-1, 1);
}

/* Of x^y by x alone, y being one number: y x^y / x. */
static bool slope_of_power(struct pst_exact *exact, const struct pst_range *arguments,
                           const struct pst_range *slopes, const struct pst_range *value,
                           struct pst_range *out)
{
  struct pst_range factor = pst_range_multiply(exact, &arguments[1], value);

  if (!pst_range_is_point(&arguments[1])
      || pst_range_sign(&arguments[0], PST_IS_MORE) != PST_TRUTH_YES
      || !pst_range_divide(exact, &factor, &arguments[0], &factor))
    return false;
  *out = pst_range_multiply(exact, &slopes[0], &factor);
  return true;
}

/* (a' - q b') / b */
static bool slope_of_quotient(struct pst_exact *exact, const struct pst_range *arguments,
                              const struct pst_range *slopes, const struct pst_range *value,
                              struct pst_range *out)
{
  struct pst_range part = pst_range_multiply(exact, value, &slopes[1]);

  part = pst_range_subtract(exact, &slopes[0], &part);
  return pst_range_divide(exact, &part, &arguments[1], out);
}

static struct pst_range slope_of_product(struct pst_exact *exact, const struct pst_range *arguments,
                                         const struct pst_range *slopes)
{
  struct pst_range part = pst_range_multiply(exact, &slopes[0], &arguments[1]);
  struct pst_range other = pst_range_multiply(exact, &arguments[0], &slopes[1]);

  return pst_range_add(exact, &part, &other);
}

bool pst_number_slope(struct pst_exact *exact, const struct pst_number *number,
                      const struct pst_range *arguments, const struct pst_range *slopes,
                      const struct pst_range *value, struct pst_range *out)
{
  struct pst_range factor;

  switch (number->kind) {
  case PST_NUMBER_ADD:
    *out = pst_range_add(exact, &slopes[0], &slopes[1]);
    return true;
  case PST_NUMBER_SUBTRACT:
    *out = pst_range_subtract(exact, &slopes[0], &slopes[1]);
    return true;
  case PST_NUMBER_MULTIPLY:
    *out = slope_of_product(exact, arguments, slopes);
    return true;
  case PST_NUMBER_DIVIDE:
    return slope_of_quotient(exact, arguments, slopes, value, out);
  case PST_NUMBER_POWER:
    return slope_of_power(exact, arguments, slopes, value, out);
  case PST_NUMBER_ABS:
    factor = slope_of_size(&arguments[0]);
    break;
  case PST_NUMBER_FLOOR:
  case PST_NUMBER_CEIL:
  case PST_NUMBER_ROUND:
    factor = not_falling(true);
    break;
  case PST_NUMBER_SQRT:
  case PST_NUMBER_EXP:
  case PST_NUMBER_LOG:
  case PST_NUMBER_LOG10:
  case PST_NUMBER_LOG2:
    factor = not_falling(false);
    break;
  case PST_NUMBER_LEAF:
  case PST_NUMBER_SUM:
  case PST_NUMBER_MIN:
  case PST_NUMBER_MAX:
  case PST_NUMBER_MEDIAN:
  case PST_NUMBER_QUANTILE:
    *out = slope_of_many(exact, number, arguments, slopes, value);
    return true;
  }
  *out = pst_range_multiply(exact, &slopes[0], &factor);
  return true;
}
