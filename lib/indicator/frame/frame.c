/* frame.c -- the rows of the table with their keys: codes, times, cells. */
#include "indicator/frame/frame.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "interval/period/period_step.h"
#include "interval/printed.h"
#include "job/leeway.h"
#include "printed/meant.h"

/* --- rows and codes ----------------------------------------------------------------------------- */

static const struct pst_column *time_column(const struct pst_job *job,
                                            const struct pst_indicator_frame *frame)
{

  return frame->keys->time_role == SIZE_MAX ? NULL : pst_job_column(job, frame->keys->time_role);
}

static bool allocate(struct pst_job *job, struct pst_indicator_frame *frame)
{
  size_t n = job->table.n_rows + 1;

  frame->row = pst_arena_array(&job->arena, n, sizeof *frame->row);
  frame->group = pst_arena_array(&job->arena, n, sizeof *frame->group);
  frame->entity = pst_arena_array(&job->arena, n, sizeof *frame->entity);
  frame->time = pst_arena_array(&job->arena, n, sizeof *frame->time);
  if (frame->keys->category_role != SIZE_MAX)
    frame->category = pst_arena_array(&job->arena, n, sizeof *frame->category);
  return frame->row != NULL && frame->group != NULL && frame->entity != NULL && frame->time != NULL
         && (frame->keys->category_role == SIZE_MAX || frame->category != NULL);
}

static bool has_text(const struct pst_job *job, size_t role, size_t row)
{
  return role == SIZE_MAX || pst_column_code(pst_job_column(job, role), row) != PST_CODE_MISSING;
}

static bool has_pair(const struct pst_job *job, const struct pst_indicator_frame *frame, size_t row)
{
  for (size_t i = 0; i < frame->keys->pairs.count; i++)
    if (!has_text(job, frame->keys->pairs.roles[i], row))
      return false;
  return true;
}

static size_t code(const struct pst_job *job, size_t role, size_t row)
{
  return role == SIZE_MAX ? 0 : pst_column_code(pst_job_column(job, role), row);
}

/* The rows with all their keys, in the order of the table. */
static enum pst_status take_rows(struct pst_job *job, struct pst_indicator_frame *frame,
                                 struct pst_error *error)
{
  const struct pst_column *time = time_column(job, frame);
  struct pst_arena_mark mark;
  size_t *group_of;

  if (!allocate(job, frame))
    return pst_fail_memory(error);
  mark = pst_arena_mark(&job->arena);
  group_of = pst_arena_array(&job->arena, job->table.n_rows + 1, sizeof *group_of);
  if (group_of == NULL)
    return pst_fail_memory(error);
  for (size_t g = 0; g < frame->groups.n_groups; g++)
    for (size_t i = frame->groups.first[g]; i < frame->groups.first[g + 1]; i++)
      group_of[frame->groups.row[i]] = g + 1;
  for (size_t r = 0; r < job->table.n_rows; r++) {
    if (group_of[r] == 0 || !has_text(job, frame->keys->entity_role, r)
        || !has_text(job, frame->keys->category_role, r) || !has_pair(job, frame, r)
        || (time != NULL && !pst_column_known(time, r)))
      continue;
    frame->row[frame->n] = r;
    frame->group[frame->n] = group_of[r] - 1;
    frame->entity[frame->n] = code(job, frame->keys->entity_role, r);
    if (frame->category != NULL)
      frame->category[frame->n] = code(job, frame->keys->category_role, r);
    frame->n++;
  }
  pst_arena_release(&job->arena, mark);
  return PST_OK;
}

/* --- times -------------------------------------------------------------------------------------- */

/* The number of VALUE among the times of its column; false where the calendar has none. */
static bool step_of(const struct pst_column *time, double value, long *step)
{
  if (time->period != PST_PERIOD_NONE)
    return pst_period_step(time->period, value, step);
  if (value != floor(value) || fabs(value) > 1e15)
    return false;
  *step = (long)value;
  return true;
}

static int by_number(const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

/* Times without a calendar: their places in order. */
static enum pst_status number_times(struct pst_job *job, const struct pst_column *time,
                                    struct pst_indicator_frame *frame, struct pst_error *error)
{
  double *values = pst_arena_array(&job->arena, frame->n + 1, sizeof *values);
  size_t n = 0;

  if (values == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < frame->n; i++)
    values[i] = pst_column_number(time, frame->row[i]);
  qsort(values, frame->n, sizeof *values, by_number);
  for (size_t i = 0; i < frame->n; i++)
    if (n == 0 || values[i] != values[n - 1])
      values[n++] = values[i];
  for (size_t i = 0; i < frame->n; i++) {
    double value = pst_column_number(time, frame->row[i]);
    const double *found = bsearch(&value, values, n, sizeof value, by_number);

    frame->time[i] = found - values;
  }
  return PST_OK;
}

static enum pst_status take_texts(struct pst_job *job, const struct pst_column *time,
                                  struct pst_indicator_frame *frame, struct pst_error *error)
{
  char text[PST_CELL_SIZE];

  frame->time_text = pst_arena_array(&job->arena, frame->n + 1, sizeof *frame->time_text);
  if (frame->time_text == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < frame->n; i++) {
    const char *shown = pst_column_text(time, frame->row[i], text);

    /* Texts of the column outlive the run; numbers are printed into TEXT. */
    frame->time_text[i] = shown == text ? pst_arena_string(&job->arena, shown) : shown;
    if (frame->time_text[i] == NULL)
      return pst_fail_memory(error);
  }
  return PST_OK;
}

static enum pst_status take_times(struct pst_job *job, struct pst_indicator_frame *frame,
                                  struct pst_error *error)
{
  const struct pst_column *time = time_column(job, frame);
  enum pst_status status;

  if (time == NULL)
    return PST_OK;
  frame->calendar = true;
  for (size_t i = 0; i < frame->n && frame->calendar; i++)
    frame->calendar = step_of(time, pst_column_number(time, frame->row[i]), &frame->time[i]);
  status = take_texts(job, time, frame, error);
  return frame->calendar || status != PST_OK ? status : number_times(job, time, frame, error);
}

enum pst_status pst_indicator_frame_step(struct pst_job *job,
                                         const struct pst_indicator_frame *frame, const char *text,
                                         long *step, struct pst_error *error)
{
  const struct pst_column *time = time_column(job, frame);
  enum pst_period_kind kind = PST_PERIOD_NONE;
  double value;

  for (size_t i = 0; i < frame->n; i++)
    if (strcmp(frame->time_text[i], text) == 0) {
      *step = frame->time[i];
      return PST_OK;
    }
  if (time->period != PST_PERIOD_NONE
          ? pst_period_meant(pst_text_of(text), time->period, &kind, &value) && kind == time->period
          : pst_number_parse(pst_text_of(text), NULL, &value, NULL))
    if (step_of(time, value, step))
      return PST_OK;
  return pst_fail(error, PST_USAGE,
                  "--kind: '%s' is no time as the column '%s' has them; the first row has %s", text,
                  time->name, frame->n > 0 ? frame->time_text[0] : "none");
}

/* --- keys --------------------------------------------------------------------------------------- */

static enum pst_status fail_repeat(struct pst_job *job, const struct pst_indicator_frame *frame,
                                   struct pst_error *error)
{
  size_t i = frame->index.repeat[0], j = frame->index.repeat[1];
  size_t a = frame->row[i], b = frame->row[j];
  const char *label = pst_job_group_label(job, &frame->groups, frame->group[j]);
  struct pst_buffer key = {.data = NULL};
  char place[PST_PLACE_SIZE];

  if (frame->keys->entity_role != SIZE_MAX)
    pst_buffer_printf(&key, "'%s'",
                      pst_column_string(pst_job_column(job, frame->keys->entity_role), b));
  if (frame->category != NULL)
    pst_buffer_printf(&key, " in '%s'",
                      pst_column_string(pst_job_column(job, frame->keys->category_role), b));
  if (label[0] != '\0')
    pst_buffer_printf(&key, "%s(%s)", key.size > 0 ? " " : "", label);
  pst_buffer_printf(&key, "%s has two rows", key.size > 0 ? "" : "a series");
  if (frame->time_text != NULL)
    pst_buffer_printf(&key, " for %s", frame->time_text[j]);
  pst_fail_at(
      error, PST_BAD_DATA, pst_table_file(&job->table, b), pst_table_line(&job->table, b),
      "%s (the other is %s); use --where to choose one, or %s to name what tells them apart%s",
      pst_buffer_string(&key), pst_table_other(&job->table, b, a, place),
      frame->keys->entity_role == SIZE_MAX ? "--entity" : "-g",
      frame->keys->aggregates ? ", or --aggregate to make them one" : "");
  pst_buffer_free(&key);
  return PST_BAD_DATA;
}

/* What tells the rows of a group and time apart: the entity, with the category where there is one; or
   nothing, and each row stands for itself. */
static size_t *make_series(struct pst_job *job, const struct pst_indicator_frame *frame,
                           bool unique)
{
  size_t *series = pst_arena_array(&job->arena, frame->n + 1, sizeof *series);
  size_t categories = 1;

  if (frame->category != NULL)
    categories = pst_column_texts(pst_job_column(job, frame->keys->category_role))->count + 1;
  for (size_t i = 0; series != NULL && i < frame->n; i++)
    series[i] = !unique ? i
                        : frame->entity[i] * categories
                              + (frame->category == NULL ? 0 : frame->category[i]);
  return series;
}

static enum pst_status build_index(struct pst_job *job, bool unique,
                                   struct pst_indicator_frame *frame, struct pst_error *error)
{
  size_t *series = make_series(job, frame, unique);
  const struct pst_panel panel = {
      .n = frame->n, .group = frame->group, .entity = series, .time = frame->time};
  struct pst_error ignored = {.status = PST_OK};
  enum pst_status status;

  if (series == NULL)
    return pst_fail_memory(error);
  status = pst_panel_build(&panel, &frame->index, &job->arena, &ignored);
  if (status == PST_BAD_DATA)
    return fail_repeat(job, frame, error);
  return status == PST_OK ? PST_OK : pst_fail(error, status, "%s", ignored.message);
}

enum pst_status pst_indicator_frame_make(struct pst_job *job, const struct pst_indicator_keys *keys,
                                         bool unique, struct pst_indicator_frame *frame,
                                         struct pst_error *error)
{
  enum pst_status status =
      pst_job_group(job, &keys->by, &frame->groups, &frame->group_names, error);

  frame->keys = keys;
  if (status == PST_OK)
    status = take_rows(job, frame, error);
  if (status == PST_OK)
    status = take_times(job, frame, error);
  return status == PST_OK ? build_index(job, unique, frame, error) : status;
}

void pst_indicator_frame_free(struct pst_indicator_frame *frame)
{
  pst_groups_free(&frame->groups);
}

/* --- values ------------------------------------------------------------------------------------- */

struct pst_bounds *pst_indicator_frame_cells(struct pst_job *job,
                                             const struct pst_indicator_frame *frame, size_t role)
{
  const struct pst_column *column = pst_job_column(job, role);
  struct pst_bounds *cells = pst_arena_array(&job->arena, frame->n + 1, sizeof *cells);

  for (size_t i = 0; cells != NULL && i < frame->n; i++) {
    size_t r = frame->row[i];

    if (pst_column_bounded(column, r))
      cells[i] = *pst_column_bounds(column, r);
    else if (pst_column_known(column, r) && frame->keys->printed && pst_job_is_printed(job, column))
      pst_printed_ends(pst_column_number(column, r), pst_column_decimals(column, r), &cells[i]);
    else if (pst_column_known(column, r))
      cells[i] = pst_bounds_point(pst_column_number(column, r));
    else
      cells[i] = (struct pst_bounds){.low = (double)NAN, .high = (double)NAN};
  }
  return cells;
}

void pst_indicator_frame_count(struct pst_job *job, const struct pst_indicator_frame *frame,
                               const struct pst_roles *values)
{
  job->count.missing = job->table.n_rows - frame->n;
  for (size_t i = 0; i < frame->n; i++) {
    bool used = false;

    for (size_t v = 0; v < values->count; v++)
      used = used || !pst_column_missing(pst_job_column(job, values->roles[v]), frame->row[i]);
    job->count.used += used;
    job->count.missing += !used;
  }
}

struct pst_widths *pst_indicator_frame_widths(struct pst_job *job,
                                              const struct pst_indicator_frame *frame)
{
  const struct pst_panel_index *index = &frame->index;
  struct pst_widths *all = pst_arena_array(&job->arena, frame->groups.n_groups + 1, sizeof *all);

  for (size_t g = 0; all != NULL && g < frame->groups.n_groups; g++)
    all[g] = (struct pst_widths){.least = SIZE_MAX};
  for (size_t s = 0; all != NULL && s < index->slices.count; s++) {
    struct pst_widths *of = &all[index->times[s].group];
    size_t n = index->slices.start[s + 1] - index->slices.start[s];

    of->least = n < of->least ? n : of->least;
    of->most = n > of->most ? n : of->most;
  }
  return all;
}

void pst_indicator_frame_say_totals(struct pst_job *job, const struct pst_indicator_frame *frame,
                                    const struct pst_widths *widths)
{
  for (size_t g = 0; g < frame->groups.n_groups && frame->keys->time_role != SIZE_MAX; g++) {
    const char *label;

    if (widths[g].least >= widths[g].most)
      continue;
    label = pst_job_group_label(job, &frame->groups, g);
    pst_job_say(job, "totals%s%s are of %zu to %zu rows: who has no row is no part of them",
                label[0] == '\0' ? "" : " of ", label, widths[g].least, widths[g].most);
  }
}
