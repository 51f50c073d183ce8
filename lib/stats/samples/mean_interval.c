/* mean_interval.c -- the mean of one sample with its interval by Student's t. */
#include "stats/samples/mean_interval.h"

#include <math.h>

#include "stats/sample.h"
#include "stats/samples/samples.h"
#include "stats/tails.h"

static const char METHOD[] = "mean";
static const char ONE_VALUE[] = "one value: no variance";

static enum pst_status check(const double *x, size_t n, const struct pst_test *test,
                             struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  if (status == PST_OK && n == 0)
    return pst_fail(error, PST_UNDEFINED, "no values");
  for (size_t i = 0; i < n && status == PST_OK; i++)
    if (!isfinite(x[i]))
      return pst_fail(error, PST_UNDEFINED, "a value is not finite");
  return status;
}

static void set_interval(struct pst_estimate *row, const struct pst_spread *spread,
                         const struct pst_test *test)
{
  double reach;

  row->std_error = sqrt(spread->variance / spread->n);
  row->df = spread->n - 1;
  reach = pst_t_quantile((1 - pst_conf_level(test)) / 2, row->df) * row->std_error;
  row->conf_low = row->estimate - reach;
  row->conf_high = row->estimate + reach;
}

enum pst_status pst_mean_interval(const double *x, size_t n, const struct pst_test *test,
                                  struct pst_estimates *out, struct pst_arena *scratch,
                                  struct pst_error *error)
{
  enum pst_status status = check(x, n, test, error);
  struct pst_spread spread = {.n = 1, .variance = (double)NAN};
  struct pst_estimate *row;

  (void)scratch;
  if (status != PST_OK)
    return status;
  if (n > 1) {
    spread = pst_spread_of(x, n);
    if (isnan(spread.variance))
      return pst_fail(error, PST_UNDEFINED, "the variance is beyond the range of doubles");
  }
  row = pst_estimates_add(out, METHOD, "mean", n);
  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = n > 1 ? pst_sum_value(&spread.mean) : x[0];
  if (n > 1)
    set_interval(row, &spread, test);
  else
    pst_estimate_note(out, row, "%s", ONE_VALUE);
  return pst_estimates_terms(
      out, METHOD, n, (struct pst_term[]){{"sd", sqrt(spread.variance), ONE_VALUE}}, 1, error);
}
