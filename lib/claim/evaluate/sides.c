/* sides.c -- the two sides of a comparison: read, told, and brought to one unit. */
#include "claim/evaluate/sides.h"

bool pst_side_read(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                   const struct pst_variable *variables, bool printed, struct pst_claim_value *out,
                   struct pst_missing *missing)
{
  const struct pst_syntax *literal = pst_literal(node);
  struct pst_missing outer = evaluator->missing;
  bool good;

  *missing = (struct pst_missing){.count = 0};
  if (literal != NULL)
    return pst_literal_value(evaluator, literal, printed, out);
  evaluator->missing = *missing;
  good = pst_evaluate(evaluator, node, variables, out);
  *missing = evaluator->missing;
  evaluator->missing = outer;
  return good;
}

const char *pst_side_tell(struct pst_evaluator *evaluator, const struct pst_claim_value *value,
                          const struct pst_missing *missing, const struct pst_range *range,
                          const struct pst_unit *unit)
{
  const char *text = pst_tell_missing(evaluator, value->number, missing);

  return text != NULL ? text
                      : pst_tell_quantity(evaluator, range, value->number->has_printed,
                                          value->number->printed, unit);
}

bool pst_side_is_rank(const struct pst_syntax *node)
{
  while (node->kind == PST_SYNTAX_NAME && node->let != NULL && node->let->body != NULL)
    node = node->let->body;
  return node->kind == PST_SYNTAX_CALL
         && (node->function == PST_FN_RANK || node->function == PST_FN_RANK_ASC);
}

static bool times(struct pst_evaluator *evaluator, int factor, struct pst_claim_value *value)
{
  bool zero = false;

  if (factor == 1)
    return true;
  value->number = pst_number_binary(&evaluator->exact, PST_NUMBER_MULTIPLY,
                                    pst_number_point(&evaluator->exact, pst_rational_whole(factor)),
                                    value->number, &zero);
  return value->number != NULL || pst_evaluator_memory(evaluator);
}

bool pst_sides_mixed(struct pst_evaluator *evaluator, const struct pst_claim_value *left,
                     const struct pst_claim_value *right)
{
  return (left->kind == PST_CLAIM_VALUE_NUMBER && right->kind == PST_CLAIM_VALUE_TEXT
          && pst_evaluator_mixed(evaluator, right))
         || (right->kind == PST_CLAIM_VALUE_NUMBER && left->kind == PST_CLAIM_VALUE_TEXT
             && pst_evaluator_mixed(evaluator, left));
}

bool pst_sides_align(struct pst_evaluator *evaluator, size_t place, struct pst_claim_value *left,
                     struct pst_claim_value *right, struct pst_unit *unit)
{
  int times_left, times_right;
  struct pst_error error;

  pst_error_clear(&error);
  if (!pst_unit_compare(&left->unit, &right->unit, &times_left, &times_right, &error))
    return pst_evaluator_fail_unit(evaluator, place, &error);
  *unit = times_left != 1 ? right->unit : left->unit;
  if (left->unit.kind == PST_UNIT_RATIO && right->unit.kind == PST_UNIT_PLAIN)
    *unit = right->unit;
  unit->decimals = 0;
  if (unit->scale < right->unit.scale)
    unit->scale = right->unit.scale;
  return times(evaluator, times_left, left) && times(evaluator, times_right, right);
}

void pst_sides_tell_in_scale(const struct pst_syntax *literal,
                             const struct pst_claim_value *reported, struct pst_unit *unit)
{
  if (literal != NULL && literal->number.has_unit)
    unit->scale = reported->unit.scale;
}
