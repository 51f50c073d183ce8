/* groups_permutation.h -- the p-value of k groups by permutation of the values among them.

   pst_groups_permutation: how often values dealt to groups of these sizes at random differ as much
   between them: sum S_i^2 / n_i of the deviations from the mean, S_i the sum of group i.  With the sum of all
   squares fixed that orders permutations as F does, and of ranks as the Kruskal-Wallis H does.
   Given     groups  as the method checked them, not all values equal
             values  that are dealt: those of GROUPS, or their ranks
             test    permutations, seed, threads
   Returned  p and its standard error; the upper tail
   Status    PST_USAGE as pst_permutation_p; PST_NO_MEMORY
   Cost      permutations times n
   Published Fisher (1935), The Design of Experiments; Phipson & Smyth (2010)
   Tested    test_groups.c, by way of pst_kruskal and pst_anova too, against all deals */
#ifndef PST_STATS_GROUPS_GROUPS_PERMUTATION_H
#define PST_STATS_GROUPS_GROUPS_PERMUTATION_H

#include "stats/groups/groups.h"
#include "stats/random/permutation.h"

enum pst_status pst_groups_permutation(const struct pst_group_samples *groups, const double *values,
                                       const struct pst_test *test, struct pst_permutation_p *out,
                                       struct pst_arena *scratch, struct pst_error *error);

#endif
