/* say.h -- what a program says beside its result, on standard error. */
#ifndef PST_JOB_SAY_H
#define PST_JOB_SAY_H

#include "job/job.h"

/* pst_job_closing_line: how many rows were read, left out, used, missing, rejected. */
void pst_job_closing_line(struct pst_job *job);

/* pst_job_flush_log: to standard error, unless --quiet. */
void pst_job_flush_log(struct pst_job *job);

#endif
