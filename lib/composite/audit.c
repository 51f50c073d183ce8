/* audit.c -- correlations of the indicators with the score and with each other, as records. */
#include <math.h>
#include <stdint.h>

#include "composite/results.h"
#include "indicator/frame/records.h"
#include "stats/correlation/pearson.h"
#include "stats/correlation/spearman.h"

/* What is correlated: an indicator on its scale, in its direction; COUNT is the score. */
struct call {
  struct pst_records *records;
  const struct pst_composite_slices *slices;
  const struct pst_composite_slice *slice;
  struct pst_estimates estimates; /* of one pair at a time */
};

static const struct pst_composite_design *design_of(const struct call *call)
{
  const struct pst_composite_settings *s = call->records->job->settings;

  return &s->design;
}

static double value(const struct call *call, size_t i, size_t k)
{
  const size_t count = design_of(call)->count;

  return k == count ? call->slice->score[i] : call->slice->y[0][i * count + k];
}

static const char *name(const struct call *call, size_t k)
{
  const struct pst_composite_design *design = design_of(call);

  return k == design->count ? "score" : design->indicators[k].name;
}

/* "-c" where less of c is better: what is correlated is its direction. */
static const char *directed(const struct call *call, size_t k)
{
  const struct pst_composite_design *design = design_of(call);

  if (k == design->count || design->indicators[k].direction == 1)
    return name(call, k);
  return pst_arena_format(&call->records->job->arena, "-%s", name(call, k));
}

static enum pst_status take(const struct call *call, size_t k, size_t l, struct pst_sample *sample,
                            struct pst_error *error)
{
  struct pst_arena *arena = &call->records->job->arena;
  double *x = pst_arena_array(arena, call->slice->n + 1, sizeof *x);
  double *y = pst_arena_array(arena, call->slice->n + 1, sizeof *y);

  *sample = (struct pst_sample){.x = x, .y = y};
  if (x == NULL || y == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < call->slice->n; i++) {
    if (isnan(value(call, i, k)) || isnan(value(call, i, l)))
      continue;
    x[sample->n] = value(call, i, k);
    y[sample->n++] = value(call, i, l);
  }
  return PST_OK;
}

static const struct {
  const char *method, *term;
  pst_pair_kernel *kernel;
} methods[] = {{"pearson", "r", pst_pearson}, {"spearman", "rho", pst_spearman}};

static struct pst_record *add(const struct call *call, size_t k, size_t l, size_t m, size_t n)
{
  struct pst_record *record =
      pst_records_add(call->records, call->slices->frame, call->slice->rows[0], methods[m].method,
                      methods[m].term, n);

  if (record == NULL)
    return NULL;
  record->variable = directed(call, k);
  record->against = directed(call, l);
  return record;
}

/* An indicator that falls as the score rises lowers what it is to raise. */
static void judge(const struct call *call, struct pst_record *record, size_t k, size_t l, size_t m)
{
  if (!(record->bounds.low < 0))
    return;
  if (l < design_of(call)->count) {
    pst_record_note(call->records, record, "the two pull apart");
    return;
  }
  pst_record_note(call->records, record, "works against its direction");
  if (m == 0)
    pst_job_say(call->records->job,
                "'%s' works against its direction%s%s: the better it is, the lower "
                "the score",
                name(call, k), call->slices->frame->time_text == NULL ? "" : " in ",
                call->slices->frame->time_text == NULL
                    ? ""
                    : call->slices->frame->time_text[call->slice->rows[0]]);
}

static enum pst_status correlate(struct call *call, size_t k, size_t l, size_t m,
                                 const struct pst_sample *sample, struct pst_error *error)
{
  struct pst_job *job = call->records->job;
  const struct pst_test test = pst_job_test(job);
  struct pst_record *record = add(call, k, l, m, sample->n);
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_error reason = {.status = PST_OK};
  enum pst_status status;

  if (record == NULL)
    return pst_fail_memory(error);
  call->estimates.count = 0;
  status = methods[m].kernel(sample, &test, &call->estimates, &scratch, &reason);
  pst_arena_free(&scratch);
  if (status == PST_OK) {
    record->estimate = call->estimates.items[0];
    record->bounds = pst_bounds_point(record->estimate.estimate);
    judge(call, record, k, l, m);
    return PST_OK;
  }
  pst_record_note(call->records, record, "%s", reason.message);
  return status == PST_UNDEFINED ? PST_OK : pst_fail(error, status, "%s", reason.message);
}

static enum pst_status of_pair(struct call *call, size_t k, size_t l, struct pst_error *error)
{
  struct pst_sample sample = {.n = 0};
  enum pst_status status = take(call, k, l, &sample, error);

  for (size_t m = 0; m < sizeof methods / sizeof *methods && status == PST_OK; m++)
    status = correlate(call, k, l, m, &sample, error);
  return status;
}

/* With the score first, then with each other. */
static enum pst_status of_slice(struct call *call, struct pst_error *error)
{
  const size_t count = design_of(call)->count;
  enum pst_status status = PST_OK;

  for (size_t k = 0; k < count && status == PST_OK; k++)
    status = of_pair(call, k, count, error);
  for (size_t k = 0; k < count; k++)
    for (size_t l = k + 1; l < count && status == PST_OK; l++)
      status = of_pair(call, k, l, error);
  return status;
}

enum pst_status pst_composite_audit(struct pst_job *job, const struct pst_composite_slices *slices,
                                    struct pst_error *error)
{
  struct pst_records records;
  enum pst_status status = pst_records_begin(job, slices->frame, NULL, 0, &records, error);

  records.limits = records.against = records.tests = true;
  for (size_t i = 0; i < slices->count && status == PST_OK; i++) {
    struct call call = {.records = &records,
                        .slices = slices,
                        .slice = &slices->list[i],
                        .estimates = {.arena = &job->arena}};

    status = of_slice(&call, error);
    pst_estimates_free(&call.estimates);
  }
  if (status == PST_OK)
    status = pst_records_emit(&records, error);
  pst_records_free(&records);
  return status;
}
