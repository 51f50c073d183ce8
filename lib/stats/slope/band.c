/* band.c -- the confidence band around a fitted line. */
#include "stats/slope/band.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <string.h>

#include "stats/description/quantile.h"
#include "stats/tails.h"

/* The row of the slope, if it has an interval. */
static const struct pst_estimate *find_slope(const struct pst_estimates *rows, const char *method)
{
  const struct pst_estimate *slope = pst_estimates_find(rows, method, "slope");

  return slope == NULL || isnan(slope->conf_low) || isnan(slope->conf_high) ? NULL : slope;
}

/* Of the line through the data, where the method tells it from the one through the medians. */
static const struct pst_estimate *find_intercept(const struct pst_estimates *rows,
                                                 const char *method)
{
  const struct pst_estimate *through = pst_estimates_find(rows, method, "intercept-residual");

  return through != NULL ? through : pst_estimates_find(rows, method, "intercept");
}

static double median_of(const double *values, size_t n, double *spare)
{
  memcpy(spare, values, n * sizeof *spare);
  gsl_sort(spare, 1, n);
  return pst_median_sorted(spare, n);
}

enum pst_status pst_band_of_slope(const struct pst_sample *sample, const struct pst_estimates *rows,
                                  const char *method, double conf_level,
                                  const struct pst_band *band, struct pst_arena *scratch,
                                  struct pst_error *error)
{
  const struct pst_estimate *slope = find_slope(rows, method);
  const struct pst_estimate *intercept = find_intercept(rows, method);
  double *spare = pst_arena_array(scratch, sample->n + 1, sizeof *spare);
  double x, y;

  (void)conf_level;
  if (spare == NULL)
    return pst_fail_memory(error);
  if (slope == NULL || intercept == NULL)
    return pst_fail(error, PST_UNDEFINED, "the slope has no interval");
  x = median_of(sample->x, sample->n, spare);
  y = fma(slope->estimate, x, intercept->estimate);
  for (size_t i = 0; i < band->n; i++) {
    double a = y + slope->conf_low * (band->x[i] - x);
    double b = y + slope->conf_high * (band->x[i] - x);

    band->low[i] = fmin(a, b);
    band->high[i] = fmax(a, b);
  }
  return PST_OK;
}

enum pst_status pst_band_of_mean(const struct pst_sample *sample, const struct pst_estimates *rows,
                                 const char *method, double conf_level, const struct pst_band *band,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_estimate *slope = find_slope(rows, method);
  const struct pst_estimate *sigma = pst_estimates_find(rows, method, "sigma");
  double mean, t;

  (void)scratch;
  if (slope == NULL || sigma == NULL || isnan(sigma->estimate))
    return pst_fail(error, PST_UNDEFINED, "the slope has no interval");
  mean = gsl_stats_mean(sample->x, 1, sample->n);
  t = pst_t_quantile((1 - conf_level) / 2, slope->df);
  for (size_t i = 0; i < band->n; i++) {
    double d = band->x[i] - mean;
    double half = t
                  * sqrt(sigma->estimate * sigma->estimate / (double)slope->n
                         + slope->std_error * slope->std_error * d * d);

    band->low[i] = band->fit[i] - half;
    band->high[i] = band->fit[i] + half;
  }
  return PST_OK;
}
