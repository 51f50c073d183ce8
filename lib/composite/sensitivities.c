/* sensitivities.c -- how much of the variance of each rank each choice makes, as records. */
#include <math.h>
#include <stdint.h>

#include "composite/results.h"
#include "indicator/frame/records.h"
#include "stats/composite/sensitivity/sensitivity.h"

static const char *const factors[] = {[PST_DRAW_WEIGHTS] = "weights",
                                      [PST_DRAW_NORMALISATION] = "normalisation",
                                      [PST_DRAW_LEFT_OUT] = "left-out",
                                      [PST_DRAW_AGGREGATION] = "aggregation"};

/* What the records of a slice are made of. */
struct call {
  struct pst_records *records;
  const struct pst_composite_slices *slices;
  const struct pst_composite_slice *slice;
  const struct pst_jansen *indices;
};

static const char *entity_name(const struct call *call, size_t i)
{
  const struct pst_composite_settings *s = call->records->job->settings;
  const struct pst_column *entity = pst_job_column(call->records->job, s->keys.entity_role);

  return i == call->slice->n
             ? "(mean shift of all)"
             : pst_column_string(entity, call->slices->frame->row[call->slice->rows[i]]);
}

static enum pst_status add(const struct call *call, size_t i, int factor, bool total,
                           struct pst_error *error)
{
  const struct pst_composite_settings *s = call->records->job->settings;
  const struct pst_jansen *index = &call->indices[(size_t)factor * (call->slice->n + 1) + i];
  struct pst_record *record =
      pst_records_add(call->records, call->slices->frame, call->slice->rows[0], "jansen",
                      total ? "total" : "first-order", s->replicates);

  if (record == NULL)
    return pst_fail_memory(error);
  record->keys[call->records->n_labels - 1] = entity_name(call, i);
  record->variable = i == call->slice->n ? "mean shift" : "rank";
  record->against = factors[factor];
  if (isnan(index->first)) {
    pst_record_note(call->records, record, "the rank never varies, or some replicates give none");
    return PST_OK;
  }
  record->bounds = pst_bounds_point(total ? index->total : index->first);
  record->estimate.std_error = total ? index->total_error : index->first_error;
  return PST_OK;
}

static enum pst_status of_slice(struct call *call, const struct pst_draw_factors *open,
                                struct pst_error *error)
{
  struct pst_jansen *indices;
  enum pst_status status =
      pst_composite_sensitivity(call->records->job, call->slice, &indices, error);

  call->indices = indices;
  for (size_t i = 0; i <= call->slice->n; i++)
    for (int f = 0; f < PST_DRAW_FACTORS; f++)
      for (int total = 0; total < 2 && status == PST_OK; total++)
        if (pst_draw_factor_open(open, (enum pst_draw_factor)f))
          status = add(call, i, f, total == 1, error);
  return status;
}

enum pst_status pst_composite_sensitivities(struct pst_job *job,
                                            const struct pst_composite_slices *slices,
                                            struct pst_error *error)
{
  const struct pst_composite_settings *s = job->settings;
  const struct pst_draw_factors open = {.weight = s->design.weight,
                                        .count = s->design.count,
                                        .within = s->within,
                                        .leave_out = s->leave_out,
                                        .normalisations = s->design.n_scales,
                                        .aggregations = s->design.n_means};
  const char *const label[] = {pst_job_column(job, s->keys.entity_role)->name};
  struct pst_records records;
  enum pst_status status = pst_records_begin(job, slices->frame, label, 1, &records, error);

  records.limits = records.against = true;
  for (size_t i = 0; i < slices->count && status == PST_OK; i++) {
    struct call call = {.records = &records, .slices = slices, .slice = &slices->list[i]};

    status = of_slice(&call, &open, error);
  }
  if (status == PST_OK)
    status = pst_records_emit(&records, error);
  pst_records_free(&records);
  return status;
}
