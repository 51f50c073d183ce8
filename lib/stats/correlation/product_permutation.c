/* product_permutation.c -- the p-value of a product-moment correlation by permutation. */
#include "stats/correlation/product_permutation.h"

#include "stats/deviations.h"

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

enum pst_status pst_product_permutation(const struct pst_sample *sample,
                                        const struct pst_test *test, struct pst_permutation_p *out,
                                        struct pst_arena *scratch, struct pst_error *error)
{
  const size_t n = sample->n;
  const struct fixed fixed = {.n = n, .x = pst_unit_deviations(sample->x, n, scratch)};
  const struct pst_permutation permutation = {.n = n,
                                              .y = pst_unit_deviations(sample->y, n, scratch),
                                              .statistic = product_of,
                                              .context = &fixed,
                                              .tolerance = 1e-12};

  if (fixed.x == NULL || permutation.y == NULL)
    return pst_fail_memory(error);
  return pst_permutation_p(&permutation, test, out, scratch, error);
}
