/* ranks.c -- a job as one of several ranks. */
#include "job/ranks.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/pack.h"
#include "cli/become.h"
#include "cli/program.h"

/* --- who speaks ----------------------------------------------------------------------------------- */

void pst_ranks_hush(struct pst_job *job)
{
  size_t rank, size;
  int nowhere;

  job->spoken[0] = job->spoken[1] = -1;
  if (!pst_comm_started(&rank, &size) || rank == 0)
    return;
  nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  for (int i = 0; i < 2 && nowhere >= 0; i++) {
    job->spoken[i] = fcntl(i + 1, F_DUPFD_CLOEXEC, 3);
    if (job->spoken[i] >= 0)
      dup2(nowhere, i + 1);
  }
  if (nowhere >= 0)
    close(nowhere);
}

static void speak(struct pst_job *job)
{
  for (int i = 0; i < 2; i++)
    if (job->spoken[i] >= 0) {
      dup2(job->spoken[i], i + 1);
      close(job->spoken[i]);
      job->spoken[i] = -1;
    }
}

/* --- together ------------------------------------------------------------------------------------- */

static void put_command(const struct pst_job *job, struct pst_buffer *out)
{
  pst_buffer_puts(out, job->program);
  for (size_t i = 0; i < job->said.count; i++)
    pst_buffer_printf(out, " %s", job->said.items[i]);
  for (size_t i = 0; i < job->operands.count; i++)
    pst_buffer_printf(out, " %s", job->operands.items[i]);
}

static bool same(const struct pst_buffer *a, const struct pst_buffer *b)
{
  return a->size == b->size && memcmp(pst_buffer_string(a), pst_buffer_string(b), a->size) == 0;
}

/* Rank 0 says which rank has another command than it has: 0 for none. */
static enum pst_status compare(struct pst_job *job, const struct pst_buffer *mine,
                               struct pst_buffer *all, size_t *other, struct pst_error *error)
{
  struct pst_comm *comm = &job->comm;
  struct pst_buffer verdict = {.size = 0};
  struct pst_unpack in;
  enum pst_status status =
      pst_comm_gather(comm, (struct pst_text){pst_buffer_string(mine), mine->size}, all, error);

  *other = 0;
  for (size_t rank = comm->size; status == PST_OK && comm->rank == 0 && rank-- > 1;)
    *other = same(mine, &all[rank]) ? *other : rank;
  pst_pack_number(&verdict, *other);
  if (status == PST_OK)
    status = pst_comm_tell(comm, &verdict, error);
  in.left = (struct pst_text){pst_buffer_string(&verdict), verdict.size};
  in.failed = false;
  *other = (size_t)pst_unpack_number(&in);
  pst_buffer_free(&verdict);
  return status;
}

static enum pst_status check_same(struct pst_job *job, struct pst_error *error)
{
  struct pst_comm *comm = &job->comm;
  size_t other = 0, n = comm->rank == 0 ? comm->size : 0;
  struct pst_buffer mine = {.size = 0}, *all = calloc(n + 1, sizeof *all);
  enum pst_status status = PST_OK;

  put_command(job, &mine);
  if (mine.failed || all == NULL)
    status = pst_fail_memory(error);
  if (status == PST_OK)
    status = compare(job, &mine, all, &other, error);
  if (status == PST_OK && other > 0)
    status = pst_fail(error, PST_USAGE,
                      "rank %zu has another command than rank 0; --ranks off lets each work alone",
                      other);
  for (size_t i = 0; all != NULL && i < n; i++)
    pst_buffer_free(&all[i]);
  free(all);
  pst_buffer_free(&mine);
  return status;
}

enum pst_status pst_ranks_begin(struct pst_job *job, struct pst_error *error)
{
  const struct pst_job_options *o = &job->options;
  char folder[4096];
  enum pst_status status;

  if (o->ranks != 0 || o->part != NULL || o->from_parts.count > 0) {
    speak(job);
    return PST_OK;
  }
  if (!pst_become_folder(folder, sizeof folder))
    folder[0] = '\0';
  status = pst_comm_open(folder, &job->comm, error);
  return status == PST_OK && job->comm.size > 1 ? check_same(job, error) : status;
}

enum pst_status pst_ranks_end(struct pst_job *job, enum pst_status status, struct pst_error *error)
{
  if (job->comm.size > 1 && !job->met)
    status = pst_job_meet(job, status, error);
  status = pst_owned_end(job, status, error);
  pst_comm_close(&job->comm);
  return status;
}

int pst_ranks_code(const struct pst_job *job, int code)
{
  return job->spoken[0] >= 0 && code != PST_EXIT_ENVIRONMENT ? PST_EXIT_DONE : code;
}
