/* kinds.h -- the table of figure kinds: one row a kind.

   To add a kind: its name in enum pst_figure_kind (figure.h), a file here that draws it, declared below,
   and a row in kinds.c. */
#ifndef PST_FIGURE_KIND_KINDS_H
#define PST_FIGURE_KIND_KINDS_H

#include "figure/page/page.h"

/* pst_draw_lines, pst_draw_panels, pst_draw_slope, pst_draw_bump, pst_draw_scatter, pst_draw_heatmap,
   pst_draw_dots, pst_draw_areas, pst_draw_bars, pst_draw_lorenz, pst_draw_rows,
   pst_draw_forest, pst_draw_likert: the kinds of figure.h, of what each wants.
   Given     a page with its figure and empty axes
   Returned  the page's body: blocks, labels and the plot command
   Status    PST_UNDEFINED when nothing can be drawn; PST_NO_MEMORY
   Cost      O(points + labels^2)
   Tested    test_figure.c, test_figure_gnuplot.c, by way of figure.h  */
pst_figure_draw pst_draw_lines, pst_draw_panels, pst_draw_slope, pst_draw_bump, pst_draw_scatter,
    pst_draw_heatmap, pst_draw_dots, pst_draw_areas, pst_draw_bars, pst_draw_lorenz, pst_draw_rows,
    pst_draw_forest, pst_draw_likert;

/* By enum pst_figure_kind. */
extern const struct pst_figure_row pst_figure_rows[PST_FIGURE_KINDS];

#endif
