/* kruskal.h -- the Kruskal-Wallis test of k groups by ranks.

   pst_kruskal: whether one group tends to larger values than another.
   Given     groups  a value in each at least
             test    level; p by chi-squared unless a permutation p is asked for
   Returned  epsilon2       H (N + 1)/(N^2 - 1); statistic H with the correction for ties, df = k - 1, p; a
                            note where a group has fewer than 5 values.  Interval: the noncentralities of
                            chi-squared at which H is the upper and the lower point, over N - 1
             H-uncorrected  without the correction for ties
             eta2_H         (H - k + 1)/(N - k), which corrects epsilon2 for chance, interval as its; empty when there are no more values than groups
             mean-rank(NAME)   of each group, mid-ranks
   Status    PST_UNDEFINED for fewer groups, an empty one, all values equal; PST_USAGE for an exact p; PST_NO_MEMORY
   Cost      O(n log n)
   Published Kruskal & Wallis (1952), JASA 47; Tomczak & Tomczak (2014), Trends in Sport Sciences 21
   Tested    test_groups.c, tests/reference (family k_sample) */
#ifndef PST_STATS_GROUPS_KRUSKAL_H
#define PST_STATS_GROUPS_KRUSKAL_H

#include "stats/groups/groups.h"

pst_groups_kernel pst_kruskal;

#endif
