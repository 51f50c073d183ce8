/* call_share.c -- functions of shares: complement, and grim, what counts can give. */
#include "claim/evaluate/call/calls.h"
#include "claim/evaluate/own.h"

/* --- complement --------------------------------------------------------------------------------- */

bool pst_call_complement(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                         const struct pst_variable *variables, struct pst_claim_value *out)
{
  const size_t at = node->arguments[0]->at;
  bool zero = false;
  int64_t whole;

  if (!pst_evaluate_number(evaluator, node->arguments[0], variables, out))
    return false;
  if (out->unit.kind != PST_UNIT_PERCENT && out->unit.kind != PST_UNIT_PLAIN
      && out->unit.kind != PST_UNIT_RATIO)
    return pst_evaluator_fail(evaluator, at, "complement takes a share: in %%, or a ratio");
  whole = out->unit.kind == PST_UNIT_PERCENT ? 100 : 1;
  out->number = pst_number_binary(&evaluator->exact, PST_NUMBER_SUBTRACT,
                                  pst_number_point(&evaluator->exact, pst_rational_whole(whole)),
                                  out->number, &zero);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}

/* --- grim --------------------------------------------------------------------------------------- */

/* What counts of N things give: each count so much more than the one before. */
struct grim {
  struct pst_exact *exact;
  struct pst_rational step;
  struct pst_range range; /* of what was printed */
};

/* The whole number N > 0 of the argument WHICH. */
static bool read_whole(struct pst_evaluator *evaluator, const struct pst_syntax *node, size_t which,
                       const struct pst_variable *variables, struct pst_rational *n)
{
  struct pst_claim_value value;

  *n = pst_rational_whole(1);
  if (which >= node->count)
    return true;
  if (!pst_evaluate_number(evaluator, node->arguments[which], variables, &value))
    return false;
  if (value.number->missing || !pst_range_is_point(&value.number->range)
      || !pst_rational_is_whole(value.number->range.low.value)
      || pst_rational_sign(value.number->range.low.value) <= 0
      || value.unit.kind == PST_UNIT_PERCENT || value.unit.kind == PST_UNIT_POINTS)
    return pst_evaluator_fail(evaluator, node->arguments[which]->at,
                              "grim takes how many there are: a whole number above 0");
  *n = value.number->range.low.value;
  return true;
}

static struct pst_rational value_of(const struct grim *grim, struct pst_rational count)
{
  return pst_rational_multiply(grim->exact, count, grim->step);
}

/* The largest count whose value is not more than VALUE. */
static struct pst_rational count_below(const struct grim *grim, struct pst_rational value)
{
  return pst_rational_floor(grim->exact, pst_rational_divide(grim->exact, value, grim->step));
}

/* Is there a count whose value prints as it was printed?  *COUNT: the largest that is not above the end. */
static bool gives(const struct grim *grim, struct pst_rational *count)
{
  struct pst_rational value;

  *count = count_below(grim, grim->range.high.value);
  value = value_of(grim, *count);
  if (grim->range.high.kind == PST_LIMIT_OPEN
      && pst_rational_compare(value, grim->range.high.value) == 0) {
    *count = pst_rational_subtract(grim->exact, *count, pst_rational_whole(1));
    value = value_of(grim, *count);
  }
  return pst_range_hold(&grim->range, value);
}

/* The counts about what was printed, and what they give. */
static void tell_counts(struct pst_evaluator *evaluator, const struct grim *grim, bool good,
                        struct pst_rational count, const struct pst_unit *unit, int decimals)
{
  const char *name = pst_unit_print(evaluator->source->arena, unit);
  struct pst_exact *exact = grim->exact;
  struct pst_rational next = pst_rational_add(exact, count, pst_rational_whole(1));

  if (good)
    pst_tell_line(evaluator, "a count of %s gives %s%s%s", pst_rational_print(exact, count),
                  pst_rational_print_fixed(exact, value_of(grim, count), decimals),
                  *name == '\0' ? "" : " ", name);
  else
    pst_tell_line(evaluator, "no count gives it: %s gives %s, and %s gives %s%s%s",
                  pst_rational_print(exact, count),
                  pst_rational_print_fixed(exact, value_of(grim, count), decimals),
                  pst_rational_print(exact, next),
                  pst_rational_print_fixed(exact, value_of(grim, next), decimals),
                  *name == '\0' ? "" : " ", name);
}

static struct pst_rational step_of(struct pst_exact *exact, const struct pst_unit *unit,
                                   struct pst_rational n, struct pst_rational items)
{
  const int64_t whole = unit->kind == PST_UNIT_PERCENT || unit->kind == PST_UNIT_POINTS ? 100 : 1;

  return pst_rational_divide(exact, pst_rational_whole(whole),
                             pst_rational_multiply(exact, n, items));
}

bool pst_call_grim(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                   const struct pst_variable *variables, struct pst_claim_value *out)
{
  struct grim grim = {.exact = &evaluator->exact};
  struct pst_rational n, items, count;
  struct pst_claim_value value;
  bool good;

  if (!pst_evaluate_number(evaluator, node->arguments[0], variables, &value)
      || !read_whole(evaluator, node, 1, variables, &n)
      || !read_whole(evaluator, node, 2, variables, &items))
    return false;
  if (value.unit.kind == PST_UNIT_DATE)
    return pst_evaluator_fail(evaluator, node->arguments[0]->at, "grim takes a share or a mean");
  *out = (struct pst_claim_value){.kind = PST_CLAIM_VALUE_TRUTH, .table = SIZE_MAX};
  out->outcome = (struct pst_outcome){.truth = PST_TRUTH_MISSING, .severity = PST_SEVERITY_VALUE};
  if (value.number->missing)
    return true;
  grim.range = pst_number_range(&evaluator->exact, value.number, NULL);
  grim.step = step_of(&evaluator->exact, &value.unit, n, items);
  out->outcome.truth = PST_TRUTH_YES;
  if (!pst_range_is_bounded(&grim.range))
    return true;
  good = gives(&grim, &count);
  out->outcome.truth = good ? PST_TRUTH_YES : PST_TRUTH_NO;
  tell_counts(evaluator, &grim, good, count, &value.unit, value.number->decimals + 2);
  return !evaluator->exact.failed || pst_evaluator_memory(evaluator);
}
