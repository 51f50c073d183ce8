/* test_scale.c -- decimals times a power of ten. */
#include "tidy/check/scale.h"

#include <string.h>

#include "check.h"

static void check_shift(const char *number, int power, const char *want)
{
  struct pst_buffer out = {.size = 0};
  bool good = pst_scale_shift(pst_text_of(number), power, &out);

  if (good != (want[0] != '\0') || strcmp(pst_buffer_string(&out), want) != 0)
    fail_msg("%s times 10^%d is '%s', not '%s'", number, power, pst_buffer_string(&out), want);
  pst_buffer_free(&out);
}

static void decimals_move(void **state)
{
  (void)state;
  check_shift("1.5", 6, "1500000");
  check_shift("-0.0025", 3, "-2.5");
  check_shift("0", 9, "0");
  check_shift("12", 0, "12");
  check_shift("123", -2, "1.23");
  check_shift("5", -3, "0.005");
  check_shift("<0.5", 3, "<500");
  check_shift("0.123456789012345678901", 6, "123456.789012345678901");
  check_shift("[1,2]", 3, "");
  check_shift("", 3, "");
}

static void powers_in_words(void **state)
{
  int power = -99;

  (void)state;
  assert_true(pst_scale_power(pst_text_of("6"), &power));
  assert_int_equal(power, 6);
  assert_true(pst_scale_power(pst_text_of("Millions"), &power));
  assert_int_equal(power, 6);
  assert_true(pst_scale_power(pst_text_of("Units"), &power));
  assert_int_equal(power, 0);
  assert_true(pst_scale_power(pst_text_of("-2"), &power));
  assert_int_equal(power, -2);
  assert_false(pst_scale_power(pst_text_of("dozens"), &power));
  assert_false(pst_scale_power(pst_text_of(""), &power));
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(decimals_move),
                                     cmocka_unit_test(powers_in_words)};

  return cmocka_run_group_tests_name("scale", tests, NULL, NULL);
}
