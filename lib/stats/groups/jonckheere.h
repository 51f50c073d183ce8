/* jonckheere.h -- the Jonckheere-Terpstra test of ordered groups.

   pst_jonckheere: whether values rise from group to group, in the order of the groups.
   Given     groups  a value in each at least
             test    alternative: "greater" is rising values; p and continuity as Kendall's (kendall_p.h):
                     exact within its reach, ties included, else normal; no continuity by default
   Returned  J     pairs of values of different groups that rise, ties half; statistic J, p
             J_mean   under equal distributions
             z     without continuity
             tau-b    Kendall's, between the place of the group and the value: the size of the effect
   Status    PST_UNDEFINED for fewer groups, an empty one, all values equal; PST_USAGE as kendall_p.h;
             PST_NO_MEMORY
   Cost      that of Kendall's tau: O(n log n) without the exact p
   Note      J is Kendall's S between group and value: J = (S + pairs of different groups) / 2
   Published Terpstra (1952), Indagationes Mathematicae 14; Jonckheere (1954), Biometrika 41
   Tested    test_groups.c */
#ifndef PST_STATS_GROUPS_JONCKHEERE_H
#define PST_STATS_GROUPS_JONCKHEERE_H

#include "stats/groups/groups.h"

pst_groups_kernel pst_jonckheere;

#endif
