/* newcombe.c -- methods 10 and 11 of difference.h. */
#include "stats/proportion/difference.h"

#include <math.h>

#include "stats/sample.h"

static struct pst_limits limits_from(const struct pst_two_proportions *table,
                                     pst_share_limits *of_share, double level)
{
  const double p1 = pst_proportion_value(&table->first);
  const double p2 = pst_proportion_value(&table->second);
  const double difference = pst_share_difference(table);
  struct pst_limits first =
      of_share(pst_effective_successes(&table->first), pst_effective_trials(&table->first), level);
  struct pst_limits second = of_share(pst_effective_successes(&table->second),
                                      pst_effective_trials(&table->second), level);

  return (struct pst_limits){difference - hypot(p1 - first.low, second.high - p2),
                             difference + hypot(first.high - p1, p2 - second.low)};
}

struct pst_limits pst_newcombe_limits(const struct pst_two_proportions *table, double level)
{
  return limits_from(table, pst_wilson_limits, level);
}

static enum pst_status estimate(const struct pst_two_proportions *table, const char *method,
                                pst_share_limits *of_share, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, method, error);
  struct pst_limits limits;
  struct pst_estimate *row;

  if (status == PST_OK)
    status = pst_two_proportions_check(table, error);
  if (status != PST_OK)
    return status;
  row = pst_estimates_add(out, method, "difference", pst_two_proportions_n(table));
  if (row == NULL)
    return pst_fail_memory(error);
  limits = limits_from(table, of_share, pst_conf_level(test));
  row->estimate = pst_share_difference(table);
  row->conf_low = limits.low;
  row->conf_high = limits.high;
  return PST_OK;
}

enum pst_status pst_newcombe(const struct pst_two_proportions *table, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error)
{
  (void)scratch;
  return estimate(table, "newcombe", pst_wilson_limits, test, out, error);
}

enum pst_status pst_newcombe_cc(const struct pst_two_proportions *table,
                                const struct pst_test *test, struct pst_estimates *out,
                                struct pst_arena *scratch, struct pst_error *error)
{
  (void)scratch;
  return estimate(table, "newcombe-cc", pst_wilson_cc_limits, test, out, error);
}
