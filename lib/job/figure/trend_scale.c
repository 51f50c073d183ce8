/* trend_scale.c -- the methods of a figure, made in the scale of its axes. */
#include "job/figure/trend_scale.h"

#include <math.h>
#include <string.h>

#include "job/emit.h"

bool pst_trend_log_x(const struct pst_job *job)
{
  return (job->options.log_axes & 1) != 0;
}

bool pst_trend_log_y(const struct pst_job *job)
{
  return (job->options.log_axes & 2) != 0;
}

static bool has_log(const struct pst_job *job, const struct pst_sample *sample, size_t i)
{
  return (!pst_trend_log_x(job) || sample->x[i] > 0) && (!pst_trend_log_y(job) || sample->y[i] > 0);
}

/* What stands beside the rows stays with them as long as none is left out. */
static enum pst_status take_logs(struct pst_job *job, struct pst_sample *sample,
                                 struct pst_error *error)
{
  double *x = pst_arena_array(&job->arena, sample->n + 1, sizeof *x);
  double *y = pst_arena_array(&job->arena, sample->n + 1, sizeof *y);
  size_t n = 0;

  if (x == NULL || y == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < sample->n; i++) {
    if (!has_log(job, sample, i))
      continue;
    x[n] = pst_trend_log_x(job) ? log(sample->x[i]) : sample->x[i];
    y[n++] = pst_trend_log_y(job) ? log(sample->y[i]) : sample->y[i];
  }
  *sample =
      (struct pst_sample){.n = n, .x = x, .y = y, .beside = n == sample->n ? sample->beside : NULL};
  return PST_OK;
}

enum pst_status pst_trend_scale_sample(struct pst_job *job, const struct pst_pairs *pairs, size_t u,
                                       const struct pst_method *method, struct pst_sample *sample,
                                       bool *made, struct pst_error *error)
{
  enum pst_status status =
      method->takes_bounds
          ? pst_pairs_sample_bounded(job, pairs, u, &job->arena, sample, NULL, error)
          : pst_pairs_sample(job, pairs, u, &job->arena, sample, NULL, error);

  *made = true;
  if (status != PST_OK || job->options.log_axes == 0)
    return status;
  *made = !method->takes_bounds;
  if (*made)
    status = take_logs(job, sample, error);
  if (method->needs != 0 && sample->beside == NULL)
    *made = false;
  return status;
}

/* The rows of METHOD as they were computed: order is the same on any axis. */
static enum pst_status keep_rows(const struct pst_pair_unit *unit, const struct pst_method *method,
                                 struct pst_estimates *to, struct pst_error *error)
{
  const char *record = pst_method_record(method);

  for (size_t i = 0; method->tests_trend && i < unit->estimates.count; i++) {
    const struct pst_estimate *row = &unit->estimates.items[i];
    struct pst_estimate *copy;

    if (strcmp(row->method, record) != 0)
      continue;
    copy = pst_estimates_add(to, row->method, row->term, row->n);
    if (copy == NULL)
      return pst_fail_memory(error);
    *copy = *row;
  }
  return PST_OK;
}

static enum pst_status run_unit(struct pst_job *job, const struct pst_pairs *pairs, size_t u,
                                struct pst_estimates *to, struct pst_error *error)
{
  const struct pst_test test = pst_job_test(job);
  enum pst_status status = PST_OK;

  for (size_t m = 0; m < job->n_methods && status == PST_OK; m++) {
    struct pst_sample sample;
    bool made;

    status = pst_trend_scale_sample(job, pairs, u, job->methods[m], &sample, &made, error);
    if (status == PST_OK)
      status = made ? pst_method_run(job->methods[m], &sample, &test, to, &job->arena, error)
                    : keep_rows(&pairs->units[u], job->methods[m], to, error);
  }
  return status;
}

enum pst_status pst_trend_scale_begin(struct pst_job *job, const struct pst_pairs *pairs,
                                      struct pst_pairs *scaled, struct pst_error *error)
{
  struct pst_pair_unit *units;
  enum pst_status status = PST_OK;

  *scaled = *pairs;
  if (job->options.log_axes == 0)
    return PST_OK;
  units = pst_arena_array(&job->arena, pairs->n_units + 1, sizeof *units);
  if (units == NULL)
    return pst_fail_memory(error);
  scaled->units = units;
  for (size_t u = 0; u < pairs->n_units; u++) {
    units[u] = pairs->units[u];
    units[u].estimates = (struct pst_estimates){.arena = &pairs->arenas[0]};
  }
  for (size_t u = 0; u < pairs->n_units && status == PST_OK; u++)
    status = run_unit(job, pairs, u, &units[u].estimates, error);
  return status;
}

void pst_trend_scale_end(const struct pst_pairs *pairs, struct pst_pairs *scaled)
{
  for (size_t u = 0; scaled->units != pairs->units && u < pairs->n_units; u++)
    pst_estimates_free(&scaled->units[u].estimates);
  scaled->units = pairs->units;
}
