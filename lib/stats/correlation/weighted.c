/* weighted.c -- a test of Pearson's correlation with weights, and the point-biserial one. */
#include "stats/correlation/weighted.h"

#include <math.h>

#include "stats/correlation/pearson.h"
#include "stats/fisher_z.h"
#include "stats/sample.h"
#include "stats/sum.h"
#include "stats/tails.h"
#include "stats/weighted/mean.h"

/* --- weights ------------------------------------------------------------------------------------------- */

struct weights {
  const double *w;
  double effective;
  struct pst_sum total;
};

static enum pst_status look_at(const struct pst_sample *sample, struct weights *weights,
                               struct pst_error *error)
{
  struct pst_sum squares = {0, 0};
  double most = 0;

  *weights = (struct weights){.w = sample->beside == NULL ? NULL : sample->beside->weight};
  if (weights->w == NULL)
    return pst_fail(error, PST_UNDEFINED, "there are no weights");
  for (size_t i = 0; i < sample->n; i++)
    most = fmax(most, weights->w[i]);
  if (!(most > 0))
    return pst_fail(error, PST_UNDEFINED, "all weights are 0");
  for (size_t i = 0; i < sample->n; i++) {
    double part = weights->w[i] / most;

    pst_sum_add(&weights->total, weights->w[i]);
    pst_sum_product(&squares, part, part);
  }
  weights->effective = pst_sum_value(&weights->total) / most
                       * (pst_sum_value(&weights->total) / most) / pst_sum_value(&squares);
  return PST_OK;
}

static void set_test(const struct weights *weights, const struct pst_test *test,
                     struct pst_estimates *out, struct pst_estimate *row)
{
  double r = row->estimate, n = weights->effective;

  pst_estimate_note(out, row, "effective n %.4g", n);
  if (n > 3)
    pst_fisher_interval(row, 1 / sqrt(n - 3), test);
  if (!(n > 2)) {
    pst_estimate_note(out, row, "too few for a test");
    return;
  }
  if (!(fabs(r) < 1)) {
    pst_estimate_note(out, row, "all points lie on a line: no test");
    return;
  }
  row->df = n - 2;
  row->statistic = r * sqrt(row->df / ((1 - r) * (1 + r)));
  pst_estimate_p(out, row, pst_t_p(row->statistic, row->df, test->alternative), "t");
}

enum pst_status pst_correlation_weighted(const struct pst_sample *sample,
                                         const struct pst_test *test, struct pst_estimates *out,
                                         struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_weighted rows = {.n = sample->n, .x = sample->x, .y = sample->y};
  struct weights weights;
  size_t first = out->count;
  enum pst_status status = pst_sample_check(sample, 2, error);

  if (status == PST_OK)
    status = look_at(sample, &weights, error);
  if (status != PST_OK)
    return status;
  rows.w = weights.w;
  status = pst_weighted_pearson(&rows, test, out, scratch, error);
  if (status == PST_OK)
    set_test(&weights, test, out, &out->items[first]);
  return status;
}

/* --- two values ---------------------------------------------------------------------------------------- */

static bool has_two_values(const double *x, size_t n)
{
  size_t other = 0;

  for (size_t i = 1; i < n; i++) {
    if (x[i] == x[0])
      continue;
    if (other > 0 && x[i] != x[other])
      return false;
    other = other > 0 ? other : i;
  }
  return other > 0;
}

enum pst_status pst_point_biserial(const struct pst_sample *sample, const struct pst_test *test,
                                   struct pst_estimates *out, struct pst_arena *scratch,
                                   struct pst_error *error)
{
  size_t first = out->count;
  enum pst_status status = pst_sample_check(sample, 3, error);

  if (status == PST_OK && !has_two_values(sample->x, sample->n)
      && !has_two_values(sample->y, sample->n))
    return pst_fail(error, PST_UNDEFINED, "neither x nor y has exactly two values");
  if (status == PST_OK)
    status = pst_pearson(sample, test, out, scratch, error);
  for (size_t i = first; i < out->count; i++)
    out->items[i].method = "point-biserial";
  return status;
}
