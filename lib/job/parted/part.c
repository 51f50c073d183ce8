/* part.c -- whether the options of a part of a run go together. */
#include "job/part.h"

#include <string.h>

#include "scale/share.h"

/* p%k.pst of part 3 is p3.pst: srun gives every task the same words. */
static enum pst_status name_output(struct pst_job *job, size_t k, struct pst_error *error)
{
  const char *output = job->options.output, *at = strstr(output, "%k");

  if (at == NULL)
    return PST_OK;
  job->options.output =
      pst_arena_format(&job->arena, "%.*s%zu%s", (int)(at - output), output, k, at + 2);
  if (job->options.output == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < job->files.count; i++)
    if (job->files.items[i].path == output)
      job->files.items[i].path = job->options.output;
  return PST_OK;
}

static enum pst_status check_part(struct pst_job *job, struct pst_error *error)
{
  const struct pst_job_options *o = &job->options;
  struct pst_share share;
  enum pst_status status;

  if (o->from_parts.count > 0)
    return pst_fail(error, PST_USAGE,
                    "--part writes a partial file, and --from-parts reads them: "
                    "give one of the two");
  if (o->dry_run)
    return pst_fail(error, PST_USAGE,
                    "--part has no --dry-run; try the command with --dry-run and without --part");
  if (o->part_rows && !o->given.aggregate)
    return pst_fail(error, PST_USAGE,
                    "--part-rows is for --aggregate; without it a part has its rows anyway");
  if (o->output == NULL || strcmp(o->output, "-") == 0)
    return pst_fail(error, PST_USAGE,
                    "--part needs -o FILE for the rows of the part, such as -o p3.pst");
  status = pst_share_read(o->part, &share, error);
  if (status != PST_OK) {
    pst_error_prefix(error, "--part: ");
    return status;
  }
  return name_output(job, share.k, error);
}

static enum pst_status check_checkpoint(const struct pst_job_options *o, struct pst_error *error)
{
  if (o->from_parts.count > 0)
    return pst_fail(error, PST_USAGE,
                    "--checkpoint keeps what is read of the files, and --from-parts reads none of "
                    "them: give one of the two");
  if (o->dry_run)
    return pst_fail(error, PST_USAGE,
                    "--checkpoint has no --dry-run; try the command without --checkpoint");
  if (o->part_rows || o->given.part_start)
    return pst_fail(error, PST_USAGE,
                    "--checkpoint finds out by itself what --%s says: leave it out",
                    o->part_rows ? "part-rows" : "part-start");
  return PST_OK;
}

enum pst_status pst_part_check(struct pst_job *job, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  if (job->options.checkpoint != NULL)
    status = check_checkpoint(&job->options, error);
  if (status != PST_OK)
    return status;
  if (job->options.part != NULL)
    return check_part(job, error);
  if (job->options.given.part_start)
    return pst_fail(error, PST_USAGE, "--part-start is for --part K/N");
  if (job->options.part_rows)
    return pst_fail(error, PST_USAGE, "--part-rows is for --part K/N");
  return PST_OK;
}
