/* polynomial.h -- a trend that bends: y as a polynomial of time.

   pst_polynomial: y = b0 + b1 x + ... + bd x^d by least squares.
   Given     sample  n >= d + 2 finite pairs, more than d different x
             test    degree d, 1 to 9 (2); alternative for the highest coefficient; confidence level
   Returned  bd      the highest coefficient: std_error, interval, t, df = n - d - 1, p: whether the degree is
                     needed
             ..., b1, b0  the others, in falling order, their p two-sided
             r2, adj_r2, sigma  as ols has them
             r1      of the residuals; a note on bd where it is beyond 1.96 / sqrt(n)
             A perfect fit leaves t and p empty with a note
   pst_polynomial_curve: the curve and the interval of its mean.
   Status    PST_UNDEFINED for too few rows or different x; PST_USAGE for an exact or permutation p; PST_NO_MEMORY
   Cost      O(n d^2) in double-double
   Published Draper & Smith (1998), Applied Regression Analysis, 12
   Tested    test_polynomial.c against R, tests/reference (NIST Filip by way of regression.h) */
#ifndef PST_STATS_FIT_POLYNOMIAL_H
#define PST_STATS_FIT_POLYNOMIAL_H

#include "stats/fit/curve.h"

enum pst_status pst_polynomial(const struct pst_sample *sample, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error);

pst_curve_kernel pst_polynomial_curve;

#endif
