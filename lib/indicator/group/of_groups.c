/* of_groups.c -- indices of concentration, and Grubel-Lloyd of sums, by group and period. */
#include <math.h>
#include <stdint.h>

#include "indicator/group/kinds_of_groups.h"
#include "stats/concentration/bounds.h"
#include "stats/concentration/counts.h"
#include "stats/specialisation/grubel_lloyd.h"

bool pst_slice_take(struct pst_job *job, const struct pst_indicator_frame *frame, size_t slice,
                    const struct pst_bounds *cell, struct pst_slice_values *values,
                    struct pst_arena *arena)
{
  const struct pst_indicator_settings *s = job->settings;
  const struct pst_slices *slices = &frame->index.slices;
  size_t first = slices->start[slice], last = slices->start[slice + 1];

  *values = (struct pst_slice_values){.points = true};
  values->low = pst_arena_array(arena, last - first + 1, sizeof *values->low);
  values->high = pst_arena_array(arena, last - first + 1, sizeof *values->high);
  if (values->low == NULL || values->high == NULL)
    return false;
  for (size_t i = first; i < last; i++) {
    const struct pst_bounds *at = &cell[slices->rows[i]];

    if (isnan(at->low)) {
      values->empty++;
      continue;
    }
    values->points = values->points && pst_bounds_is_point(at);
    /* A printed 0 stands for no part below 0. */
    values->low[values->n] = s->keys.printed && at->low < 0 && at->high > 0 ? 0 : at->low;
    values->high[values->n++] = at->high;
  }
  return true;
}

/* --- indices of concentration ----------------------------------------------------------------------- */

static enum pst_status of_points(struct pst_records *records, const struct pst_indicator_ask *ask,
                                 const struct pst_slice_values *values, struct pst_record *record,
                                 struct pst_error *reason)
{
  const struct pst_indicator_settings *s = records->job->settings;
  struct pst_amounts parts;
  struct pst_concentration_limits limits;
  struct pst_error none = {.status = PST_OK};
  enum pst_status status =
      pst_amounts_prepare(values->low, values->n, &parts, &records->job->arena, reason);
  double value;

  if (status != PST_OK)
    return status;
  value = ask->index->index(&parts, ask->parameter);
  if (!isfinite(value))
    return pst_fail(reason, PST_UNDEFINED, "%s",
                    isnan(value) ? "the index does not exist for one part" : "a value is 0");
  record->bounds = pst_bounds_point(value);
  if (!s->counts)
    return PST_OK;
  status = pst_concentration_counts(ask->index, &parts, ask->parameter,
                                    records->job->options.conf_level, &limits, &none);
  if (status == PST_UNDEFINED)
    pst_record_note(records, record, "no interval: %s", none.message);
  if (status != PST_OK)
    return status == PST_UNDEFINED ? PST_OK : pst_fail(reason, status, "%s", none.message);
  record->estimate.std_error = limits.std_error;
  record->estimate.conf_low = limits.low;
  record->estimate.conf_high = limits.high;
  return PST_OK;
}

static enum pst_status of_bounds(struct pst_records *records, const struct pst_indicator_ask *ask,
                                 const struct pst_slice_values *values, struct pst_record *record,
                                 struct pst_error *reason)
{
  const struct pst_indicator_settings *s = records->job->settings;
  struct pst_concentration_range range;
  enum pst_status status =
      pst_concentration_bounds(ask->index, ask->parameter, values->low, values->high, values->n,
                               &range, &records->job->arena, reason);

  if (status != PST_OK)
    return status;
  record->bounds = (struct pst_bounds){.low = range.low,
                                       .high = range.high,
                                       .low_open = range.approached && ask->index->falls,
                                       .high_open = range.approached && !ask->index->falls};
  if (range.low == range.high)
    record->bounds = pst_bounds_point(range.low);
  pst_record_note(records, record, "the range over all values of the bounded cells%s",
                  range.exact ? "" : ", its end of highest concentration wider than need be");
  if (s->counts)
    pst_record_note(records, record, "no interval: a value is known only by bounds");
  return PST_OK;
}

static enum pst_status concentration(struct pst_records *records,
                                     const struct pst_indicator_ask *ask,
                                     const struct pst_slice_values *values,
                                     struct pst_record *record, struct pst_error *error)
{
  struct pst_error reason = {.status = PST_OK};
  enum pst_status status;

  if (values->empty > 0 && !ask->known) {
    pst_record_note(records, record,
                    "%zu of %zu cells %s empty; write 'of known' in the brackets to "
                    "pass over them",
                    values->empty, values->n + values->empty, values->empty == 1 ? "is" : "are");
    return PST_OK;
  }
  if (values->empty > 0)
    pst_record_note(records, record, "%zu empty cell%s passed over", values->empty,
                    values->empty == 1 ? "" : "s");
  status = values->points ? of_points(records, ask, values, record, &reason)
                          : of_bounds(records, ask, values, record, &reason);
  if (status == PST_UNDEFINED)
    pst_record_note(records, record, "%s", reason.message);
  return status == PST_OK || status == PST_UNDEFINED
             ? PST_OK
             : pst_fail(error, status, "%s", reason.message);
}

/* The index of the values themselves, beside what --printed leaves open. */
static enum pst_status add_point(struct pst_records *records,
                                 const struct pst_indicator_frame *frame, size_t slice,
                                 const struct pst_indicator_ask *ask,
                                 const struct pst_bounds *plain, struct pst_record *record,
                                 struct pst_error *error)
{
  struct pst_error reason = {.status = PST_OK};
  struct pst_record own = *record;
  struct pst_slice_values values;
  enum pst_status status;

  if (!pst_slice_take(records->job, frame, slice, plain, &values, &records->job->arena))
    return pst_fail_memory(error);
  if (!values.points || (values.empty > 0 && !ask->known))
    return PST_OK;
  status = of_points(records, ask, &values, &own, &reason);
  if (status == PST_OK)
    record->point = own.bounds.low;
  return status == PST_OK || status == PST_UNDEFINED
             ? PST_OK
             : pst_fail(error, status, "%s", reason.message);
}

/* --- Grubel-Lloyd of sums ------------------------------------------------------------------------------ */

static enum pst_status grubel_lloyd(struct pst_records *records,
                                    const struct pst_indicator_frame *frame,
                                    const struct pst_indicator_ask *ask, size_t slice,
                                    const struct pst_bounds *exports, struct pst_record *record,
                                    struct pst_error *error)
{
  const struct pst_slices *slices = &frame->index.slices;
  const struct pst_bounds *imports = pst_indicator_frame_cells(records->job, frame, ask->role);
  size_t first = slices->start[slice], n = slices->start[slice + 1] - first;
  double *x = pst_arena_array(&records->job->arena, n + 1, sizeof *x);
  double *m = pst_arena_array(&records->job->arena, n + 1, sizeof *m);
  double value;

  if (imports == NULL || x == NULL || m == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    size_t row = slices->rows[first + i];

    x[i] = pst_bounds_is_point(&exports[row]) ? exports[row].low : (double)NAN;
    m[i] = pst_bounds_is_point(&imports[row]) ? imports[row].low : (double)NAN;
  }
  value = pst_grubel_lloyd_aggregate(x, m, n);
  if (isnan(value))
    pst_record_note(records, record, "a value is empty, bounded or below 0, or all are 0");
  else
    record->bounds = pst_bounds_point(value);
  return PST_OK;
}

/* --- all ------------------------------------------------------------------------------------------------ */

static enum pst_status of_slice(struct pst_records *records,
                                const struct pst_indicator_frame *frame, size_t slice,
                                const struct pst_column *y, const struct pst_bounds *cell,
                                const struct pst_bounds *plain, struct pst_error *error)
{
  const struct pst_indicator_settings *s = records->job->settings;
  size_t row = frame->index.slices.rows[frame->index.slices.start[slice]];
  enum pst_status status = PST_OK;

  for (size_t k = 0; k < s->n_asks && status == PST_OK; k++) {
    struct pst_slice_values values;
    struct pst_record *record;

    if (!pst_slice_take(records->job, frame, slice, cell, &values, &records->job->arena))
      return pst_fail_memory(error);
    record = pst_records_add(
        records, frame, row, s->asks[k].text,
        s->asks[k].index == NULL ? s->asks[k].kind->name : s->asks[k].index->name, values.n);
    if (record == NULL)
      return pst_fail_memory(error);
    record->variable = y->name;
    status = s->asks[k].index == NULL
                 ? grubel_lloyd(records, frame, &s->asks[k], slice, cell, record, error)
                 : concentration(records, &s->asks[k], &values, record, error);
    if (status == PST_OK && plain != NULL && s->asks[k].index != NULL)
      status = add_point(records, frame, slice, &s->asks[k], plain, record, error);
  }
  return status;
}

enum pst_status pst_records_of_groups(struct pst_job *job, const struct pst_indicator_frame *frame,
                                      struct pst_records *records, struct pst_error *error)
{
  struct pst_indicator_settings *s = job->settings;
  enum pst_status status = pst_records_begin(job, frame, NULL, 0, records, error);

  records->limits = s->counts;
  records->points = s->keys.printed;
  for (size_t v = 0; v < s->y.count && status == PST_OK; v++) {
    const struct pst_bounds *cell = pst_indicator_frame_cells(job, frame, s->y.roles[v]);
    const struct pst_bounds *plain = NULL;

    if (records->points) {
      s->keys.printed = false;
      plain = pst_indicator_frame_cells(job, frame, s->y.roles[v]);
      s->keys.printed = true;
    }
    if (cell == NULL || (plain == NULL && records->points))
      return pst_fail_memory(error);
    for (size_t slice = 0; slice < frame->index.slices.count && status == PST_OK; slice++)
      status =
          of_slice(records, frame, slice, pst_job_column(job, s->y.roles[v]), cell, plain, error);
  }
  return status;
}
