#include "check.h"

#include <math.h>

#include "figure/page/script.h"

static void becomes(void (*function)(struct pst_buffer *, const char *), const char *text,
                    const char *want)
{
  struct pst_buffer out = {.data = NULL};

  function(&out, text);
  assert_false(out.failed);
  assert_string_equal(pst_buffer_string(&out), want);
  pst_buffer_free(&out);
}

/* What ends a CDATA section is parted, wherever it stands; what only looks like it is left alone. */
static void no_text_ends_a_section(void **state)
{
  (void)state;
  becomes(pst_script_text, "]]>", "']]\u200B>'");
  becomes(pst_script_text, "a]]>b", "'a]]\u200B>b'");
  becomes(pst_script_text, "]]]>>", "']]]\u200B>>'");
  becomes(pst_script_text, ">", "'>'");
  becomes(pst_script_text, "]>", "']>'");
  becomes(pst_script_text, "a>]]", "'a>]]'");
  becomes(pst_script_text, "]] >", "']] >'");
}

/* Control characters are blanks; the marks that turn the direction of the text too. */
static void control_characters_are_blanks(void **state)
{
  (void)state;
  becomes(pst_script_text,
          "a\nb\x1F"
          "c d~",
          "'a b c d~'");
  becomes(pst_script_text,
          "a\x7F"
          "b\xC2\x80"
          "c\xC2\x9F"
          "d\u00A0e",
          "'a b c d\u00A0e'");
  becomes(pst_script_text, "a\u2027b\u2028c\u202Ed\u202Fe", "'a\u2027b c d\u202Fe'");
  becomes(pst_script_text, "a\u2065b\u2066c\u2069d\u206Ae", "'a\u2065b c d\u206Ae'");
}

static void nothing_is_a_command(void **state)
{
  (void)state;
  becomes(pst_script_text, "`ls` @a it's",
          "''.\"\\140\".'ls'.\"\\140\".' '.\"\\100\".'a it'.\"\\047\".'s'");
  becomes(pst_script_text, "5 %", "'5 %'");
  becomes(pst_script_tick_text, "5 %", "'5 %%'");
  becomes(pst_script_text, "\xFF\uFFFEx\U0001FFFF", "'\uFFFD\uFFFDx\uFFFD'");
  becomes(pst_script_text, NULL, "''");
}

static void numbers_read_back(void **state)
{
  static const double row[] = {1, 0.1, (double)INFINITY};
  struct pst_buffer out = {.data = NULL};

  (void)state;
  pst_script_row(&out, row, 3);
  assert_string_equal(pst_buffer_string(&out), "1 0.1 NaN\n");
  pst_buffer_free(&out);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_text_ends_a_section),
      cmocka_unit_test(control_characters_are_blanks),
      cmocka_unit_test(nothing_is_a_command),
      cmocka_unit_test(numbers_read_back),
  };

  return cmocka_run_group_tests_name("script", tests, NULL, NULL);
}
