/* goodman.h -- simultaneous intervals of the shares of a poll, by Goodman.

   pst_goodman: all intervals hold together at the level, by Bonferroni's inequality.
   Given     poll  k categories; empty ones count
             test  level
   Returned  share(NAME) of each: Wilson's limits with the chi-squared(1) quantile at 1 - (1 - level)/k
   Status    PST_UNDEFINED without answers; PST_USAGE for an exact or permutation p
   Cost      O(k)
   Published Goodman (1965), Technometrics 7
   Tested    test_poll.c, tests/reference (family multinomial) */
#ifndef PST_STATS_POLL_GOODMAN_H
#define PST_STATS_POLL_GOODMAN_H

#include "stats/poll/poll.h"

pst_poll_kernel pst_goodman;

#endif
