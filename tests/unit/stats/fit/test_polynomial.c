/* Polynomials, weighted and robust lines: R's values, what outliers do, and the refusals. */
#include "check.h"
#include "data.h"
#include "kernel.h"

#include <math.h>

#include "stats/fit/other_lines.h"
#include "stats/fit/polynomial.h"
#include "stats/slope/ols.h"

/* R 4.2.2: lm(Nile ~ t + I(t^2) + I(t^3)), t = 1..100. */
static void nile_cubic(void **state)
{
  double t[100];
  struct run run;

  (void)state;
  for (int i = 0; i < 100; i++)
    t[i] = i + 1;
  run_kernel(&run, pst_polynomial, t, NILE, 100, &(struct pst_test){.degree = 3});
  assert_string_equal(run.rows.items[0].term, "b3");
  assert_close(run_row(&run, "b0")->estimate, 1.1968186956882e+03, 1e-12, 0);
  assert_close(run_row(&run, "b1")->estimate, -1.1671209284476e+01, 1e-12, 0);
  assert_close(run_row(&run, "b2")->estimate, 1.0956023288627e-01, 1e-12, 0);
  assert_close(run_row(&run, "b3")->estimate, -2.3044672009754e-04, 1e-11, 0);
  assert_close(run_row(&run, "b3")->std_error, 7.4689410576072e-04, 1e-11, 0);
  assert_close(run_row(&run, "b3")->p_value, 7.5833999132641e-01, 1e-11, 0);
  assert_close(run_row(&run, "b1")->p_value, 2.1669297400890e-02, 1e-11, 0);
  assert_close(run_row(&run, "r2")->estimate, 0.32633192664262, 1e-12, 0);
  assert_close(run_row(&run, "adj_r2")->estimate, 0.30527979935020, 1e-12, 0);
  assert_close(run_row(&run, "sigma")->estimate, 141.05091373325538, 1e-12, 0);
  run_end(&run);
}

/* Years as they are: the curve is that of years from the middle. */
static void years_keep_their_digits(void **state)
{
  double year[30], y[30], fit[2], low[2], high[2];
  static const double at[] = {1990, 2019};
  const struct pst_sample sample = {.n = 30, .x = year, .y = y};
  struct pst_curve curve = {.n = 2, .x = at, .fit = fit, .low = low, .high = high};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  for (int i = 0; i < 30; i++) {
    year[i] = 1990 + i;
    y[i] = 5 + i * .25 - i * i * .125 + i * i * i / 64.;
  }
  assert_int_equal(
      pst_polynomial_curve(&sample, &(struct pst_test){.degree = 3}, &curve, &arena, &error),
      PST_OK);
  assert_close(fit[0], 5, 1e-13, 0);
  assert_close(fit[1], y[29], 1e-13, 0);
  pst_arena_free(&arena);
}

/* R 4.2.2: lm(y ~ x, weights = w), one weight 0. */
static void weights(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  static const double y[] = {2, 3, 9, 5, 4, 6, 8, 7, 9, 12};
  static const double w[] = {1, 2, 0, 4, 1, 3, 2, 1, 1, 5};
  static const double bad[] = {1, 2, -1, 4, 1, 3, 2, 1, 1, 5};
  struct pst_beside beside = {.weight = w};
  struct run run;

  (void)state;
  run_beside(&run, pst_weighted_ols, x, y, 10, &beside, NULL);
  assert_close(run_row(&run, "slope")->estimate, 1.09388971684054, 1e-13, 0);
  assert_close(run_row(&run, "slope")->std_error, 0.11329067506857, 1e-12, 0);
  assert_close(run_row(&run, "slope")->p_value, 2.6941917173616e-05, 1e-11, 0);
  assert_close(run_row(&run, "slope")->conf_low, 0.825999839094, 1e-11, 0);
  assert_close(run_row(&run, "intercept")->estimate, 0.26318926974665, 1e-12, 0);
  assert_close(run_row(&run, "sigma")->estimate, 1.4673219999014, 1e-12, 0);
  assert_int_equal(run_row(&run, "slope")->n, 9);
  run_end(&run);
  beside.weight = bad;
  run_beside(&run, pst_weighted_ols, x, y, 10, &beside, NULL);
  assert_string_equal(run.error.message, "a weight is negative");
  run_end(&run);
  assert_undefined(pst_weighted_ols, x, y, 10, "there are no weights");
}

/* One point far off, and farther: bisquare does not see it. */
static void outliers(void **state)
{
  double x[20], y[20], slope = 0;
  struct run run;

  (void)state;
  for (int i = 0; i < 20; i++) {
    x[i] = i;
    y[i] = 2 + 3. * i + ((i * 7) % 5 - 2) * .1;
  }
  for (int far = 1; far <= 1000; far *= 1000) {
    y[10] = 1000. * far;
    run_kernel(&run, pst_bisquare, x, y, 20, NULL);
    assert_close(run_row(&run, "slope")->estimate, 3, 3e-3, 0);
    assert_close(run_row(&run, "far")->estimate, 1, 0, 0);
    if (far > 1)
      assert_close(run_row(&run, "slope")->estimate, slope, 1e-4, 0);
    slope = run_row(&run, "slope")->estimate;
    run_end(&run);
    run_kernel(&run, pst_huber, x, y, 20, NULL);
    assert_close(run_row(&run, "slope")->estimate, 3, 2e-2, 0);
    run_end(&run);
  }
}

static void refusals(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5};
  static const double y[] = {3, 5, 7, 9, 11};
  static const double twice[] = {1, 1, 2, 2, 2};
  struct run run;

  (void)state;
  assert_undefined(pst_polynomial, x, y, 3, "fewer than 4 complete rows");
  assert_undefined(pst_polynomial, twice, y, 5, "too few different x for degree 2");
  run_kernel(&run, pst_huber, x, y, 5, NULL);
  assert_close(run_row(&run, "slope")->estimate, 2, 1e-14, 0);
  assert_string_equal(run_row(&run, "slope")->note, "perfect fit: no test");
  run_end(&run);
  assert_no_p(pst_polynomial, "polynomial");
  assert_no_p(pst_bisquare, "bisquare");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nile_cubic), cmocka_unit_test(years_keep_their_digits),
      cmocka_unit_test(weights),    cmocka_unit_test(outliers),
      cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests_name("polynomial", tests, NULL, NULL);
}
