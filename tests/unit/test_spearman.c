/* Spearman's rho: the classical formula without ties, Pearson of mid-ranks with them. */
#include "check.h"
#include "kernel.h"
#include "random.h"

#include <math.h>

#include "stats/spearman.h"

/* R 4.2.2, ?cor.test: S = 48 for n = 9, so rho = 1 - 6 * 48 / 720. */
static void hollander_wolfe(void **state)
{
  static const double x[] = {44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1};
  static const double y[] = {2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8};
  struct run run;

  (void)state;
  run_kernel(&run, pst_spearman, x, y, 9, NULL);
  assert_close(run_row(&run, "rho")->estimate, 0.6, 1e-15, 0);
  assert_close(run_row(&run, "rho")->statistic, 0.6 * sqrt(7 / (1 - 0.36)), 1e-14, 0);
  assert_true(run_row(&run, "rho")->conf_low < 0.6 && run_row(&run, "rho")->conf_high > 0.6);
  run_end(&run);
}

static void formula_without_ties(void **state)
{
  uint64_t seed = 60;
  double x[12];
  double y[12];

  (void)state;
  for (int round = 0; round < 500; round++) {
    double d2 = 0;
    struct run run;

    for (size_t i = 0; i < 12; i++) {
      size_t j = random_below(&seed, i + 1);

      x[i] = (double)i + 1;
      y[i] = y[j];
      y[j] = (double)i + 1;
    }
    for (size_t i = 0; i < 12; i++)
      d2 += (x[i] - y[i]) * (x[i] - y[i]);
    run_kernel(&run, pst_spearman, x, y, 12, NULL);
    assert_close(run_row(&run, "rho")->estimate, 1 - 6 * d2 / (12.0 * 143), 1e-14, 1e-15);
    run_end(&run);
  }
}

/* Mid-ranks 1.5 1.5 3 4.5 4.5 against 1..5: sxy = 9, sxx = 9, syy = 10. */
static void ties(void **state)
{
  static const double x[] = {10, 10, 20, 30, 30};
  static const double y[] = {1, 2, 3, 4, 5};
  struct run run;

  (void)state;
  run_kernel(&run, pst_spearman, x, y, 5, NULL);
  assert_close(run_row(&run, "rho")->estimate, 9 / sqrt(90), 1e-15, 0);
  run_end(&run);
}

static void monotone_is_one(void **state)
{
  double x[9];
  double y[9];
  struct run run;

  (void)state;
  for (int i = 0; i < 9; i++) {
    x[i] = i;
    y[i] = -pow(3, i);
  }
  run_kernel(&run, pst_spearman, x, y, 9, NULL);
  assert_close(run_row(&run, "rho")->estimate, -1, 0, 0);
  assert_true(isinf(run_row(&run, "rho")->statistic));
  assert_string_equal(run_row(&run, "rho")->note, "upper bound");
  run_end(&run);
}

static void few_and_none(void **state)
{
  static const double x[] = {1, 2, 3};
  static const double constant[] = {7, 7, 7};
  struct run run;

  (void)state;
  run_kernel(&run, pst_spearman, x, x, 2, NULL);
  assert_close(run_row(&run, "rho")->estimate, 1, 0, 0);
  assert_nan(run_row(&run, "rho")->p_value);
  run_end(&run);
  assert_undefined(pst_spearman, x, x, 1, "fewer than 2 complete rows");
  assert_undefined(pst_spearman, x, constant, 3, "y is constant");
  assert_no_p(pst_spearman, "spearman");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(hollander_wolfe),
      cmocka_unit_test(formula_without_ties),
      cmocka_unit_test(ties),
      cmocka_unit_test(monotone_is_one),
      cmocka_unit_test(few_and_none),
  };

  return cmocka_run_group_tests_name("spearman", tests, NULL, NULL);
}
