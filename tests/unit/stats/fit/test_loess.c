/* Loess: R's values, lines that it must follow exactly, and the refusals. */
#include "check.h"
#include "data.h"
#include "kernel.h"

#include <math.h>

#include "stats/fit/loess.h"

/* R 4.2.2, loess(y ~ t, Nile, span = .4, degree = 1) with surface = "direct", statistics = "exact". */
static void nile(void **state)
{
  const struct pst_test test = {.span = .4, .degree = 1};
  double year[100], fit[3], low[3], high[3];
  static const double at[] = {1871, 1900.5, 1970};
  const struct pst_sample sample = {.n = 100, .x = year, .y = NILE};
  struct pst_curve curve = {.n = 3, .x = at, .fit = fit, .low = low, .high = high};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};
  struct run run;

  (void)state;
  for (int i = 0; i < 100; i++)
    year[i] = 1871 + i;
  run_kernel(&run, pst_loess, year, NILE, 100, &test);
  assert_close(run_row(&run, "sigma")->estimate, 138.06557686780, 1e-9, 0);
  assert_close(run_row(&run, "parameters")->estimate, 5.09603758042, 1e-9, 0);
  assert_close(run_row(&run, "df")->estimate, 94.44379604126, 1e-9, 0);
  run_end(&run);
  assert_int_equal(pst_loess_curve(&sample, &test, &curve, &arena, &error), PST_OK);
  assert_close(fit[0], 1120.337016646, 1e-9, 0);
  assert_close(fit[1], 955.435615154, 1e-9, 0);
  assert_close(fit[2], 869.438231531, 1e-9, 0);
  /* qt(.975, 94.44379604126), and the standard error. */
  assert_close(high[1] - fit[1], 1.985401814 * 26.3170688212, 1e-8, 0);
  pst_arena_free(&arena);
}

/* A parabola is followed exactly by local parabolas. */
static void a_parabola(void **state)
{
  double x[20], y[20], fit[2], low[2], high[2];
  static const double at[] = {3.5, 19};
  const struct pst_sample sample = {.n = 20, .x = x, .y = y};
  struct pst_curve curve = {.n = 2, .x = at, .fit = fit, .low = low, .high = high};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  for (int i = 0; i < 20; i++) {
    x[i] = i;
    y[i] = 3 - 2. * i + .5 * i * i;
  }
  assert_int_equal(pst_loess_curve(&sample, &(struct pst_test){.span = .5}, &curve, &arena, &error),
                   PST_OK);
  assert_close(fit[0], 3 - 2 * 3.5 + .5 * 3.5 * 3.5, 1e-9, 0);
  assert_close(fit[1], 3 - 2. * 19 + .5 * 19 * 19, 1e-9, 0);
  pst_arena_free(&arena);
}

static void refusals(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5};
  static const double y[] = {1, 3, 2, 5, 4};
  static const double constant[] = {1, 1, 1, 1, 1};
  struct run run;

  (void)state;
  assert_undefined(pst_loess, x, y, 5, "with span 0.75 only 3 points are near: too few");
  assert_undefined(pst_loess, x, y, 3, "fewer than 4 complete rows");
  assert_undefined(pst_loess, constant, y, 5, "x is constant");
  run_kernel(&run, pst_loess, x, y, 5, &(struct pst_test){.degree = 3});
  assert_int_equal(run.status, PST_USAGE);
  run_end(&run);
  assert_no_p(pst_loess, "loess");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nile),
      cmocka_unit_test(a_parabola),
      cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests_name("loess", tests, NULL, NULL);
}
