/* load_join.c -- the files of --join: read, put beside the rows, and what is said of them. */
#include <stdint.h>
#include <string.h>

#include "job/load/load_steps.h"

/* How many keys are named. */
static size_t named_most(const struct pst_job *job)
{
  return job->options.verbose ? SIZE_MAX : 10;
}

/* ": a, b and 3 more", or nothing; all with --verbose. */
static void name_keys(const struct pst_job *job, struct pst_buffer *names, const char *const *keys,
                      size_t n)
{
  const size_t most = named_most(job), named = n < most ? n : most;

  for (size_t i = 0; i < named; i++)
    pst_buffer_printf(names, "%s%s", i == 0 ? ": " : ", ", keys[i]);
  if (n > named)
    pst_buffer_printf(names, " and %zu more", n - named);
}

static void say_partners(struct pst_job *job, const struct pst_load_other *other)
{
  const struct pst_join_report *report = &other->report;
  struct pst_buffer lost = {.data = NULL}, unused = {.data = NULL};

  name_keys(job, &lost, report->unmatched, report->n_unmatched);
  name_keys(job, &unused, report->unused_keys, report->unused);
  pst_job_say(job, "--join: %zu of %zu keys have a partner; %zu %s none%s; %zu of %s %s not used%s",
              report->matched, report->keys, report->n_unmatched,
              report->n_unmatched == 1 ? "has" : "have", pst_buffer_string(&lost), report->unused,
              strcmp(other->path, "-") == 0 ? "standard input" : other->path,
              report->unused == 1 ? "is" : "are", pst_buffer_string(&unused));
  pst_buffer_free(&lost);
  pst_buffer_free(&unused);
}

/* They are in no count of the closing line, which is of the first table's rows. */
static enum pst_status say_join(struct pst_load *load, struct pst_load_other *other,
                                struct pst_error *error)
{
  enum pst_status status = pst_load_say_keys(load, other, error);

  if (status == PST_OK)
    status = pst_join_list(&other->memory, named_most(load->job), &load->job->arena, &other->report,
                           error);
  if (status == PST_OK)
    say_partners(load->job, other);
  return status;
}

enum pst_status pst_load_say_joins(struct pst_load *load, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < load->n_others && status == PST_OK; i++)
    status = say_join(load, &load->others[i], error);
  return status;
}

static void say_rejects(struct pst_load *load, const struct pst_load_other *other)
{
  const char *first = pst_loader_first_reject(other->loader);
  size_t n = other->table.rows_rejected;

  load->job->count.join_rejected += n;
  if (n > 0)
    pst_job_say(load->job, "--join: %zu row%s rejected%s%s", n, n == 1 ? "" : "s",
                first == NULL ? ""
                : n == 1      ? ": "
                              : ", such as ",
                first == NULL ? "" : first);
}

static enum pst_status read_other(struct pst_load *load, struct pst_load_other *other,
                                  struct pst_error *error)
{
  enum pst_status status;

  if (other->read)
    return PST_OK;
  status = pst_loader_run(other->loader, &other->table, error);
  if (status == PST_OK)
    say_rejects(load, other);
  if (status == PST_OK)
    status = pst_load_translate_other(load, other, error);
  other->read = true;
  return status;
}

enum pst_status pst_load_join(struct pst_load *load, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < load->n_others && status == PST_OK; i++) {
    struct pst_load_other *other = &load->others[i];

    status = read_other(load, other, error);
    if (status == PST_OK)
      status = pst_load_join_countries(load, other, error);
    if (status == PST_OK && !load->job->table.partial)
      status = say_join(load, other, error);
  }
  return status;
}
