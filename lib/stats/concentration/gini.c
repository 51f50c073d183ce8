/* gini.c -- Gini's index of inequality. */
#include "stats/concentration/index.h"

double pst_gini(const struct pst_amounts *parts, double parameter)
{
  struct pst_sum sum = {0, 0};
  double n = (double)parts->n;

  (void)parameter;
  for (size_t i = 0; i < parts->n; i++)
    pst_sum_product(&sum, 2 * (double)(i + 1) - n - 1, parts->x[i] / parts->total);
  return fmax(pst_sum_value(&sum) / n, 0);
}

double pst_gini_unbiased(const struct pst_amounts *parts, double parameter)
{
  double n = (double)parts->n;

  return parts->n < 2 ? (double)NAN : pst_gini(parts, parameter) * n / (n - 1);
}

double pst_rosenbluth(const struct pst_amounts *parts, double parameter)
{
  struct pst_sum sum = {0, 0};

  (void)parameter;
  for (size_t i = 0; i < parts->n; i++)
    pst_sum_product(&sum, (double)(parts->n - i), parts->x[i] / parts->total);
  return 1 / (2 * pst_sum_value(&sum) - 1);
}
