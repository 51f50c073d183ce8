/* rank_programme.h -- the exact lowest and highest rank that weights near the given ones can give.

   pst_rank_bounds_exact: over all weights of the box (stats/composite/rank_bounds.h), one set for all
   pairs, the smallest and the largest 1 + number of j strictly above i.
   Given     y, n, box    as for pst_rank_bounds_outer, arithmetic aggregation
             most_nodes   of branch and bound for one rank; 0 for PST_RANK_NODES
             show         called with the share of the entities that are done; NULL: not
   Returned  bounds       one an entity; low 0 for an entity without a rank.  EXACT_LOW, EXACT_HIGH: the
                          bound is reached by weights that were found and tried; else it is an outer
                          bound (the search took more than MOST_NODES, or ended in a tie nearer than
                          rounding)
   Status    PST_USAGE as pst_rank_bounds_outer; PST_NO_MEMORY
   Cost      two integer programmes an entity, a 0/1 for each j that is above i for some weights only.
             The limit counts nodes, not seconds, so that results are the same everywhere
   Method    w_k = w0_k (1 + within t_k), -1 <= t_k <= 1; best: min sum z_j, d_j.w <= M_j z_j; worst: max
             sum z_j, d_j.w > 0 where z_j = 1; d_j = y_j - y_i.  A linear programme then looks for weights
             as far inside that order as there are, and the ranks they give are counted
   Note      uses GLPK, in the calling thread, and leaves nothing of it behind
   Tested    test_composite_bounds.c against dense weights; tests/reference (family composite) */
#ifndef PST_STATS_COMPOSITE_RANK_PROGRAMME_H
#define PST_STATS_COMPOSITE_RANK_PROGRAMME_H

#include "stats/composite/rank_bounds.h"

enum { PST_RANK_NODES = 100000 };

struct pst_rank_reach {
  size_t low;
  size_t high;
  bool exact_low;
  bool exact_high;
};

enum pst_status pst_rank_bounds_exact(const double *y, size_t n, const struct pst_weight_box *box,
                                      size_t most_nodes, struct pst_rank_reach *bounds,
                                      void (*show)(double done), struct pst_arena *scratch,
                                      struct pst_error *error);

#endif
