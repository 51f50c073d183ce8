/* pairs_compute.c -- methods on pairs of columns, over threads. */
#include <stdint.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/number.h"
#include "base/parallel.h"
#include "interval/period/period_step.h"
#include "job/emit.h"
#include "job/leeway.h"
#include "job/ranks.h"
#include "job/pairwise/pairs_leeway.h"
#include "job/pairwise/variables.h"
#include "stats/sample.h"

struct work {
  struct pst_job *job;
  struct pst_pairs *pairs;
  struct pst_arena *scratch;  /* one a thread */
  struct pst_arena *prepared; /* one a thread: of the columns of a group */
  struct pst_error *errors;   /* one a thread: the first failure that is no PST_UNDEFINED */
  size_t *failed;             /* one a thread: the unit or column of that failure */
  struct pst_column_variables columns; /* none: each pair is prepared for itself */
  size_t *slot;                        /* of each column of the table among them */
};

/* Of the failures that of the first unit: which is told does not depend on the threads. */
static enum pst_status first_error(const struct work *work, size_t threads, struct pst_error *error)
{
  const struct pst_error *errors = work->errors;
  size_t first = threads;

  for (size_t t = 0; t < threads; t++)
    if (errors[t].status != PST_OK && (first == threads || work->failed[t] < work->failed[first]))
      first = t;
  if (first == threads)
    return PST_OK;
  work->pairs->failed = work->failed[first];
  return pst_fail(error, errors[first].status, "%s", errors[first].message);
}

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

/* What the x of a sample are, where they are times. */
struct times {
  enum pst_period_kind kind;
  bool steps;
};

static void print_time(const void *about, double x, char text[PST_X_SIZE])
{
  const struct times *times = about;
  long step = 0;

  _Static_assert((int)PST_X_SIZE >= (int)PST_PERIOD_SIZE, "an x may be a period");
  if (times->steps)
    pst_period_print(times->kind, (long)x, text);
  else if (pst_period_step(times->kind, x, &step))
    pst_period_print(times->kind, step, text);
  else
    pst_number_print(text, x);
}

/* No side terms are shown, and no figure draws its lines from them. */
static bool only_main(const struct pst_job *job, const struct pst_pairs *pairs)
{
  return job->options.terms == PST_TERMS_MAIN && pairs->step == NULL && !pst_job_wants_figure(job);
}

/* Orders X and Y once where two methods or more would each do it; MADE: room for them. */
static enum pst_status share_order(const struct pst_job *job, struct pst_sample *sample,
                                   struct pst_known made[2], struct pst_arena *scratch,
                                   struct pst_error *error)
{
  size_t users = 0;

  for (size_t m = 0; m < job->n_methods; m++)
    users += (job->methods[m]->knows & PST_KNOW_ORDER) != 0 && !job->methods[m]->takes_bounds;
  if (users < 2 || sample->x_known != NULL || sample->x == NULL
      || pst_sample_check(sample, 2, NULL) != PST_OK)
    return PST_OK;
  return pst_sample_known(sample, PST_KNOW_ORDER, 1, made, &sample->x_known, &sample->y_known,
                          scratch, error);
}

enum pst_status pst_pairs_methods(struct pst_job *job, const struct pst_pairs *pairs,
                                  struct pst_pair_unit *unit, const struct pst_sample *sample,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_test test = pst_job_test(job);
  const struct pst_column_pair *pair = &pairs->pairs[unit->pair];
  const struct times times = {
      pair->x == SIZE_MAX ? PST_PERIOD_NONE : job->table.columns[pair->x].period, pair->x_steps};
  struct pst_known made[2];
  struct pst_found found = {.has_step_slope = false};
  struct pst_sample shared = *sample;
  enum pst_status status = share_order(job, &shared, made, scratch, error);

  shared.found = &found;
  test.tests = pairs->n_tests;
  test.main_only = only_main(job, pairs);
  if (times.kind != PST_PERIOD_NONE) {
    test.print_x = print_time;
    test.about = &times;
  }
  /* The threads go to the units; a single one may share its permutations among them. */
  if (pairs->n_units == 1)
    test.threads = pst_parallel_threads(job->options.threads, 64);
  for (size_t m = 0; m < job->n_methods && status == PST_OK; m++) {
    size_t first = unit->estimates.count;
    struct pst_sample own = shared;

    if (job->methods[m]->takes_bounds)
      status = pst_pairs_sample_bounded(job, pairs, unit->group * pairs->n_pairs + unit->pair,
                                        scratch, &own, NULL, error);
    if (status == PST_OK)
      status = pst_method_run(job->methods[m], &own, &test, &unit->estimates, scratch, error);
    if (status == PST_OK && pst_job_has_leeway(job))
      status = pst_pairs_leeway_method(job, pairs, job->methods[m], &test, own.n, unit, first,
                                       scratch, error);
    if (status == PST_OK)
      add_unit_names(job, pair, job->methods[m], unit, first);
  }
  return status;
}

/* Records of a unit are kept by the thousand: no more room than they need. */
static void trim(struct pst_estimates *estimates)
{
  if (estimates->count > 0 && estimates->count < estimates->capacity
      && PST_ARRAY_RESIZE(estimates->items, estimates->count, 1))
    estimates->capacity = estimates->count;
}

/* COLUMNS: prepared for the group of the unit; NULL: they are not. */
static void compute_unit(struct work *work, size_t item, size_t thread,
                         const struct pst_column_variables *columns)
{
  struct pst_pair_unit *unit = &work->pairs->units[item];
  const struct pst_column_pair *pair;
  struct pst_arena *scratch = &work->scratch[thread];
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_error *error = &work->errors[thread];
  struct pst_known room[2];
  struct pst_sample sample;
  enum pst_status status;

  if (error->status == PST_OK)
    work->failed[thread] = item;
  unit->group = item / work->pairs->n_pairs;
  unit->pair = item % work->pairs->n_pairs;
  unit->estimates.arena = &work->pairs->arenas[thread];
  pair = &work->pairs->pairs[unit->pair];
  if (columns == NULL)
    status = pst_pairs_sample(work->job, work->pairs, item, scratch, &sample, NULL, error);
  else
    status = pst_column_variables_sample(columns, work->slot[pair->x], work->slot[pair->y], &sample,
                                         room, scratch, error);
  if (status == PST_OK)
    (work->pairs->step == NULL ? pst_pairs_methods : work->pairs->step)(
        work->job, work->pairs, unit, &sample, scratch, error);
  if (only_main(work->job, work->pairs))
    pst_pairs_drop_side_terms(unit);
  trim(&unit->estimates);
  pst_arena_release(scratch, mark);
}

/* The records of a unit that is not kept itself. */
static void compute_packed(void *context, size_t item, size_t thread)
{
  struct work *work = context;
  const struct pst_pairs *pairs = work->pairs;
  struct pst_pair_unit *unit = &pairs->units[item],
                       whole = {.group = item / pairs->n_pairs, .pair = item % pairs->n_pairs};
  struct pst_arena *scratch = &work->scratch[thread], *texts = &work->prepared[thread];
  struct pst_arena_mark mark = pst_arena_mark(scratch), mark_texts = pst_arena_mark(texts);
  struct pst_error *error = &work->errors[thread];
  struct pst_sample sample;
  enum pst_status status;

  if (error->status == PST_OK)
    work->failed[thread] = item;
  whole.estimates.arena = texts;
  status = pst_pairs_sample(work->job, pairs, item, scratch, &sample, NULL, error);
  if (status == PST_OK)
    status = pairs->step(work->job, pairs, &whole, &sample, scratch, error);
  *unit = (struct pst_pair_unit){.group = whole.group, .pair = whole.pair};
  if (status == PST_OK)
    unit->packed = pst_packed_add(&pairs->packings[thread], &whole.estimates);
  if (status == PST_OK && unit->packed == NULL)
    pst_fail_memory(error);
  pst_estimates_free(&whole.estimates);
  pst_arena_release(scratch, mark);
  pst_arena_release(texts, mark_texts);
}

static void compute_alone(void *context, size_t item, size_t thread)
{
  compute_unit(context, item, thread, NULL);
}

/* --- columns of many pairs ----------------------------------------------------------------------- */

static void fill_column(void *context, size_t item, size_t thread)
{
  struct work *work = context;

  if (work->errors[thread].status == PST_OK)
    work->failed[thread] = item;
  pst_column_variables_fill(&work->columns, item, &work->prepared[thread], &work->errors[thread]);
}

static void compute_in_group(void *context, size_t item, size_t thread)
{
  struct work *work = context;

  if (work->errors[thread].status == PST_OK)
    compute_unit(work, work->columns.group * work->pairs->n_pairs + item, thread, &work->columns);
}

/* The groups one after the other, the threads share columns and pairs. */
static void by_pairs(struct work *work, size_t threads, struct pst_error *error)
{
  for (size_t g = 0; g < work->pairs->groups->n_groups && error->status == PST_OK; g++) {
    work->columns.group = g;
    pst_parallel(work->columns.n, threads, fill_column, work);
    if (first_error(work, threads, error) == PST_OK)
      pst_parallel(work->pairs->n_pairs, threads, compute_in_group, work);
    for (size_t t = 0; t < threads; t++)
      pst_arena_free(&work->prepared[t]);
  }
}

/* The threads share the groups: each prepares its own columns. */
static void compute_group(void *context, size_t group, size_t thread)
{
  struct work *work = context;
  struct pst_arena *arena = &work->prepared[thread];
  struct pst_arena_mark mark = pst_arena_mark(arena);
  struct pst_error *error = &work->errors[thread];
  struct pst_column_variables own = work->columns;

  own.group = group;
  own.list = pst_arena_array(arena, own.n, sizeof *own.list);
  if (own.list == NULL)
    pst_fail_memory(error);
  for (size_t c = 0; c < own.n && error->status == PST_OK; c++)
    pst_column_variables_fill(&own, c, arena, error);
  for (size_t p = 0; p < work->pairs->n_pairs && error->status == PST_OK; p++)
    compute_unit(work, group * work->pairs->n_pairs + p, thread, &own);
  pst_arena_release(arena, mark);
}

/* What the methods want to be known of columns; 0 where one does not say. */
static unsigned wanted(const struct pst_job *job, const struct pst_pairs *pairs)
{
  unsigned what = 0;

  if (pairs->step != NULL || pairs->by_time || pairs->beside != NULL)
    return 0;
  for (size_t m = 0; m < job->n_methods; m++) {
    if (job->methods[m]->knows == 0)
      return 0;
    what |= job->methods[m]->knows;
  }
  return what;
}

/* Lists the columns of the pairs, if several pairs share them: else none. */
static void list_columns(struct work *work)
{
  const struct pst_pairs *pairs = work->pairs;
  const struct pst_table *table = &work->job->table;
  struct pst_arena *arena = &work->job->arena;
  unsigned what = wanted(work->job, pairs);
  size_t *columns = what == 0 ? NULL : pst_arena_array(arena, table->n_columns, sizeof *columns);
  size_t n = 0;

  work->slot =
      columns == NULL ? NULL : pst_arena_array(arena, table->n_columns, sizeof *work->slot);
  for (size_t c = 0; work->slot != NULL && c < table->n_columns; c++)
    work->slot[c] = SIZE_MAX;
  for (size_t p = 0; work->slot != NULL && p < 2 * pairs->n_pairs; p++) {
    size_t c = p % 2 == 0 ? pairs->pairs[p / 2].x : pairs->pairs[p / 2].y;

    if (work->slot[c] == SIZE_MAX) {
      columns[n] = c;
      work->slot[c] = n++;
    }
  }
  if (n == 0 || pairs->n_pairs <= n / 2 + 1 || table->n_rows >= UINT32_MAX)
    return;
  work->columns = (struct pst_column_variables){.table = table,
                                                .groups = pairs->groups,
                                                .what = what,
                                                .kept = table->n_rows <= PST_PAIRS_KEPT / n,
                                                .n = n,
                                                .columns = columns};
  work->columns.list = pst_arena_array(arena, n, sizeof *work->columns.list);
}

/* --- all ----------------------------------------------------------------------------------------- */

static void compute_all(struct work *work, size_t threads, struct pst_error *error)
{
  const struct pst_pairs *pairs = work->pairs;

  if (pairs->packs)
    pst_parallel(pairs->n_units, threads, compute_packed, work);
  else if (work->columns.list == NULL)
    pst_parallel(pairs->n_units, threads, compute_alone, work);
  else if (pairs->groups->n_groups > 2 * threads)
    pst_parallel(pairs->groups->n_groups, threads, compute_group, work);
  else
    by_pairs(work, threads, error);
  first_error(work, threads, error);
}

static bool make_packings(struct pst_pairs *pairs, size_t threads)
{
  if (pairs->arenas == NULL || !pairs->packs)
    return pairs->arenas != NULL;
  pairs->packings = calloc(threads, sizeof *pairs->packings);
  for (size_t t = 0; pairs->packings != NULL && t < threads; t++)
    pairs->packings[t].arena = &pairs->arenas[t];
  return pairs->packings != NULL;
}

enum pst_status pst_pairs_compute(struct pst_job *job, struct pst_pairs *pairs,
                                  struct pst_error *error)
{
  struct work work = {.job = job, .pairs = pairs};
  size_t threads, few = 4096;

  pairs->n_units = pairs->groups->n_groups * pairs->n_pairs;
  pairs->n_tests = pst_owned_all(job, pairs->groups->n_groups) * pairs->n_pairs;
  /* Threads cost more than they save on a small table. */
  threads = pst_parallel_threads(job->options.threads,
                                 job->table.n_rows * pairs->n_pairs < few ? 1 : pairs->n_units);
  pairs->units = calloc(pairs->n_units + 1, sizeof *pairs->units);
  pairs->arenas = calloc(threads, sizeof *pairs->arenas);
  pairs->n_arenas = pairs->arenas == NULL ? 0 : threads;
  work.scratch = calloc(2 * threads, sizeof *work.scratch);
  work.errors = calloc(threads, sizeof *work.errors);
  work.failed = calloc(threads, sizeof *work.failed);
  if (make_packings(pairs, threads) && pairs->units != NULL && work.scratch != NULL
      && work.errors != NULL && work.failed != NULL) {
    work.prepared = work.scratch + threads;
    list_columns(&work);
    compute_all(&work, threads, error);
  } else {
    pst_fail_memory(error);
  }
  for (size_t t = 0; work.scratch != NULL && t < 2 * threads; t++)
    pst_arena_free(&work.scratch[t]);
  free(work.scratch);
  free(work.errors);
  free(work.failed);
  return error->status;
}
