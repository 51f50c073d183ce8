/* spearman.c -- Spearman's rank correlation, ties corrected. */
#include "stats/correlation/spearman.h"

#include <math.h>
#include <string.h>

#include "stats/fisher_z.h"
#include "stats/correlation/pearson.h"
#include "stats/correlation/product_permutation.h"
#include "stats/rank.h"
#include "stats/sample.h"
#include "stats/correlation/spearman_exact.h"
#include "stats/sort.h"
#include "stats/tails.h"

static const char METHOD[] = "spearman";

static enum pst_status midranks(const struct pst_sample *sample, struct pst_sample *ranks,
                                struct pst_arena *scratch, struct pst_error *error)
{
  const size_t n = sample->n;
  double *x = pst_arena_array(scratch, n, sizeof *x);
  double *y = pst_arena_array(scratch, n, sizeof *y);
  enum pst_status status;

  if (x == NULL || y == NULL)
    return pst_fail_memory(error);
  status = pst_rank(sample->x, n, PST_TIES_MEAN, false, x, scratch, error);
  if (status == PST_OK)
    status = pst_rank(sample->y, n, PST_TIES_MEAN, false, y, scratch, error);
  *ranks = (struct pst_sample){.n = n, .x = x, .y = y};
  return status;
}

/* The sum of log(t!) over the groups of equal RANKS. */
static double log_ties(const double *ranks, size_t n, double *spare)
{
  double sum = 0;

  memcpy(spare, ranks, n * sizeof *ranks);
  pst_sort(spare, spare + n, n);
  for (size_t i = 0, same = 1; i < n; i += same) {
    same = 1;
    while (i + same < n && spare[i + same] == spare[i])
      same++;
    sum += lgamma((double)same + 1);
  }
  return sum;
}

/* The least p that any arrangement of these ranks can have: of the n! orders, as many leave the
   pairs as they are as the ties of one side allow; where one side has none, rho is distributed
   symmetrically and as many give -rho.  The t approximation knows no such floor. */
static enum pst_status least_p(const struct pst_sample *ranks, enum pst_alternative alternative,
                               struct pst_arena *scratch, double *p, struct pst_error *error)
{
  double *spare = pst_arena_array(scratch, 2 * ranks->n, sizeof *spare);
  double x, y, ends = 1;

  if (spare == NULL)
    return pst_fail_memory(error);
  x = log_ties(ranks->x, ranks->n, spare);
  y = log_ties(ranks->y, ranks->n, spare);
  if (alternative == PST_TWO_SIDED && fmin(x, y) == 0)
    ends = 2;
  *p = ends * exp(fmax(x, y) - lgamma((double)ranks->n + 1));
  return PST_OK;
}

static enum pst_status set_t(const struct pst_correlation *correlation,
                             const struct pst_sample *ranks, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_estimate *row,
                             struct pst_arena *scratch, struct pst_error *error)
{
  double p, least = 0;
  enum pst_status status;

  if (ranks->n == 2) {
    pst_estimate_note(out, row, "two points always lie on a line");
    return PST_OK;
  }
  status = least_p(ranks, test->alternative, scratch, &least, error);
  if (status != PST_OK)
    return status;
  row->df = (double)ranks->n - 2;
  p = pst_t_p(correlation->t, row->df, test->alternative);
  if (p >= least || test->p_kind == PST_P_ASYMPTOTIC) {
    pst_estimate_p(out, row, p, "t");
  } else {
    pst_estimate_p(out, row, least, "t");
    pst_estimate_note(out, row, "lower bound: no order of these ranks has a smaller p");
  }
  if (p < least && test->p_kind == PST_P_ASYMPTOTIC)
    pst_estimate_note(out, row, "no order of these ranks has a p below %.3g", least);
  pst_correlation_statistic(correlation, out, row);
  return PST_OK;
}

/* Exact when asked for, or by default when within reach; t is left empty unless p is from it. */
static enum pst_status set_p(const struct pst_sample *ranks, const struct pst_test *test,
                             const struct pst_correlation *correlation, struct pst_estimates *out,
                             struct pst_estimate *row, struct pst_arena *scratch,
                             struct pst_error *error)
{
  const bool exact = test->p_kind == PST_P_EXACT
                     || (test->p_kind == PST_P_AUTO && pst_spearman_exact_reach(ranks));
  enum pst_status status = PST_OK;
  struct pst_permutation_p permutation;
  double p;

  if (exact) {
    status = pst_spearman_exact(ranks, test->alternative, &p, scratch, error);
    if (status == PST_OK)
      pst_estimate_p(out, row, p, "exact");
  } else if (test->p_kind == PST_P_PERMUTATION) {
    status = pst_product_permutation(ranks, test, &permutation, scratch, error);
    if (status == PST_OK)
      pst_permutation_row(&permutation, out, row);
  } else {
    status = set_t(correlation, ranks, test, out, row, scratch, error);
  }
  return status;
}

static enum pst_status add_row(const struct pst_correlation *correlation,
                               const struct pst_sample *ranks, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error)
{
  const size_t n = ranks->n;
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "rho", n);
  double rho = correlation->r;
  enum pst_status status;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = rho;
  if (n > 3)
    pst_fisher_interval(row, sqrt((1 + rho * rho / 2) / ((double)n - 3)), test);
  status = set_p(ranks, test, correlation, out, row, scratch, error);
  if (status != PST_OK)
    out->count--; /* a refused method leaves no row */
  return status;
}

static enum pst_status spearman(const struct pst_sample *sample, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_arena *scratch,
                                struct pst_error *error)
{
  struct pst_sample ranks;
  struct pst_correlation correlation;
  enum pst_status status = pst_sample_check(sample, 2, error);

  if (status == PST_OK)
    status = midranks(sample, &ranks, scratch, error);
  if (status == PST_OK)
    status = pst_correlation_of(&ranks, &correlation, error);
  if (status == PST_OK)
    status = add_row(&correlation, &ranks, test, out, scratch, error);
  return status;
}

enum pst_status pst_spearman(const struct pst_sample *sample, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  enum pst_status status = spearman(sample, test, out, scratch, error);

  pst_arena_release(scratch, mark);
  return status;
}
