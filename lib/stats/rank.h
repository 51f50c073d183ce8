/* rank.h -- ranks under ties, and the interval of ranks that ties and bounds leave open.

   pst_rank: the rank of every item among X[0..n); with descending order the largest is rank 1.
   Given     ties  what tied items get: the best rank of the tie (min, "standard competition"), the
                   worst (max), their mean, the number of distinct values up to it (dense), or
                   successive ranks by index (ordinal)
   Returned  rank  n ranks, from 1; halves under PST_TIES_MEAN
   Status    PST_NO_MEMORY only; n = 0 is no items, n < 2^32
   Cost      O(n log n) time, 4n doubles of scratch

   pst_rank_ordered: the same of items whose order is known.
   Given     at  n places, in the order of the values, from the one that is to have rank 1
   Cost      O(n)

   pst_rank_bounds: the lowest and highest rank each item can have when all that is known of its
   value is an interval.  best = 1 + items surely above it, worst = n - items surely below it; both
   are reached by some completion, so the interval is sharp.  Point values give the interval that
   ties leave open: best = min rank, worst = max rank.
   Given     low, high  n bounds each, low <= high, may be infinite, equal for a point
             low_open, high_open  whether the bound itself is excluded; NULL when none is
   Tested    test_rank.c against counting all pairs; tests/reference (family
             rank_comparison) */
#ifndef PST_STATS_RANK_H
#define PST_STATS_RANK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

enum pst_ties { PST_TIES_MIN, PST_TIES_MAX, PST_TIES_MEAN, PST_TIES_DENSE, PST_TIES_ORDINAL };

enum pst_status pst_rank(const double *x, size_t n, enum pst_ties ties, bool descending,
                         double *rank, struct pst_arena *scratch, struct pst_error *error);

void pst_rank_ordered(const double *x, const uint32_t *at, size_t n, enum pst_ties ties,
                      double *rank);

struct pst_rank_items {
  size_t n;
  const double *low;
  const double *high;
  const bool *low_open;
  const bool *high_open;
};

enum pst_status pst_rank_bounds(const struct pst_rank_items *bounds, bool descending, size_t *best,
                                size_t *worst, struct pst_arena *scratch, struct pst_error *error);

#endif
