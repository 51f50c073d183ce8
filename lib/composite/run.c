/* run.c -- every group and period scored and ranked, then the result that was asked for. */
#include "composite/run.h"

#include <math.h>
#include <stdint.h>

#include "composite/figure.h"
#include "job/emit.h"
#include "job/leeway.h"

/* A row is used when some indicator of it is known. */
static void count(struct pst_job *job, const struct pst_indicator_frame *frame,
                  const struct pst_composite_slices *slices)
{
  const struct pst_composite_settings *s = job->settings;

  job->count.missing = job->table.n_rows - frame->n;
  for (size_t i = 0; i < slices->count; i++) {
    const struct pst_composite_slice *slice = &slices->list[i];

    job->count.bounded += slice->n_bounded;
    for (size_t j = 0; j < slice->n; j++) {
      bool used = false;

      for (size_t k = 0; k < s->design.count; k++)
        used = used || !isnan(slice->x[j * s->design.count + k]);
      job->count.used += used;
      job->count.missing += !used;
    }
  }
}

static enum pst_status make(struct pst_job *job, struct pst_composite_slices *slices,
                            struct pst_error *error)
{
  const struct pst_composite_settings *s = job->settings;
  enum pst_status status = PST_OK;

  slices->count = slices->frame->index.slices.count;
  slices->list = pst_arena_array(&job->arena, slices->count + 1, sizeof *slices->list);
  slices->robust = pst_arena_array(&job->arena, slices->count + 1, sizeof *slices->robust);
  slices->leeway = pst_arena_array(&job->arena, slices->count + 1, sizeof *slices->leeway);
  if (slices->list == NULL || slices->robust == NULL || slices->leeway == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < slices->count && status == PST_OK; i++) {
    status = pst_composite_slice_make(job, slices->frame, i, &slices->list[i], error);
    if (status == PST_OK && !s->audit && !s->sensitivity)
      status = pst_composite_robust_make(job, &slices->list[i], &slices->robust[i], error);
    if (status == PST_OK && pst_job_has_leeway(job))
      status = pst_composite_leeway_make(job, slices->frame, &slices->list[i], &slices->leeway[i],
                                         error);
  }
  return status;
}

static enum pst_status emit(struct pst_job *job, const struct pst_composite_slices *slices,
                            struct pst_error *error)
{
  const struct pst_composite_settings *s = job->settings;

  if (s->audit)
    return pst_composite_audit(job, slices, error);
  return s->sensitivity ? pst_composite_sensitivities(job, slices, error)
                        : pst_composite_table(job, slices, error);
}

enum pst_status pst_composite_run(struct pst_job *job, struct pst_error *error)
{
  const struct pst_composite_settings *s = job->settings;
  struct pst_indicator_frame frame = {.n = 0};
  struct pst_composite_slices slices = {.frame = &frame};
  enum pst_status status = pst_indicator_frame_make(job, &s->keys, true, &frame, error);

  if (status == PST_OK && frame.n == 0)
    status = pst_fail(error, PST_UNDEFINED, "nothing can be ranked: no row has all its keys%s",
                      job->count.where > 0 ? ", or --where leaves none" : "");
  for (size_t k = 0; k < s->design.count && status == PST_OK; k++)
    status = pst_job_leeway_loaded(job, pst_job_column(job, s->design.indicators[k].role), error);
  if (status == PST_OK)
    status = make(job, &slices, error);
  if (status == PST_OK)
    count(job, &frame, &slices);
  if (status == PST_OK && pst_job_wants_figure(job))
    status = pst_composite_figure(job, &slices, error);
  if (status == PST_OK)
    status = emit(job, &slices, error);
  pst_indicator_frame_free(&frame);
  return status;
}
