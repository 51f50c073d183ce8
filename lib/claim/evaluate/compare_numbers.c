/* compare_numbers.c -- is one number =, < or > another, given what is known of both? */
#include "claim/evaluate/evaluate.h"

static enum pst_truth open_truth(const struct pst_number *a, const struct pst_number *b)
{
  return a->missing || b->missing ? PST_TRUTH_MISSING : PST_TRUTH_UNDECIDED;
}

/* Is B one figure, whatever its range?  That of a bounded cell is what it leaves open. */
static bool one_figure(const struct pst_number *b, const struct pst_range *range)
{
  return !b->missing && (b->has_printed || b->meant || pst_range_is_point(range));
}

/* Is B a figure as the claims file writes it?  The unrounded values of two printed cells may differ,
   so that equal figures do not prove them equal. */
static bool written_figure(const struct pst_number *b, const struct pst_range *range)
{
  return one_figure(b, range)
         && (b->meant || pst_range_is_point(range) || (b->kind == PST_NUMBER_LEAF && b->id == 0));
}

/* A bounded cell reports its range ("by 1983"), and a figure within is right.  What is computed
   from one, or a count with open members, reports nothing. */
static bool reports(const struct pst_number *b, const struct pst_range *range)
{
  return one_figure(b, range) || (!b->missing && b->id != 0);
}

/* Verified: A inside B, or equal for all values.  As printed: A's printed value lies in B. */
static void equality(const struct pst_number *a, const struct pst_number *b, bool shared,
                     struct pst_comparison *out)
{
  const struct pst_rational zero = pst_rational_whole(0);
  enum pst_truth always = PST_TRUTH_UNDECIDED;
  bool meet = pst_range_meet(&out->a, &out->b), reported = reports(b, &out->b);

  if (shared) {
    always = pst_range_sign(&out->difference, PST_IS_EQUAL);
    meet = meet && pst_range_hold(&out->difference, zero);
  }
  if (!meet || always == PST_TRUTH_NO) {
    out->outcome.truth = PST_TRUTH_NO;
  } else if (always == PST_TRUTH_YES || (reported && pst_range_inside(&out->a, &out->b))) {
    out->outcome.truth = PST_TRUTH_YES;
  } else if (reported && !a->missing && a->has_printed && pst_range_hold(&out->b, a->printed)) {
    out->outcome.truth = PST_TRUTH_YES;
    out->outcome.as_printed = true;
  } else {
    out->outcome.truth = open_truth(a, b);
  }
}

bool pst_compare_numbers(struct pst_evaluator *evaluator, const struct pst_number *a,
                         enum pst_relation relation, const struct pst_number *b,
                         struct pst_comparison *out)
{
  struct pst_exact *exact = &evaluator->exact;
  bool equal = relation == PST_IS_EQUAL || relation == PST_IS_NOT_EQUAL, zero = false;
  bool shared = pst_number_share(exact, a, b);
  const struct pst_number *difference;

  *out = (struct pst_comparison){.outcome.severity = PST_SEVERITY_CONCLUSION};
  out->a = pst_number_range(exact, a, &out->outcome.wide);
  out->b = pst_number_range(exact, b, &out->outcome.wide);
  out->difference = pst_range_subtract(exact, &out->a, &out->b);
  if (shared) {
    difference = pst_number_binary(exact, PST_NUMBER_SUBTRACT, a, b, &zero);
    if (difference == NULL)
      return pst_evaluator_memory(evaluator);
    out->outcome.wide = false;
    out->difference = pst_number_range(exact, difference, &out->outcome.wide);
    if (a->id != 0 && a->id == b->id) /* one cell, whatever it is */
      out->difference = pst_range_point(pst_rational_whole(0));
  }
  if (equal) {
    equality(a, b, shared, out);
    if (relation == PST_IS_NOT_EQUAL) {
      if (out->outcome.truth == PST_TRUTH_YES && !written_figure(b, &out->b)
          && pst_range_sign(&out->difference, PST_IS_EQUAL) != PST_TRUTH_YES)
        out->outcome.truth = open_truth(a, b);
      out->outcome.truth =
          out->outcome.as_printed ? PST_TRUTH_UNDECIDED : pst_truth_not(out->outcome.truth);
      out->outcome.as_printed = false;
    }
  } else {
    out->outcome.truth = pst_range_sign(&out->difference, relation);
    if (out->outcome.truth == PST_TRUTH_UNDECIDED)
      out->outcome.truth = open_truth(a, b);
  }
  if (out->outcome.truth == PST_TRUTH_UNDECIDED)
    out->outcome.open = equal && a->open != 0 ? a->open : a->open | b->open;
  out->outcome.wide =
      out->outcome.wide && (out->outcome.truth == PST_TRUTH_UNDECIDED || out->outcome.as_printed);
  return !exact->failed || pst_evaluator_memory(evaluator);
}
