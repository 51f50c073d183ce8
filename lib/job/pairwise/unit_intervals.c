/* unit_intervals.c -- intervals by bootstrap in the place of those of formulas, where --interval asks for them. */
#include "job/pairwise/unit_intervals.h"

#include <math.h>
#include <string.h>

#include "stats/resample/interval.h"

static struct pst_interval_ask ask_of(const struct pst_job *job)
{
  return (struct pst_interval_ask){.kind = job->options.interval,
                                   .replicates = job->options.replicates};
}

enum pst_status pst_unit_methods(struct pst_job *job, const struct pst_pairs *pairs,
                                 struct pst_pair_unit *unit, const struct pst_sample *sample,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_interval_ask ask = ask_of(job);
  const struct pst_test test = pst_job_test(job);
  struct pst_estimates *rows = &unit->estimates;
  enum pst_status status = pst_pairs_methods(job, pairs, unit, sample, scratch, error);

  if (ask.kind == PST_INTERVAL_FORMULA)
    return status;
  for (size_t m = 0; m < job->n_methods && status == PST_OK; m++) {
    const char *record = pst_method_record(job->methods[m]);
    size_t row = 0;

    while (row < rows->count && strcmp(rows->items[row].method, record) != 0)
      row++;
    if (row < rows->count && !isnan(rows->items[row].estimate))
      status = pst_interval_of_pairs(&ask, job->methods[m]->kernel, sample, &test, rows, row,
                                     scratch, error);
  }
  return status;
}

enum pst_status pst_unit_draw_values(struct pst_job *job, struct pst_pair_unit *unit, size_t first,
                                     const struct pst_sample *sample, struct pst_arena *scratch,
                                     struct pst_error *error)
{
  const struct pst_interval_ask ask = ask_of(job);
  const struct pst_test test = pst_job_test(job);
  enum pst_status status = PST_OK;

  if (ask.kind == PST_INTERVAL_FORMULA)
    return PST_OK;
  for (size_t i = first; i < unit->estimates.count && status == PST_OK; i++) {
    bool mean = strcmp(unit->estimates.items[i].term, "mean") == 0;

    if (mean || strcmp(unit->estimates.items[i].term, "median") == 0)
      status =
          pst_interval_of_values(&ask, mean ? pst_bootstrap_mean : pst_bootstrap_median, sample->y,
                                 sample->n, &test, &unit->estimates, i, scratch, error);
  }
  return status;
}
