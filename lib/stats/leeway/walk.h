/* walk.h -- the least and the greatest sum of one chain for each number of ties.  For one_sided.c.

   pst_walk_chain: over all ways in which the items of CHAIN can stand at its places.
   Given     score  what the items add
             chain  with places; ties: the most that score->tie adds up to among its items
   Returned  sums   low[t], high[t] for t ties, INFINITY and -INFINITY where there is no such way
   Status    PST_NO_MEMORY
   Cost      pst_walk_cost steps, 2^(n + 1) (ties + 1) doubles
   Tested    test_one_sided.c */
#ifndef PST_STATS_LEEWAY_WALK_H
#define PST_STATS_LEEWAY_WALK_H

#include "stats/leeway/chains.h"
#include "stats/leeway/one_sided.h"

/* What items add to the sum of an agreement; all of them have their x here. */
struct pst_walk_score {
  enum pst_leeway_order agreement;
  const double *x; /* dense ranks, centred mid-ranks, or best ranks: infinite where there is none */
  double mean;     /* of the mid-ranks of y */
  size_t n;        /* items of y */
  /* of overlap: by depth d from 1 */
  const double *weight; /* of 2 c / seen */
  const double *added;  /* of c */
  const double *seen;   /* items of x with rank at most d */
};

struct pst_walk_sums {
  size_t ties;
  double *low, *high; /* ties + 1 */
};

/* pst_walk_ties: the most that ties add up to among N items. */
size_t pst_walk_ties(enum pst_leeway_order agreement, size_t n);

/* pst_walk_depth: what depth D adds where C items are common and S items of y are seen. */
double pst_walk_depth(const struct pst_walk_score *score, size_t d, double c, double s);

double pst_walk_cost(const struct pst_walk_score *score, const struct pst_chain *chain);

enum pst_status pst_walk_chain(const struct pst_walk_score *score, const struct pst_chain *chain,
                               struct pst_walk_sums *sums, struct pst_arena *scratch,
                               struct pst_error *error);

#endif
