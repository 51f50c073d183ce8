/* collect.c -- what the collectors share: the rows of a group by level. */
#include "compare/collect.h"

#include <math.h>
#include <stdint.h>

#include "compare/order.h"

double pst_compare_number(const struct pst_job *job, size_t role, size_t row)
{
  return role == SIZE_MAX ? (double)NAN : pst_column_number(pst_job_column(job, role), row);
}

static enum pst_compare_fate fate_of(const struct pst_job *job, size_t role, size_t row)
{
  const struct pst_column *column;

  if (role == SIZE_MAX)
    return PST_FATE_USED;
  column = pst_job_column(job, role);
  if (column->type == PST_COLUMN_TEXT)
    return pst_column_missing(column, row) ? PST_FATE_MISSING : PST_FATE_USED;
  if (pst_column_known(column, row))
    return PST_FATE_USED;
  return pst_column_bounded(column, row) ? PST_FATE_BOUNDED : PST_FATE_MISSING;
}

enum pst_compare_fate pst_compare_row(const struct pst_job *job, size_t v, size_t row,
                                      size_t *place)
{
  const struct pst_compare_settings *s = job->settings;
  const size_t roles[] = {v < s->y.count ? s->y.roles[v] : SIZE_MAX,
                          s->x.count > 0 ? s->x.roles[0] : SIZE_MAX,
                          s->paired_role,
                          s->weight_role,
                          s->count_role,
                          s->trials_role,
                          s->category_role,
                          s->deff_role};
  enum pst_compare_fate worst = PST_FATE_USED;

  *place = 0;
  if (s->between_role != SIZE_MAX) {
    *place = pst_compare_place(&s->levels_order, pst_job_column(job, s->between_role), row);
    if (*place == SIZE_MAX)
      return PST_FATE_MISSING;
  }
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
    enum pst_compare_fate fate = fate_of(job, roles[i], row);

    worst = fate < worst ? fate : worst;
  }
  return worst;
}

static enum pst_status make_sample(struct pst_compare_level *level, size_t n,
                                   struct pst_arena *arena, struct pst_error *error)
{
  level->n = n;
  level->x = pst_arena_array(arena, n + 1, sizeof *level->x);
  level->y = pst_arena_array(arena, n + 1, sizeof *level->y);
  level->w = pst_arena_array(arena, n + 1, sizeof *level->w);
  level->ids = pst_arena_array(arena, n + 1, sizeof *level->ids);
  if (level->x == NULL || level->y == NULL || level->w == NULL || level->ids == NULL)
    return pst_fail_memory(error);
  return PST_OK;
}

enum pst_status pst_compare_levels(const struct pst_job *job, const struct pst_groups *groups,
                                   size_t group, size_t v, struct pst_compare_data *data,
                                   size_t **places, struct pst_arena *arena,
                                   struct pst_error *error)
{
  const struct pst_compare_settings *s = job->settings;
  const size_t most = s->between_role == SIZE_MAX ? 1 : s->levels_order.count;
  size_t *rows = pst_arena_array(arena, most + 1, sizeof *rows);
  bool *open = pst_arena_array(arena, most + 1, sizeof *open); /* a bounded cell, and --bounds */
  enum pst_status status = PST_OK;
  size_t place;

  *places = pst_arena_array(arena, most + 1, sizeof **places);
  data->levels = pst_arena_array(arena, most + 1, sizeof *data->levels);
  if (rows == NULL || open == NULL || *places == NULL || data->levels == NULL)
    return pst_fail_memory(error);
  for (size_t i = groups->first[group]; i < groups->first[group + 1]; i++) {
    enum pst_compare_fate fate = pst_compare_row(job, v, groups->row[i], &place);

    if (fate == PST_FATE_USED) {
      rows[place]++;
      data->n++;
    } else if (fate == PST_FATE_BOUNDED && job->options.bounds) {
      open[place] = true;
    }
  }
  for (size_t p = 0; p < most && status == PST_OK; p++) {
    (*places)[p] = rows[p] == 0 && !open[p] ? SIZE_MAX : data->k;
    if (rows[p] == 0 && !open[p])
      continue;
    data->levels[data->k].place = p;
    status = make_sample(&data->levels[data->k++], rows[p], arena, error);
  }
  return status;
}

enum pst_status pst_compare_fail_twice(const struct pst_job *job, const struct pst_groups *groups,
                                       size_t group, const char *what, size_t first, size_t row,
                                       struct pst_error *error)
{
  const struct pst_compare_settings *s = job->settings;
  const bool free_levels = s->between == NULL && (s->shape->takes & PST_ASK_BETWEEN) != 0;
  const char *or_between = free_levels ? " or --between" : "";
  struct pst_buffer label = {.data = NULL};
  char place[PST_PLACE_SIZE];
  enum pst_status status;

  for (size_t k = 0; k < groups->n_keys; k++)
    pst_buffer_printf(&label, "%s%s", groups->keys[group * groups->n_keys + k],
                      k + 1 < groups->n_keys ? ", " : " has ");
  status = pst_fail_at(
      error, PST_BAD_DATA, pst_table_file(&job->table, row), pst_table_line(&job->table, row),
      "%stwo rows for %s (the other is %s); use --where to choose one, -g%s to "
      "name what tells them apart, or --aggregate to make them one",
      pst_buffer_string(&label), what, pst_table_other(&job->table, row, first, place), or_between);
  pst_buffer_free(&label);
  return status;
}
