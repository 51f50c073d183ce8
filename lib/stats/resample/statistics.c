/* statistics.c -- the statistics that bootstrap.h names. */
#include "stats/resample/bootstrap.h"

#include "stats/sort.h"
#include "stats/sum.h"

static double mean_of(const double *values, size_t n)
{
  struct pst_sum mean = pst_mean_of(values, n);

  return pst_sum_value(&mean);
}

double pst_bootstrap_mean(const void *context, double *values, const size_t *sizes, size_t k)
{
  (void)context;
  (void)k;
  return mean_of(values, sizes[0]);
}

double pst_bootstrap_median(const void *context, double *values, const size_t *sizes, size_t k)
{
  (void)context;
  (void)k;
  return pst_select_median(values, sizes[0]);
}

double pst_bootstrap_mean_difference(const void *context, double *values, const size_t *sizes,
                                     size_t k)
{
  (void)context;
  (void)k;
  return mean_of(values, sizes[0]) - mean_of(values + sizes[0], sizes[1]);
}

double pst_bootstrap_median_difference(const void *context, double *values, const size_t *sizes,
                                       size_t k)
{
  (void)context;
  (void)k;
  return pst_select_median(values, sizes[0]) - pst_select_median(values + sizes[0], sizes[1]);
}
