/* line.h -- the straight line through paired data, to nearly full double accuracy: what ols,
   loglinear and pearson share.

   pst_line_fit: least squares of y on x.
   Given     sample  n >= 2 finite pairs, x not constant
   Returned  line    slope and intercept (each as high + low, about twice double precision before
                     rounding), means, sums of squares about the means, residual sum of squares
   Status    PST_UNDEFINED when the sums leave the range of doubles
   Cost      O(n), four passes
   Method    centred on means that carry 32 digits; both variables scaled by a power of two, so
             that neither 1e-200 nor 1e200 is squared out of range; products summed to 32 digits;
             residuals are taken from the data, not from centred copies; the slope is
             corrected once from them
   Tested    NIST StRD Norris and Pontius; test_ols.c, by way of ols.h; tests/cli/test_exact_sums.py

   pst_line_between: the same of two variables that are prepared (deviations.h): one serves many pairs.
   Given     x, y  of n >= 2 values each, x not constant
   Cost      O(n), two passes, and one for the product

   pst_line_of_moments: the same of the exact sums of the pairs (interval/sum/pair_sum.h), in whatever parts
   they were added.  pst_line_fit takes them from PST_PAIR_SUM_FROM pairs on.
   Given     sums  of n >= 2 pairs, x not constant
   Returned  line  each number rounded once
   Cost      O(1), some twenty microseconds

   pst_line_correlate: its part without residuals: means, scales, sums, r; the slope before its
   correction.  perfect is false.
   Returned  SETTLED  the residuals would change nothing of r: they are surely no rounding of the data, and rss is
             theirs, from the sums of 32 digits, of which it takes six at most; else rss is NaN
   Status    as above
   Cost      O(n), one pass */
#ifndef PST_STATS_SLOPE_LINE_H
#define PST_STATS_SLOPE_LINE_H

#include <stdbool.h>

#include "stats/estimate.h"
#include "stats/sum.h"
#include "stats/variable/deviations.h"

struct pst_pair_sum;

struct pst_line {
  size_t n;
  struct pst_sum mean_x;
  struct pst_sum mean_y;
  struct pst_sum slope; /* in the units of the data */
  struct pst_sum intercept;
  double sxx, syy, sxy; /* about the means, of x * scale_x and y * scale_y */
  double r;             /* sxy / sqrt(sxx syy), rounded once; NaN when y is constant */
  double rss;           /* of y * scale_y */
  double scale_x;       /* powers of two */
  double scale_y;
  bool perfect; /* the residuals are no larger than the rounding of the data */
};

enum pst_status pst_line_fit(const struct pst_sample *sample, struct pst_line *line,
                             struct pst_error *error);

enum pst_status pst_line_between(const struct pst_deviations *x, const struct pst_deviations *y,
                                 struct pst_line *line, struct pst_error *error);

enum pst_status pst_line_of_moments(const struct pst_pair_sum *sums, struct pst_line *line,
                                    struct pst_error *error);

enum pst_status pst_line_correlate(const struct pst_deviations *x, const struct pst_deviations *y,
                                   struct pst_line *line, bool *settled, struct pst_error *error);

/* pst_line_residual: y - intercept - slope x of one observation, rounded once. */
double pst_line_residual(const struct pst_line *line, double x, double y);

#endif
