/* sum.c -- sums that carry their own rounding error: two doubles, high + low, about 32 digits. */
#include "stats/sum.h"

/* Makes |low| at most half a unit of high, so that value - high is exact near the mean. */
static struct pst_sum normal_form(struct pst_sum sum)
{
  double high = sum.high + sum.low;

  if (isfinite(high))
    sum.low -= high - sum.high;
  else
    sum.low = 0;
  sum.high = high;
  return sum;
}

struct pst_sum pst_sum_of(const double *x, size_t n)
{
  struct pst_sum sum = {0, 0};

  for (size_t i = 0; i < n; i++)
    pst_sum_add(&sum, x[i]);
  return normal_form(sum);
}

struct pst_sum pst_mean_of_sum(struct pst_sum sum, size_t n)
{
  struct pst_sum mean;

  mean.high = sum.high / (double)n;
  mean.low = (fma(-mean.high, (double)n, sum.high) + sum.low) / (double)n;
  return normal_form(mean);
}

struct pst_sum pst_mean_of(const double *x, size_t n)
{
  return pst_mean_of_sum(pst_sum_of(x, n), n);
}
