/* slope_search.h -- places among the slopes of all pairs, pursued by exact counts.

   How many slopes are not above one is counted exactly (slope_bracket.h).  A sample of all slopes, and then
   the counts so far, say where the next is made (slope_places.h), until two counts around a place have few
   slopes between them, which are listed.  Where counts do not get there soon, because slopes are equal or
   come in lumps, samples of what is between the nearest two do (slope_narrow.h).

   pst_slope_search: see slopes.h, which prepares what this is given.
   Given     points sorted by x, then y: finite, their products too
             ranks  count places in ascending order
   Returned  values one slope a place
   Status    PST_NO_MEMORY; PST_UNDEFINED, see slope_bracket.h
   Cost      O(n log n) expected; 24n bytes beside the points, more of few
   Tested    test_slopes.c, by way of slopes.h */
#ifndef PST_STATS_SLOPE_SELECT_SLOPE_SEARCH_H
#define PST_STATS_SLOPE_SELECT_SLOPE_SEARCH_H

#include "stats/slope/select/slope_order.h"
#include "stats/slope/select/slopes.h"
#include "stats/sort.h"

enum pst_status pst_slope_search(const struct pst_slope_points *points, const uint64_t *ranks,
                                 size_t count, const struct pst_slope_limits *limits,
                                 double *values, struct pst_arena *scratch,
                                 struct pst_error *error);

#endif
