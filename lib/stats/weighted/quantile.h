/* quantile.h -- quantiles of a sample with weights.

   pst_weighted_quantiles
   Given     options  the probabilities; frequency: type 7 of the sample in which every value is repeated
                      as often as its weight says, which must be whole
   Returned  q0.5 and so on, method "weighted-quantile": the inverse of the weighted distribution
             function, the mean of the two neighbours where the cumulated weight is p sum w (within 1e-12 of
             sum w): Hyndman and Fan's type 2 for equal weights, free of the scale of the weights.
             "weighted-quantile-frequency": type 7 of the repeated sample.
             Interval of the first, where a level is given: Woodruff's, the quantiles at the ends of the
             interval of the weighted share of values up to the estimate, by t with n - 1 degrees of freedom and
             the standard error of weighted.h (R survey's svyquantile); an end where that leaves 0 to 1 is
             empty, with a note
   Status    PST_BAD_DATA and PST_UNDEFINED as weighted.h; PST_USAGE for a probability
             outside [0, 1], PST_UNDEFINED for frequencies that are not whole; PST_NO_MEMORY
   Cost      O(n log n)
   Published Hyndman & Fan (1996), American Statistician 50; Woodruff (1952), JASA 47; frequency: Hmisc's wtd.quantile
   Tested    test_weighted.c, tests/reference (family weighted) */
#ifndef PST_STATS_WEIGHTED_QUANTILE_H
#define PST_STATS_WEIGHTED_QUANTILE_H

#include "stats/weighted/weighted.h"

struct pst_weighted_quantile_options {
  const double *probs;
  size_t n_probs;
  bool frequency;
  double level; /* of intervals; 0: none */
};

enum pst_status pst_weighted_quantiles(const struct pst_weighted *sample,
                                       const struct pst_weighted_quantile_options *options,
                                       struct pst_estimates *out, struct pst_arena *scratch,
                                       struct pst_error *error);

#endif
