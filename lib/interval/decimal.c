/* decimal.c -- sums of two printed decimals, taken exactly and then rounded once. */
#include "interval/decimal.h"

#include <math.h>

static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

enum { EXACT_POWERS = 22 };

double pst_decimal_power(int exponent)
{
  return exponent >= 0 && exponent <= EXACT_POWERS ? powers[exponent] : pow(10, exponent);
}

double pst_decimal_quotient(double n, double d, enum pst_direction direction)
{
  double q = n / d;
  double excess = fma(q, d, -n); /* exact: its sign says on which side of n / d the quotient is */

  if (direction == PST_DOWN && excess > 0)
    return nextafter(q, -INFINITY);
  if (direction == PST_UP && excess < 0)
    return nextafter(q, INFINITY);
  return q;
}

/* The product is within one part in 2^52 of the decimal's, so below 2^50 a whole number is at most a
   quarter away. */
double pst_decimal_scaled(double value, int decimals)
{
  double scaled;

  if (decimals < 0 || decimals > EXACT_POWERS)
    return (double)NAN;
  scaled = value * powers[decimals];
  if (fabs(scaled) >= 0x1p50 || fabs(scaled - round(scaled)) > 0.25)
    return (double)NAN;
  return round(scaled);
}

double pst_decimal_sum(double a, double b, int decimals)
{
  double sum = pst_decimal_scaled(a, decimals) + pst_decimal_scaled(b, decimals);

  return isnan(sum) ? a + b : sum / powers[decimals];
}
