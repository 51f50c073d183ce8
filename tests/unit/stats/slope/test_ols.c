/* Least squares: NIST Norris, perfect fits, growth rates, hard scales. */
#include "check.h"
#include "data.h"
#include "kernel.h"

#include <math.h>

#include "stats/slope/ols.h"

/* NIST StRD certified values, 15 digits. */
static void norris(void **state)
{
  struct run run;

  (void)state;
  run_kernel(&run, pst_ols, NORRIS_X, NORRIS_Y, 36, NULL);
  assert_close(run_row(&run, "intercept")->estimate, -0.262323073774029, 1e-13, 0);
  assert_close(run_row(&run, "intercept")->std_error, 0.232818234301152, 1e-13, 0);
  assert_close(run_row(&run, "slope")->estimate, 1.00211681802045, 1e-14, 0);
  assert_close(run_row(&run, "slope")->std_error, 0.429796848199937e-3, 1e-13, 0);
  assert_close(run_row(&run, "r2")->estimate, .999993745883712, 1e-14, 0);
  assert_close(run_row(&run, "sigma")->estimate, 0.884796396144373, 1e-13, 0);
  assert_close(run_row(&run, "rss")->estimate, 26.6173985294224, 1e-13, 0);
  assert_close(run_row(&run, "F")->estimate, 5436385.54079785, 1e-12, 0);
  assert_string_equal(run.rows.items[0].term, "slope");
  run_end(&run);
}

/* R 4.2.2: lm(y ~ x), confint, and lmtest::dwtest. */
static void small_sample(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5};
  static const double y[] = {9, 7.5, 4, 3, -1.25};
  struct run run;

  (void)state;
  run_kernel(&run, pst_ols, x, y, 5, NULL);
  assert_close(run_row(&run, "slope")->estimate, -2.5, 1e-15, 0);
  assert_close(run_row(&run, "intercept")->estimate, 11.95, 1e-14, 0);
  /* rss by hand: residuals -.45 .55 -.45 1.05 -.7 */
  assert_close(run_row(&run, "rss")->estimate, 2.3, 1e-14, 0);
  assert_close(run_row(&run, "durbin-watson")->estimate, (1 + 1 + 2.25 + 3.0625) / 2.3, 1e-14, 0);
  assert_close(run_row(&run, "F")->estimate, pow(run_row(&run, "slope")->statistic, 2), 1e-14, 0);
  assert_close(run_row(&run, "F")->p_value, run_row(&run, "slope")->p_value, 1e-13, 0);
  assert_close(run_row(&run, "slope")->conf_high + run_row(&run, "slope")->conf_low, -5, 1e-14, 0);
  assert_close(run_row(&run, "adj_r2")->estimate, 1 - (1 - run_row(&run, "r2")->estimate) * 4 / 3,
               1e-14, 0);
  assert_close(run_row(&run, "slope")->df, 3, 0, 0);
  run_end(&run);
}

/* The same data far off and in a small unit: the same slope and t. */
static void offset_and_scale(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5, 6};
  static const double y[] = {2, 1, 4, 3, 7, 5};
  double far_x[6];
  double tiny[6];
  struct run a;
  struct run b;

  (void)state;
  for (int i = 0; i < 6; i++) {
    far_x[i] = 1e9 + x[i];
    tiny[i] = ldexp(y[i], -700);
  }
  run_kernel(&a, pst_ols, x, y, 6, NULL);
  run_kernel(&b, pst_ols, far_x, tiny, 6, NULL);
  assert_close(ldexp(run_row(&b, "slope")->estimate, 700), run_row(&a, "slope")->estimate, 1e-15,
               0);
  assert_close(run_row(&b, "slope")->p_value, run_row(&a, "slope")->p_value, 1e-13, 0);
  assert_close(run_row(&b, "durbin-watson")->estimate, run_row(&a, "durbin-watson")->estimate,
               1e-13, 0);
  assert_nan(run_row(&b, "rss")->estimate);
  assert_string_equal(run_row(&b, "rss")->note, "beyond the range of doubles");
  run_end(&a);
  run_end(&b);
}

static void perfect_fit_has_no_test(void **state)
{
  static const double x[] = {2001, 2002, 2003, 2004};
  static const double y[] = {0.1, 0.2, 0.3, 0.4};
  struct run run;

  (void)state;
  run_kernel(&run, pst_ols, x, y, 4, NULL);
  assert_close(run_row(&run, "slope")->estimate, 0.1, 1e-13, 0);
  assert_nan(run_row(&run, "slope")->p_value);
  assert_nan(run_row(&run, "F")->estimate);
  assert_nan(run_row(&run, "F")->p_value);
  assert_string_equal(run_row(&run, "F")->note, "perfect fit: no test");
  assert_nan(run_row(&run, "durbin-watson")->estimate);
  run_end(&run);
}

/* What a double keeps of a value at a high level is no residual, of y or of x times the slope. */
static void perfect_fit_at_a_high_level(void **state)
{
  enum { N = 21 };
  double years[N], x[N], y[N], steep[N];
  struct run run;

  (void)state;
  for (int i = 0; i < N; i++) {
    years[i] = i;
    y[i] = 1e9 + i / 10.0;
    x[i] = 2000 + (i - 10) / 10.0;
    steep[i] = (i - 10) * 1e5;
  }
  run_kernel(&run, pst_ols, years, y, N, NULL);
  assert_close(run_row(&run, "slope")->estimate, 0.1, 1e-6, 0);
  assert_string_equal(run_row(&run, "F")->note, "perfect fit: no test");
  run_end(&run);
  run_kernel(&run, pst_ols, x, steep, N, NULL);
  assert_string_equal(run_row(&run, "F")->note, "perfect fit: no test");
  run_end(&run);
  y[3] += 1e-4;
  run_kernel(&run, pst_ols, years, y, N, NULL);
  assert_null(run_row(&run, "F")->note);
  assert_true(run_row(&run, "slope")->p_value > 0 && run_row(&run, "slope")->p_value < 1e-20);
  run_end(&run);
}

static void two_points(void **state)
{
  static const double x[] = {1, 2};
  static const double y[] = {3, 5};
  struct run run;

  (void)state;
  run_kernel(&run, pst_ols, x, y, 2, NULL);
  assert_close(run_row(&run, "slope")->estimate, 2, 0, 0);
  assert_close(run_row(&run, "intercept")->estimate, 1, 0, 0);
  assert_close(run_row(&run, "slope")->std_error, 0, 0, 0);
  assert_nan(run_row(&run, "slope")->p_value);
  assert_nan(run_row(&run, "slope")->conf_low);
  assert_close(run_row(&run, "r2")->estimate, 1, 0, 0);
  assert_nan(run_row(&run, "sigma")->estimate);
  run_end(&run);
}

static void constant_values(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5, 6};
  static const double y[] = {4.2, 4.2, 4.2, 4.2, 4.2, 4.2};
  struct run run;

  (void)state;
  run_kernel(&run, pst_ols, x, y, 6, NULL);
  assert_close(run_row(&run, "slope")->estimate, 0, 0, 0);
  assert_close(run_row(&run, "intercept")->estimate, 4.2, 0, 0);
  assert_close(run_row(&run, "rss")->estimate, 0, 0, 0);
  assert_nan(run_row(&run, "r2")->estimate);
  assert_string_equal(run_row(&run, "r2")->note, "y is constant");
  run_end(&run);
}

static void undefined_cases(void **state)
{
  static const double x[] = {1, 2, 3};
  static const double same[] = {5, 5, 5};
  static const double infinite[] = {1, 2, (double)INFINITY};
  static const double negative[] = {1, 2, -3};

  (void)state;
  assert_undefined(pst_ols, x, x, 0, "fewer than 2 complete rows");
  assert_undefined(pst_ols, x, x, 1, "fewer than 2 complete rows");
  assert_undefined(pst_ols, same, x, 3, "x is constant");
  assert_undefined(pst_ols, x, infinite, 3, "a value is not finite");
  assert_undefined(pst_loglinear, x, negative, 3,
                   "a value is zero or negative: it has no logarithm");
  assert_no_p(pst_ols, "ols");
  assert_no_p(pst_loglinear, "loglinear");
}

/* 3 % a year, with noise that the line removes exactly: growth is 3 % to rounding. */
static void growth_rate(void **state)
{
  static const double noise[] = {1.01, 1 / 1.01, 1 / 1.01, 1.01, 1.01, 1 / 1.01, 1 / 1.01, 1.01};
  double year[8];
  double value[8];
  struct run run;

  (void)state;
  for (int i = 0; i < 8; i++) {
    year[i] = 2000 + i;
    value[i] = 50 * pow(1.03, i) * noise[i];
  }
  run_kernel(&run, pst_loglinear, year, value, 8, NULL);
  assert_close(run_row(&run, "growth")->estimate, 0.03, 1e-11, 0);
  assert_close(run_row(&run, "growth")->conf_low, expm1(run_row(&run, "slope")->conf_low), 0, 0);
  assert_close(run_row(&run, "slope")->estimate, log(1.03), 1e-11, 0);
  assert_string_equal(run.rows.items[0].term, "growth");
  run_end(&run);
}

/* All above 0 has a logarithm, 1 and less too. */
static void logarithms_of_small_values(void **state)
{
  static const double x[] = {1, 2, 3};
  static const double halves[] = {1, 0.5, 0.25};
  static const double zero[] = {1, 0.5, 0};
  struct run run;

  (void)state;
  run_kernel(&run, pst_loglinear, x, halves, 3, NULL);
  assert_close(run_row(&run, "growth")->estimate, -0.5, 1e-14, 0);
  run_end(&run);
  run_kernel(&run, pst_loglinear, x, zero, 3, NULL);
  assert_int_equal(run.status, PST_UNDEFINED);
  run_end(&run);
}

/* Ten times as much each day of a year: the slope of logarithms is finite, growth a year is not. */
static void growth_beyond_doubles(void **state)
{
  static const double day[] = {2021, 2021 + 1 / 365.0, 2021 + 2 / 365.0, 2021 + 3 / 365.0};
  static const double value[] = {10, 101, 1000, 10010};
  struct run run;

  (void)state;
  run_kernel(&run, pst_loglinear, day, value, 4, NULL);
  assert_nan(run_row(&run, "growth")->estimate);
  assert_nan(run_row(&run, "growth")->conf_high);
  assert_string_equal(run_row(&run, "growth")->note,
                      "growth per unit of time is beyond the range of doubles; --slope-per step "
                      "takes it per step");
  assert_close(run_row(&run, "slope")->estimate, 365 * log(10), 0.01, 0);
  run_end(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(norris),
      cmocka_unit_test(small_sample),
      cmocka_unit_test(offset_and_scale),
      cmocka_unit_test(perfect_fit_has_no_test),
      cmocka_unit_test(perfect_fit_at_a_high_level),
      cmocka_unit_test(two_points),
      cmocka_unit_test(constant_values),
      cmocka_unit_test(undefined_cases),
      cmocka_unit_test(growth_rate),
      cmocka_unit_test(logarithms_of_small_values),
      cmocka_unit_test(growth_beyond_doubles),
  };

  return cmocka_run_group_tests_name("ols", tests, NULL, NULL);
}
