/* signed_rank.h -- Wilcoxon's signed-rank test of paired values.

   pst_signed_rank: whether x - y lies about 0.
   Given     sample  pairs; pairs with x = y are dropped and counted in the note
             test    alternative, level; p exact for up to 500 pairs unless asked for otherwise or a
                     continuity is given, else normal; continuity, on by default when the p is normal
   Returned  shift    the median of all means of two differences (Hodges & Lehmann), interval by inversion
                      of the test; statistic V+, p, "exact", "normal" or "normal-cc"
             V+, V-   the sums of the mid-ranks of positive and negative differences
             z        (V+ - n (n + 1) / 4) / sd, corrected as the p-value is or the default would be
             rank-biserial  (V+ - V-) / (V+ + V-), a size of the effect; interval by the jackknife
                            (rank_biserial.h)
   Status    PST_UNDEFINED without pairs, or when no pair differs; PST_USAGE as mann_whitney.h;
             PST_NO_MEMORY
   Cost      O(n log n) without the exact p
   Published Wilcoxon (1945), Biometrics Bulletin 1; Hodges & Lehmann (1963); Kerby (2014),
             Comprehensive Psychology 3
   Tested    test_paired.c, tests/reference (family paired) */
#ifndef PST_STATS_PAIRED_SIGNED_RANK_H
#define PST_STATS_PAIRED_SIGNED_RANK_H

#include "stats/estimate.h"

pst_pair_kernel pst_signed_rank;

#endif
