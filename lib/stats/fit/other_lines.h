/* other_lines.h -- straight lines that weigh the points: by given weights, or by how far off they are.

   pst_weighted_ols: least squares with a weight a point; sigma^2 = sum w e^2 / (n - 2).
   pst_bisquare: robust, Tukey's bisquare with tuning 4.685: points far off the line count nothing.
   pst_huber: robust, Huber's weights with tuning 1.345: points far off the line count less.
   Given     sample  n >= 3 finite pairs, x not constant; BESIDE->weight for the first: 0 leaves a row out
             test    alternative for the slope; confidence level
   Returned  slope      std_error, interval, t, df = n - 2, p
             intercept  the same, its p two-sided
             sigma      the residual scale; of robust lines as GSL estimates it
             r1         of the residuals, in the order of the rows; a note on the slope where it is beyond
                        1.96 / sqrt(n)
             far        robust: points that count less than half
             A perfect fit leaves t and p empty with a note
   pst_weighted_ols_curve, pst_bisquare_curve, pst_huber_curve: the line and the interval of its mean.
   Status    PST_UNDEFINED when n < 3, x is constant, a weight is negative, there are none, or the robust fit
             does not settle; PST_USAGE for an exact or permutation p; PST_NO_MEMORY
   Cost      O(n), robust up to 100 times
   Published Draper & Smith (1998), 9; Huber (1981), Robust Statistics; Beaton & Tukey (1974), Technometrics 16;
             GSL, multifit_robust
   Tested    test_polynomial.c against R and iterations written out */
#ifndef PST_STATS_FIT_OTHER_LINES_H
#define PST_STATS_FIT_OTHER_LINES_H

#include "stats/fit/curve.h"

enum pst_status pst_weighted_ols(const struct pst_sample *sample, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_arena *scratch,
                                 struct pst_error *error);

enum pst_status pst_bisquare(const struct pst_sample *sample, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error);

enum pst_status pst_huber(const struct pst_sample *sample, const struct pst_test *test,
                          struct pst_estimates *out, struct pst_arena *scratch,
                          struct pst_error *error);

pst_curve_kernel pst_weighted_ols_curve, pst_bisquare_curve, pst_huber_curve;

#endif
