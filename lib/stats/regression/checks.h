/* checks.h -- what a fitted regression says of itself: residuals, influence, collinearity.

   pst_regression_vif: how much the variance of coefficient J is inflated by the other columns: the sum of
   squares of column J about its mean times the diagonal of (X'X)^-1; NaN without an intercept, for the
   constant and where there is no coefficient.
   pst_durbin_watson: sum (e_i - e_(i-1))^2 / sum e_i^2, in the order of the rows; NaN when every residual
   is 0 or n < 2.
   pst_residual_lag1: sum e_i e_(i-1) / sum e_i^2; NaN as before.
   pst_breusch_pagan: n R^2 of the squared residuals on the same columns (Koenker's studentized form), for
   the chi-squared of *DF; NaN without an intercept, with absorbed means or of a perfect fit.
   pst_influence_of: of row I: leverage (absorbed means included, as EXTRA), the residual over its standard
   deviation with the row (standardized) and without it (studentized), and Cook's distance; NaN where the
   leverage is 1 or the fit perfect.
   Given     a fit of pst_regression_fit
   Returned  what each says
   Cost      O(n), pst_breusch_pagan O(n p), the others O(p^2)
   Published Durbin & Watson (1950), Biometrika 37; Breusch & Pagan (1979), Econometrica 47; Koenker
             (1981), Journal of Econometrics 17; Cook (1977), Technometrics 19; Belsley, Kuh & Welsch
             (1980), Regression Diagnostics
   Tested    test_regression.c, against R's hatvalues, rstandard, rstudent,
             cooks.distance, lmtest::bptest and car::vif */
#ifndef PST_STATS_REGRESSION_CHECKS_H
#define PST_STATS_REGRESSION_CHECKS_H

#include "stats/regression/errors.h"

double pst_regression_vif(const struct pst_regression *fit, size_t j);

double pst_durbin_watson(const double *residuals, size_t n);
double pst_residual_lag1(const double *residuals, size_t n);

double pst_breusch_pagan(const struct pst_regression *fit, struct pst_arena *scratch, size_t *df);

struct pst_influence {
  double leverage, standardized, studentized, cook;
};

struct pst_influence pst_influence_of(const struct pst_regression *fit, size_t i, double extra);

#endif
