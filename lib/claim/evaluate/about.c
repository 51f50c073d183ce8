/* about.c -- `a = about b within c`: is the distance of two numbers small enough? */
#include "claim/evaluate/sides.h"

/* How far from TARGET it may be: 5 %, X % of it, or an amount. */
static const struct pst_number *tolerance(struct pst_evaluator *evaluator,
                                          const struct pst_syntax *node,
                                          const struct pst_variable *variables,
                                          const struct pst_claim_value *target)
{
  struct pst_exact *exact = &evaluator->exact;
  struct pst_claim_value within = {.kind = PST_CLAIM_VALUE_NUMBER, .unit.kind = PST_UNIT_PERCENT};
  const struct pst_syntax *literal = node->count > 2 ? pst_literal(node->arguments[2]) : NULL;
  const struct pst_number *share;
  int times_a, times_b;
  bool zero = false;
  struct pst_error error;

  pst_error_clear(&error);
  if (node->count == 2) {
    within.number = pst_number_point(exact, pst_rational_whole(5));
  } else if (literal != NULL) {
    if (!pst_literal_value(evaluator, literal, false, &within))
      return NULL;
  } else if (!pst_evaluate_number(evaluator, node->arguments[2], variables, &within)) {
    return NULL;
  }
  if (within.unit.kind == PST_UNIT_PERCENT) {
    share = pst_number_binary(exact, PST_NUMBER_DIVIDE, within.number,
                              pst_number_point(exact, pst_rational_whole(100)), &zero);
    return pst_number_binary(exact, PST_NUMBER_MULTIPLY, share,
                             pst_number_abs(exact, target->number), &zero);
  }
  if (within.unit.kind == PST_UNIT_POINTS && target->unit.kind == PST_UNIT_PERCENT)
    return within.number;
  if (within.unit.kind == PST_UNIT_PLAIN && target->unit.kind == PST_UNIT_DATE)
    return within.number;
  if (!pst_unit_compare(&within.unit, &target->unit, &times_a, &times_b, &error)) {
    pst_evaluator_fail_unit(evaluator, node->arguments[2]->at, &error);
    return NULL;
  }
  return within.number;
}

static void tell_about(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_claim_value *value, const struct pst_claim_value *target,
                       const struct pst_number *distance, const struct pst_unit *unit,
                       const struct pst_missing *missing, bool top)
{
  const char *text;
  struct pst_exact *exact = &evaluator->exact;
  struct pst_range a, b, margin, low, high;

  if (!evaluator->explain || evaluator->quiet)
    return;
  a = pst_number_range(exact, value->number, NULL);
  b = pst_number_range(exact, target->number, NULL);
  margin = pst_number_range(exact, distance, NULL);
  low = pst_range_subtract(exact, &b, &margin);
  high = pst_range_add(exact, &b, &margin);
  b = (struct pst_range){low.low, high.high};
  text = pst_side_tell(evaluator, value, missing, &a, unit);
  if (top) {
    evaluator->computed = pst_tell_side(evaluator, &a, value->number->has_printed,
                                        value->number->printed, unit, text);
    evaluator->reported = pst_tell_side(
        evaluator, &b, target->number->has_printed, target->number->printed, unit,
        pst_literal(node->arguments[1]) != NULL ? pst_tell_source(evaluator, node->arguments[1])
                                                : NULL);
    evaluator->relation = "= about";
  }
  pst_tell_line(evaluator, "%s: %s; about %s is %s", pst_tell_source(evaluator, node->arguments[0]),
                text, pst_tell_source(evaluator, node->arguments[1]),
                pst_tell_quantity(evaluator, &b, false, pst_rational_whole(0), unit));
}

/* About is an equality, though it is decided as an order: its tie end is a value it may have. */
static bool saved_by_tie(const struct pst_range *excess)
{
  return excess->low.infinite == 0 && excess->low.kind == PST_LIMIT_TIE
         && pst_rational_sign(excess->low.value) == 0;
}

bool pst_evaluate_about(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                        const struct pst_variable *variables, struct pst_outcome *out)
{
  struct pst_exact *exact = &evaluator->exact;
  const struct pst_number *difference, *distance;
  struct pst_claim_value value, target;
  struct pst_missing missing, unused;
  struct pst_comparison comparison;
  struct pst_unit unit;
  bool zero = false, top = evaluator->top;

  evaluator->top = false;
  if (!pst_side_read(evaluator, node->arguments[0], variables, true, &value, &missing)
      || !pst_side_read(evaluator, node->arguments[1], variables, false, &target, &unused))
    return false;
  if (pst_evaluator_mixed(evaluator, &value) || pst_evaluator_mixed(evaluator, &target))
    return false;
  if (value.kind != PST_CLAIM_VALUE_NUMBER || target.kind != PST_CLAIM_VALUE_NUMBER)
    return pst_evaluator_fail(evaluator, node->place, "about stands between two numbers");
  if (!pst_sides_align(evaluator, node->place, &value, &target, &unit))
    return false;
  pst_sides_tell_in_scale(pst_literal(node->arguments[1]), &target, &unit);
  distance = tolerance(evaluator, node, variables, &target);
  if (distance == NULL)
    return evaluator->failed ? false : pst_evaluator_memory(evaluator);
  if (pst_range_sign(&distance->range, PST_IS_LESS) == PST_TRUTH_YES)
    return pst_evaluator_fail(evaluator, node->arguments[2]->at,
                              "within takes a distance, which is not below 0");
  difference = pst_number_binary(exact, PST_NUMBER_SUBTRACT, value.number, target.number, &zero);
  difference = pst_number_abs(exact, difference);
  if (difference == NULL)
    return pst_evaluator_memory(evaluator);
  if (!pst_compare_numbers(evaluator, difference, PST_IS_AT_MOST, distance, &comparison))
    return false;
  *out = comparison.outcome;
  out->severity =
      pst_side_is_rank(node->arguments[0]) ? PST_SEVERITY_CONCLUSION : PST_SEVERITY_VALUE;
  if (out->truth == PST_TRUTH_NO && saved_by_tie(&comparison.difference))
    out->truth = PST_TRUTH_UNDECIDED;
  if (out->truth == PST_TRUTH_UNDECIDED && difference->has_printed && distance->has_printed
      && pst_rational_compare(difference->printed, distance->printed) <= 0) {
    out->truth = PST_TRUTH_YES;
    out->as_printed = true;
  }
  tell_about(evaluator, node, &value, &target, distance, &unit, &missing, top);
  return true;
}
