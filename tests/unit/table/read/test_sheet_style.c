/* test_sheet_style.c -- text written otherwise than CSV, as CSV and back. */
#include "table/read/sheet_style.h"

#include <string.h>

#include "check.h"

static void check_csv(const struct pst_sheet_style *style, const char *text, const char *want)
{
  struct pst_buffer in = {.size = 0}, csv = {.size = 0};

  pst_buffer_puts(&in, text);
  pst_sheet_style_begin(style, &in, &csv);
  if (strcmp(pst_buffer_string(&csv), want) != 0)
    fail_msg("'%s' becomes '%s', not '%s'", text, pst_buffer_string(&csv), want);
  pst_buffer_free(&in);
  pst_buffer_free(&csv);
}

static void plain_style_is_csv(void **state)
{
  (void)state;
  assert_false(pst_sheet_style_differs(&(struct pst_sheet_style){.delimiter = ';'}));
  assert_false(pst_sheet_style_differs(&(struct pst_sheet_style){.quote = '"'}));
  assert_true(pst_sheet_style_differs(&(struct pst_sheet_style){.delimiter = ' '}));
  assert_true(pst_sheet_style_differs(&(struct pst_sheet_style){.comment = '#'}));
}

static void notes_become_blank_lines(void **state)
{
  const struct pst_sheet_style style = {.comment = '#'};

  (void)state;
  check_csv(&style, "# a\nb,c\n#d", "\nb,c\n\n");
  check_csv(&style, "\"a\n# b\",c\n", "\"a\n# b\",c\n");
}

static void quotes_change_places(void **state)
{
  const struct pst_sheet_style style = {.quote = '\'', .escape = '\\'};

  (void)state;
  check_csv(&style, "'a,b',\"c\n", "\"a,b\",'c\n");
  check_csv(&style, "'a\\'b',c\n", "\"a\"\"b\",c\n");
  check_csv(&style, "'a\\\\b',c\n", "\"a\\\\b\",c\n");
}

static void blanks_are_one_delimiter(void **state)
{
  const struct pst_sheet_style style = {.delimiter = ' '};

  (void)state;
  check_csv(&style, "a   b\tc  \n", "a b c\n");
  check_csv(&style, "  \"a  b\"  c\n", "\"a  b\" c\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(plain_style_is_csv), cmocka_unit_test(notes_become_blank_lines),
      cmocka_unit_test(quotes_change_places), cmocka_unit_test(blanks_are_one_delimiter)};

  return cmocka_run_group_tests_name("sheet_style", tests, NULL, NULL);
}
