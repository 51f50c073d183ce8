/* corners.c -- the range of a function over a box, from its corners. */
#include "stats/indicator/corners.h"

#include <math.h>

/* Takes corner NUMBER of BOX: bit k says whether x[k] is the high end.  False with two infinities. */
static bool take(const struct pst_bounds *box, size_t count, size_t number, double *x, bool *open)
{
  int infinite = 0;

  for (size_t k = 0; k < count; k++) {
    bool high = (number >> k) & 1;

    x[k] = high ? box[k].high : box[k].low;
    open[k] = high ? box[k].high_open : box[k].low_open;
    infinite += isinf(x[k]) != 0;
  }
  return infinite < 2;
}

static double outwards(struct pst_corner corner, double towards)
{
  return corner.exact || isinf(corner.value) ? corner.value : nextafter(corner.value, towards);
}

static void widen(struct pst_bounds *bounds, struct pst_corner corner)
{
  double low = outwards(corner, -INFINITY), high = outwards(corner, INFINITY);

  if (low < bounds->low || (low == bounds->low && bounds->low_open)) {
    bounds->low = low;
    bounds->low_open = corner.open;
  }
  if (high > bounds->high || (high == bounds->high && bounds->high_open)) {
    bounds->high = high;
    bounds->high_open = corner.open;
  }
}

struct pst_bounds pst_corners(const struct pst_bounds *box, size_t count,
                              pst_corner_function *corner, const void *context)
{
  struct pst_bounds bounds = {INFINITY, -INFINITY, true, true};
  double x[PST_CORNERS_MOST];
  bool open[PST_CORNERS_MOST];

  for (size_t number = 0; number < (size_t)1 << count; number++)
    if (take(box, count, number, x, open))
      widen(&bounds, corner(x, open, context));
  return bounds;
}
