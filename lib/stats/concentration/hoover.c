/* hoover.c -- Hoover's index: what would have to move for all parts to be equal. */
#include "stats/concentration/index.h"

double pst_hoover(const struct pst_amounts *parts, double parameter)
{
  struct pst_sum sum = {0, 0};

  (void)parameter;
  for (size_t i = 0; i < parts->n; i++)
    pst_sum_add(&sum, fabs(parts->x[i] - parts->mean) / parts->total);
  return pst_sum_value(&sum) / 2;
}
