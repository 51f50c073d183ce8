/* panel.c -- rows by group, entity and time: who stands at another time, and who stands beside. */
#include "stats/indicator/panel.h"

#include <stdbool.h>
#include <stdlib.h>

static int compare_sizes(size_t a, size_t b)
{
  return a < b ? -1 : a > b;
}

/* By group, entity and time; the row itself is not part of the key. */
static int compare_keys(const struct pst_panel_key *a, const struct pst_panel_key *b)
{
  int order = compare_sizes(a->group, b->group);

  if (order == 0)
    order = compare_sizes(a->entity, b->entity);
  if (order == 0)
    order = a->time < b->time ? -1 : a->time > b->time;
  return order;
}

static int compare_rows(const void *left, const void *right)
{
  const struct pst_panel_key *a = left, *b = right;
  int order = compare_keys(a, b);

  return order != 0 ? order : compare_sizes(a->row, b->row);
}

/* The first of SORTED[0..n) with the key WANTED, or PST_PANEL_NONE. */
static size_t search(const struct pst_panel_key *sorted, size_t n,
                     const struct pst_panel_key *wanted)
{
  size_t low = 0, high = n;

  while (low < high) {
    size_t middle = low + (high - low) / 2;

    if (compare_keys(&sorted[middle], wanted) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low < n && compare_keys(&sorted[low], wanted) == 0 ? low : PST_PANEL_NONE;
}

size_t pst_panel_find(const struct pst_panel_index *index, size_t group, size_t entity, long time)
{
  struct pst_panel_key wanted = {.group = group, .entity = entity, .time = time};
  size_t at = search(index->series, index->n, &wanted);

  return at == PST_PANEL_NONE ? at : index->series[at].row;
}

size_t pst_panel_slice(const struct pst_panel_index *index, size_t group, long time)
{
  struct pst_panel_key wanted = {.group = group, .time = time};
  size_t at = search(index->times, index->slices.count, &wanted);

  return at == PST_PANEL_NONE ? at : index->times[at].row;
}

const struct pst_panel_key *pst_panel_key_of(const struct pst_panel_index *index, size_t row)
{
  return &index->series[index->place[row]];
}

/* SORTED is in the order of the slices: a new one wherever the key changes. */
static enum pst_status cut(const struct pst_panel_key *sorted, size_t n, struct pst_slices *slices,
                           struct pst_arena *arena, struct pst_error *error)
{
  slices->count = 0;
  slices->start = pst_arena_array(arena, n + 1, sizeof *slices->start);
  slices->rows = pst_arena_array(arena, n, sizeof *slices->rows);
  slices->of = pst_arena_array(arena, n, sizeof *slices->of);
  if (slices->start == NULL || (n > 0 && (slices->rows == NULL || slices->of == NULL)))
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    if (i == 0 || compare_keys(&sorted[i - 1], &sorted[i]) != 0)
      slices->start[slices->count++] = i;
    slices->rows[i] = sorted[i].row;
    slices->of[sorted[i].row] = slices->count - 1;
  }
  slices->start[slices->count] = n;
  return PST_OK;
}

enum pst_status pst_slices_of(const size_t *codes, size_t n, struct pst_slices *slices,
                              struct pst_arena *arena, struct pst_error *error)
{
  struct pst_panel_key *keys = pst_arena_array(arena, n, sizeof *keys);

  if (n > 0 && keys == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    keys[i] = (struct pst_panel_key){.group = codes[i], .row = i};
  if (n > 0)
    qsort(keys, n, sizeof *keys, compare_rows);
  return cut(keys, n, slices, arena, error);
}

static enum pst_status build_slices(struct pst_panel_index *index, struct pst_arena *arena,
                                    struct pst_error *error)
{
  const size_t n = index->n;
  struct pst_panel_key *keys = index->times;
  enum pst_status status;

  for (size_t i = 0; i < n; i++) {
    keys[i] = index->series[i];
    keys[i].entity = 0;
  }
  if (n > 0)
    qsort(keys, n, sizeof *keys, compare_rows);
  status = cut(keys, n, &index->slices, arena, error);
  for (size_t s = 0; status == PST_OK && s < index->slices.count; s++) {
    keys[s] = keys[index->slices.start[s]];
    keys[s].row = s;
  }
  return status;
}

/* Of the first group that has one, the first row that repeats another: how entities are numbered is not seen. */
static enum pst_status refuse_repeats(struct pst_panel_index *index, struct pst_error *error)
{
  size_t found = 0;

  for (size_t i = 1; i < index->n; i++) {
    if (found > 0 && index->series[i].group != index->series[found].group)
      break;
    if (compare_keys(&index->series[i - 1], &index->series[i]) == 0
        && (found == 0 || index->series[i].row < index->series[found].row))
      found = i;
  }
  if (found == 0)
    return PST_OK;
  index->repeat[0] = index->series[found - 1].row;
  index->repeat[1] = index->series[found].row;
  return pst_fail(error, PST_BAD_DATA, "rows %zu and %zu have the same entity and time",
                  index->repeat[0] + 1, index->repeat[1] + 1);
}

enum pst_status pst_panel_build(const struct pst_panel *panel, struct pst_panel_index *index,
                                struct pst_arena *arena, struct pst_error *error)
{
  const size_t n = panel->n;
  enum pst_status status;

  *index = (struct pst_panel_index){.n = n, .repeat = {PST_PANEL_NONE, PST_PANEL_NONE}};
  index->series = pst_arena_array(arena, n, sizeof *index->series);
  index->times = pst_arena_array(arena, n, sizeof *index->times);
  index->place = pst_arena_array(arena, n, sizeof *index->place);
  if (n > 0 && (index->series == NULL || index->times == NULL || index->place == NULL))
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    index->series[i] = (struct pst_panel_key){.group = panel->group == NULL ? 0 : panel->group[i],
                                              .entity = panel->entity[i],
                                              .time = panel->time[i],
                                              .row = i};
  if (n > 0)
    qsort(index->series, n, sizeof *index->series, compare_rows);
  for (size_t i = 0; i < n; i++)
    index->place[index->series[i].row] = i;
  status = refuse_repeats(index, error);
  return status == PST_OK ? build_slices(index, arena, error) : status;
}

static size_t at_time(const struct pst_panel_index *index, size_t row, long time)
{
  const struct pst_panel_key *key = pst_panel_key_of(index, row);

  return pst_panel_find(index, key->group, key->entity, time);
}

void pst_lag(const struct pst_panel_index *index, long k, size_t *from)
{
  for (size_t i = 0; i < index->n; i++) {
    long time;

    from[i] = PST_PANEL_NONE;
    if (!__builtin_sub_overflow(pst_panel_key_of(index, i)->time, k, &time))
      from[i] = at_time(index, i, time);
  }
}

void pst_lag_to(const struct pst_panel_index *index, const long *time, size_t *from)
{
  for (size_t i = 0; i < index->n; i++)
    from[i] = time[i] == PST_LAG_NEVER ? PST_PANEL_NONE : at_time(index, i, time[i]);
}
