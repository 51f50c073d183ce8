/* Cells of a column, set and read by kind, one by one and as spans. */
#include "check.h"
#include "table/span.h"

static struct pst_column *add(struct pst_table *table, const char *name, enum pst_want want,
                              size_t rows)
{
  struct pst_column *column;

  assert_int_equal(pst_table_reserve(table, rows, NULL), PST_OK);
  table->n_rows = rows;
  column = pst_table_add_column(table, name, want);
  assert_non_null(column);
  return column;
}

static void numbers_are_set_and_read(void **state)
{
  struct pst_table table = {.n_rows = 0};
  struct pst_column *column = add(&table, "v", PST_WANT_NUMBER, 3);
  const struct pst_bounds above = {
      .low = 10, .high = INFINITY, .low_open = true, .high_open = true};
  char text[PST_CELL_SIZE];

  (void)state;
  assert_true(pst_column_missing(column, 0) && !pst_column_known(column, 0));
  pst_column_set_number(column, 1, 2.5, 2);
  assert_int_equal(pst_column_set_bounds(&table, column, 2, &above, NULL), PST_OK);
  assert_close(pst_column_number(column, 1), 2.5, 0, 0);
  assert_int_equal(pst_column_decimals(column, 1), 2);
  assert_true(pst_column_known(column, 1) && !pst_column_bounded(column, 1));
  assert_true(pst_column_bounded(column, 2) && !pst_column_missing(column, 2));
  assert_false(pst_column_known(column, 2));
  assert_nan(pst_column_number(column, 2));
  assert_close(pst_column_bounds(column, 2)->low, 10, 0, 0);
  assert_int_equal(column->n_bounded, 1);
  assert_null(pst_column_text(column, 0, text));
  assert_string_equal(pst_column_text(column, 1, text), "2.5");
  assert_string_equal(pst_column_text(column, 2, text), ">10");
  assert_false(pst_column_has_codes(column));
  pst_table_free(&table);
}

static void more_decimals_than_a_byte_holds_are_the_most(void **state)
{
  struct pst_table table = {.n_rows = 0};
  struct pst_column *column = add(&table, "v", PST_WANT_NUMBER, 1);

  (void)state;
  pst_column_set_number(column, 0, 0.5, 300);
  assert_int_equal(pst_column_decimals(column, 0), 255);
  pst_table_free(&table);
}

static void an_interval_leaves_the_number(void **state)
{
  struct pst_table table = {.n_rows = 0};
  struct pst_column *column = add(&table, "v", PST_WANT_NUMBER, 1);
  const struct pst_bounds around = {.low = 2.45, .high = 2.55, .high_open = true};

  (void)state;
  pst_column_set_number(column, 0, 2.5, 1);
  assert_int_equal(pst_column_set_interval(&table, column, 0, &around, NULL), PST_OK);
  assert_true(pst_column_known(column, 0) && pst_column_bounded(column, 0));
  assert_int_equal(column->n_bounded, 0);
  assert_close(pst_column_bounds(column, 0)->high, 2.55, 0, 0);
  pst_table_free(&table);
}

static void texts_are_set_and_read(void **state)
{
  struct pst_table table = {.n_rows = 0};
  struct pst_column *column = add(&table, "g", PST_WANT_TEXT, 3);
  char text[PST_CELL_SIZE];

  (void)state;
  assert_true(pst_column_set_text(column, 0, pst_text_of("b")));
  assert_true(pst_column_set_text(column, 2, pst_text_of("b")));
  assert_true(pst_column_missing(column, 1));
  assert_int_equal(pst_column_code(column, 1), PST_CODE_MISSING);
  assert_int_equal(pst_column_code(column, 0), pst_column_code(column, 2));
  assert_string_equal(pst_column_string(column, 2), "b");
  assert_int_equal(pst_column_printed(column, 2).size, 1);
  assert_string_equal(pst_column_text(column, 0, text), "b");
  assert_int_equal(pst_column_texts(column)->count, 1);
  assert_int_equal(pst_column_decimals(column, 0), 0);
  assert_false(pst_column_known(column, 0));
  pst_table_free(&table);
}

static void spans_are_the_cells(void **state)
{
  struct pst_table table = {.n_rows = 0};
  struct pst_number_span numbers;
  struct pst_code_span codes;

  (void)state;
  add(&table, "v", PST_WANT_NUMBER, 2);
  add(&table, "g", PST_WANT_TEXT, 2);
  pst_column_set_number(&table.columns[0], 0, 7, 0);
  assert_true(pst_column_set_text(&table.columns[1], 1, pst_text_of("x")));
  numbers = pst_span_numbers(&table, &table.columns[0]);
  codes = pst_span_codes(&table, &table.columns[1]);
  assert_int_equal(numbers.n, 2);
  assert_close(numbers.at[0], 7, 0, 0);
  assert_nan(numbers.at[1]);
  assert_int_equal(codes.n, 2);
  assert_int_equal(codes.n_codes, 1);
  assert_int_equal(codes.at[0], PST_CODE_MISSING);
  assert_int_equal(codes.at[1], 0);
  assert_null(pst_span_codes(&table, &table.columns[0]).at);
  assert_null(pst_span_numbers(&table, &table.columns[1]).at);
  pst_table_free(&table);
}

/* As doubles the first two are equal. */
static void numbers_beyond_the_doubles_are_compared(void **state)
{
  struct pst_table table = {.n_rows = 0};
  struct pst_column *column = add(&table, "v", PST_WANT_NUMBER, 3);
  char text[PST_CELL_SIZE];

  (void)state;
  pst_column_set_number(column, 0, 0x1p53, 0);
  pst_column_set_number(column, 1, 0x1p53, 0);
  pst_column_set_number(column, 2, 0x1p53 + 2, 0);
  assert_int_equal(pst_column_inexact(column, 0, 3), 3);
  assert_int_equal(pst_column_compare(column, 0, column, 1), 0);
  assert_int_equal(pst_column_set_rest(&table, column, 1, 1, NULL), PST_OK);
  assert_int_equal(pst_column_compare(column, 0, column, 1), -1);
  assert_int_equal(pst_column_compare(column, 2, column, 1), 1);
  assert_int_equal(pst_column_inexact(column, 0, 3), 1);
  assert_int_equal(pst_column_inexact(column, 2, 3), 3);
  assert_string_equal(pst_column_text(column, 0, text), "9007199254740992");
  assert_string_equal(pst_column_text(column, 1, text), "9007199254740993");
  pst_table_keep(&table, (const bool[]){false, true, true});
  assert_close(pst_column_rest(&table.columns[0], 0), 1, 0, 0);
  pst_table_free(&table);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_are_set_and_read),
      cmocka_unit_test(more_decimals_than_a_byte_holds_are_the_most),
      cmocka_unit_test(an_interval_leaves_the_number),
      cmocka_unit_test(texts_are_set_and_read),
      cmocka_unit_test(spans_are_the_cells),
      cmocka_unit_test(numbers_beyond_the_doubles_are_compared),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
