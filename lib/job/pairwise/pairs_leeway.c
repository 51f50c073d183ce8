/* pairs_leeway.c -- what --printed and --bounds leave open of the methods on a pair of columns. */
#include "job/pairwise/pairs_leeway.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "interval/period/period_step.h"
#include "job/leeway.h"

/* --- the rows ---------------------------------------------------------------------------------------- */

struct point {
  double x;
  struct pst_bounds x_bounds, y_bounds;
  size_t row;
};

static int by_x(const void *a, const void *b)
{
  const struct point *p = a, *q = b;

  if (p->x != q->x)
    return p->x < q->x ? -1 : 1;
  return p->row < q->row ? -1 : p->row > q->row;
}

static struct pst_bounds bounds_of(const struct pst_job *job, const struct pst_column_pair *pair,
                                   bool x, size_t row)
{
  const size_t c = x ? pair->x : pair->y;
  const struct pst_column *column = c == SIZE_MAX ? NULL : &job->table.columns[c];
  struct pst_bounds bounds;
  long step;

  if (column == NULL)
    return pst_bounds_point(0);
  bounds = pst_job_cell_bounds(job, column, row);
  if (x && pair->x_steps && !isnan(bounds.low)
      && pst_period_step(column->period, bounds.low, &step))
    bounds = pst_bounds_point((double)step);
  return bounds;
}

static size_t collect(const struct pst_job *job, const struct pst_pairs *pairs,
                      const struct pst_pair_unit *unit, struct point *points)
{
  const struct pst_groups *groups = pairs->groups;
  const struct pst_column_pair *pair = &pairs->pairs[unit->pair];
  size_t n = 0;

  for (size_t i = groups->first[unit->group]; i < groups->first[unit->group + 1]; i++) {
    const size_t row = groups->row[i];
    struct point point = {.row = row,
                          .x_bounds = bounds_of(job, pair, true, row),
                          .y_bounds = bounds_of(job, pair, false, row)};

    if (isnan(point.x_bounds.low) || isnan(point.y_bounds.low)
        || (pairs->beside != NULL && !pst_beside_complete(&job->table, pairs->beside, row)))
      continue;
    point.x = pst_bounds_is_point(&point.x_bounds) ? point.x_bounds.low : 0;
    points[n++] = point;
  }
  if (pairs->by_time)
    qsort(points, n, sizeof *points, by_x);
  return n;
}

/* The value of a cell; NaN where it has none but bounds. */
static double value_of(const struct pst_job *job, size_t c, const struct point *point, bool x)
{
  const struct pst_bounds *b = x ? &point->x_bounds : &point->y_bounds;

  if (pst_bounds_is_point(b))
    return b->low;
  return pst_column_number(&job->table.columns[c], point->row);
}

static enum pst_status fill_array(const struct pst_job *job, size_t c, const struct point *points,
                                  size_t n, bool x, struct pst_leeway_values *array,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_bounds *bounds = pst_arena_array(scratch, n + 1, sizeof *bounds);

  *array = (struct pst_leeway_values){
      .n = n, .at = pst_arena_array(scratch, n + 1, sizeof *array->at), .bounds = bounds};
  if (bounds == NULL || array->at == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    bounds[i] = x ? points[i].x_bounds : points[i].y_bounds;
    array->at[i] = value_of(job, c, &points[i], x);
  }
  array->whole =
      job->options.bounds && c != SIZE_MAX && pst_job_whole_bounds(job, &job->table.columns[c]);
  return PST_OK;
}

enum pst_status pst_pairs_leeway_sample(const struct pst_job *job, const struct pst_pairs *pairs,
                                        const struct pst_pair_unit *unit,
                                        struct pst_pairs_leeway *out, struct pst_arena *scratch,
                                        struct pst_error *error)
{
  const struct pst_column_pair *pair = &pairs->pairs[unit->pair];
  const size_t most = pairs->groups->first[unit->group + 1] - pairs->groups->first[unit->group];
  struct point *points = pst_arena_array(scratch, most + 1, sizeof *points);
  size_t *rows = pst_arena_array(scratch, most + 1, sizeof *rows), n;
  enum pst_status status = PST_OK;

  *out = (struct pst_pairs_leeway){.n_lists = 0};
  if (points == NULL || rows == NULL)
    return pst_fail_memory(error);
  n = collect(job, pairs, unit, points);
  for (size_t i = 0; i < n; i++)
    rows[i] = points[i].row;
  if (pair->x != SIZE_MAX)
    status = fill_array(job, pair->x, points, n, true, &out->lists[out->n_lists++], scratch, error);
  if (status == PST_OK)
    status =
        fill_array(job, pair->y, points, n, false, &out->lists[out->n_lists++], scratch, error);
  out->sample = (struct pst_sample){.n = n,
                                    .x = pair->x == SIZE_MAX ? NULL : out->lists[0].at,
                                    .y = out->lists[out->n_lists - 1].at};
  if (status == PST_OK && pairs->beside != NULL)
    status = pst_beside_fill(&job->table, pairs->beside, NULL, rows, scratch, &out->sample, error);
  return status;
}

/* --- the kernel ---------------------------------------------------------------------------------------- */

struct run {
  const struct pst_method *method;
  const struct pst_sample *sample;
  const struct pst_test *test;
};

static enum pst_status run_method(void *context, struct pst_estimates *out,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  const struct run *run = context;

  return run->method->kernel(run->sample, run->test, out, scratch, error);
}

enum pst_status pst_pairs_leeway_run(const struct pst_job *job, struct pst_pairs_leeway *values,
                                     pst_leeway_run *run, void *context, size_t n,
                                     struct pst_pair_unit *unit, size_t first, size_t rows,
                                     struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_job_options *o = &job->options;
  const struct pst_leeway leeway = {.lists = values->lists,
                                    .n_lists = values->n_lists,
                                    .run = run,
                                    .context = context,
                                    .rows = rows,
                                    .seed = PST_SEED,
                                    .alpha = 1 - (o->conf_level > 0 ? o->conf_level : 0.95),
                                    .plain_test = o->alternative == PST_TWO_SIDED
                                                  && o->p.kind == PST_P_AUTO
                                                  && o->continuity == PST_CONTINUITY_DEFAULT,
                                    .known = n == values->sample.n};

  return pst_leeway_fill(&leeway, &unit->estimates, first, scratch, error);
}

enum pst_status pst_pairs_leeway_method(const struct pst_job *job, const struct pst_pairs *pairs,
                                        const struct pst_method *method,
                                        const struct pst_test *test, size_t n,
                                        struct pst_pair_unit *unit, size_t first,
                                        struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_pairs_leeway values;
  struct pst_test own = *test;
  struct run run = {method, &values.sample, &own};
  enum pst_status status = pst_pairs_leeway_sample(job, pairs, unit, &values, scratch, error);

  own.threads = 1;
  if (status == PST_OK)
    status = pst_pairs_leeway_run(job, &values, run_method, &run, n, unit, first,
                                  job->options.terms == PST_TERMS_MAIN ? 1 : 0, scratch, error);
  pst_arena_release(scratch, mark);
  return status;
}
