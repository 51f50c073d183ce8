/* hover_area.h -- what stands over an area of an SVG, so that each time of it has a name. */
#ifndef PST_FIGURE_HOVER_AREA_H
#define PST_FIGURE_HOVER_AREA_H

#include "figure/figure.h"

/* Writes "<title>...</title>" of place K of a series. */
typedef void pst_hover_title(void *context, size_t k);

/* pst_hover_area: unseen strips over the area of SERIES, a strip a known value, each with its title.
   Given     LINE  of gnuplot's SVG
   Returned  OUT   nothing for a line that is no area, or not that of all values of SERIES
   Tested    tests/cli/figure-hover  */
void pst_hover_area(const struct pst_figure_series *series, const char *line,
                    pst_hover_title *title, void *context, struct pst_buffer *out);

#endif
