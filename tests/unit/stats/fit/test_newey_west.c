/* Newey-West: the sandwich written out as matrices, the lag that is chosen, and the refusals. */
#include "check.h"
#include "data.h"
#include "kernel.h"
#include "random.h"

#include <math.h>
#include <stdlib.h>

#include "stats/fit/newey_west.h"

/* (X'X)^-1 S (X'X)^-1 on the columns 1 and x, with weights 1 - l / (L + 1). */
static void sandwich(const double *x, const double *e, int n, int lag, double *v11, double *v22)
{
  double sx = 0, sxx = 0, s[2][2] = {{0, 0}, {0, 0}}, inverse[2][2], det;

  for (int i = 0; i < n; i++) {
    sx += x[i];
    sxx += x[i] * x[i];
  }
  det = n * sxx - sx * sx;
  inverse[0][0] = sxx / det;
  inverse[0][1] = inverse[1][0] = -sx / det;
  inverse[1][1] = n / det;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++) {
      const double weight = 1 - abs(i - j) / (lag + 1.0), product = e[i] * e[j];

      if (weight <= 0)
        continue;
      s[0][0] += weight * product;
      s[0][1] += weight * product * x[j];
      s[1][0] += weight * product * x[i];
      s[1][1] += weight * product * x[i] * x[j];
    }
  *v11 = *v22 = 0;
  for (int a = 0; a < 2; a++)
    for (int b = 0; b < 2; b++) {
      *v11 += inverse[0][a] * s[a][b] * inverse[b][0];
      *v22 += inverse[1][a] * s[a][b] * inverse[b][1];
    }
}

static void against_matrices(void **state)
{
  uint64_t random = 9;

  (void)state;
  for (int lag = 0; lag < 12; lag++) {
    enum { M = 25 };
    double x[M], y[M], e[M], v11, v22, slope, intercept;
    struct pst_test test = {.hac = (size_t)lag + 1};
    struct run run;

    for (int i = 0; i < M; i++) {
      x[i] = i + (i > 12);
      y[i] = 3 + .2 * x[i] + 4 * random_uniform(&random);
    }
    run_kernel(&run, pst_newey_west, x, y, M, &test);
    slope = run_row(&run, "slope")->estimate;
    intercept = run_row(&run, "intercept")->estimate;
    for (int i = 0; i < M; i++)
      e[i] = y[i] - intercept - slope * x[i];
    sandwich(x, e, M, lag, &v11, &v22);
    assert_close(run_row(&run, "slope")->std_error, sqrt(v22), 1e-9, 0);
    assert_close(run_row(&run, "intercept")->std_error, sqrt(v11), 1e-9, 0);
    run_end(&run);
    test.small_sample = true;
    run_kernel(&run, pst_newey_west, x, y, M, &test);
    assert_close(run_row(&run, "slope")->std_error, sqrt(v22 * M / (M - 2)), 1e-9, 0);
    run_end(&run);
  }
}

static void the_lag(void **state)
{
  double year[100];
  struct run run;

  (void)state;
  for (int i = 0; i < 100; i++)
    year[i] = 1871 + i;
  run_kernel(&run, pst_newey_west, year, NILE, 100, NULL);
  assert_close(run_row(&run, "lag")->estimate, 4, 0, 0);
  run_end(&run);
  run_kernel(&run, pst_newey_west, year, NILE, 30, NULL);
  assert_close(run_row(&run, "lag")->estimate, 3, 0, 0);
  run_end(&run);
}

static void refusals(void **state)
{
  static const double x[] = {1, 2, 3, 4};
  static const double y[] = {3, 5, 7, 9};
  static const double constant[] = {1, 1, 1, 1};
  struct run run;

  (void)state;
  run_kernel(&run, pst_newey_west, x, y, 4, NULL);
  assert_close(run_row(&run, "slope")->estimate, 2, 1e-15, 0);
  assert_nan(run_row(&run, "slope")->p_value);
  assert_nan(run_row(&run, "slope")->std_error);
  assert_string_equal(run_row(&run, "slope")->note, "perfect fit: no test");
  run_end(&run);
  run_kernel(&run, pst_newey_west, x, y, 4, &(struct pst_test){.hac = 5});
  assert_string_equal(run.error.message, "a lag of 4 in 4 values");
  run_end(&run);
  assert_undefined(pst_newey_west, x, y, 2, "fewer than 3 complete rows");
  assert_undefined(pst_newey_west, constant, y, 4, "x is constant");
  assert_no_p(pst_newey_west, "newey-west");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(against_matrices),
      cmocka_unit_test(the_lag),
      cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests_name("newey_west", tests, NULL, NULL);
}
