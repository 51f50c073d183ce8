/* pairs_owned.h -- pairs of which each rank has computed its own groups, as the pairs of one process.

   pst_pairs_gather: the records and counts of all ranks, at rank 0 in the order of all rows.
   Given     a job whose ranks share the groups (job/ranks.h), after pst_pairs_compute or what failed before it with STATUS;
             PAIRS->failed and failed_before; GROUPS, which PAIRS has too
   Returned  at rank 0 PAIRS and GROUPS of all rows: their keys, not their rows
   Status    as pst_owned_results; PST_NO_MEMORY
   Cost      O(records)
   Tested    tests/mpi/shuffle.py  */
#ifndef PST_JOB_PAIRWISE_PAIRS_OWNED_H
#define PST_JOB_PAIRWISE_PAIRS_OWNED_H

#include "job/ranks.h"
#include "job/pairwise/pairs.h"

enum pst_status pst_pairs_gather(struct pst_job *job, struct pst_pairs *pairs,
                                 struct pst_groups *groups, enum pst_status status,
                                 struct pst_error *error);

#endif
