/* leeway.h -- --printed and --bounds: which cells leave room to their values, and how much.

   All     Given     a job whose options are read; a column of the loaded table
           Cost      O(1) a cell
           Tested    tests/cli/leeway-* */
#ifndef PST_JOB_LEEWAY_H
#define PST_JOB_LEEWAY_H

#include "job/job.h"

/* pst_job_leeway_printed, pst_job_leeway_bounds: the two options, for the own table of a program. */
struct pst_option pst_job_leeway_printed(struct pst_job_options *options);
struct pst_option pst_job_leeway_bounds(struct pst_job_options *options);

/* pst_job_has_leeway: one of the two was asked for. */
bool pst_job_has_leeway(const struct pst_job *job);

/* pst_job_check_leeway: before the table is loaded.  VALUES: the names of the columns of values, of N lists.
   Status    PST_USAGE for a name of --printed that is none of them, with --aggregate (of --printed), --p-value
             permutation, --interval, or a method that takes bounds by itself or draws */
enum pst_status pst_job_check_leeway(const struct pst_job *job,
                                     const struct pst_list *const *values, size_t n,
                                     struct pst_error *error);

/* pst_job_leeway_loaded: --printed means cells as the file has them: a column that --let made has none.
   Status    PST_USAGE */
enum pst_status pst_job_leeway_loaded(const struct pst_job *job, const struct pst_column *column,
                                      struct pst_error *error);

/* pst_job_is_printed: --printed means this column. */
bool pst_job_is_printed(const struct pst_job *job, const struct pst_column *column);

/* pst_job_cell_bounds: between which numbers the value of a cell is: the interval of its printed precision, the
   bounds that it has, or the value alone; low NaN where it is missing, or bounded without --bounds. */
struct pst_bounds pst_job_cell_bounds(const struct pst_job *job, const struct pst_column *column,
                                      size_t row);

/* pst_job_whole_bounds: all known cells are whole numbers without decimals, and bounds end at such: then the
   bounded ones are too.  O(rows) */
bool pst_job_whole_bounds(const struct pst_job *job, const struct pst_column *column);

#endif
