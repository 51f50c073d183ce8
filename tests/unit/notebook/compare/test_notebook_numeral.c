#include "check.h"

#include <string.h>

#include "notebook/compare/numeral.h"
#include "notebook/compare/same.h"

static void is_numeral(const char *text, size_t at, double value, double half, size_t size)
{
  struct pst_numeral numeral;

  assert_true(pst_numeral_at(pst_text_of(text), at, &numeral));
  assert_close(numeral.value, value, 1e-15, 0);
  assert_close(numeral.half, half, 1e-12, 0);
  assert_int_equal(numeral.size, size);
}

static void is_none(const char *text, size_t at)
{
  struct pst_numeral numeral;

  assert_false(pst_numeral_at(pst_text_of(text), at, &numeral));
}

static void what_is_a_number(void **state)
{
  (void)state;
  is_numeral("12", 0, 12, 0.5, 2);
  is_numeral("-0.00471", 0, -0.00471, 0.000005, 8);
  is_numeral("\xE2\x88\x92"
             "4.6 per cent",
             0, -4.6, 0.05, 6);
  is_numeral("1,234,567.5", 0, 1234567.5, 0.05, 11);
  is_numeral("2.31e-06", 0, 2.31e-06, 0.005e-06, 8);
  is_numeral("[81.07, 96]", 1, 81.07, 0.005, 5);
  is_numeral("n=65.", 2, 65, 0.5, 2);
  is_numeral("2000-2015", 5, 2015, 0.5, 4);
  /* of 15 digits at most: the last of a double is not the same on every machine */
  is_numeral("0.30000000000000004", 0, 0.30000000000000004, 0.5e-15, 19);
}

static void what_is_none(void **state)
{
  (void)state;
  is_none("q0.25", 1);
  is_none("2000-2015", 4);
  is_none("0.1.0", 0);
  is_none("0.1.0", 2);
  is_none("12k", 0);
  is_none("3f2a", 0);
  is_none("x1", 1);
  is_none("", 0);
  is_none("-", 0);
  is_none(".5", 0);
}

static void is_same(const char *recorded, const char *printed, bool want)
{
  assert_int_equal(pst_same_line(pst_text_of(recorded), pst_text_of(printed)), want);
}

static void lines_that_are_the_same(void **state)
{
  (void)state;
  is_same("slope -20.77 a year", "slope -20.77 a year", true);
  is_same("slope -20.77", "slope -20.7712", true);
  is_same("slope -20.77", "slope -20.775", true);
  is_same("slope -20.77", "slope -20.78", false);
  is_same("slope -20.77", "slope 20.77", false);
  is_same("16 rows", "16.4 rows", true);
  is_same("16 rows", "17 rows", false);
  is_same("1,779 million", "1,780 million", false);
  is_same("0.1.0", "0.1.1", false);
  is_same("2015-07-29", "2015-07-28", false);
  is_same("p 2.31e-06", "p 2.312e-06", true);
  is_same("p 2.31e-06", "p 2.32e-06", false);
  is_same("q0.25", "q0.250", false);
  is_same("a  b", "a b", false);
  is_same("0.12345678901234567", "0.12345678901234561", true);
  is_same("12ab", "12ac", false);
}

static void differences(void **state)
{
  struct pst_buffer out = {.data = NULL};

  (void)state;
  pst_same_diff(&out, "a\nb 1.5\nc\nd\n", "a\nb 1.7\nc\nd\ne\n");
  assert_string_equal(pst_buffer_string(&out), " a\n-b 1.5\n+b 1.7\n c\n d\n+e\n");
  pst_buffer_clear(&out);
  pst_same_diff(&out, "a\nb\nc\nd\n", "a\nb\nc\n");
  assert_string_equal(pst_buffer_string(&out), " ...\n c\n-d\n");
  pst_buffer_free(&out);
}

static void is_printed(const char *like, double value, const char *want)
{
  struct pst_buffer out = {.data = NULL};
  struct pst_numeral numeral;

  assert_true(pst_numeral_at(pst_text_of(like), 0, &numeral));
  pst_numeral_print(&out, &numeral, value);
  assert_string_equal(pst_buffer_string(&out), want);
  pst_buffer_free(&out);
}

static void printed_like_another(void **state)
{
  (void)state;
  is_printed("1.50", 2.345, "2.35");
  is_printed("1,000", 1234567, "1,234,567");
  is_printed("1,000.0", -999.96, "-1,000.0");
  is_printed("+3", 4, "+4");
  is_printed("\xE2\x88\x92"
             "3.0",
             -4,
             "\xE2\x88\x92"
             "4.0");
  is_printed("1e-05", 2e-06, "2e-06");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_a_number),        cmocka_unit_test(what_is_none),
      cmocka_unit_test(lines_that_are_the_same), cmocka_unit_test(differences),
      cmocka_unit_test(printed_like_another),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
