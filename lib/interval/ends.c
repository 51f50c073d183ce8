/* ends.c -- one end of an interval: the outer of two, mirrored, joined, rounded outwards. */
#include "interval/ends.h"

#include <float.h>
#include <math.h>

double pst_end_outward(double nearest, double error, bool down)
{
  if (isinf(nearest)) { /* the exact value is finite, but too large */
    if (down)
      return nearest > 0 ? DBL_MAX : nearest;
    return nearest < 0 ? -DBL_MAX : nearest;
  }
  if (down)
    return error < 0 ? nextafter(nearest, -INFINITY) : nearest;
  return error > 0 ? nextafter(nearest, INFINITY) : nearest;
}

struct pst_end pst_end_lower(struct pst_end x, struct pst_end y)
{
  if (x.value == y.value)
    return (struct pst_end){x.value, x.open && y.open};
  return x.value < y.value ? x : y;
}

struct pst_end pst_end_higher(struct pst_end x, struct pst_end y)
{
  if (x.value == y.value)
    return (struct pst_end){x.value, x.open && y.open};
  return x.value > y.value ? x : y;
}

struct pst_end pst_end_low(const struct pst_bounds *bounds)
{
  return (struct pst_end){bounds->low, bounds->low_open};
}

struct pst_end pst_end_high(const struct pst_bounds *bounds)
{
  return (struct pst_end){bounds->high, bounds->high_open};
}

/* Outward rounding may leave equal ends only where they are exact, or a value that is reached. */
bool pst_end_join(struct pst_end low, struct pst_end high, struct pst_bounds *out)
{
  bool point = low.value == high.value;

  out->low = low.value;
  out->high = high.value;
  out->low_open = !point && (low.open || isinf(low.value));
  out->high_open = !point && (high.open || isinf(high.value));
  return true;
}

struct pst_bounds pst_end_mirror(const struct pst_bounds *bounds)
{
  return (struct pst_bounds){-bounds->high, -bounds->low, bounds->high_open, bounds->low_open};
}
