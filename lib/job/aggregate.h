/* aggregate.h -- what --aggregate asks for: one function of the values of a cell or several, of the columns that they
   name or of those of -y.

   Of "sum" each column of -y becomes its sum.  Of "sum(v),count,mean(v)" the values are called sum(v), count(v) and
   mean(v): a function without a column is one of each column that the others name, and -y, where it is not given, is
   all of them.  Beside -y a function without a column is one of each of its columns. */
#ifndef PST_JOB_AGGREGATE_H
#define PST_JOB_AGGREGATE_H

#include "job/job.h"

/* pst_job_aggregate_read: the functions of TEXT, which outlives OUT.
   Status    PST_USAGE for what is no function, one that is given twice, and too many  */
enum pst_status pst_job_aggregate_read(struct pst_job_aggregate *out, const char *text,
                                       struct pst_error *error);

/* pst_job_aggregate_begin: before the plan: functions without a column get those that others name, and -y the values,
   where it was not given.
   Status    PST_USAGE for too many; PST_NO_MEMORY  */
enum pst_status pst_job_aggregate_begin(struct pst_job *job, struct pst_error *error);

/* pst_job_aggregate_next: the first function from FROM on that makes a value of what NAME names: a value such as
   "sum(v)", or a column.  *COLUMN is the column's name.
   Returned  its place among them; how many there are where there is none  */
size_t pst_job_aggregate_next(struct pst_job *job, const char *name, size_t from,
                              const char **column);

/* pst_job_aggregate_check: after the plan: some role takes each of the values that were named.
   Status    PST_USAGE where none does  */
enum pst_status pst_job_aggregate_check(struct pst_job *job, struct pst_error *error);

/* pst_job_aggregate_print: "sum", or "sum, count or mean", with LAST before the last of several; PICKS: only those that
   take one or two of the values in order, which bounds leave open. */
void pst_job_aggregate_print(const struct pst_job *job, const char *last, bool picks,
                             struct pst_buffer *out);

#endif
