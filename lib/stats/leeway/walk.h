/* walk.h -- the least and the greatest sum of an agreement for each number of ties.  For one_sided.c.

   pst_walk: over all ways in which the items of LINEUP can stand at their places, from left to right.
   Given     score  what the items add
   Returned  sums   low[t], high[t] for t ties, INFINITY and -INFINITY where there is no such way; not found where more
                    than PST_ONE_SIDED_MOST steps would be needed
   Status    PST_NO_MEMORY
   Cost      at each place 3^k (ties + 1) steps, k items that may stand there
   Method    a beginning is the set of the items that stand already; of those that have no place further on all do, so
             that the open ones tell it.  What a block of tied items adds behind it does not depend on their order
   Tested    test_one_sided.c, by way of one_sided.h */
#ifndef PST_STATS_LEEWAY_WALK_H
#define PST_STATS_LEEWAY_WALK_H

#include "stats/leeway/lineup.h"
#include "stats/leeway/one_sided.h"

/* What items add to the sum of an agreement; all of them have their x here. */
struct pst_walk_score {
  enum pst_leeway_order agreement;
  const double *x; /* dense ranks, centred mid-ranks, or best ranks: infinite where there is none */
  double mean;     /* of the mid-ranks of y */
  /* of overlap: by depth d from 1 */
  const double *weight; /* of 2 c / seen */
  const double *added;  /* of c */
  const double *seen;   /* items of x with rank at most d */
};

struct pst_walk_sums {
  bool found;
  size_t ties;
  double *low, *high; /* ties + 1 */
};

/* pst_walk_depth: what depth D adds where C items are common and S items of y are seen. */
double pst_walk_depth(const struct pst_walk_score *score, size_t d, double c, double s);

enum pst_status pst_walk(const struct pst_walk_score *score, const struct pst_lineup *lineup,
                         struct pst_walk_sums *sums, struct pst_arena *scratch,
                         struct pst_error *error);

#endif
