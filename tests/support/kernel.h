/* kernel.h -- running a kernel in a test and finding its rows by term. */
#ifndef PST_TESTS_KERNEL_H
#define PST_TESTS_KERNEL_H

#include "stats/estimate.h"

struct run {
  struct pst_arena arena;
  struct pst_arena scratch;
  struct pst_estimates rows;
  struct pst_error error;
  enum pst_status status;
};

/* run_kernel: KERNEL on X, Y; TEST may be NULL for the defaults.  Close with run_end.
   run_beside: the same with what stands beside the pairs. */
void run_kernel(struct run *run, pst_pair_kernel *kernel, const double *x, const double *y,
                size_t n, const struct pst_test *test);
void run_beside(struct run *run, pst_pair_kernel *kernel, const double *x, const double *y,
                size_t n, const struct pst_beside *beside, const struct pst_test *test);
void run_end(struct run *run);

/* run_row: the row of TERM; fails the test when there is none. */
const struct pst_estimate *run_row(const struct run *run, const char *term);

/* assert_undefined: KERNEL refuses X, Y with this sentence and appends nothing. */
void assert_undefined(pst_pair_kernel *kernel, const double *x, const double *y, size_t n,
                      const char *reason);

/* assert_no_p: KERNEL refuses an exact and a permutation p-value as a usage error. */
void assert_no_p(pst_pair_kernel *kernel, const char *method);
void assert_no_exact(pst_pair_kernel *kernel, const char *method);
void assert_no_permutation(pst_pair_kernel *kernel, const char *method);

#endif
