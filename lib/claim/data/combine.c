/* combine.c -- the range of a number of a claim from the ranges of its arguments. */
#include <stdlib.h>

#include "claim/data/real.h"
#include "claim/data/number_internal.h"

static int by_low(const void *a, const void *b)
{
  const struct pst_range *x = a, *y = b;

  return pst_limit_compare_low(&x->low, &y->low);
}

static int by_high(const void *a, const void *b)
{
  const struct pst_range *x = a, *y = b;

  return pst_limit_compare_high(&x->high, &y->high);
}

/* PART of the way from A to B, which is not below it. */
static struct pst_limit limit_between(struct pst_exact *exact, const struct pst_limit *a,
                                      const struct pst_limit *b, struct pst_rational part)
{
  struct pst_limit between = *a;

  if (pst_rational_sign(part) == 0 || a->infinite != 0)
    return *a;
  if (b->infinite != 0)
    return *b;
  between.value = pst_rational_subtract(exact, b->value, a->value);
  between.value = pst_rational_multiply(exact, between.value, part);
  between.value = pst_rational_add(exact, a->value, between.value);
  between.kind = a->kind < b->kind ? b->kind : a->kind;
  return between;
}

/* Quantile of type 7: the value at the place (n - 1) SHARE.  It is monotone in each argument: its low
   end is the quantile of the low ends. */
static struct pst_range quantile(struct pst_exact *exact, const struct pst_range *arguments,
                                 size_t count, struct pst_rational share)
{
  struct pst_range *sorted = pst_arena_array(exact->arena, count, sizeof *sorted), result;
  struct pst_rational place =
      pst_rational_multiply(exact, share, pst_rational_whole((int64_t)count - 1));
  struct pst_rational floor = pst_rational_floor(exact, place);
  struct pst_rational part = pst_rational_subtract(exact, place, floor);
  size_t below = (size_t)floor.n, above = below + (pst_rational_sign(part) > 0);

  if (sorted == NULL) {
    exact->failed = true;
    return pst_range_all();
  }
  for (size_t i = 0; i < count; i++)
    sorted[i] = arguments[i];
  qsort(sorted, count, sizeof *sorted, by_low);
  result.low = limit_between(exact, &sorted[below].low, &sorted[above].low, part);
  qsort(sorted, count, sizeof *sorted, by_high);
  result.high = limit_between(exact, &sorted[below].high, &sorted[above].high, part);
  return result;
}

static struct pst_range fold(struct pst_exact *exact, enum pst_number_kind kind,
                             const struct pst_range *arguments, size_t count)
{
  struct pst_range result = arguments[0];

  for (size_t i = 1; i < count; i++) {
    if (kind == PST_NUMBER_SUM)
      result = pst_range_add(exact, &result, &arguments[i]);
    else if (kind == PST_NUMBER_MIN)
      result = pst_range_min(&result, &arguments[i]);
    else
      result = pst_range_max(&result, &arguments[i]);
  }
  return result;
}

static bool combine_real(struct pst_exact *exact, enum pst_number_kind kind,
                         const struct pst_range *arguments, struct pst_range *out)
{
  static const enum pst_real functions[] = {[PST_NUMBER_SQRT] = PST_REAL_SQRT,
                                            [PST_NUMBER_EXP] = PST_REAL_EXP,
                                            [PST_NUMBER_LOG] = PST_REAL_LOG,
                                            [PST_NUMBER_LOG10] = PST_REAL_LOG10,
                                            [PST_NUMBER_LOG2] = PST_REAL_LOG2};

  if (kind == PST_NUMBER_POWER)
    return pst_real_power(exact, &arguments[0], &arguments[1], out);
  return pst_real_apply(exact, functions[kind], &arguments[0], out);
}

static struct pst_range combine_step(struct pst_exact *exact, const struct pst_number *number,
                                     const struct pst_range *argument)
{
  enum pst_step step = number->kind == PST_NUMBER_FLOOR  ? PST_STEP_FLOOR
                       : number->kind == PST_NUMBER_CEIL ? PST_STEP_CEIL
                                                         : PST_STEP_ROUND;

  return pst_real_step(exact, step, argument, number->parameter);
}

bool pst_number_combine(struct pst_exact *exact, const struct pst_number *number,
                        const struct pst_range *arguments, struct pst_range *out)
{
  const struct pst_rational half = {.n = 1, .d = 2};

  switch (number->kind) {
  case PST_NUMBER_ADD:
    *out = pst_range_add(exact, &arguments[0], &arguments[1]);
    return true;
  case PST_NUMBER_SUBTRACT:
    *out = pst_range_subtract(exact, &arguments[0], &arguments[1]);
    return true;
  case PST_NUMBER_MULTIPLY:
    *out = pst_range_multiply(exact, &arguments[0], &arguments[1]);
    return true;
  case PST_NUMBER_DIVIDE:
    return pst_range_divide(exact, &arguments[0], &arguments[1], out);
  case PST_NUMBER_ABS:
    *out = pst_range_abs(exact, &arguments[0]);
    return true;
  case PST_NUMBER_MEDIAN:
    *out = quantile(exact, arguments, number->count, half);
    return true;
  case PST_NUMBER_QUANTILE:
    *out = quantile(exact, arguments, number->count, number->parameter);
    return true;
  case PST_NUMBER_FLOOR:
  case PST_NUMBER_CEIL:
  case PST_NUMBER_ROUND:
    *out = combine_step(exact, number, &arguments[0]);
    return true;
  case PST_NUMBER_SQRT:
  case PST_NUMBER_EXP:
  case PST_NUMBER_LOG:
  case PST_NUMBER_LOG10:
  case PST_NUMBER_LOG2:
  case PST_NUMBER_POWER:
    return combine_real(exact, number->kind, arguments, out);
  case PST_NUMBER_LEAF:
  case PST_NUMBER_SUM:
  case PST_NUMBER_MIN:
  case PST_NUMBER_MAX:
    break;
  }
  *out = fold(exact, number->kind, arguments, number->count);
  return true;
}
