/* sign_test.c -- the sign test of paired values. */
#include "stats/paired/sign_test.h"

#include "stats/distribution/unimodal.h"
#include "stats/paired/differences.h"
#include "stats/proportion/limits.h"
#include "stats/sample.h"

static const char METHOD[] = "sign";

static enum pst_status check(const struct pst_sample *sample, const struct pst_test *test,
                             struct pst_differences *d, struct pst_arena *scratch,
                             struct pst_error *error)
{
  enum pst_status status;

  if (test->p_kind == PST_P_ASYMPTOTIC || test->p_kind == PST_P_PERMUTATION)
    return pst_fail(error, PST_USAGE, "the p-value of %s is exact; no other is available", METHOD);
  status = pst_sample_check(sample, 1, error);
  if (status == PST_OK)
    status = pst_differences_of(sample, d, scratch, error);
  if (status == PST_OK && d->kept == 0)
    return pst_fail(error, PST_UNDEFINED, "no pair differs");
  return status;
}

static enum pst_status add_share(const struct pst_differences *d, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_error *error)
{
  const double n = (double)d->kept;
  const double x = (double)d->positive;
  struct pst_unimodal null = pst_binomial(n, 0.5);
  struct pst_limits limits = pst_clopper_pearson_limits(x, n, pst_conf_level(test));
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "share-positive", d->n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = x / n;
  row->conf_low = limits.low;
  row->conf_high = limits.high;
  row->statistic = x;
  pst_estimate_p(out, row, pst_unimodal_p(&null, x, test->alternative), "exact");
  return PST_OK;
}

enum pst_status pst_sign_test(const struct pst_sample *sample, const struct pst_test *test,
                              struct pst_estimates *out, struct pst_arena *scratch,
                              struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_differences d = {.n = 0};
  enum pst_status status = check(sample, test, &d, scratch, error);

  if (status == PST_OK)
    status = add_share(&d, test, out, error);
  if (status == PST_OK) {
    const struct pst_term terms[] = {
        {"positive", (double)d.positive, NULL},
        {"negative", (double)d.negative, NULL},
        {"zero", (double)(d.n - d.kept), NULL},
    };

    status = pst_estimates_terms(out, METHOD, sample->n, terms, 3, error);
  }
  pst_arena_release(scratch, mark);
  return status;
}
