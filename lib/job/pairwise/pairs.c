/* pairs.c -- methods on pairs of columns, group by group: their samples, counts and records. */
#include "job/pairwise/pairs.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "interval/period/period_step.h"
#include "job/leeway.h"
#include "method/family.h"
#include "table/span.h"

/* --- samples ----------------------------------------------------------------------------------- */

struct point {
  double x;
  size_t row;
};

static int by_x(const void *a, const void *b)
{
  const struct point *p = a, *q = b;

  if (p->x != q->x)
    return p->x < q->x ? -1 : 1;
  return p->row < q->row ? -1 : p->row > q->row;
}

static bool sorted(const struct point *points, size_t n)
{
  for (size_t i = 1; i < n; i++)
    if (by_x(&points[i - 1], &points[i]) > 0)
      return false;
  return true;
}

/* The time of a row: in years, or which period of its kind it is. */
static double x_of(const struct pst_table *table, const struct pst_column_pair *pair, size_t row)
{
  const struct pst_column *column;
  double x;
  long step;

  if (pair->x == SIZE_MAX)
    return 0;
  column = &table->columns[pair->x];
  x = pst_column_number(column, row);
  if (!pair->x_steps || isnan(x) || !pst_period_step(column->period, x, &step))
    return x;
  return (double)step;
}

static double value_of(const struct pst_table *table, size_t column, size_t row)
{
  return column == SIZE_MAX ? 0 : pst_column_number(&table->columns[column], row);
}

/* What a sample is made of. */
struct sampling {
  const struct pst_table *table;
  const struct pst_pairs *pairs;
  const struct pst_column_pair *pair;
  bool bounded; /* rows whose y is known within bounds are taken too */
};

static bool is_taken(const struct sampling *s, size_t row)
{
  const bool known = !isnan(value_of(s->table, s->pair->y, row))
                     || (s->bounded && pst_column_bounded(&s->table->columns[s->pair->y], row));

  return known
         && (s->pairs->beside == NULL || pst_beside_complete(s->table, s->pairs->beside, row));
}

/* The complete rows of a group, as points. */
static size_t collect(const struct sampling *s, size_t group, struct point *points)
{
  const struct pst_groups *groups = s->pairs->groups;
  size_t n = 0;

  for (size_t i = groups->first[group]; i < groups->first[group + 1]; i++) {
    size_t r = groups->row[i];
    double x = x_of(s->table, s->pair, r);

    if (!isnan(x) && is_taken(s, r))
      points[n++] = (struct point){.x = x, .row = r};
  }
  return n;
}

/* The rows from FIRST on, N of them, stand together in the table, and their cells in COLUMN are known: these
   are the values as they are.  NULL: they are not. */
static const double *cells_as_they_are(const struct pst_table *table, const size_t *rows, size_t n,
                                       size_t column)
{
  const double *cells = pst_span_numbers(table, &table->columns[column]).at;

  if (n == 0 || cells == NULL || rows[n - 1] - rows[0] != n - 1)
    return NULL;
  cells += rows[0];
  for (size_t i = 0; i < n; i++)
    if (isnan(cells[i]))
      return NULL;
  return cells;
}

static bool ascending(const double *x, size_t n)
{
  for (size_t i = 1; i < n; i++)
    if (x[i] < x[i - 1])
      return false;
  return true;
}

/* The sample as it stands in the table; false where rows must be left out, counted or sorted. */
static bool sample_in_place(const struct pst_job *job, const struct pst_pairs *pairs, size_t group,
                            const struct pst_column_pair *pair, struct pst_sample *sample)
{
  const size_t *rows = pairs->groups->row + pairs->groups->first[group];
  const size_t n = pairs->groups->first[group + 1] - pairs->groups->first[group];

  *sample = (struct pst_sample){.n = n};
  if (pair->x_steps || pair->y == SIZE_MAX)
    return false;
  if (pair->x != SIZE_MAX)
    sample->x = cells_as_they_are(&job->table, rows, n, pair->x);
  if (pair->x != SIZE_MAX && (sample->x == NULL || (pairs->by_time && !ascending(sample->x, n))))
    return false;
  sample->y = cells_as_they_are(&job->table, rows, n, pair->y);
  return sample->y != NULL;
}

static enum pst_status make_sample(const struct pst_job *job, const struct pst_pairs *pairs,
                                   size_t unit, bool bounded, struct pst_arena *arena,
                                   struct pst_sample *sample, size_t **rows,
                                   struct pst_error *error)
{
  const size_t group = unit / pairs->n_pairs;
  const struct sampling how = {&job->table, pairs, &pairs->pairs[unit % pairs->n_pairs], bounded};
  size_t most = pairs->groups->first[group + 1] - pairs->groups->first[group];
  struct point *points;
  double *x, *y;
  size_t n, *row;

  if (rows == NULL && !bounded && pairs->beside == NULL
      && sample_in_place(job, pairs, group, how.pair, sample))
    return PST_OK;
  points = pst_arena_alloc(arena, (most + 1) * sizeof *points);
  x = pst_arena_alloc(arena, (most + 1) * sizeof *x);
  y = pst_arena_alloc(arena, (most + 1) * sizeof *y);
  row = pst_arena_alloc(arena, (most + 1) * sizeof *row);
  if (points == NULL || x == NULL || y == NULL || row == NULL)
    return pst_fail_memory(error);
  n = collect(&how, group, points);
  if (pairs->by_time && !sorted(points, n))
    qsort(points, n, sizeof *points, by_x);
  for (size_t i = 0; i < n; i++) {
    x[i] = points[i].x;
    y[i] = value_of(&job->table, how.pair->y, points[i].row);
    row[i] = points[i].row;
  }
  if (rows != NULL)
    *rows = row;
  *sample = (struct pst_sample){.n = n, .x = how.pair->x == SIZE_MAX ? NULL : x, .y = y};
  if (pairs->beside == NULL && !bounded)
    return PST_OK;
  return pst_beside_fill(&job->table, pairs->beside,
                         bounded ? &job->table.columns[how.pair->y] : NULL, row, arena, sample,
                         error);
}

enum pst_status pst_pairs_sample(const struct pst_job *job, const struct pst_pairs *pairs,
                                 size_t unit, struct pst_arena *arena, struct pst_sample *sample,
                                 size_t **rows, struct pst_error *error)
{
  return make_sample(job, pairs, unit, false, arena, sample, rows, error);
}

enum pst_status pst_pairs_sample_bounded(const struct pst_job *job, const struct pst_pairs *pairs,
                                         size_t unit, struct pst_arena *arena,
                                         struct pst_sample *sample, size_t **rows,
                                         struct pst_error *error)
{
  return make_sample(job, pairs, unit, true, arena, sample, rows, error);
}

void pst_pairs_free(struct pst_pairs *pairs)
{
  for (size_t i = 0; pairs->units != NULL && i < pairs->n_units; i++)
    pst_estimates_free(&pairs->units[i].estimates);
  for (size_t i = 0; pairs->packings != NULL && i < pairs->n_arenas; i++)
    pst_packing_free(&pairs->packings[i]);
  for (size_t i = 0; i < pairs->n_arenas; i++)
    pst_arena_free(&pairs->arenas[i]);
  free(pairs->packings);
  free(pairs->units);
  free(pairs->arenas);
  pairs->units = NULL;
  pairs->arenas = NULL;
  pairs->packings = NULL;
  pairs->n_units = pairs->n_arenas = 0;
  pst_dictionary_free(&pairs->texts);
}

/* --- reporting --------------------------------------------------------------------------------- */

/* A main term starts the records of its method. */
void pst_pairs_drop_side_terms(struct pst_pair_unit *unit)
{
  const char *method = NULL; /* of the record before, kept or not */
  size_t kept = 0;

  for (size_t i = 0; i < unit->estimates.count; i++) {
    const struct pst_estimate row = unit->estimates.items[i];

    if (method == NULL || strcmp(row.method, method) != 0)
      unit->estimates.items[kept++] = row;
    method = row.method;
  }
  unit->estimates.count = kept;
}

enum pst_status pst_pairs_adjust(struct pst_job *job, struct pst_pairs *pairs,
                                 struct pst_error *error)
{
  struct pst_estimate **rows;
  size_t n = 0;

  if (job->options.adjust == PST_ADJUST_NONE)
    return PST_OK;
  for (size_t u = 0; u < pairs->n_units; u++)
    n += pairs->units[u].estimates.count;
  rows = pst_arena_array(&job->arena, n + 1, sizeof *rows);
  if (rows == NULL)
    return pst_fail_memory(error);
  n = 0;
  for (size_t u = 0; u < pairs->n_units; u++)
    for (size_t i = 0; i < pairs->units[u].estimates.count; i++)
      rows[n++] = &pairs->units[u].estimates.items[i];
  return pst_families_adjust(rows, n, job->options.adjust, &job->arena, error);
}

static enum pst_status all_undefined(const struct pst_job *job, const struct pst_pairs *pairs,
                                     struct pst_error *error)
{
  const char *reason = NULL;

  for (size_t u = 0; u < pairs->n_units; u++)
    for (size_t i = 0; i < pairs->units[u].estimates.count; i++) {
      if (!isnan(pairs->units[u].estimates.items[i].estimate)
          || !isnan(pairs->units[u].estimates.items[i].least)
          || !isnan(pairs->units[u].estimates.items[i].greatest))
        return PST_OK;
      if (reason == NULL)
        reason = pairs->units[u].estimates.items[i].note;
    }
  return pst_fail(error, PST_UNDEFINED, "nothing can be computed: %s",
                  reason != NULL         ? reason
                  : job->count.where > 0 ? "--where leaves no rows"
                                         : "there are no rows");
}

enum pst_status pst_pairs_report(struct pst_job *job, struct pst_pairs *pairs,
                                 const char *const *groups, unsigned left_out,
                                 struct pst_estimate_grid *grid, struct pst_error *error)
{
  enum pst_status status;

  for (size_t u = 0; u < pairs->n_units && job->options.terms == PST_TERMS_MAIN; u++)
    pst_pairs_drop_side_terms(&pairs->units[u]);
  if (pst_job_has_leeway(job))
    left_out |= PST_WITH_LEEWAY;
  status = pst_pairs_adjust(job, pairs, error);
  if (status == PST_OK)
    status = pst_estimate_grid_begin(grid, groups, pairs->groups->n_keys, left_out, error);
  for (size_t u = 0; u < pairs->n_units && status == PST_OK; u++) {
    const struct pst_pair_unit *unit = &pairs->units[u];
    const struct pst_column_pair *pair = &pairs->pairs[unit->pair];
    struct pst_subject subject = {.groups =
                                      pairs->groups->keys + unit->group * pairs->groups->n_keys,
                                  .variable = pair->y_name,
                                  .against = pair->x_name};

    status =
        pst_estimate_grid_add(grid, &subject, unit->estimates.items, unit->estimates.count, error);
  }
  return status == PST_OK ? all_undefined(job, pairs, error) : status;
}
