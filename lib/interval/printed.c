/* printed.c -- a printed figure stands for all the numbers that print to it. */
#include "interval/printed.h"

#include <math.h>

#include "interval/decimal.h"

/* No exact whole number of units: half a unit in doubles, and two steps for the two roundings. */
static double widen(double value, double half, double towards)
{
  return nextafter(nextafter(value + half, towards), towards);
}

/* The ends in doubles, each rounded its way. */
static void find_ends(double value, int decimals, enum pst_direction low, enum pst_direction high,
                      struct pst_bounds *bounds)
{
  double units = pst_decimal_scaled(value, decimals);

  *bounds = pst_bounds_point(value);
  if (isnan(units)) {
    double half = 0.5 / pst_decimal_power(decimals);

    bounds->low = widen(value, -half, -INFINITY);
    bounds->high = widen(value, half, INFINITY);
  } else {
    double twice = 2 * pst_decimal_power(decimals);

    bounds->low = pst_decimal_quotient(2 * units - 1, twice, low);
    bounds->high = pst_decimal_quotient(2 * units + 1, twice, high);
  }
}

void pst_printed_interval(double value, int decimals, struct pst_bounds *bounds)
{
  find_ends(value, decimals, PST_DOWN, PST_UP, bounds);
}

void pst_printed_ends(double value, int decimals, struct pst_bounds *bounds)
{
  find_ends(value, decimals, PST_NEAREST, PST_NEAREST, bounds);
}
