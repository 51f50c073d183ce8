/* slope_exact.c -- slopes between points, and on which side of a cut they lie, without rounding. */
#include "stats/slope/select/slope_exact.h"

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Slopes smaller than this are told apart by their sign only: products would underflow. */
static const double SMALLEST = 0x1p-900;

static bool is_even(double s)
{
  uint64_t bits;

  memcpy(&bits, &s, sizeof bits);
  return bits % 2 == 0;
}

struct pst_cut pst_cut_after(double s)
{
  if (fabs(s) < SMALLEST)
    return (struct pst_cut){.s = 0, .half = 0, .below = s >= 0};
  return (struct pst_cut){
      .s = s, .half = (nextafter(s, (double)INFINITY) - s) / 2, .below = is_even(s)};
}

/* Adds VALUE to the COUNT parts of an exact sum, smallest first (Shewchuk's Grow-Expansion). */
static size_t grow(double *parts, size_t count, double value)
{
  size_t kept = 0;

  for (size_t i = 0; i < count; i++) {
    double sum = value + parts[i];
    double part = sum - value;
    double rest = (value - (sum - part)) + (parts[i] - part);

    value = sum;
    if (rest != 0)
      parts[kept++] = rest;
  }
  if (value != 0)
    parts[kept++] = value;
  return kept;
}

static int sign_of(double value)
{
  return (value > 0) - (value < 0);
}

/* The sign of dy - (s + half) dx, all digits kept. */
static int exact_side(struct pst_difference dy, struct pst_difference dx, const struct pst_cut *cut)
{
  const double high = cut->s * dx.high;
  const double low = cut->s * dx.low;
  const double terms[] = {dy.high,
                          dy.low,
                          -high,
                          -fma(cut->s, dx.high, -high),
                          -low,
                          -fma(cut->s, dx.low, -low),
                          -cut->half * dx.high,
                          -cut->half * dx.low};
  double parts[sizeof terms / sizeof *terms];
  size_t count = 0;

  for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
    count = grow(parts, count, terms[i]);
  return count == 0 ? 0 : sign_of(parts[count - 1]);
}

/* The same; rounded arithmetic decides unless its error could change the sign. */
static int side(struct pst_difference dy, struct pst_difference dx, const struct pst_cut *cut)
{
  double main = fma(-cut->s, dx.high, dy.high);
  double half = cut->half * dx.high;
  double rest = cut->s * dx.low;
  double total = (main - half) + (dy.low - rest);
  double size = fabs(main) + fabs(half) + fabs(dy.low) + fabs(rest);

  if (fabs(total) > 0x1p-49 * size || size == 0)
    return sign_of(total);
  return exact_side(dy, dx, cut);
}

bool pst_slope_below(const struct pst_pair *a, const struct pst_pair *b, const struct pst_cut *cut)
{
  int sign = side(pst_difference_of(b->y, a->y), pst_difference_of(b->x, a->x), cut);

  return sign < 0 || (sign == 0 && cut->below);
}

/* Moves a quotient that is nearly right to the double nearest to dy / dx, dx > 0. */
static double round_once(double slope, struct pst_difference dy, struct pst_difference dx)
{
  struct pst_cut above = pst_cut_after(slope);
  struct pst_cut under = pst_cut_after(nextafter(slope, (double)-INFINITY));
  int sign = side(dy, dx, &above);

  if (sign > 0 || (sign == 0 && !above.below))
    return nextafter(slope, (double)INFINITY);
  sign = side(dy, dx, &under);
  if (sign < 0 || (sign == 0 && under.below))
    return under.s;
  return slope;
}

/* What SLOPE leaves of dy / dx is surely less than half a unit in its last place, which is at least
   |SLOPE| 2^-54: it is the nearest double. */
static bool is_nearest(double slope, struct pst_difference dy, struct pst_difference dx)
{
  const double rest = fma(-slope, dx.high, dy.high) + dy.low - slope * dx.low;

  return fabs(rest) < 0.99 * 0x1p-54 * fabs(slope * dx.high);
}

double pst_slope_between(double x1, double y1, double x2, double y2)
{
  struct pst_difference dx = pst_difference_of(x2, x1);
  struct pst_difference dy = pst_difference_of(y2, y1);
  double slope = dy.high / dx.high;

  if (dx.low == 0 && dy.low == 0)
    return slope;
  if (!isfinite(dx.high) || !isfinite(dy.high))
    return (y2 / 2 - y1 / 2) / (x2 / 2 - x1 / 2);
  if (isinf(slope))
    return slope;
  slope += (fma(-slope, dx.high, dy.high) + dy.low - slope * dx.low) / dx.high;
  if (!(fabs(slope) >= SMALLEST) || isinf(slope) || is_nearest(slope, dy, dx))
    return slope;
  if (dx.high < 0) {
    dx = (struct pst_difference){.high = -dx.high, .low = -dx.low};
    dy = (struct pst_difference){.high = -dy.high, .low = -dy.low};
  }
  return round_once(slope, dy, dx);
}
