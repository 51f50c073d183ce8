/* call_deviation.c -- the standard deviation of a series. */
#include "claim/data/squares.h"
#include "claim/evaluate/call/calls.h"
#include "claim/evaluate/own.h"

/* The value as printed, from the printed values. */
static const struct pst_number *printed_sum(struct pst_exact *exact,
                                            const struct pst_claim_value *series)
{
  struct pst_rational mean = pst_rational_whole(0), sum = mean;

  for (size_t i = 0; i < series->count; i++) {
    if (!series->items[i].number->has_printed)
      return NULL;
    mean = pst_rational_add(exact, mean, series->items[i].number->printed);
  }
  mean = pst_rational_divide(exact, mean, pst_rational_whole((int64_t)series->count));
  for (size_t i = 0; i < series->count; i++) {
    const struct pst_rational distance =
        pst_rational_subtract(exact, series->items[i].number->printed, mean);

    sum = pst_rational_add(exact, sum, pst_rational_multiply(exact, distance, distance));
  }
  return pst_number_point(exact, sum);
}

/* The root of the sum of squares over n - 1. */
static bool deviation(struct pst_evaluator *evaluator, const struct pst_claim_value *series,
                      struct pst_claim_value *out)
{
  struct pst_exact *exact = &evaluator->exact;
  const struct pst_number *printed = printed_sum(exact, series), *number;
  struct pst_range sum, *ranges = pst_arena_array(exact->arena, series->count, sizeof *ranges);
  bool zero = false;

  for (size_t i = 0; ranges != NULL && i < series->count; i++)
    ranges[i] = series->items[i].number->range;
  if (ranges == NULL || !pst_squares_about_mean(exact, ranges, series->count, &sum))
    return pst_evaluator_memory(evaluator);
  number = pst_number_leaf(exact, &sum, printed != NULL,
                           printed != NULL ? printed->printed : pst_rational_whole(0), 0);
  number = pst_number_binary(
      exact, PST_NUMBER_DIVIDE, number,
      pst_number_point(exact, pst_rational_whole((int64_t)series->count - 1)), &zero);
  out->number = pst_number_apply(exact, PST_NUMBER_SQRT, &number, 1, pst_rational_whole(0), &zero);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

/* Percentages deviate by points, dates by days. */
static struct pst_unit unit_of(struct pst_unit unit)
{
  if (unit.kind == PST_UNIT_PERCENT)
    unit.kind = PST_UNIT_POINTS;
  if (unit.kind == PST_UNIT_DATE)
    unit.kind = PST_UNIT_PLAIN;
  return unit;
}

bool pst_call_deviation(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                        const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_claim_value series;
  struct pst_range range = pst_range_all();
  bool missing = false;

  if (!pst_evaluate_known_series(evaluator, node->arguments[0], variables, 2, &series))
    return false;
  for (size_t i = 0; i < series.count; i++)
    missing = missing || series.items[i].number->missing;
  *out = (struct pst_claim_value){
      .kind = PST_CLAIM_VALUE_NUMBER, .unit = unit_of(series.unit), .table = SIZE_MAX};
  range.low = (struct pst_limit){.value = pst_rational_whole(0)};
  if (missing)
    return pst_own_number(evaluator, &range, false, pst_rational_whole(0), true, out);
  return deviation(evaluator, &series, out);
}
