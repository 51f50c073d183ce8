/* Volatility of rankings: small ones by hand, gaps, ties, and what has no value. */
#include "check.h"
#include "kernel.h"

#include <math.h>

#include "stats/correlation/volatility.h"

static const char *const periods[] = {"2000", "2005", "2010"}, *const names[] = {"A", "B", "C",
                                                                                 "D"};

static void run_volatility(struct run *run, const double *const *values, size_t m, size_t n)
{
  const struct pst_beside beside = {
      .controls = values, .control_names = periods, .n_controls = m, .parts = {.names = names}};

  run_beside(run, pst_rank_volatility, values[0], values[1], n, &beside, NULL);
}

/* Ranks 1 2 3 4, then 2 1 3.5 3.5, then 1 - 2 3 of the three that are left. */
static void by_hand(void **state)
{
  static const double a[] = {40, 30, 20, 10}, b[] = {3, 4, 2, 2}, c[] = {9, NAN, 8, 7};
  const double *const values[] = {a, b, c};
  struct run run;

  (void)state;
  run_volatility(&run, values, 3, 4);
  assert_close(run_row(&run, "mean_abs_change[2000,2005]")->estimate, .75, 0, 0);
  assert_int_equal(run_row(&run, "mean_abs_change[2000,2005]")->n, 4);
  assert_close(run_row(&run, "mean_abs_change[2005,2010]")->estimate, 1, 0, 0);
  assert_int_equal(run_row(&run, "mean_abs_change[2005,2010]")->n, 3);
  assert_close(run_row(&run, "volatility")->estimate, .875, 0, 0);
  assert_close(run_row(&run, "volatility[A]")->estimate, 1, 0, 0);
  assert_close(run_row(&run, "volatility[B]")->estimate, 1, 0, 0);
  assert_int_equal(run_row(&run, "volatility[B]")->n, 1);
  assert_close(run_row(&run, "volatility[C]")->estimate, 1, 0, 0);
  assert_close(run_row(&run, "volatility[D]")->estimate, .5, 0, 0);
  /* Least squares of 2 1 3.5 3.5 on 1 2 3 4. */
  assert_close(run_row(&run, "rank_slope[2000,2005]")->estimate, .7, 1e-15, 0);
  assert_close(run_row(&run, "rank_intercept[2000,2005]")->estimate, .75, 1e-14, 0);
  run_end(&run);
}

static void what_has_no_value(void **state)
{
  static const double a[] = {1, 1, NAN}, b[] = {2, 3, NAN}, c[] = {NAN, NAN, 1};
  const double *const two[] = {a, b}, *const apart[] = {a, c};
  struct run run;

  (void)state;
  run_volatility(&run, two, 2, 3);
  assert_close(run_row(&run, "volatility")->estimate, .5, 0, 0);
  assert_nan(run_row(&run, "rank_slope[2000,2005]")->estimate);
  assert_string_equal(run_row(&run, "rank_slope[2000,2005]")->note, "equal earlier ranks");
  assert_nan(run_row(&run, "volatility[C]")->estimate);
  assert_string_equal(run_row(&run, "volatility[C]")->note, "in no two consecutive periods");
  run_end(&run);
  run_volatility(&run, apart, 2, 3);
  assert_int_equal(run.status, PST_UNDEFINED);
  assert_string_equal(run.error.message, "no entity stands in two consecutive periods");
  run_end(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(by_hand),
                                     cmocka_unit_test(what_has_no_value)};

  return cmocka_run_group_tests_name("volatility", tests, NULL, NULL);
}
