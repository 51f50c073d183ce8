/* regression.h -- least squares on any number of columns, in double-double.

   pst_regression_fit: y = b1 x1 + ... + bp xp, weighted or not.
   Given     design  n rows; p columns and y, each a double and what it leaves (low; NULL: nothing); with
                     INTERCEPT the first column is all 1; weights above 0, or NULL; absorbed: the means
                     that were taken off before (fixed effects), which cost degrees of freedom
   Returned  fit     coefficients, NaN where the data do not determine one, and WHY it is so; fitted
                     values and residuals y - fitted; sums of squares; rank; the basis for variances
   Status    PST_UNDEFINED when n is not above p + absorbed or a number is not finite; PST_NO_MEMORY
   Cost      O(n p^2) time, about 16 n p bytes
   Method    every column scaled by a power of two, modified Gram-Schmidt in double-double
             (basis.h); a coefficient is right to the last digit or two while the columns can be told
             apart at all
   Note      of columns that are combinations of others no coefficient exists: NaN for all of the
             combination, with its names; others, fitted values and tests are not touched by that.
             The fit is perfect when the residuals are no larger than the rounding of y and x
   Tested    test_regression.c, test_regression_nist.c (NIST StRD, digits printed),
             tests/reference (families nist_linear, multiple_regression) */
#ifndef PST_STATS_REGRESSION_REGRESSION_H
#define PST_STATS_REGRESSION_REGRESSION_H

#include "stats/regression/basis.h"

struct pst_regressor {
  const char *name;
  const double *high;
  const double *low; /* NULL: all 0 */
};

struct pst_regression_design {
  size_t n;
  size_t p;
  const struct pst_regressor *columns;
  struct pst_regressor y;
  const double *weights;
  bool intercept;
  size_t absorbed;
  double y_most; /* the largest y before means were taken off, where they were; else 0 */
};

struct pst_regression {
  size_t n, p, df; /* df: n - rank - absorbed */
  bool intercept, perfect;
  double *coefficients; /* p */
  const char **why;     /* p: NULL, or why there is no coefficient */
  double *fitted;       /* n */
  double *residuals;    /* n: y - fitted */
  double *root;         /* n: the square root of the weight, 1 without */
  double *q;            /* n * rank by row: the orthonormal columns */
  double *parts;        /* rank: of y along them */
  double rss, tss, mss; /* weighted; about the mean with an intercept */
  double sigma2;        /* rss / df */
  double weight_root; /* the square root of the power of two that the weights were multiplied by */
  double *scale;      /* p: the power of two that each column was multiplied by */
  struct pst_basis basis;
};

enum pst_status pst_regression_fit(const struct pst_regression_design *design,
                                   struct pst_regression *fit, struct pst_arena *arena,
                                   struct pst_error *error);

/* pst_regression_direction: how the value X b depends on the parts along Q: b is a sum of parts.
   Given     X  p numbers, those of columns that are no part of the fit are not looked at
   Returned  z  rank numbers: the leverage of X is the sum of their squares
   Cost      O(p^2)
   Tested    test_regression.c */
void pst_regression_direction(const struct pst_regression *fit, const double *x, double *z);

/* pst_regression_no_error: why the fit, not perfect, has a standard error of 0 or none.
   Given     std_error  0, or no number
   Returned  a reason fit for a note
   Tested    test_regression.c */
const char *pst_regression_no_error(const struct pst_regression *fit, double std_error);

#endif
