/* records.c -- the estimates of all units as records: groups, levels, what they are set against. */
#include "compare/records.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "job/emit.h"
#include "job/leeway.h"
#include "job/ranks.h"
#include "method/family.h"
#include "report/estimates.h"

enum { LEVELS_MOST = 2 };

/* --- of several ranks ------------------------------------------------------------------------------ */

struct shared {
  struct pst_job *job;
  struct pst_compare_units *units;
};

static bool put(void *context, size_t u, struct pst_buffer *out)
{
  const struct pst_compare_unit *unit = &((const struct shared *)context)->units->units[u];

  pst_owned_put_records(out, unit->estimates.items, unit->estimates.count);
  for (size_t i = 0; i < unit->estimates.count; i++) {
    pst_owned_put_text(out, unit->subjects[i].level);
    pst_owned_put_text(out, unit->subjects[i].column);
    pst_owned_put_text(out, unit->subjects[i].against);
  }
  return true;
}

static bool make(void *context, size_t n_groups)
{
  struct pst_compare_units *units = ((struct shared *)context)->units;
  const size_t n_variables = units->n_variables;

  pst_compare_units_free(units);
  units->n_variables = n_variables;
  units->count = n_groups * n_variables;
  units->units = calloc(units->count + 1, sizeof *units->units);
  return units->units != NULL;
}

static bool take(void *context, size_t u, struct pst_owned_in *in)
{
  const struct shared *shared = context;
  struct pst_compare_unit *unit = &shared->units->units[u];
  bool good;

  unit->group = u / shared->units->n_variables;
  unit->variable = u % shared->units->n_variables;
  unit->estimates.arena = &shared->job->arena;
  good = pst_owned_take_records(in, &unit->estimates)
         && PST_ARRAY_ROOM(unit->subjects, unit->subjects_capacity, unit->estimates.count + 1);
  for (size_t i = 0; i < unit->estimates.count && good; i++)
    good = pst_owned_take_text(in, &unit->subjects[i].level)
           && pst_owned_take_text(in, &unit->subjects[i].column)
           && pst_owned_take_text(in, &unit->subjects[i].against);
  return good;
}

enum pst_status pst_compare_share(struct pst_job *job, struct pst_groups *groups,
                                  struct pst_compare_units *units,
                                  size_t counts[PST_COMPARE_COUNTS], enum pst_status status,
                                  struct pst_error *error)
{
  struct shared shared = {.job = job, .units = units};
  struct pst_owned_work work = {.groups = groups,
                                .each = units->n_variables,
                                .counts = counts,
                                .n_counts = PST_COMPARE_COUNTS,
                                .failed = units->failed,
                                .context = &shared,
                                .put = put,
                                .make = make,
                                .take = take};

  if (job->owned.stage == PST_OWNED_NOT)
    return status;
  status = pst_owned_gather(job, &work, status, error);
  units->texts = work.texts;
  return status;
}

/* --- the result ------------------------------------------------------------------------------------ */

/* The columns of levels: --between; --category; -x and -y of a table. */
static size_t level_columns(const struct pst_job *job, const char *names[LEVELS_MOST])
{
  const struct pst_compare_settings *s = job->settings;

  if (s->between_role != SIZE_MAX)
    names[0] = pst_job_column(job, s->between_role)->name;
  else if (s->category_role != SIZE_MAX)
    names[0] = pst_job_column(job, s->category_role)->name;
  else if (s->rows_order.names != NULL) {
    names[0] = pst_job_column(job, s->x.roles[0])->name;
    names[1] = s->y.count == 1 ? pst_job_column(job, s->y.roles[0])->name : "category";
    return 2;
  } else
    return 0;
  return 1;
}

static const char *variable_of(const struct pst_job *job, size_t v)
{
  const struct pst_compare_settings *s = job->settings;

  return pst_job_column(job, s->y.count > 0 ? s->y.roles[v] : s->count_role)->name;
}

/* How many rows have a p-value in the largest family: same method and term. */
static size_t comparisons(struct pst_estimate *const *rows, size_t n)
{
  enum { FAMILIES_MOST = 64 };
  struct {
    const struct pst_estimate *first;
    size_t count;
  } families[FAMILIES_MOST];
  size_t n_families = 0, most = 0;

  for (size_t i = 0; i < n; i++) {
    size_t f = 0;

    if (isnan(rows[i]->p_value))
      continue;
    while (f < n_families
           && (strcmp(families[f].first->method, rows[i]->method) != 0
               || strcmp(families[f].first->term, rows[i]->term) != 0))
      f++;
    if (f == n_families && n_families < FAMILIES_MOST) {
      families[n_families].first = rows[i];
      families[n_families++].count = 0;
    }
    if (f < n_families && ++families[f].count > most)
      most = families[f].count;
  }
  return most;
}

enum pst_status pst_compare_adjust(struct pst_job *job, const struct pst_compare_units *units,
                                   struct pst_error *error)
{
  struct pst_estimate **rows;
  size_t n = 0, most;

  for (size_t u = 0; u < units->count; u++)
    n += units->units[u].estimates.count;
  rows = pst_arena_array(&job->arena, n + 1, sizeof *rows);
  if (rows == NULL)
    return pst_fail_memory(error);
  n = 0;
  for (size_t u = 0; u < units->count; u++)
    for (size_t i = 0; i < units->units[u].estimates.count; i++)
      rows[n++] = &units->units[u].estimates.items[i];
  most = comparisons(rows, n);
  if (job->options.adjust != PST_ADJUST_NONE)
    return pst_families_adjust(rows, n, job->options.adjust, &job->arena, error);
  if (most > 1 && !job->options.given.adjust)
    pst_job_say(job, "%zu comparisons with a p-value each, none adjusted; --adjust holm does",
                most);
  return PST_OK;
}

static enum pst_status all_undefined(const struct pst_job *job,
                                     const struct pst_compare_units *units, struct pst_error *error)
{
  const char *reason = NULL;

  for (size_t u = 0; u < units->count; u++)
    for (size_t i = 0; i < units->units[u].estimates.count; i++) {
      if (!isnan(units->units[u].estimates.items[i].estimate)
          || !isnan(units->units[u].estimates.items[i].p_value)
          || !isnan(units->units[u].estimates.items[i].least)
          || !isnan(units->units[u].estimates.items[i].greatest))
        return PST_OK;
      if (reason == NULL)
        reason = units->units[u].estimates.items[i].note;
    }
  return pst_fail(error, PST_UNDEFINED, "nothing can be computed: %s",
                  reason != NULL         ? reason
                  : job->count.where > 0 ? "--where leaves no rows"
                                         : "there are no rows");
}

static enum pst_status add_unit(const struct pst_job *job, const struct pst_groups *groups,
                                const struct pst_compare_unit *unit, size_t n_levels,
                                const char **keys, struct pst_estimate_grid *grid,
                                struct pst_error *error)
{
  const struct pst_compare_settings *s = job->settings;
  const bool table = n_levels == 2;
  struct pst_subject subject = {.groups = keys, .variable = variable_of(job, unit->variable)};
  enum pst_status status = PST_OK;

  for (size_t k = 0; k < groups->n_keys; k++)
    keys[k] = groups->keys[unit->group * groups->n_keys + k];
  for (size_t i = 0; i < unit->estimates.count && status == PST_OK; i++) {
    const struct pst_compare_subject *of = &unit->subjects[i];

    if (n_levels > 0)
      keys[groups->n_keys] = of->level;
    if (table)
      keys[groups->n_keys + 1] = of->column;
    subject.against = table ? pst_job_column(job, s->x.roles[0])->name : of->against;
    status = pst_estimate_grid_add(grid, &subject, &unit->estimates.items[i], 1, error);
  }
  return status;
}

/* The names of all group columns, those of levels behind them; a row of their cells. */
static enum pst_status make_names(struct pst_job *job, const struct pst_groups *groups,
                                  const char *const *names, size_t *n_levels, const char ***all,
                                  const char ***keys, struct pst_error *error)
{
  const char *levels[LEVELS_MOST] = {NULL, NULL};

  *n_levels = level_columns(job, levels);
  *all = pst_arena_array(&job->arena, groups->n_keys + LEVELS_MOST + 1, sizeof **all);
  *keys = pst_arena_array(&job->arena, groups->n_keys + LEVELS_MOST + 1, sizeof **keys);
  if (*all == NULL || *keys == NULL)
    return pst_fail_memory(error);
  for (size_t k = 0; k < groups->n_keys; k++)
    (*all)[k] = names[k];
  for (size_t k = 0; k < *n_levels; k++)
    (*all)[groups->n_keys + k] = levels[k];
  return PST_OK;
}

enum pst_status pst_compare_emit(struct pst_job *job, const struct pst_groups *groups,
                                 const char *const *names, const struct pst_compare_units *units,
                                 struct pst_error *error)
{
  struct pst_estimate_grid grid = {.n_groups = 0};
  struct pst_error undefined = {.status = PST_OK};
  const char **all, **keys;
  size_t n_levels;
  enum pst_status status = make_names(job, groups, names, &n_levels, &all, &keys, error);

  if (status == PST_OK)
    status = pst_estimate_grid_begin(&grid, all, groups->n_keys + n_levels,
                                     pst_job_has_leeway(job) ? PST_WITH_LEEWAY : 0, error);
  for (size_t u = 0; u < units->count && status == PST_OK; u++)
    status = add_unit(job, groups, &units->units[u], n_levels, keys, &grid, error);
  if (status == PST_OK) {
    all_undefined(job, units, &undefined);
    status = pst_job_emit(job, &grid.grid, error);
  }
  pst_estimate_grid_free(&grid);
  if (status == PST_OK && undefined.status != PST_OK)
    return pst_fail(error, undefined.status, "%s", undefined.message);
  return status;
}
