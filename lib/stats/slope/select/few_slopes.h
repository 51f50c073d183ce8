/* few_slopes.h -- the slopes at given places of all that few points have.

   Quotients of rounded differences say where a place is, to a few units in their last place; the slopes that lie so near
   to it are then taken exactly (slope_exact.h), and the place is found among them.

   pst_few_slopes_select: the slopes that stand at the given places when all are ordered.
   Given     sample  n >= 2 finite points, any order, some x different
             ranks   count places, from 1 to the number of pairs with different x, ascending
   Returned  values  one slope a place: to the last bit that of all exact slopes
   Status    PST_NO_MEMORY
   Cost      O(n^2) time, 8 n^2 bytes; 60 points with eight places take ten microseconds
   Tested    tests/unit/stats/slope/select/test_slopes.c, by way of slopes.h */
#ifndef PST_STATS_SLOPE_SELECT_FEW_SLOPES_H
#define PST_STATS_SLOPE_SELECT_FEW_SLOPES_H

#include <stdint.h>

#include "stats/estimate.h"

enum pst_status pst_few_slopes_select(const struct pst_sample *sample, const uint64_t *ranks,
                                      size_t count, double *values, struct pst_arena *scratch,
                                      struct pst_error *error);

#endif
