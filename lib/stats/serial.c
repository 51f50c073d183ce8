/* serial.c -- whether values that follow each other depend on each other, said with the p of a trend. */
#include "stats/serial.h"

#include <math.h>

#include "stats/sample.h"
#include "stats/sum.h"
#include "stats/tails.h"

double pst_serial_limit(size_t n)
{
  return pst_normal_quantile(0.025) / sqrt((double)n);
}

double pst_serial_first(const double *y, size_t n)
{
  struct pst_sum mean, squares = {0, 0}, lagged = {0, 0};
  double before = 0, most = 0, half, rest;
  int power;

  if (n < 2 || pst_constant(y, n))
    return (double)NAN;
  mean = pst_mean_of(y, n);
  for (size_t i = 0; i < n; i++)
    most = fmax(most, fabs(pst_from_mean(y[i], &mean)));
  frexp(most, &power);
  /* 2^-power, in two steps that are doubles both. */
  half = ldexp(1, -(power / 2));
  rest = ldexp(1, power / 2 - power);
  for (size_t i = 0; i < n; i++) {
    double d = pst_from_mean(y[i], &mean) * half * rest;

    pst_sum_product(&squares, d, d);
    pst_sum_product(&lagged, d, before);
    before = d;
  }
  return pst_sum_value(&lagged) / pst_sum_value(&squares);
}

void pst_serial_note(struct pst_estimates *out, struct pst_estimate *row, double r1, size_t n,
                     const char *better)
{
  if (isnan(r1) || fabs(r1) <= pst_serial_limit(n))
    return;
  if (r1 > 0)
    pst_estimate_note(out, row, "r1 = %.2f: values depend on those before, p is too small; see %s",
                      r1, better);
  else
    pst_estimate_note(out, row, "r1 = %.2f: values alternate, p is too large; see %s", r1, better);
}
