/* kinds.c -- one row a kind of figure: how it is drawn, and what it needs of page and caller. */
#include "figure/kind/kinds.h"

/* The room below the plot and the height of the x label: most kinds have tick texts there, a heat map
   has its names above. */
enum { BELOW_TICKS = 24, LABEL_TICKS = 34, BELOW_BARE = 4, LABEL_BARE = 14 };

const struct pst_figure_row pst_figure_rows[PST_FIGURE_KINDS] = {
    [PST_FIGURE_LINES] = {.draw = pst_draw_lines,
                          .draw_panels = pst_draw_panels,
                          .most = 40,
                          .takes_log = true,
                          .rings_bars = true,
                          .below = BELOW_TICKS,
                          .label_below = LABEL_TICKS},
    [PST_FIGURE_SLOPE] = {.draw = pst_draw_slope,
                          .most = 60,
                          .below = BELOW_TICKS,
                          .label_below = LABEL_TICKS},
    [PST_FIGURE_BUMP] = {.draw = pst_draw_bump,
                         .most = 60,
                         .below = BELOW_TICKS,
                         .label_below = LABEL_TICKS},
    [PST_FIGURE_SCATTER] = {.draw = pst_draw_scatter,
                            .most = 12,
                            .takes_log = true,
                            .below = BELOW_TICKS,
                            .label_below = LABEL_TICKS},
    [PST_FIGURE_HEATMAP] = {.draw = pst_draw_heatmap,
                            .wants = PST_FIGURE_WANTS_CELLS,
                            .below = BELOW_BARE,
                            .label_below = LABEL_BARE},
    [PST_FIGURE_FOREST] = {.draw = pst_draw_forest,
                           .takes_log = true,
                           .below = BELOW_TICKS,
                           .label_below = LABEL_TICKS},
    [PST_FIGURE_LIKERT] = {.draw = pst_draw_likert,
                           .wants = PST_FIGURE_WANTS_CELLS,
                           .below = BELOW_TICKS,
                           .label_below = LABEL_TICKS},
    [PST_FIGURE_DOTS] = {.draw = pst_draw_dots, .below = BELOW_TICKS, .label_below = LABEL_TICKS},
    [PST_FIGURE_AREAS] = {.draw = pst_draw_areas, .below = BELOW_TICKS, .label_below = LABEL_TICKS},
    [PST_FIGURE_BARS] = {.draw = pst_draw_bars, .below = BELOW_TICKS, .label_below = LABEL_TICKS},
    [PST_FIGURE_ROWS] = {.draw = pst_draw_rows, .below = BELOW_TICKS, .label_below = LABEL_TICKS},
    [PST_FIGURE_LORENZ] = {.draw = pst_draw_lorenz,
                           .most = 8,
                           .below = BELOW_TICKS,
                           .label_below = LABEL_TICKS},
};
