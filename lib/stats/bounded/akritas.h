/* akritas.h -- the Theil-Sen line of values of which some are known within bounds.

   pst_akritas_theil_sen: the slope that leaves residuals without a trend.
   Given     sample  n >= 2 times, with BESIDE's bounds
             test    confidence level
   Returned  slope   where S of the residuals, bounded as the values are, passes 0: the median of the least and the
                     greatest slope of all pairs with different times, the middle of the middle two.  Interval:
                     where S passes +-C, C = z sqrt(var_S) (decided.h), outwards to the next slope
             intercept  the median of y - slope x, of the distribution that makes the bounds most likely
                     (turnbull.h); empty where the bounds leave it open
             pairs, C, bounded
             Without bounds the slope is that of theil-sen
   Status    PST_UNDEFINED when n < 2, all times are equal, the bounds leave the slope open, or there are more
             than 20 million pairs; PST_USAGE for an exact or permutation p; PST_NO_MEMORY
   Cost      O(n^2), 16 bytes a pair
   Published Akritas, Murphy & LaValley (1995), JASA 90, 170-177; Helsel (2012), 12
   Tested    test_bounded_trend.c against bisection of S */
#ifndef PST_STATS_BOUNDED_AKRITAS_H
#define PST_STATS_BOUNDED_AKRITAS_H

#include "stats/estimate.h"

enum pst_status pst_akritas_theil_sen(const struct pst_sample *sample, const struct pst_test *test,
                                      struct pst_estimates *out, struct pst_arena *scratch,
                                      struct pst_error *error);

#endif
