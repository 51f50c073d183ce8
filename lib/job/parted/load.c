/* load.c -- where the rows come from: the files at once, a part of them, or units that are kept or that ranks read. */
#include "job/load/load_steps.h"
#include "job/parted/units.h"

static enum pst_status check_options(const struct pst_job *job, struct pst_error *error)
{
  if (job->options.day_first && job->options.times != NULL)
    return pst_fail(error, PST_USAGE, "--day-first and --time-format exclude each other");
  if ((job->options.join.count == 0) != (job->options.on.count == 0))
    return pst_fail(error, PST_USAGE, "--join OTHER and --on KEY go together");
  if (pst_option_check_country_to(job->options.given.country_form, job->options.countries_only,
                                  &job->options.country, error)
      != PST_OK)
    return PST_USAGE;
  if (job->options.join_prefix.count > 0 && job->options.join.count == 0)
    return pst_fail(error, PST_USAGE, "--join-prefix needs --join OTHER");
  if (job->options.rejects != NULL && job->options.on_bad != PST_ON_BAD_SKIP)
    return pst_fail(error, PST_USAGE, "--rejects needs --on-bad skip");
  return PST_OK;
}

/* --thousands '.' says that the comma is the decimal mark, as in polstat tidy. */
static void settle_marks(struct pst_job_options *o)
{
  if (o->decimal == '\0' && o->thousands == '.')
    o->decimal = ',';
}

static enum pst_status load_part(struct pst_job *job, struct pst_error *error)
{
  const struct pst_job_options *o = &job->options;
  struct pst_load_order order = {.rows = o->part_rows, .path = o->output};
  struct pst_load_task task = {.order = &order};
  enum pst_status status = pst_share_read(o->part, &order.share, error);

  order.share.has_start = o->given.part_start;
  order.share.start = o->part_start;
  return status == PST_OK ? pst_load_once(job, &task, error) : status;
}

enum pst_status pst_job_load(struct pst_job *job, struct pst_error *error)
{
  struct pst_load_task task = {.order = NULL};
  bool alone = true;
  enum pst_status status = check_options(job, error);

  settle_marks(&job->options);
  if (status == PST_OK && job->options.day_first)
    status = pst_times_named("dmy", &job->options.times, error);
  if (status == PST_OK && (job->options.checkpoint != NULL || job->comm.size > 1))
    status = pst_load_units(job, &alone, error);
  else if (status == PST_OK && job->options.part != NULL)
    return load_part(job, error);
  return status == PST_OK && alone ? pst_load_once(job, &task, error) : status;
}
