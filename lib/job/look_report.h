/* look_report.h -- the first look at the job's table, in the format asked for. */
#ifndef PST_JOB_LOOK_REPORT_H
#define PST_JOB_LOOK_REPORT_H

#include "job/job.h"
#include "report/format.h"

/* pst_job_look: look at all columns of the job's table and write what there is to say.
   Given     KEY and TOP as --key and --top have them; --time of the job's options
   Status    as pst_look_at; PST_IO  */
enum pst_status pst_job_look(struct pst_job *job, const struct pst_list *key, size_t top,
                             struct pst_error *error);

/* pst_job_looks_in: FORMAT shows a look as a whole; the others have a row a finding. */
bool pst_job_looks_in(const struct pst_format *format);

#endif
