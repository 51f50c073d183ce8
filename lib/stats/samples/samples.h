/* samples.h -- two independent samples, and the questions that every method on them asks.

   pst_two_samples_check: at least LEAST finite values in each.
   Status    PST_UNDEFINED with a sentence fit for a note: "fewer than 2 values in the first group"
   pst_pooled_check: a value at least in each, three in all: what one variance of both needs.
   Status    PST_UNDEFINED as pst_two_samples_check
   pst_spread_of: mean and variance (n - 1) of a sample.
   Given     n >= 1
   Returned  the mean as high + low; the variance NaN where it leaves the range of doubles, 0 of one value
   pst_pooled_variance: that of both about their own means
   Cost      O(n)
   Tested    test_two_samples.c, by way of every method */
#ifndef PST_STATS_SAMPLES_SAMPLES_H
#define PST_STATS_SAMPLES_SAMPLES_H

#include "stats/estimate.h"
#include "stats/sum.h"

/* X is compared with Y: a difference is x less y, and "greater" says that x is. */
struct pst_two_samples {
  const double *x;
  size_t nx;
  const double *y;
  size_t ny;
};

/* The form of a method on two samples; as pst_pair_kernel. */
typedef enum pst_status pst_two_samples_kernel(const struct pst_two_samples *samples,
                                               const struct pst_test *test,
                                               struct pst_estimates *out, struct pst_arena *scratch,
                                               struct pst_error *error);

enum pst_status pst_two_samples_check(const struct pst_two_samples *samples, size_t least,
                                      struct pst_error *error);

enum pst_status pst_pooled_check(const struct pst_two_samples *samples, struct pst_error *error);

struct pst_spread {
  double n;
  struct pst_sum mean;
  double variance;
};

struct pst_spread pst_spread_of(const double *x, size_t n);
double pst_pooled_variance(const struct pst_spread *a, const struct pst_spread *b);

/* pst_mean_difference: that of two means, rounded once.
   Cost      O(1) */
double pst_mean_difference(const struct pst_spread *a, const struct pst_spread *b);

#endif
