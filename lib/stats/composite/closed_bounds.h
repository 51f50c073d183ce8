/* closed_bounds.h -- ranks that no weights near the given ones can leave, for every mean and for gaps.

   pst_rank_bounds_closed: low = 1 + number of entities that surely have a score above that of i, high = 1 +
   number that may have one.  Each pair is judged alone, so that these are outer bounds.
   Given     y        n rows of COUNT normalised values, NaN where missing
             box      the weights; SUM_KEPT has no meaning here
             how      the mean and the share of the weight that must be there
             pillars  whose means are arithmetic; weights are those of their indicators; NULL: one level
   Returned  low, high  n ranks; 0 for an entity that can have no score
   Status    PST_USAGE for WITHIN outside [0, 1]; PST_NO_MEMORY
   Cost      O(n^2 count)
   Method    Without gaps a pair differs by a sum over pillars whose weights are free of each other: of each the
             least of W ln(m_j / m_i), or of W (1/m_i - 1/m_j), from the exact range of m_j / m_i, a ratio of two
             sums that has its ends at corners of the box.  With gaps on one level, j is not above i only where
             some c has mean(j) <= c <= mean(i); the least of sum w (y_j - c) - sum w (y_i - c) is concave in c,
             and where it is above 0 at both ends of what c may be, there is none.  Else the ranges of the two
             scores are compared.  A value of 0 makes a geometric or harmonic mean 0 whatever the weights
   Published Dinkelbach (1967), Management Science 13, 492-498 (ratios)
   Tested    test_composite_closed_bounds.c against dense weights */
#ifndef PST_STATS_COMPOSITE_CLOSED_BOUNDS_H
#define PST_STATS_COMPOSITE_CLOSED_BOUNDS_H

#include "stats/composite/rank_bounds.h"
#include "stats/composite/score.h"

enum pst_status pst_rank_bounds_closed(const double *y, size_t n, const struct pst_weight_box *box,
                                       const struct pst_aggregation *how,
                                       const struct pst_pillars *pillars, size_t *low, size_t *high,
                                       struct pst_arena *scratch, struct pst_error *error);

#endif
