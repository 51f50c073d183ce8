/* Autocorrelations: by hand, by transform against one by one, Ljung-Box, and the note on a p that is not to be
   trusted. */
#include "check.h"
#include "data.h"
#include "kernel.h"
#include "random.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "stats/serial.h"
#include "stats/trend/autocorrelation.h"

static void by_hand(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5};
  static const double y[] = {1e9 + 1, 1e9 + 3, 1e9 + 2, 1e9 + 5, 1e9 + 4};
  struct run run;

  (void)state;
  /* deviations -2 0 -1 2 1, squares 10, lag 1: 0 + 0 - 2 + 2 = 0, lag 2: 2 + 0 - 1 = 1 */
  run_kernel(&run, pst_autocorrelation, x, y, 5, &(struct pst_test){.lags = 2});
  assert_close(run_row(&run, "r1")->estimate, 0, 0, 1e-15);
  assert_close(run_row(&run, "r2")->estimate, .1, 1e-14, 0);
  assert_close(run_row(&run, "Q")->estimate, 5 * 7 * (.01 / 3), 1e-13, 0);
  assert_close(run_row(&run, "r1")->statistic, 5 * 7 * (.01 / 3), 1e-13, 0);
  assert_close(run_row(&run, "r1")->df, 2, 0, 0);
  assert_close(run_row(&run, "r1")->p_value, exp(-5 * 7 * .01 / 6), 1e-12, 0);
  assert_close(run_row(&run, "r1")->std_error, 1 / sqrt(5), 1e-15, 0);
  run_end(&run);
  assert_close(pst_serial_first(y, 5), 0, 0, 1e-15);
}

/* R 4.2.2: acf(Nile), Box.test(Nile, 20, "Ljung-Box"). */
static void nile(void **state)
{
  double year[100];
  struct run run;

  (void)state;
  for (int i = 0; i < 100; i++)
    year[i] = 1871 + i;
  run_kernel(&run, pst_autocorrelation, year, NILE, 100, NULL);
  assert_close(run_row(&run, "r1")->estimate, 0.498408184133, 1e-11, 0);
  assert_close(run_row(&run, "r2")->estimate, 0.384576903905, 1e-11, 0);
  assert_close(run_row(&run, "lags")->estimate, 20, 0, 0);
  assert_close(run_row(&run, "Q")->estimate, 128.66, 1e-4, 0);
  run_end(&run);
}

static void transform_and_sums_agree(void **state)
{
  enum { N = 3000 };
  double *y = malloc(N * sizeof *y), *r = malloc(N * sizeof *r);
  uint64_t random = 5;
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};
  double few[3];

  (void)state;
  for (int i = 0; i < N; i++)
    y[i] = 1e6 + (i > 0 ? .8 * (y[i - 1] - 1e6) : 0) + random_uniform(&random);
  assert_int_equal(pst_autocorrelations(y, N, N - 1, r, &arena, &error), PST_OK);
  assert_int_equal(pst_autocorrelations(y, N, 3, few, &arena, &error), PST_OK);
  assert_close(r[0], few[0], 1e-12, 0);
  assert_close(r[2], few[2], 1e-12, 0);
  assert_close(r[0], pst_serial_first(y, N), 1e-12, 0);
  pst_arena_free(&arena);
  free(y);
  free(r);
}

static void scale_does_not_matter(void **state)
{
  static const double tiny[] = {1e-300, 3e-300, 2e-300, 7e-300, 5e-300};
  static const double huge[] = {1e300, 3e300, 2e300, 7e300, 5e300};
  static const double plain[] = {1, 3, 2, 7, 5};

  (void)state;
  assert_close(pst_serial_first(tiny, 5), pst_serial_first(plain, 5), 1e-14, 0);
  assert_close(pst_serial_first(huge, 5), pst_serial_first(plain, 5), 1e-14, 0);
  assert_nan(pst_serial_first(plain, 1));
}

static const char *noted(double r1, size_t n, struct pst_estimates *rows)
{
  struct pst_estimate *row = pst_estimates_add(rows, "m", "t", n);

  pst_serial_note(rows, row, r1, n, "hamed-rao");
  return row->note;
}

static void the_note(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_estimates rows = {.arena = &arena};

  (void)state;
  assert_null(noted(.19, 100, &rows));
  assert_null(noted((double)NAN, 100, &rows));
  assert_string_equal(noted(.2, 100, &rows),
                      "r1 = 0.20: values depend on those before, p is too small; see hamed-rao");
  assert_string_equal(noted(-.7, 10, &rows),
                      "r1 = -0.70: values alternate, p is too large; see hamed-rao");
  pst_estimates_free(&rows);
  pst_arena_free(&arena);
}

static void undefined_cases(void **state)
{
  static const double x[] = {1, 2, 3, 5};
  static const double y[] = {1, 3, 2, 4};
  static const double constant[] = {2, 2, 2, 2};

  (void)state;
  assert_undefined(pst_autocorrelation, x, y, 2, "fewer than 3 complete rows");
  assert_undefined(pst_autocorrelation, x, constant, 3, "y is constant");
  assert_undefined(pst_autocorrelation, x, y, 4,
                   "the times have a gap after 3: this method needs an unbroken series");
  assert_no_p(pst_autocorrelation, "autocorrelation");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(by_hand),
      cmocka_unit_test(nile),
      cmocka_unit_test(transform_and_sums_agree),
      cmocka_unit_test(scale_does_not_matter),
      cmocka_unit_test(the_note),
      cmocka_unit_test(undefined_cases),
  };

  return cmocka_run_group_tests_name("autocorrelation", tests, NULL, NULL);
}
