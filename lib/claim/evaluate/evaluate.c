/* evaluate.c -- any expression of a claim to its value, by the kind of its node. */
#include "claim/evaluate/evaluate.h"

#include "claim/evaluate/arithmetic.h"

/* Steps whose memory is held; how deep lets may call each other. */
enum { HELD_MOST = 2000000, DEPTH_MOST = 2000 };

/* --- kinds -------------------------------------------------------------------------------------- */

static bool want(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                 const struct pst_claim_value *value, const char *wanted)
{
  pst_evaluator_want(evaluator, node, value, wanted);
  return false;
}

bool pst_evaluate_test(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_outcome *out)
{
  struct pst_claim_value value;

  if (!pst_evaluate(evaluator, node, variables, &value))
    return false;
  if (value.kind != PST_CLAIM_VALUE_TRUTH)
    return want(evaluator, node, &value, "a test, such as a = b,");
  *out = value.outcome;
  return true;
}

static bool want_number(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                        const struct pst_claim_value *value)
{
  return value->kind == PST_CLAIM_VALUE_TEXT && pst_evaluator_mixed(evaluator, value)
             ? false
             : want(evaluator, node, value, "a number");
}

bool pst_evaluate_number(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         const struct pst_variable *variables, struct pst_claim_value *out)
{
  return pst_evaluate(evaluator, node, variables, out)
         && (out->kind == PST_CLAIM_VALUE_NUMBER || want_number(evaluator, node, out));
}

bool pst_evaluate_many(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, bool series,
                       struct pst_claim_value *out)
{
  if (!pst_evaluate(evaluator, node, variables, out) || !pst_evaluator_leave(evaluator, node, out))
    return false;
  if (out->kind == (series ? PST_CLAIM_VALUE_SERIES : PST_CLAIM_VALUE_SET))
    return true;
  if (!series && out->kind == PST_CLAIM_VALUE_SERIES)
    return pst_evaluator_fail(evaluator, node->at,
                              "this is a series where a set is needed; write keys(...)");
  return want(evaluator, node, out, series ? "a series, a cell with one open index," : "a set");
}

/* --- literals ----------------------------------------------------------------------------------- */

/* Inside arithmetic a bare whole number is exact. */
static bool literal_inside(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                           struct pst_claim_value *out)
{
  return pst_literal_value(evaluator, node, !node->number.is_integer || node->number.has_unit, out);
}

/* --- arithmetic --------------------------------------------------------------------------------- */

static bool evaluate_binary(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                            const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct pst_claim_value a, b;

  if (!pst_evaluate(evaluator, node->arguments[0], variables, &a))
    return false;
  if (a.kind == PST_CLAIM_VALUE_SET && node->kind == PST_SYNTAX_ADD)
    return pst_evaluate_union(evaluator, node, &a, variables, out);
  if (a.kind != PST_CLAIM_VALUE_NUMBER)
    return want_number(evaluator, node->arguments[0], &a);
  return pst_evaluate_number(evaluator, node->arguments[1], variables, &b)
         && pst_arithmetic(evaluator, node, &a, &b, out);
}

static bool evaluate_negate(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                            const struct pst_variable *variables, struct pst_claim_value *out)
{
  const struct pst_number *zero = pst_number_point(&evaluator->exact, pst_rational_whole(0));
  bool holds_zero = false;

  if (!pst_evaluate_number(evaluator, node->arguments[0], variables, out))
    return false;
  if (out->unit.kind == PST_UNIT_DATE)
    return pst_evaluator_fail(evaluator, node->at, "a date has no opposite");
  out->number =
      pst_number_binary(&evaluator->exact, PST_NUMBER_SUBTRACT, zero, out->number, &holds_zero);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

/* --- names -------------------------------------------------------------------------------------- */

static bool evaluate_name(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                          const struct pst_variable *variables, struct pst_claim_value *out)
{
  const struct pst_variable *variable = variables;

  if (node->let != NULL) {
    if (node->let->body != NULL)
      return pst_evaluate(evaluator, node->let->body, NULL, out);
    return pst_evaluator_blame(evaluator, node->let->error);
  }
  while (variable != NULL && !pst_text_equal(variable->name, node->text))
    variable = variable->outer;
  if (variable == NULL) {
    evaluator->failed = true;
    return false;
  }
  *out = (struct pst_claim_value){.kind = PST_CLAIM_VALUE_TEXT,
                                  .text = variable->item->key.text,
                                  .period = variable->item->key.period,
                                  .table = SIZE_MAX};
  if (variable->item->number == NULL && !variable->item->key.is_number)
    return true;
  out->kind = PST_CLAIM_VALUE_NUMBER;
  out->number = variable->item->row == PST_NO_ROW ? variable->item->number : NULL;
  if (out->number == NULL)
    out->number =
        pst_number_point(&evaluator->exact, pst_rational_whole(variable->item->key.number));
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

/* --- and, or, not ------------------------------------------------------------------------------- */

static enum pst_severity worse(const struct pst_outcome *a, const struct pst_outcome *b)
{
  enum pst_severity left = a->truth == PST_TRUTH_NO ? a->severity : PST_SEVERITY_NONE;
  enum pst_severity right = b->truth == PST_TRUTH_NO ? b->severity : PST_SEVERITY_NONE;

  return left > right ? left : right;
}

static bool evaluate_logic(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                           const struct pst_variable *variables, struct pst_outcome *out)
{
  struct pst_outcome a, b;
  bool both = node->kind == PST_SYNTAX_AND;

  evaluator->top = false;
  if (!pst_evaluate_test(evaluator, node->arguments[0], variables, &a)
      || !pst_evaluate_test(evaluator, node->arguments[1], variables, &b))
    return false;
  out->truth = both ? pst_truth_and(a.truth, b.truth) : pst_truth_or(a.truth, b.truth);
  out->wide = a.wide || b.wide;
  out->open = a.open | b.open;
  out->severity = worse(&a, &b);
  if (both)
    out->as_printed = a.as_printed || b.as_printed;
  else /* one side that is verified is enough */
    out->as_printed =
        (a.truth != PST_TRUTH_YES || a.as_printed) && (b.truth != PST_TRUTH_YES || b.as_printed);
  out->as_printed = out->as_printed && out->truth == PST_TRUTH_YES;
  return true;
}

static bool evaluate_not(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         const struct pst_variable *variables, struct pst_outcome *out)
{
  struct pst_outcome a;

  evaluator->top = false;
  if (!pst_evaluate_test(evaluator, node->arguments[0], variables, &a))
    return false;
  *out = (struct pst_outcome){.truth = pst_truth_not(a.truth),
                              .wide = a.wide,
                              .open = a.open,
                              .severity = PST_SEVERITY_CONCLUSION};
  if (a.as_printed) /* what holds as printed only is not proven */
    out->truth = PST_TRUTH_UNDECIDED;
  return true;
}

/* --- all of it ---------------------------------------------------------------------------------- */

static bool evaluate_truth(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                           const struct pst_variable *variables, struct pst_outcome *out)
{
  switch (node->kind) {
  case PST_SYNTAX_COMPARE:
    return pst_evaluate_compare(evaluator, node, variables, out);
  case PST_SYNTAX_ABOUT:
    return pst_evaluate_about(evaluator, node, variables, out);
  case PST_SYNTAX_IN:
    return pst_evaluate_in(evaluator, node, variables, out);
  case PST_SYNTAX_DIRECTION:
    return pst_evaluate_direction(evaluator, node, variables, out);
  case PST_SYNTAX_QUANTIFIER:
    return pst_evaluate_quantifier(evaluator, node, variables, out);
  case PST_SYNTAX_NOT:
    return evaluate_not(evaluator, node, variables, out);
  default:
    break;
  }
  return evaluate_logic(evaluator, node, variables, out);
}

static bool evaluate(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                     const struct pst_variable *variables, struct pst_claim_value *out)
{
  switch (node->kind) {
  case PST_SYNTAX_NUMBER:
    return literal_inside(evaluator, node, out);
  case PST_SYNTAX_TEXT:
    *out = (struct pst_claim_value){
        .kind = PST_CLAIM_VALUE_TEXT, .text = node->text, .table = SIZE_MAX};
    return true;
  case PST_SYNTAX_NAME:
    return evaluate_name(evaluator, node, variables, out);
  case PST_SYNTAX_SPAN:
    return pst_evaluate_span(evaluator, node, out);
  case PST_SYNTAX_CELL:
    return pst_evaluate_cell(evaluator, node, variables, out);
  case PST_SYNTAX_CALL:
    return pst_evaluate_call(evaluator, node, variables, out);
  case PST_SYNTAX_SUCH:
    return pst_evaluate_such(evaluator, node, variables, out);
  case PST_SYNTAX_LIST:
    return pst_evaluate_list(evaluator, node, variables, out);
  case PST_SYNTAX_SERIES:
    return pst_evaluate_series(evaluator, node, variables, out);
  case PST_SYNTAX_ADD:
  case PST_SYNTAX_SUBTRACT:
  case PST_SYNTAX_MULTIPLY:
  case PST_SYNTAX_DIVIDE:
  case PST_SYNTAX_OF:
    return evaluate_binary(evaluator, node, variables, out);
  case PST_SYNTAX_EXCEPT:
    return pst_evaluate_except(evaluator, node, variables, out);
  case PST_SYNTAX_NEGATE:
    return evaluate_negate(evaluator, node, variables, out);
  case PST_SYNTAX_EVERY:
    return pst_evaluator_fail(evaluator, node->at, "* stands only for an index");
  default:
    break;
  }
  out->kind = PST_CLAIM_VALUE_TRUTH;
  return evaluate_truth(evaluator, node, variables, &out->outcome);
}

bool pst_evaluate(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                  const struct pst_variable *variables, struct pst_claim_value *out)
{
  bool good;

  *out = (struct pst_claim_value){.table = SIZE_MAX};
  if (evaluator->failed)
    return false;
  if (++evaluator->steps > evaluator->steps_most || ++evaluator->held > HELD_MOST)
    return pst_evaluator_fail(evaluator, node->at, "this check takes too many steps");
  if (evaluator->depth >= DEPTH_MOST)
    return pst_evaluator_fail(evaluator, node->at, "lets are nested too deep");
  evaluator->depth++;
  good = evaluate(evaluator, node, variables, out);
  evaluator->depth--;
  return good;
}
