/* pairs_leeway.h -- what --printed and --bounds leave open of the methods on a pair of columns.

   pst_pairs_leeway_sample: the rows of a unit with leeway, as arrays of their own: those that are complete, and with
   --bounds those that are known within bounds.
   pst_pairs_leeway_method: the rows of METHOD that UNIT has from FIRST on, with what is left open.
   pst_pairs_leeway_run: the same with another kernel than a method's; ROWS of them, 0: all.
   Given     PAIRS  as pairs.h has it; SCRATCH  released on return, but for the sample
   Status    PST_NO_MEMORY; what the kernel fails with, save PST_UNDEFINED
   Cost      that of stats/leeway/leeway.h
   Tested    tests/cli/leeway-* */
#ifndef PST_JOB_PAIRWISE_PAIRS_LEEWAY_H
#define PST_JOB_PAIRWISE_PAIRS_LEEWAY_H

#include "job/pairwise/pairs.h"
#include "stats/leeway/leeway.h"

/* The values of a sample that may be moved: SAMPLE.x and .y point to them. */
struct pst_pairs_leeway {
  struct pst_sample sample;
  struct pst_leeway_values
      lists[2]; /* x where it is numbers, then y; y alone where there is no x */
  size_t n_lists;
};

enum pst_status pst_pairs_leeway_sample(const struct pst_job *job, const struct pst_pairs *pairs,
                                        const struct pst_pair_unit *unit,
                                        struct pst_pairs_leeway *out, struct pst_arena *scratch,
                                        struct pst_error *error);

enum pst_status pst_pairs_leeway_run(const struct pst_job *job, struct pst_pairs_leeway *values,
                                     pst_leeway_run *run, void *context, size_t n,
                                     struct pst_pair_unit *unit, size_t first, size_t rows,
                                     struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_pairs_leeway_method(const struct pst_job *job, const struct pst_pairs *pairs,
                                        const struct pst_method *method,
                                        const struct pst_test *test, size_t n,
                                        struct pst_pair_unit *unit, size_t first,
                                        struct pst_arena *scratch, struct pst_error *error);

#endif
