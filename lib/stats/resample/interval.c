/* interval.c -- a bootstrap interval in the place of the one that a formula gives. */
#include "stats/resample/interval.h"

#include <math.h>

/* --- pairs ------------------------------------------------------------------------------------- */

struct pairs {
  pst_pair_kernel *kernel;
  const struct pst_sample *sample;
  struct pst_test test;
};

static double *draw_column(const double *from, const double *numbers, size_t n,
                           struct pst_arena *arena)
{
  double *to = pst_arena_array(arena, n + 1, sizeof *to);

  for (size_t i = 0; i < n && to != NULL; i++)
    to[i] = from[(size_t)numbers[i]];
  return to;
}

/* The sample of the pairs whose NUMBERS were drawn; false when memory is out. */
static bool draw_sample(const struct pairs *pairs, const double *numbers, size_t n,
                        struct pst_sample *drawn, struct pst_beside *beside,
                        struct pst_arena *arena)
{
  const struct pst_beside *from = pairs->sample->beside;
  const double **controls;

  *drawn = (struct pst_sample){.n = n,
                               .x = draw_column(pairs->sample->x, numbers, n, arena),
                               .y = draw_column(pairs->sample->y, numbers, n, arena)};
  if (from == NULL)
    return drawn->x != NULL && drawn->y != NULL;
  *beside = *from;
  controls = pst_arena_array(arena, from->n_controls + 1, sizeof *controls);
  for (size_t j = 0; j < from->n_controls && controls != NULL; j++)
    if ((controls[j] = draw_column(from->controls[j], numbers, n, arena)) == NULL)
      return false;
  beside->controls = controls;
  if (from->weight != NULL)
    beside->weight = draw_column(from->weight, numbers, n, arena);
  drawn->beside = beside;
  return controls != NULL && drawn->x != NULL && drawn->y != NULL
         && (from->weight == NULL || beside->weight != NULL);
}

/* VALUES are numbers of pairs. */
static double statistic_of_pairs(const void *context, double *values, const size_t *sizes, size_t k)
{
  const struct pairs *pairs = context;
  struct pst_arena arena = PST_ARENA_EMPTY, kept = PST_ARENA_EMPTY;
  struct pst_estimates rows = {.arena = &kept};
  struct pst_sample drawn;
  struct pst_beside beside;
  double estimate = (double)NAN;

  (void)k;
  if (draw_sample(pairs, values, sizes[0], &drawn, &beside, &arena)
      && pairs->kernel(&drawn, &pairs->test, &rows, &arena, NULL) == PST_OK)
    estimate = rows.items[0].estimate;
  pst_estimates_free(&rows);
  pst_arena_free(&arena);
  pst_arena_free(&kept);
  return estimate;
}

/* --- the interval ------------------------------------------------------------------------------ */

static enum pst_status set_interval(const struct pst_interval_ask *ask,
                                    const struct pst_bootstrap *bootstrap,
                                    struct pst_estimates *out, size_t at, struct pst_arena *scratch,
                                    struct pst_error *error)
{
  struct pst_estimate *row = &out->items[at];
  struct pst_bootstrap_result result = {.count = 0};
  struct pst_error reason = {.status = PST_OK};
  enum pst_status status = pst_bootstrap_run(bootstrap, &result, scratch, &reason);
  bool bca = ask->kind == PST_INTERVAL_BCA;

  row->conf_low = row->conf_high = (double)NAN;
  if (status == PST_UNDEFINED) {
    pst_estimate_note(out, row, "no bootstrap interval: %s", reason.message);
    return PST_OK;
  }
  if (status != PST_OK)
    return pst_fail(error, status, "%s", reason.message);
  row->conf_low = bca ? result.bca_low : result.percentile_low;
  row->conf_high = bca ? result.bca_high : result.percentile_high;
  pst_estimate_note(out, row, "interval: bootstrap, %s, %zu replicates, seed %lu",
                    bca ? "BCa" : "percentile", result.count, bootstrap->seed);
  if (isnan(row->conf_low))
    pst_estimate_note(out, row, "none: the replicates say nothing of bias or skewness");
  return PST_OK;
}

static struct pst_bootstrap prepare(const struct pst_interval_ask *ask, const struct pst_test *test,
                                    const double *values, const size_t *n)
{
  return (struct pst_bootstrap){.samples = {.k = 1, .sizes = n, .values = values},
                                .replicates = ask->replicates,
                                .seed = test->seed > 0 ? test->seed : PST_SEED,
                                .threads = test->threads,
                                .level = pst_conf_level(test)};
}

enum pst_status pst_interval_of_pairs(const struct pst_interval_ask *ask, pst_pair_kernel *kernel,
                                      const struct pst_sample *sample, const struct pst_test *test,
                                      struct pst_estimates *out, size_t row,
                                      struct pst_arena *scratch, struct pst_error *error)
{
  struct pairs pairs = {.kernel = kernel, .sample = sample, .test = *test};
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  double *numbers = pst_arena_array(scratch, sample->n + 1, sizeof *numbers);
  struct pst_bootstrap bootstrap = prepare(ask, test, numbers, &sample->n);
  enum pst_status status;

  if (numbers == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < sample->n; i++)
    numbers[i] = (double)i;
  pairs.test.p_kind = PST_P_ASYMPTOTIC; /* of the replicates no p is wanted: the cheapest */
  bootstrap.statistic = statistic_of_pairs;
  bootstrap.context = &pairs;
  status = set_interval(ask, &bootstrap, out, row, scratch, error);
  pst_arena_release(scratch, mark);
  return status;
}

enum pst_status pst_interval_of_values(const struct pst_interval_ask *ask,
                                       pst_bootstrap_statistic *statistic, const double *x,
                                       size_t n, const struct pst_test *test,
                                       struct pst_estimates *out, size_t row,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_bootstrap bootstrap = prepare(ask, test, x, &n);
  enum pst_status status;

  bootstrap.statistic = statistic;
  status = set_interval(ask, &bootstrap, out, row, scratch, error);
  pst_arena_release(scratch, mark);
  return status;
}
