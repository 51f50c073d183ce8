/* records.c -- the fits of all units as records. */
#include "regress/records.h"

#include <stdint.h>
#include <string.h>

#include "job/emit.h"
#include "job/leeway.h"
#include "method/family.h"
#include "regress/regress_leeway.h"
#include "report/estimates.h"
#include "stats/regression/summary.h"

/* The estimates of a unit, and what each is set against. */
struct lines {
  struct pst_estimates list;
  const char **against;
};

static const char *perfect_text = "perfect fit: no test";

static struct pst_regression_about about_of(const struct pst_job *job,
                                            const struct pst_regress_unit *unit)
{
  const struct pst_regress_settings *s = job->settings;

  return (struct pst_regression_about){.fit = &unit->fit,
                                       .errors = &unit->errors,
                                       .method = unit->method,
                                       .note = unit->note,
                                       .perfect = perfect_text,
                                       .plain_errors = unit->plain_errors,
                                       .weighted = unit->design.design.weights != NULL,
                                       .in_order = s->time != SIZE_MAX,
                                       .robust = unit->weights != NULL};
}

/* Units and notes of the coefficients, which stand first. */
static void dress(struct pst_job *job, const struct pst_regress_unit *unit, struct lines *lines)
{
  const struct pst_regress_settings *s = job->settings;
  const char *y_unit = pst_job_column(job, s->y.roles[unit->variable])->unit;

  for (size_t j = 0; j < unit->model.count; j++) {
    const struct pst_regress_term *term = &unit->model.terms[j];
    struct pst_estimate *row = &lines->list.items[j];

    if (term->n_atoms > 0)
      lines->against[j] = term->name;
    if (term->note != NULL)
      pst_estimate_note(&lines->list, row, "%s", term->note);
    if (term->n_atoms == 0 || (term->n_atoms == 1 && term->atoms[0].power == 0))
      row->unit = y_unit;
    else if (y_unit != NULL && term->unit != NULL)
      row->unit = pst_arena_format(&job->arena, "%s per %s", y_unit, term->unit);
  }
}

static enum pst_status add_one_level(const struct pst_regress_unit *unit, struct lines *lines,
                                     struct pst_error *error)
{
  for (size_t i = 0; i < unit->model.n_one_level; i++) {
    struct pst_estimate *row =
        pst_estimates_add(&lines->list, unit->method, "coefficient", unit->sample.n);

    if (row == NULL)
      return pst_fail_memory(error);
    pst_estimate_note(&lines->list, row, "%s", unit->model.one_level[i]);
  }
  return PST_OK;
}

static enum pst_status make_room(struct pst_job *job, const struct pst_regress_unit *unit,
                                 struct lines *lines, struct pst_error *error)
{
  enum { MODEL_ROWS = 32 };

  lines->against =
      pst_arena_array(&job->arena, 2 * unit->model.count + unit->model.n_one_level + MODEL_ROWS,
                      sizeof *lines->against);
  return lines->against == NULL ? pst_fail_memory(error) : PST_OK;
}

static enum pst_status describe_fit(struct pst_job *job, const struct pst_regress_unit *unit,
                                    struct lines *lines, struct pst_error *error)
{
  const struct pst_regression_about about = about_of(job, unit);
  const struct pst_test test = pst_job_test(job);
  bool all = job->options.terms == PST_TERMS_ALL;
  size_t *columns = pst_arena_array(&job->arena, unit->model.count + 1, sizeof *columns), n = 0;
  enum pst_status status =
      columns == NULL
          ? pst_fail_memory(error)
          : pst_regression_coefficients(&about, &test, &lines->list, &job->arena, error);

  if (status == PST_OK)
    dress(job, unit, lines);
  if (status == PST_OK)
    status = add_one_level(unit, lines, error);
  if (status == PST_OK && all) {
    size_t first = lines->list.count;

    status = pst_regression_inflation(&about, &lines->list, columns, &n, error);
    for (size_t i = 0; i < n; i++)
      lines->against[first + i] = unit->model.terms[columns[i]].name;
  }
  return status == PST_OK ? pst_regression_model(&about, all, &lines->list, &job->arena, error)
                          : status;
}

static enum pst_status describe_none(const struct pst_regress_unit *unit, struct lines *lines,
                                     struct pst_error *error)
{
  struct pst_estimate *row =
      pst_estimates_add(&lines->list, unit->method, "coefficient", unit->sample.n);

  if (row == NULL)
    return pst_fail_memory(error);
  pst_estimate_note(&lines->list, row, "%s", unit->why_not);
  return add_one_level(unit, lines, error);
}

enum pst_status pst_regress_estimates(struct pst_job *job, const struct pst_regress_unit *unit,
                                      struct pst_estimates *out, struct pst_error *error)
{
  struct lines lines = {.list = *out};
  enum pst_status status = make_room(job, unit, &lines, error);

  if (status == PST_OK)
    status = describe_fit(job, unit, &lines, error);
  *out = lines.list;
  return status;
}

static enum pst_status make_lines(struct pst_job *job, const struct pst_regress_result *result,
                                  struct lines *lines, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t u = 0; u < result->n && status == PST_OK; u++) {
    const struct pst_regress_unit *unit = &result->units[u];

    lines[u].list.arena = &job->arena;
    if (make_room(job, unit, &lines[u], error) != PST_OK)
      return PST_NO_MEMORY;
    status = unit->why_not == NULL ? describe_fit(job, unit, &lines[u], error)
                                   : describe_none(unit, &lines[u], error);
    if (status == PST_OK && pst_job_has_leeway(job))
      status = pst_regress_leeway(job, result->groups, unit, &lines[u].list, error);
  }
  return status;
}

static enum pst_status adjust(struct pst_job *job, const struct pst_regress_result *result,
                              struct lines *lines, struct pst_error *error)
{
  struct pst_estimate **rows;
  size_t n = 0;

  if (job->options.adjust == PST_ADJUST_NONE)
    return PST_OK;
  for (size_t u = 0; u < result->n; u++)
    n += lines[u].list.count;
  rows = pst_arena_array(&job->arena, n + 1, sizeof *rows);
  if (rows == NULL)
    return pst_fail_memory(error);
  n = 0;
  for (size_t u = 0; u < result->n; u++)
    for (size_t i = 0; i < lines[u].list.count; i++)
      if (strcmp(lines[u].list.items[i].term, "coefficient") == 0)
        rows[n++] = &lines[u].list.items[i];
  return pst_families_adjust(rows, n, job->options.adjust, &job->arena, error);
}

static enum pst_status emit(struct pst_job *job, const struct pst_regress_result *result,
                            const struct lines *lines, struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  struct pst_estimate_grid grid = {.n_groups = 0};
  enum pst_status status =
      pst_estimate_grid_begin(&grid, result->names, result->groups->n_keys,
                              pst_job_has_leeway(job) ? PST_WITH_LEEWAY : 0, error);

  grid.grid.conf_level = job->options.conf_level;
  for (size_t u = 0; u < result->n; u++)
    for (size_t i = 0; i < lines[u].list.count && status == PST_OK; i++) {
      const struct pst_regress_unit *unit = &result->units[u];
      const struct pst_subject subject = {
          .groups = result->groups->keys + unit->group * result->groups->n_keys,
          .variable = pst_job_column(job, s->y.roles[unit->variable])->name,
          .against = lines[u].against[i]};

      status = pst_estimate_grid_add(&grid, &subject, &lines[u].list.items[i], 1, error);
    }
  if (status == PST_OK)
    status = pst_job_emit(job, &grid.grid, error);
  pst_estimate_grid_free(&grid);
  return status;
}

enum pst_status pst_regress_nothing(const struct pst_job *job,
                                    const struct pst_regress_result *result,
                                    struct pst_error *error)
{
  for (size_t u = 0; u < result->n; u++)
    if (result->units[u].why_not == NULL)
      return PST_OK;
  return pst_fail(error, PST_UNDEFINED, "nothing can be computed: %s",
                  result->n > 0          ? result->units[0].why_not
                  : job->count.where > 0 ? "--where leaves no rows"
                                         : "there are no rows");
}

enum pst_status pst_regress_records(struct pst_job *job, const struct pst_regress_result *result,
                                    struct pst_error *error)
{
  struct lines *lines = pst_arena_array(&job->arena, result->n + 1, sizeof *lines);
  enum pst_status status =
      lines == NULL ? pst_fail_memory(error) : make_lines(job, result, lines, error);

  if (status == PST_OK)
    status = adjust(job, result, lines, error);
  if (status == PST_OK)
    status = emit(job, result, lines, error);
  for (size_t u = 0; lines != NULL && u < result->n; u++)
    pst_estimates_free(&lines[u].list);
  return status == PST_OK ? pst_regress_nothing(job, result, error) : status;
}
