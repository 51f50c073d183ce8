#include "stats/fisher_z.h"

#include <math.h>

#include "stats/tails.h"

void pst_fisher_interval(struct pst_estimate *row, double se, double level)
{
  double z = atanh(row->estimate);
  double reach = pst_normal_quantile((1 - level) / 2) * se;

  if (!isfinite(z) || !isfinite(reach) || reach <= 0)
    return;
  row->conf_low = tanh(z - reach);
  row->conf_high = tanh(z + reach);
}
