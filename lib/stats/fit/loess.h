/* loess.h -- a line that follows the points: at each place a small regression on the points near it.

   pst_loess: how well it fits.
   Given     sample  n >= 4 finite pairs, x not all equal
             test    span: the share of the points that are near (0.75); degree of the local polynomial, 1 or 2 (2)
   Returned  sigma   the residual standard error, sqrt(RSS / d1), d1 the trace of (I - L)(I - L)'
             span, degree
             parameters  the trace of L: how many parameters a regression as supple would have
             df      d1^2 / d2, d2 the trace of its square; d1 beyond n = 500
             r1      lag-1 autocorrelation of the residuals
   Status    PST_UNDEFINED when n < 4, x is constant, or fewer than degree + 2 points are near; PST_USAGE for another
             degree, or an exact or permutation p; PST_NO_MEMORY
   Cost      O(n^2); d2 O(n^3), n <= 500

   pst_loess_curve: the line at places, with the interval fit +- t(df) sigma |l(x)|.
   Given     the same sample and test, the rows that pst_loess filled, x of n places
   Returned  curve->fit, low, high
   Status    PST_UNDEFINED when the rows have no sigma; PST_NO_MEMORY
   Cost      O(places n)

   Near are the q = floor(span n) nearest points by |x - x0|; a point at distance d of the farthest near one,
   h, weighs (1 - (d / h)^3)^3.  No robustness steps.
   Published Cleveland (1979), JASA 74; Cleveland & Devlin (1988), JASA 83; R's loess with surface = "direct",
             statistics = "exact"
   Tested    test_loess.c against R 4.2.2 */
#ifndef PST_STATS_FIT_LOESS_H
#define PST_STATS_FIT_LOESS_H

#include "stats/fit/curve.h"

enum pst_status pst_loess(const struct pst_sample *sample, const struct pst_test *test,
                          struct pst_estimates *out, struct pst_arena *scratch,
                          struct pst_error *error);

pst_curve_kernel pst_loess_curve;

#endif
