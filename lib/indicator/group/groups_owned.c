/* groups_owned.c -- records of groups of which each rank has computed its own, as those of one process. */
#include "indicator/group/kinds_of_groups.h"

#include <stdint.h>

#include "job/ranks.h"

/* Records FIRST to FIRST + N - 1, of one group and variable. */
struct stretch {
  size_t first, n;
};

enum { COUNT_ROWS, COUNT_USED, COUNT_MISSING, COUNTS };

struct shared {
  struct pst_job *job;
  const struct pst_indicator_frame *frame;
  struct pst_records *records;
  const struct pst_indicator_settings *settings;
  struct stretch *units;     /* of each group its variables */
  struct pst_widths *widths; /* of each group */
  size_t n_units;
  bool timed;
};

/* --- of one rank ----------------------------------------------------------------------------------- */

/* Records stand variable by variable, and of each group by group. */
static bool find_units(struct shared *s)
{
  const size_t each = s->settings->y.count;
  size_t at = 0;

  s->n_units = s->frame->groups.n_groups * each;
  s->units = pst_arena_array(&s->job->arena, s->n_units + 1, sizeof *s->units);
  for (size_t v = 0; s->units != NULL && v < each; v++)
    for (size_t g = 0; g < s->frame->groups.n_groups; g++) {
      struct stretch *unit = &s->units[g * each + v];

      unit->first = at;
      while (at < s->records->count && s->frame->group[s->records->list[at].row] == g
             && (at == unit->first
                 || s->records->list[at].variable == s->records->list[unit->first].variable))
        at++;
      unit->n = at - unit->first;
    }
  s->widths = pst_indicator_frame_widths(s->job, s->frame);
  return s->units != NULL && s->widths != NULL;
}

static void put_bounds(struct pst_buffer *out, const struct pst_bounds *bounds)
{
  pst_pack_double(out, bounds->low);
  pst_pack_double(out, bounds->high);
  pst_pack_number(out, (uint64_t)bounds->low_open | (uint64_t)bounds->high_open << 1);
}

static bool put(void *context, size_t unit, struct pst_buffer *out)
{
  const struct shared *s = context;
  const struct stretch *of = &s->units[unit];
  const struct pst_widths *widths = &s->widths[unit / s->settings->y.count];

  pst_pack_number(out, widths->least);
  pst_pack_number(out, widths->most);
  pst_pack_number(out, of->n);
  for (size_t i = of->first; i < of->first + of->n; i++) {
    const struct pst_record *record = &s->records->list[i];

    if (s->timed)
      pst_owned_put_text(out, record->keys[s->frame->groups.n_keys]);
    pst_owned_put_records(out, &record->estimate, 1);
    put_bounds(out, &record->bounds);
    pst_pack_double(out, record->point);
  }
  return true;
}

/* --- of all ---------------------------------------------------------------------------------------- */

static bool make(void *context, size_t n_groups)
{
  struct shared *s = context;

  s->records->count = 0;
  s->n_units = n_groups * s->settings->y.count;
  s->units = pst_arena_array(&s->job->arena, s->n_units + 1, sizeof *s->units);
  s->widths = pst_arena_array(&s->job->arena, n_groups + 1, sizeof *s->widths);
  return s->units != NULL && s->widths != NULL;
}

static bool take_record(struct shared *s, size_t unit, struct pst_owned_in *in,
                        struct pst_estimates *one)
{
  const size_t each = s->settings->y.count, n_keys = s->frame->groups.n_keys;
  struct pst_record *record = pst_records_add(s->records, s->frame, SIZE_MAX, NULL, NULL, 0);
  uint64_t open;
  bool good = record != NULL;

  if (!good)
    return false;
  for (size_t k = 0; k < n_keys; k++)
    record->keys[k] = s->frame->groups.keys[unit / each * n_keys + k];
  if (s->timed)
    good = pst_owned_take_text(in, &record->keys[n_keys]);
  record->variable = pst_job_column(s->job, s->settings->y.roles[unit % each])->name;
  one->count = 0;
  good = good && pst_owned_take_records(in, one);
  if (good && one->count == 1)
    record->estimate = one->items[0];
  in->bytes.failed = in->bytes.failed || one->count != 1;
  record->bounds.low = pst_unpack_double(&in->bytes);
  record->bounds.high = pst_unpack_double(&in->bytes);
  open = pst_unpack_number(&in->bytes);
  record->bounds.low_open = (open & 1) != 0;
  record->bounds.high_open = (open & 2) != 0;
  record->point = pst_unpack_double(&in->bytes);
  return good;
}

static bool take(void *context, size_t unit, struct pst_owned_in *in)
{
  struct shared *s = context;
  struct pst_estimates one = {.arena = &s->job->arena};
  struct pst_widths *widths = &s->widths[unit / s->settings->y.count];
  bool good = true;
  size_t n;

  widths->least = (size_t)pst_unpack_number(&in->bytes);
  widths->most = (size_t)pst_unpack_number(&in->bytes);
  n = pst_unpack_count(&in->bytes, 8);
  s->units[unit].first = s->records->count;
  for (size_t i = 0; i < n && good && !in->bytes.failed; i++)
    good = take_record(s, unit, in, &one);
  s->units[unit].n = s->records->count - s->units[unit].first;
  pst_estimates_free(&one);
  return good;
}

/* As one process has them: variable by variable. */
static enum pst_status put_in_order(struct shared *s, struct pst_error *error)
{
  const size_t each = s->settings->y.count;
  struct pst_record *list = s->records->list,
                    *all = pst_arena_array(&s->job->arena, s->records->count + 1, sizeof *all);
  size_t n = 0;

  if (all == NULL)
    return pst_fail_memory(error);
  for (size_t v = 0; v < each; v++)
    for (size_t u = v; u < s->n_units; u += each)
      for (size_t i = 0; i < s->units[u].n; i++)
        all[n++] = list[s->units[u].first + i];
  for (size_t i = 0; i < n; i++)
    list[i] = all[i];
  return PST_OK;
}

/* The group that has two rows of one key. */
static size_t failed_group(const struct pst_indicator_frame *frame)
{
  const size_t row = frame->index.repeat[1];

  return row < frame->n ? frame->group[row] : 0;
}

enum pst_status pst_groups_share(struct pst_job *job, struct pst_indicator_frame *frame,
                                 struct pst_records *records, struct pst_widths **widths,
                                 enum pst_status status, struct pst_error *error)
{
  struct shared s = {.job = job, .frame = frame, .records = records, .settings = job->settings};
  size_t counts[COUNTS] = {frame->n, job->count.used, job->count.missing};
  struct pst_owned_work work = {.groups = &frame->groups,
                                .each = s.settings->y.count,
                                .counts = counts,
                                .n_counts = COUNTS,
                                .context = &s,
                                .put = put,
                                .make = make,
                                .take = take};

  s.timed = s.settings->keys.time_role != SIZE_MAX;
  if (status == PST_OK && !find_units(&s))
    status = pst_fail_memory(error);
  else if (status != PST_OK)
    work.failed = failed_group(frame) * work.each;
  status = pst_owned_gather(job, &work, status, error);
  records->texts = work.texts;
  if (status != PST_OK || job->comm.rank > 0)
    return status;
  *widths = s.widths;
  frame->n = counts[COUNT_ROWS];
  job->count.used = counts[COUNT_USED];
  job->count.missing = counts[COUNT_MISSING] + job->owned.n_left_out;
  return put_in_order(&s, error);
}
