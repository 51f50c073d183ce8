/* figure_rows.c -- which estimates a figure shows. */
#include "compare/figure_rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "compare/run_kinds.h"

/* Row I of UNIT is a main row of METHOD. */
static bool is_main(const struct pst_compare_unit *unit, size_t i, const struct pst_method *method)
{
  const struct pst_estimate *row = &unit->estimates.items[i];

  return strcmp(row->method, pst_method_record(method)) == 0
         && strcmp(row->term, method->terms[0].name) == 0;
}

static bool has_interval(const struct pst_compare_units *units, const struct pst_method *method)
{
  for (size_t u = 0; u < units->count; u++)
    for (size_t i = 0; i < units->units[u].estimates.count; i++)
      if (is_main(&units->units[u], i, method)
          && !isnan(units->units[u].estimates.items[i].conf_low))
        return true;
  return false;
}

static bool is_same(const char *a, const char *b)
{
  return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* The first row of the same two levels that has a p-value, METHOD's own before others. */
static const struct pst_estimate *find_test(const struct pst_job *job,
                                            const struct pst_compare_unit *unit, size_t row)
{
  const struct pst_compare_subject *of = &unit->subjects[row];

  if (!isnan(unit->estimates.items[row].p_value))
    return &unit->estimates.items[row];
  for (size_t m = 0; m < job->n_methods; m++)
    for (size_t i = 0; i < unit->estimates.count; i++)
      if (is_main(unit, i, job->methods[m]) && !isnan(unit->estimates.items[i].p_value)
          && of->against != NULL && is_same(unit->subjects[i].against, of->against)
          && is_same(unit->subjects[i].level, of->level))
        return &unit->estimates.items[i];
  return NULL;
}

static enum pst_status gather(struct pst_job *job, const struct pst_compare_units *units,
                              bool of_two, struct pst_compare_figure_rows *rows,
                              struct pst_error *error)
{
  size_t most = 0;

  for (size_t u = 0; u < units->count; u++)
    most += units->units[u].estimates.count;
  rows->rows = pst_arena_array(&job->arena, most + 1, sizeof *rows->rows);
  if (rows->rows == NULL)
    return pst_fail_memory(error);
  for (size_t u = 0; u < units->count; u++)
    for (size_t i = 0; i < units->units[u].estimates.count; i++) {
      const struct pst_compare_unit *unit = &units->units[u];
      const bool compares = unit->subjects[i].against != NULL && unit->subjects[i].level != NULL;

      if (!is_main(unit, i, rows->method) || compares != of_two
          || isnan(unit->estimates.items[i].estimate))
        continue;
      rows->rows[rows->n++] =
          (struct pst_compare_figure_row){unit, &unit->subjects[i], &unit->estimates.items[i],
                                          of_two ? find_test(job, unit, i) : NULL};
    }
  return PST_OK;
}

static bool is_form(const struct pst_method *method, bool of_two)
{
  const enum pst_compare_form form = pst_compare_kinds[method->compare->takes].form;

  return of_two ? form == PST_FORM_TWO : form == PST_FORM_EACH || method->compare->every_row;
}

static enum pst_status rows_of(struct pst_job *job, const struct pst_compare_units *units,
                               bool of_two, struct pst_compare_figure_rows *rows,
                               struct pst_error *error)
{
  for (size_t m = 0; m < job->n_methods; m++)
    if (is_form(job->methods[m], of_two) && has_interval(units, job->methods[m])) {
      rows->method = job->methods[m];
      rows->scale = rows->method->compare->every_row;
      return gather(job, units, of_two, rows, error);
    }
  return PST_OK;
}

enum pst_status pst_compare_rows_of_two(struct pst_job *job, const struct pst_compare_units *units,
                                        struct pst_compare_figure_rows *rows,
                                        struct pst_error *error)
{
  return rows_of(job, units, true, rows, error);
}

enum pst_status pst_compare_rows_of_each(struct pst_job *job, const struct pst_compare_units *units,
                                         struct pst_compare_figure_rows *rows,
                                         struct pst_error *error)
{
  return rows_of(job, units, false, rows, error);
}

/* How much a row says: the least p first, then the largest difference. */
struct weight {
  double p, size;
  size_t at;
};

static int by_weight(const void *a, const void *b)
{
  const struct weight *x = a, *y = b;

  if (x->p != y->p)
    return x->p < y->p ? -1 : 1;
  if (x->size != y->size)
    return x->size > y->size ? -1 : 1;
  return (x->at > y->at) - (x->at < y->at);
}

static int by_place(const void *a, const void *b)
{
  const struct weight *x = a, *y = b;

  return (x->at > y->at) - (x->at < y->at);
}

static struct weight weigh(const struct pst_compare_figure_rows *rows, size_t i)
{
  const struct pst_estimate *test = rows->rows[i].test;
  const double null = rows->method->compare->null, value = rows->rows[i].estimate->estimate;
  const double none = 2; /* behind every p */

  return (struct weight){.p = test == NULL || isnan(test->p_value) ? none : test->p_value,
                         .size = fabs(null == 1 && value > 0 ? log(value) : value - null),
                         .at = i};
}

enum pst_status pst_compare_rows_keep(struct pst_job *job, struct pst_compare_figure_rows *rows,
                                      size_t most, struct pst_error *error)
{
  struct weight *weights;

  if (rows->n <= most)
    return PST_OK;
  weights = pst_arena_array(&job->arena, rows->n, sizeof *weights);
  if (weights == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < rows->n; i++)
    weights[i] = weigh(rows, i);
  qsort(weights, rows->n, sizeof *weights, by_weight);
  qsort(weights, most, sizeof *weights, by_place);
  for (size_t i = 0; i < most; i++)
    rows->rows[i] = rows->rows[weights[i].at];
  rows->n = most;
  return PST_OK;
}
