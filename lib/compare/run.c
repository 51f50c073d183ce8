/* run.c -- the records of all units: every method on every level, every two, or all. */
#include "compare/run.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/parallel.h"
#include "compare/collect.h"
#include "compare/compare_leeway.h"
#include "compare/order.h"
#include "compare/run_kinds.h"
#include "job/leeway.h"

struct work {
  struct pst_job *job;
  const struct pst_groups *groups;
  struct pst_compare_units *units;
  struct pst_arena *scratch; /* one a thread */
  struct pst_error *errors;  /* one a thread: that of the first unit of those it took */
  size_t *failed;            /* which unit that was */
};

/* What a method needs to be run on a unit. */
struct task {
  struct pst_job *job;
  const struct pst_compare_data *data;
  const struct pst_compare_leeway *leeway;
  const struct pst_method *method;
  struct pst_test test;
  struct pst_compare_unit *unit;
  struct pst_arena *scratch;
};

/* Of the defaults one is enough to honour an option: the others keep to their own ways. */
static void mask_test(const struct pst_method *method, struct pst_test *test)
{
  if ((method->honours & PST_HONOURS_P_VALUE) == 0)
    test->p_kind = PST_P_AUTO;
  if ((method->honours & PST_HONOURS_CONTINUITY) == 0)
    test->continuity = PST_CONTINUITY_DEFAULT;
  if ((method->honours & PST_HONOURS_ALTERNATIVE) == 0)
    test->alternative = PST_TWO_SIDED;
}

static bool name_rows(struct pst_compare_unit *unit, size_t first,
                      const struct pst_compare_subject *subject)
{
  for (size_t i = first; i < unit->estimates.count; i++) {
    if (!PST_ARRAY_ROOM(unit->subjects, unit->subjects_capacity, i + 1))
      return false;
    unit->subjects[i] = *subject;
  }
  return true;
}

/* The rows of a poll or a table are of a category or a cell each: the name moves from the term. */
static void name_cells(const struct task *task, size_t first)
{
  const struct pst_compare_settings *s = task->job->settings;
  const struct pst_contingency *t = &task->data->table;
  const bool poll = s->category_role != SIZE_MAX;
  struct pst_estimates *rows = &task->unit->estimates;

  for (size_t i = 0; i < t->rows * t->columns && first + i < rows->count; i++) {
    if (rows->items[first + i].note != NULL && rows->count == first + 1)
      return; /* undefined as a whole */
    rows->items[first + i].term = "share";
    task->unit->subjects[first + i].level = s->rows_order.names[poll ? i : i / t->columns];
    if (!poll)
      task->unit->subjects[first + i].column =
          s->columns_order[task->unit->variable].names[i % t->columns];
  }
}

static size_t main_rows_of(const struct task *task)
{
  const struct pst_contingency *t = &task->data->table;
  const struct pst_compare_settings *s = task->job->settings;
  const struct pst_compare_kernel *kernel = task->method->compare;

  return kernel->every_row         ? t->rows * t->columns
         : kernel->takes_quantiles ? s->probabilities.n
                                   : 1;
}

static void drop_side_terms(const struct task *task, size_t first)
{
  const size_t main_rows = main_rows_of(task);

  if (task->job->options.terms == PST_TERMS_MAIN && task->unit->estimates.count > first + main_rows)
    task->unit->estimates.count = first + main_rows;
}

static void add_units(const struct task *task, size_t first)
{
  const struct pst_compare_settings *s = task->job->settings;
  const struct pst_column *y =
      s->y.count == 0 ? NULL : pst_job_column(task->job, s->y.roles[task->unit->variable]);
  const char *x_unit = s->x.count == 0
                           ? NULL
                           : pst_job_time_unit(task->job, pst_job_column(task->job, s->x.roles[0]));

  for (size_t i = first; i < task->unit->estimates.count; i++) {
    struct pst_estimate *row = &task->unit->estimates.items[i];

    if (row->unit == NULL)
      row->unit = pst_method_unit(task->method, row->term, y == NULL ? NULL : y->unit, x_unit,
                                  task->unit->estimates.arena);
  }
}

/* The level of a call that has no value but within bounds; NULL: each has one. */
static const char *open_level(const struct task *task, size_t i, size_t j)
{
  const struct pst_compare_data *d = task->data;
  const bool all = pst_compare_kinds[task->method->compare->takes].form == PST_FORM_ALL;

  for (size_t k = 0; task->leeway->data.k > 0 && k < d->k; k++)
    if ((all || k == i || k == j) && d->levels[k].n == 0)
      return pst_compare_level_name(task->job->settings, d, k);
  return NULL;
}

/* The kernel of the task's method on levels I and J. */
static enum pst_status run_call(const struct task *task, size_t i, size_t j,
                                const struct pst_compare_subject *subject, struct pst_error *error)
{
  struct pst_compare_call call = {
      .settings = task->job->settings, .data = task->data, .i = i, .j = j, .test = &task->test};
  const struct pst_compare_kernel *kernel = task->method->compare;
  const size_t first = task->unit->estimates.count;
  const char *open_one = open_level(task, i, j);
  struct pst_error reason = {.status = PST_OK};
  enum pst_status status;

  if (task->data->why_not != NULL)
    status = pst_fail(&reason, PST_UNDEFINED, "%s", task->data->why_not);
  else
    status = pst_compare_kinds[kernel->takes].run(kernel, &call, &task->unit->estimates,
                                                  task->scratch, &reason);
  if (status == PST_UNDEFINED && open_one != NULL) {
    reason = (struct pst_error){.status = PST_OK};
    pst_fail(&reason, PST_UNDEFINED, "every value of %s is known within bounds alone", open_one);
  }
  status = pst_method_settle(task->method, status, &reason, call.n, first, &task->unit->estimates,
                             error);
  if (status != PST_OK)
    return status;
  if (task->data->note != NULL && reason.status == PST_OK && task->unit->estimates.count > first)
    pst_estimate_note(&task->unit->estimates, &task->unit->estimates.items[first], "%s",
                      task->data->note);
  if (task->leeway->data.k > 0) {
    const struct pst_compare_leeway_call open = {task->method, &task->test, i, j};

    status =
        pst_compare_leeway_fill(task->job, task->leeway, &open,
                                task->job->options.terms == PST_TERMS_MAIN ? main_rows_of(task) : 0,
                                &task->unit->estimates, first, task->scratch, error);
    if (status != PST_OK)
      return status;
  }
  add_units(task, first);
  drop_side_terms(task, first);
  if (!name_rows(task->unit, first, subject))
    return pst_fail_memory(error);
  if (kernel->every_row)
    name_cells(task, first);
  return PST_OK;
}

/* A method that finds nothing to run on says why. */
static enum pst_status run_none(const struct task *task, struct pst_error *error)
{
  const struct pst_compare_settings *s = task->job->settings;
  const struct pst_compare_data *d = task->data;
  const struct pst_compare_subject nobody = {NULL, NULL, NULL};
  const size_t reference = s->levels_order.reference, first = task->unit->estimates.count;
  struct pst_error reason = {.status = PST_OK};
  enum pst_status status;

  if (d->k == 0)
    pst_fail(&reason, PST_UNDEFINED, "no complete rows");
  else if (reference != SIZE_MAX)
    pst_fail(&reason, PST_UNDEFINED, "no level beside %s", s->levels_order.names[reference]);
  else
    pst_fail(&reason, PST_UNDEFINED, "one level only: %s", pst_compare_level_name(s, d, 0));
  status = pst_method_settle(task->method, PST_UNDEFINED, &reason, d->n, first,
                             &task->unit->estimates, error);
  if (status == PST_OK && !name_rows(task->unit, first, &nobody))
    return pst_fail_memory(error);
  return status;
}

static enum pst_status run_each(const struct task *task, struct pst_error *error)
{
  enum pst_status status = task->data->k == 0 ? run_none(task, error) : PST_OK;

  for (size_t i = 0; i < task->data->k && status == PST_OK; i++) {
    const struct pst_compare_subject subject = {
        pst_compare_level_name(task->job->settings, task->data, i), NULL, NULL};

    status = run_call(task, i, i, &subject, error);
  }
  return status;
}

/* By default a method for bounded cells stays silent where there are none. */
static bool has_nothing_to_add(const struct task *task, size_t i, size_t j)
{
  return task->method->compare->takes == PST_TAKES_TWO_BOUNDED && !task->job->options.given.methods
         && task->data->levels[i].bounds == NULL && task->data->levels[j].bounds == NULL;
}

/* Level I against J. */
static enum pst_status run_pair(const struct task *task, size_t i, size_t j,
                                struct pst_error *error)
{
  const struct pst_compare_settings *s = task->job->settings;
  const struct pst_compare_subject subject = {pst_compare_level_name(s, task->data, i), NULL,
                                              pst_compare_level_name(s, task->data, j)};

  if (has_nothing_to_add(task, i, j))
    return PST_OK;
  return run_call(task, i, j, &subject, error);
}

/* Where the reference stands in the unit; k when it is not there. */
static size_t reference_of(const struct task *task)
{
  const struct pst_compare_settings *s = task->job->settings;
  size_t k = 0;

  while (k < task->data->k && task->data->levels[k].place != s->levels_order.reference)
    k++;
  return k;
}

static enum pst_status fail_reference(const struct task *task, struct pst_error *error)
{
  const struct pst_compare_settings *s = task->job->settings;
  const char *name = s->levels_order.names[s->levels_order.reference];
  const struct pst_compare_subject nobody = {NULL, NULL, name};
  const size_t first = task->unit->estimates.count;
  struct pst_error reason = {.status = PST_OK};
  enum pst_status status;

  pst_fail(&reason, PST_UNDEFINED, "no complete row of %s, the reference", name);
  status = pst_method_settle(task->method, PST_UNDEFINED, &reason, task->data->n, first,
                             &task->unit->estimates, error);
  if (status == PST_OK && !name_rows(task->unit, first, &nobody))
    return pst_fail_memory(error);
  return status;
}

static enum pst_status run_two(const struct task *task, struct pst_error *error)
{
  const struct pst_compare_settings *s = task->job->settings;
  const size_t k = task->data->k, reference = reference_of(task);
  enum pst_status status = PST_OK;

  if (k > 0 && s->levels_order.reference != SIZE_MAX && reference == k)
    return fail_reference(task, error);
  if (k < 2 && task->method->compare->takes == PST_TAKES_TWO_BOUNDED
      && !task->job->options.given.methods)
    return PST_OK;
  if (k < 2)
    return run_none(task, error);
  for (size_t i = 0; i < k; i++)
    for (size_t j = 0; j < k && status == PST_OK; j++)
      if (s->levels_order.reference == SIZE_MAX ? j < i : j == reference && i != j)
        status = run_pair(task, i, j, error);
  return status;
}

/* A table or a poll, or all levels. */
static enum pst_status run_all(const struct task *task, struct pst_error *error)
{
  const struct pst_compare_subject all = {NULL, NULL, NULL};

  return run_call(task, 0, task->unit->variable, &all, error);
}

static enum pst_status run_method(const struct task *task, struct pst_error *error)
{
  const struct pst_compare_settings *s = task->job->settings;
  const enum pst_compare_form form = pst_compare_kinds[task->method->compare->takes].form;

  if (task->data->levels == NULL)
    return run_all(task, error);
  if (form == PST_FORM_EACH)
    return run_each(task, error);
  if (form == PST_FORM_TWO)
    return run_two(task, error);
  /* Of two levels the methods for two say all that those for all would. */
  if (!task->job->options.given.methods && s->levels_order.count < 3)
    return PST_OK;
  return run_all(task, error);
}

static enum pst_status run_unit(const struct work *work, struct pst_compare_unit *unit,
                                struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_compare_settings *s = work->job->settings;
  struct pst_compare_data data = {.k = 0};
  struct pst_compare_leeway leeway = {.known = false};
  struct pst_arena arena = PST_ARENA_EMPTY;
  enum pst_status status =
      s->shape->collect(work->job, work->groups, unit->group, unit->variable, &data, &arena, error);

  if (status == PST_OK && pst_job_has_leeway(work->job))
    status = pst_compare_leeway_collect(work->job, work->groups, unit->group, unit->variable, &data,
                                        &leeway, &arena, error);
  for (size_t m = 0; m < work->job->n_methods && status == PST_OK; m++) {
    struct task task = {.job = work->job,
                        .data = &data,
                        .leeway = &leeway,
                        .method = work->job->methods[m],
                        .test = pst_job_test(work->job),
                        .unit = unit,
                        .scratch = scratch};

    mask_test(task.method, &task.test);
    if (work->units->count == 1)
      task.test.threads = pst_parallel_threads(work->job->options.threads, 64);
    status = run_method(&task, error);
  }
  pst_arena_free(&arena);
  return status;
}

static void compute_unit(void *context, size_t item, size_t thread)
{
  struct work *work = context;
  struct pst_compare_unit *unit = &work->units->units[item];
  struct pst_arena_mark mark = pst_arena_mark(&work->scratch[thread]);
  struct pst_error error = {.status = PST_OK};

  unit->group = item / work->units->n_variables;
  unit->variable = item % work->units->n_variables;
  unit->estimates.arena = &work->units->arenas[thread];
  if (run_unit(work, unit, &work->scratch[thread], &error) != PST_OK
      && item < work->failed[thread]) {
    work->errors[thread] = error;
    work->failed[thread] = item;
  }
  pst_arena_release(&work->scratch[thread], mark);
}

static enum pst_status first_error(struct work *work, size_t threads, struct pst_error *error)
{
  size_t first = 0;

  for (size_t t = 1; t < threads; t++)
    if (work->failed[t] < work->failed[first])
      first = t;
  if (work->failed[first] == SIZE_MAX)
    return PST_OK;
  work->units->failed = work->failed[first];
  *error = work->errors[first];
  return error->status;
}

static size_t variables_of(const struct pst_compare_settings *s)
{
  return s->y.count > 0 ? s->y.count : 1;
}

enum pst_status pst_compare_compute(struct pst_job *job, const struct pst_groups *groups,
                                    struct pst_compare_units *units, struct pst_error *error)
{
  struct work work = {.job = job, .groups = groups, .units = units};
  const size_t few = 4096;
  enum pst_status status = PST_OK;
  size_t threads;

  units->n_variables = variables_of(job->settings);
  units->count = groups->n_groups * units->n_variables;
  threads = pst_parallel_threads(job->options.threads, job->table.n_rows < few ? 1 : units->count);
  units->units = calloc(units->count + 1, sizeof *units->units);
  units->arenas = calloc(threads, sizeof *units->arenas);
  units->n_arenas = units->arenas == NULL ? 0 : threads;
  work.scratch = calloc(threads, sizeof *work.scratch);
  work.errors = calloc(threads, sizeof *work.errors);
  work.failed = calloc(threads, sizeof *work.failed);
  if (units->units == NULL || units->arenas == NULL || work.scratch == NULL || work.errors == NULL
      || work.failed == NULL) {
    status = pst_fail_memory(error);
  } else {
    for (size_t t = 0; t < threads; t++)
      work.failed[t] = SIZE_MAX;
    pst_parallel(units->count, threads, compute_unit, &work);
    status = first_error(&work, threads, error);
  }
  for (size_t t = 0; work.scratch != NULL && t < threads; t++)
    pst_arena_free(&work.scratch[t]);
  free(work.scratch);
  free(work.errors);
  free(work.failed);
  return status;
}

void pst_compare_units_free(struct pst_compare_units *units)
{
  for (size_t i = 0; units->units != NULL && i < units->count; i++) {
    pst_estimates_free(&units->units[i].estimates);
    free(units->units[i].subjects);
  }
  for (size_t t = 0; t < units->n_arenas; t++)
    pst_arena_free(&units->arenas[t]);
  free(units->units);
  free(units->arenas);
  pst_dictionary_free(&units->texts);
  *units = (struct pst_compare_units){.count = 0};
}

/* Rows that --levels leaves out are said to be. */
static void say_levels(struct pst_job *job)
{
  const struct pst_compare_settings *s = job->settings;
  const size_t role = s->between_role != SIZE_MAX ? s->between_role : s->category_role;
  const struct pst_compare_order *order =
      s->between_role != SIZE_MAX ? &s->levels_order : &s->rows_order;
  size_t n = 0;

  if (s->levels.count == 0 || order->of_code == NULL)
    return;
  for (size_t r = 0; r < job->table.n_rows; r++)
    n += !pst_column_missing(pst_job_column(job, role), r)
         && pst_compare_place(order, pst_job_column(job, role), r) == SIZE_MAX;
  if (n > 0)
    pst_job_say(job, "%zu row%s of other levels than --levels names, not used (missing below)", n,
                n == 1 ? "" : "s");
}

void pst_compare_count_rows(const struct pst_job *job, const struct pst_groups *groups,
                            size_t counts[PST_COMPARE_COUNTS])
{
  const size_t n_variables = variables_of(job->settings);
  const size_t rows = groups->n_groups == 0 ? 0 : groups->first[groups->n_groups];
  size_t place;

  for (size_t i = 0; i < rows; i++) {
    enum pst_compare_fate best = PST_FATE_MISSING;

    for (size_t v = 0; v < n_variables; v++) {
      enum pst_compare_fate fate = pst_compare_row(job, v, groups->row[i], &place);

      best = fate > best ? fate : best;
    }
    counts[best]++;
  }
}

void pst_compare_count(struct pst_job *job, const struct pst_groups *groups,
                       const size_t counts[PST_COMPARE_COUNTS])
{
  say_levels(job);
  job->count.used = counts[PST_FATE_USED];
  job->count.bounded = counts[PST_FATE_BOUNDED];
  job->count.missing = counts[PST_FATE_MISSING] + groups->n_left_out;
}
