/* square.h -- the estimates of all pairs of columns as a square table. */
#ifndef PST_JOB_SQUARE_H
#define PST_JOB_SQUARE_H

#include "job/pairs.h"

/* pst_square_values: N * N values by row in the job's arena: 1 on the diagonal of a column that varies,
   the main estimate of the first method of each pair (made as by --all: 0-1, 0-2, 1-2, 0-3, ...), NaN
   where it is undefined; NULL when memory is out. */
double *pst_square_values(struct pst_job *job, const struct pst_pairs *pairs, const size_t *columns,
                          size_t n);

/* pst_square_emit: the same as a table with a row and a column for each of the N COLUMNS. */
enum pst_status pst_square_emit(struct pst_job *job, const struct pst_pairs *pairs,
                                const size_t *columns, size_t n, struct pst_error *error);

#endif
