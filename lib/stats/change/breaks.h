/* breaks.h -- several changes of the mean at unknown times: Bai and Perron's segments.

   pst_breaks: a pst_pair_kernel.
   Given     sample  14 <= n <= 20000 values in order of time, one a time, not all equal
   Returned  rows breaks (how many; statistic supF of one break against none, p), bic, break1, break2, ... (the time of
             the last value before each, with its interval), mean1, mean2, ... (of the segments, n their values)
   Status    PST_UNDEFINED, PST_USAGE, PST_NO_MEMORY as series.h
   Cost      O(n^2) for each number of breaks
   Method    segments of at least 0.15 n values, up to ceil(n / h) - 2 breaks; the least squares for each number by
             dynamic programming; the number by the least BIC = n (ln RSS + 1 - ln n + ln 2 pi) + 2 (m + 1) ln n.  Intervals
             of dates by Bai's distribution of the argument of the maximum, with the variance of each segment of its
             own (mean squares, without a correction), rounded outwards.  p of supF by chance
   Published Bai & Perron (2003), Journal of Applied Econometrics 18; Bai (1997), Review of Economics and Statistics 79;
             Andrews (1993), Econometrica 61; Zeileis et al. (2003), Computational Statistics & Data Analysis 44
   Tested    test_change.c: Nile (R's strucchange 1.5), all partitions of short series */
#ifndef PST_STATS_CHANGE_BREAKS_H
#define PST_STATS_CHANGE_BREAKS_H

#include "stats/estimate.h"

enum { PST_BREAKS_MOST = 6 };

pst_pair_kernel pst_breaks;

/* pst_break_upper: P(the date's argument of the maximum > X), for the variances of the segments before (1) and
   after (RATIO), X in units of variance over the squared change. */
double pst_break_upper(double x, double ratio);

#endif
