/* atkinson.c -- Atkinson's index of inequality. */
#include "stats/concentration/index.h"

static double geometric(const struct pst_amounts *parts)
{
  struct pst_sum sum = {0, 0};

  for (size_t i = 0; i < parts->n; i++)
    pst_sum_add(&sum, log(parts->x[i] / parts->mean));
  return -expm1(pst_sum_value(&sum) / (double)parts->n);
}

/* The mean of (x/mu)^(1-e) - 1, small near equality, and from it the index by log1p and expm1. */
double pst_atkinson(const struct pst_amounts *parts, double parameter)
{
  const double e = parameter;
  struct pst_sum sum = {0, 0};
  double power;

  if (!(e > 0) || isinf(e))
    return (double)NAN;
  if (parts->x[0] == 0 && e >= 1)
    return 1;
  if (e == 1)
    return fmax(geometric(parts), 0);
  for (size_t i = 0; i < parts->n; i++)
    pst_sum_add(&sum, parts->x[i] == 0 ? -1 : expm1((1 - e) * log(parts->x[i] / parts->mean)));
  power = pst_sum_value(&sum) / (double)parts->n;
  return fmax(-expm1(log1p(power) / (1 - e)), 0);
}
