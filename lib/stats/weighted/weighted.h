/* weighted.h -- a sample with weights, and the questions that every method on it asks.

   pst_weighted_keep: the rows with a weight above 0, and the sums of the weights.
   Given     sample  n values, weights finite and >= 0; y only where a method takes pairs
   Returned  kept    in SCRATCH
   Status    PST_BAD_DATA for a negative weight or one that is not finite; PST_UNDEFINED when no row has a
             weight, or a value is not finite; PST_NO_MEMORY
   Cost      O(n)
   Tested    test_weighted.c */
#ifndef PST_STATS_WEIGHTED_WEIGHTED_H
#define PST_STATS_WEIGHTED_WEIGHTED_H

#include "stats/estimate.h"

struct pst_weighted {
  size_t n;
  const double *x;
  const double *y; /* NULL where there are no pairs */
  const double *w;
};

typedef enum pst_status pst_weighted_kernel(const struct pst_weighted *sample,
                                            const struct pst_test *test, struct pst_estimates *out,
                                            struct pst_arena *scratch, struct pst_error *error);

struct pst_weighted_rows {
  size_t n;
  double *x;
  double *y; /* NULL without pairs */
  double *w;
  double sum;     /* V1 */
  double squares; /* V2, of w^2 */
  bool whole;     /* every weight is a whole number */
};

enum pst_status pst_weighted_keep(const struct pst_weighted *sample, struct pst_weighted_rows *kept,
                                  struct pst_arena *scratch, struct pst_error *error);

/* pst_weighted_n_eff: Kish's effective size V1^2 / V2. */
double pst_weighted_n_eff(const struct pst_weighted_rows *rows);

/* pst_weighted_average: of the values of X with the weights of ROWS. */
double pst_weighted_average(const struct pst_weighted_rows *rows, const double *x);

/* pst_weighted_error: the standard error of the weighted mean MEAN, design based, with replacement:
   sqrt(n/(n - 1) sum w^2 (x - m)^2)/V1 (R survey's svymean); NaN for one row. */
double pst_weighted_error(const struct pst_weighted_rows *rows, double mean);

#endif
