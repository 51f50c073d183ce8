/* partial.h -- correlations of x and y with other columns held fixed, or taken out of y alone.

   pst_partial_pearson, pst_partial_spearman, pst_partial_kendall: x and y less what the controls say of each.
   pst_semipartial_pearson, pst_semipartial_spearman, pst_semipartial_kendall: of y alone.
   Given     sample  n finite pairs, beside->controls g columns of them, g >= 1
   Returned  a row r, rho or tau.  Statistic and df: t = r sqrt((n - 2 - g) / (1 - r^2)), n - 2 - g; of Kendall z = r /
             sqrt(2 (2 (n - g) + 5) / (9 (n - g)(n - 1 - g))).  Interval on Fisher's z scale, n less g in the place of n:
             variance 1 / (n - 3), (1 + r^2 / 2) / (n - 3) of Spearman, .437 / (n - 4) of Kendall
   Status    PST_UNDEFINED: no controls, too few rows, a constant column, controls that are combinations of each other,
             x or y that is one of controls; PST_USAGE for an exact or a permutation p; PST_NO_MEMORY
   Cost      O(n g^2), of Kendall O(g^2 n log n)
   Method    from the correlations (tau-b for Kendall, mid-ranks for Spearman) in double-double: x and y less their
             regressions on the controls, by elimination
   Published Kendall (1942), Biometrika 32; Kim (2015), Communications for Statistical Applications and Methods 22
   Tested    test_association.c: R's ppcor, residuals of regressions; tests/reference (partial_correlation) */
#ifndef PST_STATS_CORRELATION_PARTIAL_H
#define PST_STATS_CORRELATION_PARTIAL_H

#include "stats/estimate.h"

pst_pair_kernel pst_partial_pearson;
pst_pair_kernel pst_partial_spearman;
pst_pair_kernel pst_partial_kendall;
pst_pair_kernel pst_semipartial_pearson;
pst_pair_kernel pst_semipartial_spearman;
pst_pair_kernel pst_semipartial_kendall;

#endif
