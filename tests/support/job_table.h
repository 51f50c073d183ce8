/* job_table.h -- a job that has loaded a table, for tests of what the programs do behind the load. */
#ifndef PST_TESTS_JOB_TABLE_H
#define PST_TESTS_JOB_TABLE_H

#include "job/job.h"

enum { JOB_TABLE_MOST = 8 };

struct job_table {
  struct pst_job job;
  struct pst_wanted roles[JOB_TABLE_MOST];
};

/* job_table_load: CSV, whose columns become the roles 0, 1, ... as KINDS says: t a time, n a number, x a text.
   Close with job_table_free. */
void job_table_load(struct job_table *made, const char *csv, const char *kinds);
void job_table_free(struct job_table *made);

#endif
