/* grubel_lloyd.c -- trade within an industry: how far exports and imports of the same thing
   balance. */
#include "stats/specialisation/grubel_lloyd.h"

#include "stats/sum.h"

double pst_grubel_lloyd(double exports, double imports)
{
  return pst_grubel_lloyd_aggregate(&exports, &imports, 1);
}

/* 1 - |X - M| / (X + M) is 2 min / (X + M), without the cancellation. */
double pst_grubel_lloyd_aggregate(const double *exports, const double *imports, size_t n)
{
  struct pst_sum matched = {0, 0}, all = {0, 0};

  for (size_t i = 0; i < n; i++) {
    if (!(exports[i] >= 0 && imports[i] >= 0))
      return (double)NAN;
    pst_sum_add(&matched, 2 * fmin(exports[i], imports[i]));
    pst_sum_add(&all, exports[i]);
    pst_sum_add(&all, imports[i]);
  }
  return pst_sum_value(&all) > 0 ? pst_sum_value(&matched) / pst_sum_value(&all) : (double)NAN;
}
