/* cloud.h -- points too many to be told apart, as the number of them in each small square.

   All     Given     a page of a scatter
           Returned  what each says of it, or appends to its body
           Cost      O(points + squares)
           Tested    tests/cli/correlate-figure-cloud  */
#ifndef PST_FIGURE_KIND_CLOUD_H
#define PST_FIGURE_KIND_CLOUD_H

#include "figure/page/page.h"

/* With more points than this they hide each other, and are counted. */
enum { PST_CLOUD_FROM = 2000 };

/* pst_cloud_wanted: the points of PAGE that have no colour of their own are a cloud. */
bool pst_cloud_wanted(const struct pst_page *page);

/* pst_cloud_holds: those of series I are part of it. */
bool pst_cloud_holds(const struct pst_page *page, size_t i);

/* pst_cloud_key: the height of the key to its colours. */
double pst_cloud_key(void);

/* pst_cloud_write: the squares as the block $cloud, their colours and the key, whose upper edge is at TOP; axes
   and frame are settled.
   Status    PST_NO_MEMORY  */
enum pst_status pst_cloud_write(struct pst_page *page, double top);

/* pst_cloud_plot: the clause that draws them. */
void pst_cloud_plot(struct pst_page *page);

#endif
