/* pearson.h -- the product-moment correlation.

   pst_pearson: r between x and y, paired by index.
   Given     sample  n >= 2 finite pairs, neither constant
             test    alternative, kind of p-value (t or permutation), confidence level
   Returned  r       estimate in [-1, 1]; interval tanh(atanh(r) +- z / sqrt(n - 3)), n > 3 and
                     |r| < 1 (fisher_z.h); statistic t = r sqrt((n - 2) / (1 - r^2)), left empty where all
                     points lie on a line; df; p from t, or by permutation (permutation.h), t and df then empty.  Two
                     points: p = 1, exactly (either order gives |r| = 1)
   Status    PST_UNDEFINED when n < 2, or x or y is constant; PST_USAGE for an exact p; PST_NO_MEMORY
   Cost      O(n), and as much for each permutation
   Note      from PST_PAIR_SUM_FROM pairs on r is that of the exact sums (interval/sum/pair_sum.h), rounded once
   Note      1 - r^2 is the residual share of least squares, so t is right even where r rounds to 1
   Published Pearson (1896); interval: Fisher (1921)
   Tested    test_pearson.c, tests/reference (family correlation) */
#ifndef PST_STATS_CORRELATION_PEARSON_H
#define PST_STATS_CORRELATION_PEARSON_H

#include "stats/estimate.h"
#include "stats/variable/deviations.h"

enum pst_status pst_pearson(const struct pst_sample *sample, const struct pst_test *test,
                            struct pst_estimates *out, struct pst_arena *scratch,
                            struct pst_error *error);

/* A correlation and what its t test needs. */
struct pst_correlation {
  double r;
  double t; /* infinite when all points lie on a line; NaN for n = 2 */
};

/* pst_correlation_of: of two variables about their means, for kernels that correlate something derived
   (ranks) too.
   Given     x, y  n >= 2 finite values each, neither constant
   Status    PST_UNDEFINED when the sums leave the range of doubles
   Cost      O(n), one pass; two more where the points are nearly on a line */
enum pst_status pst_correlation_of(const struct pst_deviations *x, const struct pst_deviations *y,
                                   struct pst_correlation *out, struct pst_error *error);

/* pst_correlation_statistic: the t of CORRELATION into ROW; a note in its place when it is infinite. */
void pst_correlation_statistic(const struct pst_correlation *correlation, struct pst_estimates *out,
                               struct pst_estimate *row);

#endif
