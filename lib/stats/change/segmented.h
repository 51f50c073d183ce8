/* segmented.h -- a line with one knot at an unknown time.

   pst_segmented: a pst_pair_kernel: y = a + b x + c (x - knot)+ by least squares in a, b, c and the knot.
   Given     sample  n >= 8 values in order of time, y not constant; at least 3 values on each side of the knot
   Returned  rows knot (interval; statistic F of the bend against a straight line, p), slope_before, slope_after (with
             t intervals), slope_change, value_at_knot, rss
   Status    PST_UNDEFINED, PST_USAGE, PST_NO_MEMORY as series.h; PST_UNDEFINED where y lies on a line
   Cost      O(n), and of p as much for each of 9999 series of equally spaced times, once for each n; of other
             times 1999 series each time
   Method    between each two times the best knot is where the two free lines meet, if they meet there, else one of the
             times; all compared.  Errors of knot and slopes by linearisation at the knot, t with n - 4.  F = ((RSS0
             - RSS) / 2) / (RSS / (n - 4)) is no F, the knot being searched for: p by chance
   Published Hudson (1966), Journal of the American Statistical Association 61; Muggeo (2003), Statistics in Medicine 22
   Tested    test_change.c: R's segmented 1.6, and a fine grid of knots */
#ifndef PST_STATS_CHANGE_SEGMENTED_H
#define PST_STATS_CHANGE_SEGMENTED_H

#include "stats/estimate.h"

pst_pair_kernel pst_segmented;

#endif
