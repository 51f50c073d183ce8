/* Two Theil-Sen slopes: their difference, the interval of the bootstrap, and the refusals. */
#include "check.h"
#include "kernel.h"
#include "random.h"

#include <math.h>

#include "stats/resample/slope_difference.h"

enum { N = 30 };

static void run_two(struct run *run, const double *x, const double *a, const double *b, size_t n,
                    const struct pst_test *test)
{
  const struct pst_two_lines lines = {.first = {.n = n, .x = x, .y = a},
                                      .second = {.n = n, .x = x, .y = b}};

  *run = (struct run){.rows = {.arena = NULL}};
  run->rows.arena = &run->arena;
  run->status = pst_slopes_theil_sen(&lines, test, &run->rows, &run->scratch, &run->error);
}

/* Slopes 2 and 0.5 with noise: the interval has 1.5, and not 0; the seed and the threads decide nothing else. */
static void difference_and_interval(void **state)
{
  const struct pst_test test = {.permutations = 1999, .threads = 1};
  const struct pst_test threads = {.permutations = 1999, .threads = 3};
  double x[N], a[N], b[N];
  uint64_t random = 3;
  struct run run, again;

  (void)state;
  for (int i = 0; i < N; i++) {
    x[i] = 2000 + i;
    a[i] = 2. * i + 6 * random_uniform(&random);
    b[i] = .5 * i + 6 * random_uniform(&random);
  }
  run_two(&run, x, a, b, N, &test);
  run_two(&again, x, a, b, N, &threads);
  assert_close(run_row(&run, "slope-difference")->estimate,
               run_row(&run, "slope-1")->estimate - run_row(&run, "slope-2")->estimate, 1e-15, 0);
  assert_close(run_row(&run, "slope-difference")->estimate, 1.5, .1, 0);
  assert_true(run_row(&run, "slope-difference")->conf_low > 1);
  assert_true(run_row(&run, "slope-difference")->conf_high < 2);
  assert_string_equal(run_row(&run, "slope-difference")->note, "interval: bootstrap (1999), BCa");
  assert_nan(run_row(&run, "slope-difference")->p_value);
  assert_close(run_row(&run, "slope-difference")->conf_low,
               run_row(&again, "slope-difference")->conf_low, 0, 0);
  run_end(&run);
  run_end(&again);
}

static void refusals(void **state)
{
  static const double x[] = {1, 1, 1}, y[] = {1, 2, 3};
  const struct pst_test test = {.permutations = 99}, exact = {.p_kind = PST_P_EXACT};
  struct run run;

  (void)state;
  run_two(&run, x, y, y, 3, &test);
  assert_string_equal(run.error.message, "x is constant");
  run_end(&run);
  run_two(&run, x, y, y, 1, &test);
  assert_string_equal(run.error.message, "fewer than 2 complete rows");
  run_end(&run);
  run_two(&run, y, y, y, 3, &exact);
  assert_int_equal(run.status, PST_USAGE);
  run_end(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(difference_and_interval),
      cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests_name("slope_difference", tests, NULL, NULL);
}
