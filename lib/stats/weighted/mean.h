/* mean.h -- means and shares of a sample with weights.

   pst_weighted_mean
   Given     sample  rows with weight 0 are left out
             test    level
   Returned  mean       sum w x / sum w; standard error of the design (with replacement), interval by t with
                        n - 1 degrees of freedom; of one row neither, with a note
             sum_w      n_eff: Kish's (sum w)^2 / sum w^2; deff: n / n_eff, what the weights cost
             var        reliability weights: sum w (x - m)^2 / (V1 - V2/V1); sd: its root
             var-frequency   sum w (x - m)^2 / (V1 - 1); empty unless all weights are whole and V1 > 1
             var-population  sum w (x - m)^2 / V1
   pst_weighted_share: the same where every x is 0 or 1.
   Returned  share, its standard error and Wilson's interval with n_eff trials; sum_w, n_eff, deff
   pst_weighted_difference: two weighted means, first less second; standard errors of the design added in
   squares, Satterthwaite's degrees of freedom.
   Returned  difference, std_error, interval, t, df, p
   pst_weighted_pearson: the correlation with weighted means.
   Status    PST_BAD_DATA and PST_UNDEFINED as weighted.h; PST_UNDEFINED also for shares of what is neither
             0 nor 1, a difference of fewer than 2 rows, a correlation with x or y constant; PST_USAGE for
             an exact or permutation p; PST_NO_MEMORY
   Cost      O(n)
   Published Kish (1965), Survey Sampling; Lumley (2010), Complex Surveys, 2.2 (R's svymean)
   Tested    test_weighted.c, tests/reference (family weighted) */
#ifndef PST_STATS_WEIGHTED_MEAN_H
#define PST_STATS_WEIGHTED_MEAN_H

#include "stats/weighted/weighted.h"

pst_weighted_kernel pst_weighted_mean;
pst_weighted_kernel pst_weighted_share;
pst_weighted_kernel pst_weighted_pearson;

struct pst_two_weighted {
  struct pst_weighted first;
  struct pst_weighted second;
};

enum pst_status pst_weighted_difference(const struct pst_two_weighted *samples,
                                        const struct pst_test *test, struct pst_estimates *out,
                                        struct pst_arena *scratch, struct pst_error *error);

#endif
