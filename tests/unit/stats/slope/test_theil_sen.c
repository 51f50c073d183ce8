/* Theil-Sen against sorting all slopes, and published values. */
#include "check.h"
#include "data.h"
#include "kernel.h"
#include "random.h"

#include <math.h>
#include <stdlib.h>

#include "stats/slope/select/slope_exact.h"
#include "stats/slope/theil_sen.h"

static int ascending(const void *a, const void *b)
{
  double x = *(const double *)a;
  double y = *(const double *)b;

  return (x > y) - (x < y);
}

static void nile(void **state)
{
  double index[100];
  struct run run;

  (void)state;
  for (int i = 0; i < 100; i++)
    index[i] = 1 + i;
  /* R 4.2.2, trend::sens.slope; intercept with x = 1..n. */
  run_kernel(&run, pst_theil_sen, index, NILE, 100, NULL);
  assert_close(run_row(&run, "slope")->estimate, -2.6, 1e-15, 0);
  assert_close(run_row(&run, "intercept")->estimate, 1024.8, 1e-15, 0);
  assert_close(run_row(&run, "pairs")->estimate, 4950, 0, 0);
  assert_string_equal(run.rows.items[0].term, "slope");
  /* Gilbert: EnvStats 3.1.0; rounded places: trend 1.1.6. */
  assert_close(run_row(&run, "slope")->conf_low, -3.627926, 2e-7, 0);
  assert_close(run_row(&run, "slope")->conf_high, -1.428444, 4e-7, 0);
  assert_close(run_row(&run, "slope-sen")->conf_low, -3.627907, 2e-7, 0);
  assert_close(run_row(&run, "slope-sen")->conf_high, -1.428571, 4e-7, 0);
  run_end(&run);
}

static void agrees_with_sorting_all_slopes(void **state)
{
  uint64_t seed = 50;
  double x[25];
  double y[25];
  double slopes[300];

  (void)state;
  for (int round = 0; round < 2000; round++) {
    size_t n = 2 + random_below(&seed, 24);
    size_t count = 0;
    struct run run;

    random_fill(&seed, x, n, 2 + random_below(&seed, 30));
    random_fill(&seed, y, n, 1 + random_below(&seed, 30));
    for (size_t i = 0; i < n; i++)
      for (size_t j = i + 1; j < n; j++)
        if (x[i] != x[j])
          slopes[count++] = (y[j] - y[i]) / (x[j] - x[i]);
    run_kernel(&run, pst_theil_sen, x, y, n, NULL);
    if (count == 0) {
      assert_int_equal(run.status, PST_UNDEFINED);
    } else {
      qsort(slopes, count, sizeof *slopes, ascending);
      assert_close(run_row(&run, "slope")->estimate,
                   count % 2 == 1 ? slopes[count / 2]
                                  : (slopes[count / 2 - 1] + slopes[count / 2]) / 2,
                   0, 0);
      assert_close(run_row(&run, "pairs")->estimate, (double)count, 0, 0);
    }
    run_end(&run);
  }
}

/* The order of rows, an offset of x and the sign of y. */
static void properties(void **state)
{
  static const double x[] = {1990, 1991, 1993, 1996, 2000, 2001};
  static const double y[] = {10, 11, 10.5, 12.5, 12.25, 13};
  static const double x_mixed[] = {2001, 1990, 2000, 1991, 1996, 1993};
  static const double y_minus[] = {-13, -10, -12.25, -11, -12.5, -10.5};
  struct run a;
  struct run b;

  (void)state;
  run_kernel(&a, pst_theil_sen, x, y, 6, NULL);
  run_kernel(&b, pst_theil_sen, x_mixed, y_minus, 6, NULL);
  assert_close(run_row(&b, "slope")->estimate, -run_row(&a, "slope")->estimate, 0, 0);
  assert_close(run_row(&b, "intercept")->estimate, -run_row(&a, "intercept")->estimate, 0, 0);
  run_end(&a);
  run_end(&b);
}

/* 0.3 - 0.1 is not 0.2 in doubles; the slope is the quotient of the exact differences. */
static void slopes_are_rounded_once(void **state)
{
  (void)state;
  assert_close(pst_slope_between(0, 0.1, 1, 0.3), 0.3 - 0.1, 0x1p-52, 0);
  assert_close(pst_slope_between(1e9, 1e9 + 0.5, 1e9 + 3, 1e9 + 1.5), 1.0 / 3, 0, 0);
  /* Exact difference 1 - 2^-60: rounds to 1. */
  assert_close(pst_slope_between(0, 0x1p-60, 1, 1), 1, 0, 0);
}

static void undefined_cases(void **state)
{
  static const double x[] = {1, 2, 3};
  static const double same[] = {5, 5, 5};

  (void)state;
  assert_undefined(pst_theil_sen, x, x, 0, "fewer than 2 complete rows");
  assert_undefined(pst_theil_sen, x, x, 1, "fewer than 2 complete rows");
  assert_undefined(pst_theil_sen, same, x, 3, "all times are equal");
  assert_no_p(pst_theil_sen, "theil-sen");
}

static void constant_values_have_slope_zero(void **state)
{
  static const double x[] = {1, 2, 3};
  static const double six[] = {1, 2, 3, 4, 5, 6};
  static const double same[] = {5, 5, 5, 5, 5, 5};
  struct run run;

  (void)state;
  run_kernel(&run, pst_theil_sen, x, same, 3, NULL);
  assert_close(run_row(&run, "slope")->estimate, 0, 0, 0);
  assert_close(run_row(&run, "intercept")->estimate, 5, 0, 0);
  assert_nan(run_row(&run, "slope")->conf_low);
  assert_nan(run_row(&run, "slope-sen")->conf_high);
  assert_string_equal(run_row(&run, "slope")->note, "y is constant");
  run_end(&run);
  run_kernel(&run, pst_theil_sen, six, same, 6, NULL);
  assert_close(run_row(&run, "slope")->conf_low, 0, 0, 0);
  assert_close(run_row(&run, "slope")->conf_high, 0, 0, 0);
  assert_string_equal(run_row(&run, "slope")->note, "y is constant");
  run_end(&run);
  run_kernel(&run, pst_theil_sen, six, same, 5, NULL);
  assert_nan(run_row(&run, "slope")->conf_low);
  run_end(&run);
  run_kernel(&run, pst_theil_sen, x, same, 2, NULL);
  assert_nan(run_row(&run, "slope-sen")->conf_low);
  assert_nan(run_row(&run, "slope-sen")->conf_high);
  assert_string_equal(run_row(&run, "slope-sen")->note, "y is constant");
  run_end(&run);
}

/* Three points: the places of a 95 % interval lie outside the three slopes. */
static void no_interval_for_few_points(void **state)
{
  static const double x[] = {1, 2, 3};
  static const double y[] = {1, 5, 2};
  struct run run;

  (void)state;
  run_kernel(&run, pst_theil_sen, x, y, 3, NULL);
  assert_close(run_row(&run, "slope")->estimate, 0.5, 0, 0);
  assert_nan(run_row(&run, "slope")->conf_low);
  assert_nan(run_row(&run, "slope")->conf_high);
  assert_string_equal(run_row(&run, "slope")->note, "too few pairs for an interval at this level");
  run_end(&run);
}

/* y = 3 x plus noise that is symmetric about it; no pairs are stored. */
static void many_rows(void **state)
{
  size_t n = 20000;
  double *x = calloc(n, sizeof *x);
  double *y = calloc(n, sizeof *y);
  uint64_t seed = 51;
  struct run run;

  (void)state;
  assert_true(x != NULL && y != NULL);
  for (size_t i = 0; i < n; i++) {
    x[i] = (double)i;
    y[i] = 3 * x[i] + (double)random_below(&seed, 201) - 100;
  }
  run_kernel(&run, pst_theil_sen, x, y, n, NULL);
  assert_close(run_row(&run, "slope")->estimate, 3, 1e-4, 0);
  assert_true(run_row(&run, "slope")->conf_low < 3 && run_row(&run, "slope")->conf_high > 3);
  assert_close(run_row(&run, "pairs")->estimate, 199990000, 0, 0);
  run_end(&run);
  free(x);
  free(y);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nile),
      cmocka_unit_test(agrees_with_sorting_all_slopes),
      cmocka_unit_test(properties),
      cmocka_unit_test(slopes_are_rounded_once),
      cmocka_unit_test(undefined_cases),
      cmocka_unit_test(constant_values_have_slope_zero),
      cmocka_unit_test(no_interval_for_few_points),
      cmocka_unit_test(many_rows),
  };

  return cmocka_run_group_tests_name("theil_sen", tests, NULL, NULL);
}
