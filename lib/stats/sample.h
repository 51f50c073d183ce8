/* sample.h -- the questions that every kernel asks of its data and of the test it is to make.

   Given     n values each, of any kind; a test as it was asked for
   Returned  the answer
   Cost      O(n); about the test O(1)
   Tested    test_kendall.c, test_pearson.c, test_ols.c, by way of the kernels */
#ifndef PST_STATS_SAMPLE_H
#define PST_STATS_SAMPLE_H

#include "stats/estimate.h"

/* pst_sample_check: at least LEAST rows, and every value finite.
   Status  PST_UNDEFINED with a sentence fit for a note: "fewer than 3 complete rows" */
enum pst_status pst_sample_check(const struct pst_sample *sample, size_t least,
                                 struct pst_error *error);

/* pst_constant: true when X[0..n) holds one value only (n = 0 too). */
bool pst_constant(const double *x, size_t n);

/* pst_sample_varies: neither variable is constant.
   Status  PST_UNDEFINED "x is constant" or "y is constant" */
enum pst_status pst_sample_varies(const struct pst_sample *sample, struct pst_error *error);

/* pst_no_exact: no p-value is asked for that METHOD does not have.
   Status  PST_USAGE when TEST asks for an exact one */
enum pst_status pst_no_exact(const struct pst_test *test, const char *method,
                             struct pst_error *error);

/* pst_asymptotic_only: the same of a METHOD that has neither of them.
   Status  PST_USAGE when TEST asks for an exact or a permutation p-value */
enum pst_status pst_asymptotic_only(const struct pst_test *test, const char *method,
                                    struct pst_error *error);

#endif
