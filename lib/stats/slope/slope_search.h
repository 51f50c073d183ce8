/* slope_search.h -- slope selection for many pairs: a bracket around the places asked for is made
   narrower until it holds few slopes or is the gap between two neighbouring doubles.

   A bracket's slopes are the pairs that two orders (slope_order.h) invert differently: they are
   counted exactly, a sample of them gives the next bracket, and the last one is enumerated.  Places
   near each other share their brackets.  A bracket that misses its place is answered by the one
   around it, so chance costs time only.

   pst_slope_search: see slopes.h, which prepares what this is given.
   Given     points sorted by x, then y: finite, their products too
             ranks  count places in ascending order
   Returned  values one slope a place
   Status    PST_NO_MEMORY
   Cost      O(n log n) expected; 40n bytes beside the points
   Tested    test_slopes.c, by way of slopes.h */
#ifndef PST_STATS_SLOPE_SLOPE_SEARCH_H
#define PST_STATS_SLOPE_SLOPE_SEARCH_H

#include "stats/slope/slope_order.h"
#include "stats/slope/slopes.h"
#include "stats/sort.h"

enum pst_status pst_slope_search(const struct pst_slope_points *points, const uint64_t *ranks,
                                 size_t count, const struct pst_slope_limits *limits,
                                 double *values, struct pst_arena *scratch,
                                 struct pst_error *error);

#endif
