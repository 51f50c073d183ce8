/* series.c -- what the tests for change points share: their data, the null by chance, their rows. */
#include "stats/change/series.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "stats/null_cache.h"
#include "stats/random/permutation.h"
#include "stats/random/random.h"
#include "stats/sample.h"
#include "stats/sum.h"
#include "stats/tails.h"

enum pst_status pst_change_check(const struct pst_sample *sample, size_t least,
                                 struct pst_error *error)
{
  enum pst_status status = pst_sample_check(sample, least, error);

  for (size_t i = 1; i < sample->n && status == PST_OK; i++)
    if (sample->x[i] == sample->x[i - 1])
      status =
          pst_fail(error, PST_UNDEFINED, "several values of one time: a change needs a series");
  return status;
}

enum pst_status pst_change_rows(const char *method, const char *name,
                                const struct pst_sample *sample, const struct pst_change *change,
                                struct pst_estimates *out, struct pst_error *error)
{
  const struct pst_term terms[] = {{name, change->statistic, NULL},
                                   {"index_first", (double)change->first, NULL},
                                   {"index_last", (double)change->last, NULL}};
  struct pst_estimate *row = pst_estimates_add(out, method, "change", sample->n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->statistic = change->statistic;
  if (change->first == change->last)
    row->estimate = sample->x[change->first - 1];
  else if (change->statistic > 0) {
    row->estimate = sample->x[change->first - 1];
    pst_estimate_note(out, row, "as large at %g", sample->x[change->last - 1]);
  } else
    pst_estimate_note(out, row, "no change: the statistic is 0 everywhere");
  return pst_estimates_terms(out, method, sample->n, terms, sizeof terms / sizeof *terms, error);
}

/* --- the null by chance -------------------------------------------------------------------------- */

static int ascending(const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

/* Normal values by their quantiles: one draw each, whatever the place. */
static double normal(uint64_t *state)
{
  double u = ((double)(pst_random_next(state) >> 11) + 0.5) * 0x1p-53;

  return pst_normal_quantile(u);
}

/* The M maxima under the null, in ascending order, kept for the next series of N values. */
static enum pst_status simulate(const struct pst_change_null *null, size_t n, size_t m,
                                unsigned long seed, const double **maxima,
                                struct pst_arena *scratch, struct pst_error *error)
{
  const size_t key[] = {(size_t)'c' << 24 | null->kind, n, m, seed};
  double *values, *y;

  *maxima = null->kind == 0 ? NULL : pst_null_find(key, sizeof key / sizeof *key);
  if (*maxima != NULL)
    return PST_OK;
  values = pst_arena_array(scratch, m, sizeof *values);
  y = pst_arena_array(scratch, n, sizeof *y);
  if (values == NULL || y == NULL)
    return pst_fail_memory(error);
  for (size_t r = 0; r < m; r++) {
    uint64_t state = pst_random_stream(seed, r);

    for (size_t i = 0; i < n; i++)
      y[i] = normal(&state);
    values[r] = null->maximum(null->context, y, n);
  }
  qsort(values, m, sizeof *values, ascending);
  if (null->kind > 0)
    pst_null_keep(key, sizeof key / sizeof *key, values, m);
  *maxima = values;
  return PST_OK;
}

/* How many of the M ascending VALUES are at least X, rounding aside. */
static size_t count_from(const double *values, size_t m, double x)
{
  size_t low = 0, high = m;

  while (low < high) {
    size_t middle = low + (high - low) / 2;

    if (values[middle] >= x * (1 - 1e-12))
      high = middle;
    else
      low = middle + 1;
  }
  return m - low;
}

static enum pst_status by_chance(const struct pst_sample *sample,
                                 const struct pst_change_null *null, double statistic,
                                 const struct pst_test *test, struct pst_estimates *out,
                                 struct pst_estimate *row, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  size_t m = null->kind > 0 ? PST_PERMUTATIONS : 1999;
  unsigned long seed = test->seed > 0 ? test->seed : PST_SEED;
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  const double *maxima;
  enum pst_status status = simulate(null, sample->n, m, seed, &maxima, scratch, error);
  double p;

  if (status != PST_OK)
    return status;
  p = ((double)count_from(maxima, m, statistic) + 1) / ((double)m + 1);
  pst_estimate_p(out, row, p, pst_arena_format(out->arena, "monte-carlo(%zu)", m));
  pst_estimate_note(out, row, "standard error of p %.2g, seed %lu", sqrt(p * (1 - p) / (double)m),
                    seed);
  pst_arena_release(scratch, mark);
  return PST_OK;
}

/* --- permutation --------------------------------------------------------------------------------- */

struct permuted {
  const struct pst_change_null *null;
  size_t n;
};

static double permuted_statistic(const void *context, double *y, double *spare)
{
  const struct permuted *permuted = context;

  (void)spare;
  return permuted->null->maximum(permuted->null->context, y, permuted->n);
}

static enum pst_status by_permutation(const struct pst_sample *sample,
                                      const struct pst_change_null *null, double statistic,
                                      const struct pst_test *test, struct pst_estimates *out,
                                      struct pst_estimate *row, struct pst_arena *scratch,
                                      struct pst_error *error)
{
  const struct permuted permuted = {.null = null, .n = sample->n};
  const struct pst_permutation permutation = {.n = sample->n,
                                              .y = sample->y,
                                              .statistic = permuted_statistic,
                                              .context = &permuted,
                                              .tolerance = 1e-12 * statistic};
  struct pst_permutation_p p;
  enum pst_status status = pst_permutation_p(&permutation, test, &p, scratch, error);

  if (status == PST_OK)
    pst_permutation_row(&p, out, row);
  return status;
}

enum pst_status pst_change_p(const struct pst_sample *sample, const struct pst_change_null *null,
                             double statistic, const struct pst_test *test,
                             struct pst_estimates *out, size_t row, struct pst_arena *scratch,
                             struct pst_error *error)
{
  struct pst_estimate *at = &out->items[row];

  if (test->p_kind == PST_P_EXACT)
    return pst_fail(error, PST_USAGE, "%s: an exact p-value is not available", at->method);
  if (test->p_kind == PST_P_ASYMPTOTIC && isnan(null->p))
    return pst_fail(error, PST_USAGE, "%s: an asymptotic p-value is not available", at->method);
  if (test->p_kind == PST_P_PERMUTATION)
    return by_permutation(sample, null, statistic, test, out, at, scratch, error);
  if (isnan(null->p))
    return by_chance(sample, null, statistic, test, out, at, scratch, error);
  pst_estimate_p(out, at, null->p, null->p_method);
  return PST_OK;
}

void pst_change_note(const struct pst_sample *sample, struct pst_estimates *out, size_t row)
{
  struct pst_sum mean = pst_mean_of(sample->y, sample->n);
  double products = 0, squares = 0, r1;

  for (size_t i = 0; i < sample->n; i++) {
    double d = pst_from_mean(sample->y[i], &mean);

    squares += d * d;
    if (i > 0)
      products += d * pst_from_mean(sample->y[i - 1], &mean);
  }
  r1 = products / squares;
  if (r1 > 1.96 / sqrt((double)sample->n))
    pst_estimate_note(out, &out->items[row],
                      "values depend on those before, or the change makes it seem so (r1 %.2f): p "
                      "takes them as independent",
                      r1);
}
