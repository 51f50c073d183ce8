/* log n!: against products that a double holds exactly, and the recurrence where it holds none. */
#include "check.h"

#include <math.h>

#include "stats/distribution/factorial.h"

/* 18! is below 2^53. */
static void equals_the_product(void **state)
{
  double product = 1;

  (void)state;
  assert_close(pst_log_factorial(0), 0, 0, 1e-15);
  for (int n = 1; n <= 18; n++) {
    product *= n;
    assert_close(pst_log_factorial(n), log(product), 1e-14, 1e-15);
  }
}

static void grows_by_log_n(void **state)
{
  (void)state;
  for (double n = 19; n < 1e6; n = floor(n * 1.7))
    assert_close(pst_log_factorial(n) - pst_log_factorial(n - 1), log(n), 1e-6, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(equals_the_product),
      cmocka_unit_test(grows_by_log_n),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
