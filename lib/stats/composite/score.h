/* score.h -- one number from several: weighted means, flat or by pillars.

   pst_score: of one entity.
   Given     y       COUNT normalised values, NaN where missing
             weight  COUNT weights, none below 0; a weight of 0 is not in the index
             how     arithmetic sum w y / sum w, geometric exp(sum w ln y / sum w), harmonic sum w /
                     sum (w / y); SHARE: 0 refuses a missing value; else the weights are those of what is
                     there, when that is at least SHARE of all weight
   Returned  the score; NaN when missing, without weight, and for a y below 0 in the last two; 0 for a y of
             0 there, their limit
   pst_score_nested: pillar scores by the arithmetic mean, then the score of the pillars by HOW; missing
   values are dealt with at either level.
   pst_effective_weights: w_k / (sum in its pillar) times W_p / (sum of W).
   Cost      O(count)
   Published OECD/JRC (2008)
   Tested    test_composite.c; tests/reference (family composite) */
#ifndef PST_STATS_COMPOSITE_SCORE_H
#define PST_STATS_COMPOSITE_SCORE_H

#include <stddef.h>

enum pst_composite_mean {
  PST_COMPOSITE_ARITHMETIC,
  PST_COMPOSITE_GEOMETRIC,
  PST_COMPOSITE_HARMONIC
};

struct pst_aggregation {
  enum pst_composite_mean mean;
  double share;
};

double pst_score(const double *y, const double *weight, size_t count,
                 const struct pst_aggregation *how);

/* PILLAR[k] of indicator k, below PILLARS; PILLAR_WEIGHT of each. */
struct pst_pillars {
  size_t count;
  const double *weight;
  const size_t *of;
};

/* PILLAR_SCORE: room for one number a pillar, which are given back. */
double pst_score_nested(const double *y, const double *weight, size_t count,
                        const struct pst_pillars *pillars, const struct pst_aggregation *how,
                        double *pillar_score);

void pst_effective_weights(const double *weight, size_t count, const struct pst_pillars *pillars,
                           double *effective);

#endif
