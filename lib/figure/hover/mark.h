/* mark.h -- what gnuplot's SVG shows of data: points, boxes, areas.

   All     Given     TEXT, a part of the SVG that begins a line
           Cost      O(size of the line) where nothing else is said
           Tested    test_hover.c, tests/cli/figure-hover, by way of hover.h  */
#ifndef PST_FIGURE_HOVER_MARK_H
#define PST_FIGURE_HOVER_MARK_H

#include <stdbool.h>
#include <stddef.h>

/* Where a point or the middle of a box is drawn. */
struct pst_hover_mark {
  double x, y;
  double width, height; /* of a box */
};

/* pst_hover_starts: whether TEXT goes on with START.
   Returned  the answer  */
bool pst_hover_starts(const char *text, const char *start);

/* pst_hover_line: how long the line is.
   Returned  its bytes, without its end  */
size_t pst_hover_line(const char *text);

/* pst_hover_corner: the next corner "45.04,434.51" of points='...', which go on over several lines.
   Returned  false behind the last; TEXT stands behind what was read
   Cost      O(its characters)  */
bool pst_hover_corner(const char **text, double *x, double *y);

/* pst_hover_corners: where the points of a line with a polygon begin.
   Returned  the place; NULL: it has none  */
const char *pst_hover_corners(const char *text);

/* pst_hover_point: whether the line ends in a point "<use ... transform='translate(64.24,402.28) ...'/>", also behind
   the path of its line.
   Returned  MARK, and START, where in the line it stands  */
bool pst_hover_point(const char *text, struct pst_hover_mark *mark, size_t *start);

/* pst_hover_box: whether the line is a box, a polygon of four corners.
   Returned  MARK, its middle and its size  */
bool pst_hover_box(const char *text, struct pst_hover_mark *mark);

#endif
