/* errors.h -- standard errors of a regression: the middle of the sandwich, and what comes of it.

   pst_errors_of: the covariance of the parts along the orthonormal columns (regression.h), from which the
   variance of every coefficient and prediction follows.
   Given     fit, not perfect; errors: the kind, and what it needs
   Returned  out  middle, rank * rank by row; df of the t distribution; n_clusters
   Status    PST_UNDEFINED with the reason: a leverage of 1 under HC2 and HC3, fewer than 2 clusters, a lag
             that is not below n; PST_NO_MEMORY
   Cost      O(n p^2), of Newey-West times the lags
   Method    classical: s^2 I.  hc0: sum e^2 q q'; hc1: times n / df; hc2: e^2 / (1 - h); hc3:
             e^2 / (1 - h)^2, where h is the leverage, absorbed means included.  cluster: sums of e q
             within clusters, times G / (G - 1) (n - 1) / (n - K), K all coefficients (of absorbed
             means none when they are those of the clusters, but the constant), t(G - 1).  newey-west:
             Bartlett weights 1 - l / (L + 1), L at most n - 1, in the order of the rows, without a
             factor for small samples unless asked for: n / df.  t(df) but for clusters
   Published White (1980), Econometrica 48; MacKinnon & White (1985), Journal of Econometrics 29; Newey
             & West (1987), Econometrica 55; Cameron & Miller (2015), Journal of Human Resources 50
   Tested    test_regression.c: R, sandwich 3.0

   pst_errors_variance: the variance of a value whose direction (pst_regression_direction) is Z; NaN where these
   errors leave none but rounding, as where all rows that say something of it are in one cluster, whose sum is 0.
   pst_errors_wald: the F of "all coefficients but the constant are 0" under these errors, with its
   first degrees of freedom; NaN when the covariance is singular.
   pst_newey_west_lag: floor(4 (n / 100)^(2/9)). */
#ifndef PST_STATS_REGRESSION_ERRORS_H
#define PST_STATS_REGRESSION_ERRORS_H

#include "stats/regression/regression.h"

enum pst_errors_kind {
  PST_ERRORS_CLASSICAL,
  PST_ERRORS_HC0,
  PST_ERRORS_HC1,
  PST_ERRORS_HC2,
  PST_ERRORS_HC3,
  PST_ERRORS_CLUSTER,
  PST_ERRORS_NEWEY_WEST
};

struct pst_errors_ask {
  enum pst_errors_kind kind;
  const size_t *cluster; /* n: the cluster of each row, from 0 */
  size_t n_clusters;
  bool nested;                     /* the absorbed means are those of the clusters */
  size_t lag;                      /* Newey-West */
  bool small_sample;               /* Newey-West: times n / df */
  const double *absorbed_leverage; /* n: of the absorbed means; NULL: none */
};

struct pst_errors {
  size_t rank;
  double *middle; /* rank * rank */
  double df;
  double noise; /* a variance no larger, of a direction of length 1, is rounding */
};

enum pst_status pst_errors_of(const struct pst_regression *fit, const struct pst_errors_ask *ask,
                              struct pst_errors *out, struct pst_arena *arena,
                              struct pst_error *error);

double pst_errors_variance(const struct pst_errors *errors, const double *z);

double pst_errors_wald(const struct pst_regression *fit, const struct pst_errors *errors,
                       struct pst_arena *arena, size_t *df1);

size_t pst_newey_west_lag(size_t n);

/* pst_regression_leverage: of row I, without that of absorbed means. */
double pst_regression_leverage(const struct pst_regression *fit, size_t i);

#endif
