/* load.c -- from operands and options to a table with the columns that the program needs. */
#include <string.h>

#include "job/load_steps.h"
#include "job/progress.h"

static enum pst_status open_files(struct pst_load *load, struct pst_error *error)
{
  struct pst_job *job = load->job;
  const struct pst_job_options *o = &job->options;
  static const char *const standard_input[] = {"-"};
  struct pst_load_options options = {.reader = {.delimiter = o->delimiter,
                                                .no_header = o->no_header,
                                                .skip_bad = o->on_bad == PST_ON_BAD_SKIP,
                                                .encoding = o->encoding},
                                     .style = {.decimal = o->decimal, .thousands = o->thousands},
                                     .missing = o->missing.items,
                                     .n_missing = o->missing.count,
                                     .schema = o->schema,
                                     .rejects = o->rejects,
                                     .show_progress = pst_progress_for(o->progress)};
  size_t n = job->operands.count > 0 ? job->operands.count : 1;
  enum pst_status status =
      pst_loader_open(job->operands.count > 0 ? job->operands.items : standard_input, n, &options,
                      &load->main, error);

  if (status != PST_OK || o->join == NULL)
    return status;
  for (size_t i = 0; i < n; i++)
    if (strcmp(o->join, "-") == 0
        && (job->operands.count == 0 || strcmp(job->operands.items[i], "-") == 0))
      return pst_fail(error, PST_USAGE, "--join: standard input (-) is read already");
  options.schema = options.rejects = NULL;
  options.reader.delimiter = 0;
  return pst_loader_open(&o->join, 1, &options, &load->other, error);
}

/* All rows at once. */
static enum pst_status load_rows(struct pst_load *load, struct pst_error *error)
{
  struct pst_job *job = load->job;
  enum pst_status status = pst_loader_run(load->main, &job->table, error);

  pst_progress_clear(job->options.progress);
  if (status == PST_OK)
    status = pst_load_steps(load, error);
  for (size_t i = 0; i < job->n_roles && status == PST_OK; i++)
    status = pst_load_role_column(load, i, &job->roles[i].column, error);
  return status;
}

static enum pst_status run(struct pst_load *load, struct pst_error *error)
{
  struct pst_job *job = load->job;
  enum pst_status status = open_files(load, error);

  if (status == PST_OK)
    status = pst_load_read_expressions(load, error);
  if (status == PST_OK)
    status = pst_load_ask(load, error);
  if (status != PST_OK)
    return status;
  job->delimiter = pst_loader_delimiter(load->main);
  if (job->options.given.aggregate)
    return pst_load_cells(load, error);
  return load_rows(load, error);
}

enum pst_status pst_job_load(struct pst_job *job, struct pst_error *error)
{
  struct pst_load load = {.job = job};
  enum pst_status status;

  if ((job->options.join == NULL) != (job->options.on.count == 0))
    return pst_fail(error, PST_USAGE, "--join OTHER and --on KEY go together");
  if (job->options.rejects != NULL && job->options.on_bad != PST_ON_BAD_SKIP)
    return pst_fail(error, PST_USAGE, "--rejects needs --on-bad skip");
  status = run(&load, error);
  pst_loader_close(load.main);
  pst_loader_close(load.other);
  pst_table_free(&load.other_table);
  pst_join_memory_free(&load.join_memory);
  return status;
}
