/* hhi.c -- the Herfindahl-Hirschman index of concentration. */
#include "stats/concentration/index.h"

double pst_hhi(const struct pst_amounts *parts, double parameter)
{
  struct pst_sum squares = {0, 0};

  (void)parameter;
  for (size_t i = 0; i < parts->n; i++) {
    double share = parts->x[i] / parts->total;

    pst_sum_product(&squares, share, share);
  }
  return pst_sum_value(&squares);
}

/* sum (s - 1/n)^2 is H - 1/n without the cancellation. */
double pst_hhi_normalised(const struct pst_amounts *parts, double parameter)
{
  struct pst_sum squares = {0, 0};
  double n = (double)parts->n;

  (void)parameter;
  if (parts->n < 2)
    return (double)NAN;
  for (size_t i = 0; i < parts->n; i++) {
    double apart = (parts->x[i] - parts->mean) / parts->total;

    pst_sum_product(&squares, apart, apart);
  }
  return pst_sum_value(&squares) / (1 - 1 / n);
}

double pst_hhi_effective(const struct pst_amounts *parts, double parameter)
{
  return 1 / pst_hhi(parts, parameter);
}

/* sum s (1 - s), so that near monopoly keeps its digits. */
double pst_simpson(const struct pst_amounts *parts, double parameter)
{
  struct pst_sum sum = {0, 0}, others = {0, 0};
  size_t last = parts->n - 1;

  (void)parameter;
  for (size_t i = 0; i < last; i++) {
    pst_sum_add(&others, parts->x[i]);
    pst_sum_product(&sum, parts->x[i] / parts->total, 1 - parts->x[i] / parts->total);
  }
  pst_sum_product(&sum, parts->x[last] / parts->total, pst_sum_value(&others) / parts->total);
  return pst_sum_value(&sum);
}
