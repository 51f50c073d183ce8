/* score_range.h -- what the score of one entity can be for weights near the given ones.

   pst_score_range
   Given     y, how, pillars   as closed_bounds.h, one entity; box: the weights
   Returned  low, high   bounds of the score, of its logarithm or of less its inverse, in the order of the scores
             sure        it has a score for all weights
             possible    for some
             complete    without a gap
             zero        the score is 0 for all weights: geometric and harmonic means with a 0
   Cost      O(count)
   pst_ratio_range: the least (SIGN -1) or largest (1) sum w a / sum w b over the box, b above 0, of the
   indicators with OF[k] = P, or all where OF is NULL; those with a NaN in A or B, or without weight, stand aside.
   NaN where none is left.
   pst_order_value: y, ln y or -1/y.
   Tested    test_composite_closed_bounds.c, by way of the bounds too */
#ifndef PST_STATS_COMPOSITE_SCORE_RANGE_H
#define PST_STATS_COMPOSITE_SCORE_RANGE_H

#include "stats/composite/rank_bounds.h"
#include "stats/composite/score.h"

struct pst_score_range {
  double low;
  double high;
  bool sure;
  bool possible;
  bool complete;
  bool zero;
};

struct pst_score_range pst_score_range(const double *y, const struct pst_weight_box *box,
                                       const struct pst_aggregation *how,
                                       const struct pst_pillars *pillars);

double pst_ratio_range(const double *a, const double *b, const struct pst_weight_box *box,
                       const size_t *of, size_t p, int sign);

double pst_order_value(double y, enum pst_composite_mean mean);

#endif
