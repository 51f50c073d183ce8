/* Agreement of two rankings. */
#include "check.h"
#include "kernel.h"

#include "stats/correlation/agreement.h"

static const double A[] = {50, 40, 30, 20, 10};
static const double REVERSED[] = {1, 2, 3, 4, 5};
static const double NEARLY[] = {9, 8, 6, 7, 5};

static void identical(void **state)
{
  struct run run;

  (void)state;
  run_kernel(&run, pst_footrule, A, A, 5, NULL);
  assert_close(run_row(&run, "footrule")->estimate, 0, 0, 0);
  assert_close(run_row(&run, "footrule_similarity")->estimate, 1, 0, 0);
  run_end(&run);
  run_kernel(&run, pst_kendall_distance, A, A, 5, NULL);
  assert_close(run_row(&run, "kendall_distance")->estimate, 0, 0, 0);
  run_end(&run);
}

static void reversed(void **state)
{
  struct run run;

  (void)state;
  run_kernel(&run, pst_footrule, A, REVERSED, 5, NULL);
  assert_close(run_row(&run, "footrule")->estimate, 12, 0, 0);
  assert_close(run_row(&run, "footrule_max")->estimate, 12, 0, 0);
  assert_close(run_row(&run, "footrule_normalized")->estimate, 1, 0, 0);
  run_end(&run);
  run_kernel(&run, pst_kendall_distance, A, REVERSED, 5, NULL);
  assert_close(run_row(&run, "kendall_distance")->estimate, 10, 0, 0);
  assert_close(run_row(&run, "kendall_distance_normalized")->estimate, 1, 0, 0);
  run_end(&run);
}

static void one_swap(void **state)
{
  struct run run;

  (void)state;
  run_kernel(&run, pst_footrule, A, NEARLY, 5, NULL);
  assert_close(run_row(&run, "footrule")->estimate, 2, 0, 0);
  run_end(&run);
  run_kernel(&run, pst_kendall_distance, A, NEARLY, 5, NULL);
  assert_close(run_row(&run, "kendall_distance")->estimate, 1, 0, 0);
  run_end(&run);
  run_kernel(&run, pst_rank_shift, A, NEARLY, 5, NULL);
  assert_close(run_row(&run, "mean_abs_rank_change")->estimate, 0.4, 1e-15, 0);
  assert_close(run_row(&run, "max_abs_rank_change")->estimate, 1, 0, 0);
  run_end(&run);
}

static void too_few(void **state)
{
  (void)state;
  assert_undefined(pst_footrule, A, A, 1, "fewer than 2 complete rows");
  assert_undefined(pst_kendall_distance, A, A, 0, "fewer than 2 complete rows");
  assert_no_p(pst_footrule, "footrule");
  assert_no_p(pst_kendall_distance, "kendall-distance");
  assert_no_p(pst_rank_shift, "rank-shift");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(identical),
      cmocka_unit_test(reversed),
      cmocka_unit_test(one_swap),
      cmocka_unit_test(too_few),
  };

  return cmocka_run_group_tests_name("agreement", tests, NULL, NULL);
}
