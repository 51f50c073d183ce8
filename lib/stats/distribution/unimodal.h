/* unimodal.h -- tails and two-sided p-values of a distribution of counts that rises to one mode and
   falls: binomial and hypergeometric.

   A tail is summed outwards from its end, so that one of 1e-200 has as many right digits as one of
   0.05.  The two-sided p-value adds up all counts that are no likelier than the observed one, within
   1e-7 of it, as R's binom.test and fisher.test do.
   Given     whole numbers from 0, at most 2^53; a K outside the support has a tail of 0 or 1
   Returned  the distribution; a probability
   Cost      O(sqrt(trials)) on either side of the mode
   Published Clopper & Pearson (1934), Biometrika 26; Fisher (1935), JRSS 98
   Tested    test_distribution.c */
#ifndef PST_STATS_DISTRIBUTION_UNIMODAL_H
#define PST_STATS_DISTRIBUTION_UNIMODAL_H

#include "stats/estimate.h"

struct pst_unimodal {
  double low; /* the support */
  double high;
  double mode;
  double a, b, c;                                             /* its parameters */
  double (*mass)(const struct pst_unimodal *d, double k);     /* P(k) */
  double (*quotient)(const struct pst_unimodal *d, double k); /* P(k + 1) / P(k) */
};

/* pst_binomial: of TRIALS with PROBABILITY in [0, 1].
   pst_hypergeometric: the marked items among DRAWN of MARKED and UNMARKED ones. */
struct pst_unimodal pst_binomial(double trials, double probability);
struct pst_unimodal pst_hypergeometric(double marked, double unmarked, double drawn);

/* pst_unimodal_upper: P(X >= k); pst_unimodal_lower: P(X <= k). */
double pst_unimodal_upper(const struct pst_unimodal *d, double k);
double pst_unimodal_lower(const struct pst_unimodal *d, double k);

/* pst_unimodal_p: the p-value of an observed K; "greater" is the upper tail. */
double pst_unimodal_p(const struct pst_unimodal *d, double k, enum pst_alternative alternative);

#endif
