/* key.h -- the names of series in a row above the plot, where lines have no end to be named at.

   All     Given     a page whose series have their linetypes; lengths in pixels
           Returned  the height; the labels and marks, in the page's body
           Cost      O(series)
           Tested    test_figure.c, test_figure_gnuplot.c, by way of figure.h  */
#ifndef PST_FIGURE_PAGE_KEY_H
#define PST_FIGURE_PAGE_KEY_H

#include "figure/page/page.h"

/* pst_key_height: pixels that the key takes over WIDTH; 0 when there is one series. */
double pst_key_height(struct pst_page *page, double width);
/* pst_key_write: the key, from the height TOP down. */
void pst_key_write(struct pst_page *page, double top, double width);

#endif
