/* row_kinds.c -- the kinds of rows: each calls its kernel. */
#include "indicator/row/row_kinds.h"

#include <math.h>
#include <stdint.h>

#include "stats/indicator/contribution.h"
#include "stats/indicator/cumulative.h"
#include "stats/indicator/growth.h"
#include "stats/indicator/index_number.h"
#include "stats/indicator/position.h"
#include "stats/indicator/ratio.h"
#include "stats/indicator/share.h"
#include "stats/specialisation/grubel_lloyd.h"

enum pst_status pst_rows_share(const struct pst_row_call *call, struct pst_row_value *out,
                               struct pst_error *error)
{
  return pst_share(&call->frame->index.slices, call->cell, call->ask->known, out, &call->job->arena,
                   error);
}

/* --- times of the calendar ------------------------------------------------------------------------ */

enum pst_status pst_rows_index(const struct pst_row_call *call, struct pst_row_value *out,
                               struct pst_error *error)
{
  long first, last;
  enum pst_status status =
      pst_indicator_frame_step(call->job, call->frame, call->ask->from, &first, error);

  if (status == PST_OK)
    status = pst_indicator_frame_step(call->job, call->frame, call->ask->to, &last, error);
  if (status == PST_OK && first > last)
    return pst_fail(error, PST_USAGE, "--kind: '%s': %s is later than %s", call->ask->text,
                    call->ask->from, call->ask->to);
  if (status == PST_OK)
    pst_index_number(&call->frame->index, call->cell, first, last, call->ask->known, out);
  return status;
}

typedef void growth_kernel(const struct pst_bounds *cell, const size_t *from, size_t n,
                           struct pst_row_value *out);

static enum pst_status against_before(const struct pst_row_call *call, growth_kernel *kernel,
                                      struct pst_row_value *out, struct pst_error *error)
{
  size_t *from = pst_arena_array(&call->job->arena, call->frame->n + 1, sizeof *from);
  enum pst_status status;

  if (from == NULL)
    return pst_fail_memory(error);
  status = pst_indicator_frame_from(call->job, call->frame, call->ask, from, error);
  if (status == PST_OK)
    kernel(call->cell, from, call->frame->n, out);
  return status;
}

enum pst_status pst_rows_growth(const struct pst_row_call *call, struct pst_row_value *out,
                                struct pst_error *error)
{
  return against_before(call, pst_growth, out, error);
}

enum pst_status pst_rows_log_growth(const struct pst_row_call *call, struct pst_row_value *out,
                                    struct pst_error *error)
{
  return against_before(call, pst_log_growth, out, error);
}

enum pst_status pst_rows_difference(const struct pst_row_call *call, struct pst_row_value *out,
                                    struct pst_error *error)
{
  return against_before(call, pst_difference, out, error);
}

enum pst_status pst_rows_annual_growth(const struct pst_row_call *call, struct pst_row_value *out,
                                       struct pst_error *error)
{
  size_t *from = pst_arena_array(&call->job->arena, call->frame->n + 1, sizeof *from);

  if (from == NULL)
    return pst_fail_memory(error);
  pst_lag(&call->frame->index, call->ask->lag, from);
  pst_annual_growth(call->cell, from, call->frame->n, (double)call->ask->lag, out);
  return PST_OK;
}

enum pst_status pst_rows_contribution(const struct pst_row_call *call, struct pst_row_value *out,
                                      struct pst_error *error)
{
  return pst_contribution(&call->frame->index, call->cell, call->ask->lag, call->ask->from_zero,
                          out, &call->job->arena, error);
}

enum pst_status pst_rows_total_growth(const struct pst_row_call *call, struct pst_row_value *out,
                                      struct pst_error *error)
{
  const struct pst_slices *slices = &call->frame->index.slices;
  struct pst_row_value *of_slice =
      pst_arena_array(&call->job->arena, slices->count + 1, sizeof *of_slice);
  enum pst_status status;

  if (of_slice == NULL)
    return pst_fail_memory(error);
  status = pst_total_growth(&call->frame->index, call->cell, call->ask->lag, of_slice,
                            &call->job->arena, error);
  for (size_t i = 0; i < call->frame->n && status == PST_OK; i++)
    out[i] = of_slice[slices->of[i]];
  return status;
}

enum pst_status pst_rows_window(const struct pst_row_call *call, struct pst_row_value *out,
                                struct pst_error *error)
{
  return pst_moving_window(&call->frame->index, call->cell, &call->ask->window, out, error);
}

enum pst_status pst_rows_cumulative(const struct pst_row_call *call, struct pst_row_value *out,
                                    struct pst_error *error)
{
  (void)error;
  pst_cumulative(&call->frame->index, call->cell, call->ask->known, out);
  return PST_OK;
}

/* --- another value --------------------------------------------------------------------------------- */

enum pst_status pst_rows_ratio(const struct pst_row_call *call, struct pst_row_value *out,
                               struct pst_error *error)
{
  const struct pst_indicator_settings *s = call->job->settings;
  const struct pst_column *entity = pst_job_column(call->job, s->keys.entity_role);
  size_t found = SIZE_MAX;

  for (size_t i = 0; i < call->frame->n && found == SIZE_MAX; i++)
    if (pst_text_is(pst_column_printed(entity, call->frame->row[i]), call->ask->entity))
      found = call->frame->entity[i];
  if (found == SIZE_MAX)
    return pst_fail(error, PST_USAGE, "--kind: '%s': no row has '%s' in the column '%s'",
                    call->ask->text, call->ask->entity, entity->name);
  pst_ratio_to_entity(&call->frame->index, call->cell, found, out);
  return PST_OK;
}

enum pst_status pst_rows_per(const struct pst_row_call *call, struct pst_row_value *out,
                             struct pst_error *error)
{
  const struct pst_bounds *divisor =
      pst_indicator_frame_cells(call->job, call->frame, call->ask->role);

  if (divisor == NULL)
    return pst_fail_memory(error);
  pst_ratio_to_column(call->cell, divisor, call->frame->n, out);
  return PST_OK;
}

enum pst_status pst_rows_deflate(const struct pst_row_call *call, struct pst_row_value *out,
                                 struct pst_error *error)
{
  const struct pst_bounds *deflator =
      pst_indicator_frame_cells(call->job, call->frame, call->ask->role);
  long base;
  enum pst_status status =
      pst_indicator_frame_step(call->job, call->frame, call->ask->from, &base, error);

  if (status != PST_OK)
    return status;
  if (deflator == NULL)
    return pst_fail_memory(error);
  pst_deflate(&call->frame->index, call->cell, deflator, base, out);
  return PST_OK;
}

enum pst_status pst_rows_grubel_lloyd(const struct pst_row_call *call, struct pst_row_value *out,
                                      struct pst_error *error)
{
  const struct pst_bounds *other =
      pst_indicator_frame_cells(call->job, call->frame, call->ask->role);

  if (other == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < call->frame->n; i++) {
    const struct pst_bounds *x = &call->cell[i], *m = &other[i];

    if (!pst_row_known(x))
      out[i] = pst_row_none(PST_ROW_EMPTY);
    else if (!pst_row_known(m))
      out[i] = pst_row_none(PST_ROW_OTHER_EMPTY);
    else if (!pst_bounds_is_point(x) || !pst_bounds_is_point(m))
      out[i] = pst_row_none(PST_ROW_BOUNDED);
    else if (x->low < 0 || m->low < 0)
      out[i] = pst_row_none(PST_ROW_NOT_POSITIVE);
    else if (x->low + m->low == 0)
      out[i] = pst_row_none(PST_ROW_TOTAL_ZERO);
    else
      out[i] = pst_row_given(pst_bounds_point(pst_grubel_lloyd(x->low, m->low)));
  }
  return PST_OK;
}

/* --- places among the others ------------------------------------------------------------------------ */

static enum pst_status position(const struct pst_row_call *call, enum pst_position which,
                                struct pst_row_value *out, struct pst_error *error)
{
  return pst_position(&call->frame->index.slices, call->cell, which, call->ask->tiles, out,
                      &call->job->arena, error);
}

enum pst_status pst_rows_percent_rank(const struct pst_row_call *call, struct pst_row_value *out,
                                      struct pst_error *error)
{
  return position(call, PST_POSITION_PERCENT_RANK, out, error);
}

enum pst_status pst_rows_cume_dist(const struct pst_row_call *call, struct pst_row_value *out,
                                   struct pst_error *error)
{
  return position(call, PST_POSITION_CUME_DIST, out, error);
}

enum pst_status pst_rows_ntile(const struct pst_row_call *call, struct pst_row_value *out,
                               struct pst_error *error)
{
  return position(call, PST_POSITION_NTILE, out, error);
}

enum pst_status pst_rows_zscore(const struct pst_row_call *call, struct pst_row_value *out,
                                struct pst_error *error)
{
  return position(call, call->ask->population ? PST_POSITION_Z_POPULATION : PST_POSITION_Z, out,
                  error);
}

enum pst_status pst_rows_rank(const struct pst_row_call *call, struct pst_row_value *out,
                              struct pst_error *error)
{
  return position(call, PST_POSITION_RANK, out, error);
}
