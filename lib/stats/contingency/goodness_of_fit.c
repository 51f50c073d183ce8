/* goodness_of_fit.c -- Pearson's test of one row of counts against given shares. */
#include "stats/contingency/goodness_of_fit.h"

#include <math.h>

#include "stats/distribution/noncentral.h"
#include "stats/sample.h"
#include "stats/sum.h"
#include "stats/tails.h"

static const char METHOD[] = "goodness-of-fit";

struct result {
  double n;
  double shares;
  double chi;
  double g;
  double min_expected;
};

static double share_of(const struct pst_fit_counts *fit, size_t i)
{
  return fit->shares == NULL ? 1 : fit->shares[i];
}

static enum pst_status check(const struct pst_fit_counts *fit, struct result *r,
                             struct pst_error *error)
{
  struct pst_sum shares = {0, 0};

  for (size_t i = 0; i < fit->k; i++) {
    if (!(fit->counts[i] >= 0) || fit->counts[i] != floor(fit->counts[i]))
      return pst_fail(error, PST_UNDEFINED, "a count is no whole number from 0");
    if (!(share_of(fit, i) > 0 && isfinite(share_of(fit, i))))
      return pst_fail(error, PST_UNDEFINED, "an expected share is not positive");
    r->n += fit->counts[i];
    pst_sum_add(&shares, share_of(fit, i));
  }
  r->shares = pst_sum_value(&shares);
  if (fit->k < 2)
    return pst_fail(error, PST_UNDEFINED, "fewer than 2 categories");
  if (r->n == 0)
    return pst_fail(error, PST_UNDEFINED, "no counts");
  return PST_OK;
}

static void measure(const struct pst_fit_counts *fit, struct result *r)
{
  struct pst_sum chi = {0, 0};
  struct pst_sum g = {0, 0};

  r->min_expected = (double)INFINITY;
  for (size_t i = 0; i < fit->k; i++) {
    double expected = r->n * (share_of(fit, i) / r->shares);
    double excess = fit->counts[i] - expected;

    r->min_expected = fmin(r->min_expected, expected);
    pst_sum_product(&chi, excess, excess / expected);
    if (fit->counts[i] > 0)
      pst_sum_product(&g, 2 * fit->counts[i], log1p(excess / expected));
  }
  r->chi = pst_sum_value(&chi);
  r->g = fmax(0, pst_sum_value(&g));
}

static enum pst_status add_test(const struct result *r, const char *term, double chi, double df,
                                struct pst_estimates *out, struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, METHOD, term, (size_t)r->n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = row->statistic = chi;
  row->df = df;
  pst_estimate_p(out, row, pst_chi2_upper(chi, df), "chi-squared");
  if (r->min_expected < 5)
    pst_estimate_note(out, row, "an expected count is %.3g: below 5 the p-value is rough",
                      r->min_expected);
  return PST_OK;
}

enum pst_status pst_goodness_of_fit(const struct pst_fit_counts *fit, const struct pst_test *test,
                                    struct pst_estimates *out, struct pst_arena *scratch,
                                    struct pst_error *error)
{
  struct result r = {.n = 0};
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);
  const double df = (double)fit->k - 1;
  struct pst_interval lambda;

  (void)scratch;
  if (status == PST_OK)
    status = check(fit, &r, error);
  if (status != PST_OK)
    return status;
  measure(fit, &r);
  lambda = pst_noncentral_chi2_interval(r.chi, df, pst_conf_level(test));
  status = add_test(&r, "chi-squared", r.chi, df, out, error);
  if (status == PST_OK)
    status = add_test(&r, "g", r.g, df, out, error);
  if (status == PST_OK)
    status = pst_estimates_value(out, METHOD, "cohens-w", (size_t)r.n, sqrt(r.chi / r.n), error);
  if (status == PST_OK) {
    out->items[out->count - 1].conf_low = sqrt(lambda.low / r.n);
    out->items[out->count - 1].conf_high = sqrt(lambda.high / r.n);
  }
  return status;
}
