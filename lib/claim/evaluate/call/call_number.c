/* call_number.c -- functions of numbers: abs, growth, known, if, round, floor, ceil. */
#include "claim/evaluate/call/calls.h"
#include "claim/evaluate/own.h"

bool pst_call_absolute(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_claim_value *out)
{
  if (!pst_evaluate_number(evaluator, node->arguments[0], variables, out))
    return false;
  out->number = pst_number_abs(&evaluator->exact, out->number);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

/* NUMBER over FROM, which is above 0.  Where the natural range of FROM holds 0 all the same, as that of a
   difference that rounding takes there, the range that is known of it stands for it: the quotient has
   then no upper end, and cells in both are not followed. */
static const struct pst_number *over(struct pst_evaluator *evaluator,
                                     const struct pst_number *number, const struct pst_number *from,
                                     struct pst_range known)
{
  struct pst_exact *exact = &evaluator->exact;
  bool zero = false;
  const struct pst_number *ratio = pst_number_binary(exact, PST_NUMBER_DIVIDE, number, from, &zero);

  if (!zero)
    return ratio;
  if (known.low.infinite == 0 && pst_rational_sign(known.low.value) == 0)
    known.low.kind = PST_LIMIT_OPEN;
  from = pst_number_leaf(exact, &known, from->has_printed, from->printed, 0);
  return pst_number_binary(exact, PST_NUMBER_DIVIDE, number, from, &zero);
}

bool pst_call_growth(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                     const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_exact *exact = &evaluator->exact;
  const struct pst_number *ratio;
  struct pst_claim_value from, to;
  struct pst_range range;
  struct pst_error error;
  bool zero = false;

  pst_error_clear(&error);
  if (!pst_evaluate_number(evaluator, node->arguments[0], variables, &from)
      || !pst_evaluate_number(evaluator, node->arguments[1], variables, &to))
    return false;
  if (!pst_unit_divide(&to.unit, &from.unit, &out->unit, &error))
    return pst_evaluator_fail_unit(evaluator, node->at, &error);
  if (!pst_unit_same(&from.unit, &to.unit))
    return pst_evaluator_fail(evaluator, node->at, "growth takes two numbers of one unit");
  range = pst_number_range(exact, from.number, NULL);
  if (!from.number->missing && pst_range_sign(&range, PST_IS_MORE) != PST_TRUTH_YES)
    return pst_evaluator_fail(evaluator, node->arguments[0]->at,
                              "growth from %s has no meaning: it must be above 0",
                              pst_tell_number(evaluator, from.number, &from.unit));
  ratio = over(evaluator, to.number, from.number, range);
  ratio = pst_number_binary(exact, PST_NUMBER_SUBTRACT, ratio,
                            pst_number_point(exact, pst_rational_whole(1)), &zero);
  *out = (struct pst_claim_value){
      .kind = PST_CLAIM_VALUE_NUMBER, .unit.kind = PST_UNIT_PERCENT, .table = SIZE_MAX};
  out->number = pst_number_binary(exact, PST_NUMBER_MULTIPLY, ratio,
                                  pst_number_point(exact, pst_rational_whole(100)), &zero);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

/* The members that are there, so that statistics of two series are of the keys that both have. */
static bool known_members(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                          struct pst_claim_value *series)
{
  size_t count = 0;

  for (size_t i = 0; i < series->count; i++) {
    if (series->items[i].number == NULL)
      return pst_evaluator_fail_texts(evaluator, node->arguments[0]->at, series);
    if (!series->items[i].number->missing)
      series->items[count++] = series->items[i];
  }
  pst_tell_line(evaluator, "%s: %zu of %zu known", pst_tell_source(evaluator, node->arguments[0]),
                count, series->count);
  series->count = count;
  return true;
}

bool pst_call_known(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                    const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_claim_value value;
  bool there;

  if (!pst_evaluate(evaluator, node->arguments[0], variables, &value))
    return false;
  if (value.kind == PST_CLAIM_VALUE_SERIES) {
    *out = value;
    return known_members(evaluator, node, out);
  }
  if (value.kind != PST_CLAIM_VALUE_NUMBER && value.kind != PST_CLAIM_VALUE_TEXT)
    return pst_evaluator_fail(evaluator, node->arguments[0]->at, "known takes a cell or a series");
  there = value.kind == PST_CLAIM_VALUE_NUMBER ? !value.number->missing : !value.no_text;
  *out = (struct pst_claim_value){.kind = PST_CLAIM_VALUE_TRUTH, .table = SIZE_MAX};
  out->outcome.truth = there ? PST_TRUTH_YES : PST_TRUTH_NO;
  out->outcome.severity = PST_SEVERITY_VALUE;
  pst_tell_line(evaluator, "%s is %s", pst_tell_source(evaluator, node->arguments[0]),
                there ? "known" : "missing");
  return true;
}

/* --- if ------------------------------------------------------------------------------------------ */

static bool choose_text(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                        const struct pst_outcome *test, const struct pst_claim_value *x,
                        const struct pst_claim_value *y, struct pst_claim_value *out)
{
  const struct pst_key_value a = pst_text_key(x), b = pst_text_key(y);
  bool same = !x->no_text && !y->no_text && pst_key_equal(&a, &b);

  *out = test->truth == PST_TRUTH_NO ? *y : *x;
  if (test->truth == PST_TRUTH_MISSING)
    out->no_text = true;
  else if (test->truth == PST_TRUTH_UNDECIDED && !same)
    return pst_evaluator_fail(evaluator, node->arguments[0]->at,
                              "whether this holds is not decided, and the two texts differ");
  return true;
}

/* Where the test is open, or holds as printed only, the number may be either; printed it is the one
   that the printed values choose. */
static bool choose_number(struct pst_evaluator *evaluator, const struct pst_outcome *test,
                          const struct pst_claim_value *x, const struct pst_claim_value *y,
                          struct pst_claim_value *out)
{
  bool missing = test->truth == PST_TRUTH_MISSING;
  struct pst_range range;

  *out = test->truth == PST_TRUTH_NO ? *y : *x;
  if (test->truth == PST_TRUTH_NO || (test->truth == PST_TRUTH_YES && !test->as_printed))
    return true;
  range = pst_range_hull(&x->number->range, &y->number->range);
  if (!pst_own_number(evaluator, &range, test->as_printed && x->number->has_printed,
                      x->number->printed, missing || x->number->missing || y->number->missing, out))
    return false;
  pst_own_open(out, test->open | x->number->open | y->number->open);
  return true;
}

bool pst_call_choice(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                     const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_outcome test;
  struct pst_claim_value x, y;

  if (!pst_evaluate_test(evaluator, node->arguments[0], variables, &test)
      || !pst_evaluate(evaluator, node->arguments[1], variables, &x)
      || !pst_evaluate(evaluator, node->arguments[2], variables, &y))
    return false;
  if (x.kind == PST_CLAIM_VALUE_TEXT && y.kind == PST_CLAIM_VALUE_TEXT)
    return choose_text(evaluator, node, &test, &x, &y, out);
  if (x.kind != PST_CLAIM_VALUE_NUMBER || y.kind != PST_CLAIM_VALUE_NUMBER)
    return pst_evaluator_fail(evaluator, node->arguments[2]->at,
                              "both values of if must be numbers, or both text");
  if (!pst_unit_beside(&x.unit, &y.unit))
    return pst_evaluator_fail(evaluator, node->arguments[2]->at,
                              "both values of if must have one unit");
  y.unit.kind = x.unit.kind;
  return choose_number(evaluator, &test, &x, &y, out);
}

/* --- round, floor, ceil --------------------------------------------------------------------------- */

/* Whole numbers are those of the scale that the number is told in: of 310.4 million EUR 310 million. */
static bool step(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                 const struct pst_variable *variables, enum pst_number_kind kind, int digits,
                 struct pst_claim_value *out)
{
  const struct pst_number *argument;
  bool none = false;

  if (!pst_evaluate_number(evaluator, node->arguments[0], variables, out))
    return false;
  if (out->unit.kind == PST_UNIT_DATE)
    return pst_evaluator_fail(evaluator, node->at, "a date is not rounded; write year(...)");
  argument = out->number;
  out->number =
      pst_number_apply(&evaluator->exact, kind, &argument, 1,
                       pst_rational_power(&evaluator->exact, out->unit.scale - digits), &none);
  out->number = pst_number_show(out->number, digits);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

bool pst_call_flooring(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_claim_value *out)
{
  return step(evaluator, node, variables, PST_NUMBER_FLOOR, 0, out);
}

bool pst_call_ceiling(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                      const struct pst_variable *variables, struct pst_claim_value *out)
{
  return step(evaluator, node, variables, PST_NUMBER_CEIL, 0, out);
}

bool pst_call_rounding(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_rational digits = pst_rational_whole(0);

  if (node->count > 1) {
    if (!pst_own_parameter(evaluator, node->arguments[1], variables, out))
      return false;
    digits = out->number->range.low.value;
    if (digits.big != NULL || digits.d != 1 || digits.n < -15 || digits.n > 15
        || out->unit.kind != PST_UNIT_PLAIN)
      return pst_evaluator_fail(evaluator, node->arguments[1]->at,
                                "the digits of round must be from -15 to 15");
  }
  return step(evaluator, node, variables, PST_NUMBER_ROUND, (int)digits.n, out);
}
