/* anova.h -- one-way analysis of variance.

   pst_anova: whether the means of k groups are equal, with one variance.
   Given     groups  a value in each, more values than groups
             test    level; p by F unless a permutation p is asked for
   Returned  eta2         share of the sum of squares between groups; interval from the noncentral F
                          distribution by inversion; statistic F, df (within), p.  Without variance within
                          the groups the test is empty with a note
             omega2       (SSB - df1 MSW)/(SST + MSW), nearly unbiased; may be below 0.  Its interval is that of
                          eta2: in the population both are the same share
             F, df1, df2, ss-between, ss-within, ms-between, ms-within, residual-sd
   pst_welch_anova: the same with unequal variances; 2 values in each group, which vary.
   Returned  F  statistic, df (the second), p; df1
   pst_anova_table: the sums of squares alone.
   Status    PST_UNDEFINED for fewer groups or values, all values equal; PST_USAGE for an exact p, of
             pst_welch_anova for a permutation p; PST_NO_MEMORY
   Cost      O(n); means to 32 digits, so that NIST's SmLs09 (1e12 + 0.1) has all digits that its data
             have
   Published Fisher (1925); Welch (1951), Biometrika 38; Hays (1963); Steiger & Fouladi (1997)
   Tested    test_groups.c, tests/reference (families k_sample, nist_anova) */
#ifndef PST_STATS_GROUPS_ANOVA_H
#define PST_STATS_GROUPS_ANOVA_H

#include "stats/groups/groups.h"

pst_groups_kernel pst_anova;
pst_groups_kernel pst_welch_anova;

struct pst_anova_table {
  double n;
  double df1;
  double df2;
  double between; /* sums of squares; NaN beyond the range of doubles */
  double within;
};

struct pst_anova_table pst_anova_table(const struct pst_group_samples *groups);

#endif
