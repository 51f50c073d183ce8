#include "check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "expr_table.h"

static struct pst_arena arena = PST_ARENA_EMPTY;

static struct pst_expr *bound(const char *source)
{
  struct pst_error error;
  struct pst_expr *expr = NULL;

  pst_error_clear(&error);
  if (pst_expr_parse(source, &arena, &expr, &error) != PST_OK
      || pst_expr_bind(expr, &expr_table_names, &error) != PST_OK)
    fail_msg("%s: character %lu: %s", source, error.column, error.message);
  return expr;
}

static struct pst_expr_value value_of(const char *source)
{
  struct pst_expr_value value;

  pst_expr_evaluate(bound(source), expr_table_cell, NULL, &value);
  return value;
}

/* The value as a row of a test table writes it. */
static const char *shown(const char *source)
{
  static const char *const truths[] = {"no", "missing", "undecided", "yes"};
  static char text[256];
  struct pst_expr_value value = value_of(source);
  bool undefined = value.reason == PST_EXPR_UNDEFINED;

  if (value.kind == PST_EXPR_IS_TRUTH)
    return undefined ? "undefined test" : truths[value.truth];
  if (value.kind == PST_EXPR_IS_MISSING)
    return undefined ? "undefined" : "no cell";
  assert_int_equal(value.reason, PST_EXPR_KNOWN);
  if (value.kind == PST_EXPR_IS_NUMBER)
    pst_bounds_print(text, &value.number);
  else
    snprintf(text, sizeof text, "%.*s", (int)value.text.size, value.text.data);
  return text;
}

struct row {
  const char *source, *value;
};

#define check_rows(rows) check_row_list((rows), sizeof(rows) / sizeof *(rows))

static void check_row_list(const struct row *rows, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (strcmp(shown(rows[i].source), rows[i].value) != 0)
      fail_msg("%s is %s, not %s", rows[i].source, shown(rows[i].source), rows[i].value);
}

static void operators_bind_as_the_grammar_says(void **state)
{
  static const struct row rows[] = {
      {"1 + 2 * 3", "7"},
      {"(1 + 2) * 3", "9"},
      {"10 - 4 - 3", "3"},
      {"24 / 4 / 2", "3"},
      {"2 * -3", "-6"},
      {"-2 * +3", "-6"},
      {"-(1 + 2)", "-3"},
      {"1 - -1", "2"},
      {"7 - 2 * 3 + 1", "2"},
      {"1 = 2 or 2 = 2 and 3 = 3", "yes"},
      {"2 = 2 or 2 = 2 and 3 = 4", "yes"},
      {"(2 = 2 or 2 = 2) and 3 = 4", "no"},
      {"not 1 = 2 and 3 = 4", "no"},
      {"not (1 = 2 and 3 = 4)", "yes"},
      {"not 1 = 1 or 1 = 1", "yes"},
      {"1 + 1 = 4 / 2", "yes"},
      {"1 < 2", "yes"},
      {"2 <= 2", "yes"},
      {"2 < 2", "no"},
      {"2 >= 3", "no"},
      {"3 > 2", "yes"},
      {"3 != 3", "no"},
      {"1.5e3", "1500"},
      {".5 + 1", "1.5"},
      {"1990 in 1989..1991", "yes"},
      {"  \t\n7  ", "7"},
      {"2e0 = 2", "yes"},
  };

  (void)state;
  check_rows(rows);
}

static void columns_are_cells(void **state)
{
  static const struct row rows[] = {
      {"amount", "412.5"},
      {"column(\"net oda\") * 2", "16"},
      {"column( \"amount\" )", "412.5"},
      {"donor", "Japan"},
      {"donor = \"Japan\"", "yes"},
      {"donor != \"Japan\"", "no"},
      {"donor = \"japan\"", "no"},
      {"\xE5\x9B\xBD = \"\xE6\x97\xA5\xE6\x9C\xAC\"", "yes"},
      {"donor = donor", "yes"},
      {"\"a\\\"b\\\\c\"", "a\"b\\c"},
      {"lag(amount)", "330"},
      {"lag(amount, 2)", "660"},
      {"lag(amount, 3)", "no cell"},
      {"lag(column(\"net oda\"))", "8"},
      {"amount - lag(amount) > 0", "yes"},
      {"share", "[20.5,21)"},
      {"rank", ">10"},
      {"gap", "no cell"},
  };

  (void)state;
  check_rows(rows);
}

static void sets_have_members(void **state)
{
  static const struct row rows[] = {
      {"donor in {\"France\", \"Japan\"}", "yes"},
      {"donor in {\"France\"}", "no"},
      {"not donor in {\"France\"}", "yes"},
      {"donor in {\"France\", \"Japan\"} except {\"Japan\"}", "no"},
      {"amount in {412.5}", "yes"},
      {"amount in {1, 2, 3}", "no"},
      {"amount in {400 + 12.5, 1}", "yes"},
      {"year in 1990..2020", "yes"},
      {"year in 2021..2030", "no"},
      {"year in 1990..2020 except {2020}", "no"},
      {"year in 1990..2020 except {2019}", "yes"},
      {"year in 1990..2030 except 2010..2030 except {1995}", "no"},
      {"year in 1990..2030 except (2010..2030 except {2020})", "yes"},
      {"year in (((1990..2030)))", "yes"},
      {"year in {\"2019\", \"2020\"}", "yes"},
      {"quarter in 2020..2020", "yes"},
      {"quarter in {\"2020-Q3\"}", "yes"},
      {"amount in 400..500", "no"},
      {"round(amount) in 400..500", "yes"},
      {"-3 in -5..-1", "yes"},
      {"3 in -5..1", "no"},
      {"rank in 1..10", "no"},
      {"rank in 1..11", "undecided"},
      {"max(rank, 12) in 11..30", "undecided"},
      {"share in 20..21", "no"},
      {"share in 1..20", "no"},
      {"share in {20.75}", "undecided"},
      {"share in {21}", "no"},
      {"share in {20.75, 3}", "undecided"},
      {"gap in {1, 2}", "missing"},
      {"gap in 1..2", "missing"},
      {"amount in {gap, 412.5}", "yes"},
      {"amount in {gap, 1}", "missing"},
      {"not gap in {1}", "missing"},
      {"nobody in {\"a\"}", "missing"},
      {"donor in {nobody, \"Japan\"}", "yes"},
  };

  (void)state;
  check_rows(rows);
}

static void bounds_decide_what_they_prove(void **state)
{
  static const struct row rows[] = {
      {"rank > 10", "yes"},
      {"rank >= 10", "yes"},
      {"rank >= 12", "undecided"},
      {"rank <= 10", "no"},
      {"rank < 10", "no"},
      {"rank = 10", "no"},
      {"rank != 10", "yes"},
      {"rank = 12", "undecided"},
      {"rank != 12", "undecided"},
      {"not rank >= 12", "undecided"},
      {"share < 21", "yes"},
      {"share >= 20.5", "yes"},
      {"share > 20.5", "undecided"},
      {"share = share", "undecided"},
      {"rank > share", "undecided"},
      {"rank + 1", ">11"},
      {"10 - rank", "<0"},
      {"rank * -2", "<-20"},
      {"1 / rank", "(0,0.1)"},
      {"share - share", "(-0.5,0.5)"},
      {"abs(10 - rank)", ">0"},
      {"min(rank, 15)", "(10,15]"},
      {"max(rank, 15)", ">=15"},
      {"floor(share)", "20"},
      {"ceil(share)", "21"},
      {"1 / (rank - 11)", "undefined"},
      {"sqrt(rank - 11)", "undefined"},
      {"if(rank >= 12, 1, 2)", "[1,2]"},
      {"if(rank >= 12, \"a\", \"a\")", "a"},
      {"if(rank >= 12, \"a\", \"b\")", "undefined"},
      {"if(rank >= 12, gap, 1)", "no cell"},
  };

  (void)state;
  check_rows(rows);
}

static void missing_fails_every_test(void **state)
{
  static const struct row rows[] = {
      {"gap = 1", "missing"},          {"gap != 1", "missing"},
      {"not gap = 1", "missing"},      {"nobody != \"a\"", "missing"},
      {"gap = gap", "missing"},        {"gap + 1", "no cell"},
      {"1 - gap", "no cell"},          {"abs(gap)", "no cell"},
      {"min(1, gap)", "no cell"},      {"known(gap)", "no"},
      {"known(amount)", "yes"},        {"known(rank)", "yes"},
      {"known(1 / 0)", "no"},          {"not known(gap)", "yes"},
      {"if(known(gap), gap, 0)", "0"}, {"if(gap > 1, 1, 0)", "no cell"},
      {"date(nobody)", "no cell"},
  };

  (void)state;
  check_rows(rows);
}

static void undefined_is_missing_with_its_reason(void **state)
{
  static const struct row rows[] = {
      {"1 / 0", "undefined"},
      {"0 / 0", "undefined"},
      {"log(0)", "undefined"},
      {"log(-1)", "undefined"},
      {"sqrt(-1)", "undefined"},
      {"1e308 * 10", "undefined"},
      {"exp(1000)", "undefined"},
      {"pow(-8, 0.5)", "undefined"},
      {"growth(0, 5)", "undefined"},
      {"date(donor)", "undefined"},
      {"1 / 0 + gap", "undefined"},
      {"gap + 1 / 0", "no cell"},
      {"1 / 0 > 1", "undefined test"},
      {"not log(0) = 1", "undefined test"},
      {"1 / 0 > 1 and 1 = 1", "undefined test"},
      {"1 / 0 > 1 or 1 = 1", "yes"},
      {"1 / 0 > 1 and 1 = 2", "no"},
      {"1 / 0 in {1}", "undefined test"},
      {"if(1 / 0 > 1, 1, 2)", "undefined"},
  };

  (void)state;
  check_rows(rows);
}

static void connectives_have_their_tables(void **state)
{
  static const char *const tests[4] = {"1 = 2", "gap = 1", "rank = 12", "1 = 1"};
  static const char *const names[4] = {"no", "missing", "undecided", "yes"};
  char source[64];

  (void)state;
  for (int a = 0; a < 4; a++) {
    for (int b = 0; b < 4; b++) {
      snprintf(source, sizeof source, "%s and %s", tests[a], tests[b]);
      assert_string_equal(shown(source),
                          names[pst_truth_and((enum pst_truth)a, (enum pst_truth)b)]);
      snprintf(source, sizeof source, "%s or %s", tests[a], tests[b]);
      assert_string_equal(shown(source), names[pst_truth_or((enum pst_truth)a, (enum pst_truth)b)]);
    }
    snprintf(source, sizeof source, "not %s", tests[a]);
    assert_string_equal(shown(source), names[pst_truth_not((enum pst_truth)a)]);
  }
}

static void periods_are_starts_in_years(void **state)
{
  static const struct row rows[] = {
      {"year >= 2000", "yes"},
      {"year = \"2020\"", "yes"},
      {"\"2020\" = year", "yes"},
      {"quarter = \"2020-Q3\"", "yes"},
      {"quarter > \"2020Q2\"", "yes"},
      {"quarter >= \"2021\"", "no"},
      {"quarter < \"2021\"", "yes"},
      {"\"2021\" > quarter", "yes"},
      {"quarter >= 2020", "yes"},
      {"quarter < 2020", "no"},
      {"2021 > quarter", "yes"},
      {"quarter >= 2021 - 1", "yes"},
      {"quarter = \"Q3 2020\"", "yes"},
      {"quarter", "2020.5"},
      {"year(quarter)", "2020"},
      {"year(lag(quarter, 2)) = 2020", "yes"},
      {"date(\"2020-07-01\") > date(\"2020-06-30\")", "yes"},
      {"date(\"2013-Q2\") - 2013", "0.25"},
      {"year(date(\"1999-12-31\"))", "1999"},
      {"quarter - lag(quarter)", "0.25"},
      {"max(year, lag(year)) = \"2020\"", "yes"},
      {"if(1 = 1, quarter, lag(quarter)) = \"2020-Q3\"", "yes"},
  };

  (void)state;
  check_rows(rows);
}

static void functions_compute(void **state)
{
  static const struct row rows[] = {
      {"abs(-3)", "3"},
      {"log(1)", "0"},
      {"ln(exp(2))", "2"},
      {"log10(1000)", "3"},
      {"log2(8)", "3"},
      {"sqrt(16)", "4"},
      {"pow(2, 10)", "1024"},
      {"pow(-2, 3)", "-8"},
      {"round(2.5)", "3"},
      {"round(2.675, 2)", "2.68"},
      {"round(1250, -2)", "1300"},
      {"floor(-1.5)", "-2"},
      {"ceil(-1.5)", "-1"},
      {"min(3, 1, 2)", "1"},
      {"max(3, 1, 2)", "3"},
      {"growth(400, 500)", "0.25"},
      {"growth(lag(amount), amount)", "0.25"},
      {"if(amount > 400, \"big\", \"small\")", "big"},
      {"if(amount < 400, 1, 0)", "0"},
      {"min(max(1, 2), max(3, 4))", "2"},
  };

  (void)state;
  check_rows(rows);
}

static void names_are_listed_before_binding(void **state)
{
  struct pst_expr *expr;

  (void)state;
  assert_int_equal(pst_expr_parse("b + a > lag(b, 7) and column(\"net oda\") in {c, lag(a)}",
                                  &arena, &expr, NULL),
                   PST_OK);
  assert_int_equal(pst_expr_name_count(expr), 4);
  assert_true(pst_text_is(pst_expr_name(expr, 0), "b"));
  assert_true(pst_text_is(pst_expr_name(expr, 1), "a"));
  assert_true(pst_text_is(pst_expr_name(expr, 2), "net oda"));
  assert_true(pst_text_is(pst_expr_name(expr, 3), "c"));
  assert_int_equal(pst_expr_lag_most(expr), 7);
  assert_int_equal(pst_expr_name_count(bound("1 + 2")), 0);
  assert_int_equal(pst_expr_lag_most(bound("year")), 0);
}

static void results_have_types(void **state)
{
  static const struct {
    const char *source;
    enum pst_expr_type type;
    enum pst_period_kind period;
  } rows[] = {
      {"amount * 2", PST_EXPR_NUMBER, PST_PERIOD_NONE},
      {"amount * rank", PST_EXPR_BOUNDED, PST_PERIOD_NONE},
      {"rank", PST_EXPR_BOUNDED, PST_PERIOD_NONE},
      {"if(rank > 12, 1, 2)", PST_EXPR_BOUNDED, PST_PERIOD_NONE},
      {"if(amount > 12, 1, 2)", PST_EXPR_NUMBER, PST_PERIOD_NONE},
      {"donor", PST_EXPR_TEXT, PST_PERIOD_NONE},
      {"if(year > 2000, donor, \"x\")", PST_EXPR_TEXT, PST_PERIOD_NONE},
      {"quarter", PST_EXPR_PERIOD, PST_PERIOD_QUARTER},
      {"lag(quarter)", PST_EXPR_PERIOD, PST_PERIOD_QUARTER},
      {"min(quarter, lag(quarter))", PST_EXPR_PERIOD, PST_PERIOD_QUARTER},
      {"date(\"2020-05\")", PST_EXPR_PERIOD, PST_PERIOD_MONTH},
      {"quarter + 1", PST_EXPR_NUMBER, PST_PERIOD_NONE},
      {"rank > 3 and known(gap)", PST_EXPR_TRUTH, PST_PERIOD_NONE},
  };
  enum pst_period_kind period;

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    assert_int_equal(pst_expr_result(bound(rows[i].source), &period), rows[i].type);
    assert_int_equal(period, rows[i].period);
  }
}

/* A chain needs no nesting, and 200 levels are allowed. */
static void long_chains_and_deep_nests_work(void **state)
{
  static char source[200000];
  size_t size = 0;

  (void)state;
  for (int i = 0; i < 10000; i++)
    size +=
        (size_t)snprintf(source + size, sizeof source - size, "%syear = %d", i ? " or " : "", i);
  assert_string_equal(shown(source), "yes");
  size = (size_t)snprintf(source, sizeof source, "year in {0");
  for (int i = 1; i < 10000; i++)
    size += (size_t)snprintf(source + size, sizeof source - size, ",%d", i);
  snprintf(source + size, sizeof source - size, "}");
  assert_string_equal(shown(source), "yes");
  memset(source, '(', 200);
  snprintf(source + 200, sizeof source - 200, "7");
  memset(source + 201, ')', 200);
  source[401] = '\0';
  assert_string_equal(shown(source), "7");
}

static void binding_again_forgets(void **state)
{
  struct pst_expr *expr = bound("year = \"2020\"");
  struct pst_expr_value value;

  (void)state;
  assert_int_equal(pst_expr_bind(expr, &expr_table_names, NULL), PST_OK);
  pst_expr_evaluate(expr, expr_table_cell, NULL, &value);
  assert_int_equal(value.truth, PST_TRUTH_YES);
}

static void odd_cells_are_undefined(void **state)
{
  (void)state;
  assert_int_equal(pst_expr_number(NAN).reason, PST_EXPR_UNDEFINED);
  assert_int_equal(pst_expr_number(INFINITY).reason, PST_EXPR_UNDEFINED);
  assert_int_equal(pst_expr_number(0).kind, PST_EXPR_IS_NUMBER);
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
      cmocka_unit_test(operators_bind_as_the_grammar_says),
      cmocka_unit_test(columns_are_cells),
      cmocka_unit_test(sets_have_members),
      cmocka_unit_test(bounds_decide_what_they_prove),
      cmocka_unit_test(missing_fails_every_test),
      cmocka_unit_test(undefined_is_missing_with_its_reason),
      cmocka_unit_test(connectives_have_their_tables),
      cmocka_unit_test(periods_are_starts_in_years),
      cmocka_unit_test(functions_compute),
      cmocka_unit_test(names_are_listed_before_binding),
      cmocka_unit_test(results_have_types),
      cmocka_unit_test(long_chains_and_deep_nests_work),
      cmocka_unit_test(binding_again_forgets),
      cmocka_unit_test(odd_cells_are_undefined),
  };

  return cmocka_run_group_tests_name("expr", tests, NULL, clean);
}
