/* overlap.h -- how far two rankings agree at the top: rank-biased overlap, and their first k.

   Two methods on pairs: x and y are the two scores of each item, the larger the better.
   Given     sample  n items, finite, NaN in a ranking that does not have the item; two at least in each;
                     test->persistence p, 0 for .9; test->top k, 0 for 10

   pst_rank_biased_overlap   rbo: extrapolated, A_n p^n + (1 - p) / p sum of A_d p^d, d to n, where A_d is twice the
                     items with rank at most d in both over those in the one and in the other (ranks of ties: the
                     best); of lists of unequal length the shorter is taken to go on as it ended (eq. 32).  To its end s:
                     rbo_min, what lists that go on could not take away, (1 - p) / p (sum of (X_d - X_s) p^d / d -
                     X_s ln(1 - p)); rbo_truncated, (1 - p) sum of A_d p^(d - 1); average_overlap, the mean of A_d.
                     rbo_residual: what they could add to rbo_min (without ties)
   pst_top_overlap   overlap = common / the larger of the two tops, where a top has ranks at most k (more than k items
                     under ties); jaccard = common / union; common, top_1, top_2; distance: Kendall's distance of
                     the two lists with penalty 1/2 for pairs that are in one list alone; distance_normalized over its
                     largest value

   Returned  the terms named above, a row each, without a test
   Status    PST_UNDEFINED when n < 2; PST_USAGE for an exact or permutation p; PST_NO_MEMORY
   Cost      O(n log n), of distance O(k^2)
   Published Webber, Moffat & Zobel (2010), ACM Transactions on Information Systems 28, eq. 11, 30; Fagin, Kumar &
             Sivakumar (2003), SIAM Journal on Discrete Mathematics 17
   Tested    test_overlap.c */
#ifndef PST_STATS_CORRELATION_OVERLAP_H
#define PST_STATS_CORRELATION_OVERLAP_H

#include "stats/estimate.h"

pst_pair_kernel pst_rank_biased_overlap;
pst_pair_kernel pst_top_overlap;

#endif
