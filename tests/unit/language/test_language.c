/* test_language.c -- the language of claims files, --where and --let: words, trees, places and messages. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "language/admit.h"
#include "language/function.h"
#include "language/habit.h"
#include "language/letter.h"
#include "language/row.h"

static struct pst_arena arena = PST_ARENA_EMPTY;

/* --- words ------------------------------------------------------------------------------------- */

/* The words of TEXT, each as its kind's letter, the byte where it stands, and the word. */
static const char *words_of(const char *text, enum pst_dialect dialect)
{
  static const char kinds[] = "elnsNRS!";
  static char shown[4096];
  struct pst_source source;
  struct pst_scanner scanner = {.source = &source, .dialect = dialect};
  struct pst_word word;
  size_t size = 0;

  assert_true(pst_source_open(&source, "", pst_text_of(text), &arena));
  shown[0] = '\0';
  do {
    word = pst_scan(&scanner);
    size +=
        (size_t)snprintf(shown + size, sizeof shown - size, "%s%c%zu:%.*s", size == 0 ? "" : " ",
                         kinds[word.kind], word.at, (int)word.raw.size, word.raw.data);
  } while (word.kind != PST_WORD_END);
  pst_source_close(&source);
  return shown;
}

static void words_are_told_apart(void **state)
{
  static const struct {
    const char *text, *rows, *claims;
  } rows[] = {
      {"a >= 1.5", "N0:a S2:>= n5:1.5 e8:", "N0:a S2:>= n5:1.5 e8:"},
      {"all rises # b", "N0:all N4:rises !10: N12:b e13:", "R0:all R4:rises e13:"},
      {"1..2", "n0:1 S1:.. n3:2 e4:", "n0:1 S1:.. n3:2 e4:"},
      {"a\nb", "N0:a N2:b e3:", "N0:a l2: N2:b e3:"},
      {"(a\nb)", "S0:( N1:a N3:b S4:) e5:", "S0:( N1:a N3:b S4:) e5:"},
      {"{1,234}", "S0:{ n1:1 S2:, n3:234 S6:} e7:", "S0:{ !1:1 S2:, n3:234 S6:} e7:"},
      {"1,234", "!0:1 S1:, n2:234 e5:", "!0:1 S1:, n2:234 e5:"},
      {"1e3", "n0:1e3 e3:", "!0:1 e3:"},
      {"5 %p", "n0:5 S2:%p e4:", "n0:5 S2:%p e4:"},
      {"\"a\\\"b\"", "s0:\"a\\\"b\" e6:", "s0:\"a\\\"b\" e6:"},
      {"\xE5\x9B\xBD=1", "N0:\xE5\x9B\xBD S3:= n4:1 e5:", "N0:\xE5\x9B\xBD S3:= n4:1 e5:"},
      {"\xE2\x88\x92"
       "1",
       "S0:- n3:1 e4:", "S0:- n3:1 e4:"},
      {"==", "!0: e2:", "!0: e2:"},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    assert_string_equal(words_of(rows[i].text, PST_ROWS), rows[i].rows);
    assert_string_equal(words_of(rows[i].text, PST_CLAIMS), rows[i].claims);
  }
}

static void names_are_made_of_letters(void **state)
{
  (void)state;
  assert_int_equal(pst_letter_size(pst_text_of("a"), 0), 1);
  assert_int_equal(pst_letter_size(pst_text_of("1"), 0), 0);
  assert_int_equal(pst_letter_size(pst_text_of("\xC3\xA9"), 0), 2);
  assert_int_equal(pst_letter_size(pst_text_of("\xE2\x80\x94"), 0), 0);
  assert_int_equal(pst_letter_size(pst_text_of(""), 0), 0);
  assert_int_equal(pst_letter_skip(pst_text_of("ab1-c"), 0), 3);
  assert_true(pst_scan_is_name(pst_text_of("all"), PST_ROWS));
  assert_false(pst_scan_is_name(pst_text_of("all"), PST_CLAIMS));
  assert_false(pst_scan_is_name(pst_text_of("and"), PST_ROWS));
  assert_false(pst_scan_is_name(pst_text_of("2nd"), PST_ROWS));
  assert_false(pst_scan_is_name(pst_text_of("net oda"), PST_ROWS));
  assert_false(pst_scan_is_name(pst_text_of(""), PST_ROWS));
}

static void habits_have_advice(void **state)
{
  (void)state;
  assert_string_equal(pst_habit_find(pst_text_of("== 1"), PST_ROWS, true)->advice,
                      "write = for equality");
  assert_null(pst_habit_find(pst_text_of("^"), PST_ROWS, true));
  assert_string_equal(pst_habit_find(pst_text_of("^"), PST_CLAIMS, false)->advice,
                      "write pow(x, y)");
  assert_string_equal(pst_habit_find(pst_text_of("$"), PST_CLAIMS, false)->advice,
                      "a unit is one word or stands in quotes, as in 5 \"$\"");
  assert_null(pst_habit_find(pst_text_of(";"), PST_ROWS, false));
  assert_null(pst_habit_find(pst_text_of("a"), PST_ROWS, false));
}

static void places_count_lines_and_characters(void **state)
{
  struct pst_source source;
  unsigned long line, column;

  (void)state;
  assert_true(pst_source_open(&source, "a.claims", pst_text_of("ab\n\xC3\xA9 = 1\n"), &arena));
  pst_source_place(&source, 6, &line, &column);
  assert_int_equal(line, 2);
  assert_int_equal(column, 3);
  assert_int_equal(pst_source_character(source.text, 6), 6);
  assert_false(pst_source_fail(&source, 6, "no %s", "good"));
  assert_int_equal(source.error_count, 1);
  assert_string_equal(source.errors[0].message, "no good");
  assert_string_equal(source.errors[0].source, "\xC3\xA9 = 1");
  assert_int_equal(source.errors[0].at, 6);
  assert_int_equal(source.errors[0].column, 3);
  pst_source_close(&source);
}

/* --- trees -------------------------------------------------------------------------------------- */

static void show(struct pst_buffer *out, const struct pst_syntax *node)
{
  static const char *const names[] = {
      "number", "text",    "name",  "span", "cell",      "every", "call", "each", "such",
      "list",   "series",  "+",     "-",    "except",    "*",     "/",    "of",   "neg",
      "plus",   "compare", "about", "in",   "direction", "not",   "and",  "or"};

  pst_buffer_printf(out, "(%s@%zu", names[node->kind], node->place);
  if (node->kind == PST_SYNTAX_NUMBER)
    pst_buffer_printf(out, " %s%.*s", node->number.negative ? "-" : "", (int)node->number.raw.size,
                      node->number.raw.data);
  else if (node->kind == PST_SYNTAX_SPAN)
    pst_buffer_printf(out, " %d..%d", (int)node->span.first, (int)node->span.last);
  else if (node->kind == PST_SYNTAX_COMPARE)
    pst_buffer_printf(out, " %d%s", (int)node->compare.relation,
                      node->compare.exactly ? " exactly" : "");
  else if (node->text.size > 0)
    pst_buffer_printf(out, " %.*s", (int)node->text.size, node->text.data);
  for (size_t i = 0; i < node->count; i++) {
    pst_buffer_puts(out, " ");
    show(out, node->arguments[i]);
  }
  pst_buffer_puts(out, ")");
}

static void trees_follow_the_grammar(void **state)
{
  static const struct {
    const char *text, *tree;
  } rows[] = {
      {"a + 2 * b", "(+@2 (name@0 a) (*@6 (number@4 2) (name@8 b)))"},
      {"-3 + -a", "(+@3 (number@0 -3) (neg@5 (name@6 a)))"},
      {"(1 + 2) * 3", "(*@8 (+@3 (number@1 1) (number@5 2)) (number@10 3))"},
      {"a = exactly 1", "(compare@2 0 exactly (name@0 a) (number@12 1))"},
      {"exactly = 1", "(compare@8 0 (name@0 exactly) (number@10 1))"},
      {"a = about", "(compare@2 0 (name@0 a) (name@4 about))"},
      {"a = about - 1", "(compare@2 0 (name@0 a) (-@10 (name@4 about) (number@12 1)))"},
      {"a = about 5 within 1", "(about@2 (name@0 a) (number@10 5) (number@19 1))"},
      {"a in -5..-1 except {-2}",
       "(in@2 (name@0 a) (except@12 (span@5 -5..-1) (list@19 (number@20 -2))))"},
      {"not a < 1 and b != 2 or c >= 3",
       "(or@21 (and@10 (not@0 (compare@6 2 (name@4 a) (number@8 1))) (compare@16 1 (name@14 b) "
       "(number@19 2))) (compare@26 5 (name@24 c) (number@29 3)))"},
      {"f(1, \"x\")", "(call@0 f (number@2 1) (text@5 x))"},
      {"f()", "(call@0 f)"},
      {"+a", "(plus@0 (name@1 a))"},
      {"5 million EUR", "(number@0 5)"},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_exact exact = {.arena = &arena};
    struct pst_buffer out = {.data = NULL};
    struct pst_source source;
    const struct pst_syntax *tree;

    assert_true(pst_source_open(&source, "", pst_text_of(rows[i].text), &arena));
    tree = pst_row_read(&source, &exact);
    if (tree == NULL)
      fail_msg("%s: %s", rows[i].text, source.errors[0].message);
    show(&out, tree);
    assert_string_equal(pst_buffer_string(&out), rows[i].tree);
    pst_buffer_free(&out);
    pst_source_close(&source);
  }
}

static void units_stand_behind_numbers(void **state)
{
  static const struct {
    const char *text, *word;
    enum pst_unit_kind kind;
    int scale;
    double value;
  } rows[] = {
      {"5 million EUR", "EUR", PST_UNIT_WORD, 6, 5e6},
      {"5 %", "", PST_UNIT_PERCENT, 0, 5},
      {"5 %p", "", PST_UNIT_POINTS, 0, 5},
      {"5 thousand", "", PST_UNIT_PLAIN, 3, 5000},
      {"5 \"$\"", "$", PST_UNIT_WORD, 0, 5},
      {"-5 %", "", PST_UNIT_PERCENT, 0, -5},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_exact exact = {.arena = &arena};
    struct pst_source source;
    const struct pst_syntax *tree;

    assert_true(pst_source_open(&source, "", pst_text_of(rows[i].text), &arena));
    tree = pst_row_read(&source, &exact);
    assert_non_null(tree);
    assert_true(tree->number.has_unit);
    assert_int_equal(tree->number.unit.kind, rows[i].kind);
    assert_int_equal(tree->number.unit.scale, rows[i].scale);
    assert_true(pst_text_is(tree->number.unit.word, rows[i].word));
    assert_close(pst_rational_to_double(tree->number.value), rows[i].value, 0, 0);
    pst_source_close(&source);
  }
}

/* --- functions ----------------------------------------------------------------------------------- */

static const char *bound(const char *text, enum pst_dialect dialect)
{
  static char message[512];
  struct pst_exact exact = {.arena = &arena};
  struct pst_source source;
  struct pst_syntax *tree;

  assert_true(pst_source_open(&source, "", pst_text_of(text), &arena));
  tree = pst_row_read(&source, &exact);
  assert_non_null(tree);
  snprintf(message, sizeof message, "%s",
           pst_function_bind(&source, tree, dialect) ? pst_function_entries[tree->function].name
                                                     : source.errors[0].message);
  pst_source_close(&source);
  return message;
}

static void functions_are_found_or_refused(void **state)
{
  (void)state;
  assert_string_equal(bound("abs(1)", PST_ROWS), "abs");
  assert_string_equal(bound("abs(1)", PST_CLAIMS), "abs");
  assert_string_equal(bound("round(1)", PST_CLAIMS), "round");
  assert_string_equal(bound("round(1, 2, 3)", PST_CLAIMS),
                      "round takes 1 or 2 arguments: round(number) or round(number, digits)");
  assert_string_equal(bound("round()", PST_ROWS),
                      "round takes 1 or 2 arguments: round(x) or round(x, digits)");
  assert_string_equal(bound("min(1)", PST_ROWS), "min takes 2 arguments or more: min(x, y, ...)");
  assert_string_equal(bound("mdian(1)", PST_CLAIMS),
                      "there is no function 'mdian'; did you mean median?");
  assert_string_equal(bound("frobnicate(1)", PST_ROWS), "there is no function 'frobnicate'");
  assert_string_equal(bound("sum(1)", PST_ROWS),
                      "sum is for claims files, as it asks about many rows and this sees one at a "
                      "time: --aggregate "
                      "sum adds up the rows of a cell, and polstat indicator those of a group");
  assert_string_equal(
      bound("lag(1)", PST_CLAIMS),
      "lag is for --where and --let: write the cell of the key before, as in grants[1996]");
}

/* Each function is in one reader at least, in order, and says what to do where it is not. */
static void the_table_is_whole(void **state)
{
  (void)state;
  for (size_t i = 0; i < PST_FNS; i++) {
    const struct pst_function_entry *entry = &pst_function_entries[i];
    bool both = entry->rows.usage != NULL && entry->claims.usage != NULL;

    assert_true(entry->rows.usage != NULL || entry->claims.usage != NULL);
    assert_true(both == (entry->elsewhere[0] == '\0'));
    assert_true(entry->takes[0] != '\0' && entry->gives[0] != '\0');
    if (i > 0)
      assert_true(strcmp(pst_function_entries[i - 1].name, entry->name) < 0);
  }
}

/* --- constructs ---------------------------------------------------------------------------------- */

static void each_reader_admits_its_own(void **state)
{
  struct pst_source source;
  struct pst_language_parser parser = {.source = &source};

  (void)state;
  assert_true(pst_source_open(&source, "", pst_text_of("x"), &arena));
  for (int i = PST_CONSTRUCT_CELL; i <= PST_CONSTRUCT_DIRECTION; i++) {
    parser.scanner.dialect = PST_CLAIMS;
    assert_true(pst_admit(&parser, (enum pst_construct)i, 0));
    parser.scanner.dialect = PST_ROWS;
    assert_false(pst_admit(&parser, (enum pst_construct)i, 0));
  }
  assert_int_equal(source.error_count, PST_CONSTRUCT_DIRECTION + 1);
  pst_source_close(&source);
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
      cmocka_unit_test(words_are_told_apart),
      cmocka_unit_test(names_are_made_of_letters),
      cmocka_unit_test(habits_have_advice),
      cmocka_unit_test(places_count_lines_and_characters),
      cmocka_unit_test(trees_follow_the_grammar),
      cmocka_unit_test(units_stand_behind_numbers),
      cmocka_unit_test(functions_are_found_or_refused),
      cmocka_unit_test(the_table_is_whole),
      cmocka_unit_test(each_reader_admits_its_own),
  };

  return cmocka_run_group_tests_name("language", tests, NULL, clean);
}
