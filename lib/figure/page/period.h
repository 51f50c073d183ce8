/* period.h -- what a place on the horizontal axis is called. */
#ifndef PST_FIGURE_PAGE_PERIOD_H
#define PST_FIGURE_PAGE_PERIOD_H

#include "base/arena.h"
#include "figure/figure.h"

/* pst_period_text: "2011", "2011-Q3", or the name of the tick that stands at X; NULL when memory is out.
   Given     FIGURE, its periods in their order
   Returned  the text, in ARENA
   Cost      O(log of the periods), and O(ticks)
   Tested    test_figure_layout.c  */
const char *pst_period_text(struct pst_arena *arena, const struct pst_figure *figure, double x);

#endif
