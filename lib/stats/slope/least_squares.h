/* least_squares.h -- least squares on any number of columns: coefficients and residuals.

   pst_least_squares: y = b0 + b1 x1 + ... + bk xk.
   Given     design     n rows, k columns of n finite values, n > k; the constant is added here
   Returned  fit        k + 1 coefficients, the constant first, and n residuals, in KEEP
   Status    PST_UNDEFINED when there are too few rows or a column is a combination of the others;
             PST_NO_MEMORY
   Cost      O(n k^2) time, n k doubles
   Method    columns centred on their means and scaled by a power of two, Householder QR (GSL), then
             the residuals fitted once more to correct the coefficients
   Tested    tests/unit/test_least_squares.c, tests/reference (family multiple_regression)

   pst_durbin_watson: sum (e_i - e_(i-1))^2 / sum e_i^2, in the order of the rows; NaN when every
   residual is 0 or n < 2.  Durbin & Watson (1950), Biometrika 37. */
#ifndef PST_STATS_SLOPE_LEAST_SQUARES_H
#define PST_STATS_SLOPE_LEAST_SQUARES_H

#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

struct pst_design {
  size_t n;
  size_t k;
  const double *const *x; /* k columns */
  const double *y;
};

struct pst_fit {
  const double *coefficients; /* k + 1 */
  const double *residuals;    /* n */
};

enum pst_status pst_least_squares(const struct pst_design *design, struct pst_fit *fit,
                                  struct pst_arena *keep, struct pst_error *error);

double pst_durbin_watson(const double *residuals, size_t n);

#endif
