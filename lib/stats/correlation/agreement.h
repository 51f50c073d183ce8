/* agreement.h -- how far two rankings of the same items agree.

   Three methods on pairs: x and y are the two scores (or ranks) of each item.  Ranks are mid-ranks;
   the direction does not matter.
   Given     sample  n >= 2 items in both rankings, finite

   pst_footrule      footrule = sum |rank_x - rank_y|; footrule_max = floor(n^2 / 2);
                     footrule_normalized = footrule / max; footrule_similarity = 1 - normalized
   pst_kendall_distance  kendall_distance = discordant pairs; kendall_distance_normalized: over all
                     n(n-1)/2 pairs.  A pair tied in either ranking is not discordant
   pst_rank_shift    mean_abs_rank_change, max_abs_rank_change: of |rank_x - rank_y|

   Returned  the terms named above, a row each, without a test
   Status    PST_UNDEFINED when n < 2; PST_USAGE for an exact or permutation p: there is no test;
             PST_NO_MEMORY
   Cost      O(n log n)
   Published Spearman (1906); Diaconis & Graham (1977), JRSS B 39; Kendall (1938)
   Tested    test_agreement.c, tests/reference (family rank_comparison) */
#ifndef PST_STATS_CORRELATION_AGREEMENT_H
#define PST_STATS_CORRELATION_AGREEMENT_H

#include "stats/estimate.h"

enum pst_status pst_footrule(const struct pst_sample *sample, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error);

enum pst_status pst_kendall_distance(const struct pst_sample *sample, const struct pst_test *test,
                                     struct pst_estimates *out, struct pst_arena *scratch,
                                     struct pst_error *error);

enum pst_status pst_rank_shift(const struct pst_sample *sample, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error);

#endif
