#include "check.h"

#include <stdio.h>
#include <string.h>

#include "printed/value.h"
#include "random.h"

static const char *const tokens[] = {"..", "n/a", "-", ":", NULL};
static const struct pst_value_rules plain = {.missing = tokens};
static const struct pst_value_rules flagged = {
    .missing = tokens, .flags = "bcdefinprsu", .flags_alone = true};
static const struct pst_value_rules doubtful = {.missing = tokens,
                                                .parentheses = PST_PARENTHESES_FLAG};

static const struct pst_value_rules japanese = {.missing = tokens, .triangles = true};

/* What CELL reads as with DECIMAL as the mark: "value|flag|marker|unit", "missing TOKEN|flag", or
   "unreadable". */
static const char *read_as(const char *cell, char decimal, const struct pst_value_rules *rules)
{
  static struct pst_buffer out;
  struct pst_value value;

  pst_buffer_clear(&out);
  pst_value_part(pst_text_of(cell), rules, &value);
  if (value.kind == PST_VALUE_MISSING)
    pst_buffer_printf(&out, "missing %.*s|%.*s", (int)value.token.size, value.token.data,
                      (int)value.flag.size, value.flag.data);
  else if (value.kind == PST_VALUE_NUMBER && pst_value_write(&value, decimal, &out))
    pst_buffer_printf(&out, "|%.*s|%s|%s", (int)value.flag.size, value.flag.data, value.marker,
                      value.unit);
  else
    pst_buffer_puts(&out, "unreadable");
  return pst_buffer_string(&out);
}

struct row {
  const char *cell;
  char decimal;
  const char *want;
};

static void check_rows(const struct row *rows, size_t n, const struct pst_value_rules *rules)
{
  for (size_t i = 0; i < n; i++) {
    const char *got = read_as(rows[i].cell, rows[i].decimal, rules);

    if (strcmp(got, rows[i].want) != 0)
      fail_msg("'%s' reads as '%s', not '%s'", rows[i].cell, got, rows[i].want);
  }
}

/* With and without the first bytes of the tokens, a cell reads the same. */
static void noted_tokens(void **state)
{
  static const char *const users[] = {"999", "", NULL};
  static const char bytes[] = "-.:n/a0129, %e(";
  uint64_t seed = 5;

  (void)state;
  for (int round = 0; round < 20000; round++) {
    struct pst_value_rules slow = {.missing = tokens, .more_missing = round % 2 ? users : NULL},
                           fast = slow;
    struct pst_value a, b;
    char cell[8] = "";
    size_t size = random_below(&seed, sizeof cell);

    for (size_t i = 0; i < size; i++)
      cell[i] = bytes[random_below(&seed, sizeof bytes - 1)];
    pst_value_note_firsts(&fast);
    slow.firsts.missing = users; /* of other lists: nothing is noted */
    pst_value_part(pst_text_of(cell), &slow, &a);
    pst_value_part(pst_text_of(cell), &fast, &b);
    if (a.kind != b.kind || a.negative != b.negative || a.digits.size != b.digits.size
        || a.token.size != b.token.size || a.flag.size != b.flag.size
        || strcmp(a.marker, b.marker) != 0 || strcmp(a.unit, b.unit) != 0)
      fail_msg("'%s' reads otherwise by first bytes", cell);
  }
}

static void numbers_in_every_dress(void **state)
{
  static const struct row rows[] = {
      {"0", '.', "0|||"},
      {"100", ',', "100|||"},
      {"-12.50", '.', "-12.50|||"},
      {"-12.50", ',', "unreadable"},
      {"-7", ',', "-7|||"},
      {"--7", '.', "unreadable"},
      {"-7-", '.', "unreadable"},
      {"+3", '.', "3|||"},
      {".5", '.', "0.5|||"},
      {"1.5E+06", '.', "1.5E+06|||"},
      {"2e3", '.', "2e3|||"},
      {"1,234", '.', "1234|||"},
      {"1,234", ',', "1.234|||"},
      {"1.234", '.', "1.234|||"},
      {"1.234", ',', "1234|||"},
      {"12,345,678.90", '.', "12345678.90|||"},
      {"12.345.678,90", ',', "12345678.90|||"},
      {"1 234 567", '.', "1234567|||"},
      {"1\u00A0234,5", ',', "1234.5|||"},
      {"1\u2009234\u2009567", '.', "1234567|||"},
      {"1\u202F234", '.', "1234|||"},
      {"1'234'567.5", '.', "1234567.5|||"},
      {"1\u2019234", '.', "1234|||"},
      {"\u22123.5", '.', "-3.5|||"},
      {"\u20133", '.', "-3|||"},
      {"\uFF11\uFF12\uFF0C\uFF13\uFF14\uFF15", '.', "12345|||"},
      {"(1,234)", '.', "-1234|||"},
      {"12.5%", '.', "12.5|||%"},
      {"12,5 %", ',', "12.5|||%"},
      {"$1,234.50", '.', "1234.50|||$"},
      {"-\u20AC5", '.', "-5|||\u20AC"},
      {"\u20AC-5", '.', "-5|||\u20AC"},
      {"(US$3.2)", '.', "-3.2|||US$"},
      {"1,234 EUR", '.', "1234|||EUR"},
      {"1000\u5186", '.', "1000|||\u5186"},
      {">10", '.', ">10|||"},
      {"\u2264 5,5", ',', "<=5.5|||"},
      {"\u2265 12345678901234567890.50", '.', ">=12345678901234567890.50|||"},
      {"[1.5,2]", '.', "[1.5,2]|||"},
      {"[1,5;2]", ',', "[1.5,2]|||"},
      {"581\u00B14", '.', "[577,585]|||"},
  };

  (void)state;
  check_rows(rows, sizeof rows / sizeof *rows, &plain);
}

static void markers_and_flags(void **state)
{
  static const struct row rows[] = {
      {"123 1)", '.', "123||1)|"},     {"123 (1)", '.', "123||(1)|"},
      {"123 [a]", '.', "123||[a]|"},   {"123 (12)", '.', "123||(12)|"},
      {"123 [zz]", '.', "123||[zz]|"}, {"123 (0)", '.', "123||(0)|"},
      {"123 9)", '.', "123||9)|"},     {"12 eprf", '.', "12|eprf||"},
      {"123\u00B9", '.', "123||1|"},   {"123\u00B9\u00B2", '.', "123||12|"},
      {"1,234.5*", '.', "1234.5||*|"}, {"*12", '.', "12||*|"},
      {"12 p", '.', "12|p||"},         {"12 e 2)", '.', "12|e|2)|"},
      {"\u2020 7", '.', "7||\u2020|"},
  };
  static const struct row letters[] = {
      {"78115 b", '.', "78115|b||"}, {"1.5 ep", '.', "1.5|ep||"}, {": c", '.', "missing :|c"},
      {":u", '.', "missing :|u"},    {": ", '.', "missing :|"},   {"12.3e", '.', "12.3|e||"},
  };

  (void)state;
  check_rows(rows, sizeof rows / sizeof *rows, &plain);
  check_rows(letters, sizeof letters / sizeof *letters, &flagged);
  assert_string_equal(read_as("(123)", '.', &doubtful), "123|()||");
  assert_string_equal(read_as("(12,5)", ',', &doubtful), "12.5|()||");
}

static void what_is_missing(void **state)
{
  static const struct row rows[] = {
      {"", '.', "missing |"},   {"  ", '.', "missing |"},      {"..", '.', "missing ..|"},
      {"-", '.', "missing -|"}, {"\u2212", '.', "missing -|"}, {"n/a", '.', "missing n/a|"},
  };

  (void)state;
  check_rows(rows, sizeof rows / sizeof *rows, &plain);
}

/* A wrong number is the worst that can happen: what is not surely a number is none. */
static void no_number_is_made_up(void **state)
{
  static const char *const cells[] = {"12k",
                                      "3M",
                                      "5 m",
                                      "5 b",
                                      "12 34",
                                      "1 23",
                                      "1,23,4",
                                      "1,2345.6",
                                      "12.34.56",
                                      "1.234.56",
                                      "0,123,4",
                                      "5671)",
                                      "12-",
                                      "1-2",
                                      "10-20",
                                      "2014-01",
                                      "1/2",
                                      "1e",
                                      "e5",
                                      "--5",
                                      "1..2",
                                      "12\uFFFD",
                                      "1\uFFFD2",
                                      "abc",
                                      "*",
                                      "$",
                                      "%",
                                      "(-5)",
                                      "(5",
                                      "5)",
                                      "0x10",
                                      "inf",
                                      "nan",
                                      "1 234 56",
                                      "1  234",
                                      "1.5.2e3",
                                      "1,234 567",
                                      "31.12.1995",
                                      "0 123",
                                      "1'23",
                                      "5\u00D710\u00B3",
                                      "12a",
                                      "123 (123)",
                                      "123 123)",
                                      "123 ()",
                                      "123 (A)",
                                      "123 (`)",
                                      "123 ({)",
                                      "123 (:)",
                                      "123 (/)",
                                      "12 eprfe",
                                      "12 5",
                                      "eprf"};

  (void)state;
  for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
    const char *dot, *comma;

    dot = read_as(cells[i], '.', &plain);
    if (strcmp(dot, "unreadable") != 0)
      fail_msg("'%s' reads as '%s'", cells[i], dot);
    comma = read_as(cells[i], ',', &plain);
    if (strcmp(comma, "unreadable") != 0)
      fail_msg("'%s' reads as '%s' with a decimal comma", cells[i], comma);
  }
}

static void triangles_are_minus_where_they_are(void **state)
{
  static const struct row rows[] = {{"\u25B3"
                                     "1.5",
                                     '.', "-1.5|||"},
                                    {"\u25B2"
                                     "1,234",
                                     '.', "-1234|||"},
                                    {"\u25B3 0.3", '.', "-0.3|||"},
                                    {"\u25B2\uFF10\uFF0E\uFF12", '.', "-0.2|||"},
                                    {"\u25B3"
                                     "2.5%",
                                     '.', "-2.5|||%"},
                                    {"\u25B3", '.', "unreadable"},
                                    {"\u25B3\u25B3"
                                     "1",
                                     '.', "unreadable"},
                                    {"\u25B3-1", '.', "unreadable"},
                                    {"1\u25B3", '.', "unreadable"},
                                    {"(\u25B3"
                                     "1)",
                                     '.', "unreadable"}};
  static const struct row elsewhere[] = {{"\u25B3"
                                          "1.5",
                                          '.', "unreadable"},
                                         {"\u25B2"
                                          "1.5",
                                          '.', "unreadable"}};

  (void)state;
  check_rows(rows, sizeof rows / sizeof *rows, &japanese);
  check_rows(elsewhere, sizeof elsewhere / sizeof *elsewhere, &plain);
}

static void numbers_too_large_for_a_double(void **state)
{
  static const struct row rows[] = {{"1e400", '.', "unreadable"},
                                    {"-1e9999999999", '.', "unreadable"},
                                    {">1e400", '.', "unreadable"},
                                    {"1e308", '.', "1e308|||"},
                                    {"0e9999999999", '.', "unreadable"}};

  (void)state;
  check_rows(rows, sizeof rows / sizeof *rows, &plain);
}

static void marks_of_one_number(void **state)
{
  static const struct {
    const char *digits;
    enum pst_mark_reading dot, comma;
  } rows[] = {
      {"123", PST_MARK_NONE, PST_MARK_NONE},
      {"1.234", PST_MARK_EITHER, PST_MARK_NONE},
      {"1,234", PST_MARK_NONE, PST_MARK_EITHER},
      {"12.5", PST_MARK_DECIMAL, PST_MARK_NONE},
      {"0,123", PST_MARK_NONE, PST_MARK_DECIMAL},
      {"1234,567", PST_MARK_NONE, PST_MARK_DECIMAL},
      {"1,234,567", PST_MARK_NONE, PST_MARK_THOUSANDS},
      {"1,234.567", PST_MARK_DECIMAL, PST_MARK_THOUSANDS},
      {"1.234,567", PST_MARK_THOUSANDS, PST_MARK_DECIMAL},
      {"1 234,567", PST_MARK_NONE, PST_MARK_DECIMAL},
      {"1.234e5", PST_MARK_DECIMAL, PST_MARK_NONE},
      {"1,23,4", PST_MARK_NONE, PST_MARK_WRONG},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    enum pst_mark_reading dot, comma;

    pst_value_marks(pst_text_of(rows[i].digits), &dot, &comma);
    if (dot != rows[i].dot || comma != rows[i].comma)
      fail_msg("%s: %d %d", rows[i].digits, dot, comma);
  }
}

static void lakhs_where_other_cells_say_so(void **state)
{
  static const struct pst_value_rules india = {.lakhs = true};
  static const struct row rows[] = {{"1,10,500", '.', "110500|||"},
                                    {"12,34,56,789.5", '.', "123456789.5|||"},
                                    {"98,200", '.', "98200|||"},
                                    {"1,10,50", '.', "unreadable"},
                                    {"123,10,500", '.', "unreadable"}};
  static const struct row elsewhere[] = {{"1,10,500", '.', "unreadable"}};

  (void)state;
  check_rows(rows, sizeof rows / sizeof *rows, &india);
  check_rows(elsewhere, sizeof elsewhere / sizeof *elsewhere, &plain);
  assert_true(pst_value_in_millions(pst_text_of("1,234,567.5")));
  assert_false(pst_value_in_millions(pst_text_of("1,234")));
  assert_false(pst_value_in_lakhs(pst_text_of("1,234,567")));
}

static void words_are_no_flags(void **state)
{
  static const struct pst_value_rules rules = {.flags = "eprfbFEPRI"};
  static const struct row rows[] = {{"2019 Feb", '.', "unreadable"},
                                    {"100 per", '.', "unreadable"},
                                    {"7 bep", '.', "7|bep||"},
                                    {"7 bp", '.', "7|bp||"}};

  (void)state;
  check_rows(rows, sizeof rows / sizeof *rows, &rules);
}

/* A plain cell is written as it stands by the long way too; others are not said to be plain. */
static void plain_cells_are_written_as_they_stand(void **state)
{
  static const char *const missing[] = {"-999", "999", "9.9", NULL};
  static const struct pst_value_rules rules = {.missing = tokens, .more_missing = missing};
  static const struct row cells[] = {
      {"1", '.', "+"},    {"12.50", '.', "+"}, {"007", '.', "+"},   {"0.123", '.', "+"},
      {"1", ',', "+"},    {"1.5", ',', "-"},   {"1,5", ',', "-"},   {"1.234", '.', "+"},
      {"999", '.', "-"},  {"9.9", '.', "-"},   {"9990", '.', "+"},  {".5", '.', "-"},
      {"5.", '.', "-"},   {"1.2.3", '.', "-"}, {"", '.', "-"},      {"-1", '.', "-"},
      {"1e5", '.', "-"},  {"12 b", '.', "-"},  {"1 000", '.', "-"}, {"n/a", '.', "-"},
      {"2015", '.', "+"}, {"(1)", '.', "-"},   {">1", '.', "-"},    {"01.234", '.', "+"}};

  (void)state;
  for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
    char want[32];
    bool is_plain = pst_value_is_plain(pst_text_of(cells[i].cell), &rules, cells[i].decimal);

    snprintf(want, sizeof want, "%s|||", cells[i].cell);
    if (is_plain != (cells[i].want[0] == '+'))
      fail_msg("'%s' is%s plain", cells[i].cell, is_plain ? "" : " not");
    if (is_plain)
      assert_string_equal(read_as(cells[i].cell, cells[i].decimal, &rules), want);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_in_every_dress),
      cmocka_unit_test(noted_tokens),
      cmocka_unit_test(markers_and_flags),
      cmocka_unit_test(what_is_missing),
      cmocka_unit_test(no_number_is_made_up),
      cmocka_unit_test(triangles_are_minus_where_they_are),
      cmocka_unit_test(numbers_too_large_for_a_double),
      cmocka_unit_test(marks_of_one_number),
      cmocka_unit_test(lakhs_where_other_cells_say_so),
      cmocka_unit_test(words_are_no_flags),
      cmocka_unit_test(plain_cells_are_written_as_they_stand),
  };

  return cmocka_run_group_tests_name("value", tests, NULL, NULL);
}
