#include "check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "table/load/cell.h"

static const char *const tokens[] = {"..", "n/a", "-9"};
static const struct pst_cell_rules rules = {.missing = tokens, .n_missing = 3};

/* A table of one column read as WANT from the N cells. */
struct sample {
  struct pst_table table;
  struct pst_column *column;
  struct pst_error error;
};

static enum pst_status fill(struct sample *sample, enum pst_want want, const char *const *cells,
                            size_t n, const struct pst_cell_rules *how)
{
  enum pst_status status = PST_OK;

  *sample = (struct sample){.table = {.n_rows = 0}};
  assert_int_equal(pst_table_reserve(&sample->table, n, NULL), PST_OK);
  sample->column = pst_table_add_column(&sample->table, "value", want);
  assert_non_null(sample->column);
  for (size_t r = 0; r < n && status == PST_OK; r++) {
    status = pst_cell_read(sample->column, r, sample->table.rows_capacity, pst_text_of(cells[r]),
                           how, &sample->error);
    sample->table.n_rows += status == PST_OK;
  }
  if (status == PST_OK && want == PST_WANT_ANY)
    status = pst_cell_settle(sample->column, n, false, how, &sample->error);
  return status;
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void numbers(void **state)
{
  static const char *const cells[] = {"1",   " -2.50 ", "1e3", "",    "..",
                                      "n/a", "-9",      "\t",  "+.5", "-9.0"};
  static const double want[] = {1, -2.5, 1000, NAN, NAN, NAN, NAN, NAN, 0.5, -9};
  static const int decimals[] = {0, 2, 0, 0, 0, 0, 0, 0, 1, 1};
  struct sample s;

  (void)state;
  assert_int_equal(fill(&s, PST_WANT_NUMBER, cells, COUNT(cells), &rules), PST_OK);
  for (size_t r = 0; r < COUNT(cells); r++) {
    assert_int_equal(pst_column_missing(s.column, r), isnan(want[r]));
    if (!isnan(want[r]))
      assert_close(pst_column_number(s.column, r), want[r], 0, 0);
    assert_int_equal(pst_column_decimals(s.column, r), decimals[r]);
    assert_false(pst_column_bounded(s.column, r));
  }
  assert_int_equal(s.column->n_missing, 5);
  assert_false(pst_column_has_bounds(s.column));
  pst_table_free(&s.table);
}

static void decimal_comma_and_thousands(void **state)
{
  static const char *const cells[] = {"1.234,5", "0,25", "1.234.567"};
  static const struct pst_cell_rules comma = {.style = {.decimal = ',', .thousands = '.'}};
  struct sample s;

  (void)state;
  assert_int_equal(fill(&s, PST_WANT_NUMBER, cells, 3, &comma), PST_OK);
  assert_close(pst_column_number(s.column, 0), 1234.5, 0, 0);
  assert_close(pst_column_number(s.column, 1), 0.25, 0, 0);
  assert_close(pst_column_number(s.column, 2), 1234567, 0, 0);
  assert_int_equal(pst_column_decimals(s.column, 1), 2);
  pst_table_free(&s.table);
}

static void bounded_cells(void **state)
{
  static const char *const cells[] = {"5",
                                      "",
                                      ">10",
                                      "7",
                                      "<=296",
                                      "[2,2]",
                                      "581\xc2\xb1"
                                      "4",
                                      ".."};
  static const bool bounded[] = {false, false, true, false, true, false, true, false};
  struct sample s;

  (void)state;
  assert_int_equal(fill(&s, PST_WANT_NUMBER, cells, COUNT(cells), &rules), PST_OK);
  for (size_t r = 0; r < COUNT(cells); r++)
    assert_int_equal(pst_column_bounded(s.column, r), bounded[r]);
  assert_int_equal(s.column->n_bounded, 3);
  assert_int_equal(s.column->n_missing, 2);
  assert_nan(pst_column_number(s.column, 2));
  assert_false(pst_column_missing(s.column, 2));
  assert_close(pst_column_bounds(s.column, 2)->low, 10, 0, 0);
  assert_true(pst_column_bounds(s.column, 2)->low_open
              && isinf(pst_column_bounds(s.column, 2)->high));
  assert_close(pst_column_bounds(s.column, 4)->high, 296, 0, 0);
  assert_false(pst_column_bounds(s.column, 4)->high_open);
  assert_close(pst_column_number(s.column, 5), 2, 0, 0); /* no width: a plain number */
  assert_close(pst_column_bounds(s.column, 6)->low, 577, 0, 0);
  assert_close(pst_column_bounds(s.column, 6)->high, 585, 0, 0);
  pst_table_free(&s.table);
}

static void fails(enum pst_want want, const char *cell, const struct pst_cell_rules *how,
                  const char *message)
{
  struct sample s;

  assert_int_equal(fill(&s, want, &cell, 1, how), PST_BAD_DATA);
  assert_string_equal(s.error.message, message);
  assert_int_equal(s.column->n_missing, 0);
  pst_table_free(&s.table);
}

static void what_is_no_number(void **state)
{
  static const struct pst_cell_rules quiet = {.no_advice = true};

  (void)state;
  fails(PST_WANT_NUMBER, "abc", &rules,
        "'abc' is not a number; use --missing abc or --on-bad skip");
  fails(PST_WANT_NUMBER, "no data", &rules,
        "'no data' is not a number; use --missing 'no data' or --on-bad skip");
  fails(PST_WANT_NUMBER, "*", &rules, "'*' is not a number; use --missing '*' or --on-bad skip");
  fails(PST_WANT_NUMBER, "\xe2\x80\xa6", &rules,
        "'\xe2\x80\xa6' is not a number; use --missing \xe2\x80\xa6 or --on-bad skip");
  fails(PST_WANT_NUMBER, "1,5", &rules, "'1,5' is not a number; use --decimal ,");
  fails(PST_WANT_NUMBER, "1,234.5", &rules, "'1,234.5' is not a number; use --thousands ,");
  fails(PST_WANT_NUMBER, "1,234", &rules,
        "'1,234' is not a number; use --decimal , or --thousands , (whichever the comma is)");
  fails(PST_WANT_NUMBER, "a,b", &rules,
        "'a,b' is not a number; use --on-bad skip to leave the row out");
  fails(PST_WANT_NUMBER, "n'a", &rules,
        "'n'a' is not a number; use --on-bad skip to leave the row out");
  fails(PST_WANT_NUMBER, "nan", &rules,
        "'nan' is not a number; use --missing nan or --on-bad skip");
  fails(PST_WANT_NUMBER, "1e999", &rules,
        "'1e999' is not a number; polstat tidy reads what agencies print at numbers, and --on-bad "
        "skip leaves the row out");
  fails(PST_WANT_NUMBER, "abc", &quiet, "'abc' is not a number");
  fails(PST_WANT_TIME, "June", &quiet,
        "'June' is not a period (2015, FY2015, 2015-04, 2015-04-30, 2015-Q2, 2015-S1, 2013-2015) "
        "or a number");
}

static void long_cells_are_cut_between_characters(void **state)
{
  char cell[200], want[300];

  (void)state;
  for (size_t shift = 0; shift < 3; shift++) {
    memset(cell, 'x', shift);
    cell[shift] = '\0';
    for (size_t i = 0; i < 40; i++)
      strcat(cell, "\xe6\x97\xa5");
    snprintf(want, sizeof want, "'%.*s...' is not a number; use --on-bad skip to leave the row out",
             (int)(shift + (60 - shift) / 3 * 3), cell);
    fails(PST_WANT_NUMBER, cell, &rules, want);
  }
}

static void periods_of_one_kind(void **state)
{
  static const char *const quarters[] = {"", "2020-Q1", "2020-Q3", "2021-Q1"};
  static const char *const years[] = {"998", "999", "1000", "2020", "2020.5"};
  static const char *const mixed[] = {"..", "FY2013", "2013-04"};
  static const char *const later[] = {"2013", "2014-Q1"};
  struct sample s;

  (void)state;
  assert_int_equal(fill(&s, PST_WANT_TIME, quarters, 4, &rules), PST_OK);
  assert_int_equal(s.column->period, PST_PERIOD_QUARTER);
  assert_close(pst_column_number(s.column, 2), 2020.5, 0, 0);
  assert_true(pst_column_missing(s.column, 0));
  assert_string_equal(pst_column_text(s.column, 3, (char[PST_CELL_SIZE]){0}), "2021-Q1");
  pst_table_free(&s.table);
  assert_int_equal(fill(&s, PST_WANT_TIME, years, 5, &rules), PST_OK);
  assert_int_equal(s.column->period, PST_PERIOD_NONE);
  assert_close(pst_column_number(s.column, 4), 2020.5, 0, 0);
  pst_table_free(&s.table);
  assert_int_equal(fill(&s, PST_WANT_TIME, mixed, 3, &rules), PST_BAD_DATA);
  assert_string_equal(s.error.message,
                      "'2013-04' is a month, but the cells before it are of the kind fiscal year; "
                      "a column has one kind of period");
  pst_table_free(&s.table);
  assert_int_equal(fill(&s, PST_WANT_TIME, later, 2, &rules), PST_BAD_DATA);
  pst_table_free(&s.table);
}

static void texts(void **state)
{
  static const char *const cells[] = {" Japan ", "", "Peru", "Japan", "n/a", "C\xc3\xb4te"};
  struct sample s;

  (void)state;
  assert_int_equal(fill(&s, PST_WANT_TEXT, cells, COUNT(cells), &rules), PST_OK);
  assert_int_equal(pst_column_texts(s.column)->count, 3);
  assert_int_equal(pst_column_code(s.column, 0), pst_column_code(s.column, 3));
  assert_string_equal(pst_column_text(s.column, 0, NULL), "Japan");
  assert_null(pst_column_text(s.column, 4, NULL));
  assert_int_equal(s.column->n_missing, 2);
  pst_table_free(&s.table);
}

static void settles(const char *const *cells, size_t n, enum pst_column_type type,
                    enum pst_period_kind period)
{
  struct sample s;
  size_t token;

  assert_int_equal(fill(&s, PST_WANT_ANY, cells, n, &rules), PST_OK);
  assert_int_equal(s.column->type, type);
  assert_int_equal(s.column->period, period);
  for (size_t r = 0; r < n; r++)
    assert_int_equal(pst_column_missing(s.column, r),
                     pst_cell_is_missing(pst_text_trim(pst_text_of(cells[r])), &rules, &token));
  pst_table_free(&s.table);
}

static void any_type_that_all_cells_allow(void **state)
{
  static const char *const number[] = {"1", "", "2.5", "-9"}, *const bounded[] = {"", ">10", "3"},
                           *const text[] = {"1", "x", "2"},
                           *const month[] = {"..", "2013-04", "2013-05"},
                           *const mixed[] = {"2013-04", "2013-Q1"},
                           *const year[] = {"2013", "2014"}, *const empty[] = {"", ".."},
                           *const fiscal[] = {"FY2013", "2013"};

  (void)state;
  settles(number, 4, PST_COLUMN_NUMBER, PST_PERIOD_NONE);
  settles(bounded, 3, PST_COLUMN_NUMBER, PST_PERIOD_NONE);
  settles(text, 3, PST_COLUMN_TEXT, PST_PERIOD_NONE);
  settles(month, 3, PST_COLUMN_TIME, PST_PERIOD_MONTH);
  settles(mixed, 2, PST_COLUMN_TEXT, PST_PERIOD_NONE);
  settles(year, 2, PST_COLUMN_NUMBER, PST_PERIOD_NONE);
  settles(empty, 2, PST_COLUMN_TEXT, PST_PERIOD_NONE);
  settles(fiscal, 2, PST_COLUMN_TEXT, PST_PERIOD_NONE);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers),
      cmocka_unit_test(decimal_comma_and_thousands),
      cmocka_unit_test(bounded_cells),
      cmocka_unit_test(what_is_no_number),
      cmocka_unit_test(long_cells_are_cut_between_characters),
      cmocka_unit_test(periods_of_one_kind),
      cmocka_unit_test(texts),
      cmocka_unit_test(any_type_that_all_cells_allow),
  };

  return cmocka_run_group_tests_name("cell", tests, NULL, NULL);
}
