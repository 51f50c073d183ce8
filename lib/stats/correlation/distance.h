/* distance.h -- distance correlation: 0 only where x and y are independent, whatever the form of the dependence.

   pst_distance_correlation: a pst_pair_kernel.
   Given     sample  n >= 2 finite pairs, neither constant
   Returned  rows dcor (in [0, 1], p), dcov, dvar_x, dvar_y (square roots of V-statistics, in units of x and y: of dcov
             the root of their product), dcor2_corrected (bias-corrected, U-centred, may be below 0; n >= 4)
   Status    PST_UNDEFINED, PST_NO_MEMORY; PST_USAGE for an exact p
   Cost      O(n log n) time, O(n) memory; as much for each of 999 permutations
   Method    sums of distances by sorting, sums of products of distances by a Fenwick tree over the ranks of y
   Note      p by permutation (999 unless --p-value says more); asymptotic: chi-squared with 1 degree of freedom of n
             dcor2_corrected + 1, which errs to the safe side
   Published Szekely, Rizzo & Bakirov (2007), Annals of Statistics 35; Szekely & Rizzo (2014), Annals of Statistics 42;
             Huo & Szekely (2016), Technometrics 58; Shen, Panda & Vogelstein (2022), JCGS 31
   Tested    test_association.c against all pairs; tests/reference (family correlation) */
#ifndef PST_STATS_CORRELATION_DISTANCE_H
#define PST_STATS_CORRELATION_DISTANCE_H

#include "stats/estimate.h"

pst_pair_kernel pst_distance_correlation;

#endif
