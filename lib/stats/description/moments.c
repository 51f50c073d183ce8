/* moments.c -- central moments of one variable, to nearly full double accuracy. */
#include "stats/description/moments.h"

#include <math.h>

#include "interval/sum/pair_sum.h"

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

static void find_mean(const double *x, size_t n, struct pst_moments *moments)
{
  struct pst_sum sum = pst_sum_of(x, n);

  moments->total = pst_sum_value(&sum);
  moments->mean = pst_mean_of_sum(sum, n);
  moments->scale = pst_scale_of(x, n, &moments->mean);
}

static void find_exact_mean(const struct pst_pair_sum *sum, const double *x,
                            struct pst_moments *moments)
{
  struct pst_pair_moments exact;

  pst_pair_sum_moments(sum, &exact);
  moments->total = exact.total;
  moments->mean = (struct pst_sum){exact.mean.high, exact.mean.low};
  moments->scale = pst_scale_of(x, sum->n, &moments->mean);
}

/* The sums of powers of the deviations, in the order given. */
static void sum_powers(const double *x, size_t n, struct pst_moments *moments)
{
  struct pst_sum squares = {0, 0};
  struct pst_sum cubes = {0, 0};
  struct pst_sum fourths = {0, 0};
  struct pst_sum absolute = {0, 0};
  struct pst_sum lagged = {0, 0};
  double before = 0;

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

static void find_exact(const double *x, size_t n, struct pst_moments *moments)
{
  struct pst_pair_sum sum = {.n = 0};

  pst_pair_sum_add(&sum, x, NULL, n);
  find_exact_mean(&sum, x, moments);
  sum_powers(x, n, moments);
  moments->squares = pst_pair_sum_squares(&sum, moments->scale);
}

void pst_moments_of(const double *x, size_t n, struct pst_moments *moments)
{
  moments->n = n;
  if (n >= PST_PAIR_SUM_FROM) {
    find_exact(x, n, moments);
    return;
  }
  find_mean(x, n, moments);
  sum_powers(x, n, moments);
}

/* Rounding keeps the order of what is rounded: the largest distance is that of an end. */
static double scale_of_sorted(const double *sorted, size_t n, const struct pst_sum *mean)
{
  return scale_for(
      fmax(fabs(pst_from_mean(sorted[0], mean)), fabs(pst_from_mean(sorted[n - 1], mean))));
}

static double sum_squares(const double *x, size_t n, const struct pst_moments *moments)
{
  struct pst_sum squares = {0, 0};

  for (size_t i = 0; i < n; i++) {
    double d = pst_from_mean(x[i], &moments->mean) * moments->scale;

    pst_sum_product(&squares, d, d);
  }
  return pst_sum_value(&squares);
}

static void find_exact_squares(const double *x, const double *sorted, size_t n,
                               struct pst_moments *moments)
{
  struct pst_pair_sum sum = {.n = 0};
  struct pst_pair_moments exact;

  pst_pair_sum_add(&sum, x, NULL, n);
  pst_pair_sum_moments(&sum, &exact);
  moments->total = exact.total;
  moments->mean = (struct pst_sum){exact.mean.high, exact.mean.low};
  moments->scale = scale_of_sorted(sorted, n, &moments->mean);
  moments->squares = pst_pair_sum_squares(&sum, moments->scale);
}

static void find_squares(const double *x, const double *sorted, size_t n,
                         struct pst_moments *moments)
{
  struct pst_sum sum = pst_sum_of(x, n);

  moments->total = pst_sum_value(&sum);
  moments->mean = pst_mean_of_sum(sum, n);
  moments->scale = scale_of_sorted(sorted, n, &moments->mean);
  moments->squares = sum_squares(x, n, moments);
}

void pst_moments_of_sorted(const double *x, const double *sorted, size_t n,
                           struct pst_moments *moments)
{
  *moments =
      (struct pst_moments){.n = n, .cubes = NAN, .fourths = NAN, .absolute = NAN, .lagged = NAN};
  if (n >= PST_PAIR_SUM_FROM)
    find_exact_squares(x, sorted, n, moments);
  else
    find_squares(x, sorted, n, moments);
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
