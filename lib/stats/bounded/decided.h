/* decided.h -- the pairs of values of which some are known within bounds: which of the two is larger.

   pst_decided_sign: 1 where value J is surely above value I, -1 where it is surely below, 0 where they are
   equal or the bounds do not tell (*OPEN: which of the two).
   Given     beside  with bounds; two places
   Cost      O(1)

   pst_decided_count: the sums over all pairs that tests need.
   Given     sample  n finite times, with BESIDE's bounds
   Returned  decided  S: over pairs with different times, the sign of the later less the sooner; var_S over all
                      orders of the values, whatever the bounds leave open held at 0; pairs with different
                      times, pairs of values that are surely different, pairs left open; bounded: values
             S_low, S_high: S whatever the values within their bounds are.  Reached by some values unless two
                      bounded values meet; then it may be less wide than said
   Status    PST_UNDEFINED for more than 100,000 values; PST_NO_MEMORY
   Cost      O(n^2)
   Published the variance of a sum of scores: Daniels (1944), Biometrika 33, 129-135; scores of bounded values:
             Gehan (1965), Biometrika 52; Helsel (2012), Statistics for Censored Environmental Data, 12
   Tested    test_bounded_trend.c against all orders and all placements */
#ifndef PST_STATS_BOUNDED_DECIDED_H
#define PST_STATS_BOUNDED_DECIDED_H

#include "stats/estimate.h"

struct pst_decided {
  double S, var_S;
  double S_low, S_high;
  double pairs, different, open;
  size_t bounded;
};

int pst_decided_sign(const struct pst_beside *beside, size_t i, size_t j, bool *open);

enum pst_status pst_decided_count(const struct pst_sample *sample, struct pst_decided *decided,
                                  struct pst_arena *scratch, struct pst_error *error);

#endif
