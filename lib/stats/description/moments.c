/* moments.c -- central moments of one variable, to nearly full double accuracy. */
#include "stats/description/moments.h"

#include <math.h>

static double scale_for(double most)
{
  if (most == 0 || !isfinite(most))
    return 1;
  return ldexp(1, ilogb(most) < -1000 ? 1000 : -ilogb(most));
}

double pst_scale_of(const double *x, size_t n, const struct pst_sum *mean)
{
  double most = 0;

  for (size_t i = 0; i < n; i++) {
    double distance = fabs(pst_from_mean(x[i], mean));

    most = distance > most ? distance : most;
  }
  return scale_for(most);
}

double pst_unscale_square(double squares, double scale)
{
  double value = squares / scale / scale;

  if (isinf(value) || (value == 0 && squares != 0))
    return (double)NAN;
  return value;
}

void pst_moments_of(const double *x, size_t n, struct pst_moments *moments)
{
  struct pst_sum squares = {0, 0};
  struct pst_sum cubes = {0, 0};
  struct pst_sum fourths = {0, 0};
  struct pst_sum absolute = {0, 0};
  struct pst_sum lagged = {0, 0};
  double before = 0;

  moments->n = n;
  moments->mean = pst_mean_of(x, n);
  moments->scale = pst_scale_of(x, n, &moments->mean);
  for (size_t i = 0; i < n; i++) {
    double d = pst_from_mean(x[i], &moments->mean) * moments->scale;

    pst_sum_product(&squares, d, d);
    pst_sum_product(&cubes, d * d, d);
    pst_sum_product(&fourths, d * d, d * d);
    pst_sum_add(&absolute, fabs(d));
    pst_sum_product(&lagged, before, d);
    before = d;
  }
  moments->squares = pst_sum_value(&squares);
  moments->cubes = pst_sum_value(&cubes);
  moments->fourths = pst_sum_value(&fourths);
  moments->absolute = pst_sum_value(&absolute);
  moments->lagged = pst_sum_value(&lagged);
}

/* Rounding keeps the order of what is rounded: the largest distance is that of an end. */
static double scale_of_sorted(const double *sorted, size_t n, const struct pst_sum *mean)
{
  return scale_for(
      fmax(fabs(pst_from_mean(sorted[0], mean)), fabs(pst_from_mean(sorted[n - 1], mean))));
}

void pst_moments_of_sorted(const double *x, const double *sorted, size_t n,
                           struct pst_moments *moments)
{
  struct pst_sum squares = {0, 0};

  *moments = (struct pst_moments){.n = n,
                                  .mean = pst_mean_of(x, n),
                                  .cubes = NAN,
                                  .fourths = NAN,
                                  .absolute = NAN,
                                  .lagged = NAN};
  moments->scale = scale_of_sorted(sorted, n, &moments->mean);
  for (size_t i = 0; i < n; i++) {
    double d = pst_from_mean(x[i], &moments->mean) * moments->scale;

    pst_sum_product(&squares, d, d);
  }
  moments->squares = pst_sum_value(&squares);
}

double pst_skewness(const struct pst_moments *moments, int type)
{
  double n = (double)moments->n;
  double m2 = moments->squares / n;
  double g1 = moments->cubes / n / (m2 * sqrt(m2));

  if (moments->squares == 0 || moments->n < (type == 2 ? 3 : 2))
    return (double)NAN;
  switch (type) {
  case 1:
    return g1;
  case 2:
    return g1 * sqrt(n * (n - 1)) / (n - 2);
  case 3:
    return g1 * pow((n - 1) / n, 1.5);
  }
  return (double)NAN;
}

double pst_kurtosis(const struct pst_moments *moments, int type)
{
  double n = (double)moments->n;
  double m2 = moments->squares / n;
  double g2 = moments->fourths / n / (m2 * m2) - 3;

  if (moments->squares == 0 || moments->n < (type == 2 ? 4 : 2))
    return (double)NAN;
  switch (type) {
  case 1:
    return g2;
  case 2:
    return ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3));
  case 3:
    return (g2 + 3) * (1 - 1 / n) * (1 - 1 / n) - 3;
  }
  return (double)NAN;
}
