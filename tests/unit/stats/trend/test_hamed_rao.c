/* Hamed-Rao and Yue-Wang: published series, their formulas written out, gaps, and variances that are refused. */
#include "check.h"
#include "data.h"
#include "kernel.h"
#include "random.h"

#include <math.h>

#include "stats/trend/hamed_rao.h"

static void years(double *x, int n)
{
  for (int i = 0; i < n; i++)
    x[i] = 1871 + i;
}

static void nile(void **state)
{
  double year[100];
  struct run run;

  (void)state;
  years(year, 100);
  /* R 4.2.2, modifiedmk::mmkh. */
  run_kernel(&run, pst_hamed_rao, year, NILE, 100, NULL);
  assert_close(run_row(&run, "S")->estimate, -1387, 0, 0);
  assert_close(run_row(&run, "var_S")->estimate, 241565.357, 1e-8, 0);
  assert_close(run_row(&run, "tau-b")->p_value, .00480268, 1e-5, 0);
  assert_string_equal(run_row(&run, "tau-b")->p_method, "normal-cc");
  assert_close(run_row(&run, "factor")->estimate, 241565.357 / 112728.3333, 1e-8, 0);
  run_end(&run);
  run_kernel(&run, pst_hamed_rao, year, NILE, 100, &(struct pst_test){.lags = 3});
  assert_close(run_row(&run, "tau-b")->p_value, .00906817, 1e-5, 0);
  run_end(&run);
}

/* Each pair, each lag, written out.  The two points of the median slope tie when it is taken off. */
static double slow_slope(const double *y, int n)
{
  double slopes[1000] = {0};
  int count = 0;

  assert_true(n >= 2 && n <= 45);
  for (int j = 1; j < n; j++)
    for (int i = 0; i < j; i++) {
      double slope = (y[j] - y[i]) / (j - i);
      int at = count++;

      for (; at > 0 && slopes[at - 1] > slope; at--)
        slopes[at] = slopes[at - 1];
      slopes[at] = slope;
    }
  return (slopes[(count - 1) / 2] + slopes[count / 2]) / 2;
}

static double slow_lag(const double *z, int n, int k)
{
  double mean = 0, top = 0, bottom = 0;

  for (int i = 0; i < n; i++)
    mean += z[i] / n;
  for (int i = 0; i < n; i++)
    bottom += (z[i] - mean) * (z[i] - mean);
  for (int i = k; i < n; i++)
    top += (z[i] - mean) * (z[i - k] - mean);
  return top / bottom;
}

static double slow_factor(const double *y, int n, double *r1)
{
  const double slope = slow_slope(y, n);
  double rest[40], rank[40], sum = 0;

  for (int i = 0; i < n; i++)
    rest[i] = y[i] - slope * i;
  for (int i = 0; i < n; i++) {
    rank[i] = .5;
    for (int j = 0; j < n; j++)
      rank[i] += fabs(rest[j] - rest[i]) < 1e-13 ? .5 : rest[j] < rest[i];
  }
  *r1 = slow_lag(rest, n, 1);
  for (int k = 1; k < n; k++) {
    double r = slow_lag(rank, n, k);

    if (fabs(r) > 1.959963984540054 / sqrt(n))
      sum += (double)(n - k) * (n - k - 1) * (n - k - 2) * r;
  }
  return 1 + 2.0 / ((double)n * (n - 1) * (n - 2)) * sum;
}

static void against_the_formulas(void **state)
{
  double x[40], y[40], r1;
  uint64_t random = 11;

  (void)state;
  for (int round = 0; round < 200; round++) {
    const int n = 10 + round % 31;
    const double var_S = n * (n - 1.0) * (2 * n + 5) / 18;
    struct run run;
    double factor, ar1 = 1;

    years(x, n);
    for (int i = 0; i < n; i++)
      y[i] = (i > 0 ? .6 * y[i - 1] : 0) + random_uniform(&random) + .02 * i;
    factor = slow_factor(y, n, &r1);
    run_kernel(&run, pst_hamed_rao, x, y, (size_t)n, NULL);
    assert_close(run_row(&run, "factor")->estimate, factor, 1e-10, 1e-12);
    assert_close(run_row(&run, "var_S")->estimate, factor * var_S, 1e-10, 1e-9);
    run_end(&run);
    run_kernel(&run, pst_yue_wang, x, y, (size_t)n, NULL);
    assert_close(run_row(&run, "r1")->estimate, r1, 1e-10, 1e-12);
    assert_close(run_row(&run, "factor")->estimate, 1 + 2 * (1 - 1.0 / n) * r1, 1e-10, 1e-12);
    run_end(&run);
    for (int k = 1; k < n; k++)
      ar1 += 2 * (1 - (double)k / n) * pow(r1, k);
    run_kernel(&run, pst_yue_wang_ar1, x, y, (size_t)n, NULL);
    assert_close(run_row(&run, "factor")->estimate, ar1, 1e-10, 1e-12);
    run_end(&run);
  }
}

/* y = 0.1 i has one slope, though the doubles differ: the rest is constant, and nothing is corrected. */
static void a_straight_line(void **state)
{
  double x[20], y[20];
  struct run run;

  (void)state;
  years(x, 20);
  for (int i = 0; i < 20; i++)
    y[i] = .1 * i;
  run_kernel(&run, pst_hamed_rao, x, y, 20, NULL);
  assert_close(run_row(&run, "factor")->estimate, 1, 0, 0);
  assert_nan(run_row(&run, "r1")->estimate);
  assert_string_equal(run_row(&run, "r1")->note, "y is constant");
  run_end(&run);
}

static void refused_variance(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  static const double y[] = {1, 9, 2, 8, 1.5, 9.5, 2.5, 8.5, 1.2, 9.1, 2.1, 8.2};
  struct run run;

  (void)state;
  run_kernel(&run, pst_yue_wang, x, y, 12, NULL);
  assert_true(run_row(&run, "var_S")->estimate < 0);
  assert_nan(run_row(&run, "tau-b")->p_value);
  assert_nan(run_row(&run, "z")->estimate);
  assert_string_equal(run_row(&run, "tau-b")->note,
                      "the corrected variance is not positive: no test");
  run_end(&run);
}

/* A factor of 0.02 would make 1e-12 of four values, of which two orders in 24 are as far out. */
static void no_p_beyond_all_orders(void **state)
{
  double x[] = {2000, 2001, 2002, 2003}, y[] = {5, 7, 6, 9};
  struct run run;

  (void)state;
  run_kernel(&run, pst_yue_wang, x, y, 4, NULL);
  assert_close(run_row(&run, "tau-b")->estimate, 2.0 / 3, 1e-15, 0);
  assert_nan(run_row(&run, "tau-b")->p_value);
  assert_string_equal(run_row(&run, "tau-b")->note,
                      "the corrected variance is too small: p would be less than any order of so "
                      "few values can have");
  assert_nan(run_row(&run, "z")->estimate);
  assert_in_range(run_row(&run, "factor")->estimate * 1000, 1, 100);
  run_end(&run);
}

static void broken_series(void **state)
{
  static const double gap[] = {2000, 2001, 2002, 2004, 2005, 2006};
  static const double twice[] = {2000, 2001, 2001, 2002, 2003, 2004};
  static const double months[] = {2000,           2000 + 1 / 12., 2000 + 2 / 12.,
                                  2000 + 3 / 12., 2000 + 4 / 12., 2000 + 5 / 12.};
  static const double y[] = {3, 1, 4, 1, 5, 9};
  struct run run;

  (void)state;
  run_kernel(&run, pst_hamed_rao, gap, y, 6, NULL);
  assert_close(run_row(&run, "S")->estimate, 8, 0, 0);
  assert_nan(run_row(&run, "tau-b")->p_value);
  assert_nan(run_row(&run, "var_S")->estimate);
  assert_string_equal(run_row(&run, "tau-b")->note,
                      "the times have a gap after 2002: this method needs an unbroken series");
  run_end(&run);
  run_kernel(&run, pst_yue_wang, twice, y, 6, NULL);
  assert_string_equal(run_row(&run, "tau-b")->note,
                      "a time occurs twice: this method needs an unbroken series");
  run_end(&run);
  run_kernel(&run, pst_yue_wang, gap, y, 3, NULL);
  assert_string_equal(run_row(&run, "tau-b")->note,
                      "fewer than 4 values: too short to estimate autocorrelation");
  run_end(&run);
  run_kernel(&run, pst_hamed_rao, months, y, 6, NULL);
  assert_string_equal(run_row(&run, "tau-b")->note,
                      "a short series: its autocorrelation is hardly known");
  assert_close(run_row(&run, "tau-b")->p_value, .3, 1, 0);
  run_end(&run);
}

static void undefined_cases(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5};
  static const double constant[] = {7, 7, 7, 7, 7};

  (void)state;
  assert_undefined(pst_hamed_rao, x, x, 1, "fewer than 2 complete rows");
  assert_undefined(pst_hamed_rao, x, constant, 5, "y is constant");
  assert_undefined(pst_hamed_rao, constant, x, 5, "all times are equal");
  assert_no_p(pst_hamed_rao, "hamed-rao");
  assert_no_p(pst_yue_wang, "yue-wang");
  assert_no_p(pst_yue_wang_ar1, "yue-wang-ar1");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nile),
      cmocka_unit_test(against_the_formulas),
      cmocka_unit_test(a_straight_line),
      cmocka_unit_test(refused_variance),
      cmocka_unit_test(no_p_beyond_all_orders),
      cmocka_unit_test(broken_series),
      cmocka_unit_test(undefined_cases),
  };

  return cmocka_run_group_tests_name("hamed_rao", tests, NULL, NULL);
}
