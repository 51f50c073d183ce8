/* robust.h -- robust regression by M-estimation: Huber's and Tukey's bisquare weights.

   pst_robust_fit
   Given     fit    the least-squares fit of the same data, not perfect and of full rank, without weights
             y      its n values
             kind
   Returned  out    parts along the orthonormal columns in the place of fit's, their covariance as errors,
                    fitted values, residuals, the weight of each row at the end, sigma
   Status    PST_UNDEFINED when the iterations do not settle; PST_NO_MEMORY
   Cost      O(n p^2) an iteration, at most 100
   Method    gsl_multifit_robust on the orthonormal columns, times the square root of n: M-estimates
             follow any linear change of the columns, and these are as well conditioned as can be.
             Tuning 1.345 (Huber) and 4.685 (bisquare), scale by the MAD, as GSL has them; t(n - p)
   Published Huber & Ronchetti (2009), Robust Statistics; DuMouchel & O'Brien (1989); GSL reference
   Tested    test_regression.c */
#ifndef PST_STATS_REGRESSION_ROBUST_H
#define PST_STATS_REGRESSION_ROBUST_H

#include "stats/regression/errors.h"

enum pst_robust_kind { PST_ROBUST_NONE, PST_ROBUST_BISQUARE, PST_ROBUST_HUBER };

enum pst_status pst_robust_fit(struct pst_regression *fit, const double *y,
                               enum pst_robust_kind kind, double *weights,
                               struct pst_errors *errors, struct pst_arena *arena,
                               struct pst_error *error);

#endif
