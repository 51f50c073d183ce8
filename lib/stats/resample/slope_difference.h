/* slope_difference.h -- whether two series have the same slope, without normal errors: Theil-Sen and a bootstrap.

   pst_slopes_theil_sen: the difference of the two Theil-Sen slopes.
   Given     lines  2 pairs at least in each, x not constant
             test   permutations: how many replicates (9,999); seed, threads, level
   Returned  slope-difference  slope of the first less that of the second; std_error and the BCa interval of the
                               bootstrap: in each replicate every time keeps its place on the line and takes a
                               residual that is drawn with replacement; the percentile interval where BCa has
                               none.  No p: whether 0 is in the interval
             slope-1, slope-2  the two slopes
   Status    PST_UNDEFINED for fewer pairs or a constant x; PST_USAGE for an exact or permutation p; PST_NO_MEMORY
   Cost      replicates times the two slopes (slopes.h)
   Note      residuals are drawn one by one: where they depend on each other the interval is too narrow
   Published Sen (1968), JASA 63; Efron & Tibshirani (1993), An Introduction to the Bootstrap, 14
   Tested    test_slope_difference.c */
#ifndef PST_STATS_RESAMPLE_SLOPE_DIFFERENCE_H
#define PST_STATS_RESAMPLE_SLOPE_DIFFERENCE_H

#include "stats/groups/slopes.h"

pst_two_lines_kernel pst_slopes_theil_sen;

#endif
