/* paired_t.c -- the mean difference of paired values. */
#include "stats/paired/paired_t.h"

#include <math.h>

#include "stats/distribution/noncentral.h"
#include "stats/paired/differences.h"
#include "stats/sample.h"
#include "stats/samples/samples.h"
#include "stats/tails.h"

static const char METHOD[] = "paired-t";

static bool varies(const struct pst_differences *d)
{
  for (size_t i = 1; i < d->n; i++)
    if (fabs(d->all[i] - d->all[0]) > d->tolerance)
      return true;
  return false;
}

static enum pst_status add_difference(const struct pst_differences *d,
                                      const struct pst_spread *spread, const struct pst_test *test,
                                      struct pst_estimates *out, struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "difference", d->n);
  double reach;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = pst_sum_value(&spread->mean);
  if (!varies(d)) {
    pst_estimate_note(out, row, "no test: the differences do not vary");
    return PST_OK;
  }
  row->std_error = sqrt(spread->variance / spread->n);
  row->df = spread->n - 1;
  row->statistic = row->estimate / row->std_error;
  reach = pst_t_quantile((1 - pst_conf_level(test)) / 2, row->df) * row->std_error;
  row->conf_low = row->estimate - reach;
  row->conf_high = row->estimate + reach;
  pst_estimate_p(out, row, pst_t_p(row->statistic, row->df, test->alternative), "t");
  return PST_OK;
}

static enum pst_status add_effect(const struct pst_differences *d, const struct pst_spread *spread,
                                  const struct pst_test *test, struct pst_estimates *out,
                                  struct pst_error *error)
{
  const double root = sqrt(spread->n);
  const double effect = pst_sum_value(&spread->mean) / sqrt(spread->variance);
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "d", d->n);
  struct pst_interval delta;

  if (row == NULL)
    return pst_fail_memory(error);
  if (!varies(d)) {
    pst_estimate_note(out, row, "the differences do not vary");
    return PST_OK;
  }
  delta = pst_noncentral_t_interval(effect * root, spread->n - 1, pst_conf_level(test));
  row->estimate = effect;
  row->conf_low = delta.low / root;
  row->conf_high = delta.high / root;
  return PST_OK;
}

enum pst_status pst_paired_t(const struct pst_sample *sample, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_differences d = {.n = 0};
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  if (status == PST_OK)
    status = pst_sample_check(sample, 2, error);
  if (status == PST_OK)
    status = pst_differences_of(sample, &d, scratch, error);
  if (status == PST_OK) {
    struct pst_spread spread = pst_spread_of(d.all, d.n);

    status = add_difference(&d, &spread, test, out, error);
    if (status == PST_OK)
      status = add_effect(&d, &spread, test, out, error);
  }
  pst_arena_release(scratch, mark);
  return status;
}
