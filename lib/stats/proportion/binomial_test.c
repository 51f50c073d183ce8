/* binomial_test.c -- the exact test of one share. */
#include "stats/proportion/binomial_test.h"

#include "stats/distribution/unimodal.h"
#include "stats/proportion/limits.h"

static const char METHOD[] = "binomial";

static enum pst_status check(const struct pst_proportion *proportion, double null_share,
                             const struct pst_test *test, struct pst_error *error)
{
  enum pst_status status = pst_proportion_check(proportion, error);

  if (status == PST_OK)
    status = pst_proportion_simple(proportion, METHOD, error);
  if (status != PST_OK)
    return status;
  if (test->p_kind == PST_P_ASYMPTOTIC || test->p_kind == PST_P_PERMUTATION)
    return pst_fail(error, PST_USAGE, "the p-value of %s is exact; no other is available", METHOD);
  if (!(null_share > 0 && null_share < 1))
    return pst_fail(error, PST_USAGE, "a share to test against is between 0 and 1");
  return PST_OK;
}

enum pst_status pst_binomial_test(const struct pst_proportion *proportion,
                                  const struct pst_test *test, struct pst_estimates *out,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  const double null_share = proportion->null_share == 0 ? 0.5 : proportion->null_share;
  enum pst_status status = check(proportion, null_share, test, error);
  struct pst_unimodal null;
  struct pst_limits limits;
  struct pst_estimate *row;

  (void)scratch;
  if (status != PST_OK)
    return status;
  row = pst_estimates_add(out, METHOD, "share", (size_t)proportion->trials);
  if (row == NULL)
    return pst_fail_memory(error);
  null = pst_binomial(proportion->trials, null_share);
  limits =
      pst_clopper_pearson_limits(proportion->successes, proportion->trials, pst_conf_level(test));
  row->estimate = pst_proportion_value(proportion);
  row->conf_low = limits.low;
  row->conf_high = limits.high;
  row->statistic = proportion->successes;
  pst_estimate_p(out, row, pst_unimodal_p(&null, proportion->successes, test->alternative),
                 "exact");
  return PST_OK;
}
