/* call_series.c -- functions of a series' numbers: sum, mean, median, quantile, min, max. */
#include "claim/evaluate/call/calls.h"
#include "claim/evaluate/own.h"

static const struct pst_number **numbers_of(struct pst_evaluator *evaluator,
                                            const struct pst_claim_value *many)
{
  const struct pst_number **numbers =
      pst_arena_array(evaluator->exact.arena, many->count, sizeof *numbers);

  for (size_t i = 0; numbers != NULL && i < many->count; i++) {
    numbers[i] = many->items[i].number;
    if (numbers[i] == NULL) /* a text */
      return NULL;
  }
  return numbers;
}

static bool uncertain(const struct pst_claim_value *many, bool *missing)
{
  bool found = false;

  *missing = false;
  for (size_t i = 0; i < many->count; i++) {
    found = found || many->items[i].member != PST_TRUTH_YES;
    *missing = *missing || many->items[i].member == PST_TRUTH_MISSING;
  }
  return found;
}

/* Members that may not belong to it: all that the statistic can be, whichever do. */
static bool uncertain_statistic(struct pst_evaluator *evaluator, enum pst_function_name function,
                                const struct pst_claim_value *many,
                                const struct pst_number **numbers, bool missing,
                                struct pst_claim_value *out)
{
  struct pst_range range = numbers[0]->range, zero = pst_range_point(pst_rational_whole(0));
  bool first = true;

  for (size_t i = 0; i < many->count; i++) {
    struct pst_range one = numbers[i]->range;

    missing = missing || numbers[i]->missing;
    if (function == PST_FN_SUM) {
      if (many->items[i].member != PST_TRUTH_YES)
        one = pst_range_hull(&one, &zero);
      range = first ? one : pst_range_add(&evaluator->exact, &range, &one);
    } else {
      range = first ? one : pst_range_hull(&range, &one);
    }
    first = false;
  }
  return pst_own_number(evaluator, &range, false, zero.low.value, missing, out);
}

static bool mean(struct pst_evaluator *evaluator, size_t n, struct pst_claim_value *out)
{
  bool zero = false;

  out->number =
      pst_number_binary(&evaluator->exact, PST_NUMBER_DIVIDE, out->number,
                        pst_number_point(&evaluator->exact, pst_rational_whole((int64_t)n)), &zero);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

/* Two numbers or more that stand as arguments: the least or largest of them. */
static bool extreme(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                    const struct pst_variable *variables, enum pst_number_kind kind,
                    struct pst_claim_value *out)
{
  const struct pst_number **numbers =
      pst_arena_array(evaluator->exact.arena, node->count, sizeof *numbers);
  struct pst_unit unit = {.kind = PST_UNIT_PLAIN};

  if (numbers == NULL)
    return pst_evaluator_memory(evaluator);
  for (size_t i = 0; i < node->count; i++) {
    if (!pst_evaluate_number(evaluator, node->arguments[i], variables, out))
      return false;
    if (i == 0)
      unit = out->unit;
    if (!pst_unit_beside(&unit, &out->unit))
      return pst_evaluator_fail(evaluator, node->arguments[i]->at,
                                "the numbers of %.*s have one unit", (int)node->text.size,
                                node->text.data);
    numbers[i] = out->number;
  }
  *out = (struct pst_claim_value){.kind = PST_CLAIM_VALUE_NUMBER, .unit = unit, .table = SIZE_MAX};
  out->number = pst_number_many(&evaluator->exact, kind, numbers, node->count);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

/* The numbers of the series or list of numbers that is the first argument of NODE. */
static bool read_many(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                      const struct pst_variable *variables, struct pst_claim_value *many,
                      const struct pst_number ***numbers)
{
  size_t at = node->arguments[0]->at;

  if (!pst_evaluate(evaluator, node->arguments[0], variables, many)
      || !pst_evaluator_leave(evaluator, node->arguments[0], many))
    return false;
  if (many->kind != PST_CLAIM_VALUE_SERIES
      && (many->kind != PST_CLAIM_VALUE_SET || many->count == 0 || many->items[0].number == NULL))
    return pst_evaluator_fail(evaluator, at, "%.*s takes a series, a cell with one open index",
                              (int)node->text.size, node->text.data);
  if (many->count == 0)
    return pst_evaluator_fail(evaluator, at, "the series is empty");
  *numbers = numbers_of(evaluator, many);
  if (*numbers != NULL)
    return true;
  return evaluator->exact.failed ? pst_evaluator_memory(evaluator)
                                 : pst_evaluator_fail_texts(evaluator, at, many);
}

bool pst_call_statistic(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                        const struct pst_variable *variables, struct pst_claim_value *out)
{
  static const enum pst_number_kind kinds[] = {[PST_FN_SUM] = PST_NUMBER_SUM,
                                               [PST_FN_MEAN] = PST_NUMBER_SUM,
                                               [PST_FN_MEDIAN] = PST_NUMBER_MEDIAN,
                                               [PST_FN_MIN] = PST_NUMBER_MIN,
                                               [PST_FN_MAX] = PST_NUMBER_MAX};
  enum pst_function_name function = (enum pst_function_name)node->function;
  const struct pst_number **numbers;
  struct pst_claim_value many;
  bool missing;

  if (node->count > 1)
    return extreme(evaluator, node, variables, kinds[function], out);
  if (!read_many(evaluator, node, variables, &many, &numbers))
    return false;
  *out = (struct pst_claim_value){
      .kind = PST_CLAIM_VALUE_NUMBER, .unit = many.unit, .table = SIZE_MAX};
  if (many.unit.kind == PST_UNIT_DATE && (function == PST_FN_SUM || function == PST_FN_MEAN))
    return pst_evaluator_fail(evaluator, node->at, "dates have no sum");
  if (function != PST_FN_MIN && function != PST_FN_MAX)
    pst_tell_basis(evaluator, "n = %zu", many.count);
  if (uncertain(&many, &missing))
    return uncertain_statistic(evaluator, function, &many, numbers, missing, out);
  out->number = pst_number_many(&evaluator->exact, kinds[function], numbers, many.count);
  if (out->number == NULL)
    return pst_evaluator_memory(evaluator);
  return function != PST_FN_MEAN || mean(evaluator, many.count, out);
}

/* A share from 0 to 1, or in %. */
static bool read_share(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_rational *share)
{
  struct pst_claim_value value;

  if (!pst_own_parameter(evaluator, node, variables, &value))
    return false;
  *share = value.number->range.low.value;
  if (value.unit.kind == PST_UNIT_PERCENT)
    *share = pst_rational_divide(&evaluator->exact, *share, pst_rational_whole(100));
  if ((value.unit.kind != PST_UNIT_PERCENT && value.unit.kind != PST_UNIT_PLAIN
       && value.unit.kind != PST_UNIT_RATIO)
      || pst_rational_sign(*share) < 0 || pst_rational_compare(*share, pst_rational_whole(1)) > 0)
    return pst_evaluator_fail(
        evaluator, node->at,
        "the share of a quantile is a number from 0 to 1, or from 0 %% to 100 %%");
  return true;
}

bool pst_call_quantile(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_claim_value *out)
{
  const struct pst_number **numbers;
  struct pst_rational share;
  struct pst_claim_value many;
  bool missing;

  if (!read_many(evaluator, node, variables, &many, &numbers)
      || !read_share(evaluator, node->arguments[1], variables, &share))
    return false;
  *out = (struct pst_claim_value){
      .kind = PST_CLAIM_VALUE_NUMBER, .unit = many.unit, .table = SIZE_MAX};
  pst_tell_basis(evaluator, "n = %zu", many.count);
  if (uncertain(&many, &missing))
    return uncertain_statistic(evaluator, PST_FN_QUANTILE, &many, numbers, missing, out);
  out->number = pst_number_quantile(&evaluator->exact, numbers, many.count, share);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}
