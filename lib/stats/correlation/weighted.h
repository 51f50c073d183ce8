/* weighted.h -- a test of Pearson's correlation with weights, and the point-biserial one.

   pst_correlation_weighted: sum w (x - mx)(y - my) / sqrt(sum w (x - mx)^2 sum w (y - my)^2), mx and my weighted means.
   Given     sample  n finite pairs, beside->weight >= 0
   Returned  r; t, df = n* - 2, p and Fisher's interval by the effective number n* = (sum w)^2 / sum w^2 (Kish), which the
             note gives
   Status    PST_UNDEFINED: no weights, all 0, x or y constant where they are not; PST_USAGE; PST_NO_MEMORY

   pst_point_biserial: Pearson's correlation where x or y has two values: the t test of two samples as a correlation.
   Returned  r with t, df, p, Fisher's interval; positive where the larger of the two values goes with larger ones
   Status    PST_UNDEFINED where neither x nor y has exactly two values; as pst_pearson

   Cost      O(n)
   Published Kish (1965), Survey Sampling; Tate (1954), Annals of Mathematical Statistics 25
   Tested    test_association.c: repeated rows, R's cov.wt, the t test of two samples */
#ifndef PST_STATS_CORRELATION_WEIGHTED_H
#define PST_STATS_CORRELATION_WEIGHTED_H

#include "stats/estimate.h"

pst_pair_kernel pst_correlation_weighted;
pst_pair_kernel pst_point_biserial;

#endif
