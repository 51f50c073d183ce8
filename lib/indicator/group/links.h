/* links.h -- the rows of one group and period as a symmetric table of what entities have together. */
#ifndef PST_INDICATOR_GROUP_LINKS_H
#define PST_INDICATOR_GROUP_LINKS_H

#include "indicator/frame/frame.h"
#include "stats/specialisation/affinity.h"

struct pst_links {
  struct pst_affinity_table table; /* 0: no row; the diagonal NaN where no row A,A gives it */
  size_t row;                      /* of the frame: one of the slice */
  const char **names;              /* in the order of their first rows */
  size_t *row_of;                  /* of each pair, of the frame; SIZE_MAX: none */
};

/* pst_links_make: SLICE of the frame.  A pair may stand as A,B, as B,A, or as both with one number.
   Status    PST_BAD_DATA, with both lines, for a pair that stands twice with two numbers, or twice the same
             way round; with its line for a cell that is empty, bounded, below 0 or no whole number;
             PST_NO_MEMORY */
enum pst_status pst_links_make(struct pst_job *job, const struct pst_indicator_frame *frame,
                               size_t slice, const struct pst_bounds *cell, struct pst_links *links,
                               struct pst_error *error);

/* pst_links_order: the entities in an order that puts near those that are close in the symmetric table NEAR
   (n times n, NaN as 0): from the closest pair on, the closest to either end.  O(n^2). */
bool pst_links_order(const double *near, size_t n, size_t *order, struct pst_arena *scratch);

#endif
