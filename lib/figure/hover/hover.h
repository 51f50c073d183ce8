/* hover.h -- the names of what an SVG shows: its title and description, and those of series and points, which a
   reader sees when the pointer rests on them and a screen reader speaks. */
#ifndef PST_FIGURE_HOVER_HOVER_H
#define PST_FIGURE_HOVER_HOVER_H

#include "figure/figure.h"

/* pst_hover_name: SVG, which gnuplot drew of FIGURE, with these names in place of gnuplot's.
   Given     FIGURE, NULL for a script whose figure is not at hand: gnuplot's names go, none comes
   Returned  OUT, appended.  A point has a name only where all points of its series stand where the values put
             them, to a pixel: none has another's
   Cost      O(size of SVG)
   Tested    test_hover.c, test_figure_gnuplot.c  */
void pst_hover_name(const struct pst_figure *figure, const char *svg, struct pst_buffer *out);

#endif
