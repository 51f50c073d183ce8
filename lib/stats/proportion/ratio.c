/* ratio.c -- the ratio of two shares and their odds ratio, first over second. */
#include "stats/proportion/ratio.h"

#include <math.h>

#include "stats/sample.h"
#include "stats/tails.h"

/* exp(ln ratio -+ z sd) into ROW, or a note when a cell is 0. */
static void set_interval(struct pst_estimate *row, double variance, const struct pst_test *test,
                         struct pst_estimates *out)
{
  const double z = pst_normal_quantile((1 - pst_conf_level(test)) / 2);
  const double factor = exp(z * sqrt(fmax(0, variance)));

  if (row->estimate == 0 || isinf(row->estimate)) {
    pst_estimate_note(out, row, "a count is 0: no interval on the logarithmic scale%s",
                      row->estimate == 0 ? "" : ", and an infinite ratio");
    return;
  }
  row->conf_low = row->estimate / factor;
  row->conf_high = row->estimate * factor;
}

static enum pst_status add_ratio(const struct pst_two_proportions *table, const char *term,
                                 double value, double variance, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, term, term, pst_two_proportions_n(table));

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = value;
  set_interval(row, variance, test, out);
  return PST_OK;
}

static enum pst_status check(const struct pst_two_proportions *table, const char *method,
                             const struct pst_test *test, struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, method, error);

  if (status == PST_OK)
    status = pst_two_proportions_check(table, error);
  if (status == PST_OK && table->first.successes + table->second.successes == 0)
    return pst_fail(error, PST_UNDEFINED, "no successes in either group: 0/0");
  return status;
}

enum pst_status pst_risk_ratio(const struct pst_two_proportions *table, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error)
{
  const double x1 = pst_effective_successes(&table->first);
  const double x2 = pst_effective_successes(&table->second);
  enum pst_status status = check(table, "risk-ratio", test, error);

  (void)scratch;
  if (status != PST_OK)
    return status;
  return add_ratio(table, "risk-ratio",
                   table->first.successes * table->second.trials
                       / (table->second.successes * table->first.trials),
                   1 / x1 - 1 / pst_effective_trials(&table->first) + 1 / x2
                       - 1 / pst_effective_trials(&table->second),
                   test, out, error);
}

enum pst_status pst_odds_ratio(const struct pst_two_proportions *table, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error)
{
  const struct pst_proportion *first = &table->first;
  const struct pst_proportion *second = &table->second;
  const double b = first->trials - first->successes;
  const double d = second->trials - second->successes;
  const double x1 = pst_effective_successes(first);
  const double x2 = pst_effective_successes(second);
  enum pst_status status = check(table, "odds-ratio", test, error);

  (void)scratch;
  if (status == PST_OK && b + d == 0)
    return pst_fail(error, PST_UNDEFINED, "no failures in either group: 0/0");
  if (status == PST_OK && (first->successes + b == 0 || second->successes + d == 0))
    return pst_fail(error, PST_UNDEFINED, "no trials");
  if (status != PST_OK)
    return status;
  return add_ratio(table, "odds-ratio", first->successes * d / (b * second->successes),
                   1 / x1 + 1 / (pst_effective_trials(first) - x1) + 1 / x2
                       + 1 / (pst_effective_trials(second) - x2),
                   test, out, error);
}
