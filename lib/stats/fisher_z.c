/* fisher_z.c -- the interval of a correlation on Fisher's z scale. */
#include "stats/fisher_z.h"

#include <math.h>

#include "stats/tails.h"

void pst_fisher_interval(struct pst_estimate *row, double se, const struct pst_test *test)
{
  const double outside = 1 - pst_conf_level(test);
  const bool both = test->alternative == PST_TWO_SIDED;
  double z = atanh(row->estimate);
  double reach = pst_normal_quantile(both ? outside / 2 : outside) * se;

  if (!isfinite(z) || !isfinite(reach) || !(se > 0))
    return;
  row->conf_low = test->alternative == PST_LESS ? -1 : tanh(z - reach);
  row->conf_high = test->alternative == PST_GREATER ? 1 : tanh(z + reach);
}
