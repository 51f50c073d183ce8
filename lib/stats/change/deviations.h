/* deviations.h -- tests for a change of the mean, by sums of deviations from it: Buishand, SNHT, CUSUM.

   With S_k the sum of the first k deviations from the mean:
   pst_buishand_range: (max S - min S) / (s sqrt n), k from 0; the change where |S_k| is largest.
   pst_buishand_u: sum of (S_k / s)^2 over k < n, over n (n + 1); the change at the same place.
   pst_snht: the standard normal homogeneity test: T_k = k z1^2 + (n - k) z2^2, z1 and z2 the means before and after of
   the values less their mean over their standard deviation (n - 1); T0 its largest.  That is also the split with the
   least squares around two means: mean_before, mean_after, rss.
   pst_cusum: max |S_k| / (s sqrt n): the OLS-based CUSUM test of a constant mean.
   Given     sample  n >= 3 values in order of time, one a time, not all equal
   Returned  rows change, the statistic by its name, index_first, index_last, and what is said above; s is the
             standard deviation with n - 1, as R's trend has it (Buishand's own has n)
   Status    PST_UNDEFINED, PST_USAGE, PST_NO_MEMORY as series.h
   Cost      O(n), and of p 9999 times as much once for each n
   Method    p of Buishand and SNHT by chance: normal series of n values; of CUSUM 2 sum (-1)^(k+1) exp(-2 k^2 W^2),
             Kolmogorov's tail
   Published Buishand (1982), Journal of Hydrology 58; Alexandersson (1986), Journal of Climatology 6; Ploberger &
             Kramer (1992), Econometrica 60
   Tested    test_change.c: Nile (R's trend 1.1.6, strucchange 1.5), tests/reference */
#ifndef PST_STATS_CHANGE_DEVIATIONS_H
#define PST_STATS_CHANGE_DEVIATIONS_H

#include "stats/estimate.h"

pst_pair_kernel pst_buishand_range;
pst_pair_kernel pst_buishand_u;
pst_pair_kernel pst_snht;
pst_pair_kernel pst_cusum;

#endif
