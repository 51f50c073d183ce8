/* summary.h -- a regression as records: its coefficients, and what the fit as a whole says.

   pst_regression_coefficients: a row a column in its order: term "intercept" for the constant, "coefficient"
   for the others; estimate, standard error, t interval, t and p.
   pst_regression_inflation: a row "vif" a column that has one, in the order of the columns; COLUMN names
   which, for as many as were added.
   pst_regression_model: r2, adj_r2, sigma, F; with ALL also the degrees of freedom, sums of squares,
   durbin-watson, lag1, breusch-pagan, log_likelihood, aic and bic.
   Given     fit, errors   of one design; test: alternative (of coefficients but the constant) and level
             method        how the record names it
             note          stands in every coefficient's row; NULL: none
   Returned  rows in OUT.  Of a perfect fit there is no t, F and p, and the note says so; where there is no
             coefficient the note says why
   Status    PST_NO_MEMORY
   Cost      O(p^3 + n p)
   Note      aic = -2 log L + 2 (p + 1), sigma counted, as R has it; F under robust, clustered or
             Newey-West errors is Wald's; r2 without an intercept is about 0
   Published Draper & Smith (1998), Applied Regression Analysis; Akaike (1974); Schwarz (1978)
   Tested    test_regression_nist.c, tests/reference (families nist_linear,
             multiple_regression) */
#ifndef PST_STATS_REGRESSION_SUMMARY_H
#define PST_STATS_REGRESSION_SUMMARY_H

#include "stats/estimate.h"
#include "stats/regression/errors.h"

struct pst_regression_about {
  const struct pst_regression *fit;
  const struct pst_errors *errors;
  const char *method;
  const char *note;
  const char *perfect; /* what a perfect fit is called: "perfect fit: no test" */
  bool plain_errors;   /* classical errors: F is exact under normal ones */
  bool weighted, in_order, robust;
};

enum pst_status pst_regression_coefficients(const struct pst_regression_about *about,
                                            const struct pst_test *test, struct pst_estimates *out,
                                            struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_regression_inflation(const struct pst_regression_about *about,
                                         struct pst_estimates *out, size_t *column, size_t *n,
                                         struct pst_error *error);

enum pst_status pst_regression_model(const struct pst_regression_about *about, bool all,
                                     struct pst_estimates *out, struct pst_arena *scratch,
                                     struct pst_error *error);

#endif
