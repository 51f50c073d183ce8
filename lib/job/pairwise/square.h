/* square.h -- the estimates of all pairs of columns as a square table. */
#ifndef PST_JOB_PAIRWISE_SQUARE_H
#define PST_JOB_PAIRWISE_SQUARE_H

#include "job/pairwise/pairs.h"
#include "table/group/group.h"

/* pst_square_values: N * N values by row in the job's arena: 1 on the diagonal of a column that varies,
   the main estimate of the first method of each pair (made as by --all: 0-1, 0-2, 1-2, 0-3, ...), NaN
   where it is undefined; NULL when memory is out. */
double *pst_square_values(struct pst_job *job, const struct pst_pairs *pairs, const size_t *columns,
                          size_t n);

/* pst_square_emit: the same as a table with a row and a column for each of the N COLUMNS. */
enum pst_status pst_square_emit(struct pst_job *job, const struct pst_pairs *pairs,
                                const size_t *columns, size_t n, struct pst_error *error);

/* pst_square_stream: computes and emits a table that is too large for records: of N > 1 COLUMNS over all rows, of
   which there are some, by the first method of the job.  8 bytes a pair are kept, and the rows are made
   when they are written.
   Status    PST_UNDEFINED where no pair has an estimate: the table is emitted all the same
   Tested    tests/cli/correlate-square-stream against the records; test_column_variables.c */
enum pst_status pst_square_stream(struct pst_job *job, const struct pst_groups *groups,
                                  const size_t *columns, size_t n, struct pst_error *error);

/* pst_square_with_itself: 1 for a column that varies; one that does not has no correlation at all: NaN. */
double pst_square_with_itself(const struct pst_column *column, size_t n_rows);

/* pst_square_say_constants: why cells of the matrix are empty: it has no column of notes.  ITSELF: its
   diagonal. */
void pst_square_say_constants(struct pst_job *job, const size_t *columns, const double *itself,
                              size_t n);

#endif
