/* truth.c -- the truth of a statement about numbers that are known by bounds, or not known. */
#include "interval/truth.h"

enum pst_truth pst_truth_and(enum pst_truth a, enum pst_truth b)
{
  return a < b ? a : b;
}

enum pst_truth pst_truth_or(enum pst_truth a, enum pst_truth b)
{
  return pst_truth_not(pst_truth_and(pst_truth_not(a), pst_truth_not(b)));
}

enum pst_truth pst_truth_not(enum pst_truth a)
{
  if (a == PST_TRUTH_YES)
    return PST_TRUTH_NO;
  return a == PST_TRUTH_NO ? PST_TRUTH_YES : a;
}

static enum pst_truth proven(bool yes, bool no)
{
  if (yes)
    return PST_TRUTH_YES;
  return no ? PST_TRUTH_NO : PST_TRUTH_UNDECIDED;
}

static bool points_related(double x, enum pst_relation relation, double y)
{
  switch (relation) {
  case PST_IS_EQUAL:
    return x == y;
  case PST_IS_NOT_EQUAL:
    return x != y;
  case PST_IS_LESS:
    return x < y;
  case PST_IS_AT_MOST:
    return x <= y;
  case PST_IS_MORE:
    return x > y;
  case PST_IS_AT_LEAST:
    break;
  }
  return x >= y;
}

enum pst_truth pst_truth_compare(const struct pst_bounds *a, enum pst_relation relation,
                                 const struct pst_bounds *b)
{
  if (a->low == a->high && b->low == b->high) /* by far the most frequent */
    return points_related(a->low, relation, b->low) ? PST_TRUTH_YES : PST_TRUTH_NO;
  switch (relation) {
  case PST_IS_EQUAL:
    return proven(false, !pst_bounds_meet(a, b));
  case PST_IS_LESS:
    return proven(pst_bounds_surely_less(a, b), pst_bounds_surely_at_most(b, a));
  case PST_IS_AT_MOST:
    return proven(pst_bounds_surely_at_most(a, b), pst_bounds_surely_less(b, a));
  case PST_IS_MORE:
    return pst_truth_compare(b, PST_IS_LESS, a);
  case PST_IS_AT_LEAST:
    return pst_truth_compare(b, PST_IS_AT_MOST, a);
  case PST_IS_NOT_EQUAL:
    break;
  }
  return pst_truth_not(pst_truth_compare(a, PST_IS_EQUAL, b));
}
