/* spread.h -- labels on one vertical line, moved apart as little as possible. */
#ifndef PST_FIGURE_KIND_SPREAD_H
#define PST_FIGURE_KIND_SPREAD_H

#include "base/arena.h"
#include "base/error.h"

/* pst_spread: move N positions apart until neighbours are STEP apart, times the mean of their LINES, and all lie in
   [LOW, HIGH].
   Given     at     n finite wished positions; step > 0; equal wishes keep the order given
             lines  how many steps each is high; NULL: one
   Returned  at     the positions with the least sum of squared moves (isotonic regression of
                    at[i] less the steps before it, clamped); when HIGH - LOW has no room for all, STEP shrinks
   Status    PST_NO_MEMORY
   Cost      O(n log n), 3n words of ARENA
   Tested    test_figure_layout.c  */
enum pst_status pst_spread(struct pst_arena *arena, double *at, const size_t *lines, size_t n,
                           double step, double low, double high);

#endif
