#include "stats/spearman.h"

#include <math.h>

#include "stats/fisher_z.h"
#include "stats/pearson.h"
#include "stats/rank.h"
#include "stats/sample.h"
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

static enum pst_status add_row(const struct pst_correlation *correlation, size_t n,
                               const struct pst_test *test, struct pst_estimates *out,
                               struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "rho", n);
  double rho = correlation->r;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = rho;
  if (n == 2) {
    pst_estimate_note(out, row, "two points always lie on a line");
    return PST_OK;
  }
  row->statistic = correlation->t;
  row->df = (double)n - 2;
  if (n > 3)
    pst_fisher_interval(row, sqrt((1 + rho * rho / 2) / ((double)n - 3)), pst_conf_level(test));
  pst_estimate_p(out, row, pst_t_p(correlation->t, row->df, test->alternative), "t");
  return PST_OK;
}

static enum pst_status spearman(const struct pst_sample *sample, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_arena *scratch,
                                struct pst_error *error)
{
  struct pst_sample ranks;
  struct pst_correlation correlation;
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  if (status == PST_OK)
    status = pst_sample_check(sample, 2, error);
  if (status == PST_OK)
    status = midranks(sample, &ranks, scratch, error);
  if (status == PST_OK)
    status = pst_correlation_of(&ranks, &correlation, error);
  if (status == PST_OK)
    status = add_row(&correlation, sample->n, test, out, error);
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
