/* run.c -- from the rows to the figure and the result. */
#include "indicator/run.h"

#include <stdint.h>

#include "indicator/figure/figures.h"
#include "indicator/group/kinds_of_groups.h"
#include "indicator/row/row_table.h"
#include "job/emit.h"

static pst_records_make *const makers[] = {
    [PST_INDICATOR_GROUPS] = pst_records_of_groups,
    [PST_INDICATOR_SPLIT] = pst_records_of_split,
    [PST_INDICATOR_STRUCTURE] = pst_records_of_structure,
    [PST_INDICATOR_CELLS] = pst_records_of_cells,
    [PST_INDICATOR_PAIRS] = pst_records_of_pairs,
};

static enum pst_status of_rows(struct pst_job *job, const struct pst_indicator_frame *frame,
                               struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;
  struct pst_row_columns columns = {.count = 0};
  enum pst_status status;

  for (size_t k = 0; k < s->n_asks; k++)
    if ((s->asks[k].kind->needs & PST_INDICATOR_NEEDS_CALENDAR) != 0 && !frame->calendar)
      return pst_fail(
          error, PST_USAGE,
          "--kind: '%s' counts steps of time, and those of '%s' cannot be counted: they are "
          "%s",
          s->asks[k].text, pst_job_column(job, s->keys.time_role)->name,
          pst_job_column(job, s->keys.time_role)->period == PST_PERIOD_NONE ? "no whole numbers"
                                                                            : "ranges of years");
  status = pst_row_columns_make(job, frame, &columns, error);
  if (status == PST_OK && pst_job_wants_figure(job))
    status = pst_figure_of_rows(job, frame, &columns, error);
  return status == PST_OK ? pst_row_table(job, frame, &columns, error) : status;
}

static enum pst_status fail_no_rows(const struct pst_job *job, struct pst_error *error)
{
  return pst_fail(error, PST_UNDEFINED, "nothing can be computed: no row has all its keys%s",
                  job->count.where > 0 ? ", or --where leaves none" : "");
}

static enum pst_status of_records(struct pst_job *job, const struct pst_indicator_frame *frame,
                                  struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;
  struct pst_records records = {.count = 0};
  enum pst_status status = makers[s->sort](job, frame, &records, error);

  if (status == PST_OK && pst_job_wants_figure(job))
    status = pst_figure_of_records(job, frame, &records, error);
  if (status == PST_OK)
    status = pst_records_emit(&records, error);
  pst_records_free(&records);
  return status;
}

static enum pst_status of_lorenz(struct pst_job *job, const struct pst_indicator_frame *frame,
                                 struct pst_error *error)
{
  struct pst_lorenz_table table = {.first = 0};
  enum pst_status status = pst_lorenz_table_make(job, frame, &table, error);

  if (status == PST_OK && pst_job_wants_figure(job) && table.curves > 0)
    status = pst_figure_of_lorenz(job, frame, &table, error);
  if (status == PST_OK)
    status = pst_job_emit(job, &table.grid, error);
  if (status == PST_OK && table.curves == 0)
    status =
        pst_fail(error, PST_UNDEFINED, "nothing can be computed: no group and period has a curve");
  pst_grid_free(&table.grid);
  return status;
}

static enum pst_status compute(struct pst_job *job, const struct pst_indicator_frame *frame,
                               struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;

  if (frame->n == 0)
    return fail_no_rows(job, error);
  switch (s->sort) {
  case PST_INDICATOR_ROWS:
    return of_rows(job, frame, error);
  case PST_INDICATOR_LORENZ:
    return of_lorenz(job, frame, error);
  default:
    return of_records(job, frame, error);
  }
}

/* Rows are told apart where they are parts of a total or of a series; else each stands for itself. */
static bool has_keys(const struct pst_indicator_settings *s)
{
  if (s->keys.entity_role != SIZE_MAX)
    return true;
  for (size_t k = 0; k < s->n_asks; k++)
    if ((s->asks[k].kind->needs & (PST_INDICATOR_NEEDS_CALENDAR | PST_INDICATOR_NEEDS_ENTITY)) != 0)
      return true;
  return false;
}

static bool any_of_total(const struct pst_indicator_settings *s)
{
  for (size_t k = 0; k < s->n_asks; k++)
    if (s->asks[k].kind->of_total)
      return true;
  return false;
}

/* The least and the most rows of the totals of each group: WIDTHS, or what FRAME has. */
static enum pst_status say_totals(struct pst_job *job, const struct pst_indicator_frame *frame,
                                  const struct pst_widths *widths, struct pst_error *error)
{
  if (!any_of_total(job->settings))
    return PST_OK;
  if (widths == NULL)
    widths = pst_indicator_frame_widths(job, frame);
  if (widths == NULL)
    return pst_fail_memory(error);
  pst_indicator_frame_say_totals(job, frame, widths);
  return PST_OK;
}

/* Where ranks share the groups: what each has of them goes to rank 0, which writes.  Texts of groups are those of the records. */
static enum pst_status of_shared(struct pst_job *job, struct pst_indicator_frame *frame,
                                 enum pst_status status, struct pst_error *error)
{
  struct pst_records records = {.count = 0};
  struct pst_widths *widths = NULL;

  if (status == PST_OK)
    status = pst_records_of_groups(job, frame, &records, error);
  status = pst_groups_share(job, frame, &records, &widths, status, error);
  if (status == PST_OK && job->comm.rank == 0) {
    status = frame->n == 0 ? fail_no_rows(job, error) : pst_records_emit(&records, error);
    if (status == PST_OK)
      status = say_totals(job, frame, widths, error);
  }
  pst_records_free(&records);
  return status;
}

enum pst_status pst_indicator_run(struct pst_job *job, struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;
  struct pst_indicator_frame frame = {.n = 0};
  enum pst_status status = pst_indicator_frame_make(job, &s->keys, has_keys(s), &frame, error);

  if (status == PST_OK)
    pst_indicator_frame_count(job, &frame, &s->y);
  if (job->owned.stage != PST_OWNED_NOT) {
    status = of_shared(job, &frame, status, error);
  } else {
    if (status == PST_OK)
      status = compute(job, &frame, error);
    if (status == PST_OK)
      status = say_totals(job, &frame, NULL, error);
  }
  if (status == PST_OK && job->comm.rank == 0 && job->count.used + job->count.bounded == 0)
    status = pst_fail(error, PST_UNDEFINED, "nothing can be computed: no row has a value");
  pst_indicator_frame_free(&frame);
  return status;
}
