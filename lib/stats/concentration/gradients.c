/* gradients.c -- how an index of concentration changes with a share: what the delta method needs. */
#include "stats/concentration/gradients.h"

double pst_gini_gradient(const struct pst_amounts *parts, double parameter, double value,
                         size_t first, size_t last)
{
  const double n = (double)parts->n;

  (void)parameter;
  (void)value;
  return ((double)(first + last) + 1 - n) / n;
}

double pst_gini_unbiased_gradient(const struct pst_amounts *parts, double parameter, double value,
                                  size_t first, size_t last)
{
  const double n = (double)parts->n;

  return pst_gini_gradient(parts, parameter, value, first, last) * n / (n - 1);
}

double pst_rosenbluth_gradient(const struct pst_amounts *parts, double parameter, double value,
                               size_t first, size_t last)
{
  (void)parameter;
  return -2 * ((double)parts->n - (double)(first + last) / 2) * value * value;
}

double pst_theil_l_gradient(const struct pst_amounts *parts, double parameter, double value,
                            size_t first, size_t last)
{
  (void)parameter;
  (void)value;
  (void)last;
  return -parts->mean / parts->x[first];
}

/* 1 - A = n (mean s^(1-e))^(1/(1-e)), or n times the geometric mean: the derivative has one form for both. */
double pst_atkinson_gradient(const struct pst_amounts *parts, double parameter, double value,
                             size_t first, size_t last)
{
  (void)last;
  return -pow((1 - value) * parts->mean / parts->x[first], parameter);
}

double pst_hoover_gradient(const struct pst_amounts *parts, double parameter, double value,
                           size_t first, size_t last)
{
  const double away = parts->x[first] - parts->mean;

  (void)parameter;
  (void)value;
  (void)last;
  return away == 0 ? 0 : copysign(0.5, away);
}

/* The part of the run that is among the COUNT largest. */
static double among(const struct pst_amounts *parts, size_t count, size_t first, size_t last)
{
  const size_t cut = parts->n - count;

  if (last < cut)
    return 0;
  return (double)(last + 1 - (first > cut ? first : cut)) / (double)(last + 1 - first);
}

double pst_top_gradient(const struct pst_amounts *parts, double parameter, double value,
                        size_t first, size_t last)
{
  (void)value;
  return among(parts, parameter >= (double)parts->n ? parts->n : (size_t)parameter, first, last);
}

double pst_top_fraction_gradient(const struct pst_amounts *parts, double parameter, double value,
                                 size_t first, size_t last)
{
  return pst_top_gradient(parts, pst_top_fraction_count(parts->n, parameter), value, first, last);
}
