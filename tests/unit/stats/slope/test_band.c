/* Bands around fitted lines, from values worked by hand. */
#include "check.h"
#include "kernel.h"

#include <math.h>

#include "stats/slope/band.h"
#include "stats/slope/ols.h"
#include "stats/slope/theil_sen.h"

static const double X[] = {1, 2, 3, 4, 5};
static const double Y[] = {2, 4, 5, 4, 5};

/* The slope is 0.6, sigma^2 = 2.4/3, Sxx = 10; t(0.975, 3) solves the closed form of the
   distribution of t with 3 degrees of freedom. */
static void of_the_mean(void **state)
{
  static const double at[] = {3, 5}, fit[] = {4, 5.2};
  const struct pst_sample sample = {.n = 5, .x = X, .y = Y};
  const double t = 3.1824463052837073;
  double low[2], high[2];
  const struct pst_band band = {.n = 2, .x = at, .fit = fit, .low = low, .high = high};
  struct run run;

  (void)state;
  run_kernel(&run, pst_ols, X, Y, 5, NULL);
  assert_int_equal(pst_band_of_mean(&sample, &run.rows, "ols", 0.95, &band, &run.scratch, NULL),
                   PST_OK);
  assert_close(low[0], 4 - t * 0.4, 1e-13, 0);
  assert_close(high[0], 4 + t * 0.4, 1e-13, 0);
  assert_close(low[1], 5.2 - t * sqrt(0.48), 1e-13, 0);
  assert_close(high[1], 5.2 + t * sqrt(0.48), 1e-13, 0);
  run_end(&run);
}

/* About the line through the data, intercept-residual + slope x, at the median time 4. */
static void of_the_slope(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5, 6, 7}, y[] = {1, 9, 2, 7, 8, 3, 20};
  static const double at[] = {2, 4, 6}, fit[] = {0, 0, 0};
  const struct pst_sample sample = {.n = 7, .x = x, .y = y};
  double low[3], high[3], a, b, middle;
  const struct pst_band band = {.n = 3, .x = at, .fit = fit, .low = low, .high = high};
  struct run run;

  (void)state;
  run_kernel(&run, pst_theil_sen, x, y, 7, NULL);
  a = run_row(&run, "slope")->conf_low;
  b = run_row(&run, "slope")->conf_high;
  middle = run_row(&run, "intercept-residual")->estimate + 4 * run_row(&run, "slope")->estimate;
  assert_true(a < b && fabs(middle - 7) > 0.5);
  assert_int_equal(
      pst_band_of_slope(&sample, &run.rows, "theil-sen", 0.95, &band, &run.scratch, NULL), PST_OK);
  assert_close(low[0], middle - 2 * b, 1e-14, 0);
  assert_close(high[0], middle - 2 * a, 1e-14, 0);
  assert_close(low[1], middle, 1e-14, 0);
  assert_close(high[1], middle, 1e-14, 0);
  assert_close(low[2], middle + 2 * a, 1e-14, 0);
  assert_close(high[2], middle + 2 * b, 1e-14, 0);
  run_end(&run);
}

static void none_without_an_interval(void **state)
{
  static const double at[] = {1};
  const struct pst_sample sample = {.n = 3, .x = X, .y = Y};
  double low[1], high[1];
  const struct pst_band band = {.n = 1, .x = at, .fit = at, .low = low, .high = high};
  struct run few, two;

  (void)state;
  run_kernel(&few, pst_theil_sen, X, Y, 3, NULL);
  assert_int_equal(
      pst_band_of_slope(&sample, &few.rows, "theil-sen", 0.95, &band, &few.scratch, NULL),
      PST_UNDEFINED);
  assert_int_equal(pst_band_of_mean(&sample, &few.rows, "ols", 0.95, &band, &few.scratch, NULL),
                   PST_UNDEFINED);
  run_end(&few);
  run_kernel(&two, pst_ols, X, Y, 2, NULL);
  assert_int_equal(pst_band_of_mean(&sample, &two.rows, "ols", 0.95, &band, &two.scratch, NULL),
                   PST_UNDEFINED);
  run_end(&two);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(of_the_mean),
      cmocka_unit_test(of_the_slope),
      cmocka_unit_test(none_without_an_interval),
  };

  return cmocka_run_group_tests_name("band", tests, NULL, NULL);
}
