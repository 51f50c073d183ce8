#include "check.h"

#include "printed/pair.h"

static void reads(const char *cell, bool brackets, double low, double high)
{
  double a = 0, b = 0;
  bool around = !brackets;

  assert_true(pst_pair_read(pst_text_of(cell), &around, &a, &b));
  assert_int_equal(around, brackets);
  assert_close(a, low, 0, 0);
  assert_close(b, high, 0, 0);
}

static void is_none(const char *cell)
{
  double a, b;
  bool around;

  assert_false(pst_pair_read(pst_text_of(cell), &around, &a, &b));
}

static void ends_are_read(void **state)
{
  (void)state;
  reads("480-490", false, 480, 490);
  reads("(480\u2013490)", true, 480, 490);
  reads("[63,1; 65,3]", true, 63.1, 65.3);
  reads("498 to 502", false, 498, 502);
  reads("498 bis 502", false, 498, 502);
  reads("[10 000-14 000]", true, 10000, 14000);
  reads("-3.5 - -1.5", false, -3.5, -1.5);
  reads("[ 1.5, 2.5 ]", true, 1.5, 2.5);
  reads("4%-6%", false, 4, 6);
}

static void other_texts_are_none(void **state)
{
  (void)state;
  is_none("");
  is_none("487");
  is_none("(2.9)");
  is_none("490-480");
  is_none("1 234");
  is_none("2.1 3.4");
  is_none("5-9 years");
  is_none("10+");
  is_none("[a-b]");
  is_none("1-2-3");
  is_none("123456789012345678901234567890123-2");
}

static void numbers_beside_them(void **state)
{
  double number = 0;

  (void)state;
  assert_true(pst_pair_number(pst_text_of("12 000"), &number));
  assert_close(number, 12000, 0, 0);
  assert_true(pst_pair_number(pst_text_of("64,2"), &number));
  assert_close(number, 64.2, 0, 0);
  assert_false(pst_pair_number(pst_text_of("64 p"), &number));
  assert_false(pst_pair_number(pst_text_of(""), &number));
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(ends_are_read),
                                     cmocka_unit_test(other_texts_are_none),
                                     cmocka_unit_test(numbers_beside_them)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
