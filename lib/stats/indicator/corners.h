/* corners.h -- the range of a function over a box, from its corners.  For the kernels of this room.

   pst_corners: the least bounds around the values at the corners.  They are the range itself when the
   function is monotone in each argument while the others stand still, whichever way it goes.
   Given     box     COUNT (at most 4) bounds, some infinite
             corner  the function: value at x[0..count), and whether it is not reached, given which of
                     the x are not; where one x is infinite, the limit.  Corners with two infinite x
                     are left out: those beside them have the same limits
   Returned  the bounds, ends one double outwards unless the corner says its value is exact
   Cost      2^count calls
   Tested    test_indicator_bounds.c against grids, by way of share.h and contribution.h */
#ifndef PST_STATS_INDICATOR_CORNERS_H
#define PST_STATS_INDICATOR_CORNERS_H

#include <stddef.h>

#include "interval/bounded.h"

enum { PST_CORNERS_MOST = 4 };

struct pst_corner {
  double value;
  bool open;
  bool exact; /* VALUE has no rounding error */
};

typedef struct pst_corner pst_corner_function(const double *x, const bool *open,
                                              const void *context);

struct pst_bounds pst_corners(const struct pst_bounds *box, size_t count,
                              pst_corner_function *corner, const void *context);

#endif
