/* tails.h -- tail probabilities and quantiles: normal, t, F, chi-squared.

   An upper tail is computed as one, never as 1 - cdf, so that a p-value of 1e-200 has as many right
   digits as one of 0.05.  GSL's gsl_cdf_tdist_Q loses half its digits in places
   (gsl_cdf_tdist_Q(30, 100) is off by 5e-7), so t and F come from the incomplete beta function,
   evaluated here by its continued fraction with both x and 1 - x given exactly.
   Given     degrees of freedom, A and B above 0; a statistic may be infinite, never NaN
   Returned  a probability in [0, 1], to 12 digits where it is a normal double; a quantile
   Cost      O(sqrt(df)) steps of the continued fraction; a quantile up to 40 tails
   Published Numerical Recipes 6.4 (Lentz's method); DLMF 8.17.22
   Tested    test_tails.c, relative 1e-12, against 50-digit values */
#ifndef PST_STATS_TAILS_H
#define PST_STATS_TAILS_H

#include "stats/estimate.h"

/* pst_normal_upper: P(Z > z). */
double pst_normal_upper(double z);
/* pst_normal_quantile: the z with P(Z > z) = P, 0 < P < 1. */
double pst_normal_quantile(double p);
/* pst_t_upper: P(T > t) with DF > 0 degrees of freedom; t may be infinite. */
double pst_t_upper(double t, double df);
/* pst_t_quantile: the t with P(T > t) = P, 0 < P < 1. */
double pst_t_quantile(double p, double df);
/* pst_f_upper: P(F > f), f >= 0. */
double pst_f_upper(double f, double df1, double df2);
/* pst_chi2_upper: P(X > x), x >= 0. */
double pst_chi2_upper(double x, double df);

/* pst_normal_p, pst_t_p: the p-value of a statistic under ALTERNATIVE, both symmetric about 0;
   "greater" is the upper tail. */
double pst_normal_p(double z, enum pst_alternative alternative);
double pst_t_p(double t, double df, enum pst_alternative alternative);

/* pst_beta_regularised: I_x(a, b), with y = 1 - x given by the caller, who can often compute it
   without the cancellation. */
double pst_beta_regularised(double a, double b, double x, double y);

#endif
