/* rank_biserial.c -- the interval of the rank-biserial correlation of paired differences. */
#include "stats/paired/rank_biserial.h"

#include <math.h>

#include "stats/sum.h"
#include "stats/tails.h"

/* How many of D are below END. */
static size_t below(const double *d, size_t n, double end)
{
  size_t low = 0, high = n;

  while (low < high) {
    size_t middle = low + (high - low) / 2;

    if (d[middle] < end)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The sum over all j of the sign of d_i + d_j, d_i with itself too: what leaves with i. */
static double signs_of(const double *d, size_t n, double tolerance, size_t i)
{
  const double next = nextafter(-d[i] + tolerance, (double)INFINITY);
  const size_t less = below(d, n, -d[i] - tolerance), up_to = below(d, n, next);

  return (double)(n - up_to) - (double)less;
}

/* The sum over i <= j. */
static double total_of(const double *d, size_t n, double tolerance)
{
  double total = 0;

  for (size_t i = 0; i < n; i++)
    total += signs_of(d, n, tolerance, i) + (d[i] > 0 ? 1 : -1);
  return total / 2;
}

/* The squared standard error, by leaving out each in turn. */
static double jackknife(const double *d, size_t n, double tolerance, double total)
{
  const double left = (double)n * (double)(n - 1) / 2;
  struct pst_sum mean = {0, 0}, squares = {0, 0};

  for (size_t i = 0; i < n; i++)
    pst_sum_add(&mean, (total - signs_of(d, n, tolerance, i)) / left / (double)n);
  for (size_t i = 0; i < n; i++) {
    const double apart = (total - signs_of(d, n, tolerance, i)) / left - pst_sum_value(&mean);

    pst_sum_product(&squares, apart, apart);
  }
  return pst_sum_value(&squares) * (double)(n - 1) / (double)n;
}

void pst_rank_biserial_limits(const double *d, size_t n, double tolerance, double level,
                              double *low, double *high)
{
  const double total = total_of(d, n, tolerance);
  const double r = total / ((double)n * (double)(n + 1) / 2);
  double t, v, reach;

  *low = *high = (double)NAN;
  if (n < 3 || fabs(r) >= 1)
    return;
  t = pst_t_quantile((1 - level) / 2, (double)n - 1);
  v = jackknife(d, n, tolerance, total) * t * t;
  reach = sqrt(v) * hypot(1 - r * r, sqrt(v));
  *low = (r - r * r * r - reach) / (1 - r * r + v);
  *high = (r - r * r * r + reach) / (1 - r * r + v);
}
