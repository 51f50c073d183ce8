/* newey_west.h -- the least-squares line with errors that allow for autocorrelation and unequal variance.

   pst_newey_west: y = intercept + slope x, standard errors of Newey and West.
   Given     sample  n >= 3 finite pairs in order of time, x not all equal
             test    alternative for the slope; confidence level; hac: the lag plus one, 0: floor(4 (n/100)^(2/9));
                     small_sample: the covariance times n / (n - 2)
   Returned  slope      std_error, interval, t, df = n - 2, p: of t with n - 2 degrees of freedom
             intercept  the same, its p always two-sided
             lag        L: products of residuals up to L rows apart count, with weights 1 - l / (L + 1)
             r1         sum e_t e_(t-1) / sum e_t^2 of the residuals
             A perfect fit leaves t and p empty with a note.  Rows count, not times: a gap is passed over
   Status    PST_UNDEFINED when n < 3, x is constant, or the lag is not below n; PST_USAGE for an exact or
             permutation p; PST_NO_MEMORY
   Cost      O(n L)
   Published Newey & West (1987), Econometrica 55; the lag: Newey & West (1994), Rev. Economic Studies 61
   Tested    test_newey_west.c, tests/reference (family trend) */
#ifndef PST_STATS_FIT_NEWEY_WEST_H
#define PST_STATS_FIT_NEWEY_WEST_H

#include "stats/estimate.h"

enum pst_status pst_newey_west(const struct pst_sample *sample, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error);

#endif
