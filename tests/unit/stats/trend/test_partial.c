/* Partial Mann-Kendall: the one control by its formula, two controls by elimination, and the refusals. */
#include "check.h"
#include "kernel.h"
#include "random.h"

#include <gsl/gsl_errno.h>
#include <math.h>

#include "stats/trend/partial.h"

enum { N = 15 };

static int sign(double d)
{
  return (d > 0) - (d < 0);
}

static double S_of(const double *y)
{
  double S = 0;

  for (int j = 1; j < N; j++)
    for (int i = 0; i < j; i++)
      S += sign(y[j] - y[i]);
  return S;
}

/* Dietz and Killeen, with the ranks as sums of signs. */
static double covariance(const double *a, const double *b)
{
  double K = 0, products = 0;

  for (int j = 0; j < N; j++) {
    double ra = N + 1, rb = N + 1;

    for (int i = 0; i < N; i++) {
      ra += sign(a[j] - a[i]);
      rb += sign(b[j] - b[i]);
      if (i < j)
        K += sign(a[j] - a[i]) * sign(b[j] - b[i]);
    }
    products += ra / 2 * (rb / 2);
  }
  return (K + 4 * products - N * (N + 1.0) * (N + 1)) / 3;
}

static void by_the_formulas(void **state)
{
  const double v = N * (N - 1.0) * (2 * N + 5) / 18;
  uint64_t random = 21;

  (void)state;
  for (int round = 0; round < 100; round++) {
    double t[N], y[N], a[N], b[N];
    const double *columns[] = {a, b};
    struct pst_beside beside = {.controls = columns, .n_controls = 1};
    double cy, ca, cb, w1, w2;
    struct run run;

    for (int i = 0; i < N; i++) {
      t[i] = i;
      a[i] = (double)random_below(&random, 8);
      b[i] = (double)random_below(&random, 100);
      y[i] = a[i] + (double)random_below(&random, 8);
    }
    cy = covariance(y, a);
    run_beside(&run, pst_partial_mann_kendall, t, y, N, &beside, NULL);
    assert_close(run_row(&run, "S")->estimate, S_of(y) - cy / v * S_of(a), 1e-12, 1e-10);
    assert_close(run_row(&run, "var_S")->estimate, v - cy * cy / v, 1e-12, 0);
    assert_close(run_row(&run, "correlation[1]")->estimate, cy / v, 1e-12, 1e-14);
    assert_close(run_row(&run, "S_y")->estimate, S_of(y), 0, 0);
    run_end(&run);
    beside.n_controls = 2;
    ca = covariance(a, b);
    cb = covariance(y, b);
    w1 = (cy * v - cb * ca) / (v * v - ca * ca);
    w2 = (cb * v - cy * ca) / (v * v - ca * ca);
    run_beside(&run, pst_partial_mann_kendall, t, y, N, &beside, NULL);
    assert_close(run_row(&run, "S")->estimate, S_of(y) - w1 * S_of(a) - w2 * S_of(b), 1e-11, 1e-9);
    assert_close(run_row(&run, "var_S")->estimate, v - w1 * cy - w2 * cb, 1e-11, 0);
    run_end(&run);
  }
}

static double upper(double z)
{
  return erfc(z / sqrt(2)) / 2;
}

static void check_test(const double *y, const double *control, double S, double sd)
{
  const struct pst_beside beside = {.controls = &control, .n_controls = 1};
  const double corrected = copysign(fmax(fabs(S) - 1, 0), S) / sd;
  double t[N];
  struct run run;

  for (int i = 0; i < N; i++)
    t[i] = i;
  run_beside(&run, pst_partial_mann_kendall, t, y, N, &beside, NULL);
  assert_close(run_row(&run, "tau-a")->estimate, S_of(y) / (N * (N - 1) / 2.0), 1e-14, 0);
  assert_close(run_row(&run, "tau-a")->statistic, S / sd, 1e-11, 0);
  assert_close(run_row(&run, "z")->estimate, S / sd, 1e-11, 0);
  assert_close(run_row(&run, "tau-a")->p_value, 2 * upper(fabs(S / sd)), 1e-10, 0);
  assert_string_equal(run_row(&run, "tau-a")->p_method, "normal");
  run_end(&run);
  run_beside(&run, pst_partial_mann_kendall, t, y, N, &beside,
             &(struct pst_test){.continuity = PST_CONTINUITY_YES, .alternative = PST_LESS});
  assert_close(run_row(&run, "z")->estimate, corrected, 1e-11, 0);
  assert_close(run_row(&run, "tau-a")->p_value, upper(-corrected), 1e-10, 0);
  assert_string_equal(run_row(&run, "tau-a")->p_method, "normal-cc");
  run_end(&run);
  run_beside(&run, pst_partial_mann_kendall, t, y, N, &beside,
             &(struct pst_test){.alternative = PST_GREATER});
  assert_close(run_row(&run, "tau-a")->p_value, upper(S / sd), 1e-10, 0);
  run_end(&run);
}

/* The statistic has the sign of S, and is 0 within the correction for continuity. */
static void the_test_of_what_is_left(void **state)
{
  const double v = N * (N - 1.0) * (2 * N + 5) / 18;
  int rises = 0, falls = 0, none = 0;
  uint64_t random = 4;

  (void)state;
  for (int round = 0; round < 400; round++) {
    double y[N], control[N];
    double c, S;

    for (int i = 0; i < N; i++) {
      control[i] = (double)random_below(&random, 1000);
      y[i] = control[i] + (double)random_below(&random, 1000);
    }
    c = covariance(y, control);
    S = S_of(y) - c / v * S_of(control);
    check_test(y, control, S, sqrt(v - c * c / v));
    rises += S > 1;
    falls += S < -1;
    none += fabs(S) < 1;
  }
  assert_true(rises > 100 && falls > 100 && none > 3);
}

static void refusals(void **state)
{
  static const double t[] = {1, 2, 3, 4, 5};
  static const double y[] = {2, 1, 4, 3, 5};
  static const double constant[] = {1, 1, 1, 1, 1};
  const double *same[] = {t, t};
  struct pst_beside beside = {.controls = same, .n_controls = 2};
  struct run run;

  (void)state;
  run_beside(&run, pst_partial_mann_kendall, t, y, 5, &beside, NULL);
  assert_string_equal(run.error.message, "the controls say the same");
  run_end(&run);
  same[0] = y;
  beside.n_controls = 1;
  run_beside(&run, pst_partial_mann_kendall, t, y, 5, &beside, NULL);
  assert_string_equal(run.error.message, "the controls order the times as y does: nothing is left");
  run_end(&run);
  same[0] = constant;
  run_beside(&run, pst_partial_mann_kendall, t, y, 5, &beside, NULL);
  assert_string_equal(run.error.message, "a control is constant");
  run_end(&run);
  assert_undefined(pst_partial_mann_kendall, t, y, 5, "there is no control");
  assert_no_p(pst_partial_mann_kendall, "partial-mann-kendall");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(by_the_formulas),
      cmocka_unit_test(the_test_of_what_is_left),
      cmocka_unit_test(refusals),
  };

  gsl_set_error_handler_off();
  return cmocka_run_group_tests_name("partial", tests, NULL, NULL);
}
