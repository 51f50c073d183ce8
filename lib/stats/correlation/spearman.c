/* spearman.c -- Spearman's rank correlation, ties corrected. */
#include "stats/correlation/spearman.h"

#include <math.h>

#include "stats/distribution/factorial.h"
#include "stats/fisher_z.h"
#include "stats/correlation/pearson.h"
#include "stats/correlation/product_permutation.h"
#include "stats/sample.h"
#include "stats/correlation/spearman_exact.h"
#include "stats/tails.h"
#include "stats/variable/variable.h"

static const char METHOD[] = "spearman";

/* The mid-ranks of a sample, and what is known of their variables. */
struct ranked {
  struct pst_sample ranks;
  struct pst_known room[2];
  const struct pst_known *x;
  const struct pst_known *y;
};

static enum pst_status rank(const struct pst_sample *sample, const struct pst_test *test,
                            struct ranked *ranked, struct pst_arena *scratch,
                            struct pst_error *error)
{
  enum pst_status status = pst_sample_known(sample, PST_KNOW_RANKS, test->threads, ranked->room,
                                            &ranked->x, &ranked->y, scratch, error);

  if (status == PST_OK)
    ranked->ranks = (struct pst_sample){.n = sample->n, .x = ranked->x->rank, .y = ranked->y->rank};
  return status;
}

/* The least p that any arrangement of these ranks can have: of the n! orders, as many leave the
   pairs as they are as the ties of one side allow; where one side has none, rho is distributed
   symmetrically and as many give -rho.  The t approximation knows no such floor. */
static double least_p(const struct ranked *ranked, enum pst_alternative alternative)
{
  double x = ranked->x->log_ties;
  double y = ranked->y->log_ties;
  double ends = alternative == PST_TWO_SIDED && fmin(x, y) == 0 ? 2 : 1;

  return ends * exp(fmax(x, y) - pst_log_factorial((double)ranked->ranks.n));
}

static void set_t(const struct pst_correlation *correlation, const struct ranked *ranked,
                  const struct pst_test *test, struct pst_estimates *out, struct pst_estimate *row)
{
  double p, least;

  if (ranked->ranks.n == 2) {
    pst_estimate_note(out, row, "two points always lie on a line");
    return;
  }
  least = least_p(ranked, test->alternative);
  row->df = (double)ranked->ranks.n - 2;
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
}

/* Exact when asked for, or by default when within reach; t is left empty unless p is from it. */
static enum pst_status set_p(const struct ranked *ranked, const struct pst_test *test,
                             const struct pst_correlation *correlation, struct pst_estimates *out,
                             struct pst_estimate *row, struct pst_arena *scratch,
                             struct pst_error *error)
{
  const struct pst_sample *ranks = &ranked->ranks;
  const bool exact =
      test->p_kind == PST_P_EXACT
      || (test->p_kind == PST_P_AUTO && pst_spearman_exact_reach(ranks, test->tests));
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
    set_t(correlation, ranked, test, out, row);
  }
  return status;
}

static enum pst_status add_row(const struct pst_correlation *correlation,
                               const struct ranked *ranked, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error)
{
  const size_t n = ranked->ranks.n;
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "rho", n);
  double rho = correlation->r;
  enum pst_status status;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = rho;
  if (test->estimate_only)
    return PST_OK;
  if (n > 3)
    pst_fisher_interval(row, sqrt((1 + rho * rho / 2) / ((double)n - 3)), test);
  status = set_p(ranked, test, correlation, out, row, scratch, error);
  if (status != PST_OK)
    out->count--; /* a refused method leaves no row */
  return status;
}

static enum pst_status spearman(const struct pst_sample *sample, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_arena *scratch,
                                struct pst_error *error)
{
  struct ranked ranked;
  struct pst_correlation correlation;
  enum pst_status status = pst_sample_check(sample, 2, error);

  if (status == PST_OK)
    status = rank(sample, test, &ranked, scratch, error);
  if (status == PST_OK)
    status = pst_sample_varies(&ranked.ranks, error);
  if (status == PST_OK)
    status = pst_correlation_of(&ranked.x->rank_deviations, &ranked.y->rank_deviations,
                                &correlation, error);
  if (status == PST_OK)
    status = add_row(&correlation, &ranked, test, out, scratch, error);
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
