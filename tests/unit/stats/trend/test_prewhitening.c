/* Pre-whitening: the Nile, what is left of short series by hand, ties by rounding, and the refusals. */
#include "check.h"
#include "data.h"
#include "kernel.h"

#include <math.h>

#include "stats/trend/prewhitening.h"

static void nile(void **state)
{
  double year[100];
  struct run run;

  (void)state;
  for (int i = 0; i < 100; i++)
    year[i] = 1871 + i;
  /* R 4.2.2, modifiedmk::pwmk and tfpwmk. */
  run_kernel(&run, pst_prewhitening, year, NILE, 100, NULL);
  assert_close(run_row(&run, "S")->estimate, -845, 0, 0);
  assert_close(run_row(&run, "tau-b")->p_value, .01072522, 1e-6, 0);
  assert_int_equal(run_row(&run, "tau-b")->n, 99);
  run_end(&run);
  run_kernel(&run, pst_trend_free_prewhitening, year, NILE, 100, NULL);
  assert_close(run_row(&run, "S")->estimate, -1515, 0, 0);
  assert_close(run_row(&run, "z")->estimate, -4.577027, 1e-6, 0);
  assert_close(run_row(&run, "tau-b")->p_value, 4.71631e-6, 1e-6, 0);
  run_end(&run);
}

/* y = 1, 2, 4, 7: mean 3.5, r1 = (3.75 - .75 + 1.75) / 21; what is left, and its slope per year of times two
   years apart. */
static void by_hand(void **state)
{
  static const double x[] = {2000, 2002, 2004, 2006};
  static const double y[] = {1, 2, 4, 7};
  const double r1 = (2.5 * 1.5 - 1.5 * .5 + .5 * 3.5) / 21;
  const double z[] = {2 - r1 * 1, 4 - r1 * 2, 7 - r1 * 4};
  struct run run;

  (void)state;
  run_kernel(&run, pst_prewhitening, x, y, 4, NULL);
  assert_close(run_row(&run, "r1")->estimate, r1, 1e-15, 0);
  assert_close(run_row(&run, "S")->estimate, 3, 0, 0);
  assert_close(run_row(&run, "slope")->estimate, (z[2] - z[0]) / 2 / 2, 1e-14, 0);
  run_end(&run);
}

/* Tenths on a line with one value off it: what is left ties as the decimals do, not as the doubles. */
static void rounding_breaks_no_ties(void **state)
{
  double x[12], y[12];
  struct run run;

  (void)state;
  for (int i = 0; i < 12; i++) {
    x[i] = i + 1;
    y[i] = .1 * i;
  }
  run_kernel(&run, pst_trend_free_prewhitening, x, y, 12, NULL);
  assert_nan(run_row(&run, "r1")->estimate);
  assert_close(run_row(&run, "S")->estimate, 55, 0, 0);
  assert_close(run_row(&run, "slope")->estimate, .1, 1e-14, 0);
  run_end(&run);
}

static void refusals(void **state)
{
  static const double gap[] = {1, 2, 4, 5, 6};
  static const double y[] = {1, 3, 2, 5, 4};
  static const double constant[] = {7, 7, 7, 7, 7};
  struct run run;

  (void)state;
  run_kernel(&run, pst_prewhitening, gap, y, 5, NULL);
  assert_nan(run_row(&run, "tau-b")->p_value);
  assert_nan(run_row(&run, "slope")->estimate);
  assert_string_equal(run_row(&run, "tau-b")->note,
                      "the times have a gap after 2: this method needs an unbroken series");
  run_end(&run);
  assert_undefined(pst_prewhitening, gap, constant, 5, "y is constant");
  assert_undefined(pst_trend_free_prewhitening, gap, y, 1, "fewer than 2 complete rows");
  assert_no_p(pst_prewhitening, "pre-whitening");
  assert_no_p(pst_trend_free_prewhitening, "trend-free-pre-whitening");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nile),
      cmocka_unit_test(by_hand),
      cmocka_unit_test(rounding_breaks_no_ties),
      cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests_name("prewhitening", tests, NULL, NULL);
}
