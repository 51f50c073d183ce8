/* t_test.c -- the difference of two means. */
#include "stats/samples/t_test.h"

#include <math.h>

#include "stats/sample.h"
#include "stats/tails.h"

static void set_interval(struct pst_estimate *row, const struct pst_test *test)
{
  const double reach = pst_t_quantile((1 - pst_conf_level(test)) / 2, row->df) * row->std_error;

  row->conf_low = row->estimate - reach;
  row->conf_high = row->estimate + reach;
}

static enum pst_status add_mean(const struct pst_spread *spread, const char *method,
                                const char *term, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, method, term, (size_t)spread->n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = pst_sum_value(&spread->mean);
  if (spread->n < 2) {
    pst_estimate_note(out, row, "one value has no standard error");
    return PST_OK;
  }
  row->std_error = sqrt(spread->variance / spread->n);
  row->df = spread->n - 1;
  set_interval(row, test);
  return PST_OK;
}

static enum pst_status add_difference(const struct pst_spread *a, const struct pst_spread *b,
                                      const char *method, double se, double df,
                                      const struct pst_test *test, struct pst_estimates *out,
                                      struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, method, "difference", (size_t)(a->n + b->n));

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = pst_mean_difference(a, b);
  row->std_error = se;
  if (se == 0) {
    pst_estimate_note(out, row, "no test: neither group varies");
    return PST_OK;
  }
  row->df = df;
  set_interval(row, test);
  row->statistic = row->estimate / se;
  pst_estimate_p(out, row, pst_t_p(row->statistic, df, test->alternative), "t");
  return PST_OK;
}

/* Whether the data have what a t test needs; then both spreads. */
static enum pst_status prepare(const struct pst_two_samples *samples, const char *method,
                               bool pooled, const struct pst_test *test, struct pst_spread *spread,
                               struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, method, error);

  if (status == PST_OK)
    status = pooled ? pst_pooled_check(samples, error) : pst_two_samples_check(samples, 2, error);
  if (status != PST_OK)
    return status;
  spread[0] = pst_spread_of(samples->x, samples->nx);
  spread[1] = pst_spread_of(samples->y, samples->ny);
  if (isnan(spread[0].variance) || isnan(spread[1].variance))
    return pst_fail(error, PST_UNDEFINED, "the variance is beyond the range of doubles");
  return PST_OK;
}

static enum pst_status add_rows(const struct pst_spread *spread, const char *method, double se,
                                double df, const struct pst_test *test, struct pst_estimates *out,
                                struct pst_error *error)
{
  enum pst_status status = add_difference(&spread[0], &spread[1], method, se, df, test, out, error);

  if (status == PST_OK)
    status = add_mean(&spread[0], method, "mean-1", test, out, error);
  if (status == PST_OK)
    status = add_mean(&spread[1], method, "mean-2", test, out, error);
  return status;
}

enum pst_status pst_welch(const struct pst_two_samples *samples, const struct pst_test *test,
                          struct pst_estimates *out, struct pst_arena *scratch,
                          struct pst_error *error)
{
  struct pst_spread spread[2];
  enum pst_status status = prepare(samples, "welch", false, test, spread, error);
  double a, b, share;

  (void)scratch;
  if (status != PST_OK)
    return status;
  a = spread[0].variance / spread[0].n;
  b = spread[1].variance / spread[1].n;
  share = a / (a + b);
  return add_rows(
      spread, "welch", sqrt(a + b),
      1 / (share * share / (spread[0].n - 1) + (1 - share) * (1 - share) / (spread[1].n - 1)), test,
      out, error);
}

enum pst_status pst_student(const struct pst_two_samples *samples, const struct pst_test *test,
                            struct pst_estimates *out, struct pst_arena *scratch,
                            struct pst_error *error)
{
  struct pst_spread spread[2];
  enum pst_status status = prepare(samples, "student", true, test, spread, error);
  double df, pooled;

  (void)scratch;
  if (status != PST_OK)
    return status;
  df = spread[0].n + spread[1].n - 2;
  pooled = pst_pooled_variance(&spread[0], &spread[1]);
  return add_rows(spread, "student", sqrt(pooled / spread[0].n + pooled / spread[1].n), df, test,
                  out, error);
}
