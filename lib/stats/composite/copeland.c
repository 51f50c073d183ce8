/* copeland.c -- an index without a scale: who beats how many others. */
#include "stats/composite/copeland.h"

#include "stats/sum.h"

double pst_outranking(const double *a, const double *b, const double *weight, size_t count,
                      double share)
{
  struct pst_sum better = {0, 0}, there = {0, 0}, all = {0, 0};

  for (size_t k = 0; k < count; k++) {
    if (!(weight[k] > 0))
      continue;
    pst_sum_add(&all, weight[k]);
    if (isnan(a[k]) || isnan(b[k]))
      continue;
    pst_sum_add(&there, weight[k]);
    if (a[k] >= b[k])
      pst_sum_add(&better, a[k] > b[k] ? weight[k] : weight[k] / 2);
  }
  if (!(pst_sum_value(&there) > 0))
    return (double)NAN;
  if (pst_sum_value(&there) < pst_sum_value(&all)
      && !(share > 0 && pst_sum_value(&there) / pst_sum_value(&all) >= share - 1e-12))
    return (double)NAN;
  return pst_sum_value(&better) / pst_sum_value(&there);
}

static int sign(double outranking)
{
  double apart = outranking - 0.5;

  return fabs(apart) <= 1e-12 ? 0 : apart > 0 ? 1 : -1;
}

void pst_copeland(const double *x, size_t n, const double *weight, size_t count, double share,
                  double *score)
{
  for (size_t i = 0; i < n; i++) {
    size_t pairs = 0;
    long sum = 0;

    for (size_t j = 0; j < n; j++) {
      double outranking =
          j == i ? (double)NAN : pst_outranking(x + i * count, x + j * count, weight, count, share);

      if (isnan(outranking))
        continue;
      pairs++;
      sum += sign(outranking);
    }
    score[i] = pairs > 0 ? (double)sum : (double)NAN;
  }
}
