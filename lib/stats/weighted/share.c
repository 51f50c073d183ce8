/* share.c -- shares and differences of weighted samples: mean.h. */
#include "stats/weighted/mean.h"

#include <math.h>

#include "stats/proportion/limits.h"
#include "stats/sample.h"
#include "stats/tails.h"

static enum pst_status check_zero_one(const struct pst_weighted_rows *rows, struct pst_error *error)
{
  for (size_t i = 0; i < rows->n; i++)
    if (rows->x[i] != 0 && rows->x[i] != 1)
      return pst_fail(error, PST_UNDEFINED, "a value is neither 0 nor 1: no share");
  return PST_OK;
}

static enum pst_status add_share(const struct pst_weighted_rows *rows, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_error *error)
{
  const double share = pst_weighted_average(rows, rows->x);
  const double n_eff = pst_weighted_n_eff(rows);
  const struct pst_limits limits = pst_wilson_limits(share * n_eff, n_eff, pst_conf_level(test));
  const struct pst_term terms[] = {
      {"sum_w", rows->sum, NULL},
      {"n_eff", n_eff, NULL},
      {"deff", (double)rows->n / n_eff, NULL},
  };
  struct pst_estimate *row = pst_estimates_add(out, "weighted-share", "share", rows->n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = share;
  row->std_error = pst_weighted_error(rows, share);
  row->conf_low = limits.low;
  row->conf_high = limits.high;
  return pst_estimates_terms(out, "weighted-share", rows->n, terms, 3, error);
}

enum pst_status pst_weighted_share(const struct pst_weighted *sample, const struct pst_test *test,
                                   struct pst_estimates *out, struct pst_arena *scratch,
                                   struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_weighted_rows rows = {.n = 0};
  enum pst_status status = pst_asymptotic_only(test, "weighted-share", error);

  if (status == PST_OK)
    status = pst_weighted_keep(sample, &rows, scratch, error);
  if (status == PST_OK)
    status = check_zero_one(&rows, error);
  if (status == PST_OK)
    status = add_share(&rows, test, out, error);
  pst_arena_release(scratch, mark);
  return status;
}

struct side {
  double n;
  double mean;
  double variance; /* of the mean */
};

static enum pst_status measure(const struct pst_weighted *sample, struct side *side,
                               struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_weighted_rows rows = {.n = 0};
  enum pst_status status = pst_weighted_keep(sample, &rows, scratch, error);
  double se;

  if (status != PST_OK)
    return status;
  if (rows.n < 2)
    return pst_fail(error, PST_UNDEFINED, "fewer than 2 rows with a weight in a group");
  side->n = (double)rows.n;
  side->mean = pst_weighted_average(&rows, rows.x);
  se = pst_weighted_error(&rows, side->mean);
  side->variance = se * se;
  return PST_OK;
}

static enum pst_status add_difference(const struct side *a, const struct side *b,
                                      const struct pst_test *test, struct pst_estimates *out,
                                      struct pst_error *error)
{
  const double share = a->variance / (a->variance + b->variance);
  struct pst_estimate *row =
      pst_estimates_add(out, "weighted-welch", "difference", (size_t)(a->n + b->n));
  double reach;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = a->mean - b->mean;
  row->std_error = sqrt(a->variance + b->variance);
  if (row->std_error == 0) {
    pst_estimate_note(out, row, "no test: neither group varies");
    return PST_OK;
  }
  row->df = 1 / (share * share / (a->n - 1) + (1 - share) * (1 - share) / (b->n - 1));
  row->statistic = row->estimate / row->std_error;
  reach = pst_t_quantile((1 - pst_conf_level(test)) / 2, row->df) * row->std_error;
  row->conf_low = row->estimate - reach;
  row->conf_high = row->estimate + reach;
  pst_estimate_p(out, row, pst_t_p(row->statistic, row->df, test->alternative), "t");
  return PST_OK;
}

enum pst_status pst_weighted_difference(const struct pst_two_weighted *samples,
                                        const struct pst_test *test, struct pst_estimates *out,
                                        struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct side a = {.n = 0};
  struct side b = {.n = 0};
  enum pst_status status = pst_asymptotic_only(test, "weighted-welch", error);

  if (status == PST_OK)
    status = measure(&samples->first, &a, scratch, error);
  if (status == PST_OK)
    status = measure(&samples->second, &b, scratch, error);
  if (status == PST_OK)
    status = add_difference(&a, &b, test, out, error);
  pst_arena_release(scratch, mark);
  return status;
}
