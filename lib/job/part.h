/* part.h -- whether the options of a part of a run go together. */
#ifndef PST_JOB_PART_H
#define PST_JOB_PART_H

#include "job/job.h"

/* pst_part_check: --part, --part-start and --from-parts of JOB.  %k in the name of -o is the number of the part.
   Returned  JOB, with that name
   Status    PST_USAGE with what does not go together; PST_NO_MEMORY  */
enum pst_status pst_part_check(struct pst_job *job, struct pst_error *error);

#endif
