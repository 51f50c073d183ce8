/* item.h -- what a group of marks stands for: the items of a figure that one data block draws, and their titles.

   All     Given     a figure, TITLE the data and columns that gnuplot names a group by: "$s3 using 1:2"
           Tested    test_hover.c, tests/cli/figure-hover, by way of hover.h  */
#ifndef PST_FIGURE_HOVER_ITEM_H
#define PST_FIGURE_HOVER_ITEM_H

#include "figure/figure.h"
#include "figure/hover/mark.h"

/* What one mark stands for, and where it is: in units of an axis, whatever its scale is.  NaN: any place. */
struct pst_hover_item {
  double x, y, width, height;
  size_t at;
};

struct pst_hover_group {
  const struct pst_figure *figure;
  const struct pst_figure_series *series; /* NULL: of no one series */
  bool boxes;                             /* the marks are boxes, else points */
  struct pst_hover_item *items;           /* in the order in which they are drawn */
  size_t n;
};

/* pst_hover_group_find: what the group of TITLE shows.
   Returned  GROUP; n is 0 where its marks have no values.  What it holds is given back by pst_hover_group_end.  False
             when memory is out
   Cost      O(points of the series)  */
bool pst_hover_group_find(struct pst_hover_group *group, const struct pst_figure *figure,
                          const char *title);
void pst_hover_group_end(struct pst_hover_group *group);

/* pst_hover_group_fits: whether N marks are the items, one by one: values and pixels are on one straight line each
   way, to a pixel.
   Returned  the answer
   Cost      O(N)  */
bool pst_hover_group_fits(const struct pst_hover_group *group, const struct pst_hover_mark *marks,
                          size_t n);

/* pst_hover_put_text: TEXT where XML takes it; nothing for NULL.
   pst_hover_put_item: "<title>Japan, 2000: 13507.96</title>" of an item.
   Returned  OUT, appended
   Cost      O(size of the text)  */
void pst_hover_put_text(struct pst_buffer *out, const char *text);
void pst_hover_put_item(struct pst_buffer *out, const struct pst_hover_group *group, size_t at);

#endif
