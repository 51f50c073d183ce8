#include "check.h"

#include <math.h>
#include <string.h>

#include "table/load/cell.h"
#include "table/table.h"

static const struct pst_cell_rules rules = {.n_missing = 0};

static void put(struct pst_column *column, size_t row, size_t capacity, const char *cell)
{
  assert_int_equal(pst_cell_read(column, row, capacity, pst_text_of(cell), &rules, NULL), PST_OK);
}

/* name (text), n (number), quarter (time). */
static void fill(struct pst_table *table)
{
  static const char *const cells[][3] = {{"a", "1.50", "2020-Q1"},
                                         {"b", ">10", "2020-Q2"},
                                         {"", "", ""},
                                         {"a", "-3", "2020-Q4"},
                                         {"c", "<=4", "2021-Q1"}};

  *table = (struct pst_table){.n_rows = 0};
  assert_int_equal(pst_table_reserve(table, 5, NULL), PST_OK);
  assert_non_null(pst_table_add_column(table, "name", PST_WANT_TEXT));
  assert_non_null(pst_table_add_column(table, "n", PST_WANT_NUMBER));
  assert_non_null(pst_table_add_column(table, "quarter", PST_WANT_TIME));
  for (size_t r = 0; r < 5; r++) {
    for (size_t c = 0; c < 3; c++)
      put(&table->columns[c], r, table->rows_capacity, cells[r][c]);
    pst_table_place(table, r, r + 2, r >= 3);
    table->n_rows++;
  }
  table->files = pst_arena_array(&table->arena, 2, sizeof *table->files);
  table->files[0] = "one.csv";
  table->files[1] = "two.csv";
}

static void cells_as_text(void **state)
{
  static const char *const want[] = {"1.5", ">10", NULL, "-3", "<=4"};
  struct pst_table table;
  char buffer[PST_CELL_SIZE];

  (void)state;
  fill(&table);
  for (size_t r = 0; r < 5; r++) {
    const char *got = pst_column_text(&table.columns[1], r, buffer);

    assert_int_equal(got == NULL, want[r] == NULL);
    if (got != NULL)
      assert_string_equal(got, want[r]);
  }
  assert_string_equal(pst_column_text(&table.columns[0], 3, buffer), "a");
  assert_string_equal(pst_column_text(&table.columns[2], 3, buffer), "2020-Q4");
  assert_null(pst_column_text(&table.columns[2], 2, buffer));
  pst_table_free(&table);
}

static void rows_are_kept_in_order(void **state)
{
  static const bool keep[] = {false, true, true, false, true};
  struct pst_table table;

  (void)state;
  fill(&table);
  pst_table_keep(&table, keep);
  assert_int_equal(table.n_rows, 3);
  assert_string_equal(pst_column_text(&table.columns[0], 0, NULL), "b");
  assert_true(pst_column_bounded(&table.columns[1], 0));
  assert_true(pst_column_missing(&table.columns[1], 1));
  assert_close(pst_column_bounds(&table.columns[1], 2)->high, 4, 0, 0);
  assert_close(pst_column_number(&table.columns[2], 2), 2021, 0, 0);
  assert_int_equal(pst_table_line(&table, 2), 6);
  assert_string_equal(pst_table_file(&table, 0), "one.csv");
  assert_string_equal(pst_table_file(&table, 2), "two.csv");
  assert_int_equal(table.columns[0].n_missing, 1);
  assert_int_equal(table.columns[1].n_missing, 1);
  assert_int_equal(table.columns[1].n_bounded, 2);
  pst_table_keep(&table, (const bool[]){false, false, false});
  assert_int_equal(table.n_rows, 0);
  assert_int_equal(table.columns[1].n_bounded, 0);
  pst_table_free(&table);
}

static void a_new_column_is_missing(void **state)
{
  static const enum pst_want wants[] = {PST_WANT_NUMBER, PST_WANT_TIME, PST_WANT_TEXT};
  struct pst_table table;

  (void)state;
  fill(&table);
  for (size_t i = 0; i < 3; i++) {
    struct pst_column *column = pst_table_add_column(&table, "more", wants[i]);

    for (size_t r = 0; r < table.n_rows; r++)
      assert_true(pst_column_missing(column, r));
    assert_int_equal(column->field, SIZE_MAX);
  }
  for (int i = 0; i < 40; i++)
    assert_non_null(pst_table_add_column(&table, "many", PST_WANT_NUMBER));
  assert_string_equal(table.columns[0].name, "name");
  assert_string_equal(pst_column_text(&table.columns[0], 0, NULL), "a");
  pst_table_free(&table);
}

static void room_grows_and_keeps(void **state)
{
  struct pst_table table;

  (void)state;
  fill(&table);
  for (size_t rows = 5; rows < 100000; rows = rows * 2 + 1) {
    assert_int_equal(pst_table_reserve(&table, rows, NULL), PST_OK);
    assert_true(table.rows_capacity >= rows);
    assert_close(pst_column_number(&table.columns[1], 0), 1.5, 0, 0);
    assert_close(pst_column_bounds(&table.columns[1], 4)->high, 4, 0, 0);
    assert_int_equal(pst_table_line(&table, 4), 6);
    put(&table.columns[1], table.rows_capacity - 1, table.rows_capacity, ">1");
    assert_true(pst_column_bounded(&table.columns[1], table.rows_capacity - 1));
  }
  pst_table_free(&table);
}

/* Lines one after the other are counted, until one is not: left out, of another file, or twice. */
static void where_rows_stand(void **state)
{
  enum { ROWS = 300 };

  (void)state;
  for (size_t odd = 0; odd <= ROWS; odd += 50)
    for (int kind = 0; kind < 3; kind++) {
      struct pst_table table = {.n_rows = 0};
      bool keep[ROWS];
      unsigned long line[ROWS];

      assert_int_equal(pst_table_reserve(&table, ROWS, NULL), PST_OK);
      for (size_t r = 0; r < ROWS; r++) {
        line[r] = 7 + r + (r >= odd && kind == 0 ? 5 : 0) - (r > odd && kind == 2 ? 1 : 0);
        pst_table_place(&table, r, line[r], r >= odd && kind == 1);
        keep[r] = r % 3 != 1;
      }
      table.n_rows = ROWS;
      for (int pass = 0; pass < 2; pass++) {
        for (size_t r = 0; r < table.n_rows; r++) {
          const size_t was = pass == 0 ? r : r / 2 * 3 + r % 2 * 2;

          assert_int_equal(pst_table_line(&table, r), line[was]);
          assert_int_equal(pst_table_file_number(&table, r), was >= odd && kind == 1);
        }
        if (pass == 0)
          pst_table_keep(&table, keep);
        assert_int_equal(table.n_rows, ROWS / 3 * 2);
      }
      pst_table_free(&table);
    }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cells_as_text),           cmocka_unit_test(rows_are_kept_in_order),
      cmocka_unit_test(a_new_column_is_missing), cmocka_unit_test(room_grows_and_keeps),
      cmocka_unit_test(where_rows_stand),
  };

  return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
