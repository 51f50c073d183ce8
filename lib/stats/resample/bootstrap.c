/* bootstrap.c -- bootstrap intervals of any statistic of one or more samples. */
#include "stats/resample/bootstrap.h"

#include <math.h>
#include <string.h>

#include "base/parallel.h"
#include "stats/description/moments.h"
#include "stats/description/quantile.h"
#include "stats/random/draw.h"
#include "stats/sort.h"
#include "stats/sum.h"
#include "stats/tails.h"

static const size_t MOST = 100000000;

struct work {
  const struct pst_bootstrap *bootstrap;
  size_t n;
  size_t count;
  unsigned long seed;
  double *spare;      /* n a thread */
  double *replicates; /* count */
};

static double statistic_of(const struct pst_bootstrap *b, double *values)
{
  return b->statistic(b->context, values, b->samples.sizes, b->samples.k);
}

static void replicate(void *context, size_t item, size_t thread)
{
  struct work *work = context;
  const struct pst_group_samples *samples = &work->bootstrap->samples;
  const double *from = samples->values;
  double *drawn = work->spare + thread * work->n;
  size_t k = 0;

  for (size_t i = 0; i < samples->k; from += samples->sizes[i++])
    for (size_t j = 0; j < samples->sizes[i]; j++, k++) {
      double u = pst_draw(work->seed, item + 1, k + 1);

      drawn[k] = from[(size_t)((double)samples->sizes[i] * u)];
    }
  work->replicates[item] = statistic_of(work->bootstrap, drawn);
}

/* Sums over the jackknife of all samples; Efron & Tibshirani's d, scaled by the size of the sample. */
struct skew {
  double cubes;
  double squares;
};

static void add_skew(const double *values, size_t count, struct skew *skew)
{
  const double n = (double)count;
  struct pst_sum mean = pst_mean_of(values, count);

  for (size_t j = 0; j < count; j++) {
    double d = -pst_from_mean(values[j], &mean) * (n - 1) / n;

    skew->cubes += d * d * d;
    skew->squares += d * d;
  }
}

/* The acceleration, from the statistic without each value in turn. */
static enum pst_status jackknife(const struct work *work, double *a, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  const struct pst_group_samples *samples = &work->bootstrap->samples;
  size_t *sizes = pst_arena_array(scratch, samples->k, sizeof *sizes);
  double *without = pst_arena_array(scratch, 2 * work->n, sizeof *without);
  double *values; /* of the statistic */
  struct skew skew = {0, 0};
  size_t at = 0;

  if (sizes == NULL || without == NULL)
    return pst_fail_memory(error);
  values = without + work->n;
  memcpy(sizes, samples->sizes, samples->k * sizeof *sizes);
  for (size_t i = 0; i < samples->k; i++) {
    sizes[i]--;
    for (size_t j = 0; j < samples->sizes[i]; j++, at++) {
      memcpy(without, samples->values, at * sizeof *without);
      memcpy(without + at, samples->values + at + 1, (work->n - at - 1) * sizeof *without);
      values[at] = work->bootstrap->statistic(work->bootstrap->context, without, sizes, samples->k);
    }
    sizes[i]++;
    add_skew(values + at - sizes[i], sizes[i], &skew);
  }
  *a = skew.squares > 0 ? skew.cubes / (6 * skew.squares * sqrt(skew.squares)) : (double)NAN;
  return PST_OK;
}

/* The normal quantile of the share of the replicates below the estimate; NaN at 0 and 1. */
static double bias(const struct work *work, double estimate)
{
  double below = 0;
  double share;

  for (size_t r = 0; r < work->count; r++) {
    double d = work->replicates[r] - estimate;

    if (fabs(d) <= 1e-12 * fmax(fabs(estimate), fabs(work->replicates[r])))
      below += 0.5;
    else
      below += d < 0;
  }
  share = below / (double)work->count;
  return share > 0 && share < 1 ? -pst_normal_quantile(share) : (double)NAN;
}

static double alpha_at(double z0, double a, double z)
{
  return pst_normal_upper(-(z0 + (z0 + z) / (1 - a * (z0 + z))));
}

static void set_intervals(const double *sorted, size_t count, double level,
                          struct pst_bootstrap_result *r)
{
  const double tail = (1 - level) / 2;
  const double z = pst_normal_quantile(tail);

  r->percentile_low = pst_quantile(sorted, count, tail, 7);
  r->percentile_high = pst_quantile(sorted, count, 1 - tail, 7);
  if (isnan(r->a))
    r->z0 = (double)NAN;
  r->alpha_low = alpha_at(r->z0, r->a, -z);
  r->alpha_high = alpha_at(r->z0, r->a, z);
  r->bca_low = pst_quantile(sorted, count, r->alpha_low, 7);
  r->bca_high = pst_quantile(sorted, count, r->alpha_high, 7);
}

static enum pst_status check(const struct pst_bootstrap *b, struct work *work,
                             struct pst_error *error)
{
  work->n = pst_groups_total(&b->samples);
  if (work->count > MOST)
    return pst_fail(error, PST_USAGE, "more than %zu replicates", MOST);
  for (size_t i = 0; i < b->samples.k; i++)
    if (b->samples.sizes[i] < 2)
      return pst_fail(error, PST_UNDEFINED, "fewer than 2 values");
  for (size_t i = 0; i < work->n; i++)
    if (!isfinite(b->samples.values[i]))
      return pst_fail(error, PST_UNDEFINED, "a value is not finite");
  return PST_OK;
}

static enum pst_status draw_all(struct work *work, struct pst_bootstrap_result *r,
                                struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_bootstrap *b = work->bootstrap;
  const size_t threads = pst_parallel_threads(b->threads > 0 ? b->threads : 1, work->count);

  work->spare = pst_arena_array(scratch, threads, work->n * sizeof *work->spare);
  work->replicates = pst_arena_array(scratch, work->count, sizeof *work->replicates);
  if (work->spare == NULL || work->replicates == NULL)
    return pst_fail_memory(error);
  memcpy(work->spare, b->samples.values, work->n * sizeof *work->spare);
  r->estimate = statistic_of(b, work->spare);
  pst_parallel(work->count, threads, replicate, work);
  for (size_t i = 0; i < work->count; i++)
    if (!isfinite(work->replicates[i]) || !isfinite(r->estimate))
      return pst_fail(error, PST_UNDEFINED, "the statistic is not finite for a sample drawn");
  return PST_OK;
}

enum pst_status pst_bootstrap_run(const struct pst_bootstrap *bootstrap,
                                  struct pst_bootstrap_result *result, struct pst_arena *scratch,
                                  struct pst_error *error)
{
  struct work work = {.bootstrap = bootstrap,
                      .count = bootstrap->replicates > 0 ? bootstrap->replicates : PST_PERMUTATIONS,
                      .seed = bootstrap->seed > 0 ? bootstrap->seed : PST_SEED};
  struct pst_moments moments;
  double *sorted;
  enum pst_status status = check(bootstrap, &work, error);

  if (status == PST_OK)
    status = draw_all(&work, result, scratch, error);
  if (status == PST_OK)
    status = jackknife(&work, &result->a, scratch, error);
  if (status != PST_OK)
    return status;
  sorted = pst_arena_array(scratch, 2 * work.count, sizeof *sorted);
  if (sorted == NULL)
    return pst_fail_memory(error);
  memcpy(sorted, work.replicates, work.count * sizeof *sorted);
  pst_sort(sorted, sorted + work.count, work.count);
  pst_moments_of(work.replicates, work.count, &moments);
  result->std_error = sqrt(moments.squares / ((double)work.count - 1)) / moments.scale;
  result->z0 = bias(&work, result->estimate);
  result->count = work.count;
  result->replicates = work.replicates;
  set_intervals(sorted, work.count, bootstrap->level > 0 ? bootstrap->level : 0.95, result);
  return PST_OK;
}

static enum pst_status add_row(const struct pst_bootstrap_result *r, const char *method,
                               const char *term, size_t n, unsigned long seed,
                               struct pst_estimates *out, struct pst_error *error)
{
  const bool bca = strcmp(method, "bootstrap-bca") == 0;
  struct pst_estimate *row = pst_estimates_add(out, method, term, n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = r->estimate;
  row->std_error = r->std_error;
  row->conf_low = bca ? r->bca_low : r->percentile_low;
  row->conf_high = bca ? r->bca_high : r->percentile_high;
  pst_estimate_note(out, row, "%zu replicates, seed %lu", r->count, seed);
  if (isnan(row->conf_low))
    pst_estimate_note(out, row, "no interval: the replicates say nothing of bias or skewness");
  return PST_OK;
}

enum pst_status pst_bootstrap(const struct pst_bootstrap *bootstrap, const char *term,
                              struct pst_estimates *out, struct pst_arena *scratch,
                              struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  const size_t n = pst_groups_total(&bootstrap->samples);
  const unsigned long seed = bootstrap->seed > 0 ? bootstrap->seed : PST_SEED;
  struct pst_bootstrap_result r = {.count = 0};
  enum pst_status status = pst_bootstrap_run(bootstrap, &r, scratch, error);

  if (status == PST_OK)
    status = add_row(&r, "bootstrap-bca", term, n, seed, out, error);
  if (status == PST_OK)
    status = add_row(&r, "bootstrap-percentile", term, n, seed, out, error);
  pst_arena_release(scratch, mark);
  return status;
}
