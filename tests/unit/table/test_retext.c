#include "check.h"

#include <stdlib.h>

#include "table/load/cell.h"
#include "table/retext.h"

static const struct pst_cell_rules rules = {.n_missing = 0};

static void fill(struct pst_table *table, const char *const *cells, size_t n)
{
  *table = (struct pst_table){.n_rows = 0};
  assert_int_equal(pst_table_reserve(table, n, NULL), PST_OK);
  assert_non_null(pst_table_add_column(table, "a", PST_WANT_TEXT));
  for (size_t r = 0; r < n; r++, table->n_rows++)
    assert_int_equal(pst_cell_read(&table->columns[0], r, table->rows_capacity,
                                   pst_text_of(cells[r]), &rules, NULL),
                     PST_OK);
}

static void equal_texts_become_one(void **state)
{
  static const char *const cells[] = {"Korea", "", "Japan", "Republic of Korea", "Japan", "x"};
  static const char *const texts[] = {"KOR", "JPN", "KOR", "x"};
  static const char *const want[] = {"KOR", NULL, "JPN", "KOR", "JPN", "x"};
  struct pst_table table;
  struct pst_column column;
  char text[PST_CELL_SIZE];

  (void)state;
  fill(&table, cells, 6);
  assert_int_equal(pst_column_retext(&table, 0, texts, &column, NULL), PST_OK);
  assert_string_equal(column.name, "a");
  assert_int_equal(pst_column_texts(&column)->count, 3);
  for (size_t r = 0; r < 6; r++) {
    if (want[r] == NULL)
      assert_true(pst_column_missing(&column, r));
    else
      assert_string_equal(pst_column_text(&column, r, text), want[r]);
  }
  assert_string_equal(pst_column_text(&table.columns[0], 3, text), "Republic of Korea");
  pst_column_retext_free(&column);
  pst_table_free(&table);
}

static void a_text_without_rows_needs_none(void **state)
{
  static const char *const cells[] = {"a", "b"};
  static const char *const texts[] = {NULL, "B"};
  static const bool kept[] = {false, true};
  struct pst_table table;
  struct pst_column column;
  char text[PST_CELL_SIZE];

  (void)state;
  fill(&table, cells, 2);
  pst_table_keep(&table, kept);
  assert_int_equal(pst_column_retext(&table, 0, texts, &column, NULL), PST_OK);
  assert_int_equal(pst_column_texts(&column)->count, 1);
  assert_string_equal(pst_column_text(&column, 0, text), "B");
  pst_column_retext_free(&column);
  pst_table_free(&table);
}

static void an_empty_table_stays_empty(void **state)
{
  struct pst_table table;
  struct pst_column column;

  (void)state;
  fill(&table, NULL, 0);
  assert_int_equal(pst_column_retext(&table, 0, NULL, &column, NULL), PST_OK);
  assert_int_equal(pst_column_texts(&column)->count, 0);
  pst_column_retext_free(&column);
  pst_table_free(&table);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(equal_texts_become_one),
      cmocka_unit_test(a_text_without_rows_needs_none),
      cmocka_unit_test(an_empty_table_stays_empty),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
