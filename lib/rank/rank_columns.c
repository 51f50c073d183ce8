/* rank_columns.c -- how far several rankings of one period agree, each a column of values, as records. */
#include "rank/rank_columns.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/array.h"
#include "job/leeway.h"
#include "method/family.h"
#include "rank/rank_leeway.h"

/* Records, and which columns each is of: the later against the earlier; of all where AGAINST is SIZE_MAX. */
struct subject {
  size_t group, period, variable, against;
};

struct columns {
  struct pst_job *job;
  const struct pst_rank_settings *settings;
  const struct pst_rankings *rankings;
  struct pst_test test;
  struct pst_estimates rows;
  struct subject *subjects;
  size_t capacity;
  double **values; /* by column and code of the entity, of one group and period; NaN: none */
  struct pst_bounds **bounds; /* the same of --printed and --bounds */
  bool *whole;                /* by column: what is known within bounds is a whole number */
  size_t *bounded; /* by column: values of that period that are known within bounds alone */
  const char **entities;
  size_t codes;
};

/* --- values ---------------------------------------------------------------------------------------------- */

static bool reserve(struct columns *c)
{
  const struct pst_column *entity = pst_job_column(c->job, c->settings->entity_role);
  const size_t m = c->settings->y.count;

  c->codes = pst_column_texts(entity)->count;
  c->values = pst_arena_array(&c->job->arena, m, sizeof *c->values);
  c->entities = pst_arena_array(&c->job->arena, c->codes + 1, sizeof *c->entities);
  c->bounded = pst_arena_array(&c->job->arena, m, sizeof *c->bounded);
  c->bounds = pst_arena_array(&c->job->arena, m, sizeof *c->bounds);
  c->whole = pst_arena_array(&c->job->arena, m, sizeof *c->whole);
  if (c->values == NULL || c->entities == NULL || c->bounded == NULL || c->bounds == NULL
      || c->whole == NULL)
    return false;
  for (size_t v = 0; v < m; v++) {
    c->values[v] = pst_arena_array(&c->job->arena, c->codes + 1, sizeof *c->values[v]);
    c->bounds[v] = pst_arena_array(&c->job->arena, c->codes + 1, sizeof *c->bounds[v]);
    c->whole[v] = c->job->options.bounds
                  && pst_job_whole_bounds(c->job, pst_job_column(c->job, c->settings->y.roles[v]));
    if (c->values[v] == NULL || c->bounds[v] == NULL)
      return false;
  }
  return true;
}

static void collect_place(struct columns *c, size_t v, size_t row)
{
  const struct pst_column *y = pst_job_column(c->job, c->settings->y.roles[v]);
  const double sign = c->settings->order == 1 || c->settings->given ? -1 : 1;
  const size_t e = pst_column_code(pst_job_column(c->job, c->settings->entity_role), row);

  c->values[v][e] = sign * pst_column_number(y, row);
  c->bounds[v][e] = pst_rank_cell_bounds(c->job, c->settings, y, row);
  c->bounded[v] += pst_column_bounded(y, row);
}

/* The values of GROUP in PERIOD; larger is better, so that they are turned where the smallest is first. */
static void collect(struct columns *c, size_t group, size_t period)
{
  const size_t m = c->settings->y.count;

  for (size_t v = 0; v < m; v++) {
    const struct pst_ranking *ranking = &c->rankings->list[group * m + v];

    c->bounded[v] = 0;
    for (size_t e = 0; e < c->codes; e++) {
      c->values[v][e] = (double)NAN;
      c->bounds[v][e] = (struct pst_bounds){.low = (double)NAN, .high = (double)NAN};
    }
    for (size_t i = 0; i < ranking->n_places; i++)
      if (ranking->places[i].period == period)
        collect_place(c, v, ranking->places[i].row);
  }
}

/* The entities that have a value in all of the M columns of FROM; with GAPS in any. */
static enum pst_status take(struct columns *c, const size_t *from, size_t m, bool gaps,
                            struct pst_sample *sample, struct pst_beside *beside,
                            struct pst_arena *scratch, struct pst_error *error)
{
  double **taken = pst_arena_array(scratch, m, sizeof *taken);
  const char **names = pst_arena_array(scratch, m, sizeof *names);
  size_t n = 0;

  if (taken == NULL || names == NULL)
    return pst_fail_memory(error);
  for (size_t k = 0; k < m; k++) {
    names[k] = pst_job_column(c->job, c->settings->y.roles[from[k]])->name;
    taken[k] = pst_arena_array(scratch, c->codes + 1, sizeof *taken[k]);
    if (taken[k] == NULL)
      return pst_fail_memory(error);
  }
  for (size_t e = 0; e < c->codes; e++) {
    size_t known = 0;

    for (size_t k = 0; k < m; k++) {
      taken[k][n] = c->values[from[k]][e];
      known += isnan(taken[k][n]) ? 0 : 1;
    }
    n += known >= (gaps ? 1 : m);
  }
  *beside = (struct pst_beside){.controls = (const double *const *)taken,
                                .control_names = names,
                                .n_controls = m,
                                .parts = {.names = c->entities}};
  *sample = (struct pst_sample){.n = n, .x = taken[0], .y = taken[m - 1], .beside = beside};
  return PST_OK;
}

/* --- the methods -------------------------------------------------------------------------------------------- */

/* Values known within bounds have no place among the others. */
static void note_bounded(struct columns *c, const size_t *from, size_t m, size_t first)
{
  size_t bounded = 0;

  for (size_t k = 0; k < m; k++)
    bounded += c->bounded[from[k]];
  if (bounded > 0 && c->rows.count > first)
    pst_estimate_note(&c->rows, &c->rows.items[first], "%zu %s known within bounds %s left out",
                      bounded, bounded == 1 ? "value" : "values", bounded == 1 ? "is" : "are");
}

/* What is left open of the rows from FIRST on: of the entities that are known somehow in all of FROM, with gaps in any. */
static enum pst_status add_leeway(struct columns *c, const struct pst_method *method,
                                  const size_t *from, size_t m, size_t first,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_rank_open open;

  if (!pst_rank_open_reserve(&open, m, c->codes, scratch))
    return pst_fail_memory(error);
  for (size_t k = 0; k < m; k++) {
    open.lists[k].whole = c->whole[from[k]];
    open.names[k] = pst_job_column(c->job, c->settings->y.roles[from[k]])->name;
  }
  for (size_t e = 0; e < c->codes; e++) {
    size_t known = 0;

    for (size_t k = 0; k < m; k++) {
      open.at[k][open.n] = c->values[from[k]][e];
      open.bounds[k][open.n] = c->bounds[from[k]][e];
      known += isnan(c->bounds[from[k]][e].low) ? 0 : 1;
    }
    open.n += known >= (method->takes_gaps ? 1 : m);
  }
  return pst_rank_open_fill(c->job, &open, method, &c->test, &c->rows, first, error);
}

static enum pst_status run(struct columns *c, const struct pst_method *method,
                           const struct subject *of, const size_t *from, size_t m,
                           struct pst_error *error)
{
  const size_t first = c->rows.count;
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_sample sample;
  struct pst_beside beside;
  enum pst_status status = take(c, from, m, method->takes_gaps, &sample, &beside, &scratch, error);

  if (status == PST_OK)
    status = pst_method_run(method, &sample, &c->test, &c->rows, &scratch, error);
  if (status == PST_OK && pst_job_has_leeway(c->job))
    status = add_leeway(c, method, from, m, first, &scratch, error);
  else if (status == PST_OK)
    note_bounded(c, from, m, first);
  if (c->job->options.terms == PST_TERMS_MAIN && c->rows.count > first + 1)
    c->rows.count = first + 1;
  for (size_t i = first; i < c->rows.count && status == PST_OK; i++) {
    if (!PST_ARRAY_ROOM(c->subjects, c->capacity, i + 1))
      status = pst_fail_memory(error);
    else
      c->subjects[i] = *of;
  }
  pst_arena_free(&scratch);
  return status;
}

static enum pst_status of_all(struct columns *c, const struct pst_method *method,
                              const struct subject *of, struct pst_error *error)
{
  const size_t m = c->settings->y.count;
  size_t *from = pst_arena_array(&c->job->arena, m, sizeof *from);

  if (from == NULL)
    return pst_fail_memory(error);
  for (size_t v = 0; v < m; v++)
    from[v] = v;
  return run(c, method, of, from, m, error);
}

static enum pst_status of_period(struct columns *c, size_t group, size_t period,
                                 struct pst_error *error)
{
  const size_t m = c->settings->y.count;
  enum pst_status status = PST_OK;

  collect(c, group, period);
  for (size_t k = 0; k < c->job->n_methods && status == PST_OK; k++) {
    const struct pst_method *method = c->job->methods[k];
    struct subject of = {group, period, 0, SIZE_MAX};

    if (method->honours & PST_HONOURS_CONTROL) {
      status = of_all(c, method, &of, error);
      continue;
    }
    for (of.variable = 1; of.variable < m; of.variable++)
      for (of.against = 0; of.against < of.variable && status == PST_OK; of.against++)
        status = run(c, method, &of, (const size_t[]){of.against, of.variable}, 2, error);
  }
  return status;
}

/* --- the records --------------------------------------------------------------------------------------------- */

static const char *all_names(struct columns *c)
{
  const char *names = "";

  for (size_t v = 0; v < c->settings->y.count && names != NULL; v++)
    names = pst_arena_format(&c->job->arena, "%s%s%s", names, v == 0 ? "" : ",",
                             pst_job_column(c->job, c->settings->y.roles[v])->name);
  return names;
}

static enum pst_status adjust(struct columns *c, struct pst_error *error)
{
  struct pst_estimate **rows = pst_arena_array(&c->job->arena, c->rows.count + 1, sizeof *rows);

  if (c->job->options.adjust == PST_ADJUST_NONE)
    return PST_OK;
  if (rows == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < c->rows.count; i++)
    rows[i] = &c->rows.items[i];
  return pst_families_adjust(rows, c->rows.count, c->job->options.adjust, &c->job->arena, error);
}

static enum pst_status put(struct columns *c, struct pst_estimate_grid *grid,
                           struct pst_error *error)
{
  const struct pst_groups *groups = &c->rankings->groups;
  const size_t k = groups->n_keys;
  const char **names = pst_arena_array(&c->job->arena, k + 1, sizeof *names);
  const char *all = all_names(c);
  enum pst_status status;

  if (names == NULL || all == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < k; i++)
    names[i] = c->rankings->group_names[i];
  names[k] = "period";
  status = pst_estimate_grid_begin(
      grid, names, k + 1, 1u << PST_KEY_UNIT | (pst_job_has_leeway(c->job) ? PST_WITH_LEEWAY : 0),
      error);
  for (size_t i = 0; i < c->rows.count && status == PST_OK; i++) {
    const struct subject *of = &c->subjects[i];
    const char **keys = pst_arena_array(&c->job->arena, k + 1, sizeof *keys);
    const bool pair = of->against != SIZE_MAX;
    struct pst_subject subject = {.groups = keys, .variable = all};

    if (keys == NULL)
      return pst_fail_memory(error);
    for (size_t g = 0; g < k; g++)
      keys[g] = groups->keys[of->group * k + g];
    keys[k] = c->rankings->periods[of->period].text;
    if (pair) {
      subject.variable = pst_job_column(c->job, c->settings->y.roles[of->variable])->name;
      subject.against = pst_job_column(c->job, c->settings->y.roles[of->against])->name;
    }
    status = pst_estimate_grid_add(grid, &subject, &c->rows.items[i], 1, error);
  }
  return status;
}

static enum pst_status any_estimate(const struct columns *c, struct pst_error *error)
{
  for (size_t i = 0; i < c->rows.count; i++)
    if (!isnan(c->rows.items[i].estimate) || !isnan(c->rows.items[i].least))
      return PST_OK;
  return pst_fail(error, PST_UNDEFINED, "nothing can be computed: %s",
                  c->rows.count > 0 && c->rows.items[0].note != NULL ? c->rows.items[0].note
                                                                     : "there are no rows");
}

enum pst_status pst_rank_columns(struct pst_job *job, const struct pst_rank_settings *settings,
                                 const struct pst_rankings *rankings,
                                 struct pst_estimate_grid *grid, struct pst_error *error)
{
  struct columns c = {.job = job,
                      .settings = settings,
                      .rankings = rankings,
                      .test = pst_job_test(job),
                      .rows = {.arena = &job->arena}};
  enum pst_status status = reserve(&c) ? PST_OK : pst_fail_memory(error);

  c.test.top = settings->top;
  c.test.persistence = settings->persistence;
  for (size_t g = 0; g < rankings->groups.n_groups && status == PST_OK; g++)
    for (size_t p = rankings->from; p <= rankings->to && status == PST_OK; p++)
      status = of_period(&c, g, p, error);
  if (status == PST_OK)
    status = adjust(&c, error);
  if (status == PST_OK)
    status = put(&c, grid, error);
  if (status == PST_OK)
    status = any_estimate(&c, error);
  pst_estimates_free(&c.rows);
  free(c.subjects);
  return status;
}
