/* volatility.h -- how much rankings move from period to period.

   pst_rank_volatility
   Given     sample  beside->controls: n_controls >= 2 periods of n values, NaN where an entity has none; control_names:
                     what the periods are called; parts.names: the n entities.  Larger is better
   Returned  volatility            the mean, over the pairs of consecutive periods that any entity stands in both of, of
                                   mean_abs_change
             volatility[E]         of one entity: the mean over its own pairs of the change up or down
             mean_abs_change[P,Q]  of the mid-ranks of a pair of periods, each among all that stand in the period, over
                                   the entities in both, which n counts
             rank_slope[P,Q], rank_intercept[P,Q]  least squares of the later mid-rank on the earlier: 1 where ranks
                                   last, 0 where they say nothing of the next; empty for fewer than 2 entities or equal
                                   earlier ranks.  No standard errors: those of least squares are wrong for ranks
   Status    PST_UNDEFINED where no entity stands in two consecutive periods; PST_USAGE for an exact or permutation p;
             PST_NO_MEMORY
   Cost      O(m n log n)
   Published Chetverikov & Wilhelm (2023), Inference for rank-rank regressions, of the slope
   Tested    test_volatility.c, tests/reference (family rank_volatility) */
#ifndef PST_STATS_CORRELATION_VOLATILITY_H
#define PST_STATS_CORRELATION_VOLATILITY_H

#include "stats/estimate.h"

pst_pair_kernel pst_rank_volatility;

#endif
