/* theil.c -- Theil's indices of inequality. */
#include "stats/concentration/index.h"

/* ln(x / mu), which near equality is small: by log1p there. */
static double log_of(double x, double mean)
{
  double change = (x - mean) / mean;

  return fabs(change) < 0.5 ? log1p(change) : log(x / mean);
}

double pst_theil_t(const struct pst_amounts *parts, double parameter)
{
  struct pst_sum sum = {0, 0};

  (void)parameter;
  for (size_t i = 0; i < parts->n; i++)
    if (parts->x[i] > 0)
      pst_sum_product(&sum, parts->x[i] / parts->mean, log_of(parts->x[i], parts->mean));
  return fmax(pst_sum_value(&sum) / (double)parts->n, 0);
}

double pst_theil_l(const struct pst_amounts *parts, double parameter)
{
  struct pst_sum sum = {0, 0};

  (void)parameter;
  if (parts->x[0] == 0)
    return (double)INFINITY;
  for (size_t i = 0; i < parts->n; i++)
    pst_sum_add(&sum, -log_of(parts->x[i], parts->mean));
  return fmax(pst_sum_value(&sum) / (double)parts->n, 0);
}
