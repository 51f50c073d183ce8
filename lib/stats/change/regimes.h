/* regimes.h -- what a figure draws of change points: the line that they make of the series.

   pst_regimes_of_means: the means before and after the change of pettitt, snht and their like, or of all segments
   of breaks.
   pst_regimes_of_slopes: the two lines of segmented.
   Given     sample, estimates   of one series; method: as the record names it
   Returned  path  points from the first time to the last, two at each change of the mean, halfway between two times;
                   n is 0 where there is nothing to draw
   Status    PST_NO_MEMORY
   Cost      O(n)
   Published Hudson (1966), Journal of the American Statistical Association 61, of slopes
   Tested    tests/cli/trend-change-figure */
#ifndef PST_STATS_CHANGE_REGIMES_H
#define PST_STATS_CHANGE_REGIMES_H

#include "stats/path.h"

pst_path_kernel pst_regimes_of_means;
pst_path_kernel pst_regimes_of_slopes;

#endif
