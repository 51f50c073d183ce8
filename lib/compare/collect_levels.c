/* collect_levels.c -- a value a row: numbers, or whether the answer is the one that is counted. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compare/collect.h"

/* The value of ROW: of -y, or of --answer 1 and 0. */
static double value_of(const struct pst_job *job, size_t v, size_t row)
{
  const struct pst_compare_settings *s = job->settings;
  const struct pst_column *y = pst_job_column(job, s->y.roles[v]);

  if (s->answer == NULL)
    return pst_column_number(y, row);
  return strcmp(pst_column_string(y, row), s->answer) == 0;
}

static void fill(const struct pst_job *job, size_t v, size_t row, struct pst_compare_level *level,
                 size_t i)
{
  const struct pst_compare_settings *s = job->settings;
  const bool lines = s->x.count > 0;
  const double value = value_of(job, v, row);

  level->x[i] = lines ? pst_compare_number(job, s->x.roles[0], row) : value;
  level->y[i] = value;
  level->w[i] = s->weight_role == SIZE_MAX ? 1 : pst_compare_number(job, s->weight_role, row);
  level->ids[i] =
      s->paired_role == SIZE_MAX ? 0 : pst_column_code(pst_job_column(job, s->paired_role), row);
}

static enum pst_status check_weight(const struct pst_job *job, size_t row, struct pst_error *error)
{
  const struct pst_compare_settings *s = job->settings;
  const double weight = pst_compare_number(job, s->weight_role, row);

  if (s->weight_role == SIZE_MAX || weight >= 0)
    return PST_OK;
  return pst_fail_at(error, PST_BAD_DATA, pst_table_file(&job->table, row),
                     pst_table_line(&job->table, row), "--weight %s: a weight is 0 or more, not %g",
                     s->weight, weight);
}

struct id_row {
  size_t level, row;
  unsigned id;
};

static int by_id(const void *a, const void *b)
{
  const struct id_row *p = a, *q = b;

  if (p->level != q->level)
    return p->level < q->level ? -1 : 1;
  if (p->id != q->id)
    return p->id < q->id ? -1 : 1;
  return p->row < q->row ? -1 : p->row > q->row;
}

/* The rows of a group that have a unit in a level: those known within bounds too, where that is used. */
static size_t list_units(const struct pst_job *job, const struct pst_groups *groups, size_t group,
                         size_t v, const size_t *places, struct id_row *rows)
{
  const struct pst_compare_settings *s = job->settings;
  const struct pst_column *ids = pst_job_column(job, s->paired_role);
  size_t n = 0, place;

  for (size_t i = groups->first[group]; i < groups->first[group + 1]; i++) {
    const size_t row = groups->row[i];
    const enum pst_compare_fate fate = pst_compare_row(job, v, row, &place);

    if ((fate == PST_FATE_USED || (fate == PST_FATE_BOUNDED && job->options.bounds))
        && places[place] != SIZE_MAX && !pst_column_missing(ids, row))
      rows[n++] = (struct id_row){places[place], row, pst_column_code(ids, row)};
  }
  return n;
}

/* A unit has one row a level. */
static enum pst_status check_units(const struct pst_job *job, const struct pst_groups *groups,
                                   size_t group, size_t v, const size_t *places,
                                   struct pst_arena *arena, struct pst_error *error)
{
  const struct pst_compare_settings *s = job->settings;
  const size_t most = groups->first[group + 1] - groups->first[group];
  struct id_row *rows = pst_arena_array(arena, most + 1, sizeof *rows);
  char what[300];
  size_t n;

  if (rows == NULL)
    return pst_fail_memory(error);
  n = list_units(job, groups, group, v, places, rows);
  qsort(rows, n, sizeof *rows, by_id);
  for (size_t i = 1; i < n; i++)
    if (rows[i].level == rows[i - 1].level && rows[i].id == rows[i - 1].id) {
      snprintf(what, sizeof what, "%s of %s",
               pst_column_string(pst_job_column(job, s->paired_role), rows[i].row),
               pst_column_string(pst_job_column(job, s->between_role), rows[i].row));
      return pst_compare_fail_twice(job, groups, group, what, rows[i - 1].row, rows[i].row, error);
    }
  return PST_OK;
}

/* Only samples that stand alone can use a bounded cell. */
static bool takes_bounds(const struct pst_job *job, size_t v)
{
  const struct pst_compare_settings *s = job->settings;

  return s->shape->needs == (PST_ASK_Y | PST_ASK_BETWEEN)
         && pst_column_has_bounds(pst_job_column(job, s->y.roles[v]));
}

/* Room for the values of the level at PLACES[P], when the first that is bounded comes: the known ones first. */
static enum pst_status add_bounds(struct pst_compare_level *level, size_t rows,
                                  const struct pst_bounds *value, struct pst_arena *arena,
                                  struct pst_error *error)
{
  if (level->bounds == NULL) {
    level->bounds = pst_arena_array(arena, rows, sizeof *level->bounds);
    if (level->bounds == NULL)
      return pst_fail_memory(error);
    for (size_t i = 0; i < level->n; i++)
      level->bounds[i] = pst_bounds_point(level->x[i]);
    level->n_bounds = level->n;
  }
  level->bounds[level->n_bounds++] = *value;
  return PST_OK;
}

/* The bounded cells of the levels that have known ones. */
static enum pst_status collect_bounds(const struct pst_job *job, const struct pst_groups *groups,
                                      size_t group, size_t v, const size_t *places,
                                      struct pst_compare_data *data, struct pst_arena *arena,
                                      struct pst_error *error)
{
  const struct pst_compare_settings *s = job->settings;
  const struct pst_column *y = pst_job_column(job, s->y.roles[v]);
  const size_t rows = groups->first[group + 1] - groups->first[group];
  enum pst_status status = PST_OK;
  size_t place;

  for (size_t i = groups->first[group]; i < groups->first[group + 1] && status == PST_OK; i++) {
    const size_t row = groups->row[i];

    if (pst_compare_row(job, v, row, &place) == PST_FATE_BOUNDED && places[place] != SIZE_MAX)
      status =
          add_bounds(&data->levels[places[place]], rows, pst_column_bounds(y, row), arena, error);
  }
  return status;
}

enum pst_status pst_collect_samples(const struct pst_job *job, const struct pst_groups *groups,
                                    size_t group, size_t v, struct pst_compare_data *data,
                                    struct pst_arena *arena, struct pst_error *error)
{
  const struct pst_compare_settings *s = job->settings;
  size_t *places, place;
  size_t *filled;
  enum pst_status status = pst_compare_levels(job, groups, group, v, data, &places, arena, error);

  if (status != PST_OK)
    return status;
  filled = pst_arena_array(arena, data->k + 1, sizeof *filled);
  if (filled == NULL)
    return pst_fail_memory(error);
  for (size_t i = groups->first[group]; i < groups->first[group + 1] && status == PST_OK; i++) {
    size_t row = groups->row[i];

    if (pst_compare_row(job, v, row, &place) != PST_FATE_USED)
      continue;
    status = check_weight(job, row, error);
    place = places[place];
    fill(job, v, row, &data->levels[place], filled[place]++);
  }
  if (status == PST_OK && s->paired_role != SIZE_MAX)
    status = check_units(job, groups, group, v, places, arena, error);
  if (status == PST_OK && takes_bounds(job, v))
    status = collect_bounds(job, groups, group, v, places, data, arena, error);
  return status;
}

/* --answer names a text that some row has. */
static enum pst_status check_answer(const struct pst_job *job, size_t v, struct pst_error *error)
{
  const struct pst_compare_settings *s = job->settings;
  const struct pst_column *y = pst_job_column(job, s->y.roles[v]);

  if (pst_dictionary_find(pst_column_texts(y), pst_text_of(s->answer)) != PST_CODE_MISSING)
    return PST_OK;
  return pst_fail(error, PST_USAGE, "--answer: no row has '%s' in '%s'", s->answer, y->name);
}

enum pst_status pst_collect_answers(const struct pst_job *job, const struct pst_groups *groups,
                                    size_t group, size_t v, struct pst_compare_data *data,
                                    struct pst_arena *arena, struct pst_error *error)
{
  const struct pst_compare_settings *s = job->settings;
  enum pst_status status = check_answer(job, v, error);

  if (status == PST_OK)
    status = pst_collect_samples(job, groups, group, v, data, arena, error);
  for (size_t k = 0; status == PST_OK && k < data->k; k++) {
    struct pst_compare_level *level = &data->levels[k];

    level->share.trials = (double)level->n;
    level->share.design_effect = s->design_effect;
    for (size_t i = 0; i < level->n; i++)
      level->share.successes += level->x[i];
  }
  return status;
}
