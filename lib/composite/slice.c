/* slice.c -- the values of a group and period on their scales, and their scores. */
#include "composite/slice.h"

#include <math.h>
#include <stdint.h>

#include "stats/composite/copeland.h"
#include "stats/composite/score_rank.h"

static const struct pst_composite_design *design_of(const struct pst_job *job)
{
  const struct pst_composite_settings *s = job->settings;

  return &s->design;
}

static enum pst_status take_values(struct pst_job *job, const struct pst_indicator_frame *frame,
                                   struct pst_composite_slice *out, struct pst_error *error)
{
  const struct pst_composite_design *design = design_of(job);
  double *x = pst_arena_array(&job->arena, out->n * design->count + 1, sizeof *x);

  if (x == NULL)
    return pst_fail_memory(error);
  for (size_t k = 0; k < design->count; k++) {
    const struct pst_column *column = pst_job_column(job, design->indicators[k].role);

    for (size_t i = 0; i < out->n; i++) {
      size_t row = frame->row[out->rows[i]];

      x[i * design->count + k] = pst_column_number(column, row);
      out->n_bounded += pst_column_bounded(column, row);
    }
  }
  out->x = x;
  return PST_OK;
}

/* --- scales ------------------------------------------------------------------------------------------------ */

/* The entity of SCALE in the slice. */
static enum pst_status find_reference(struct pst_job *job, const struct pst_indicator_frame *frame,
                                      const struct pst_composite_slice *slice,
                                      const struct pst_composite_scale *scale, size_t *reference,
                                      struct pst_error *error)
{
  const struct pst_composite_settings *s = job->settings;
  const struct pst_column *entity = pst_job_column(job, s->keys.entity_role);

  *reference = 0;
  if (scale->reference == NULL)
    return PST_OK;
  while (*reference < slice->n
         && !pst_text_is(pst_column_printed(entity, frame->row[slice->rows[*reference]]),
                         scale->reference))
    ++*reference;
  if (*reference < slice->n)
    return PST_OK;
  return pst_fail(error, PST_USAGE, "--normalise %s: no row has '%s' in the column '%s'%s%s",
                  scale->text, scale->reference, entity->name,
                  frame->time_text == NULL ? "" : " in ",
                  frame->time_text == NULL ? "" : frame->time_text[slice->rows[0]]);
}

/* One indicator on one scale, from the rows of x to those of y. */
static enum pst_status normalise_one(struct pst_job *job, const struct pst_composite_slice *slice,
                                     const struct pst_normalise *how, size_t k, double *y,
                                     const char **reason, struct pst_error *error)
{
  const size_t count = design_of(job)->count;
  struct pst_arena_mark mark = pst_arena_mark(&job->arena);
  double *from = pst_arena_array(&job->arena, 2 * slice->n + 1, sizeof *from);
  double *to = from == NULL ? NULL : from + slice->n;
  enum pst_status status;

  if (from == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < slice->n; i++)
    from[i] = slice->x[i * count + k];
  status = pst_normalise(from, slice->n, how, to, reason, &job->arena, error);
  for (size_t i = 0; i < slice->n && status == PST_OK; i++)
    y[i * count + k] = to[i];
  pst_arena_release(&job->arena, mark);
  return status;
}

static enum pst_status on_scale(struct pst_job *job, const struct pst_indicator_frame *frame,
                                struct pst_composite_slice *slice,
                                const struct pst_composite_scale *scale, double *y,
                                const char **reason, struct pst_error *error)
{
  const struct pst_composite_design *design = design_of(job);
  size_t reference;
  enum pst_status status = find_reference(job, frame, slice, scale, &reference, error);

  for (size_t k = 0; k < design->count && status == PST_OK; k++) {
    const struct pst_normalise how = {.kind = scale->kind,
                                      .direction = design->indicators[k].direction,
                                      .low = scale->low == NULL ? 0 : scale->low[k],
                                      .high = scale->high == NULL ? 1 : scale->high[k],
                                      .reference = reference};

    status = normalise_one(job, slice, &how, k, y, &reason[k], error);
  }
  return status;
}

/* On the first N scales of the design. */
static enum pst_status normalise(struct pst_job *job, const struct pst_indicator_frame *frame,
                                 struct pst_composite_slice *slice, size_t n,
                                 struct pst_error *error)
{
  static const struct pst_composite_scale as_it_is = {.kind = PST_NORMALISE_NONE};
  const struct pst_composite_design *design = design_of(job);
  const char **other = pst_arena_array(&job->arena, design->count + 1, sizeof *other);
  enum pst_status status = PST_OK;

  slice->y = pst_arena_array(&job->arena, n + 1, sizeof *slice->y);
  slice->reason = pst_arena_array(&job->arena, design->count + 1, sizeof *slice->reason);
  if (other == NULL || slice->y == NULL || slice->reason == NULL)
    return pst_fail_memory(error);
  for (size_t m = 0; m < n && status == PST_OK; m++) {
    double *y = pst_arena_array(&job->arena, slice->n * design->count + 1, sizeof *y);

    if (y == NULL)
      return pst_fail_memory(error);
    slice->y[m] = y;
    status = on_scale(job, frame, slice, design->copeland ? &as_it_is : &design->scales[m], y,
                      m == 0 ? slice->reason : other, error);
  }
  return status;
}

/* --- scores -------------------------------------------------------------------------------------------------- */

void pst_composite_scores(const struct pst_composite_design *design,
                          const struct pst_composite_slice *slice, const double *weight,
                          double *score, double *room)
{
  const size_t count = design->count;
  const struct pst_pillars pillars = {
      .count = design->n_pillars, .weight = room, .of = design->pillar_of};

  if (design->copeland) {
    pst_copeland(slice->y[0], slice->n, weight, count, design->share, score);
    return;
  }
  for (size_t p = 0; p < design->n_pillars; p++)
    room[p] = 0;
  for (size_t k = 0; k < count && design->n_pillars > 0; k++)
    room[design->pillar_of[k]] += weight[k];
  for (size_t i = 0; i < slice->n; i++)
    score[i] = design->n_pillars == 0
                   ? pst_score(slice->y[0] + i * count, weight, count, &design->means[0])
                   : pst_score_nested(slice->y[0] + i * count, weight, count, &pillars,
                                      &design->means[0], room + design->n_pillars);
}

/* The scores of the pillars of each entity, for the table and the figure. */
static bool score_pillars(struct pst_job *job, struct pst_composite_slice *slice)
{
  const struct pst_composite_design *design = design_of(job);
  const size_t n = design->n_pillars;
  struct pst_pillars pillars = {.count = n, .of = design->pillar_of};
  double *weight = pst_arena_array(&job->arena, n + 1, sizeof *weight);

  if (n == 0)
    return true;
  slice->pillar = pst_arena_array(&job->arena, slice->n * n + 1, sizeof *slice->pillar);
  if (weight == NULL || slice->pillar == NULL)
    return false;
  for (size_t k = 0; k < design->count; k++)
    weight[design->pillar_of[k]] += design->weight[k];
  pillars.weight = weight;
  for (size_t i = 0; i < slice->n; i++)
    pst_score_nested(slice->y[0] + i * design->count, design->weight, design->count, &pillars,
                     &design->means[0], slice->pillar + i * n);
  return true;
}

enum pst_status pst_composite_slice_make(struct pst_job *job,
                                         const struct pst_indicator_frame *frame, size_t slice,
                                         struct pst_composite_slice *out, struct pst_error *error)
{
  const struct pst_composite_design *design = design_of(job);
  const struct pst_slices *slices = &frame->index.slices;
  double *room, *spare;
  enum pst_status status;

  *out = (struct pst_composite_slice){.rows = slices->rows + slices->start[slice],
                                      .n = slices->start[slice + 1] - slices->start[slice]};
  status = take_values(job, frame, out, error);
  if (status == PST_OK)
    status = normalise(job, frame, out, design->copeland ? 1 : design->n_scales, error);
  if (status != PST_OK)
    return status;
  out->score = pst_arena_array(&job->arena, out->n + 1, sizeof *out->score);
  out->rank = pst_arena_array(&job->arena, out->n + 1, sizeof *out->rank);
  room = pst_arena_array(&job->arena, 2 * design->n_pillars + 1, sizeof *room);
  spare = pst_arena_array(&job->arena, 2 * out->n + 1, sizeof *spare);
  if (out->score == NULL || out->rank == NULL || room == NULL || spare == NULL
      || !score_pillars(job, out))
    return pst_fail_memory(error);
  pst_composite_scores(design, out, design->weight, out->score, room);
  pst_score_rank(out->score, out->n, out->rank, spare);
  return PST_OK;
}

enum pst_status pst_composite_slice_again(struct pst_job *job,
                                          const struct pst_indicator_frame *frame, const double *x,
                                          struct pst_composite_slice *at, struct pst_error *error)
{
  const struct pst_composite_design *design = design_of(job);
  double *room = pst_arena_array(&job->arena, 2 * design->n_pillars + 1, sizeof *room);
  double *spare = pst_arena_array(&job->arena, 2 * at->n + 1, sizeof *spare);
  enum pst_status status;

  if (room == NULL || spare == NULL)
    return pst_fail_memory(error);
  at->x = x;
  status = normalise(job, frame, at, 1, error);
  if (status != PST_OK)
    return status;
  pst_composite_scores(design, at, design->weight, at->score, room);
  pst_score_rank(at->score, at->n, at->rank, spare);
  return PST_OK;
}
