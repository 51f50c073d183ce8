/* entropy.c -- the Shannon entropy of shares, in nats and in bits. */
#include "stats/concentration/index.h"

double pst_entropy(const struct pst_amounts *parts, double parameter)
{
  struct pst_sum sum = {0, 0};

  (void)parameter;
  for (size_t i = 0; i < parts->n; i++) {
    double share = parts->x[i] / parts->total;

    if (share > 0)
      pst_sum_product(&sum, share, -log(share));
  }
  return fmax(pst_sum_value(&sum), 0);
}

double pst_entropy_bits(const struct pst_amounts *parts, double parameter)
{
  return pst_entropy(parts, parameter) / log(2);
}
