/* noncentral.h -- noncentral t, F and chi-squared: the distributions behind intervals of effect sizes.

   pst_noncentral_t_upper: P(T > t) with DF degrees of freedom and noncentrality DELTA.
   pst_noncentral_f_upper, pst_noncentral_chi2_upper: P(X > x) with noncentrality LAMBDA >= 0.
   Given     t, delta finite; x and f from 0; degrees of freedom above 0; level in (0, 1)
   Returned  a probability; an interval, both ends NaN where the statistic is not finite
   Cost      a few hundred evaluations of the central tail; some tens of these an end of an interval
   Method    t: the trapezoidal rule over the logarithm of the scale, or for large t over the normal part;
             it converges faster than any power of the step.  F and chi-squared: the Poisson mixture, from
             its mode outwards, of a large noncentrality by strides; chi-squared
             there as the square of a shifted normal and the rest
   Tested    test_distribution.c

   pst_noncentral_t_interval, pst_noncentral_f_interval, pst_noncentral_chi2_interval are found by
   inversion: the noncentralities at which the observed statistic is the
   upper and the lower (1 - LEVEL)/2 point.  A noncentrality of F or chi-squared has no value below 0:
   an end that would lie there is 0.
   Published Steiger & Fouladi (1997), in What If There Were No Significance Tests? */
#ifndef PST_STATS_DISTRIBUTION_NONCENTRAL_H
#define PST_STATS_DISTRIBUTION_NONCENTRAL_H

double pst_noncentral_t_upper(double t, double df, double delta);
double pst_noncentral_f_upper(double f, double df1, double df2, double lambda);
double pst_noncentral_chi2_upper(double x, double df, double lambda);

struct pst_interval {
  double low;
  double high;
};

struct pst_interval pst_noncentral_t_interval(double t, double df, double level);
struct pst_interval pst_noncentral_f_interval(double f, double df1, double df2, double level);
struct pst_interval pst_noncentral_chi2_interval(double x, double df, double level);

#endif
