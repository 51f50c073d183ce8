/* powers.h -- y as a polynomial of x: the regression, its rows, and its curve.

   pst_powers_fit: y = b0 + b1 x + ... + bd x^d.
   Given     sample  n > d + 1 finite pairs, more than d different x
             ask     degree; weights, or NULL (those of 0 leave their row out); robust or not; centred: in
                     (x - middle) / half the range, for places between the points; else in x itself
   Returned  powers  the regression and its errors
   Status    PST_UNDEFINED with the reason; PST_NO_MEMORY
   Cost      O(n d^2) in double-double; robust up to 100 times that

   pst_powers_rows: term NAMES[j] for the coefficient of x^j, those of ORDER one after the other: estimate,
   standard error, t interval, t and p; the alternative holds for the first.
   pst_powers_curve: the curve at places, with the interval of its mean.
   Published Draper & Smith (1998), Applied Regression Analysis, 12; see stats/regression/regression.h
   Tested    test_polynomial.c, by way of polynomial.h and other_lines.h */
#ifndef PST_STATS_FIT_POWERS_H
#define PST_STATS_FIT_POWERS_H

#include "stats/fit/curve.h"
#include "stats/regression/errors.h"
#include "stats/regression/robust.h"

enum { PST_POWERS_MOST = 9 };

struct pst_powers_ask {
  size_t degree;
  const double *weight;
  enum pst_robust_kind robust;
  bool centred;
};

struct pst_powers {
  struct pst_regression fit;
  struct pst_errors errors;
  size_t n, degree;
  double middle, half;    /* u = (x - middle) / half */
  double *robust_weights; /* n; NULL: not robust */
};

enum pst_status pst_powers_fit(const struct pst_sample *sample, const struct pst_powers_ask *ask,
                               struct pst_powers *powers, struct pst_arena *scratch,
                               struct pst_error *error);

enum pst_status pst_powers_rows(const struct pst_powers *powers, const char *method,
                                const char *const *names, const size_t *order,
                                const struct pst_test *test, struct pst_estimates *out,
                                struct pst_error *error);

enum pst_status pst_powers_curve(const struct pst_powers *powers, const struct pst_test *test,
                                 struct pst_curve *curve);

#endif
