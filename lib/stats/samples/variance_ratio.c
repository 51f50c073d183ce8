/* variance_ratio.c -- Fisher's test of two variances. */
#include "stats/samples/variance_ratio.h"

#include <math.h>

#include "stats/distribution/beta_quantile.h"
#include "stats/sample.h"
#include "stats/tails.h"

static const char METHOD[] = "variance-ratio";

static double p_of(double F, double df1, double df2, enum pst_alternative alternative)
{
  double upper = pst_f_upper(F, df1, df2);
  double lower = F == 0 ? 0 : pst_f_upper(1 / F, df2, df1);

  if (alternative == PST_TWO_SIDED)
    return 2 * fmin(upper, lower);
  return alternative == PST_GREATER ? upper : lower;
}

enum pst_status pst_variance_ratio(const struct pst_two_samples *samples,
                                   const struct pst_test *test, struct pst_estimates *out,
                                   struct pst_arena *scratch, struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);
  const double tail = (1 - pst_conf_level(test)) / 2;
  struct pst_spread a, b;
  struct pst_estimate *row;

  (void)scratch;
  if (status == PST_OK)
    status = pst_two_samples_check(samples, 2, error);
  if (status != PST_OK)
    return status;
  a = pst_spread_of(samples->x, samples->nx);
  b = pst_spread_of(samples->y, samples->ny);
  if (b.variance == 0 || isnan(a.variance) || isnan(b.variance))
    return pst_fail(error, PST_UNDEFINED,
                    b.variance == 0 ? "the second group does not vary"
                                    : "the variance is beyond the range of doubles");
  row = pst_estimates_add(out, METHOD, "variance-ratio", samples->nx + samples->ny);
  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = row->statistic = a.variance / b.variance;
  row->df = a.n - 1;
  row->conf_low = row->estimate / pst_f_quantile(tail, a.n - 1, b.n - 1);
  row->conf_high = row->estimate * pst_f_quantile(tail, b.n - 1, a.n - 1);
  pst_estimate_p(out, row, p_of(row->estimate, a.n - 1, b.n - 1, test->alternative), "F");
  return pst_estimates_value(out, METHOD, "df2", samples->nx + samples->ny, b.n - 1, error);
}
