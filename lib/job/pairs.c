/* pairs.c -- methods on pairs of columns, group by group, over threads. */
#include "job/pairs.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "interval/period/period_step.h"
#include "method/family.h"

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
  const struct pst_column *column = pair->x == SIZE_MAX ? NULL : &table->columns[pair->x];
  double x = column == NULL ? 0 : pst_column_number(column, row);
  long step;

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

static enum pst_status make_sample(const struct pst_job *job, const struct pst_pairs *pairs,
                                   size_t unit, bool bounded, struct pst_arena *arena,
                                   struct pst_sample *sample, size_t **rows,
                                   struct pst_error *error)
{
  const size_t group = unit / pairs->n_pairs;
  const struct sampling how = {&job->table, pairs, &pairs->pairs[unit % pairs->n_pairs], bounded};
  size_t most = pairs->groups->first[group + 1] - pairs->groups->first[group];
  struct point *points = pst_arena_alloc(arena, (most + 1) * sizeof *points);
  double *x = pst_arena_alloc(arena, (most + 1) * sizeof *x);
  double *y = pst_arena_alloc(arena, (most + 1) * sizeof *y);
  size_t n, *row = pst_arena_alloc(arena, (most + 1) * sizeof *row);

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

/* --- computing --------------------------------------------------------------------------------- */

struct work {
  struct pst_job *job;
  struct pst_pairs *pairs;
  struct pst_arena *scratch; /* one a thread */
  struct pst_error *errors;  /* one a thread: the first failure that is no PST_UNDEFINED */
};

static void add_unit_names(const struct pst_job *job, const struct pst_column_pair *pair,
                           const struct pst_method *method, struct pst_pair_unit *unit,
                           size_t first)
{
  const char *y_unit = job->table.columns[pair->y].unit;

  for (size_t i = first; i < unit->estimates.count; i++) {
    struct pst_estimate *row = &unit->estimates.items[i];

    if (row->unit == NULL)
      row->unit = pst_method_unit(method, row->term, y_unit, pair->x_unit, unit->estimates.arena);
  }
}

enum pst_status pst_pairs_methods(struct pst_job *job, const struct pst_pairs *pairs,
                                  struct pst_pair_unit *unit, const struct pst_sample *sample,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_test test = pst_job_test(job);
  enum pst_status status = PST_OK;

  /* The threads go to the units; a single one may share its permutations among them. */
  if (pairs->n_units == 1)
    test.threads = pst_parallel_threads(job->options.threads, 64);
  for (size_t m = 0; m < job->n_methods && status == PST_OK; m++) {
    size_t first = unit->estimates.count;
    struct pst_sample own = *sample;

    if (job->methods[m]->takes_bounds)
      status = pst_pairs_sample_bounded(job, pairs, unit->group * pairs->n_pairs + unit->pair,
                                        scratch, &own, NULL, error);
    if (status == PST_OK)
      status = pst_method_run(job->methods[m], &own, &test, &unit->estimates, scratch, error);
    if (status == PST_OK)
      add_unit_names(job, &pairs->pairs[unit->pair], job->methods[m], unit, first);
  }
  return status;
}

static void compute_unit(void *context, size_t item, size_t thread)
{
  struct work *work = context;
  struct pst_pair_unit *unit = &work->pairs->units[item];
  struct pst_arena *scratch = &work->scratch[thread];
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_error *error = &work->errors[thread];
  struct pst_sample sample;
  enum pst_status status;

  unit->group = item / work->pairs->n_pairs;
  unit->pair = item % work->pairs->n_pairs;
  unit->estimates.arena = &work->pairs->arenas[thread];
  status = pst_pairs_sample(work->job, work->pairs, item, scratch, &sample, NULL, error);
  if (status == PST_OK)
    (work->pairs->step == NULL ? pst_pairs_methods : work->pairs->step)(
        work->job, work->pairs, unit, &sample, scratch, error);
  pst_arena_release(scratch, mark);
}

static enum pst_status first_error(const struct work *work, size_t threads, struct pst_error *error)
{
  for (size_t t = 0; t < threads; t++)
    if (work->errors[t].status != PST_OK)
      return pst_fail(error, work->errors[t].status, "%s", work->errors[t].message);
  return PST_OK;
}

enum pst_status pst_pairs_compute(struct pst_job *job, struct pst_pairs *pairs,
                                  struct pst_error *error)
{
  struct work work = {.job = job, .pairs = pairs};
  size_t threads, few = 4096;

  pairs->n_units = pairs->groups->n_groups * pairs->n_pairs;
  /* Threads cost more than they save on a small table. */
  threads = pst_parallel_threads(job->options.threads,
                                 job->table.n_rows * pairs->n_pairs < few ? 1 : pairs->n_units);
  pairs->units = calloc(pairs->n_units + 1, sizeof *pairs->units);
  pairs->arenas = calloc(threads, sizeof *pairs->arenas);
  pairs->n_arenas = pairs->arenas == NULL ? 0 : threads;
  work.scratch = calloc(threads, sizeof *work.scratch);
  work.errors = calloc(threads, sizeof *work.errors);
  if (pairs->units != NULL && pairs->arenas != NULL && work.scratch != NULL
      && work.errors != NULL) {
    pst_parallel(pairs->n_units, threads, compute_unit, &work);
    first_error(&work, threads, error);
  } else {
    pst_fail_memory(error);
  }
  for (size_t t = 0; work.scratch != NULL && t < threads; t++)
    pst_arena_free(&work.scratch[t]);
  free(work.scratch);
  free(work.errors);
  return error->status;
}

void pst_pairs_free(struct pst_pairs *pairs)
{
  for (size_t i = 0; pairs->units != NULL && i < pairs->n_units; i++)
    pst_estimates_free(&pairs->units[i].estimates);
  for (size_t i = 0; i < pairs->n_arenas; i++)
    pst_arena_free(&pairs->arenas[i]);
  free(pairs->units);
  free(pairs->arenas);
  pairs->units = NULL;
  pairs->arenas = NULL;
  pairs->n_units = pairs->n_arenas = 0;
}

/* --- counting ---------------------------------------------------------------------------------- */

enum fate { FATE_MISSING, FATE_BOUNDED, FATE_USED };

static enum fate fate_of_cell(const struct pst_table *table, size_t column, size_t row)
{
  if (column == SIZE_MAX)
    return FATE_USED;
  if (table->columns[column].type == PST_COLUMN_TEXT)
    return pst_column_missing(&table->columns[column], row) ? FATE_MISSING : FATE_USED;
  if (!isnan(pst_column_number(&table->columns[column], row)))
    return FATE_USED;
  return pst_column_bounded(&table->columns[column], row) ? FATE_BOUNDED : FATE_MISSING;
}

static enum fate fate_of_row(const struct pst_table *table, const struct pst_pairs *pairs,
                             size_t row)
{
  enum fate best = FATE_MISSING;

  if (pairs->beside != NULL && !pst_beside_complete(table, pairs->beside, row))
    return FATE_MISSING;
  for (size_t p = 0; p < pairs->n_pairs && best != FATE_USED; p++) {
    enum fate x = fate_of_cell(table, pairs->pairs[p].x, row);
    enum fate y = fate_of_cell(table, pairs->pairs[p].y, row);
    enum fate both = x < y ? x : y;

    best = both > best ? both : best;
  }
  return best;
}

static void count_fates(const struct pst_job *job, const struct pst_pairs *all,
                        const struct pst_column_pair *pairs, size_t n_pairs,
                        size_t count[FATE_USED + 1])
{
  const struct pst_groups *groups = all->groups;
  const struct pst_pairs some = {.pairs = pairs, .n_pairs = n_pairs, .beside = all->beside};

  for (int f = 0; f <= FATE_USED; f++)
    count[f] = 0;
  for (size_t i = 0; groups->n_groups > 0 && i < groups->first[groups->n_groups]; i++)
    count[fate_of_row(&job->table, &some, groups->row[i])]++;
}

/* With several columns a row may be used by one and missing in another: where a column has fewer rows
   than all together, say so. */
static void say_pair_counts(struct pst_job *job, const struct pst_pairs *pairs, size_t used)
{
  enum { SAID_MOST = 12 };

  for (size_t p = 0; pairs->n_pairs > 1 && pairs->n_pairs <= SAID_MOST && p < pairs->n_pairs; p++) {
    const struct pst_column_pair *pair = &pairs->pairs[p];
    size_t count[FATE_USED + 1];

    count_fates(job, pairs, pair, 1, count);
    if (count[FATE_USED] < used)
      pst_job_say(job, "%s%s%s: %zu used, %zu missing, %zu bounded", pair->y_name,
                  pair->x_name == NULL ? "" : " with ", pair->x_name == NULL ? "" : pair->x_name,
                  count[FATE_USED], count[FATE_MISSING], count[FATE_BOUNDED]);
  }
}

/* Every method uses the values that are known within bounds. */
static bool takes_bounds(const struct pst_job *job)
{
  size_t n = 0;

  for (size_t m = 0; m < job->n_methods; m++)
    n += job->methods[m]->takes_bounds;
  return n > 0 && n == job->n_methods;
}

void pst_pairs_count(struct pst_job *job, const struct pst_pairs *pairs)
{
  size_t count[FATE_USED + 1];

  count_fates(job, pairs, pairs->pairs, pairs->n_pairs, count);
  say_pair_counts(job, pairs, count[FATE_USED]);
  job->count.used = count[FATE_USED] + (takes_bounds(job) ? count[FATE_BOUNDED] : 0);
  job->count.bounded = takes_bounds(job) ? 0 : count[FATE_BOUNDED];
  job->count.missing = count[FATE_MISSING] + pairs->groups->n_left_out;
}

/* --- reporting --------------------------------------------------------------------------------- */

/* A main term starts the records of its method. */
static void drop_side_terms(struct pst_pair_unit *unit)
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
      if (!isnan(pairs->units[u].estimates.items[i].estimate))
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
    drop_side_terms(&pairs->units[u]);
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
