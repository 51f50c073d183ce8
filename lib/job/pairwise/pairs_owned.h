/* pairs_owned.h -- pairs of which each rank may have computed its own groups, as the pairs of one process.

   pst_pairs_compute_all: pst_pairs_compute; where ranks share the groups (job/ranks.h), the records and counts of all come to rank 0,
   in the order of all rows.
   Given     what pst_pairs_compute is given, and STATUS of what came before it: where that failed, nothing is computed, and PAIRS->failed
             and failed_before say where; GROUPS, which PAIRS has too
   Returned  of one process the units; of several at rank 0 PAIRS and GROUPS of all rows: their keys and how many rows each has, not
             their rows
   Status    as pst_pairs_compute and pst_owned_results; PST_NO_MEMORY
   Cost      that of pst_pairs_compute; O(records) beside it
   Tested    tests/mpi/shuffle.py  */
#ifndef PST_JOB_PAIRWISE_PAIRS_OWNED_H
#define PST_JOB_PAIRWISE_PAIRS_OWNED_H

#include "job/ranks.h"
#include "job/pairwise/pairs.h"

enum pst_status pst_pairs_compute_all(struct pst_job *job, struct pst_pairs *pairs,
                                      struct pst_groups *groups, enum pst_status status,
                                      struct pst_error *error);

#endif
