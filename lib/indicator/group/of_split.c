/* of_split.c -- inequality within and between the groups of -g. */
#include <math.h>
#include <stdint.h>

#include "indicator/group/kinds_of_groups.h"
#include "stats/concentration/theil_groups.h"

/* The rows of one period, of all groups. */
struct period {
  const struct pst_indicator_frame *frame;
  const size_t *rows;
  size_t n, empty, bounded;
  double *x;
  size_t *group;
};

static void take(struct period *period, const struct pst_slices *slices, size_t slice,
                 const struct pst_bounds *cell)
{
  period->rows = slices->rows + slices->start[slice];
  for (size_t i = slices->start[slice]; i < slices->start[slice + 1]; i++) {
    size_t row = slices->rows[i];

    if (isnan(cell[row].low)) {
      period->empty++;
    } else if (!pst_bounds_is_point(&cell[row])) {
      period->bounded++;
    } else {
      period->x[period->n] = cell[row].low;
      period->group[period->n++] = period->frame->group[row];
    }
  }
}

/* A record of the whole period: the columns of -g stay empty. */
static struct pst_record *whole_record(struct pst_records *records, const struct period *period,
                                       const char *term, const char *variable)
{
  struct pst_record *record =
      pst_records_add(records, period->frame, SIZE_MAX, "theil-decomposition", term, period->n);

  if (record == NULL)
    return NULL;
  record->variable = variable;
  record->row = period->rows[0];
  if (period->frame->time_text != NULL)
    record->keys[period->frame->groups.n_keys] = period->frame->time_text[period->rows[0]];
  return record;
}

static enum pst_status add_value(struct pst_records *records, struct pst_record *record,
                                 double value, const char *without, struct pst_error *error)
{
  if (record == NULL)
    return pst_fail_memory(error);
  if (isfinite(value))
    record->bounds = pst_bounds_point(value);
  else
    pst_record_note(records, record, "%s", without);
  return PST_OK;
}

static enum pst_status add_split(struct pst_records *records, const struct period *period,
                                 const struct pst_theil_split *split, const char *const terms[4],
                                 const char *variable, struct pst_error *error)
{
  const double values[] = {split->whole, split->within, split->between, split->between_share};
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < 4 && status == PST_OK; i++)
    status = add_value(records, whole_record(records, period, terms[i], variable), values[i],
                       i == 3 ? "the whole has no inequality, or does not exist"
                              : "does not exist where a value is 0",
                       error);
  return status;
}

/* What a group adds: its share, and its own T and L. */
static enum pst_status add_group(struct pst_records *records, const struct period *period,
                                 size_t group, const struct pst_theil_group *of,
                                 const char *variable, struct pst_error *error)
{
  static const char *const terms[] = {"share", "theil-t", "theil-l"};
  const double values[] = {of->share, of->t, of->l};
  const struct pst_groups *groups = &period->frame->groups;
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < 3 && status == PST_OK; i++) {
    struct pst_record *record = whole_record(records, period, terms[i], variable);

    if (record == NULL)
      return pst_fail_memory(error);
    record->estimate.n = of->members;
    for (size_t k = 0; k < groups->n_keys; k++)
      record->keys[k] = groups->keys[group * groups->n_keys + k];
    status =
        add_value(records, record, values[i], "does not exist where a value, or all, are 0", error);
  }
  return status;
}

static const char *const t_terms[] = {"theil-t", "theil-t-within", "theil-t-between",
                                      "theil-t-between-share"};
static const char *const l_terms[] = {"theil-l", "theil-l-within", "theil-l-between",
                                      "theil-l-between-share"};

static enum pst_status refuse(struct pst_records *records, const struct period *period,
                              const char *why, const char *variable, struct pst_error *error)
{
  struct pst_record *record = whole_record(records, period, "theil-t", variable);

  if (record == NULL)
    return pst_fail_memory(error);
  pst_record_note(records, record, "%s", why);
  return PST_OK;
}

static enum pst_status of_period(struct pst_records *records, struct period *period,
                                 const struct pst_indicator_ask *ask, const char *variable,
                                 struct pst_error *error)
{
  size_t n = period->frame->groups.n_groups;
  struct pst_theil_group *of = pst_arena_array(&records->job->arena, n + 1, sizeof *of);
  struct pst_theil_groups all;
  struct pst_error reason = {.status = PST_OK};
  enum pst_status status;

  if (of == NULL)
    return pst_fail_memory(error);
  if (period->bounded > 0)
    return refuse(records, period, "a value is known only by bounds", variable, error);
  if (period->empty > 0 && !ask->known)
    return refuse(records, period,
                  "a cell is empty; write 'of known' in the brackets to pass over it", variable,
                  error);
  status = pst_theil_groups(period->x, period->group, period->n, n, &all, of, &records->job->arena,
                            &reason);
  if (status == PST_UNDEFINED)
    return refuse(records, period, reason.message, variable, error);
  if (status != PST_OK)
    return pst_fail(error, status, "%s", reason.message);
  status = add_split(records, period, &all.t, t_terms, variable, error);
  if (status == PST_OK)
    status = add_split(records, period, &all.l, l_terms, variable, error);
  for (size_t g = 0; g < n && status == PST_OK; g++)
    if (of[g].members > 0)
      status = add_group(records, period, g, &of[g], variable, error);
  return status;
}

static enum pst_status of_variable(struct pst_records *records,
                                   const struct pst_indicator_frame *frame,
                                   const struct pst_slices *slices, size_t role,
                                   struct pst_error *error)
{
  const struct pst_indicator_settings *s = records->job->settings;
  const struct pst_bounds *cell = pst_indicator_frame_cells(records->job, frame, role);
  enum pst_status status = PST_OK;

  if (cell == NULL)
    return pst_fail_memory(error);
  for (size_t slice = 0; slice < slices->count && status == PST_OK; slice++) {
    struct period period = {.frame = frame};

    period.x = pst_arena_array(&records->job->arena, frame->n + 1, sizeof *period.x);
    period.group = pst_arena_array(&records->job->arena, frame->n + 1, sizeof *period.group);
    if (period.x == NULL || period.group == NULL)
      return pst_fail_memory(error);
    take(&period, slices, slice, cell);
    status =
        of_period(records, &period, &s->asks[0], pst_job_column(records->job, role)->name, error);
  }
  return status;
}

/* Slices of times alone, in their order. */
static enum pst_status slice_times(struct pst_job *job, const struct pst_indicator_frame *frame,
                                   struct pst_slices *slices, struct pst_error *error)
{
  size_t *codes = pst_arena_array(&job->arena, frame->n + 1, sizeof *codes);

  if (codes == NULL)
    return pst_fail_memory(error);
  /* Times may be below 0; their order is kept. */
  for (size_t i = 0; i < frame->n; i++)
    codes[i] = (size_t)frame->time[i] ^ ((size_t)1 << 63);
  return pst_slices_of(codes, frame->n, slices, &job->arena, error);
}

enum pst_status pst_records_of_split(struct pst_job *job, const struct pst_indicator_frame *frame,
                                     struct pst_records *records, struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;
  struct pst_slices slices;
  enum pst_status status = pst_records_begin(job, frame, NULL, 0, records, error);

  if (status == PST_OK)
    status = slice_times(job, frame, &slices, error);
  for (size_t v = 0; v < s->y.count && status == PST_OK; v++)
    status = of_variable(records, frame, &slices, s->y.roles[v], error);
  return status;
}
