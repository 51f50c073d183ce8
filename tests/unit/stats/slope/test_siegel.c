/* Siegel's repeated medians against sorting all slopes, and published values. */
#include "check.h"
#include "data.h"
#include "kernel.h"
#include "random.h"

#include <math.h>
#include <stdlib.h>

#include "stats/slope/siegel.h"

static int ascending(const void *a, const void *b)
{
  double x = *(const double *)a;
  double y = *(const double *)b;

  return (x > y) - (x < y);
}

static double median_by_sorting(double *values, size_t n)
{
  qsort(values, n, sizeof *values, ascending);
  return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

/* By the definition; differences of small whole numbers are exact. */
static void by_definition(const double *x, const double *y, size_t n, double *slope,
                          double *intercept, double *separate)
{
  double slopes[40], lines[40], outer[40], crossings[40];

  for (size_t i = 0; i < n; i++) {
    size_t count = 0;

    for (size_t j = 0; j < n; j++)
      if (x[j] != x[i]) {
        slopes[count] = (y[j] - y[i]) / (x[j] - x[i]);
        lines[count++] = (y[i] * x[j] - y[j] * x[i]) / (x[j] - x[i]);
      }
    outer[i] = median_by_sorting(slopes, count);
    crossings[i] = median_by_sorting(lines, count);
  }
  *slope = median_by_sorting(outer, n);
  *separate = median_by_sorting(crossings, n);
  for (size_t i = 0; i < n; i++)
    outer[i] = fma(-*slope, x[i], y[i]);
  *intercept = median_by_sorting(outer, n);
}

static void agrees_with_the_definition(void **state)
{
  uint64_t seed = 82;
  double x[40], y[40];

  (void)state;
  for (int round = 0; round < 3000; round++) {
    size_t n = 2 + random_below(&seed, 38);
    double slope, intercept, separate;
    bool varies = false;
    struct run run;

    random_fill(&seed, x, n, 1 + random_below(&seed, 40));
    random_fill(&seed, y, n, 1 + random_below(&seed, 40));
    for (size_t i = 1; i < n; i++)
      varies = varies || x[i] != x[0];
    run_kernel(&run, pst_siegel, x, y, n, NULL);
    if (varies) {
      by_definition(x, y, n, &slope, &intercept, &separate);
      assert_close(run_row(&run, "slope")->estimate, slope, 0, 0);
      assert_close(run_row(&run, "intercept")->estimate, intercept, 0, 0);
      assert_close(run_row(&run, "intercept-separate")->estimate, separate, 0, 0);
    } else {
      assert_int_equal(run.status, PST_UNDEFINED);
    }
    run_end(&run);
  }
}

/* An offset of the times moves only the intercepts: by slope times offset. */
static void large_times_cost_no_digits(void **state)
{
  double x[100], late[100];
  struct run near, far;

  (void)state;
  for (int i = 0; i < 100; i++) {
    x[i] = i;
    late[i] = 0x1p30 + i;
  }
  run_kernel(&near, pst_siegel, x, NILE, 100, NULL);
  run_kernel(&far, pst_siegel, late, NILE, 100, NULL);
  assert_close(run_row(&far, "slope")->estimate, run_row(&near, "slope")->estimate, 0, 0);
  assert_close(run_row(&far, "intercept-separate")->estimate,
               run_row(&far, "slope")->estimate * -0x1p30, 1e-6, 0);
  run_end(&near);
  run_end(&far);
}

/* Forty-five of a hundred points may be anything; more than Theil-Sen's 29 %. */
static void withstands_wrong_points(void **state)
{
  double x[100], y[100];
  struct run run;

  (void)state;
  for (int i = 0; i < 100; i++) {
    x[i] = i;
    y[i] = i % 20 < 9 ? 1e6 * (i % 7) : 3 * i + 2;
  }
  run_kernel(&run, pst_siegel, x, y, 100, NULL);
  assert_close(run_row(&run, "slope")->estimate, 3, 0, 0);
  assert_close(run_row(&run, "intercept")->estimate, 2, 0, 0);
  assert_close(run_row(&run, "intercept-separate")->estimate, 2, 0, 0);
  run_end(&run);
}

static void threads_change_nothing(void **state)
{
  const struct pst_test test = {.threads = 7};
  double index[100];
  struct run one, seven;

  (void)state;
  for (int i = 0; i < 100; i++)
    index[i] = 0.1 * i;
  run_kernel(&one, pst_siegel, index, NILE, 100, NULL);
  run_kernel(&seven, pst_siegel, index, NILE, 100, &test);
  for (size_t i = 0; i < 3; i++)
    assert_close(seven.rows.items[i].estimate, one.rows.items[i].estimate, 0, 0);
  assert_string_equal(one.rows.items[0].term, "slope");
  assert_true(one.rows.count == 3);
  run_end(&one);
  run_end(&seven);
}

static void undefined_cases(void **state)
{
  static const double x[] = {1, 2, 3}, same[] = {5, 5, 5}, tiny[] = {0, 1e-300, 2e-300};
  static const double huge[] = {0, 1e300, 1.7e308};
  struct run run;

  (void)state;
  assert_undefined(pst_siegel, x, x, 0, "fewer than 2 complete rows");
  assert_undefined(pst_siegel, x, x, 1, "fewer than 2 complete rows");
  assert_undefined(pst_siegel, same, x, 3, "all times are equal");
  assert_undefined(pst_siegel, tiny, huge, 3, "beyond the range of doubles");
  assert_no_p(pst_siegel, "siegel");
  run_kernel(&run, pst_siegel, x, same, 3, NULL);
  assert_close(run_row(&run, "slope")->estimate, 0, 0, 0);
  assert_close(run_row(&run, "intercept")->estimate, 5, 0, 0);
  run_end(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(agrees_with_the_definition),
      cmocka_unit_test(large_times_cost_no_digits),
      cmocka_unit_test(withstands_wrong_points),
      cmocka_unit_test(threads_change_nothing),
      cmocka_unit_test(undefined_cases),
  };

  return cmocka_run_group_tests_name("siegel", tests, NULL, NULL);
}
