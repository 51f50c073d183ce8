/* permutation.h -- p-values by random permutation of one variable.

   pst_permutation_p: how often a permutation of y gives a statistic as far out as the observed one.
   Given     test  alternative, permutations m, seed, threads
   Returned  p = (b + 1) / (m + 1), b the permutations with |statistic| >= |observed|, or statistic >=
             observed (greater), or <= (less): never 0, and valid at any m; standard_error
             sqrt(p (1 - p) / m), of p as an estimate of the exact p-value
   Status    PST_USAGE for more than 1e9 permutations; PST_NO_MEMORY
   Cost      m times (n + the statistic), 3n doubles a thread
   Note      permutation r draws from a stream that depends on the seed and r alone, so the number of
             threads does not matter; permutations are Fisher and Yates' shuffles
   Published Phipson & Smyth (2010), Statistical Applications in Genetics 9
   Tested    test_permutation.c, by way of the correlations

   pst_permutation_row: p, p_method "permutation(9999)" and a note with the standard error and the
   seed, into ROW. */
#ifndef PST_STATS_RANDOM_PERMUTATION_H
#define PST_STATS_RANDOM_PERMUTATION_H

#include "stats/estimate.h"

/* The statistic of a permuted Y[0..n); it may reorder Y, and use SPARE[0..2n). */
typedef double pst_permuted_statistic(const void *context, double *y, double *spare);

struct pst_permutation {
  size_t n;
  const double *y;
  pst_permuted_statistic *statistic; /* 0 on average */
  const void *context;
  double tolerance; /* statistics as near as this are equal: rounding */
};

struct pst_permutation_p {
  double p;
  double standard_error;
  size_t permutations;
  unsigned long seed;
};

enum pst_status pst_permutation_p(const struct pst_permutation *permutation,
                                  const struct pst_test *test, struct pst_permutation_p *out,
                                  struct pst_arena *scratch, struct pst_error *error);

void pst_permutation_row(const struct pst_permutation_p *p, struct pst_estimates *out,
                         struct pst_estimate *row);

#endif
