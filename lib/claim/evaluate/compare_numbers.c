/* compare_numbers.c -- is one number =, < or > another, given what is known of both? */
#include "claim/evaluate/evaluate.h"

static enum pst_truth open_truth(const struct pst_number *a, const struct pst_number *b)
{
  return a->missing || b->missing ? PST_TRUTH_MISSING : PST_TRUTH_UNDECIDED;
}

/* Is B a figure as the claims file writes it?  The unrounded values of two printed cells may differ,
   so that equal figures do not prove them equal. */
static bool written_figure(const struct pst_number *b, const struct pst_range *range)
{
  return b->meant || pst_range_is_point(range)
         || (b->kind == PST_NUMBER_LEAF && b->id == 0 && !b->own);
}

static bool is_written(const struct pst_number *b)
{
  return b->meant || (b->kind == PST_NUMBER_LEAF && b->id == 0 && b->has_printed && !b->own);
}

/* Does B report a figure, so that its interval is a tolerance?  A literal, a printed or exact cell,
   and a date do.  A bounded cell is an unknown, and so is what is computed from cells, unless it is
   known exactly. */
static bool reports(const struct pst_number *b, const struct pst_range *range)
{
  if (b->missing)
    return false;
  return b->meant || pst_range_is_point(range)
         || (b->kind == PST_NUMBER_LEAF && b->has_printed && !b->own
             && (b->open & PST_OPEN_BOUND) == 0);
}

/* A against the figure that B reports: inside it, or as printed.  What A writes is itself the report,
   unless B is written too. */
static enum pst_truth within(const struct pst_number *a, const struct pst_range *range_a,
                             const struct pst_number *b, const struct pst_range *range_b,
                             bool *as_printed)
{
  *as_printed = false;
  if (!reports(b, range_b) || (is_written(a) && !is_written(b)))
    return PST_TRUTH_UNDECIDED;
  if (pst_range_inside(range_a, range_b))
    return PST_TRUTH_YES;
  *as_printed = !a->missing && a->has_printed && pst_range_hold(range_b, a->printed);
  return *as_printed ? PST_TRUTH_YES : PST_TRUTH_UNDECIDED;
}

/* Verified: equal for all values, or one side inside what the other reports.  As printed: its
   printed value lies there, or both sides are computed and print alike.  Neither asks which side is
   left. */
static void equality(const struct pst_number *a, const struct pst_number *b, bool shared,
                     struct pst_comparison *out)
{
  const struct pst_rational zero = pst_rational_whole(0);
  enum pst_truth always = PST_TRUTH_UNDECIDED, one, other;
  bool meet = pst_range_meet(&out->a, &out->b), one_printed, other_printed;

  if (shared) {
    always = pst_range_sign(&out->difference, PST_IS_EQUAL);
    meet = meet && pst_range_hold(&out->difference, zero);
  }
  one = within(a, &out->a, b, &out->b, &one_printed);
  other = within(b, &out->b, a, &out->a, &other_printed);
  if (!meet || always == PST_TRUTH_NO) {
    out->outcome.truth = PST_TRUTH_NO;
  } else if (always == PST_TRUTH_YES) {
    out->outcome.truth = PST_TRUTH_YES;
  } else if (one == PST_TRUTH_YES || other == PST_TRUTH_YES) {
    out->outcome.truth = PST_TRUTH_YES;
    out->outcome.as_printed =
        (one != PST_TRUTH_YES || one_printed) && (other != PST_TRUTH_YES || other_printed);
  } else if (!a->missing && !b->missing && a->has_printed && b->has_printed
             && pst_rational_compare(a->printed, b->printed) == 0) {
    out->outcome.truth = PST_TRUTH_YES;
    out->outcome.as_printed = true;
  } else {
    out->outcome.truth = open_truth(a, b);
  }
}

/* `<=` and `>=` hold an equality, which a tie can save: the printed 12 that came from 11.5 is at most
   11.5.  It cannot where both ends are ties: a printed 32 is more than a printed 31. */
static bool saved_by_tie(const struct pst_comparison *comparison, enum pst_relation relation)
{
  const bool most = relation == PST_IS_AT_MOST;
  const struct pst_limit *end = most ? &comparison->difference.low : &comparison->difference.high;
  const struct pst_limit *a = most ? &comparison->a.low : &comparison->a.high;
  const struct pst_limit *b = most ? &comparison->b.high : &comparison->b.low;

  return (most || relation == PST_IS_AT_LEAST) && end->infinite == 0 && end->kind == PST_LIMIT_TIE
         && pst_rational_sign(end->value) == 0
         && (a->kind == PST_LIMIT_CLOSED || b->kind == PST_LIMIT_CLOSED);
}

/* What holds where RELATION does not: a strict order is no surer than that. */
static enum pst_relation opposite(enum pst_relation relation)
{
  return relation == PST_IS_MORE   ? PST_IS_AT_MOST
         : relation == PST_IS_LESS ? PST_IS_AT_LEAST
                                   : relation;
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
  pst_evaluator_work(evaluator, 4 * exact->work);
  exact->work = 0;
  if (equal) {
    equality(a, b, shared, out);
    if (relation == PST_IS_NOT_EQUAL) {
      if (out->outcome.truth == PST_TRUTH_YES && !written_figure(a, &out->a)
          && !written_figure(b, &out->b)
          && pst_range_sign(&out->difference, PST_IS_EQUAL) != PST_TRUTH_YES)
        out->outcome.truth = open_truth(a, b);
      out->outcome.truth =
          out->outcome.as_printed ? PST_TRUTH_UNDECIDED : pst_truth_not(out->outcome.truth);
      out->outcome.as_printed = false;
    }
  } else {
    out->outcome.truth = pst_range_sign(&out->difference, relation);
    if ((out->outcome.truth == PST_TRUTH_NO && saved_by_tie(out, relation))
        || (out->outcome.truth == PST_TRUTH_YES && saved_by_tie(out, opposite(relation))))
      out->outcome.truth = PST_TRUTH_UNDECIDED;
    if (out->outcome.truth == PST_TRUTH_UNDECIDED)
      out->outcome.truth = open_truth(a, b);
  }
  if (out->outcome.truth == PST_TRUTH_UNDECIDED)
    out->outcome.open = equal && a->open != 0 ? a->open : a->open | b->open;
  out->outcome.wide =
      out->outcome.wide && (out->outcome.truth == PST_TRUTH_UNDECIDED || out->outcome.as_printed);
  return !exact->failed || pst_evaluator_memory(evaluator);
}
