/* records.c -- records gathered, and written with estimates that may be bounds. */
#include "indicator/frame/records.h"

#include "base/array.h"

#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/array.h"
#include "indicator/frame/cells.h"
#include "job/emit.h"
#include "report/estimates.h"

enum pst_status pst_records_begin(struct pst_job *job, const struct pst_indicator_frame *frame,
                                  const char *const *more, size_t n, struct pst_records *records,
                                  struct pst_error *error)
{
  size_t groups = frame->groups.n_keys;

  *records = (struct pst_records){.job = job};
  records->labels = pst_arena_array(&job->arena, groups + n + 2, sizeof *records->labels);
  if (records->labels == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < groups; i++)
    records->labels[records->n_labels++] = frame->group_names[i];
  if (frame->keys->time_role != SIZE_MAX)
    records->labels[records->n_labels++] = pst_job_column(job, frame->keys->time_role)->name;
  for (size_t i = 0; i < n; i++)
    records->labels[records->n_labels++] = more[i];
  return PST_OK;
}

struct pst_record *pst_records_add(struct pst_records *records,
                                   const struct pst_indicator_frame *frame, size_t row,
                                   const char *method, const char *term, size_t n)
{
  struct pst_record *record;
  size_t groups = frame->groups.n_keys;

  if (!PST_ARRAY_ROOM(records->list, records->capacity, records->count + 1))
    return NULL;
  record = &records->list[records->count];
  *record = (struct pst_record){
      .row = row, .bounds = {.low = (double)NAN, .high = (double)NAN}, .point = (double)NAN};
  record->keys = pst_arena_array(&records->job->arena, records->n_labels + 1, sizeof *record->keys);
  if (record->keys == NULL)
    return NULL;
  if (row != SIZE_MAX) {
    for (size_t k = 0; k < groups; k++)
      record->keys[k] = frame->groups.keys[frame->group[row] * groups + k];
    if (frame->time_text != NULL)
      record->keys[groups] = frame->time_text[row];
  }
  record->estimate = (struct pst_estimate){.method = method,
                                           .term = term,
                                           .n = n,
                                           .estimate = (double)NAN,
                                           .std_error = (double)NAN,
                                           .conf_low = (double)NAN,
                                           .conf_high = (double)NAN,
                                           .statistic = (double)NAN,
                                           .df = (double)NAN,
                                           .p_value = (double)NAN,
                                           .p_adjusted = (double)NAN};
  records->count++;
  return record;
}

void pst_record_note(struct pst_records *records, struct pst_record *record, const char *format,
                     ...)
{
  const char *before = record->estimate.note;
  va_list arguments;
  char *text;
  int size;

  va_start(arguments, format);
  size = vasprintf(&text, format, arguments);
  va_end(arguments);
  if (size < 0) {
    pst_error_no_memory();
    return;
  }
  record->estimate.note =
      pst_arena_format(&records->job->arena, "%s%s%s", before == NULL ? "" : before,
                       before == NULL ? "" : "; ", text);
  free(text);
}

/* Points stand in the record itself; bounds take the place of its column afterwards. */
static enum pst_status fill(struct pst_records *records, struct pst_estimate_grid *grid,
                            struct pst_error *error)
{
  unsigned left_out = 1u << PST_KEY_P_ADJUSTED | 1u << PST_KEY_UNIT;
  enum pst_status status;

  if (!records->tests)
    left_out |=
        1u << PST_KEY_STATISTIC | 1u << PST_KEY_DF | 1u << PST_KEY_P_VALUE | 1u << PST_KEY_P_METHOD;
  if (!records->limits)
    left_out |= 1u << PST_KEY_STD_ERROR | 1u << PST_KEY_CONF_LOW | 1u << PST_KEY_CONF_HIGH;
  if (!records->against)
    left_out |= 1u << PST_KEY_AGAINST;
  status = pst_estimate_grid_begin(grid, records->labels, records->n_labels, left_out, error);
  for (size_t i = 0; i < records->count && status == PST_OK; i++) {
    struct pst_record *record = &records->list[i];
    const struct pst_subject subject = {
        .groups = record->keys, .variable = record->variable, .against = record->against};

    if (pst_bounds_is_point(&record->bounds))
      record->estimate.estimate = record->bounds.low;
    status = pst_estimate_grid_add(grid, &subject, &record->estimate, 1, error);
  }
  return status;
}

/* Beside what --printed leaves open: what the values themselves give. */
static enum pst_status add_points(const struct pst_records *records, struct pst_grid *grid,
                                  struct pst_error *error)
{
  const struct pst_grid_column point = {.name = "point", .kind = PST_CELL_NUMBER};
  enum pst_status status = pst_grid_add_column(grid, &point, error);

  for (size_t i = 0; i < records->count && status == PST_OK; i++)
    pst_grid_set_number(grid, i, grid->n_columns - 1, records->list[i].point);
  return status;
}

static enum pst_status emit(struct pst_records *records, const struct pst_estimate_grid *points,
                            struct pst_error *error)
{
  struct pst_grid grid = {.n_rows = 0};
  const struct pst_grid *from = &points->grid;
  struct pst_bounds *cells =
      pst_arena_array(&records->job->arena, records->count + 1, sizeof *cells);
  enum pst_status status =
      cells == NULL ? pst_fail_memory(error) : pst_grid_add_rows(&grid, from->n_rows, error);

  for (size_t i = 0; cells != NULL && i < records->count; i++)
    cells[i] = records->list[i].bounds;
  for (size_t c = 0; c < from->n_columns && status == PST_OK; c++) {
    if (c == points->column[PST_KEY_ESTIMATE]) {
      status = pst_indicator_add_cells(records->job, &grid, &from->columns[c], cells, error);
      if (status == PST_OK && records->points)
        status = add_points(records, &grid, error);
    } else {
      status = pst_indicator_copy_column(from, c, &grid, error);
    }
  }
  if (status == PST_OK)
    status = pst_job_emit(records->job, &grid, error);
  pst_grid_free(&grid);
  return status;
}

static enum pst_status all_undefined(const struct pst_records *records, struct pst_error *error)
{
  const char *reason = NULL;

  for (size_t i = 0; i < records->count; i++) {
    if (!isnan(records->list[i].bounds.low))
      return PST_OK;
    if (reason == NULL)
      reason = records->list[i].estimate.note;
  }
  return pst_fail(error, PST_UNDEFINED, "nothing can be computed: %s",
                  reason != NULL                  ? reason
                  : records->job->count.where > 0 ? "--where leaves no rows"
                                                  : "there are no rows");
}

enum pst_status pst_records_emit(struct pst_records *records, struct pst_error *error)
{
  struct pst_estimate_grid grid = {.n_groups = 0};
  enum pst_status status = fill(records, &grid, error);

  if (status == PST_OK)
    status = emit(records, &grid, error);
  pst_estimate_grid_free(&grid);
  return status == PST_OK ? all_undefined(records, error) : status;
}

void pst_records_free(struct pst_records *records)
{
  free(records->list);
  pst_dictionary_free(&records->texts);
  records->list = NULL;
}
