/* value.h -- the values of points, written as labels.

   All     Given     a figure or a series of it; K below its points
           Returned  what each says; texts in ARENA
           Cost      O(1); the decimals, O(points)
           Tested    test_figure.c, by way of figure.h  */
#ifndef PST_FIGURE_PAGE_VALUE_H
#define PST_FIGURE_PAGE_VALUE_H

#include "figure/page/page.h"

/* pst_value_decimals: decimals for all values of the figure, as struct pst_figure says. */
int pst_value_decimals(const struct pst_figure *figure);

/* pst_value_text: point K of SERIES: the value, or its interval ("3 to 5", "≥11"); NULL or "" when
   nothing is known of it. */
const char *pst_value_text(struct pst_arena *arena, const struct pst_figure_series *series,
                           size_t k, int decimals);

/* pst_value_place: where point K stands: y, else the middle of its interval, else the end that is
   known; NaN when nothing is. */
double pst_value_place(const struct pst_figure_series *series, size_t k);

#endif
