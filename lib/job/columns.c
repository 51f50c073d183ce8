/* columns.c -- the options that name columns, as lists of roles. */
#include "job/columns.h"

#include <string.h>

#include "base/number.h"
#include "job/aggregate.h"
#include "job/ranks.h"

/* Of a column of numbers each value that --aggregate makes of it; else the column. */
static enum pst_status add_roles(struct pst_job *job, const char *option, const char *name,
                                 enum pst_want want, struct pst_roles *out, struct pst_error *error)
{
  const struct pst_job_aggregate *all = &job->options.aggregate;
  const char *column;
  size_t i, n = out->count;
  enum pst_status status = PST_OK;

  if (!job->options.given.aggregate || want != PST_WANT_NUMBER)
    return pst_job_role(job, name, want, &out->roles[out->count++], error);
  for (i = pst_job_aggregate_next(job, name, 0, &column); i < all->count && status == PST_OK;
       i = pst_job_aggregate_next(job, name, i + 1, &column))
    status = pst_job_role_of(job, column, want, i, &out->roles[out->count++], error);
  return status != PST_OK || out->count > n
             ? status
             : pst_fail(error, PST_USAGE,
                        "%s: '%s' is no value of --aggregate %s; name one of them, or leave %s out",
                        option, name, all->text, option);
}

enum pst_status pst_job_roles(struct pst_job *job, const char *option, const struct pst_list *list,
                              enum pst_want want, struct pst_roles *out, struct pst_error *error)
{
  const size_t each = job->options.given.aggregate ? job->options.aggregate.count : 1;

  out->count = 0;
  out->roles = pst_arena_array(&job->arena, list->count * each + 1, sizeof *out->roles);
  if (out->roles == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < list->count; i++) {
    const size_t before = out->count;
    enum pst_status status;

    for (size_t j = 0; j < i; j++)
      if (strcmp(list->items[j], list->items[i]) == 0)
        return pst_fail(error, PST_USAGE, "%s: '%s' is given twice", option, list->items[i]);
    status = add_roles(job, option, list->items[i], want, out, error);
    if (status != PST_OK)
      return status;
    for (size_t r = before; r < out->count; r++)
      job->roles[out->roles[r]].series = want == PST_WANT_TEXT;
  }
  return PST_OK;
}

enum pst_status pst_job_group(struct pst_job *job, const struct pst_roles *by,
                              struct pst_groups *groups, const char ***names,
                              struct pst_error *error)
{
  size_t *columns = pst_arena_array(&job->arena, by->count + 1, sizeof *columns);
  enum pst_status status;

  *names = pst_arena_array(&job->arena, by->count + 1, sizeof **names);
  if (columns == NULL || *names == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < by->count; i++) {
    columns[i] = job->roles[by->roles[i]].column;
    (*names)[i] = job->table.columns[columns[i]].name;
  }
  status = pst_group(&job->table, columns, by->count, groups, error);
  return pst_owned_groups(job, status, groups->n_groups, error);
}

const char *pst_job_group_label(struct pst_job *job, const struct pst_groups *groups, size_t group)
{
  struct pst_buffer label = {.data = NULL};
  const char *copy;

  for (size_t k = 0; k < groups->n_keys; k++)
    pst_buffer_printf(&label, "%s%s", k == 0 ? "" : ", ", groups->keys[group * groups->n_keys + k]);
  copy = pst_arena_copy(&job->arena, pst_buffer_string(&label), label.size);
  pst_buffer_free(&label);
  return copy == NULL ? "" : copy;
}

const char *pst_job_time_unit(struct pst_job *job, const struct pst_column *time)
{
  if (time->period != PST_PERIOD_NONE)
    return "year";
  return pst_arena_format(&job->arena, "unit of %s", time->name);
}

enum pst_status pst_job_require(bool given, const char *option, const char *what,
                                struct pst_error *error)
{
  if (given)
    return PST_OK;
  return pst_fail(error, PST_USAGE, "%s is needed: %s", option, what);
}

enum pst_status pst_job_check_per(const struct pst_job *job, struct pst_error *error)
{
  const struct pst_job_options *o = &job->options;

  if (o->given.aggregate)
    return pst_job_require(o->per.count > 0, "--per COL",
                           "with --aggregate, the columns whose combinations are the cells", error);
  if (o->per.count > 0)
    return pst_fail(error, PST_USAGE,
                    "--per names the cells of --aggregate; say there what rows become");
  return PST_OK;
}

enum pst_status pst_job_numbers(struct pst_job *job, const struct pst_list *list,
                                const char *option, double high, const double **numbers, size_t *n,
                                struct pst_error *error)
{
  double *values = pst_arena_array(&job->arena, list->count + 1, sizeof *values);

  if (values == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < list->count; i++)
    if (!pst_number_parse(pst_text_of(list->items[i]), NULL, &values[i], NULL) || values[i] < 0
        || values[i] > high)
      return pst_fail(error, PST_USAGE, "%s: '%s' is not a number between 0 and %g", option,
                      list->items[i], high);
  *numbers = values;
  *n = list->count;
  return PST_OK;
}
