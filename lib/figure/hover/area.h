/* area.h -- what lies unseen over the areas of a stack, so that each time of each has its name: an area is one polygon.

   All     Given     a figure and what gnuplot drew of it
           Tested    tests/cli/figure-hover  */
#ifndef PST_FIGURE_HOVER_AREA_H
#define PST_FIGURE_HOVER_AREA_H

#include "figure/hover/item.h"
#include "figure/page/stack.h"

/* Where the areas of a figure stand in its SVG. */
struct pst_hover_areas {
  struct pst_arena arena;
  struct pst_stack stack;
  double left, per_x, bottom, per_y; /* pixels of x are left + per_x * x */
  bool found;
};

/* pst_hover_areas_find: the areas of FIGURE, NULL or of any kind, in SVG.
   Returned  AREAS; none are found where a corner of the SVG's areas stands at no time, to a pixel.  What it holds is
             given back by pst_hover_areas_end.  False when memory is out
   Cost      O(size of SVG)  */
bool pst_hover_areas_find(struct pst_hover_areas *areas, const struct pst_figure *figure,
                          const char *svg);
void pst_hover_areas_end(struct pst_hover_areas *areas);

/* pst_hover_area_edge: whether TITLE is the line along the top of an area, "$s1 using 1:3".
   Returned  the answer
   Cost      O(size of TITLE)  */
bool pst_hover_area_edge(const struct pst_hover_areas *areas, const char *title);

/* pst_hover_area_put: strips over the area of GROUP's series, one a known value, each with its title.
   Returned  OUT, appended
   Cost      O(times)  */
void pst_hover_area_put(const struct pst_hover_areas *areas, const struct pst_hover_group *group,
                        struct pst_buffer *out);

#endif
