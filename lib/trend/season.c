/* season.c -- the part of a series that each row belongs to, and its controls and weight. */
#include "trend/season.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "interval/period/period_step.h"

/* --- the plan ---------------------------------------------------------------------------------- */

static bool is_of_times(const char *season)
{
  return season != NULL && (strcmp(season, "month") == 0 || strcmp(season, "quarter") == 0);
}

static enum pst_status plan_part(struct pst_job *job, const char *name, bool optional,
                                 struct pst_trend_settings *settings, struct pst_error *error)
{
  enum pst_status status = pst_job_role(job, name, PST_WANT_TEXT, &settings->part, error);

  if (status == PST_OK)
    job->roles[settings->part].optional = optional;
  return status;
}

enum pst_status pst_trend_plan(struct pst_job *job, struct pst_trend_settings *settings,
                               struct pst_error *error)
{
  const struct pst_job_options *o = &job->options;
  enum pst_status status = PST_OK;

  settings->part = settings->weight = SIZE_MAX;
  if (o->season != NULL && o->across != NULL)
    return pst_fail(error, PST_USAGE, "--season and --across both part a series; give one of them");
  /* The cells of --aggregate have the columns that make them, and no others. */
  if (o->season != NULL && !(is_of_times(o->season) && o->given.aggregate))
    status = plan_part(job, o->season, is_of_times(o->season), settings, error);
  if (status == PST_OK && o->across != NULL)
    status = plan_part(job, o->across, false, settings, error);
  if (status == PST_OK)
    status =
        pst_job_roles(job, "--control", &o->control, PST_WANT_NUMBER, &settings->controls, error);
  if (status == PST_OK && o->weight != NULL)
    status = pst_job_role(job, o->weight, PST_WANT_NUMBER, &settings->weight, error);
  return status;
}

/* --- parts by the texts of a column ------------------------------------------------------------- */

struct name {
  const char *text;
  double number;
  unsigned code;
};

static int by_number(const void *a, const void *b)
{
  const struct name *p = a, *q = b;

  if (p->number != q->number)
    return p->number < q->number ? -1 : 1;
  return p->code < q->code ? -1 : p->code > q->code;
}

/* The texts that occur, in the order of the rows; PLACE by code, SIZE_MAX where it does not occur. */
static size_t list_names(const struct pst_table *table, const struct pst_column *column,
                         struct name *names, size_t *place)
{
  size_t n = 0;
  bool numbers = true;

  for (size_t r = 0; r < table->n_rows; r++) {
    const unsigned code = pst_column_code(column, r);

    if (code == PST_CODE_MISSING || place[code] != SIZE_MAX)
      continue;
    place[code] = n;
    names[n] = (struct name){.text = pst_column_string(column, r), .code = code};
    numbers &= pst_number_parse(pst_text_of(names[n].text), NULL, &names[n].number, NULL);
    n++;
  }
  if (numbers)
    qsort(names, n, sizeof *names, by_number);
  for (size_t i = 0; i < n; i++)
    place[names[i].code] = i;
  return n;
}

static enum pst_status part_by_column(struct pst_job *job, const struct pst_column *column,
                                      size_t *part, struct pst_beside_columns *beside,
                                      struct pst_error *error)
{
  const struct pst_table *table = &job->table;
  const size_t codes = pst_column_texts(column)->count;
  struct name *names = pst_arena_array(&job->arena, codes + 1, sizeof *names);
  size_t *place = pst_arena_array(&job->arena, codes + 1, sizeof *place);
  const char **texts = pst_arena_array(&job->arena, codes + 1, sizeof *texts);

  if (names == NULL || place == NULL || texts == NULL)
    return pst_fail_memory(error);
  for (size_t c = 0; c < codes; c++)
    place[c] = SIZE_MAX;
  beside->n_parts = list_names(table, column, names, place);
  for (size_t i = 0; i < beside->n_parts; i++)
    texts[i] = names[i].text;
  for (size_t r = 0; r < table->n_rows; r++) {
    const unsigned code = pst_column_code(column, r);

    part[r] = code == PST_CODE_MISSING ? SIZE_MAX : place[code];
  }
  beside->part_names = texts;
  return PST_OK;
}

/* --- parts by the times ------------------------------------------------------------------------- */

static enum pst_status part_by_time(struct pst_job *job, const struct pst_column *time,
                                    size_t *part, struct pst_beside_columns *beside,
                                    struct pst_error *error)
{
  static const char *const months[] = {"1", "2", "3", "4",  "5",  "6",
                                       "7", "8", "9", "10", "11", "12"};
  static const char *const quarters[] = {"Q1", "Q2", "Q3", "Q4"};
  const bool by_month = strcmp(job->options.season, "month") == 0;
  const long count = by_month ? 12 : 4;
  long step;

  if (time->period != (by_month ? PST_PERIOD_MONTH : PST_PERIOD_QUARTER))
    return pst_fail(error, PST_USAGE,
                    "--season %s needs times that are %ss, or a column of that name; '%s' has %s",
                    job->options.season, job->options.season, time->name,
                    time->period == PST_PERIOD_NONE ? "plain numbers"
                                                    : pst_period_plural(time->period));
  for (size_t r = 0; r < job->table.n_rows; r++)
    part[r] = pst_column_missing(time, r)
                      || !pst_period_step(time->period, pst_column_number(time, r), &step)
                  ? SIZE_MAX
                  : (size_t)((step % count + count) % count);
  beside->n_parts = (size_t)count;
  beside->part_names = by_month ? months : quarters;
  return PST_OK;
}

static enum pst_status find_parts(struct pst_job *job, const struct pst_trend_settings *settings,
                                  struct pst_beside_columns *beside, struct pst_error *error)
{
  size_t *part = pst_arena_array(&job->arena, job->table.n_rows + 1, sizeof *part);
  enum pst_status status;

  if (part == NULL)
    return pst_fail_memory(error);
  if (settings->part == SIZE_MAX || job->roles[settings->part].column == SIZE_MAX)
    status = part_by_time(job, pst_job_column(job, settings->time), part, beside, error);
  else
    status = part_by_column(job, pst_job_column(job, settings->part), part, beside, error);
  beside->part = part;
  beside->years = job->options.season != NULL;
  return status;
}

static enum pst_status find_controls(struct pst_job *job, const struct pst_trend_settings *settings,
                                     struct pst_beside_columns *beside, struct pst_error *error)
{
  const struct pst_roles *roles = &settings->controls;
  size_t *controls = pst_arena_array(&job->arena, roles->count + 1, sizeof *controls);
  const char **names = pst_arena_array(&job->arena, roles->count + 1, sizeof *names);

  if (controls == NULL || names == NULL)
    return pst_fail_memory(error);
  for (size_t j = 0; j < roles->count; j++) {
    controls[j] = job->roles[roles->roles[j]].column;
    names[j] = job->table.columns[controls[j]].name;
  }
  beside->controls = controls;
  beside->control_names = names;
  beside->n_controls = roles->count;
  return PST_OK;
}

enum pst_status pst_trend_beside(struct pst_job *job, const struct pst_trend_settings *settings,
                                 const struct pst_beside_columns **beside, struct pst_error *error)
{
  struct pst_beside_columns *columns;
  enum pst_status status = PST_OK;

  const bool parts = job->options.season != NULL || job->options.across != NULL;

  *beside = NULL;
  if (!parts && settings->controls.count == 0 && settings->weight == SIZE_MAX)
    return PST_OK;
  columns = pst_arena_array(&job->arena, 1, sizeof *columns);
  if (columns == NULL)
    return pst_fail_memory(error);
  *columns = (struct pst_beside_columns){.n_parts = 0};
  if (parts)
    status = find_parts(job, settings, columns, error);
  if (status == PST_OK && settings->controls.count > 0)
    status = find_controls(job, settings, columns, error);
  if (settings->weight != SIZE_MAX)
    columns->weight = &job->roles[settings->weight].column;
  *beside = columns;
  return status;
}
