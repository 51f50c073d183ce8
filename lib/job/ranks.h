/* ranks.h -- a job as one of the ranks that mpirun or srun started: they read the rows together, and rank 0 alone writes.

   Where they share the groups (owned.stage), each has in its table the rows of those that it owns, computes them as one process
   does, and rank 0 gets what they come to.  All take the same steps in the same order: the groups are counted, then what was
   found goes to rank 0.

   All     Tested    tests/mpi  */
#ifndef PST_JOB_RANKS_H
#define PST_JOB_RANKS_H

#include "job/job.h"

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

/* pst_owned_end: the steps that are left, after STATUS of this rank. */
enum pst_status pst_owned_end(struct pst_job *job, enum pst_status status, struct pst_error *error);

#endif
