#include "check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/number.h"
#include "interval/decimal_sum.h"
#include "random.h"

static void add_text(struct pst_decimal_sum *sum, const char *text)
{
  double value;
  int decimals;

  assert_true(pst_number_parse(pst_text_of(text), NULL, &value, &decimals));
  pst_decimal_sum_add(sum, value, decimals);
}

static void decimals_are_exact(void **state)
{
  struct pst_decimal_sum tenths = {.whole = 0}, mixed = {.whole = 0}, cancel = {.whole = 0},
                         none = {.whole = 0};

  (void)state;
  for (int i = 0; i < 10; i++)
    add_text(&tenths, "0.1");
  assert_close(pst_decimal_sum_over(&tenths, 1), 1, 0, 0);
  assert_close(pst_decimal_sum_over(&tenths, 10), 0.1, 0, 0);
  add_text(&mixed, "0.1");
  add_text(&mixed, "0.25");
  add_text(&mixed, "-3");
  add_text(&mixed, "0.005");
  assert_close(pst_decimal_sum_over(&mixed, 1), -2.645, 0, 0);
  assert_int_equal(mixed.decimals, 3);
  assert_close(pst_decimal_sum_over(&mixed, 4), -0.66125, 0, 0);
  add_text(&cancel, "123456789012.34");
  add_text(&cancel, "0.01");
  add_text(&cancel, "-123456789012.34");
  assert_close(pst_decimal_sum_over(&cancel, 1), 0.01, 0, 0);
  assert_close(pst_decimal_sum_over(&none, 1), 0, 0, 0);
}

static void other_numbers_are_compensated(void **state)
{
  struct pst_decimal_sum thirds = {.whole = 0}, large = {.whole = 0}, both = {.whole = 0};

  (void)state;
  for (int i = 0; i < 3000000; i++)
    pst_decimal_sum_add(&thirds, 1.0 / 3, 0);
  assert_close(pst_decimal_sum_over(&thirds, 1), 1e6, 1e-15, 0);
  assert_close(pst_decimal_sum_over(&thirds, 3000000), 1.0 / 3, 1e-15, 0);
  pst_decimal_sum_add(&large, 1e300, 0);
  pst_decimal_sum_add(&large, 1, 0);
  pst_decimal_sum_add(&large, -1e300, 0);
  assert_close(pst_decimal_sum_over(&large, 1), 1, 0, 0);
  add_text(&both, "0.1");
  pst_decimal_sum_add(&both, 1e-20, 20);
  pst_decimal_sum_add(&both, 1e22, 0);
  assert_close(pst_decimal_sum_over(&both, 1), 1e22, 1e-15, 0);
  pst_decimal_sum_add(&large, 1.7e308, 0);
  pst_decimal_sum_add(&large, 1.7e308, 0);
  assert_true(isinf(pst_decimal_sum_over(&large, 1)));
}

/* The order and the parts do not matter; the exact sum in cents is known. */
static void any_order_gives_the_same(void **state)
{
  uint64_t seed = 3;
  char text[64];

  (void)state;
  for (int round = 0; round < 200; round++) {
    struct pst_decimal_sum all = {.whole = 0}, parts[3] = {{.whole = 0}};
    long long cents = 0;

    for (int i = 0; i < 1000; i++) {
      long long value = (long long)(random_next(&seed) % 2000000001) - 1000000000;

      cents += value;
      snprintf(text, sizeof text, "%s%lld.%02lld", value < 0 ? "-" : "", llabs(value) / 100,
               llabs(value) % 100);
      add_text(&all, text);
      add_text(&parts[random_below(&seed, 3)], text);
    }
    for (int i = 1; i < 3; i++)
      pst_decimal_sum_join(&parts[0], &parts[i]);
    assert_close(pst_decimal_sum_over(&all, 1), (double)cents / 100, 0, 0);
    assert_close(pst_decimal_sum_over(&parts[0], 1), (double)cents / 100, 0, 0);
    assert_close(pst_decimal_sum_over(&all, 1000), (double)cents / 100000, 0, 0);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(decimals_are_exact),
      cmocka_unit_test(other_numbers_are_compensated),
      cmocka_unit_test(any_order_gives_the_same),
  };

  return cmocka_run_group_tests_name("decimal_sum", tests, NULL, NULL);
}
