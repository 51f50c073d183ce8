/* spearman.h -- Spearman's rank correlation: Pearson's r of the mid-ranks, so ties are corrected.

   pst_spearman: rho between x and y, paired by index.
   Given     sample  n >= 2 finite pairs, neither constant
             test    alternative, kind of p-value, confidence level
   Returned  rho     estimate in [-1, 1]; interval tanh(atanh(rho) +- z sqrt((1 + rho^2/2)/(n - 3))),
                     n > 3 and |rho| < 1 (fisher_z.h); p exact within reach (spearman_exact.h), by
                     permutation when asked for (permutation.h), else from
                     t = rho sqrt((n - 2) / (1 - rho^2)), df = n - 2, in statistic and df; t is
                     infinite at |rho| = 1, and there is none for n = 2
   Status    PST_UNDEFINED when n < 2, or x or y is constant; PST_USAGE for an exact p out of reach;
             PST_NO_MEMORY
   Cost      O(n log n) time, 6n doubles of scratch; the exact p: spearman_exact.h
   Published Spearman (1904); interval: Bonett & Wright (2000), Psychometrika 65
   Tested    test_spearman.c, tests/reference (family correlation) */
#ifndef PST_STATS_CORRELATION_SPEARMAN_H
#define PST_STATS_CORRELATION_SPEARMAN_H

#include "stats/estimate.h"

enum pst_status pst_spearman(const struct pst_sample *sample, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error);

#endif
