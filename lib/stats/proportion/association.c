/* association.c -- tests of whether two shares are equal, and sizes of their difference. */
#include "stats/proportion/association.h"

#include <math.h>

#include "stats/distribution/unimodal.h"
#include "stats/sample.h"
#include "stats/tails.h"

static const char SAME[] = "all trials have the same outcome";

static struct pst_estimate *add_row(const struct pst_two_proportions *table, const char *method,
                                    const char *term, struct pst_estimates *out)
{
  return pst_estimates_add(out, method, term, pst_two_proportions_n(table));
}

enum pst_status pst_pooled_z(const struct pst_two_proportions *table, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error)
{
  const double n1 = pst_effective_trials(&table->first);
  const double n2 = pst_effective_trials(&table->second);
  const double x = pst_effective_successes(&table->first) + pst_effective_successes(&table->second);
  const double p = x / (n1 + n2);
  enum pst_status status = pst_asymptotic_only(test, "pooled-z", error);
  struct pst_estimate *row;

  (void)scratch;
  if (status == PST_OK)
    status = pst_two_proportions_check(table, error);
  if (status == PST_OK && (x == 0 || x == n1 + n2))
    return pst_fail(error, PST_UNDEFINED, "%s", SAME);
  if (status != PST_OK)
    return status;
  row = add_row(table, "pooled-z", "difference", out);
  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = pst_share_difference(table);
  row->statistic = row->estimate / sqrt(p * ((n1 + n2 - x) / (n1 + n2)) * (1 / n1 + 1 / n2));
  pst_estimate_p(out, row, pst_normal_p(row->statistic, test->alternative), "normal");
  return pst_estimates_value(out, "pooled-z", "chi-squared", pst_two_proportions_n(table),
                             row->statistic * row->statistic, error);
}

enum pst_status pst_fisher_test(const struct pst_two_proportions *table,
                                const struct pst_test *test, struct pst_estimates *out,
                                struct pst_arena *scratch, struct pst_error *error)
{
  enum pst_status status = pst_two_proportions_check(table, error);
  struct pst_unimodal null;
  struct pst_estimate *row;

  (void)scratch;
  if (status == PST_OK)
    status = pst_two_proportions_simple(table, "fisher", error);
  if (status != PST_OK)
    return status;
  if (test->p_kind == PST_P_ASYMPTOTIC || test->p_kind == PST_P_PERMUTATION)
    return pst_fail(error, PST_USAGE, "the p-value of fisher is exact; no other is available");
  row = add_row(table, "fisher", "difference", out);
  if (row == NULL)
    return pst_fail_memory(error);
  null = pst_hypergeometric(table->first.trials, table->second.trials,
                            table->first.successes + table->second.successes);
  row->estimate = pst_share_difference(table);
  pst_estimate_p(out, row, pst_unimodal_p(&null, table->first.successes, test->alternative),
                 "exact");
  return PST_OK;
}

/* asin(sqrt(p)) by the arc tangent of the odds: near 1 the arc sine would lose half its digits. */
static double angle(const struct pst_proportion *proportion)
{
  return 2 * atan2(sqrt(proportion->successes), sqrt(proportion->trials - proportion->successes));
}

enum pst_status pst_cohens_h(const struct pst_two_proportions *table, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error)
{
  const double z = pst_normal_quantile((1 - pst_conf_level(test)) / 2);
  enum pst_status status = pst_asymptotic_only(test, "cohens-h", error);
  struct pst_estimate *row;

  (void)scratch;
  if (status == PST_OK)
    status = pst_two_proportions_check(table, error);
  if (status != PST_OK)
    return status;
  row = add_row(table, "cohens-h", "h", out);
  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = angle(&table->first) - angle(&table->second);
  row->std_error =
      sqrt(1 / pst_effective_trials(&table->first) + 1 / pst_effective_trials(&table->second));
  row->conf_low = row->estimate - z * row->std_error;
  row->conf_high = row->estimate + z * row->std_error;
  return PST_OK;
}
