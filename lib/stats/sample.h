/* sample.h -- the questions that every kernel asks of its data and of the test it is to make.

   Tested  by the tests of every kernel */
#ifndef PST_STATS_SAMPLE_H
#define PST_STATS_SAMPLE_H

#include "stats/estimate.h"

/* pst_sample_check: at least LEAST rows, and every value finite.
   Status  PST_UNDEFINED with a sentence fit for a note: "fewer than 3 complete rows" */
enum pst_status pst_sample_check(const struct pst_sample *sample, size_t least,
                                 struct pst_error *error);

/* pst_constant: true when X[0..n) holds one value only (n = 0 too). */
bool pst_constant(const double *x, size_t n);

/* pst_sample_varies: PST_UNDEFINED "x is constant" or "y is constant" when one is. */
enum pst_status pst_sample_varies(const struct pst_sample *sample, struct pst_error *error);

/* pst_no_exact: PST_USAGE when TEST asks METHOD for an exact p-value, which it does not have. */
enum pst_status pst_no_exact(const struct pst_test *test, const char *method,
                             struct pst_error *error);

/* pst_asymptotic_only: PST_USAGE when TEST asks METHOD for an exact or a permutation p-value that
   it does not have. */
enum pst_status pst_asymptotic_only(const struct pst_test *test, const char *method,
                                    struct pst_error *error);

#endif
