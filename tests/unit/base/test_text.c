#include "check.h"

#include <string.h>

#include "base/text.h"

static void near_match_finds_a_typo(void **state)
{
  static const char *const names[] = {"country", "year", "oda_musd"};

  (void)state;
  assert_int_equal(pst_text_near(pst_text_of("oda_muds"), names, 3), 2);
  assert_int_equal(pst_text_near(pst_text_of("Yaer"), names, 3), 1);
  assert_int_equal(pst_text_near(pst_text_of("population"), names, 3), 3);
  assert_int_equal(pst_text_near(pst_text_of(""), names, 3), 3);
}

static void utf8_is_checked_strictly(void **state)
{
  size_t bad = 99;

  (void)state;
  assert_true(
      pst_utf8_valid(pst_text_of("Cte d'Ivoire \xC3\xB4 \xE6\x97\xA5\xF0\x9F\x8E\xB5"), &bad));
  assert_false(pst_utf8_valid(pst_text_of("ab\xE9 c"), &bad));
  assert_int_equal(bad, 2);
  assert_false(pst_utf8_valid(pst_text_of("\xC0\x80"), &bad));
  assert_false(pst_utf8_valid(pst_text_of("\xED\xA0\x80"), &bad));
  assert_false(pst_utf8_valid(pst_text_of("\xE6\x97"), &bad));
}

static void a_cut_spares_whole_characters(void **state)
{
  struct pst_text text = pst_text_of("a\u00E9\u5E74");

  (void)state;
  assert_int_equal(pst_utf8_head(text, 0).size, 0);
  assert_int_equal(pst_utf8_head(text, 2).size, 1);
  assert_int_equal(pst_utf8_head(text, 3).size, 3);
  assert_int_equal(pst_utf8_head(text, 5).size, 3);
  assert_int_equal(pst_utf8_head(text, 6).size, 6);
  assert_int_equal(pst_utf8_head(text, 99).size, 6);
}

static void width_counts_columns(void **state)
{
  (void)state;
  assert_int_equal(pst_utf8_width(pst_text_of("abc")), 3);
  assert_int_equal(pst_utf8_width(pst_text_of("\xE6\x97\xA5\xE6\x9C\xAC")), 4);
  assert_int_equal(pst_utf8_width(pst_text_of("e\xCC\x81")), 1);
}

static void trim_keeps_the_middle(void **state)
{
  (void)state;
  assert_true(pst_text_is(pst_text_trim(pst_text_of(" \t a b\r\n")), "a b"));
  assert_true(pst_text_is(pst_text_trim(pst_text_of("   ")), ""));
  assert_true(pst_text_begins(pst_text_of("=="), "="));
  assert_false(pst_text_begins(pst_text_of("="), "=="));
}

static void buffer_grows(void **state)
{
  struct pst_buffer buffer = {.data = NULL};

  (void)state;
  assert_string_equal(pst_buffer_string(&buffer), "");
  for (int i = 0; i < 1000; i++)
    pst_buffer_printf(&buffer, "%d,", i % 10);
  assert_int_equal(buffer.size, 2000);
  assert_memory_equal(buffer.data, "0,1,2,3,", 8);
  pst_buffer_clear(&buffer);
  pst_buffer_repeat(&buffer, '-', 3);
  assert_string_equal(pst_buffer_string(&buffer), "---");
  pst_buffer_cut(&buffer, 5);
  assert_int_equal(buffer.size, 3);
  pst_buffer_cut(&buffer, 1);
  assert_string_equal(pst_buffer_string(&buffer), "-");
  pst_buffer_free(&buffer);
}

static void words_wrap(void **state)
{
  struct pst_buffer buffer = {.data = NULL};

  (void)state;
  pst_buffer_puts(&buffer, "p: ");
  pst_buffer_wrap(&buffer, "one two three four-and-more five", 3, 3, 12);
  assert_string_equal(pst_buffer_string(&buffer),
                      "p: one two\n   three\n   four-and-more\n   five\n");
  pst_buffer_clear(&buffer);
  pst_buffer_wrap(&buffer, "", 0, 4, 12);
  assert_string_equal(pst_buffer_string(&buffer), "\n");
  pst_buffer_free(&buffer);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(near_match_finds_a_typo),
      cmocka_unit_test(utf8_is_checked_strictly),
      cmocka_unit_test(a_cut_spares_whole_characters),
      cmocka_unit_test(width_counts_columns),
      cmocka_unit_test(trim_keeps_the_middle),
      cmocka_unit_test(buffer_grows),
      cmocka_unit_test(words_wrap),
  };

  return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
