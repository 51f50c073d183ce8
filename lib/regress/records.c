/* records.c -- the fits of all units as records. */
#include "regress/records.h"

#include <stdint.h>
#include <string.h>

#include "job/emit.h"
#include "job/leeway.h"
#include "job/ranks.h"
#include "method/family.h"
#include "regress/lines.h"
#include "regress/regress_leeway.h"
#include "report/estimates.h"

static bool make_room(struct pst_job *job, struct pst_regress_result *result)
{
  result->lines = pst_arena_array(&job->arena, result->n + 1, sizeof *result->lines);
  for (size_t u = 0; u < result->n && result->lines != NULL; u++)
    result->lines[u].list.arena = &job->arena;
  return result->lines != NULL;
}

static enum pst_status make_lines(struct pst_job *job, struct pst_regress_result *result,
                                  struct pst_error *error)
{
  enum pst_status status = PST_OK;

  if (!make_room(job, result))
    return pst_fail_memory(error);
  for (size_t u = 0; u < result->n && status == PST_OK; u++) {
    const struct pst_regress_unit *unit = &result->units[u];

    status = pst_regress_lines_make(job, unit, &result->lines[u], error);
    if (status == PST_OK && pst_job_has_leeway(job))
      status = pst_regress_leeway(job, result->groups, unit, &result->lines[u], error);
  }
  return status;
}

/* --- of several ranks ----------------------------------------------------------------------------- */

struct shared {
  struct pst_job *job;
  struct pst_regress_result *result;
};

static bool put(void *context, size_t u, struct pst_buffer *out)
{
  const struct pst_regress_result *result = ((const struct shared *)context)->result;
  const struct pst_regress_lines *lines = &result->lines[u];

  pst_owned_put_text(out, result->units[u].why_not);
  pst_owned_put_records(out, lines->list.items, lines->list.count);
  for (size_t i = 0; i < lines->list.count; i++)
    pst_owned_put_text(out, lines->against[i]);
  return true;
}

static bool make(void *context, size_t n_groups)
{
  struct shared *shared = context;
  struct pst_regress_result *result = shared->result;
  const struct pst_regress_settings *s = shared->job->settings;

  pst_regress_result_free(result);
  result->n = n_groups * s->y.count;
  result->units = pst_arena_array(&shared->job->arena, result->n + 1, sizeof *result->units);
  return make_room(shared->job, result) && result->units != NULL;
}

static bool take(void *context, size_t u, struct pst_owned_in *in)
{
  const struct shared *shared = context;
  const struct pst_regress_settings *s = shared->job->settings;
  struct pst_regress_lines *lines = &shared->result->lines[u];
  struct pst_regress_unit *unit = &shared->result->units[u];
  bool good = pst_owned_take_text(in, &unit->why_not);

  unit->group = u / s->y.count;
  unit->variable = u % s->y.count;
  good = good && pst_owned_take_records(in, &lines->list);
  lines->against =
      pst_arena_array(&shared->job->arena, lines->list.count + 1, sizeof *lines->against);
  good = good && lines->against != NULL;
  for (size_t i = 0; i < lines->list.count && good; i++)
    good = pst_owned_take_text(in, &lines->against[i]);
  return good;
}

enum pst_status pst_regress_share(struct pst_job *job, struct pst_regress_result *result,
                                  enum pst_status status, struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  struct shared shared = {.job = job, .result = result};
  struct pst_owned_work work = {.groups = result->groups,
                                .each = s->y.count,
                                .counts = result->counts,
                                .n_counts = PST_REGRESS_COUNTS,
                                .failed = result->failed,
                                .context = &shared,
                                .put = put,
                                .make = make,
                                .take = take};

  if (job->owned.stage == PST_OWNED_NOT)
    return status;
  if (status == PST_OK)
    status = make_lines(job, result, error);
  status = pst_owned_gather(job, &work, status, error);
  result->texts = work.texts;
  /* Rows without a group went nowhere. */
  result->counts[PST_REGRESS_MISSING] += job->owned.n_left_out;
  return status;
}

void pst_regress_result_free(struct pst_regress_result *result)
{
  for (size_t u = 0; result->lines != NULL && u < result->n; u++)
    pst_estimates_free(&result->lines[u].list);
  pst_dictionary_free(&result->texts);
  result->lines = NULL;
}

/* --- the result ------------------------------------------------------------------------------------ */

static enum pst_status adjust(struct pst_job *job, const struct pst_regress_result *result,
                              struct pst_error *error)
{
  struct pst_regress_lines *lines = result->lines;
  struct pst_estimate **rows;
  size_t n = 0;

  if (job->options.adjust == PST_ADJUST_NONE)
    return PST_OK;
  for (size_t u = 0; u < result->n; u++)
    n += lines[u].list.count;
  rows = pst_arena_array(&job->arena, n + 1, sizeof *rows);
  if (rows == NULL)
    return pst_fail_memory(error);
  n = 0;
  for (size_t u = 0; u < result->n; u++)
    for (size_t i = 0; i < lines[u].list.count; i++)
      if (strcmp(lines[u].list.items[i].term, "coefficient") == 0)
        rows[n++] = &lines[u].list.items[i];
  return pst_families_adjust(rows, n, job->options.adjust, &job->arena, error);
}

static enum pst_status emit(struct pst_job *job, const struct pst_regress_result *result,
                            struct pst_error *error)
{
  const struct pst_regress_lines *lines = result->lines;
  const struct pst_regress_settings *s = job->settings;
  struct pst_estimate_grid grid = {.n_groups = 0};
  enum pst_status status =
      pst_estimate_grid_begin(&grid, result->names, result->groups->n_keys,
                              pst_job_has_leeway(job) ? PST_WITH_LEEWAY : 0, error);

  grid.grid.conf_level = job->options.conf_level;
  for (size_t u = 0; u < result->n; u++)
    for (size_t i = 0; i < lines[u].list.count && status == PST_OK; i++) {
      const struct pst_regress_unit *unit = &result->units[u];
      const struct pst_subject subject = {
          .groups = result->groups->keys + unit->group * result->groups->n_keys,
          .variable = pst_job_column(job, s->y.roles[unit->variable])->name,
          .against = lines[u].against[i]};

      status = pst_estimate_grid_add(&grid, &subject, &lines[u].list.items[i], 1, error);
    }
  if (status == PST_OK)
    status = pst_job_emit(job, &grid.grid, error);
  pst_estimate_grid_free(&grid);
  return status;
}

enum pst_status pst_regress_nothing(const struct pst_job *job,
                                    const struct pst_regress_result *result,
                                    struct pst_error *error)
{
  for (size_t u = 0; u < result->n; u++)
    if (result->units[u].why_not == NULL)
      return PST_OK;
  return pst_fail(error, PST_UNDEFINED, "nothing can be computed: %s",
                  result->n > 0          ? result->units[0].why_not
                  : job->count.where > 0 ? "--where leaves no rows"
                                         : "there are no rows");
}

enum pst_status pst_regress_records(struct pst_job *job, struct pst_regress_result *result,
                                    struct pst_error *error)
{
  enum pst_status status = result->lines != NULL ? PST_OK : make_lines(job, result, error);

  if (status == PST_OK)
    status = adjust(job, result, error);
  if (status == PST_OK)
    status = emit(job, result, error);
  return status == PST_OK ? pst_regress_nothing(job, result, error) : status;
}
