/* slopes.h -- the slopes between all pairs of points with different x, by their order.

   pst_slope_select: the slopes that stand at the given places when all are ordered.
   Given     sample  n finite points
             ranks   count places, from 1 to the number of pairs with different x
   Returned  values  one slope a place
   Status    PST_NO_MEMORY when the pairs are more than this method holds (2^26: 11,585 rows), with a
             message that says so
   Cost      O(n^2) time and memory: every slope is stored and the places selected
   Tested    tests/unit/test_theil_sen.c

   pst_slope_between: the slope from one point to another at a different x: the quotient of the exact
   differences, rounded once (to within a rare unit in the last place). */
#ifndef PST_STATS_SLOPES_H
#define PST_STATS_SLOPES_H

#include <stdint.h>

#include "stats/estimate.h"

enum pst_status pst_slope_select(const struct pst_sample *sample, const uint64_t *ranks,
                                 size_t count, double *values, struct pst_arena *scratch,
                                 struct pst_error *error);

double pst_slope_between(double x1, double y1, double x2, double y2);

#endif
