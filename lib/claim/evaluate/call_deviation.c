/* call_deviation.c -- the standard deviation of numbers that are known by ranges.

   The sum of squares about the mean is the least over c of sum (x_i - c)^2.  So its least value over
   the ranges is the least over c of the squared distances from c to the ranges, which is exact; and
   for any one c the squared distances to the far ends are not below its greatest value: the c where
   they are least is taken.  (Ferson, Ginzburg, Kreinovich, Longpre and Aviles 2002: the greatest itself is hard to find.) */
#include <stdlib.h>

#include "claim/evaluate/calls.h"
#include "claim/evaluate/own.h"

struct spread {
  struct pst_exact *exact;
  const struct pst_item *items;
  size_t count;
};

static struct pst_rational square(struct pst_exact *exact, struct pst_rational a)
{
  return pst_rational_multiply(exact, a, a);
}

/* How far C lies outside the range: below 0 under it, 0 within, above 0 over it. */
static struct pst_rational outside(struct pst_exact *exact, const struct pst_range *range,
                                   struct pst_rational c)
{
  if (range->low.infinite == 0 && pst_rational_compare(c, range->low.value) < 0)
    return pst_rational_subtract(exact, c, range->low.value);
  if (range->high.infinite == 0 && pst_rational_compare(c, range->high.value) > 0)
    return pst_rational_subtract(exact, c, range->high.value);
  return pst_rational_whole(0);
}

/* How far C lies from the end of the range that is farther from it, with its sign. */
static struct pst_rational far_end(struct pst_exact *exact, const struct pst_range *range,
                                   struct pst_rational c)
{
  struct pst_rational middle = pst_rational_middle(exact, range->low.value, range->high.value);

  return pst_rational_subtract(
      exact, c, pst_rational_compare(c, middle) < 0 ? range->high.value : range->low.value);
}

typedef struct pst_rational distance_of(struct pst_exact *exact, const struct pst_range *range,
                                        struct pst_rational c);

/* The sum of the distances, half the slope of that of their squares: it grows with C. */
static struct pst_rational pull(const struct spread *spread, distance_of *distance,
                                struct pst_rational c)
{
  struct pst_rational sum = pst_rational_whole(0);

  for (size_t i = 0; i < spread->count; i++)
    sum = pst_rational_add(spread->exact, sum,
                           distance(spread->exact, &spread->items[i].number->range, c));
  return sum;
}

static struct pst_rational squares(const struct spread *spread, distance_of *distance,
                                   struct pst_rational c)
{
  struct pst_rational sum = pst_rational_whole(0);

  for (size_t i = 0; i < spread->count; i++)
    sum = pst_rational_add(
        spread->exact, sum,
        square(spread->exact, distance(spread->exact, &spread->items[i].number->range, c)));
  return sum;
}

static int by_value(const void *a, const void *b)
{
  const struct pst_rational *x = a, *y = b;

  return pst_rational_compare(*x, *y);
}

/* The places where DISTANCE bends, in order: the ends, or the middles.  NULL when memory is out. */
static struct pst_rational *bends(const struct spread *spread, bool middles, size_t *count)
{
  struct pst_rational *found =
      pst_arena_array(spread->exact->arena, 2 * spread->count + 1, sizeof *found);

  *count = 0;
  for (size_t i = 0; found != NULL && i < spread->count; i++) {
    const struct pst_range *range = &spread->items[i].number->range;

    if (middles) {
      found[(*count)++] = pst_rational_middle(spread->exact, range->low.value, range->high.value);
      continue;
    }
    if (range->low.infinite == 0)
      found[(*count)++] = range->low.value;
    if (range->high.infinite == 0)
      found[(*count)++] = range->high.value;
  }
  if (found != NULL && *count > 1)
    qsort(found, *count, sizeof *found, by_value);
  return found;
}

/* The C where the pull is 0, or jumps over it: by halving the bends, then along the line between two.
   A bend where the pull jumps is taken as it is. */
static struct pst_rational balance(const struct spread *spread, distance_of *distance,
                                   const struct pst_rational *at, size_t count)
{
  struct pst_exact *exact = spread->exact;
  size_t low = 0, high = count - 1;
  struct pst_rational middle, a, b, width;

  while (high - low > 1) {
    size_t half = low + (high - low) / 2;

    if (pst_rational_sign(pull(spread, distance, at[half])) <= 0)
      low = half;
    else
      high = half;
  }
  if (pst_rational_compare(at[low], at[high]) == 0)
    return at[low];
  middle = pst_rational_middle(exact, at[low], at[high]);
  width = pst_rational_subtract(exact, middle, at[low]);
  a = pull(spread, distance, pst_rational_middle(exact, at[low], middle));
  b = pull(spread, distance, middle);
  width = pst_rational_divide(exact, width, pst_rational_whole(2));
  b = pst_rational_subtract(exact, b, a);
  if (pst_rational_sign(b) <= 0)
    return middle;
  a = pst_rational_divide(exact, pst_rational_multiply(exact, a, width), b);
  middle = pst_rational_subtract(exact, pst_rational_middle(exact, at[low], middle), a);
  if (pst_rational_compare(middle, at[low]) < 0)
    return at[low];
  return pst_rational_compare(middle, at[high]) > 0 ? at[high] : middle;
}

static bool bounded(const struct spread *spread)
{
  for (size_t i = 0; i < spread->count; i++)
    if (!pst_range_is_bounded(&spread->items[i].number->range))
      return false;
  return true;
}

/* The least and greatest sum of squares; false when memory is out. */
static bool sums_of_squares(const struct spread *spread, struct pst_range *out)
{
  struct pst_rational *at;
  size_t count;

  *out = pst_range_all();
  at = bends(spread, false, &count);
  if (at == NULL)
    return false;
  out->low = (struct pst_limit){.value = pst_rational_whole(0)};
  if (count > 0)
    out->low.value = squares(spread, outside, balance(spread, outside, at, count));
  if (!bounded(spread))
    return true;
  at = bends(spread, true, &count);
  if (at == NULL)
    return false;
  out->high =
      (struct pst_limit){.value = squares(spread, far_end, balance(spread, far_end, at, count))};
  return true;
}

/* The value as printed, from the printed values. */
static const struct pst_number *printed_sum(struct pst_evaluator *evaluator,
                                            const struct spread *spread)
{
  struct pst_exact *exact = &evaluator->exact;
  struct pst_rational mean = pst_rational_whole(0), sum = mean;

  for (size_t i = 0; i < spread->count; i++) {
    if (!spread->items[i].number->has_printed)
      return NULL;
    mean = pst_rational_add(exact, mean, spread->items[i].number->printed);
  }
  mean = pst_rational_divide(exact, mean, pst_rational_whole((int64_t)spread->count));
  for (size_t i = 0; i < spread->count; i++)
    sum = pst_rational_add(
        exact, sum,
        square(exact, pst_rational_subtract(exact, spread->items[i].number->printed, mean)));
  return pst_number_point(exact, sum);
}

/* The root of a sum of squares over n - 1. */
static bool deviation(struct pst_evaluator *evaluator, const struct spread *spread,
                      struct pst_claim_value *out)
{
  struct pst_exact *exact = &evaluator->exact;
  const struct pst_number *printed = printed_sum(evaluator, spread), *number;
  struct pst_range sums;
  bool zero = false;

  if (!sums_of_squares(spread, &sums))
    return pst_evaluator_memory(evaluator);
  number = pst_number_leaf(exact, &sums, printed != NULL,
                           printed != NULL ? printed->printed : pst_rational_whole(0), 0);
  number = pst_number_binary(
      exact, PST_NUMBER_DIVIDE, number,
      pst_number_point(exact, pst_rational_whole((int64_t)spread->count - 1)), &zero);
  out->number = pst_number_apply(exact, PST_NUMBER_SQRT, &number, 1, pst_rational_whole(0), &zero);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

bool pst_call_deviation(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                        const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct spread spread = {.exact = &evaluator->exact};
  struct pst_claim_value series;
  struct pst_range range = pst_range_all();
  bool missing = false;

  if (!pst_evaluate_known_series(evaluator, node->arguments[0], variables, 2, &series))
    return false;
  spread.items = series.items;
  spread.count = series.count;
  for (size_t i = 0; i < series.count; i++)
    missing = missing || series.items[i].number->missing;
  *out = (struct pst_claim_value){
      .kind = PST_CLAIM_VALUE_NUMBER, .unit = series.unit, .table = SIZE_MAX};
  if (out->unit.kind == PST_UNIT_PERCENT)
    out->unit.kind = PST_UNIT_POINTS;
  if (out->unit.kind == PST_UNIT_DATE)
    out->unit.kind = PST_UNIT_PLAIN;
  range.low = (struct pst_limit){.value = pst_rational_whole(0)};
  if (missing)
    return pst_own_number(evaluator, &range, false, pst_rational_whole(0), true, out);
  return deviation(evaluator, &spread, out);
}
