/* test_expr_digits.c -- decimals compared as they are written. */
#include "check.h"

#include <stdio.h>

#include "base/number.h"
#include "expr/digits.h"

static void digits_decide(void **state)
{
  static const struct {
    const char *a, *b;
    double value;
    int order;
  } rows[] = {
      {"1234567890123456789", "1234567890123456790", 1234567890123456789.0, -1},
      {"1234567890123456789", "1234567890123456789.0", 1234567890123456789.0, 0},
      {"1234567890123456789", "1.234567890123456789e18", 1234567890123456789.0, 0},
      {"-1234567890123456789", "-1234567890123456790", -1234567890123456789.0, 1},
      {"1.234.567.890.123.456.789,5", "1234567890123456789", 1234567890123456789.0, 1},
      {"1,234,567,890,123,456,789", "1234567890123456789", 1234567890123456789.0, 0},
      {"0,1000000000000000055", "0.1", 0.1, 1},
      {"0.1000000000000000055", ".1", 0.1, 1},
      {"0.0999999999999999999", "0.1", 0.1, -1},
      {"00001.50000000000000000", "1.5", 1.5, 0},
      {"0.0000000000000000000", "0", 0, 0},
      {"1000000000000000000000e-3", "1000000000000000000", 1e18, 0},
      {"9999999999999999999999", "10000000000000000000000", 1e22, -1},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    int order = 99, back = 99;

    if (!pst_digits_compare(pst_text_of(rows[i].a), pst_text_of(rows[i].b), rows[i].value, &order)
        || !pst_digits_compare(pst_text_of(rows[i].b), pst_text_of(rows[i].a), rows[i].value,
                               &back))
      fail_msg("%s and %s: none", rows[i].a, rows[i].b);
    if (order != rows[i].order || back != -rows[i].order)
      fail_msg("%s and %s: %d, %d", rows[i].a, rows[i].b, order, back);
  }
}

static void what_is_no_decimal_is_told(void **state)
{
  int order;

  (void)state;
  assert_false(pst_digits_compare(pst_text_of("abc"), pst_text_of("1"), 1, &order));
  assert_false(pst_digits_compare(pst_text_of("2"), pst_text_of("1"), 1, &order));
  assert_false(pst_digits_compare(pst_text_of(""), pst_text_of("1"), 1, &order));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(digits_decide),
      cmocka_unit_test(what_is_no_decimal_is_told),
  };

  return cmocka_run_group_tests_name("expr_digits", tests, NULL, NULL);
}
