/* Least squares on columns: against the line of one column, an exact plane, dependent columns. */
#include "check.h"
#include "data.h"
#include "kernel.h"

#include <math.h>

#include "stats/slope/least_squares.h"
#include "stats/slope/ols.h"

static void one_column_is_ols(void **state)
{
  const double *const columns[] = {NORRIS_X};
  const struct pst_design design = {.n = 36, .k = 1, .x = columns, .y = NORRIS_Y};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_fit fit;
  struct run run;

  (void)state;
  assert_int_equal(pst_least_squares(&design, &fit, &arena, NULL), PST_OK);
  run_kernel(&run, pst_ols, NORRIS_X, NORRIS_Y, 36, NULL);
  assert_close(fit.coefficients[0], -0.262323073774029, 1e-12, 0);
  assert_close(fit.coefficients[1], 1.00211681802045, 1e-14, 0);
  assert_close(pst_durbin_watson(fit.residuals, 36), run_row(&run, "durbin-watson")->estimate,
               1e-12, 0);
  run_end(&run);
  pst_arena_free(&arena);
}

static void exact_plane(void **state)
{
  static const double a[] = {1, 2, 3, 4, 5, 6};
  static const double b[] = {1e6, 4e6, 2e6, 8e6, 5e6, 7e6};
  const double *const columns[] = {a, b};
  double y[6];
  const struct pst_design design = {.n = 6, .k = 2, .x = columns, .y = y};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_fit fit;

  (void)state;
  for (int i = 0; i < 6; i++)
    y[i] = 7 - 2 * a[i] + 3e-6 * b[i];
  assert_int_equal(pst_least_squares(&design, &fit, &arena, NULL), PST_OK);
  assert_close(fit.coefficients[0], 7, 1e-14, 0);
  assert_close(fit.coefficients[1], -2, 1e-14, 0);
  assert_close(fit.coefficients[2], 3e-6, 1e-14, 0);
  for (int i = 0; i < 6; i++)
    assert_close(fit.residuals[i], 0, 0, 1e-14);
  pst_arena_free(&arena);
}

static void refusals(void **state)
{
  static const double a[] = {1, 2, 3, 4};
  static const double twice[] = {2, 4, 6, 8};
  static const double same[] = {5, 5, 5, 5};
  const double *const dependent[] = {a, twice};
  const double *const constant[] = {a, same};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};
  struct pst_fit fit;

  (void)state;
  assert_int_equal(
      pst_least_squares(&(struct pst_design){4, 2, dependent, a}, &fit, &arena, &error),
      PST_UNDEFINED);
  assert_string_equal(error.message, "column 2 is a combination of the others");
  assert_int_equal(pst_least_squares(&(struct pst_design){4, 2, constant, a}, &fit, &arena, NULL),
                   PST_UNDEFINED);
  pst_error_clear(&error);
  assert_int_equal(
      pst_least_squares(&(struct pst_design){2, 2, dependent, a}, &fit, &arena, &error),
      PST_UNDEFINED);
  assert_string_equal(error.message, "fewer than 3 complete rows");
  pst_arena_free(&arena);
}

static void durbin_watson(void **state)
{
  static const double e[] = {1, -1, 1, -1};
  static const double none[] = {0, 0, 0};

  (void)state;
  assert_close(pst_durbin_watson(e, 4), 3, 0, 0);
  assert_nan(pst_durbin_watson(none, 3));
  assert_nan(pst_durbin_watson(e, 1));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_column_is_ols),
      cmocka_unit_test(exact_plane),
      cmocka_unit_test(refusals),
      cmocka_unit_test(durbin_watson),
  };

  return cmocka_run_group_tests_name("least_squares", tests, NULL, NULL);
}
