/* own.c -- results that are a range of their own. */
#include "claim/evaluate/own.h"

/* A range of its own: what a cell that is used twice would tell of it is not followed. */
bool pst_own_number(struct pst_evaluator *evaluator, const struct pst_range *range,
                    bool has_printed, struct pst_rational printed, bool missing,
                    struct pst_claim_value *out)
{
  struct pst_exact *exact = &evaluator->exact;
  struct pst_number *made = pst_arena_array(exact->arena, 1, sizeof *made);

  if (made == NULL)
    return pst_evaluator_memory(evaluator);
  *made = (struct pst_number){
      .kind = PST_NUMBER_LEAF, .range = *range, .missing = missing, .own = true};
  made->has_printed = has_printed;
  made->printed = printed;
  made->meant = out->unit.kind == PST_UNIT_DATE;
  out->kind = PST_CLAIM_VALUE_NUMBER;
  out->number = made;
  return true;
}

/* Why a count or a rank, made by pst_own_number, is open. */
void pst_own_open(struct pst_claim_value *value, unsigned open)
{
  struct pst_number *number = (struct pst_number *)(uintptr_t)value->number;

  number->open = pst_range_is_point(&number->range) ? 0 : open;
}

struct pst_range pst_own_span(size_t low, size_t high)
{
  struct pst_range a = pst_range_point(pst_rational_whole((int64_t)low));
  struct pst_range b = pst_range_point(pst_rational_whole((int64_t)high));

  return pst_range_hull(&a, &b);
}

bool pst_own_parameter(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                       const struct pst_variable *variables, struct pst_claim_value *out)
{
  const struct pst_syntax *literal = pst_literal(node);

  if (literal != NULL)
    return pst_literal_value(evaluator, literal, false, out);
  if (!pst_evaluate_number(evaluator, node, variables, out))
    return false;
  return pst_range_is_point(&out->number->range)
         || pst_evaluator_fail(evaluator, node->at, "this must be one number, not %s",
                               pst_tell_number(evaluator, out->number, &out->unit));
}
