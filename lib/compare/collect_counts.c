/* collect_counts.c -- counts by category: one poll, or a table of two columns. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>

#include "compare/collect.h"
#include "compare/order.h"

/* Where a count stands; SEEN is the row it came from, SIZE_MAX: none yet. */
struct cells {
  double *counts;
  size_t *seen;
};

static enum pst_status make_cells(size_t n, struct cells *cells, struct pst_arena *arena,
                                  struct pst_error *error)
{
  cells->counts = pst_arena_array(arena, n + 1, sizeof *cells->counts);
  cells->seen = pst_arena_array(arena, n + 1, sizeof *cells->seen);
  if (cells->counts == NULL || cells->seen == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    cells->seen[i] = SIZE_MAX;
  return PST_OK;
}

static size_t total(const double *counts, size_t n)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++)
    sum += counts[i];
  return sum > 0 && sum < 0x1p53 ? (size_t)sum : 0;
}

/* A poll or table whose counts are not all known has no shares: ROW lacks its own, which is of WHAT. */
static void note_gap(const struct pst_job *job, size_t row, const char *what,
                     struct pst_compare_data *data, struct pst_arena *arena)
{
  const struct pst_compare_settings *s = job->settings;
  const struct pst_column *counts;

  if (s->count_role == SIZE_MAX || data->why_not != NULL)
    return;
  counts = pst_job_column(job, s->count_role);
  if (!pst_column_known(counts, row))
    data->why_not =
        pst_arena_format(arena, "the count of %s is %s: no shares", what,
                         pst_column_bounded(counts, row) ? "known only within bounds" : "missing");
}

/* Of N cells, those without a row are 0, and that is said. */
static void note_absent(const struct cells *cells, size_t n, const char *what, const char *many,
                        struct pst_compare_data *data, struct pst_arena *arena)
{
  size_t absent = 0;

  for (size_t i = 0; i < n; i++)
    absent += cells->seen[i] == SIZE_MAX;
  if (absent > 0 && absent < n)
    data->note = pst_arena_format(arena, "%zu %s without a row: taken as 0", absent,
                                  absent == 1 ? what : many);
}

enum pst_status pst_collect_poll(const struct pst_job *job, const struct pst_groups *groups,
                                 size_t group, size_t v, struct pst_compare_data *data,
                                 struct pst_arena *arena, struct pst_error *error)
{
  const struct pst_compare_settings *s = job->settings;
  const struct pst_column *category = pst_job_column(job, s->category_role);
  struct cells cells;
  size_t level;
  enum pst_status status = make_cells(s->rows_order.count, &cells, arena, error);

  for (size_t i = groups->first[group]; i < groups->first[group + 1] && status == PST_OK; i++) {
    const size_t row = groups->row[i];
    const size_t place = pst_compare_place(&s->rows_order, category, row);

    if (place == SIZE_MAX)
      continue;
    note_gap(job, row, s->rows_order.names[place], data, arena);
    if (pst_compare_row(job, v, row, &level) != PST_FATE_USED)
      continue;
    if (cells.seen[place] != SIZE_MAX)
      return pst_compare_fail_twice(job, groups, group, s->rows_order.names[place],
                                    cells.seen[place], row, error);
    cells.seen[place] = row;
    cells.counts[place] = pst_compare_number(job, s->count_role, row);
  }
  if (status != PST_OK)
    return status;
  note_absent(&cells, s->rows_order.count, "category", "categories", data, arena);
  data->counts = cells.counts;
  data->table =
      (struct pst_contingency){.rows = 1, .columns = s->rows_order.count, .counts = cells.counts};
  data->n = total(cells.counts, s->rows_order.count);
  return PST_OK;
}

enum pst_status pst_collect_table(const struct pst_job *job, const struct pst_groups *groups,
                                  size_t group, size_t v, struct pst_compare_data *data,
                                  struct pst_arena *arena, struct pst_error *error)
{
  const struct pst_compare_settings *s = job->settings;
  const struct pst_column *x = pst_job_column(job, s->x.roles[0]);
  const struct pst_column *y = pst_job_column(job, s->y.roles[v]);
  const struct pst_compare_order *columns = &s->columns_order[v];
  const size_t n = s->rows_order.count * columns->count;
  struct cells cells;
  size_t level;
  char what[300];
  enum pst_status status = make_cells(n, &cells, arena, error);

  for (size_t i = groups->first[group]; i < groups->first[group + 1] && status == PST_OK; i++) {
    const size_t row = groups->row[i];
    size_t at;

    if (pst_column_missing(x, row) || pst_column_missing(y, row))
      continue;
    snprintf(what, sizeof what, "%s and %s", pst_column_string(x, row), pst_column_string(y, row));
    note_gap(job, row, what, data, arena);
    if (pst_compare_row(job, v, row, &level) != PST_FATE_USED)
      continue;
    at = pst_compare_place(&s->rows_order, x, row) * columns->count
         + pst_compare_place(columns, y, row);
    if (s->count_role != SIZE_MAX && cells.seen[at] != SIZE_MAX)
      return pst_compare_fail_twice(job, groups, group, what, cells.seen[at], row, error);
    cells.seen[at] = row;
    cells.counts[at] += s->count_role == SIZE_MAX ? 1 : pst_compare_number(job, s->count_role, row);
  }
  if (status != PST_OK)
    return status;
  if (s->count_role != SIZE_MAX)
    note_absent(&cells, n, "combination", "combinations", data, arena);
  data->counts = cells.counts;
  data->table = (struct pst_contingency){
      .rows = s->rows_order.count, .columns = columns->count, .counts = cells.counts};
  data->n = total(cells.counts, n);
  return PST_OK;
}
