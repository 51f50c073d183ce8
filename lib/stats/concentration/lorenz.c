/* lorenz.c -- the Lorenz curve: the share of the whole that the smallest parts have together. */
#include "stats/concentration/lorenz.h"

void pst_lorenz(const struct pst_amounts *parts, double *curve)
{
  struct pst_sum sum = {0, 0};

  curve[0] = 0;
  for (size_t i = 0; i < parts->n; i++) {
    pst_sum_add(&sum, parts->x[i]);
    curve[i + 1] = pst_sum_value(&sum) / parts->total;
  }
  curve[parts->n] = 1;
}

double pst_lorenz_at(const double *curve, size_t n, double p)
{
  double place = p * (double)n, below;

  if (!(p >= 0 && p <= 1))
    return (double)NAN;
  below = floor(place);
  if (below >= (double)n)
    return curve[n];
  return curve[(size_t)below] + (place - below) * (curve[(size_t)below + 1] - curve[(size_t)below]);
}
