#include "check.h"

#include <string.h>

#include "table/load/around.h"

/* CELL is the number WANT with the unit UNIT; WANT NULL: it is none that can be one thing only. */
static void is_number(char decimal, const char *cell, const char *want, const char *unit)
{
  const struct pst_number_style style = {.decimal = decimal};
  char plain[PST_PLAIN_SIZE], found[8];
  bool good = pst_number_around(pst_text_of(cell), &style, plain, found);

  if (good != (want != NULL) || (good && (strcmp(plain, want) != 0 || strcmp(found, unit) != 0)))
    fail_msg("'%s' is %s %s", cell, good ? plain : "no number", good ? found : "");
}

static void signs_and_blanks(void **state)
{
  (void)state;
  is_number(0, "12 %", "12", "%");
  is_number(0, "12.5%", "12.5", "%");
  is_number(0, "$5", "5", "$");
  is_number(0, "-$5", "-5", "$");
  is_number(0, "\u20AC 7.25", "7.25", "\u20AC");
  is_number(0, "1\u00A0234", "1234", "");
  is_number(0, "1\u202F234\u202F567.5", "1234567.5", "");
  is_number(0, "1 234", "1234", "");
  is_number(0, "1'234", "1234", "");
  is_number(',', "1 234,5 %", "1234.5", "%");
  is_number(0, "> 5 %", ">5", "%");
}

static void what_is_none(void **state)
{
  (void)state;
  is_number(0, "12 goats", NULL, "");
  is_number(0, "1,234 %", NULL, "");
  is_number(0, "1 234,5", NULL, "");
  is_number(',', "1.234 %", NULL, "");
  is_number(0, "1 23", NULL, "");
  is_number(0, "(12 %)", NULL, "");
  is_number(0, "12 % e", NULL, "");
  is_number(0, "12 %*", NULL, "");
  is_number(0, "%", NULL, "");
  is_number(0, "..", NULL, "");
}

/* The first said cell is kept; units that differ are refused, and not counted. */
static void counted(void **state)
{
  struct pst_column column = {.name = "v"};
  struct pst_error error;

  (void)state;
  pst_error_clear(&error);
  assert_int_equal(pst_around_count(&column, pst_text_of("5-9"), "", true, &error), PST_OK);
  assert_int_equal(pst_around_count(&column, pst_text_of("10+ %"), "%", true, &error), PST_OK);
  assert_int_equal(pst_around_count(&column, pst_text_of("12 %"), "%", false, &error), PST_OK);
  assert_string_equal(column.said, "5-9");
  assert_int_equal(column.n_said, 2);
  assert_int_equal(column.n_around, 2);
  assert_int_equal(pst_around_count(&column, pst_text_of("$5"), "$", false, &error), PST_BAD_DATA);
  assert_string_equal(error.message,
                      "'$5' has the sign $, and cells before it have %; make them one unit, or "
                      "choose the rows of one with --where");
  assert_int_equal(column.n_around, 2);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(signs_and_blanks),
      cmocka_unit_test(what_is_none),
      cmocka_unit_test(counted),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
