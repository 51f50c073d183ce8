/* test_letters.c -- letters of all scripts. */
#include "check.h"

#include "base/unicode/letters.h"

static void finds_letters_of_any_script(void **state)
{
  (void)state;
  assert_true(pst_text_has_letter(pst_text_of("a")));
  assert_true(pst_text_has_letter(pst_text_of("12 Z")));
  assert_true(pst_text_has_letter(pst_text_of("\u7537")));
  assert_true(pst_text_has_letter(pst_text_of("\uB0A8\uC790")));
  assert_true(pst_text_has_letter(pst_text_of("\u0416")));
  assert_true(pst_text_has_letter(pst_text_of("\u03A6")));
  assert_true(pst_text_has_letter(pst_text_of("\u05D6\u05DB")));
  assert_true(pst_text_has_letter(pst_text_of("\u00C4")));
}

static void finds_none_in_signs(void **state)
{
  (void)state;
  assert_false(pst_text_has_letter(pst_text_of("")));
  assert_false(pst_text_has_letter(pst_text_of("***")));
  assert_false(pst_text_has_letter(pst_text_of("1.5")));
  assert_false(pst_text_has_letter(pst_text_of("\u2026")));
  assert_false(pst_text_has_letter(pst_text_of("\u203B")));
  assert_false(pst_text_has_letter(pst_text_of("\u2014")));
  assert_false(pst_text_has_letter(pst_text_of("\u30FC")));
  assert_false(pst_text_has_letter(pst_text_of("\u00BA")));
  assert_false(pst_text_has_letter(pst_text_of("\xFF")));
}

static unsigned long small(const char *text, size_t want)
{
  size_t size;
  unsigned long code = pst_letter_small(pst_text_of(text), &size);

  assert_int_equal(size, want);
  return code;
}

static void makes_letters_small(void **state)
{
  (void)state;
  assert_int_equal(small("Ab", 1), 'a');
  assert_int_equal(small("1", 1), '1');
  assert_int_equal(small("\u042F\u043D", 2), 0x44F);
  assert_int_equal(small("\u044F", 2), 0x44F);
  assert_int_equal(small("\u7537", 3), 0x7537);
  assert_int_equal(small("\xFFz", 1), 0xFFFD);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(finds_letters_of_any_script),
                                     cmocka_unit_test(finds_none_in_signs),
                                     cmocka_unit_test(makes_letters_small)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
