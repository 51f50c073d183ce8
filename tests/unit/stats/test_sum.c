/* Compensated sums where plain ones fail. */
#include "check.h"

#include "stats/sum.h"

static void cancellation_keeps_the_rest(void **state)
{
  static const double x[] = {1, 1e100, 1, -1e100};
  struct pst_sum sum = pst_sum_of(x, 4);

  (void)state;
  assert_close(pst_sum_value(&sum), 2, 0, 0);
}

static void products_are_exact(void **state)
{
  struct pst_sum sum = {0, 0};

  (void)state;
  pst_sum_product(&sum, 1 + 0x1p-30, 1 + 0x1p-30);
  pst_sum_add(&sum, -1);
  pst_sum_add(&sum, -0x1p-29);
  assert_close(pst_sum_value(&sum), 0x1p-60, 0, 0);
}

/* The mean of 1e9 + i / 8 is known exactly; its square deviations too. */
static void mean_far_from_zero(void **state)
{
  double x[1001];
  struct pst_sum mean;
  struct pst_sum squares = {0, 0};

  (void)state;
  for (int i = 0; i < 1001; i++)
    x[i] = 1e9 + i / 8.0;
  mean = pst_mean_of(x, 1001);
  assert_close(pst_sum_value(&mean), 1e9 + 62.5, 0, 0);
  for (int i = 0; i < 1001; i++) {
    double d = pst_from_mean(x[i], &mean);

    pst_sum_product(&squares, d, d);
  }
  assert_close(pst_sum_value(&squares), 1001.0 * (1001.0 * 1001.0 - 1) / 12 / 64, 1e-15, 0);
}

static void empty_sum(void **state)
{
  struct pst_sum sum = pst_sum_of(NULL, 0);

  (void)state;
  assert_close(pst_sum_value(&sum), 0, 0, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cancellation_keeps_the_rest),
      cmocka_unit_test(products_are_exact),
      cmocka_unit_test(mean_far_from_zero),
      cmocka_unit_test(empty_sum),
  };

  return cmocka_run_group_tests_name("sum", tests, NULL, NULL);
}
