/* of_pairs.c -- Salton, Jaccard and affinity of every pair. */
#include <math.h>
#include <stdint.h>

#include "indicator/group/kinds_of_groups.h"
#include "indicator/group/links.h"
#include "stats/specialisation/quasi.h"

struct call {
  struct pst_records *records;
  const struct pst_indicator_frame *frame;
  const struct pst_indicator_ask *ask;
  const struct pst_links *links;
  const double *factor; /* of quasi-independence; NULL: none, for REASON */
  const char *reason;
  struct pst_quasi quasi; /* where FACTOR is not NULL */
  size_t first_label;     /* of A, then B */
};

static struct pst_record *add(const struct call *call, size_t i, size_t j, const char *term)
{
  const struct pst_indicator_settings *s = call->records->job->settings;
  const struct pst_affinity_table *table = &call->links->table;
  struct pst_record *record =
      pst_records_add(call->records, call->frame, call->links->row, call->ask->kind->name, term,
                      (size_t)table->links[i * table->n + j]);

  if (record == NULL)
    return NULL;
  record->variable = pst_job_column(call->records->job, s->y.roles[0])->name;
  record->keys[call->first_label] = call->links->names[i];
  record->keys[call->first_label + 1] = call->links->names[j];
  return record;
}

static bool no_row(const struct pst_links *links, size_t i, size_t j)
{
  size_t n = links->table.n;

  return links->row_of[i * n + j] == SIZE_MAX && links->row_of[j * n + i] == SIZE_MAX;
}

static void finish(const struct call *call, struct pst_record *record, size_t i, size_t j,
                   const struct pst_affinity *value, const char *without)
{
  if (isnan(value->value))
    pst_record_note(call->records, record, "%s", without);
  else
    record->bounds = pst_bounds_point(value->value);
  record->estimate.conf_low = value->low;
  record->estimate.conf_high = value->high;
  if (!isnan(value->value) && isnan(value->low))
    pst_record_note(call->records, record, "a count of 0 has no interval");
  if (no_row(call->links, i, j))
    pst_record_note(call->records, record, "no row: taken as 0");
}

/* Salton and Jaccard need the totals of both, which are the pairs A,A. */
static enum pst_status of_totals(const struct call *call, size_t i, size_t j,
                                 struct pst_error *error)
{
  const struct pst_affinity_table *table = &call->links->table;
  double level = call->records->job->options.conf_level, joint = table->links[i * table->n + j];
  bool salton = call->ask->kind->choice == PST_PAIR_SALTON;
  struct pst_record *record = add(call, i, j, call->ask->kind->name);
  struct pst_affinity value;

  if (record == NULL)
    return pst_fail_memory(error);
  value =
      salton ? pst_affinity_salton(table, i, j, level) : pst_affinity_jaccard(table, i, j, level);
  finish(call, record, i, j, &value,
         "the total of one of the two is not known or 0: give it as a row A,A");
  if (joint > table->links[i * table->n + i] || joint > table->links[j * table->n + j])
    pst_record_note(call->records, record, "more together than one of the two has in all");
  return PST_OK;
}

static enum pst_status affinity(const struct call *call, size_t i, size_t j,
                                struct pst_error *error)
{
  const struct pst_affinity_table *table = &call->links->table;
  struct pst_affinity plain = pst_affinity_pai(table, i, j, call->records->job->options.conf_level);
  struct pst_record *record = add(call, i, j, "affinity");
  struct pst_affinity quasi;

  if (record == NULL)
    return pst_fail_memory(error);
  finish(call, record, i, j, &plain, "one of the two has no links");
  record = add(call, i, j, "affinity-quasi");
  if (record == NULL)
    return pst_fail_memory(error);
  if (call->factor == NULL) {
    pst_record_note(call->records, record, "%s", call->reason);
    return PST_OK;
  }
  quasi = pst_quasi_affinity(&call->quasi, i, j, call->records->job->options.conf_level);
  finish(call, record, i, j, &quasi, "one of the two has no links");
  return PST_OK;
}

static enum pst_status of_slice(struct call *call, const struct pst_bounds *cell, size_t slice,
                                struct pst_error *error)
{
  struct pst_job *job = call->records->job;
  const struct pst_indicator_settings *s = job->settings;
  struct pst_error reason = {.status = PST_OK};
  struct pst_links links;
  double *factor;
  enum pst_status status = pst_links_make(job, call->frame, slice, cell, &links, error);

  if (status != PST_OK)
    return status;
  factor = pst_arena_array(&job->arena, links.table.n + 1, sizeof *factor);
  if (factor == NULL)
    return pst_fail_memory(error);
  call->links = &links;
  call->factor = pst_quasi_independence(&links.table, factor, &reason) == PST_OK ? factor : NULL;
  call->reason = pst_arena_string(&job->arena, reason.message);
  if (call->factor != NULL)
    status = pst_quasi_prepare(&links.table, factor, &call->quasi, &job->arena, error);
  for (size_t k = 0; k < s->n_asks; k++)
    for (size_t i = 0; i < links.table.n; i++)
      for (size_t j = i + 1; j < links.table.n && status == PST_OK; j++) {
        call->ask = &s->asks[k];
        status = call->ask->kind->choice == PST_PAIR_AFFINITY ? affinity(call, i, j, error)
                                                              : of_totals(call, i, j, error);
      }
  return status;
}

enum pst_status pst_records_of_pairs(struct pst_job *job, const struct pst_indicator_frame *frame,
                                     struct pst_records *records, struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;
  const char *const labels[] = {pst_job_column(job, s->keys.pairs.roles[0])->name,
                                pst_job_column(job, s->keys.pairs.roles[1])->name};
  const struct pst_bounds *cell = pst_indicator_frame_cells(job, frame, s->y.roles[0]);
  struct call call = {.records = records, .frame = frame};
  enum pst_status status = pst_records_begin(job, frame, labels, 2, records, error);

  if (cell == NULL)
    return pst_fail_memory(error);
  records->limits = true;
  call.first_label = records->n_labels - 2;
  for (size_t slice = 0; slice < frame->index.slices.count && status == PST_OK; slice++)
    status = of_slice(&call, cell, slice, error);
  return status;
}
