/* gradients.h -- how an index of concentration changes with a share: what the delta method needs.

   pst_gini_gradient, pst_gini_unbiased_gradient, pst_rosenbluth_gradient, pst_theil_l_gradient,
   pst_atkinson_gradient, pst_hoover_gradient, pst_top_gradient, pst_top_fraction_gradient
   Given     parts        as index.h
             parameter    as index.h
             value        the index of PARTS
             first, last  the places, ascending from 0, of a run of equal parts
   Returned  the derivative by the share of one of them, but for a number that is the same for all shares (which
             sum to 1).  Where parts are equal the index has a kink: the mean of both sides
   Cost      O(1)
   Tested    test_concentration.c, against differences of the index */
#ifndef PST_STATS_CONCENTRATION_GRADIENTS_H
#define PST_STATS_CONCENTRATION_GRADIENTS_H

#include "stats/concentration/index.h"

typedef double pst_concentration_gradient(const struct pst_amounts *parts, double parameter,
                                          double value, size_t first, size_t last);

pst_concentration_gradient pst_gini_gradient, pst_gini_unbiased_gradient, pst_rosenbluth_gradient;
pst_concentration_gradient pst_theil_l_gradient, pst_atkinson_gradient, pst_hoover_gradient;
pst_concentration_gradient pst_top_gradient, pst_top_fraction_gradient;

#endif
