/* levene.h -- whether k groups vary equally much: an analysis of variance of the distances to the centre.

   pst_levene: distances to the mean of the group (Levene).
   pst_brown_forsythe: to its median, which keeps its level in skewed data; the one to prefer.
   Given     groups  a value at least in each, more values than groups; a note says where a group has one,
                     whose distance is 0 whatever it is
   Returned  F  statistic, df (within), p; df1.  Where the distances of no group vary the test is empty
                with a note
   Status    PST_UNDEFINED for fewer groups or values; PST_USAGE for an exact or permutation p;
             PST_NO_MEMORY
   Cost      O(n)
   Published Levene (1960); Brown & Forsythe (1974), JASA 69
   Tested    test_groups.c */
#ifndef PST_STATS_GROUPS_LEVENE_H
#define PST_STATS_GROUPS_LEVENE_H

#include "stats/groups/groups.h"

pst_groups_kernel pst_levene;
pst_groups_kernel pst_brown_forsythe;

#endif
