/* rank_bounds.h -- ranks that no weights near the given ones can leave: outer bounds in closed form.

   Weights w_k in w0_k (1 -+ WITHIN), arithmetic aggregation.  Renormalising changes no order, so the
   weights are a box; with SUM_KEPT they must keep their sum as well.
   pst_rank_bounds_outer: low = 1 + number of j that are above i for all weights, high = n - number of j
   that are above i for none.  Each pair is exact; together they are outer bounds, for one set of weights
   must serve all pairs: stats/composite/rank_programme.h gives the exact ones.
   Given     y       n rows of COUNT normalised values; a row with a missing value (of weight above 0)
                     has no rank
             within  in [0, 1]
   Returned  low, high  n ranks, 0 for a row without one
   Status    PST_USAGE for WITHIN outside [0, 1]; PST_NO_MEMORY
   Cost      O(n^2 count), with SUM_KEPT O(n^2 count log count)
   Note      the extreme of sum w_k d_k over the box is sum w0_k (d_k -+ within |d_k|); with the sum kept
             it is a fractional knapsack: all at their lower end, the rest given in order of d_k
   Tested    test_composite_bounds.c; tests/reference (family composite) */
#ifndef PST_STATS_COMPOSITE_RANK_BOUNDS_H
#define PST_STATS_COMPOSITE_RANK_BOUNDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

struct pst_weight_box {
  const double *weight;
  size_t count;
  double within;
  bool sum_kept;
};

enum pst_status pst_rank_bounds_outer(const double *y, size_t n, const struct pst_weight_box *box,
                                      size_t *low, size_t *high, struct pst_arena *scratch,
                                      struct pst_error *error);

/* pst_pair_extremes: the least and largest sum w_k (a_k - b_k) over the box, and SIZE, the sum of
   |terms| that tells rounding from a difference; ORDER is room for 2 COUNT pairs. */
struct pst_pair_extremes {
  double least;
  double most;
  double size;
};

struct pst_pair;
struct pst_pair_extremes pst_pair_extremes(const double *a, const double *b,
                                           const struct pst_weight_box *box,
                                           struct pst_pair *order);

/* pst_pair_above: -1 when A is above B for no weights, 1 for all, 0 for some. */
int pst_pair_above(const struct pst_pair_extremes *extremes);

/* pst_row_complete: no value of weight above 0 is missing. */
bool pst_row_complete(const double *y, const struct pst_weight_box *box);

#endif
