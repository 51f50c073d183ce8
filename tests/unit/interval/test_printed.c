#include "check.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "interval/decimal.h"
#include "interval/printed.h"

static void figures_widen_by_half_a_unit(void **state)
{
  struct pst_bounds b;

  (void)state;
  pst_printed_interval(20.5, 0, &b);
  assert_close(b.low, 20, 1e-15, 0);
  assert_true(b.low <= 20 && b.high >= 21);
  pst_printed_interval(3, 0, &b);
  assert_close(b.low, 2.5, 0, 0);
  assert_close(b.high, 3.5, 0, 0);
  assert_false(b.low_open || b.high_open);
  pst_printed_interval(-0.25, 2, &b);
  assert_close(b.low, -0.255, 1e-15, 0);
  assert_close(b.high, -0.245, 1e-15, 0);
  pst_printed_interval(0, 1, &b);
  assert_close(b.low, -0.05, 1e-15, 0);
  assert_close(b.high, 0.05, 1e-15, 0);
  pst_printed_interval(1e300, 0, &b);
  assert_true(b.low < 1e300 && b.high > 1e300);
  pst_printed_interval(1e-300, 320, &b);
  assert_true(b.low < 1e-300 && b.high > 1e-300);
}

/* Figures beside each other share their end: neither can be the larger one. */
static void neighbours_meet(void **state)
{
  (void)state;
  for (int decimals = 0; decimals < 4; decimals++)
    for (int units = -3000; units < 3000; units++) {
      const double power = pst_decimal_power(decimals);
      struct pst_bounds a, b, wide;

      pst_printed_ends(units / power, decimals, &a);
      pst_printed_ends((units + 1) / power, decimals, &b);
      assert_true(a.high == b.low);
      pst_printed_interval(units / power, decimals, &wide);
      assert_true(wide.low <= a.low && a.high <= wide.high);
    }
}

/* The exact decimal end U / 10^D against the double B: the sign of B - U / 10^D, in long double
   of 64 bits, exact here as U < 2^40 and D <= 6. */
static int side(double b, long long u, int d)
{
  long double exact = (long double)b * powl(10, d);

  return (exact > (long double)u) - (exact < (long double)u);
}

static void ends_hold_the_exact_decimals(void **state)
{
  volatile long double one = 1;
  uint64_t r = 1;

  (void)state;
  if (one + LDBL_EPSILON == one)
    skip(); /* valgrind computes long double as double */
  for (int i = 0; i < 200000; i++) {
    struct pst_bounds b;
    char text[64];
    int decimals = i % 4;
    long long units;

    r = r * 6364136223846793005ULL + 1442695040888963407ULL;
    units = (long long)(r >> 33) % 2000000 - 1000000;
    snprintf(text, sizeof text, "%llde-%d", units, decimals);
    pst_printed_interval(strtod(text, NULL), decimals, &b);
    assert_true(side(b.low, 10 * units - 5, decimals + 1) <= 0);
    assert_true(side(b.high, 10 * units + 5, decimals + 1) >= 0);
    assert_true(side(nextafter(b.low, INFINITY), 10 * units - 5, decimals + 1) > 0);
    assert_true(side(nextafter(b.high, -INFINITY), 10 * units + 5, decimals + 1) < 0);
  }
}

static void decimal_sums_round_once(void **state)
{
  (void)state;
  assert_close(pst_decimal_sum(0.1, 0.2, 1), 0.3, 0, 0);
  assert_close(pst_decimal_sum(581.2, -0.1, 1), 581.1, 0, 0);
  assert_close(pst_decimal_sum(1e300, 1, 0), 1e300, 0, 0);
  assert_close(pst_decimal_sum(0.5, 0.25, 30), 0.75, 0, 0);
}

static void quotients_round_as_told(void **state)
{
  (void)state;
  for (int n = -50; n <= 50; n++) {
    for (int d = 1; d <= 50; d++) {
      double down = pst_decimal_quotient(n, d, PST_DOWN), up = pst_decimal_quotient(n, d, PST_UP);

      assert_true(fma(down, d, -n) <= 0 && fma(up, d, -n) >= 0);
      assert_true(fma(down, d, -n) == 0 ? down == up : up == nextafter(down, INFINITY));
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(figures_widen_by_half_a_unit), cmocka_unit_test(neighbours_meet),
      cmocka_unit_test(ends_hold_the_exact_decimals), cmocka_unit_test(decimal_sums_round_once),
      cmocka_unit_test(quotients_round_as_told),
  };

  return cmocka_run_group_tests_name("printed", tests, NULL, NULL);
}
