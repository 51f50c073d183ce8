/* beside.c -- what stands beside the pairs of a series: its parts, controls and weights, by row. */
#include "job/beside.h"

#include <math.h>
#include <stdint.h>

bool pst_beside_complete(const struct pst_table *table, const struct pst_beside_columns *beside,
                         size_t row)
{
  if (beside->part != NULL && beside->part[row] == SIZE_MAX)
    return false;
  for (size_t j = 0; j < beside->n_controls; j++)
    if (isnan(pst_column_number(&table->columns[beside->controls[j]], row)))
      return false;
  return beside->weight == NULL || !isnan(pst_column_number(&table->columns[*beside->weight], row));
}

static const double *column_of(const struct pst_column *column, const size_t *row, size_t n,
                               struct pst_arena *arena)
{
  double *values = pst_arena_array(arena, n + 1, sizeof *values);

  for (size_t i = 0; i < n && values != NULL; i++)
    values[i] = pst_column_number(column, row[i]);
  return values;
}

static bool fill_parts(const struct pst_beside_columns *columns, const size_t *row,
                       const struct pst_sample *sample, struct pst_arena *arena,
                       struct pst_series_parts *parts)
{
  size_t *of = pst_arena_array(arena, sample->n + 1, sizeof *of);
  double *time = pst_arena_array(arena, sample->n + 1, sizeof *time);

  if (of == NULL || time == NULL)
    return false;
  for (size_t i = 0; i < sample->n; i++) {
    of[i] = columns->part[row[i]];
    time[i] = floor(sample->x[i]);
  }
  *parts = (struct pst_series_parts){.count = columns->n_parts,
                                     .of = of,
                                     .names = columns->part_names,
                                     .time = columns->years ? time : NULL};
  return true;
}

static bool fill_controls(const struct pst_table *table, const struct pst_beside_columns *columns,
                          const size_t *row, size_t n, struct pst_arena *arena,
                          struct pst_beside *beside)
{
  const double **controls = pst_arena_array(arena, columns->n_controls + 1, sizeof *controls);

  if (controls == NULL)
    return false;
  for (size_t j = 0; j < columns->n_controls; j++) {
    controls[j] = column_of(&table->columns[columns->controls[j]], row, n, arena);
    if (controls[j] == NULL)
      return false;
  }
  beside->controls = controls;
  beside->control_names = columns->control_names;
  beside->n_controls = columns->n_controls;
  return true;
}

/* Of a value that is known both ends are the value. */
static bool fill_bounds(const struct pst_column *y, const size_t *row, size_t n,
                        struct pst_arena *arena, struct pst_beside *beside)
{
  double *low = pst_arena_array(arena, n + 1, sizeof *low);
  double *high = pst_arena_array(arena, n + 1, sizeof *high);
  bool *low_open = pst_arena_array(arena, n + 1, sizeof *low_open);
  bool *high_open = pst_arena_array(arena, n + 1, sizeof *high_open);

  if (low == NULL || high == NULL || low_open == NULL || high_open == NULL)
    return false;
  for (size_t i = 0; i < n; i++) {
    const struct pst_bounds *bounds =
        pst_column_bounded(y, row[i]) ? pst_column_bounds(y, row[i]) : NULL;

    low[i] = bounds == NULL ? pst_column_number(y, row[i]) : bounds->low;
    high[i] = bounds == NULL ? low[i] : bounds->high;
    low_open[i] = bounds != NULL && bounds->low_open;
    high_open[i] = bounds != NULL && bounds->high_open;
  }
  beside->low = low;
  beside->high = high;
  beside->low_open = low_open;
  beside->high_open = high_open;
  return true;
}

enum pst_status pst_beside_fill(const struct pst_table *table,
                                const struct pst_beside_columns *columns,
                                const struct pst_column *bounded, const size_t *row,
                                struct pst_arena *arena, struct pst_sample *sample,
                                struct pst_error *error)
{
  struct pst_beside *beside = pst_arena_array(arena, 1, sizeof *beside);
  bool made = beside != NULL;

  if (!made)
    return pst_fail_memory(error);
  *beside = (struct pst_beside){.n_controls = 0};
  if (columns != NULL && columns->part != NULL)
    made = fill_parts(columns, row, sample, arena, &beside->parts);
  if (made && columns != NULL && columns->n_controls > 0)
    made = fill_controls(table, columns, row, sample->n, arena, beside);
  if (made && columns != NULL && columns->weight != NULL) {
    beside->weight = column_of(&table->columns[*columns->weight], row, sample->n, arena);
    made = beside->weight != NULL;
  }
  if (made && bounded != NULL)
    made = fill_bounds(bounded, row, sample->n, arena, beside);
  sample->beside = beside;
  return made ? PST_OK : pst_fail_memory(error);
}
