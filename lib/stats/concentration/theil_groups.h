/* theil_groups.h -- Theil's indices taken apart: inequality within groups and between them.

   pst_theil_groups: T = sum s_g T_g + sum s_g ln(mu_g / mu), L = sum (n_g/n) L_g + sum (n_g/n)
   ln(mu / mu_g); s_g the share of group g in the total, n_g its number of members.
   Given     x      n values, finite, none below 0, not all 0
             group  codes below GROUPS; a code without a row is an empty group and left out
   Returned  out    the two decompositions; L is NaN when a value is 0.  BETWEEN_SHARE = between / T, NaN
                    when T is 0
             of     GROUPS parts: share, members, and T and L within, NaN where the total of the group is
                    0 (such a group adds nothing to T), and L where a value of it is 0
   Status    PST_UNDEFINED as pst_amounts_prepare; PST_NO_MEMORY
   Cost      O(n log n)
   Published Theil (1967); Shorrocks (1980), Econometrica 48
   Tested    test_concentration.c; tests/reference (theil_decomposition) */
#ifndef PST_STATS_CONCENTRATION_THEIL_GROUPS_H
#define PST_STATS_CONCENTRATION_THEIL_GROUPS_H

#include "stats/concentration/amounts.h"

struct pst_theil_group {
  size_t members;
  double share;
  double t;
  double l;
};

struct pst_theil_split {
  double whole;
  double within;
  double between;
  double between_share;
};

struct pst_theil_groups {
  struct pst_theil_split t;
  struct pst_theil_split l;
};

enum pst_status pst_theil_groups(const double *x, const size_t *group, size_t n, size_t groups,
                                 struct pst_theil_groups *out, struct pst_theil_group *of,
                                 struct pst_arena *scratch, struct pst_error *error);

#endif
