/* row_columns.c -- every kind of every -y, computed. */
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

const char *pst_row_remark(const struct pst_row_column *column, size_t i)
{
  if (column->values[i].reason != PST_ROW_GIVEN)
    return pst_row_reason_text(column->values[i].reason);
  if (column->odd != NULL && column->odd[i])
    return "a part is, or may be, negative: a plain quotient";
  return NULL;
}

static enum pst_status make_column(struct pst_job *job, const struct pst_indicator_frame *frame,
                                   const struct pst_bounds *cell, struct pst_row_column *column,
                                   struct pst_error *error)
{
  const struct pst_row_call call = {.job = job, .frame = frame, .ask = column->ask, .cell = cell};
  double scale = column->ask->kind->scale;
  enum pst_status status;

  column->values = pst_arena_array(&job->arena, frame->n + 1, sizeof *column->values);
  column->name = pst_indicator_name(job, column->ask, column->y);
  column->unit = pst_indicator_unit(job, column->ask, column->y);
  if (column->values == NULL || column->name == NULL)
    return pst_fail_memory(error);
  status = column->ask->kind->rows(&call, column->values, error);
  for (size_t i = 0; i < frame->n && status == PST_OK && scale != 0; i++)
    column->values[i] = pst_row_scale(column->values[i], scale);
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
      status = make_column(job, frame, cell, column, error);
    }
  }
  return status;
}
