/* call_math.c -- roots, powers, exponentials and logarithms: of plain numbers. */
#include "claim/evaluate/call/calls.h"
#include "claim/evaluate/own.h"

/* A unit would have to be rooted too. */
static bool plain_number(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         const struct pst_syntax *argument, const struct pst_claim_value *value)
{
  if (value->unit.kind == PST_UNIT_PLAIN || value->unit.kind == PST_UNIT_RATIO)
    return true;
  return pst_evaluator_fail(
      evaluator, argument->at,
      "%.*s takes a plain number, and this is in %s; divide it by a number of "
      "its unit first",
      (int)node->text.size, node->text.data, pst_unit_print(evaluator->exact.arena, &value->unit));
}

/* KIND of ARGUMENTS; where some value has none, the message MEANING says what it takes. */
static bool apply(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                  enum pst_number_kind kind, const struct pst_claim_value *values,
                  const char *meaning, struct pst_claim_value *out)
{
  const struct pst_number *arguments[2] = {values[0].number,
                                           node->count > 1 ? values[1].number : NULL};
  bool none = false;

  *out = (struct pst_claim_value){.kind = PST_CLAIM_VALUE_NUMBER, .table = SIZE_MAX};
  out->number = pst_number_apply(&evaluator->exact, kind, arguments, node->count,
                                 pst_rational_whole(0), &none);
  if (none)
    return pst_evaluator_fail(
        evaluator, node->arguments[0]->at, "%.*s of %s has no meaning: %s", (int)node->text.size,
        node->text.data, pst_tell_number(evaluator, values[0].number, &values[0].unit), meaning);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

static bool apply_one(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                      const struct pst_variable *variables, enum pst_number_kind kind,
                      const char *meaning, struct pst_claim_value *out)
{
  struct pst_claim_value value;

  return pst_evaluate_number(evaluator, node->arguments[0], variables, &value)
         && plain_number(evaluator, node, node->arguments[0], &value)
         && apply(evaluator, node, kind, &value, meaning, out);
}

bool pst_call_square_root(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                          const struct pst_variable *variables, struct pst_claim_value *out)
{
  return apply_one(evaluator, node, variables, PST_NUMBER_SQRT, "it must not be below 0", out);
}

bool pst_call_exponential(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                          const struct pst_variable *variables, struct pst_claim_value *out)
{
  return apply_one(evaluator, node, variables, PST_NUMBER_EXP, "it is too large", out);
}

bool pst_call_logarithm(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                        const struct pst_variable *variables, struct pst_claim_value *out)
{
  enum pst_number_kind kind = node->function == PST_FN_LOG10  ? PST_NUMBER_LOG10
                              : node->function == PST_FN_LOG2 ? PST_NUMBER_LOG2
                                                              : PST_NUMBER_LOG;

  return apply_one(evaluator, node, variables, kind, "it must be above 0", out);
}

/* A literal exponent says how: 0.5 is the root. */
bool pst_call_power(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                    const struct pst_variable *variables, struct pst_claim_value *out)
{
  const struct pst_syntax *exponent = pst_literal(node->arguments[1]);
  struct pst_claim_value values[2];

  if (!pst_evaluate_number(evaluator, node->arguments[0], variables, &values[0])
      || !(exponent != NULL
               ? pst_literal_value(evaluator, exponent, false, &values[1])
               : pst_evaluate_number(evaluator, node->arguments[1], variables, &values[1])))
    return false;
  for (size_t i = 0; i < 2; i++)
    if (!plain_number(evaluator, node, node->arguments[i], &values[i]))
      return false;
  return apply(evaluator, node, PST_NUMBER_POWER, values,
               "only a number above 0 takes every power, and the result must not be too large",
               out);
}
