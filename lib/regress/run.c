/* run.c -- polstat-regress from its settings to its result. */
#include "regress/run.h"

#include <stdint.h>

#include "job/emit.h"
#include "job/figure/apart.h"
#include "regress/records.h"
#include "regress/regress_figure.h"

/* --- what became of each row -------------------------------------------------------------------- */

static bool bounded(const struct pst_job *job, const struct pst_roles *roles, size_t row)
{
  for (size_t i = 0; i < roles->count; i++)
    if (pst_job_column(job, roles->roles[i])->type == PST_COLUMN_NUMBER
        && pst_column_bounded(pst_job_column(job, roles->roles[i]), row))
      return true;
  return false;
}

static enum pst_status count_rows(struct pst_job *job, struct pst_regress_result *result,
                                  struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  bool *used = pst_arena_array(&job->arena, job->table.n_rows + 1, sizeof *used);
  size_t *counts = result->counts;

  if (used == NULL)
    return pst_fail_memory(error);
  for (size_t u = 0; u < result->n; u++) {
    const struct pst_regress_unit *unit = &result->units[u];

    for (size_t i = 0; i < unit->sample.n; i++)
      used[unit->sample.rows[i]] = true;
    counts[PST_REGRESS_ZERO] += unit->sample.n_zero;
    counts[PST_REGRESS_SINGLE] += unit->design.n_single;
  }
  for (size_t r = 0; r < job->table.n_rows; r++)
    counts[used[r]                                            ? PST_REGRESS_USED
           : bounded(job, &s->x, r) || bounded(job, &s->y, r) ? PST_REGRESS_BOUNDED
                                                              : PST_REGRESS_MISSING]++;
  return PST_OK;
}

static void say_counts(struct pst_job *job, const struct pst_regress_result *result)
{
  const size_t zero = result->counts[PST_REGRESS_ZERO], single = result->counts[PST_REGRESS_SINGLE];

  job->count.used = result->counts[PST_REGRESS_USED];
  job->count.bounded = result->counts[PST_REGRESS_BOUNDED];
  job->count.missing = result->counts[PST_REGRESS_MISSING];
  if (zero > 0)
    pst_job_say(job, "%zu %s of weight 0 not used", zero, zero == 1 ? "row" : "rows");
  if (single > 0)
    pst_job_say(job, "%zu %s of --within with one row: nothing is learned from %s", single,
                single == 1 ? "group" : "groups", single == 1 ? "it" : "them");
  job->count.series = result->n;
  job->count.series_name = result->n == 1 ? "regression" : "regressions";
}

/* --- run ---------------------------------------------------------------------------------------- */

static enum pst_status fit_all(struct pst_job *job, struct pst_regress_result *result,
                               struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  enum pst_status status = PST_OK;

  result->n = result->groups->n_groups * s->y.count;
  result->units = pst_arena_array(&job->arena, result->n + 1, sizeof *result->units);
  if (result->units == NULL)
    return pst_fail_memory(error);
  for (size_t u = 0; u < result->n && status == PST_OK; u++) {
    result->units[u].group = u / s->y.count;
    result->units[u].variable = u % s->y.count;
    result->failed = u;
    status = pst_regress_unit_fit(job, result->groups, &result->units[u], error);
  }
  return status == PST_OK ? count_rows(job, result, error) : status;
}

static enum pst_status report(struct pst_job *job, struct pst_regress_result *result,
                              struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;

  if (s->diagnostics)
    return pst_regress_rows_table(job, result, error);
  if (s->predict != NULL)
    return pst_regress_predictions(job, result, error);
  return pst_regress_records(job, result, error);
}

/* The fits of the marked groups. */
static enum pst_status draw(struct pst_job *job, const bool *marked, void *context,
                            struct pst_error *error)
{
  struct pst_regress_result some = *(const struct pst_regress_result *)context;
  struct pst_regress_unit *units = pst_arena_array(&job->arena, some.n + 1, sizeof *units);
  size_t n = 0;

  if (marked == NULL)
    return pst_regress_figure(job, context, error);
  if (units == NULL)
    return pst_fail_memory(error);
  for (size_t u = 0; u < some.n; u++)
    if (marked[some.units[u].group])
      units[n++] = some.units[u];
  some.units = units;
  some.n = n;
  return pst_regress_figure(job, &some, error);
}

static enum pst_status compute(struct pst_job *job, struct pst_regress_result *result,
                               struct pst_error *error)
{
  enum pst_status status = pst_regress_share(job, result, fit_all(job, result, error), error);

  if (status != PST_OK || job->comm.rank > 0)
    return status;
  say_counts(job, result);
  if (pst_job_wants_figure(job) && pst_regress_nothing(job, result, NULL) == PST_OK)
    status = pst_figures_apart(job, result->groups, result->names, draw, result, error);
  return status == PST_OK ? report(job, result, error) : status;
}

enum pst_status pst_regress_run(struct pst_job *job, struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  struct pst_groups groups;
  const char **names;
  enum pst_status status = pst_job_group(job, &s->by, &groups, &names, error);
  struct pst_regress_result result = {.groups = &groups, .names = names};

  if (status != PST_OK)
    return status;
  status = compute(job, &result, error);
  pst_regress_result_free(&result);
  pst_groups_free(&groups);
  return status;
}
