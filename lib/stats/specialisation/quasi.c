/* quasi.c -- affinity against what would be expected if there were no diagonal. */
#include "stats/specialisation/quasi.h"

#include "stats/sum.h"

static const int most_steps = 100000;

/* A solution exists when no entity has half of all ends of links: then a_i (S - a_i) = C_i. */
static enum pst_status check(const struct pst_affinity_table *table, struct pst_error *error)
{
  if (!(table->grand > 0))
    return pst_fail(error, PST_UNDEFINED, "there are no links");
  for (size_t i = 0; i < table->n; i++)
    if (!(table->margin[i] < table->grand / 2))
      return pst_fail(
          error, PST_UNDEFINED,
          "one entity takes part in every link, so nothing can be expected of the others");
  return PST_OK;
}

/* One step of all factors for the sum S; the largest relative change. */
static double step(const struct pst_affinity_table *table, double *factor)
{
  struct pst_sum sum = pst_sum_of(factor, table->n);
  double most = 0;

  for (size_t i = 0; i < table->n; i++) {
    double old = factor[i], rest = pst_sum_value(&sum) - old;

    if (old == 0)
      continue;
    factor[i] = sqrt(old * table->margin[i] / rest);
    most = fmax(most, fabs(factor[i] - old) / factor[i]);
  }
  return most;
}

enum pst_status pst_quasi_independence(const struct pst_affinity_table *table, double *factor,
                                       struct pst_error *error)
{
  enum pst_status status = check(table, error);

  if (status != PST_OK)
    return status;
  for (size_t i = 0; i < table->n; i++)
    factor[i] = table->margin[i] / sqrt(table->grand);
  for (int i = 0; i < most_steps; i++)
    if (step(table, factor) <= 1e-15)
      return PST_OK;
  return pst_fail(error, PST_UNDEFINED, "the expectation without a diagonal does not settle");
}
