/* ranks.h -- a job as one of the ranks that mpirun or srun started: they read the rows together, and rank 0 alone computes
   and writes.

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

#endif
