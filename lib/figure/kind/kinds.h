/* kinds.h -- how each kind of figure is drawn: layout, then blocks, labels and the plot command, all
   into the page's body.  Status PST_UNDEFINED when nothing can be drawn, PST_NO_MEMORY. */
#ifndef PST_FIGURE_KIND_KINDS_H
#define PST_FIGURE_KIND_KINDS_H

#include "figure/page/page.h"

enum pst_status pst_draw_lines(struct pst_page *page, struct pst_error *error);
enum pst_status pst_draw_panels(struct pst_page *page, struct pst_error *error);
enum pst_status pst_draw_slope(struct pst_page *page, struct pst_error *error);
enum pst_status pst_draw_bump(struct pst_page *page, struct pst_error *error);
enum pst_status pst_draw_scatter(struct pst_page *page, struct pst_error *error);
enum pst_status pst_draw_heatmap(struct pst_page *page, struct pst_error *error);
enum pst_status pst_draw_dots(struct pst_page *page, struct pst_error *error);

#endif
