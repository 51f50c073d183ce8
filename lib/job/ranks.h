/* ranks.h -- a job as one of the ranks that mpirun or srun started: they read the rows together, and rank 0 alone writes.

   Where they share the groups (owned.stage), each has in its table the rows of those that it owns, computes them as one process
   does, and rank 0 gets what they come to.  All take the same steps in the same order: the groups are counted, then what was
   found goes to rank 0.

   All     Tested    tests/mpi  */
#ifndef PST_JOB_RANKS_H
#define PST_JOB_RANKS_H

#include "base/pack.h"
#include "job/job.h"
#include "stats/estimate.h"
#include "table/group/group.h"

/* pst_ranks_hush: before the command line is read: what another rank than 0 would say, 0 says.
   Given     JOB, of which nothing is set
   Cost      a look at the environment  */
void pst_ranks_hush(struct pst_job *job);

/* pst_ranks_begin: JOB->comm, once the options are read: the ranks, or this process alone.
   Status    PST_USAGE where the ranks do not find each other, or have different commands; PST_IO  */
enum pst_status pst_ranks_begin(struct pst_job *job, struct pst_error *error);

/* pst_ranks_end: the ranks part, after STATUS and ERROR of this one, which rank 0 hears of.
   Status    STATUS; that of a rank that failed  */
enum pst_status pst_ranks_end(struct pst_job *job, enum pst_status status, struct pst_error *error);

/* pst_ranks_code: the exit code of this rank, whose own is CODE: what is the matter with the command or the data rank 0 tells,
   and mpirun would end it before it has if another rank ended with a code. */
int pst_ranks_code(const struct pst_job *job, int code);

/* --- groups that are shared: else nothing is done ------------------------------------------------ */

/* pst_owned_groups: this rank has N groups, or failed with STATUS; JOB->owned.n_groups is how many all have.
   Status    STATUS; PST_IO where a rank cannot be reached  */
enum pst_status pst_owned_groups(struct pst_job *job, enum pst_status status, size_t n,
                                 struct pst_error *error);

/* pst_owned_all: how many groups all ranks have, of which N are here: N where ranks share none. */
size_t pst_owned_all(const struct pst_job *job, size_t n);

/* Where a rank failed: what was computed first, and of which group, is what one process would tell. */
struct pst_owned_failure {
  uint64_t step, place, pair;
};

/* pst_owned_results: MINE of each rank comes to rank 0, into ALL[rank], which is NULL elsewhere; or that it failed with STATUS.
   Returned  ALL, in which IN[rank] is what the rank sent
   Status    at rank 0 that of the failure that one process would have met first; elsewhere PST_OK, for rank 0 tells it  */
enum pst_status pst_owned_results(struct pst_job *job, enum pst_status status,
                                  const struct pst_owned_failure *failure, struct pst_text mine,
                                  struct pst_buffer *all, struct pst_text *in,
                                  struct pst_error *error);

/* What came of one rank; texts stay in TEXTS. */
struct pst_owned_in {
  struct pst_unpack bytes;
  struct pst_dictionary *texts;
};

/* What ranks compute of their groups: units, EACH of a group, group by group, and numbers that are added. */
struct pst_owned_work {
  struct pst_groups *groups;
  size_t each, *counts, n_counts;
  size_t failed;      /* the unit that a failure is of */
  bool failed_before; /* it failed before anything was computed */
  void *context;      /* of these, each of which is false when memory is out: */
  bool (*put)(void *context, size_t unit, struct pst_buffer *out);
  bool (*make)(void *context,
               size_t n_groups); /* room for the units of all, in the place of rank 0's own */
  bool (*take)(void *context, size_t unit, struct pst_owned_in *in);
  struct pst_dictionary texts; /* returned, for pst_dictionary_free */
};

/* pst_owned_gather: the units of all ranks, at rank 0 in the order of all rows, after STATUS of what computed them here.
   Returned  at rank 0 GROUPS of all rows: their keys and how many rows each has, not their rows; units by TAKE; COUNTS added up
   Status    as pst_owned_results; PST_NO_MEMORY
   Cost      O(units), and one message a rank  */
enum pst_status pst_owned_gather(struct pst_job *job, struct pst_owned_work *work,
                                 enum pst_status status, struct pst_error *error);

/* For put and take: a text, which may be NULL, and records. */
void pst_owned_put_text(struct pst_buffer *out, const char *text);
void pst_owned_put_records(struct pst_buffer *out, const struct pst_estimate *items, size_t n);
bool pst_owned_take_text(struct pst_owned_in *in, const char **text);
bool pst_owned_take_records(struct pst_owned_in *in, struct pst_estimates *list);

/* pst_owned_end: the steps that are left, after STATUS of this rank. */
enum pst_status pst_owned_end(struct pst_job *job, enum pst_status status, struct pst_error *error);

#endif
