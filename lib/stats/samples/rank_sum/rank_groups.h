/* rank_groups.h -- two samples put in one order: the groups of equal values, and how many of each
   belong to x.  All rank statistics of two samples are sums over these groups.

   pst_rank_groups_of: the groups in ascending order.
   Given     samples  finite
   Returned  groups   in SCRATCH; also both samples in ascending order
   Status    PST_NO_MEMORY
   Cost      O(n log n)
   Tested    test_two_samples.c */
#ifndef PST_STATS_SAMPLES_RANK_SUM_RANK_GROUPS_H
#define PST_STATS_SAMPLES_RANK_SUM_RANK_GROUPS_H

#include "stats/samples/samples.h"

struct pst_rank_groups {
  size_t count;
  size_t *x; /* how many of x, of y, in each group */
  size_t *y;
  size_t nx;
  size_t ny;
  double *sorted_x;
  double *sorted_y;
};

enum pst_status pst_rank_groups_of(const struct pst_two_samples *samples,
                                   struct pst_rank_groups *groups, struct pst_arena *scratch,
                                   struct pst_error *error);

/* pst_rank_groups_u2: twice U1, the pairs with x > y and half of those with x = y. */
double pst_rank_groups_u2(const struct pst_rank_groups *groups);

/* pst_rank_groups_variance: of U1 when all orders are equally likely, given the ties. */
double pst_rank_groups_variance(const struct pst_rank_groups *groups);

#endif
