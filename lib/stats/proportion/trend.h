/* trend.h -- the Cochran-Armitage test of a trend in shares over ordered groups.

   pst_proportion_trend: z = sum t_i (x_i - n_i p) / sqrt(p (1 - p) sum n_i (t_i - tbar)^2), with the
   pooled p and tbar weighted by n_i.
   Given     groups      k of them; those without trials are left out
             scores      k, one a group: 1, 2, 3 or the values that order them
             test        alternative: "greater" is a share that rises with the score
   Returned  trend       estimate: the slope of the share on the score, weighted by n_i; z and p
             chi-squared-trend  z^2, df 1
             chi-squared        Pearson's of all groups, df k - 1
             chi-squared-departure  the rest, df k - 2: whether the trend is not a straight line
             A term without a value is empty with its reason: equal scores; all trials the same
   Status    PST_UNDEFINED when no term has a value: fewer than 2 groups with trials, or all trials with
             the same outcome; PST_USAGE for an exact or permutation p; PST_NO_MEMORY
   Cost      O(k)
   Published Cochran (1954), Biometrics 10; Armitage (1955), Biometrics 11; N as in R's prop.trend.test,
             not N - 1
   Tested    test_proportion.c, tests/reference (family trend_in_proportions) */
#ifndef PST_STATS_PROPORTION_TREND_H
#define PST_STATS_PROPORTION_TREND_H

#include "stats/proportion/proportion.h"

struct pst_proportion_groups {
  size_t k;
  const struct pst_proportion *groups;
  const double *scores;
};

enum pst_status pst_proportion_trend(const struct pst_proportion_groups *groups,
                                     const struct pst_test *test, struct pst_estimates *out,
                                     struct pst_arena *scratch, struct pst_error *error);

#endif
