#include "stats/pearson.h"

#include <math.h>

#include "stats/fisher_z.h"
#include "stats/line.h"
#include "stats/sample.h"
#include "stats/tails.h"

static const char METHOD[] = "pearson";

static double clamp(double r)
{
  return fmin(1, fmax(-1, r));
}

enum pst_status pst_correlation_of(const struct pst_sample *sample, struct pst_correlation *out,
                                   struct pst_error *error)
{
  struct pst_line line;
  enum pst_status status = pst_sample_check(sample, 2, error);

  if (status == PST_OK)
    status = pst_sample_varies(sample, error);
  if (status == PST_OK)
    status = pst_line_fit(sample, &line, error);
  if (status != PST_OK)
    return status;
  out->r = clamp(line.sxy / (sqrt(line.sxx) * sqrt(line.syy)));
  if (line.perfect)
    out->r = out->r > 0 ? 1 : -1;
  out->t = copysign((double)INFINITY, out->r);
  if (line.n == 2)
    out->t = (double)NAN;
  else if (fabs(out->r) < 1)
    out->t = out->r * sqrt((double)(line.n - 2) * line.syy / line.rss);
  return PST_OK;
}

static enum pst_status add_row(const struct pst_correlation *correlation, size_t n,
                               const struct pst_test *test, struct pst_estimates *out,
                               struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "r", n);
  double df = (double)n - 2;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = correlation->r;
  if (n == 2) {
    /* Both orders of two points give |r| = 1. */
    pst_estimate_p(out, row, test->alternative == PST_TWO_SIDED ? 1 : 0.5, "exact");
    if (test->alternative == (correlation->r > 0 ? PST_LESS : PST_GREATER))
      row->p_value = 1;
    pst_estimate_note(out, row, "two points always lie on a line");
    return PST_OK;
  }
  row->statistic = correlation->t;
  row->df = df;
  if (n > 3)
    pst_fisher_interval(row, 1 / sqrt((double)n - 3), pst_conf_level(test));
  pst_estimate_p(out, row, pst_t_p(correlation->t, df, test->alternative), "t");
  return PST_OK;
}

enum pst_status pst_pearson(const struct pst_sample *sample, const struct pst_test *test,
                            struct pst_estimates *out, struct pst_arena *scratch,
                            struct pst_error *error)
{
  struct pst_correlation correlation;
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  (void)scratch;
  if (status == PST_OK)
    status = pst_correlation_of(sample, &correlation, error);
  if (status == PST_OK)
    status = add_row(&correlation, sample->n, test, out, error);
  return status;
}
