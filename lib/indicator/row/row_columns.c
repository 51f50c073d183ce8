/* row_columns.c -- every kind of every -y, computed. */
#include <math.h>

#include "indicator/row/row_kinds.h"
#include "indicator/row/row_table.h"
#include "indicator/frame/unit.h"
#include "stats/indicator/share.h"

/* In a slice with a part below 0, shares are quotients rather than parts. */
static enum pst_status find_odd(struct pst_job *job, const struct pst_indicator_frame *frame,
                                const struct pst_bounds *cell, struct pst_row_column *column,
                                struct pst_error *error)
{
  const struct pst_slices *slices = &frame->index.slices;

  if (column->ask->kind->rows != pst_rows_share)
    return PST_OK;
  column->odd = pst_arena_array(&job->arena, frame->n + 1, sizeof *column->odd);
  if (column->odd == NULL)
    return pst_fail_memory(error);
  for (size_t s = 0; s < slices->count; s++) {
    bool odd = false;

    for (size_t k = slices->start[s]; k < slices->start[s + 1]; k++)
      odd = odd || pst_share_is_odd(&cell[slices->rows[k]]);
    for (size_t k = slices->start[s]; k < slices->start[s + 1]; k++)
      column->odd[slices->rows[k]] = odd;
  }
  return PST_OK;
}

const char *pst_row_sign(const struct pst_row_column *column, size_t i)
{
  const struct pst_bounds *b = &column->values[i].bounds;

  if (isnan(b->low))
    return NULL;
  if (b->low < 0 && b->high > 0)
    return "may flip";
  if ((b->low == 0 && !b->low_open && b->high > 0) || (b->high == 0 && !b->high_open && b->low < 0))
    return "may flip";
  return "holds";
}

const char *pst_row_remark(const struct pst_row_column *column, size_t i)
{
  if (column->values[i].reason != PST_ROW_GIVEN)
    return pst_row_reason_text(column->values[i].reason);
  if (column->odd != NULL && column->odd[i])
    return "a part is, or may be, negative: a plain quotient";
  return NULL;
}

static enum pst_status compute(struct pst_job *job, const struct pst_indicator_frame *frame,
                               const struct pst_bounds *cell, const struct pst_indicator_ask *ask,
                               struct pst_row_value **values, struct pst_error *error)
{
  const struct pst_row_call call = {.job = job, .frame = frame, .ask = ask, .cell = cell};
  const double scale = ask->kind->scale;
  enum pst_status status;

  *values = pst_arena_array(&job->arena, frame->n + 1, sizeof **values);
  if (cell == NULL || *values == NULL)
    return pst_fail_memory(error);
  status = ask->kind->rows(&call, *values, error);
  for (size_t i = 0; i < frame->n && status == PST_OK && scale != 0; i++)
    (*values)[i] = pst_row_scale((*values)[i], scale);
  return status;
}

/* What the values themselves give, beside what --printed leaves open. */
static enum pst_status compute_points(struct pst_job *job, const struct pst_indicator_frame *frame,
                                      size_t role, struct pst_row_column *column,
                                      struct pst_error *error)
{
  struct pst_indicator_settings *s = job->settings;
  enum pst_status status;

  s->keys.printed = false;
  status = compute(job, frame, pst_indicator_frame_cells(job, frame, role), column->ask,
                   &column->points, error);
  s->keys.printed = true;
  return status;
}

static enum pst_status make_column(struct pst_job *job, const struct pst_indicator_frame *frame,
                                   const struct pst_bounds *cell, size_t role,
                                   struct pst_row_column *column, struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;
  enum pst_status status = compute(job, frame, cell, column->ask, &column->values, error);

  column->name = pst_indicator_name(job, column->ask, column->y);
  column->unit = pst_indicator_unit(job, column->ask, column->y);
  if (status == PST_OK && column->name == NULL)
    return pst_fail_memory(error);
  if (status == PST_OK && s->keys.printed)
    status = compute_points(job, frame, role, column, error);
  return status == PST_OK ? find_odd(job, frame, cell, column, error) : status;
}

enum pst_status pst_row_columns_make(struct pst_job *job, const struct pst_indicator_frame *frame,
                                     struct pst_row_columns *columns, struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;
  enum pst_status status = PST_OK;

  columns->list = pst_arena_array(&job->arena, s->y.count * s->n_asks + 1, sizeof *columns->list);
  if (columns->list == NULL)
    return pst_fail_memory(error);
  for (size_t v = 0; v < s->y.count && status == PST_OK; v++) {
    const struct pst_bounds *cell = pst_indicator_frame_cells(job, frame, s->y.roles[v]);

    if (cell == NULL)
      return pst_fail_memory(error);
    for (size_t k = 0; k < s->n_asks && status == PST_OK; k++) {
      struct pst_row_column *column = &columns->list[columns->count++];

      column->ask = &s->asks[k];
      column->y = pst_job_column(job, s->y.roles[v]);
      status = make_column(job, frame, cell, s->y.roles[v], column, error);
    }
  }
  return status;
}
