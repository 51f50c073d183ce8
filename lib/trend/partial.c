/* partial.c -- times of --aggregate that are put together from fewer values than the others. */
#include "trend/partial.h"

#include <string.h>

#include "job/columns.h"

enum { NAMED_MOST = 3, SAID_MOST = 8, WHOLE_MOST = 366 }; /* WHOLE_MOST: the days of a year */

/* The value column of a pair among those of the cells: number roles come in their order, after the keys. */
static size_t value_of(const struct pst_job *job, size_t column)
{
  size_t first = job->table.n_columns - job->cells.n_values;

  return column - first;
}

/* How many values a time has when it is whole; 0 where that is not to be told. */
static size_t whole_size(const size_t *sizes, size_t n)
{
  size_t most = 0, with_most = 0;

  for (size_t i = 0; i < n; i++)
    if (sizes[i] > most) {
      most = sizes[i];
      with_most = 1;
    } else {
      with_most += sizes[i] == most;
    }
  return most >= 2 && most <= WHOLE_MOST && 3 * with_most >= 2 * n && with_most < n ? most : 0;
}

static const char *parts_name(const struct pst_job *job)
{
  return job->cells.parts == PST_PERIOD_NONE ? "values" : pst_period_plural(job->cells.parts);
}

/* "2024 has 7 of 12 months"; of many the first ones and how many more. */
static void name_partial(const struct pst_job *job, const struct pst_column *time,
                         const size_t *rows, const size_t *sizes, size_t n, size_t whole,
                         struct pst_buffer *out)
{
  char text[PST_CELL_SIZE];
  size_t named = 0, more = 0;

  for (size_t i = 0; i < n; i++) {
    if (sizes[i] == whole)
      continue;
    if (named == NAMED_MOST) {
      more++;
      continue;
    }
    pst_buffer_printf(out, "%s%s has %zu of %zu", named == 0 ? "" : ", ",
                      pst_column_text(time, rows[i], text), sizes[i], whole);
    if (named++ == 0)
      pst_buffer_printf(out, " %s", parts_name(job));
  }
  if (more > 0)
    pst_buffer_printf(out, ", and %zu more times are partial", more);
}

static void note_main(struct pst_pair_unit *unit, const char *text)
{
  const char *method = NULL;

  for (size_t i = 0; i < unit->estimates.count; i++) {
    struct pst_estimate *row = &unit->estimates.items[i];

    if (method == NULL || strcmp(method, row->method) != 0)
      pst_estimate_note(&unit->estimates, row, "%s", text);
    method = row->method;
  }
}

static enum pst_status flag_unit(struct pst_job *job, struct pst_pairs *pairs, size_t u,
                                 size_t *said, struct pst_error *error)
{
  struct pst_pair_unit *unit = &pairs->units[u];
  const struct pst_column_pair *pair = &pairs->pairs[unit->pair];
  struct pst_buffer text = {.data = NULL};
  struct pst_sample sample;
  size_t *rows, *sizes, whole;
  enum pst_status status = pst_pairs_sample(job, pairs, u, &job->arena, &sample, &rows, error);

  if (status != PST_OK)
    return status;
  sizes = pst_arena_array(&job->arena, sample.n + 1, sizeof *sizes);
  if (sizes == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < sample.n; i++)
    sizes[i] = job->cells.sizes[rows[i] * job->cells.n_values + value_of(job, pair->y)];
  whole = whole_size(sizes, sample.n);
  if (whole == 0)
    return PST_OK;
  name_partial(job, &job->table.columns[pair->x], rows, sizes, sample.n, whole, &text);
  note_main(unit, pst_buffer_string(&text));
  if ((*said)++ < SAID_MOST) {
    const char *group = pst_job_group_label(job, pairs->groups, unit->group);

    pst_job_say(job, "%s%s%s: %s", group, group[0] == '\0' ? "" : ", ", pair->y_name,
                pst_buffer_string(&text));
  }
  pst_buffer_free(&text);
  return PST_OK;
}

enum pst_status pst_trend_partial(struct pst_job *job, struct pst_pairs *pairs,
                                  struct pst_error *error)
{
  enum pst_status status = PST_OK;
  size_t said = 0;

  if (job->cells.sizes == NULL)
    return PST_OK;
  for (size_t u = 0; u < pairs->n_units && status == PST_OK; u++)
    status = flag_unit(job, pairs, u, &said, error);
  if (said > SAID_MOST)
    pst_job_say(job, "and %zu more series with partial times", said - SAID_MOST);
  return status;
}
