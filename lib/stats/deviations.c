/* deviations.c -- a sample as a vector of length 1 about its mean. */
#include "stats/deviations.h"

#include <math.h>

#include "stats/sum.h"

/* X over the power of two above its largest value. */
static void scale(const double *x, size_t n, double *d)
{
  double most = 0;
  int exponent;

  for (size_t i = 0; i < n; i++)
    most = fmax(most, fabs(x[i]));
  frexp(most, &exponent);
  for (size_t i = 0; i < n; i++)
    d[i] = ldexp(x[i], -exponent);
}

double *pst_unit_deviations(const double *x, size_t n, struct pst_arena *scratch)
{
  double *d = pst_arena_array(scratch, n, sizeof *d);
  double most = 0;
  double square = 0;
  struct pst_sum mean;

  if (d == NULL)
    return NULL;
  scale(x, n, d);
  mean = pst_mean_of(d, n);
  for (size_t i = 0; i < n; i++) {
    d[i] = pst_from_mean(d[i], &mean);
    most = fmax(most, fabs(d[i]));
  }
  for (size_t i = 0; i < n; i++)
    square += (d[i] / most) * (d[i] / most);
  for (size_t i = 0; i < n; i++)
    d[i] = d[i] / most / sqrt(square);
  return d;
}
