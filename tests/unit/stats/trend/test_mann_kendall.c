/* Mann-Kendall: published series, ties in time, and the refusals. */
#include "check.h"
#include "data.h"
#include "kernel.h"

#include <math.h>

#include "stats/trend/mann_kendall.h"

static void nile(void **state)
{
  double year[100];
  struct run run;

  (void)state;
  for (int i = 0; i < 100; i++)
    year[i] = 1871 + i;
  /* R 4.2.2, trend::mk.test and Kendall::MannKendall. */
  run_kernel(&run, pst_mann_kendall, year, NILE, 100,
             &(struct pst_test){.p_kind = PST_P_ASYMPTOTIC});
  assert_close(run_row(&run, "S")->estimate, -1387, 0, 0);
  assert_close(run_row(&run, "var_S")->estimate, 112728.3333, 1e-9, 0);
  assert_close(run_row(&run, "tau-b")->estimate, -.2807413, 2e-7, 0);
  assert_close(run_row(&run, "tau-a")->estimate, -.2802020, 2e-7, 0);
  assert_close(run_row(&run, "tau-b")->p_value, 3.658263e-5, 1e-6, 0);
  assert_string_equal(run_row(&run, "tau-b")->p_method, "normal-cc");
  assert_close(run_row(&run, "z")->estimate, run_row(&run, "tau-b")->statistic, 0, 0);
  run_end(&run);
  run_kernel(&run, pst_mann_kendall, year, NILE, 100,
             &(struct pst_test){.continuity = PST_CONTINUITY_NO});
  assert_close(run_row(&run, "tau-b")->p_value, 3.611180e-5, 1e-6, 0);
  assert_string_equal(run_row(&run, "tau-b")->p_method, "normal");
  run_end(&run);
  /* By default exact, near the approximation. */
  run_kernel(&run, pst_mann_kendall, year, NILE, 100, NULL);
  assert_close(run_row(&run, "tau-b")->p_value, 3.658263e-5, 0.3, 0);
  assert_string_equal(run_row(&run, "tau-b")->p_method, "exact");
  assert_nan(run_row(&run, "tau-b")->statistic);
  run_end(&run);
}

/* Two values in some years: the variance has the terms of ties in both variables. */
static void repeated_times(void **state)
{
  static const double t[] = {1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6};
  static const double y[] = {3.1, 2.9, 3.6, 4, 4.4, 4.1, 5.2, 4.9, 6, 5.5, 6.1, 6.5};
  struct run run;

  (void)state;
  run_kernel(&run, pst_mann_kendall, t, y, 12, NULL);
  assert_close(run_row(&run, "var_S")->estimate, 12 * 11 * 29 / 18.0 - 6 * 2 * 9 / 18.0, 1e-14, 0);
  run_end(&run);
}

static void direction_is_one_sided(void **state)
{
  static const double t[] = {1, 2, 3, 4, 5, 6, 7};
  static const double y[] = {1, 2, 3, 4, 5, 16, 7};
  struct run run;

  (void)state;
  run_kernel(&run, pst_mann_kendall, t, y, 7, &(struct pst_test){.alternative = PST_GREATER});
  assert_close(run_row(&run, "S")->estimate, 19, 0, 0);
  assert_true(run_row(&run, "tau-b")->p_value < 0.01);
  run_end(&run);
  run_kernel(&run, pst_mann_kendall, t, y, 7, &(struct pst_test){.alternative = PST_LESS});
  assert_true(run_row(&run, "tau-b")->p_value > 0.99);
  run_end(&run);
}

/* S = 0 has z = 0 and p = 1, with the correction too. */
static void no_trend_at_all(void **state)
{
  static const double t[] = {1, 2, 3, 4};
  static const double y[] = {2, 4, 1, 3};
  struct run run;

  (void)state;
  run_kernel(&run, pst_mann_kendall, t, y, 4, NULL);
  assert_close(run_row(&run, "S")->estimate, 0, 0, 0);
  assert_close(run_row(&run, "z")->estimate, 0, 0, 0);
  assert_close(run_row(&run, "tau-b")->p_value, 1, 0, 0);
  run_end(&run);
}

static void undefined_cases(void **state)
{
  static const double t[] = {1, 2, 3};
  static const double constant[] = {4.2, 4.2, 4.2};

  (void)state;
  assert_undefined(pst_mann_kendall, t, t, 1, "fewer than 2 complete rows");
  assert_undefined(pst_mann_kendall, t, constant, 3, "y is constant");
  assert_undefined(pst_mann_kendall, constant, t, 3, "all times are equal");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nile),
      cmocka_unit_test(repeated_times),
      cmocka_unit_test(direction_is_one_sided),
      cmocka_unit_test(no_trend_at_all),
      cmocka_unit_test(undefined_cases),
  };

  return cmocka_run_group_tests_name("mann_kendall", tests, NULL, NULL);
}
