/* theil_sen.h -- the Theil-Sen line: the median of the slopes of all pairs.

   pst_theil_sen: slope and intercept of y against time.
   Given     sample  n >= 2 finite pairs; times may be unequal and may repeat
   Returned  slope      median over pairs with different times of (y_j - y_i) / (x_j - x_i), the mean
                        of the middle two when their number is even
             intercept  median(y) - slope * median(x) (Conover)
             pairs      the number of those pairs
   Status    PST_UNDEFINED when n < 2 or all times are equal; PST_NO_MEMORY when the pairs are more
             than this method holds (11,585 rows), with a message that says so
   Cost      O(n^2) time and memory: every slope is stored and the median selected
   Published Theil (1950); Sen (1968), JASA 63; intercept: Conover (1980)
   Tested    tests/unit/test_theil_sen.c, tests/reference (family trend)

   pst_slope_median: that median alone, and the number of pairs; the one place that knows how it is
   found. */
#ifndef PST_STATS_THEIL_SEN_H
#define PST_STATS_THEIL_SEN_H

#include <stdint.h>

#include "stats/estimate.h"

enum pst_status pst_theil_sen(const struct pst_sample *sample, const struct pst_test *test,
                              struct pst_estimates *out, struct pst_arena *scratch,
                              struct pst_error *error);

enum pst_status pst_slope_median(const struct pst_sample *sample, double *median, uint64_t *pairs,
                                 struct pst_arena *scratch, struct pst_error *error);

/* pst_slope_between: the slope from one point to another at a different time: the quotient of the
   exact differences, rounded once (to within a rare unit in the last place). */
double pst_slope_between(double x1, double y1, double x2, double y2);

#endif
