/* place.h -- labels beside points, none over another or over a point. */
#ifndef PST_FIGURE_PAGE_PLACE_H
#define PST_FIGURE_PAGE_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

struct pst_place_label {
  double x, y;     /* the point, in pixels */
  double width;    /* of its text; 0: a point without a label */
  bool line;       /* no point but a place on a line or bar, which strikes no label through */
  double priority; /* the higher the earlier it is placed */
  bool placed;     /* set: the text's left end and middle height are at (left, middle) */
  double left, middle;
};

/* pst_place: greedy placement: by falling priority, each label takes the first of eight places
   around its point that is inside the rectangle and covers neither a point, a line nor a placed label,
   with room to points of others; then the first without that room; one that finds none is not placed.
   Given     N points and labels; the rectangle in pixels, left < right, top < bottom
   Returned  placed, left and middle of each of LABELS
   Status    PST_NO_MEMORY
   Cost      O(n^2) for n points; labels after the first 1000 are not tried
   Tested    test_figure_layout.c  */
enum pst_status pst_place(struct pst_arena *arena, struct pst_place_label *labels, size_t n,
                          double left, double right, double top, double bottom);

#endif
