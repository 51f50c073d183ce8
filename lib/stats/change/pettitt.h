/* pettitt.h -- Pettitt's test for a change of the level at an unknown time, by ranks.

   pst_pettitt: a pst_pair_kernel.
   Given     sample  n >= 2 values in order of time, one a time
   Returned  rows change (statistic K = max |U_t|, U_t = 2 sum of the first t ranks - t (n + 1), p), K, index_first,
             index_last, direction: 1 where values before are higher, -1 where they are lower
   Status    PST_UNDEFINED, PST_USAGE, PST_NO_MEMORY as series.h
   Cost      O(n log n)
   Method    mid-ranks; p = min(1, 2 exp(-6 K^2 / (n^3 + n^2))), which is good to two digits below 0.5, or by
             permutation
   Published Pettitt (1979), Applied Statistics 28
   Tested    test_change.c: Nile (R's trend 1.1.6), tests/reference */
#ifndef PST_STATS_CHANGE_PETTITT_H
#define PST_STATS_CHANGE_PETTITT_H

#include "stats/estimate.h"

pst_pair_kernel pst_pettitt;

#endif
