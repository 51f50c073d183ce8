/* records.c -- the fits of all units as records. */
#include "regress/records.h"

#include <stdint.h>
#include <string.h>

#include "job/emit.h"
#include "job/leeway.h"
#include "method/family.h"
#include "regress/lines.h"
#include "regress/regress_leeway.h"
#include "report/estimates.h"

static enum pst_status make_lines(struct pst_job *job, const struct pst_regress_result *result,
                                  struct pst_regress_lines *lines, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t u = 0; u < result->n && status == PST_OK; u++) {
    const struct pst_regress_unit *unit = &result->units[u];

    lines[u].list.arena = &job->arena;
    status = pst_regress_lines_make(job, unit, &lines[u], error);
    if (status == PST_OK && pst_job_has_leeway(job))
      status = pst_regress_leeway(job, result->groups, unit, &lines[u], error);
  }
  return status;
}

static enum pst_status adjust(struct pst_job *job, const struct pst_regress_result *result,
                              struct pst_regress_lines *lines, struct pst_error *error)
{
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
                            const struct pst_regress_lines *lines, struct pst_error *error)
{
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

enum pst_status pst_regress_records(struct pst_job *job, const struct pst_regress_result *result,
                                    struct pst_error *error)
{
  struct pst_regress_lines *lines = pst_arena_array(&job->arena, result->n + 1, sizeof *lines);
  enum pst_status status =
      lines == NULL ? pst_fail_memory(error) : make_lines(job, result, lines, error);

  if (status == PST_OK)
    status = adjust(job, result, lines, error);
  if (status == PST_OK)
    status = emit(job, result, lines, error);
  for (size_t u = 0; lines != NULL && u < result->n; u++)
    pst_estimates_free(&lines[u].list);
  return status == PST_OK ? pst_regress_nothing(job, result, error) : status;
}
