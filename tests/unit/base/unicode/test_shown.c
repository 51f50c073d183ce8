#include "check.h"

#include <string.h>

#include "base/unicode/shown.h"

static void is_shown(const char *text, const char *want, bool lines)
{
  struct pst_buffer out = {.data = NULL};

  if (lines)
    pst_buffer_shown_lines(&out, pst_text_of(text));
  else
    pst_buffer_shown(&out, pst_text_of(text));
  assert_string_equal(pst_buffer_string(&out), want);
  pst_buffer_free(&out);
}

static void plain_text(void **state)
{
  (void)state;
  is_shown("", "", false);
  is_shown("C\u00F4te d'Ivoire \u65E5\u672C", "C\u00F4te d'Ivoire \u65E5\u672C", false);
  is_shown("\u05E2\u05D1\u05E8\u05D9\u05EA", "\u05E2\u05D1\u05E8\u05D9\u05EA", false);
  is_shown("bad \xFF byte", "bad \xFF byte", false);
}

static void what_acts_on_a_terminal(void **state)
{
  (void)state;
  is_shown("a\x1B[31mb", "a\\x1B[31mb", false);
  is_shown("a\nb\tc\rd", "a\\nb\\tc\\x0Dd", false);
  is_shown("a\nb\x1B", "a\nb\\x1B", true);
  is_shown("a\x7F", "a\\x7F", false);
  is_shown("a\xC2\x9B"
           "31m",
           "a\\u009B31m", false);
  is_shown("a\u202Ecsv.exe", "a\\u202Ecsv.exe", false);
  is_shown("\u2066\u2069\u200E\u200F\u061C", "\\u2066\\u2069\\u200E\\u200F\\u061C", false);
}

static void hidden_ones(void **state)
{
  (void)state;
  assert_true(pst_shown_is_hidden(0x1F));
  assert_false(pst_shown_is_hidden(0x20));
  assert_false(pst_shown_is_hidden(0x7E));
  assert_true(pst_shown_is_hidden(0x7F));
  assert_true(pst_shown_is_hidden(0x9F));
  assert_false(pst_shown_is_hidden(0xA0));
  assert_true(pst_shown_is_hidden(0x202A));
  assert_true(pst_shown_is_hidden(0x202E));
  assert_false(pst_shown_is_hidden(0x202F));
  assert_false(pst_shown_is_hidden(0x2065));
  assert_true(pst_shown_is_hidden(0x2066));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(plain_text),
      cmocka_unit_test(hidden_ones),
      cmocka_unit_test(what_acts_on_a_terminal),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
