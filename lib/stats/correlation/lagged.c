/* lagged.c -- the correlation of x some steps before, or after, y. */
#include "stats/correlation/lagged.h"

#include <math.h>
#include <stdlib.h>

#include "stats/sample.h"
#include "stats/sum.h"
#include "stats/tails.h"

enum { LEAST = 8 };

/* A series less its mean over its standard deviation (n). */
static double *standardize(const double *x, size_t n, struct pst_arena *scratch)
{
  struct pst_sum mean = pst_mean_of(x, n), squares = {0, 0};
  double *out = pst_arena_array(scratch, n, sizeof *out), most = 0, sd;

  for (size_t i = 0; i < n; i++)
    most = fmax(most, fabs(pst_from_mean(x[i], &mean)));
  for (size_t i = 0; i < n; i++)
    pst_sum_product(&squares, pst_from_mean(x[i], &mean) / most, pst_from_mean(x[i], &mean) / most);
  sd = sqrt(pst_sum_value(&squares) / (double)n) * most;
  for (size_t i = 0; out != NULL && i < n; i++)
    out[i] = pst_from_mean(x[i], &mean) / sd;
  return out;
}

/* The mean of A at t - K times B at t. */
static double product_at(const double *a, const double *b, size_t n, long k)
{
  struct pst_sum sum = {0, 0};

  for (size_t t = 0; t < n; t++) {
    long before = (long)t - k;

    if (before >= 0 && before < (long)n)
      pst_sum_product(&sum, a[before], b[t]);
  }
  return pst_sum_value(&sum) / (double)n;
}

/* How many independent pairs less there are: 1 where one of the series does not depend on its past. */
static double inflation(const double *x, const double *y, size_t n)
{
  double sum = 1;

  for (size_t j = 1; j <= n / 4; j++)
    sum += 2 * (1 - (double)j / (double)n) * product_at(x, x, n, (long)j)
           * product_at(y, y, n, (long)j);
  return fmax(sum, 1);
}

struct moment {
  double time, x, y;
};

static int by_time(const void *a, const void *b)
{
  const struct moment *p = a, *q = b;

  return p->time < q->time ? -1 : p->time > q->time;
}

/* The pairs in order of time, one array each. */
static enum pst_status put_in_order(const struct pst_sample *sample, struct pst_sample *sorted,
                                    double **time, struct pst_arena *scratch,
                                    struct pst_error *error)
{
  size_t n = sample->n;
  struct moment *moments = pst_arena_array(scratch, n + 1, sizeof *moments);
  double *x = pst_arena_array(scratch, n + 1, sizeof *x);
  double *y = pst_arena_array(scratch, n + 1, sizeof *y);

  *time = pst_arena_array(scratch, n + 1, sizeof **time);
  if (sample->beside == NULL || sample->beside->order == NULL)
    return pst_fail(error, PST_UNDEFINED, "there are no times");
  if (moments == NULL || x == NULL || y == NULL || *time == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    moments[i] = (struct moment){sample->beside->order[i], sample->x[i], sample->y[i]};
  qsort(moments, n, sizeof *moments, by_time);
  for (size_t i = 0; i < n; i++) {
    (*time)[i] = moments[i].time;
    x[i] = moments[i].x;
    y[i] = moments[i].y;
  }
  *sorted = (struct pst_sample){.n = n, .x = x, .y = y};
  return PST_OK;
}

static enum pst_status check(const struct pst_sample *sample, const double *time,
                             struct pst_error *error)
{
  enum pst_status status = pst_sample_check(sample, LEAST, error);

  if (status == PST_OK)
    status = pst_sample_varies(sample, error);
  for (size_t i = 1; i < sample->n && status == PST_OK; i++) {
    double step = time[i] - time[i - 1];

    if (step == 0)
      return pst_fail(error, PST_UNDEFINED, "several values of one time: lags need a series");
    if (fabs(step - (time[1] - time[0])) > 0.26 * (time[1] - time[0]))
      return pst_fail(error, PST_UNDEFINED,
                      "the times have gaps or unequal steps: a lag is no number of rows then");
  }
  return status;
}

static size_t lags_of(size_t n, const struct pst_test *test)
{
  size_t lags = test->lags > 0 ? test->lags : (size_t)(10 * log10((double)n / 2));

  return lags < n / 4 ? lags : n / 4;
}

static enum pst_status add_lag(double r, double se, const char *term, size_t n,
                               const struct pst_test *test, struct pst_estimates *out,
                               struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, "lagged", term, n);
  double q = pst_normal_quantile((1 - pst_conf_level(test)) / 2);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = r;
  row->std_error = se;
  row->conf_low = fmax(-1, r - q * se);
  row->conf_high = fmin(1, r + q * se);
  row->statistic = r / se;
  pst_estimate_p(out, row, pst_normal_p(row->statistic, test->alternative), "normal");
  return PST_OK;
}

/* The main row: the lag where |r| is largest. */
static enum pst_status add_rows(const double *x, const double *y, size_t n, size_t lags,
                                const struct pst_test *test, struct pst_estimates *out,
                                struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, "lagged", "lag", n);
  double more = inflation(x, y, n);
  size_t first = out->count, best = first;
  enum pst_status status = row == NULL ? pst_fail_memory(error) : PST_OK;

  for (long k = -(long)lags; k <= (long)lags && status == PST_OK; k++) {
    double r = product_at(x, y, n, k);
    size_t left = n - (size_t)labs(k);

    status = add_lag(r, sqrt(more / (double)left), pst_arena_format(out->arena, "lag[%ld]", k),
                     left, test, out, error);
    if (status == PST_OK && fabs(r) > fabs(out->items[best].estimate))
      best = out->count - 1;
  }
  if (status != PST_OK)
    return status;
  row = &out->items[first - 1];
  row->estimate = (double)(best - first) - (double)lags;
  row->statistic = out->items[best].statistic;
  pst_estimate_p(out, row, fmin(1, out->items[best].p_value * (2 * (double)lags + 1)),
                 "normal-bonferroni");
  pst_estimate_note(out, row, "r %.3g at this lag, the largest of %zu", out->items[best].estimate,
                    2 * lags + 1);
  if (more > 1.2)
    pst_estimate_note(out, row, "both series depend on their past: variances times %.2g", more);
  return PST_OK;
}

enum pst_status pst_lagged(const struct pst_sample *sample, const struct pst_test *test,
                           struct pst_estimates *out, struct pst_arena *scratch,
                           struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_sample sorted;
  double *x, *y, *time;
  enum pst_status status = pst_asymptotic_only(test, "lagged", error);

  if (status == PST_OK)
    status = put_in_order(sample, &sorted, &time, scratch, error);
  if (status == PST_OK)
    status = check(&sorted, time, error);
  if (status == PST_OK) {
    x = standardize(sorted.x, sorted.n, scratch);
    y = standardize(sorted.y, sorted.n, scratch);
    status = x == NULL || y == NULL
                 ? pst_fail_memory(error)
                 : add_rows(x, y, sample->n, lags_of(sample->n, test), test, out, error);
  }
  pst_arena_release(scratch, mark);
  return status;
}
