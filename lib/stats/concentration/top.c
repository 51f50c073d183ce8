/* top.c -- the share that the largest parts have together. */
#include "stats/concentration/index.h"

double pst_top(const struct pst_amounts *parts, double parameter)
{
  struct pst_sum sum = {0, 0};
  size_t count = parameter >= (double)parts->n ? parts->n : (size_t)fmax(parameter, 0);

  if (!(parameter >= 1))
    return (double)NAN;
  if (count == parts->n)
    return 1;
  for (size_t i = 0; i < count; i++)
    pst_sum_add(&sum, parts->x[parts->n - 1 - i]);
  return pst_sum_value(&sum) / parts->total;
}

/* A tenth of 10 is 1, although 0.1 is a little more than a tenth. */
double pst_top_fraction_count(size_t n, double fraction)
{
  const double count = fraction * (double)n;

  if (fabs(count - round(count)) <= 1e-9 * fmax(count, 1) && round(count) >= 1)
    return round(count);
  return ceil(count);
}

double pst_top_fraction(const struct pst_amounts *parts, double parameter)
{
  if (!(parameter > 0 && parameter <= 1))
    return (double)NAN;
  return pst_top(parts, pst_top_fraction_count(parts->n, parameter));
}
