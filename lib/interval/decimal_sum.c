#include "interval/decimal_sum.h"

#include <math.h>
#include <stdbool.h>

enum { DECIMALS_MOST = 15 };
static const double exact_most = 9007199254740992.0; /* 2^53 */

static const double powers_of_ten[DECIMALS_MOST + 1] = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

/* Knuth's sum of two numbers: what rounding lost goes to the rest. */
static void add_other(struct pst_decimal_sum *sum, double value)
{
  double high = sum->high + value, part = high - sum->high;

  if (isfinite(high))
    sum->rest += (sum->high - (high - part)) + (value - part);
  sum->high = high;
}

/* WHOLE in units of 10^-TO instead of 10^-FROM; false when it does not fit. */
static bool rescale(pst_int128 *whole, int from, int to)
{
  return from >= to || !__builtin_mul_overflow(*whole, (pst_int128)powers_of_ten[to - from], whole);
}

static bool add_whole(struct pst_decimal_sum *sum, pst_int128 whole, int decimals)
{
  int most = decimals > sum->decimals ? decimals : sum->decimals;
  pst_int128 total = sum->whole;

  if (!rescale(&total, sum->decimals, most) || !rescale(&whole, decimals, most)
      || __builtin_add_overflow(total, whole, &total))
    return false;
  sum->whole = total;
  sum->decimals = most;
  return true;
}

void pst_decimal_sum_add(struct pst_decimal_sum *sum, double value, int decimals)
{
  double scale, units;

  if (decimals <= DECIMALS_MOST) {
    scale = powers_of_ten[decimals];
    units = nearbyint(value * scale);
    /* The division is rounded once, so it gives the double that the decimal is read as. */
    if (fabs(units) < exact_most && units / scale == value
        && add_whole(sum, (pst_int128)units, decimals))
      return;
  }
  add_other(sum, value);
}

void pst_decimal_sum_join(struct pst_decimal_sum *sum, const struct pst_decimal_sum *other)
{
  if (!add_whole(sum, other->whole, other->decimals))
    add_other(
        sum, pst_decimal_sum_over(
                 &(struct pst_decimal_sum){.whole = other->whole, .decimals = other->decimals}, 1));
  add_other(sum, other->high);
  add_other(sum, other->rest);
}

double pst_decimal_sum_over(const struct pst_decimal_sum *sum, size_t n)
{
  double whole = (double)sum->whole, over = powers_of_ten[sum->decimals] * (double)n;
  double other = sum->high + sum->rest;

  if (other == 0 && fabs(whole) < exact_most && over < exact_most)
    return whole / over;
  return (double)(((long double)sum->whole / powers_of_ten[sum->decimals] + (long double)sum->high
                   + (long double)sum->rest)
                  / (long double)n);
}
