/* samples.c -- two independent samples, and the questions that every method on them asks. */
#include "stats/samples/samples.h"

#include <math.h>

#include "stats/description/moments.h"

static enum pst_status check_one(const double *x, size_t n, size_t least, const char *which,
                                 struct pst_error *error)
{
  if (n < least)
    return pst_fail(error, PST_UNDEFINED, "fewer than %zu value%s in the %s group", least,
                    least == 1 ? "" : "s", which);
  for (size_t i = 0; i < n; i++)
    if (!isfinite(x[i]))
      return pst_fail(error, PST_UNDEFINED, "a value is not finite");
  return PST_OK;
}

enum pst_status pst_two_samples_check(const struct pst_two_samples *samples, size_t least,
                                      struct pst_error *error)
{
  enum pst_status status = check_one(samples->x, samples->nx, least, "first", error);

  return status == PST_OK ? check_one(samples->y, samples->ny, least, "second", error) : status;
}

enum pst_status pst_pooled_check(const struct pst_two_samples *samples, struct pst_error *error)
{
  const enum pst_status status = pst_two_samples_check(samples, 1, error);

  if (status == PST_OK && samples->nx + samples->ny < 3)
    return pst_fail(error, PST_UNDEFINED, "fewer than 3 values in both groups");
  return status;
}

struct pst_spread pst_spread_of(const double *x, size_t n)
{
  struct pst_moments moments;

  pst_moments_of(x, n, &moments);
  return (struct pst_spread){
      .n = (double)n,
      .mean = moments.mean,
      .variance = n < 2 ? 0 : pst_unscale_square(moments.squares, moments.scale) / (double)(n - 1)};
}

double pst_pooled_variance(const struct pst_spread *a, const struct pst_spread *b)
{
  const double df = a->n + b->n - 2;

  return (a->n - 1) / df * a->variance + (b->n - 1) / df * b->variance;
}

double pst_mean_difference(const struct pst_spread *a, const struct pst_spread *b)
{
  struct pst_sum difference = a->mean;

  pst_sum_add(&difference, -b->mean.high);
  pst_sum_add(&difference, -b->mean.low);
  return pst_sum_value(&difference);
}
