/* minmax_gap.h -- how far apart two scores can be when the values on their scales are known within bounds.

   pst_minmax_gap: the least score of A less that of B over all values within the bounds, for scales of minmax and the
   arithmetic mean on one level.
   Given     cells   n rows of COUNT bounds, in the direction in which more is better, LOW NaN where missing; WEIGHT
                     that sum to 1; EDGES of pst_minmax_edges
             a, b    rows without a missing value of weight above 0, a != b
   Returned  the difference of scores of 0 to 100, exact: some values within the bounds have it; 0 where all may be equal
   Cost      O(count); the edges O(n count)
   Method    A's value lifts A against B on any scale and B's lowers it, so that A stands at its low ends and B at its high
             ones; all others act by the width of the scale alone, which is to be wide where A is ahead and narrow
             where it is behind.  The narrowest scale goes from the least high end to the largest low end; the widest
             from a low end to a high end of two rows
   Tested    test_minmax_gap.c against all values of a grid */
#ifndef PST_STATS_COMPOSITE_MINMAX_GAP_H
#define PST_STATS_COMPOSITE_MINMAX_GAP_H

#include <stddef.h>

enum { PST_MINMAX_NEAR = 4 };

/* Rows of one indicator in the order of an end, the outermost first; n where there are fewer. */
struct pst_minmax_edges {
  size_t highest_high[PST_MINMAX_NEAR], lowest_high[PST_MINMAX_NEAR];
  size_t highest_low[PST_MINMAX_NEAR], lowest_low[PST_MINMAX_NEAR];
};

struct pst_minmax_cells {
  const double *low, *high, *weight;
  size_t n, count;
  const struct pst_minmax_edges *edges; /* of each indicator */
};

void pst_minmax_edges(const struct pst_minmax_cells *cells, struct pst_minmax_edges *edges);
double pst_minmax_gap(const struct pst_minmax_cells *cells, size_t a, size_t b);

#endif
