/* groups_permutation.c -- the p-value of k groups by permutation of the values among them. */
#include "stats/groups/groups_permutation.h"

#include "stats/deviations.h"

static double between(const void *context, double *y, double *spare)
{
  const struct pst_group_samples *groups = context;
  double sum = 0;

  (void)spare;
  for (size_t i = 0; i < groups->k; y += groups->sizes[i++]) {
    double own = 0;

    for (size_t j = 0; j < groups->sizes[i]; j++)
      own += y[j];
    sum += own * own / (double)groups->sizes[i];
  }
  return sum;
}

enum pst_status pst_groups_permutation(const struct pst_group_samples *groups, const double *values,
                                       const struct pst_test *test, struct pst_permutation_p *out,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  const size_t n = pst_groups_total(groups);
  const struct pst_permutation permutation = {.n = n,
                                              .y = pst_unit_deviations(values, n, scratch),
                                              .statistic = between,
                                              .context = groups,
                                              .tolerance = 1e-12};
  struct pst_test upper = *test;

  upper.alternative = PST_GREATER;
  if (permutation.y == NULL)
    return pst_fail_memory(error);
  return pst_permutation_p(&permutation, &upper, out, scratch, error);
}
