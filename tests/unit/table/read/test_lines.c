#include "check.h"

#include <string.h>

#include "random.h"
#include "table/read/lines.h"

static struct pst_text text_of(const char *string)
{
  return pst_text_of(string);
}

/* The plainest statement of what a line end is. */
static size_t line_end_by_hand(const char *data, size_t from, size_t size, bool at_end)
{
  for (size_t i = from; i < size; i++) {
    if (data[i] == '\n')
      return i + 1;
    if (data[i] == '\r' && i + 1 < size)
      return data[i + 1] == '\n' ? i + 2 : i + 1;
    if (data[i] == '\r')
      return at_end ? i + 1 : 0;
  }
  return at_end && from < size ? size : 0;
}

static void ends_of_lines_by_brute_force(void **state)
{
  static const char letters[] = "ab\r\n\r\n,";
  uint64_t seed = 1;
  char data[40];

  (void)state;
  for (int round = 0; round < 20000; round++) {
    size_t size = random_below(&seed, sizeof data), from = random_below(&seed, size + 1);
    bool at_end = random_below(&seed, 2) == 1;

    for (size_t i = 0; i < size; i++)
      data[i] = letters[random_below(&seed, sizeof letters - 1)];
    assert_int_equal(pst_line_end(data, from, size, at_end),
                     line_end_by_hand(data, from, size, at_end));
  }
}

static void ends_of_long_lines(void **state)
{
  static char data[5000];

  (void)state;
  for (size_t size = 250; size < 2100; size++) {
    memset(data, 'x', size);
    assert_int_equal(pst_line_end(data, 0, size, false), 0);
    assert_int_equal(pst_line_end(data, 0, size, true), size);
    data[size] = '\n';
    assert_int_equal(pst_line_end(data, 0, size + 100, false), size + 1);
    data[size] = '\r';
    data[size + 1] = '\n';
    assert_int_equal(pst_line_end(data, 0, size + 100, false), size + 2);
    assert_int_equal(pst_line_end(data, 0, size + 1, false), 0);
    assert_int_equal(pst_line_end(data, 0, size + 1, true), size + 1);
  }
}

static void text_is_without_its_end(void **state)
{
  static const char *const ends[] = {"", "\n", "\r\n", "\r"};

  (void)state;
  for (size_t i = 0; i < 4; i++) {
    char line[10];

    strcpy(stpcpy(line, "a b"), ends[i]);
    assert_int_equal(pst_line_text(text_of(line)).size, 3);
  }
  assert_int_equal(pst_line_text(text_of("\n")).size, 0);
  assert_int_equal(pst_line_text(text_of("")).size, 0);
}

static void blank_lines(void **state)
{
  (void)state;
  assert_true(pst_line_blank(text_of(""), ','));
  assert_true(pst_line_blank(text_of(" \t \r\n"), ','));
  assert_false(pst_line_blank(text_of(" \t \r\n"), '\t'));
  assert_false(pst_line_blank(text_of(","), ','));
  assert_false(pst_line_blank(text_of(" x\n"), ','));
  assert_false(pst_line_blank(text_of("\"\"\n"), ','));
}

static void checks_are_by_place(void **state)
{
  char line[64];
  size_t bad;

  (void)state;
  for (size_t at = 0; at < 40; at++) {
    memset(line, 'a', sizeof line);
    assert_int_equal(pst_line_check((struct pst_text){line, 40}, &bad), PST_LINE_GOOD);
    line[at] = '\0';
    assert_int_equal(pst_line_check((struct pst_text){line, 40}, &bad), PST_LINE_NUL);
    assert_int_equal(bad, at);
    line[at] = '\xe9';
    assert_int_equal(pst_line_check((struct pst_text){line, 40}, &bad), PST_LINE_NOT_UTF8);
    assert_int_equal(bad, at);
  }
  assert_int_equal(pst_line_check(text_of("C\xc3\xb4te d'Ivoire"), &bad), PST_LINE_GOOD);
}

static enum pst_quote_state follow(const char *line, char delimiter, enum pst_quote_state state)
{
  size_t bad;

  assert_true(pst_line_quotes(text_of(line), delimiter, &state, &bad));
  return state;
}

static void quotes_open_and_close(void **state)
{
  (void)state;
  assert_int_equal(follow("a,b\n", ',', PST_QUOTE_NONE), PST_QUOTE_NONE);
  assert_int_equal(follow("\"a,b\",c\n", ',', PST_QUOTE_NONE), PST_QUOTE_NONE);
  assert_int_equal(follow("x, \"a\n", ',', PST_QUOTE_NONE), PST_QUOTE_OPENED);
  assert_int_equal(follow("still\n", ',', PST_QUOTE_OPENED), PST_QUOTE_OPEN);
  assert_int_equal(follow("b\",\"c\n", ',', PST_QUOTE_OPEN), PST_QUOTE_OPENED);
  assert_int_equal(follow("b\" ,c\r\n", ',', PST_QUOTE_OPEN), PST_QUOTE_NONE);
  assert_int_equal(follow("b\"\"\n", ',', PST_QUOTE_OPEN), PST_QUOTE_OPEN);
  assert_int_equal(follow("5\" pipe,6\"\n", ',', PST_QUOTE_NONE), PST_QUOTE_NONE);
  assert_int_equal(follow("\"\",\"\"\"\"\n", ',', PST_QUOTE_NONE), PST_QUOTE_NONE);
  assert_int_equal(follow("\"a\"\t\"b\"\n", '\t', PST_QUOTE_NONE), PST_QUOTE_NONE);
  assert_int_equal(follow("\"a\"", ',', PST_QUOTE_NONE), PST_QUOTE_NONE);
}

static void text_after_a_closing_quote(void **state)
{
  static const struct {
    const char *line;
    size_t bad;
  } cases[] = {{"1,\"a\"b\n", 5}, {"\"a\" b,1\n", 4}, {"\"a\" \"b\"\n", 4}, {"\"\"x", 2}};

  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    enum pst_quote_state quotes = PST_QUOTE_NONE;
    size_t bad = 99;

    assert_false(pst_line_quotes(text_of(cases[i].line), ',', &quotes, &bad));
    assert_int_equal(bad, cases[i].bad);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ends_of_lines_by_brute_force), cmocka_unit_test(ends_of_long_lines),
      cmocka_unit_test(text_is_without_its_end),      cmocka_unit_test(blank_lines),
      cmocka_unit_test(checks_are_by_place),          cmocka_unit_test(quotes_open_and_close),
      cmocka_unit_test(text_after_a_closing_quote),
  };

  return cmocka_run_group_tests_name("lines", tests, NULL, NULL);
}
