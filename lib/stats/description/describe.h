/* describe.h -- one variable: level, spread, shape, quantiles.

   pst_describe: append one row a term.
   Given     x, n     the values that are there, in the order of the file (for lag1); missing ones are
                      the caller's to count
             options  see below; zero is the default of each
   Returned  mean (std_error, t interval), median, sd, min, max, q<p> for each probability, sum, var,
             sem, cv, range, iqr, mad, mad_raw, mean_abs_dev, mean_abs_dev_median, skewness, kurtosis,
             var_pop, sd_pop, cv_pop, geometric_mean, harmonic_mean, trimmed_mean(<p>) for each trim,
             distinct, lag1
             A term with no value (sd of one value, geometric mean of a negative) has a note
   Status    PST_UNDEFINED when n = 0, a value is not finite, or the sums overflow; PST_USAGE for a
             type, probability or trim out of range; PST_NO_MEMORY
   Cost      O(n log n) time, 2n doubles of scratch
   Published quantiles: Hyndman & Fan (1996), American Statistician 50; skewness and kurtosis: Joanes & Gill
             (1998), The Statistician 47
   Tested    test_describe.c, tests/reference (families descriptive, nist_univariate) */
#ifndef PST_STATS_DESCRIPTION_DESCRIBE_H
#define PST_STATS_DESCRIPTION_DESCRIBE_H

#include "stats/estimate.h"

struct pst_describe_options {
  double conf_level;   /* 0: 0.95 */
  int quantile_type;   /* 1-9; 0: 7 */
  int moment_type;     /* 1-3; 0: 2 */
  const double *probs; /* quantiles besides the median; none: 0.25 and 0.75 */
  size_t n_probs;
  const double *trims; /* each in [0, 0.5]; none: 0.1 */
  size_t n_trims;
  bool
      main_only; /* nothing but mean, median, sd, min, max, quantiles, trimmed means if TRIMS are given, and
                      distinct */
};

enum pst_status pst_describe(const double *x, size_t n, const struct pst_describe_options *options,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error);

/* pst_trimmed_mean: the mean of SORTED[0..n) without floor(n * trim) values at each end; the median
   for a trim of 0.5; n >= 1. */
double pst_trimmed_mean(const double *sorted, size_t n, double trim);

#endif
