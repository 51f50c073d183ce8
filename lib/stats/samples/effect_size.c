/* effect_size.c -- the difference of two means in standard deviations. */
#include "stats/samples/effect_size.h"

#include <gsl/gsl_sf_gamma.h>
#include <math.h>

#include "stats/distribution/noncentral.h"
#include "stats/sample.h"

double pst_hedges_factor(double df)
{
  if (df < 2)
    return (double)NAN;
  return exp(gsl_sf_lnpoch((df - 1) / 2, 0.5)) / sqrt(df / 2);
}

struct effect {
  double d;
  double df;
  double root; /* sqrt(n1 n2 / (n1 + n2)): t = d root */
};

static enum pst_status measure(const struct pst_two_samples *samples, const char *method,
                               const struct pst_test *test, struct effect *effect,
                               struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, method, error);
  struct pst_spread a, b;
  double pooled;

  if (status == PST_OK)
    status = pst_pooled_check(samples, error);
  if (status != PST_OK)
    return status;
  a = pst_spread_of(samples->x, samples->nx);
  b = pst_spread_of(samples->y, samples->ny);
  effect->df = a.n + b.n - 2;
  pooled = pst_pooled_variance(&a, &b);
  if (pooled == 0)
    return pst_fail(error, PST_UNDEFINED, "neither group varies");
  if (isnan(pooled))
    return pst_fail(error, PST_UNDEFINED, "the variance is beyond the range of doubles");
  effect->d = pst_mean_difference(&a, &b) / sqrt(pooled);
  effect->root = sqrt(a.n * b.n / (a.n + b.n));
  return PST_OK;
}

static enum pst_status add_effect(const struct pst_two_samples *samples, const char *method,
                                  const char *term, double factor, const struct effect *effect,
                                  const struct pst_test *test, struct pst_estimates *out,
                                  struct pst_error *error)
{
  struct pst_interval delta =
      pst_noncentral_t_interval(effect->d * effect->root, effect->df, pst_conf_level(test));
  struct pst_estimate *row = pst_estimates_add(out, method, term, samples->nx + samples->ny);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = factor * effect->d;
  row->conf_low = factor * (delta.low / effect->root);
  row->conf_high = factor * (delta.high / effect->root);
  return PST_OK;
}

enum pst_status pst_cohens_d(const struct pst_two_samples *samples, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error)
{
  struct effect effect = {.d = 0};
  enum pst_status status = measure(samples, "cohens-d", test, &effect, error);

  (void)scratch;
  if (status != PST_OK)
    return status;
  return add_effect(samples, "cohens-d", "d", 1, &effect, test, out, error);
}

enum pst_status pst_hedges_g(const struct pst_two_samples *samples, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error)
{
  struct effect effect = {.d = 0};
  enum pst_status status = measure(samples, "hedges-g", test, &effect, error);

  (void)scratch;
  if (status != PST_OK)
    return status;
  return add_effect(samples, "hedges-g", "g", pst_hedges_factor(effect.df), &effect, test, out,
                    error);
}
