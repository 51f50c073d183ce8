/* slopes.h -- the slopes between all pairs of points with different x, by their order.

   The slope of a pair is the quotient of the exact differences of the stored doubles, rounded once
   (slope_exact.h).  The value at a place is that of all slopes in order, to the last bit, however it
   is found; no seed can change it.

   pst_slope_select: the slopes that stand at the given places when all are ordered.
   Given     sample  n finite points, n <= 2^32, any order
             threads that may share the work
             ranks   count places, from 1 to the number of pairs with different x, in any order
   Returned  values  one slope a place
   Status    PST_NO_MEMORY; PST_UNDEFINED for more than 2^32 rows, and where values are so small or so far apart
             that products of them are beyond doubles
   Cost      few pairs: every slope is stored and the places selected.  Many: O(n log n) time
             expected and 24n bytes, 16n more unless x ascends; n = 1,000,000 with eight places takes 0.5 s
   Published Matousek (1991), Information Processing Letters 39; Dillencourt, Mount & Netanyahu
             (1992), Int. J. Computational Geometry & Applications 2
   Tested    test_slopes.c, test_theil_sen.c

   pst_slope_select_within: the same with limits of the caller's choice, for tests. */
#ifndef PST_STATS_SLOPE_SELECT_SLOPES_H
#define PST_STATS_SLOPE_SELECT_SLOPES_H

#include <stdint.h>

#include "stats/estimate.h"

enum pst_status pst_slope_select(const struct pst_sample *sample, const uint64_t *ranks,
                                 size_t count, size_t threads, double *values,
                                 struct pst_arena *scratch, struct pst_error *error);

struct pst_slope_limits {
  uint64_t all_pairs; /* so many pairs and fewer are stored, all of them */
  size_t candidates;  /* a bracket with so many slopes and fewer is enumerated; 0: 3n */
  size_t sample;      /* slopes drawn from a bracket that holds more; 0: 2n */
  size_t threads;     /* that may share the work: the values do not depend on it; 0: one */
};

enum pst_status pst_slope_select_within(const struct pst_sample *sample, const uint64_t *ranks,
                                        size_t count, const struct pst_slope_limits *limits,
                                        double *values, struct pst_arena *scratch,
                                        struct pst_error *error);

#endif
