/* beta_quantile.h -- quantiles of the beta and the F distribution.

   pst_beta_quantile: the x with I_x(a, b) = P.
   Given     p       in (0, 1)
             a, b    > 0
   Returned  x and y = 1 - x, each to about 14 digits: neither is found from the other by subtraction
   Cost      about 8 incomplete beta functions
   Method    Newton on log I over log(x / y), where log I is concave: from the mean it overshoots once
             at most and then climbs without bracketing
   Tested    test_distribution.c

   pst_f_quantile: the f with P(F > f) = P. */
#ifndef PST_STATS_DISTRIBUTION_BETA_QUANTILE_H
#define PST_STATS_DISTRIBUTION_BETA_QUANTILE_H

struct pst_beta_point {
  double x;
  double y; /* 1 - x */
};

struct pst_beta_point pst_beta_quantile(double p, double a, double b);

double pst_f_quantile(double p, double df1, double df2);

#endif
