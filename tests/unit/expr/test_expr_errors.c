#include "check.h"

#include <stdio.h>
#include <string.h>

#include "expr_table.h"

static struct pst_arena arena = PST_ARENA_EMPTY;

struct row {
  const char *source;
  unsigned long character;
  const char *message;
};

static enum pst_status refused(const char *source, struct pst_error *error)
{
  struct pst_expr *expr = NULL;
  enum pst_status status;

  pst_error_clear(error);
  status = pst_expr_parse(source, &arena, &expr, error);
  return status == PST_OK ? pst_expr_bind(expr, &expr_table_names, error) : status;
}

#define check_rows(rows) check_row_list((rows), sizeof(rows) / sizeof *(rows))

static void check_row_list(const struct row *rows, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    struct pst_error error;

    if (refused(rows[i].source, &error) != PST_USAGE)
      fail_msg("%s: was accepted", rows[i].source);
    if (error.column != rows[i].character || strcmp(error.message, rows[i].message) != 0)
      fail_msg("%s: character %lu: %s", rows[i].source, error.column, error.message);
  }
}

static void words_that_are_none(void **state)
{
  static const struct row rows[] = {
      {"", 1, "the expression is empty"},
      {"  ", 1, "the expression is empty"},
      {"year == 2000", 6, "'==' has no meaning here; write = for equality"},
      {"year <> 2000", 6, "'<>' has no meaning here; write !="},
      {"year => 2000", 6, "'=>' has no meaning here; write >="},
      {"year =< 2000", 6, "'=<' has no meaning here; write <="},
      {"donor =~ \"J\"", 7, "'=~' has no meaning here; texts are compared with = and !="},
      {"a && b", 3, "'&' has no meaning here; write and"},
      {"a || b", 3, "'|' has no meaning here; write or"},
      {"!known(gap)", 1, "'!' has no meaning here; write not"},
      {"amount ^ 2", 8, "'^' has no meaning here; write pow(x, y)"},
      {"amount ** 2", 8, "'**' has no meaning here; write pow(x, y)"},
      {"donor = 'Japan'", 9, "'\'' has no meaning here; text stands in double quotes"},
      {"donor = \xE2\x80\x9CJapan", 9,
       "'\xE2\x80\x9C' has no meaning here; write the straight quote \""},
      {"year \xE2\x89\xA5 2000", 6, "'\xE2\x89\xA5' has no meaning here; write >="},
      {"$year > 1", 1, "'$' has no meaning here; write the column's name alone"},
      {"share > 5 %", 9,
       "5 % has a unit, and the number 'share' beside it has none; write the number as the column "
       "has "
       "it"},
      {"amount[1]", 7,
       "'[' has no meaning here; write the column's name alone, or {...} for a set"},
      {"`net oda`", 1,
       "'`' has no meaning here; write column(\"...\") for a name with spaces or signs"},
      {"year ? 1", 6, "'?' has no meaning here"},
      {"5.", 2, "'.' has no meaning here"},
      {"year\xC2\xA0> 1", 5, "the character U+00A0 has no meaning here"},
      {"\xE5\x9B\xBD = \x01", 5, "the character U+0001 has no meaning here"},
      {"\xE5\x9B\xBD \xFF", 3, "the character here is not UTF-8"},
      {"1e999", 1, "the number 1e999 is too large"},
      {"quarter = 2020Q3", 11,
       "'2020Q3' is neither a number nor a name; write \"2020Q3\" for text or a period, "
       "column(\"2020Q3\") for a column"},
      {"donor = \"Japan", 9, "the text that begins here has no closing \""},
      {"donor = \"Ja\npan\"", 9, "the text that begins here has no closing \""},
      {"donor = \"a\\n\"", 11, "in a text, \\ stands only before \" or \\; write \\\\ for one"},
      {"donor = \"a\\", 11, "in a text, \\ stands only before \" or \\; write \\\\ for one"},
  };

  (void)state;
  check_rows(rows);
}

static void sentences_that_are_none(void **state)
{
  static const struct row rows[] = {
      {"1 +", 4, "a number, a text, a column or a function is missing here"},
      {"year >= ", 8, "a number, a text, a column or a function is missing here"},
      {"year >= and 1", 9, "and stands where a number, a text, a column or a function should be"},
      {"* 2", 1, "* stands where a number, a text, a column or a function should be"},
      {"1 - - - 2", 7, "- stands where a number, a text, a column or a function should be"},
      {"year in 1, 2", 9, "in needs a set: {2000, 2005} or 1990..2020"},
      {"donor in \"Japan\"", 10, "in needs a set: {\"a\", \"b\"} or 1990..2020"},
      {"donor in {}", 11, "a set needs at least one member"},
      {"{1, 2}", 1, "a set stands only after in"},
      {"year = 1990..2020", 8, "a range stands only after in"},
      {"year in 2020..1990", 9, "the range ends before it starts"},
      {"year in 1990..2020.5", 15, "2020.5 stands where a whole number should be"},
      {"year in 1990.5..2020", 9, "1990.5 stands where a whole number should be"},
      {"year in 1..year", 12, "year stands where a whole number should be"},
      {"year not in {1}", 6, "write not before the whole test: not x in {...}"},
      {"year = not 1", 8, "not stands before a whole test; write not (...)"},
      {"not not 1 = 1", 5, "not stands before a whole test; write not (...)"},
      {"1 < year < 3", 10, "two comparisons in a row; join them with and, as in 1 < x and x < 5"},
      {"(1 + 2", 1, "this ( is never closed"},
      {"donor in {\"a\"", 10, "this { is never closed"},
      {"(1 + 2 3)", 8, "3 stands where a closing ) should be"},
      {"abs(1, 2)", 1, "abs takes 1 argument: abs(x)"},
      {"growth(1)", 1, "growth takes 2 arguments: growth(from, to)"},
      {"min(1)", 1, "min takes 2 arguments or more: min(x, y, ...)"},
      {"abs()", 1, "abs takes 1 argument: abs(x)"},
      {"max(1,)", 7, ") stands where a number, a text, a column or a function should be"},
      {"abz(1)", 1, "there is no function 'abz'; did you mean abs?"},
      {"frobnicate(1)", 1, "there is no function 'frobnicate'"},
      {"amount > 1,168", 10, "1,168: write 1168, or a blank behind the comma"},
      {"amount > 8,5", 11, "a comma cannot be here; write 8.5 for a decimal"},
      {"1 = 1)", 6, "this ) closes nothing"},
      {"year > 1 AND year < 3", 10, "'AND' should not be here; did you mean 'and'?"},
      {"year > 1 amount", 8,
       "1 amount has a unit, and the period 'year' beside it has none; write the number as the "
       "column "
       "has it"},
      {"year > 1 \"a\" amount", 14, "amount stands where the end of the expression should be"},
      {"lag(amount + 1)", 5, "lag takes a column, not an expression"},
      {"lag(lag(amount))", 5, "lag takes a column, not an expression"},
      {"lag(amount, 0)", 13, "the rows of a lag must be 1 or more, up to 1000000"},
      {"lag(amount, -1)", 13, "the rows of a lag must be 1 or more, up to 1000000"},
      {"lag(amount, 1.5)", 13, "the rows of a lag must be a whole number, written out"},
      {"round(amount, 99)", 15, "the digits of round must be from -15 to 15"},
      {"round(amount, year)", 15, "the digits of round must be a whole number, written out"},
      {"sum(amount) > 5", 1,
       "sum is for claims files, as it asks about many rows and this sees one at a time: "
       "--aggregate "
       "sum adds up the rows of a cell, and polstat indicator those of a group"},
      {"amount[1] > 5", 7,
       "'[' has no meaning here; write the column's name alone, or {...} for a set"},
      {"all(x in {1}: x > 0)", 1,
       "all, most, some and none ask about many rows, and this sees one row at a time; they are "
       "for "
       "claims files"},
      {"amount in {x in {1}: x > 0}", 11,
       "{... in ...: ...} chooses among many rows, and this sees one row at a time; it is for "
       "claims "
       "files"},
      {"amount always rises", 8,
       "rises and falls ask about many rows, and this sees one row at a time; write x > lag(x), or "
       "take them to a claims file"},
      {"amount except {1}", 8, "except stands only between sets, after in"},
      {"amount = about 5 within -1", 25, "within takes a distance, which is not below 0"},
      {"donor = about 5", 7, "about stands between two numbers"},
      {"column(year)", 8, "write column(\"name\"), the name in quotes"},
  };

  (void)state;
  check_rows(rows);
}

static void names_that_are_unknown(void **state)
{
  static const struct row rows[] = {
      {"1 = 1 and yaer > 3", 11, "'yaer' is not a column; did you mean 'year'?"},
      {"netoda > 3", 1, "'netoda' is not a column; did you mean column(\"net oda\")?"},
      {"donor = Luxembourg", 9, "'Luxembourg' is not a column; write \"Luxembourg\" if it is text"},
      {"column(\"nett oda\") > 3", 1,
       "'nett oda' is not a column; did you mean column(\"net oda\")?"},
      {"\xE5\x9B\xBD = \"a\" or lag(amuont) > 1", 12,
       "'amuont' is not a column; did you mean 'amount'?"},
  };

  (void)state;
  check_rows(rows);
}

/* Types are not looked at: donor is no number. */
static void names_alone_are_checked(void **state)
{
  static const struct row rows[] = {
      {"donor > 3 and lag(amuont) > 1", 15, "'amuont' is not a column; did you mean 'amount'?"},
      {"Luxembourg = donor", 1, "'Luxembourg' is not a column; write \"Luxembourg\" if it is text"},
  };
  struct pst_expr *expr;

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_error error = {.status = PST_OK};

    assert_int_equal(pst_expr_parse(rows[i].source, &arena, &expr, &error), PST_OK);
    assert_int_equal(pst_expr_check_names(expr, &expr_table_names, &error), PST_USAGE);
    assert_int_equal(error.column, rows[i].character);
    assert_string_equal(error.message, rows[i].message);
  }
  assert_int_equal(pst_expr_parse("donor > 3 or year = amount", &arena, &expr, NULL), PST_OK);
  assert_int_equal(pst_expr_check_names(expr, &expr_table_names, NULL), PST_OK);
  assert_int_equal(pst_expr_bind(expr, &expr_table_names, NULL), PST_USAGE);
}

static void types_that_do_not_fit(void **state)
{
  static const struct row rows[] = {
      {"donor = 5", 9, "'donor' is text and cannot be compared with the number 5; write \"5\""},
      {"5 = donor", 5, "'donor' is text and cannot be compared with the number 5; write \"5\""},
      {"amount = \"5\"", 10,
       "'amount' is a number and cannot be compared with the text \"5\"; write 5"},
      {"amount = \"x\"", 10, "'amount' is a number and cannot be compared with the text \"x\""},
      {"amount = donor", 10, "'amount' is a number and cannot be compared with the text 'donor'"},
      {"donor = amount + 1", 9, "'donor' is text and cannot be compared with a number"},
      {"year = donor", 8, "'year' is a period and cannot be compared with the text 'donor'"},
      {"donor in {\"a\", 5}", 16,
       "'donor' is text and cannot be compared with the number 5; write \"5\""},
      {"\"2020\" in {\"2020\", year}", 20, "'year' is a period and cannot be compared with a text"},
      {"donor in 1..5", 10, "'donor' is text and cannot be in a range of numbers"},
      {"donor < \"K\"", 7, "texts have no order; they are compared with =, != and in"},
      {"(year > 1) = (year > 2)", 2,
       "this is a test; tests are joined with and, or, not, and not compared"},
      {"donor + 1", 1, "'donor' is text, but + takes numbers"},
      {"1 + \"a\"", 5, "\"a\" is text, but + takes numbers"},
      {"-donor", 2, "'donor' is text, but - takes numbers"},
      {"log(donor)", 5, "'donor' is text, but log takes numbers"},
      {"1 + (year > 2)", 6, "this is a test, but + takes numbers"},
      {"year and 1 = 1", 1, "'year' is a period, but and takes tests, such as year >= 2000"},
      {"1 = 1 or amount", 10, "'amount' is a number, but or takes tests, such as year >= 2000"},
      {"not 5", 5, "5 is a number, but not takes tests, such as year >= 2000"},
      {"if(year, 1, 2)", 4, "'year' is a period, but if takes tests, such as year >= 2000"},
      {"if(year > 1, 1, \"a\")", 17, "both values of if must be numbers, or both text"},
      {"known(year > 1)", 7, "this is a test; known takes a column or a value"},
      {"date(5)", 6, "date takes a text, such as \"2020-05-17\""},
      {"date(\"2020-13\")", 6, "\"2020-13\" is not a period, such as 2020, 2020-05 or 2020-Q2"},
      {"year(2020)", 6, "year takes a period; write year(date(...)) for a text"},
      {"quarter = \"2020-Q5\"", 11,
       "\"2020-Q5\" is not a period, such as 2020, 2020-05 or 2020-Q2"},
      {"quarter <= \"2020\"", 12,
       "\"2020\" is a year and cannot be compared with the period 'quarter', a quarter; only < and "
       ">= can, or write year(quarter)"},
      {"quarter = 2020", 11,
       "2020 is a year and cannot be compared with the period 'quarter', a quarter; only < and >= "
       "can, or write year(quarter)"},
      {"2020 >= quarter", 1,
       "2020 is a year and cannot be compared with the period 'quarter', a quarter; only < and >= "
       "can, or write year(quarter)"},
      {"quarter in {2020}", 13,
       "2020 is a year and cannot be compared with the period 'quarter', a quarter; only < and >= "
       "can, or write year(quarter)"},
      {"quarter >= 202003", 12,
       "202003 is no quarter and cannot be compared with the period 'quarter', a quarter"},
      {"quarter >= 2020-03", 12,
       "2020-03 is a difference of numbers here; write \"2020-03\" for the period"},
      {"year > 2020-03-01", 8,
       "2020-03-01 is a difference of numbers here; write \"2020-03-01\" for the period"},
      {"floor(quarter / 100)", 7,
       "'quarter' is a period, the start of a quarter in years, of which there is no product; "
       "year(...) is its year"},
      {"quarter = \"2020-07\"", 11,
       "\"2020-07\" is a month and cannot be compared with the period 'quarter', a quarter"},
      {"quarter in {\"2020\"}", 13,
       "\"2020\" is a year and cannot be compared with the period 'quarter', a quarter; only < and "
       ">= can, or write year(quarter)"},
  };

  (void)state;
  check_rows(rows);
}

/* A level of ( or of a call or a set; and values that wait for their operators. */
static void too_deep_is_refused(void **state)
{
  static char source[8000];
  struct pst_error error;
  size_t size = 0;

  (void)state;
  memset(source, '(', 201);
  snprintf(source + 201, sizeof source - 201, "1");
  assert_int_equal(refused(source, &error), PST_USAGE);
  assert_string_equal(error.message, "brackets, signs and not are nested more than 200 deep");
  assert_int_equal(error.column, 201);
  for (int i = 0; i < 150; i++)
    size += (size_t)snprintf(source + size, sizeof source - size, "1 + 2 * (");
  size += (size_t)snprintf(source + size, sizeof source - size, "1");
  memset(source + size, ')', 150);
  source[size + 150] = '\0';
  assert_int_equal(refused(source, &error), PST_USAGE);
  assert_string_equal(error.message, "the expression is nested too deeply here");
}

static void results_that_are_not_wanted(void **state)
{
  static const struct row rows[] = {
      {"amount", 1, "this is a number where a test is needed, such as year >= 2000"},
      {"donor", 1, "this is text where a test is needed, such as year >= 2000"},
      {"year", 1, "this is a period where a test is needed, such as year >= 2000"},
  };
  struct pst_error error;
  struct pst_expr *expr = NULL;

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    pst_error_clear(&error);
    assert_int_equal(pst_expr_parse(rows[i].source, &arena, &expr, &error), PST_OK);
    assert_int_equal(pst_expr_bind(expr, &expr_table_names, &error), PST_OK);
    assert_int_equal(pst_expr_require_value(expr, &error), PST_OK);
    assert_int_equal(pst_expr_require_test(expr, &error), PST_USAGE);
    assert_string_equal(error.message, rows[i].message);
    assert_int_equal(error.column, rows[i].character);
  }
  pst_error_clear(&error);
  assert_int_equal(pst_expr_parse("year > 2", &arena, &expr, &error), PST_OK);
  assert_int_equal(pst_expr_bind(expr, &expr_table_names, &error), PST_OK);
  assert_int_equal(pst_expr_require_test(expr, &error), PST_OK);
  assert_int_equal(pst_expr_require_value(expr, &error), PST_USAGE);
  assert_string_equal(error.message, "this is a test where a value is needed; write if(..., 1, 0)");
}

static void errors_may_be_unwanted(void **state)
{
  struct pst_expr *expr = NULL;

  (void)state;
  assert_int_equal(pst_expr_parse("1 +", &arena, &expr, NULL), PST_USAGE);
  assert_null(expr);
  assert_int_equal(pst_expr_parse("yaer", &arena, &expr, NULL), PST_OK);
  assert_int_equal(pst_expr_bind(expr, &expr_table_names, NULL), PST_USAGE);
}

static int clean(void **state)
{
  (void)state;
  pst_arena_free(&arena);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_that_are_none),         cmocka_unit_test(sentences_that_are_none),
      cmocka_unit_test(names_that_are_unknown),      cmocka_unit_test(names_alone_are_checked),
      cmocka_unit_test(types_that_do_not_fit),       cmocka_unit_test(too_deep_is_refused),
      cmocka_unit_test(results_that_are_not_wanted), cmocka_unit_test(errors_may_be_unwanted),
  };

  return cmocka_run_group_tests_name("expr_errors", tests, NULL, clean);
}
