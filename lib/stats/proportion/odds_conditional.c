/* odds_conditional.c -- the conditional odds ratio of ratio.h. */
#include "stats/proportion/ratio.h"

#include <math.h>

#include "stats/distribution/odds.h"
#include "stats/distribution/unimodal.h"

static const char METHOD[] = "odds-ratio-conditional";

static enum pst_status check(const struct pst_two_proportions *table, const struct pst_test *test,
                             struct pst_error *error)
{
  const double successes = table->first.successes + table->second.successes;
  enum pst_status status = pst_two_proportions_check(table, error);

  if (status == PST_OK)
    status = pst_two_proportions_simple(table, METHOD, error);
  if (status != PST_OK)
    return status;
  if (test->p_kind == PST_P_ASYMPTOTIC || test->p_kind == PST_P_PERMUTATION)
    return pst_fail(error, PST_USAGE, "the p-value of %s is exact; no other is available", METHOD);
  if (successes == 0 || successes == table->first.trials + table->second.trials)
    return pst_fail(error, PST_UNDEFINED, "all trials have the same outcome: 0/0");
  return PST_OK;
}

enum pst_status pst_odds_ratio_conditional(const struct pst_two_proportions *table,
                                           const struct pst_test *test, struct pst_estimates *out,
                                           struct pst_arena *scratch, struct pst_error *error)
{
  const double successes = table->first.successes + table->second.successes;
  const double x = table->first.successes;
  const double tail = (1 - pst_conf_level(test)) / 2;
  enum pst_status status = check(table, test, error);
  struct pst_unimodal null;
  struct pst_estimate *row;

  (void)scratch;
  if (status != PST_OK)
    return status;
  row = pst_estimates_add(out, METHOD, "odds-ratio", pst_two_proportions_n(table));
  if (row == NULL)
    return pst_fail_memory(error);
  null = pst_hypergeometric(table->first.trials, table->second.trials, successes);
  row->estimate = x == null.low    ? 0
                  : x == null.high ? (double)INFINITY
                                   : exp(pst_odds_solve_mean(&null, x));
  row->conf_low = x == null.low ? 0 : exp(pst_odds_solve_upper(&null, x, tail));
  row->conf_high = x == null.high ? (double)INFINITY : exp(pst_odds_solve_lower(&null, x, tail));
  if (isinf(row->conf_high))
    pst_estimate_note(out, row, "no upper bound: a count is 0");
  pst_estimate_p(out, row, pst_unimodal_p(&null, x, test->alternative), "exact");
  return PST_OK;
}
