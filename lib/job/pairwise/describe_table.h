/* describe_table.h -- the statistics of describe as people read them: a row a column, a term a column. */
#ifndef PST_JOB_PAIRWISE_DESCRIBE_TABLE_H
#define PST_JOB_PAIRWISE_DESCRIBE_TABLE_H

#include "job/pairwise/pairs.h"

/* pst_describe_main_term: TERM is given without --terms all. */
bool pst_describe_main_term(const char *term);

/* pst_describe_table: the estimates of PAIRS as a wide table, with the type of each column; NAMES are
   those of the group columns.
   Status    PST_IO, PST_NO_MEMORY  */
enum pst_status pst_describe_table(struct pst_job *job, const struct pst_pairs *pairs,
                                   const char *const *names, struct pst_error *error);

#endif
