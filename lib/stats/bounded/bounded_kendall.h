/* bounded_kendall.h -- Mann-Kendall on values of which some are known within bounds: "lower than 10th", "<5".

   pst_bounded_mann_kendall: S over the pairs that are decided, and its range over the rest.
   Given     sample  n >= 2 times, with BESIDE's bounds (of a known value both ends are the value)
             test    alternative; continuity, on by default
   Returned  tau-b   S / sqrt(pairs with different times * pairs of surely different values); z and p
             S, var_S, tau-a, z  the variance is that over all orders of the values, pairs that are open counting 0
             open    pairs that the bounds do not decide
             S_low, S_high  between which S is, whatever the bounded values are; stated as a note too
             bounded values
             Without bounds all is as mann-kendall has it
   Status    PST_UNDEFINED when n < 2, all times are equal, no pair is decided, or n > 100,000; PST_USAGE for
             an exact or permutation p; PST_NO_MEMORY
   Cost      O(n^2)
   Published see decided.h
   Tested    test_bounded_trend.c */
#ifndef PST_STATS_BOUNDED_BOUNDED_KENDALL_H
#define PST_STATS_BOUNDED_BOUNDED_KENDALL_H

#include "stats/estimate.h"

enum pst_status pst_bounded_mann_kendall(const struct pst_sample *sample,
                                         const struct pst_test *test, struct pst_estimates *out,
                                         struct pst_arena *scratch, struct pst_error *error);

#endif
