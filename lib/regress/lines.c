/* lines.c -- the rows of one regression: coefficients, and what the fit as a whole says. */
#include "regress/lines.h"

#include <stdint.h>

#include "stats/regression/summary.h"

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
static void dress(struct pst_job *job, const struct pst_regress_unit *unit,
                  struct pst_regress_lines *lines)
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

static enum pst_status add_one_level(const struct pst_regress_unit *unit,
                                     struct pst_regress_lines *lines, struct pst_error *error)
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
                                 struct pst_regress_lines *lines, struct pst_error *error)
{
  enum { MODEL_ROWS = 32 };

  lines->against =
      pst_arena_array(&job->arena, 2 * unit->model.count + unit->model.n_one_level + MODEL_ROWS,
                      sizeof *lines->against);
  return lines->against == NULL ? pst_fail_memory(error) : PST_OK;
}

static enum pst_status describe_fit(struct pst_job *job, const struct pst_regress_unit *unit,
                                    struct pst_regress_lines *lines, struct pst_error *error)
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

static enum pst_status describe_none(const struct pst_regress_unit *unit,
                                     struct pst_regress_lines *lines, struct pst_error *error)
{
  struct pst_estimate *row =
      pst_estimates_add(&lines->list, unit->method, "coefficient", unit->sample.n);

  if (row == NULL)
    return pst_fail_memory(error);
  pst_estimate_note(&lines->list, row, "%s", unit->why_not);
  return add_one_level(unit, lines, error);
}

enum pst_status pst_regress_lines_make(struct pst_job *job, const struct pst_regress_unit *unit,
                                       struct pst_regress_lines *lines, struct pst_error *error)
{
  if (make_room(job, unit, lines, error) != PST_OK)
    return PST_NO_MEMORY;
  return unit->why_not == NULL ? describe_fit(job, unit, lines, error)
                               : describe_none(unit, lines, error);
}
