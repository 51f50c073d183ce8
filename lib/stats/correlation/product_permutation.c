/* product_permutation.c -- the p-value of a product-moment correlation by permutation. */
#include "stats/correlation/product_permutation.h"

#include <math.h>

#include "stats/sum.h"

struct fixed {
  size_t n;
  const double *x;
};

static double product_of(const void *context, double *y, double *spare)
{
  const struct fixed *fixed = context;
  double sum = 0;

  (void)spare;
  for (size_t i = 0; i < fixed->n; i++)
    sum += fixed->x[i] * y[i];
  return sum;
}

/* Deviations from the mean, of length 1; scaled first, so that no square leaves the doubles. */
static double *deviations(const double *x, size_t n, struct pst_arena *scratch)
{
  double *d = pst_arena_array(scratch, n, sizeof *d);
  struct pst_sum mean;
  double most = 0;
  double square = 0;
  int exponent;

  if (d == NULL)
    return NULL;
  for (size_t i = 0; i < n; i++)
    most = fmax(most, fabs(x[i]));
  frexp(most, &exponent);
  for (size_t i = 0; i < n; i++)
    d[i] = ldexp(x[i], -exponent);
  mean = pst_mean_of(d, n);
  most = 0;
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

enum pst_status pst_product_permutation(const struct pst_sample *sample,
                                        const struct pst_test *test, struct pst_permutation_p *out,
                                        struct pst_arena *scratch, struct pst_error *error)
{
  const size_t n = sample->n;
  const struct fixed fixed = {.n = n, .x = deviations(sample->x, n, scratch)};
  const struct pst_permutation permutation = {.n = n,
                                              .y = deviations(sample->y, n, scratch),
                                              .statistic = product_of,
                                              .context = &fixed,
                                              .tolerance = 1e-12};

  if (fixed.x == NULL || permutation.y == NULL)
    return pst_fail_memory(error);
  return pst_permutation_p(&permutation, test, out, scratch, error);
}
