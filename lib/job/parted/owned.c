/* owned.c -- a job whose groups the ranks share: the steps that they take together. */
#include "job/ranks.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/pack.h"

static size_t ranks_here(const struct pst_job *job)
{
  return job->comm.rank == 0 ? job->comm.size : 0;
}

static struct pst_text text_of(const struct pst_buffer *buffer)
{
  return (struct pst_text){pst_buffer_string(buffer), buffer->size};
}

static void free_all(struct pst_buffer *all, size_t n)
{
  for (size_t i = 0; all != NULL && i < n; i++)
    pst_buffer_free(&all[i]);
  free(all);
}

/* --- how many groups ------------------------------------------------------------------------------- */

static enum pst_status sum_groups(struct pst_job *job, struct pst_buffer *number,
                                  struct pst_buffer *all, struct pst_error *error)
{
  enum pst_status status = pst_comm_gather(&job->comm, text_of(number), all, error);
  uint64_t sum = 0;

  for (size_t rank = 0; status == PST_OK && rank < ranks_here(job); rank++) {
    struct pst_unpack in = {.left = text_of(&all[rank])};

    sum += pst_unpack_number(&in);
  }
  if (job->comm.rank == 0) {
    pst_buffer_clear(number);
    pst_pack_number(number, sum);
  }
  if (status == PST_OK)
    status = pst_comm_tell(&job->comm, number, error);
  return status;
}

enum pst_status pst_owned_groups(struct pst_job *job, enum pst_status status, size_t n,
                                 struct pst_error *error)
{
  struct pst_buffer number = {.size = 0}, *all;
  struct pst_unpack in;
  enum pst_status met;

  if (job->owned.stage != PST_OWNED_ROWS)
    return status;
  job->owned.stage = PST_OWNED_GROUPS;
  all = calloc(ranks_here(job) + 1, sizeof *all);
  pst_pack_number(&number, status == PST_OK ? n : 0);
  met =
      all == NULL || number.failed ? pst_fail_memory(error) : sum_groups(job, &number, all, error);
  in.left = text_of(&number);
  in.failed = false;
  job->owned.n_groups = (size_t)pst_unpack_number(&in);
  free_all(all, ranks_here(job));
  pst_buffer_free(&number);
  return status == PST_OK ? met : status;
}

size_t pst_owned_all(const struct pst_job *job, size_t n)
{
  return job->owned.stage == PST_OWNED_NOT ? n : job->owned.n_groups;
}

/* --- what was found -------------------------------------------------------------------------------- */

static void pack(enum pst_status status, const struct pst_owned_failure *failure,
                 const struct pst_error *error, struct pst_text mine, struct pst_buffer *out)
{
  const struct pst_error none = {.status = PST_OK};
  const struct pst_error *told = status == PST_OK || error == NULL ? &none : error;

  pst_pack_number(out, (uint64_t)status);
  pst_pack_number(out, failure->step);
  pst_pack_number(out, failure->place);
  pst_pack_number(out, failure->pair);
  pst_pack_text(out, pst_text_of(told->message));
  pst_pack_text(out, pst_text_of(told->file));
  pst_pack_number(out, told->line);
  pst_pack_text(out, mine);
}

struct told {
  enum pst_status status;
  size_t rank;
  struct pst_owned_failure at;
  struct pst_text message, file;
  unsigned long line;
};

static struct told unpack(struct pst_text bytes, size_t rank, struct pst_text *mine)
{
  struct pst_unpack in = {.left = bytes};
  struct told told = {.status = (enum pst_status)pst_unpack_number(&in), .rank = rank};

  told.at.step = pst_unpack_number(&in);
  told.at.place = pst_unpack_number(&in);
  told.at.pair = pst_unpack_number(&in);
  told.message = pst_unpack_text(&in);
  told.file = pst_unpack_text(&in);
  told.line = pst_unpack_number(&in);
  *mine = pst_unpack_text(&in);
  if (in.failed)
    told.status = PST_IO;
  return told;
}

static bool is_of_machine(const struct told *told)
{
  return told->status == PST_IO || told->status == PST_NO_MEMORY;
}

static bool comes_before(const struct told *a, const struct told *b)
{
  if (is_of_machine(a) != is_of_machine(b))
    return is_of_machine(a);
  if (a->at.step != b->at.step)
    return a->at.step < b->at.step;
  return a->at.place != b->at.place ? a->at.place < b->at.place : a->at.pair < b->at.pair;
}

static enum pst_status tell(const struct told *told, struct pst_error *error)
{
  char file[512];

  pst_error_clear(error);
  snprintf(file, sizeof file, "%.*s", (int)told->file.size, told->file.data);
  if (is_of_machine(told))
    return pst_fail(error, told->status, "rank %zu: %.*s", told->rank, (int)told->message.size,
                    told->message.data);
  return pst_fail_at(error, told->status, file, told->line, "%.*s", (int)told->message.size,
                     told->message.data);
}

static enum pst_status take_results(const struct pst_job *job, const struct pst_buffer *all,
                                    struct pst_text *in, struct pst_error *error)
{
  struct told worst = {.status = PST_OK};

  for (size_t rank = 0; rank < job->comm.size; rank++) {
    struct told told = unpack(text_of(&all[rank]), rank, &in[rank]);

    if (told.status != PST_OK && (worst.status == PST_OK || comes_before(&told, &worst)))
      worst = told;
  }
  return worst.status == PST_OK ? PST_OK : tell(&worst, error);
}

enum pst_status pst_owned_results(struct pst_job *job, enum pst_status status,
                                  const struct pst_owned_failure *failure, struct pst_text mine,
                                  struct pst_buffer *all, struct pst_text *in,
                                  struct pst_error *error)
{
  struct pst_buffer out = {.size = 0};
  enum pst_status met;

  job->owned.stage = PST_OWNED_DONE;
  pack(status, failure, error, mine, &out);
  met =
      out.failed ? pst_fail_memory(error) : pst_comm_gather(&job->comm, text_of(&out), all, error);
  pst_buffer_free(&out);
  if (met != PST_OK || job->comm.rank > 0)
    return met;
  return take_results(job, all, in, error);
}

enum pst_status pst_owned_end(struct pst_job *job, enum pst_status status, struct pst_error *error)
{
  const struct pst_owned_failure nowhere = {.step = 0};
  struct pst_buffer *all;
  struct pst_text *in;

  status = pst_owned_groups(job, status, 0, error);
  if (job->owned.stage != PST_OWNED_GROUPS)
    return status;
  all = calloc(ranks_here(job) + 1, sizeof *all);
  in = calloc(ranks_here(job) + 1, sizeof *in);
  if (all == NULL || in == NULL)
    status = pst_fail_memory(error);
  else
    status = pst_owned_results(job, status, &nowhere, (struct pst_text){"", 0}, all, in, error);
  free_all(all, ranks_here(job));
  free(in);
  return status;
}
