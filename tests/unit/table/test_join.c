#include "check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "random.h"
#include "table/load/cell.h"
#include "table/join.h"

static const struct pst_cell_rules rules = {.n_missing = 0};

/* A table with columns of the WANTS; CELLS row by row. */
static void fill(struct pst_table *table, const char *file, const enum pst_want *wants, size_t n,
                 const char *const *cells, size_t n_rows)
{
  static const char *const names[] = {"a", "b", "c", "d"};

  *table = (struct pst_table){.n_rows = 0};
  assert_int_equal(pst_table_reserve(table, n_rows, NULL), PST_OK);
  for (size_t c = 0; c < n; c++)
    assert_non_null(pst_table_add_column(table, names[c], wants[c]));
  for (size_t r = 0; r < n_rows; r++, table->n_rows++) {
    for (size_t c = 0; c < n; c++)
      assert_int_equal(pst_cell_read(&table->columns[c], r, table->rows_capacity,
                                     pst_text_of(cells[r * n + c]), &rules, NULL),
                       PST_OK);
    pst_table_place(table, r, r + 2, 0);
  }
  table->files = pst_arena_array(&table->arena, 1, sizeof *table->files);
  table->files[0] = file;
}

static const enum pst_want left_wants[] = {PST_WANT_TEXT, PST_WANT_NUMBER};
static const enum pst_want right_wants[] = {PST_WANT_TEXT, PST_WANT_NUMBER, PST_WANT_TEXT,
                                            PST_WANT_TIME};
static const size_t first[] = {0};

static void every_kind_of_column(void **state)
{
  static const char *const left[] = {"Japan", "1", "Peru",  "2", "",     "3",
                                     "Japan", "4", "Chile", "5", "Peru", "6"};
  static const char *const right[] = {"Peru", ">10",    "x",     "FY2001", "Oman", "7",
                                      "y",    "FY2002", "Japan", "8",      "",     "FY2003"};
  struct pst_table table, other;
  struct pst_join_report report;
  char text[PST_CELL_SIZE];

  (void)state;
  fill(&table, "left.csv", left_wants, 2, left, 6);
  fill(&other, "right.csv", right_wants, 4, right, 3);
  assert_int_equal(pst_join(&table, first, &other, first, 1, &report, NULL), PST_OK);
  pst_table_free(&other);
  assert_int_equal(report.keys, 3);
  assert_int_equal(report.matched, 2);
  assert_int_equal(report.n_unmatched, 1);
  assert_string_equal(report.unmatched[0], "Chile");
  assert_int_equal(report.rows_unmatched, 2);
  assert_int_equal(report.unused, 1);
  assert_string_equal(report.unused_keys[0], "Oman");
  assert_int_equal(table.n_columns, 5);
  assert_string_equal(table.columns[2].name, "b");
  assert_close(pst_column_number(&table.columns[2], 0), 8, 0, 0);
  assert_true(pst_column_bounded(&table.columns[2], 1));
  assert_true(pst_column_missing(&table.columns[2], 2));
  assert_true(pst_column_missing(&table.columns[2], 4));
  assert_int_equal(table.columns[2].n_missing, 2);
  assert_int_equal(table.columns[2].n_bounded, 2);
  assert_string_equal(pst_column_text(&table.columns[3], 5, text), "x");
  assert_true(pst_column_missing(&table.columns[3], 0));
  assert_string_equal(pst_column_text(&table.columns[4], 3, text), "FY2003");
  assert_int_equal(table.columns[4].period, PST_PERIOD_FISCAL_YEAR);
  pst_table_free(&table);
}

static void two_rows_for_a_key(void **state)
{
  static const char *const left[] = {"Japan", "1"};
  static const char *const right[] = {"", "1", "", "", "Peru", "1", "", "",
                                      "", "2", "", "", "Peru", "2", "", ""};
  struct pst_table table, other;
  struct pst_join_report report;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  fill(&table, "left.csv", left_wants, 2, left, 1);
  fill(&other, "right.csv", right_wants, 4, right, 4);
  assert_int_equal(pst_join(&table, first, &other, first, 1, &report, &error), PST_BAD_DATA);
  assert_string_equal(error.file, "right.csv");
  assert_int_equal(error.line, 5);
  assert_string_equal(error.message, "the key 'Peru' stands here and in line 3 already; a joined "
                                     "table has one row a key");
  pst_table_free(&table);
  pst_table_free(&other);
}

/* Parts of keys do not run together: (1, 23) is not (12, 3). */
static void keys_of_two_columns(void **state)
{
  static const enum pst_want wants[] = {PST_WANT_TEXT, PST_WANT_TEXT, PST_WANT_NUMBER};
  static const char *const left[] = {"1", "23", "0", "12", "3", "0", "1", "", "0"};
  static const char *const right[] = {"12", "3", "5", "1", "2", "6"};
  static const size_t keys[] = {0, 1};
  struct pst_table table, other;
  struct pst_join_report report;

  (void)state;
  fill(&table, "left.csv", wants, 3, left, 3);
  fill(&other, "right.csv", wants, 3, right, 2);
  assert_int_equal(pst_join(&table, keys, &other, keys, 2, &report, NULL), PST_OK);
  assert_true(pst_column_missing(&table.columns[3], 0));
  assert_close(pst_column_number(&table.columns[3], 1), 5, 0, 0);
  assert_int_equal(report.n_unmatched, 1);
  assert_string_equal(report.unmatched[0], "1 / 23");
  assert_int_equal(report.rows_unmatched, 2);
  pst_table_free(&table);
  pst_table_free(&other);
}

static void brute_force(void **state)
{
  static const enum pst_want wants[] = {PST_WANT_TEXT, PST_WANT_NUMBER};
  uint64_t seed = 11;

  (void)state;
  for (int round = 0; round < 300; round++) {
    enum { MOST = 60 };
    char key[2][MOST][8] = {0}, number[MOST][8];
    const char *cells[2][2 * MOST];
    size_t n = random_below(&seed, MOST), m = random_below(&seed, 20);
    struct pst_table table, other;
    struct pst_join_report report;

    for (size_t r = 0; r < MOST; r++) {
      if (random_below(&seed, 9) > 0)
        snprintf(key[0][r], 8, "k%zu", random_below(&seed, 25));
      snprintf(key[1][r], 8, "k%zu", r);
      snprintf(number[r], 8, "%zu", r * 7);
      for (size_t side = 0; side < 2; side++) {
        cells[side][2 * r] = key[side][r];
        cells[side][2 * r + 1] = number[r];
      }
    }
    fill(&table, "left.csv", wants, 2, cells[0], n);
    fill(&other, "right.csv", wants, 2, cells[1], m);
    assert_int_equal(pst_join(&table, first, &other, first, 1, &report, NULL), PST_OK);
    for (size_t r = 0; r < n; r++) {
      size_t k = key[0][r][0] == '\0' ? MOST : (size_t)atoi(key[0][r] + 1);

      if (k < m)
        assert_close(pst_column_number(&table.columns[2], r), (double)k * 7, 0, 0);
      else
        assert_true(pst_column_missing(&table.columns[2], r));
    }
    assert_int_equal(report.matched + report.unused, m);
    assert_int_equal(report.rows_unmatched, table.columns[2].n_missing);
    pst_table_free(&table);
    pst_table_free(&other);
  }
}

/* The report is of all parts; a key counts once. */
static void a_table_in_parts(void **state)
{
  static const char *const parts[3][4] = {
      {"Japan", "1", "Chile", "2"}, {"Peru", "3", "Japan", "4"}, {"Cuba", "5", "Chile", "6"}};
  static const char *const right[] = {"Peru", "1", "x",     "",  "Oman", "7",
                                      "y",    "",  "Japan", "8", "z",    ""};
  struct pst_table table, other;
  struct pst_join_memory memory = {.used = NULL};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_join_report report;

  (void)state;
  fill(&other, "right.csv", right_wants, 4, right, 3);
  for (size_t p = 0; p < 3; p++) {
    fill(&table, "left.csv", left_wants, 2, parts[p], 2);
    assert_int_equal(pst_join_part(&table, first, &other, first, 1, &memory, &report, NULL),
                     PST_OK);
    assert_int_equal(report.keys, 2 + p);
    assert_int_equal(report.matched, p == 0 ? 1 : 2);
    assert_int_equal(report.unused, p == 0 ? 2 : 1);
    assert_int_equal(report.n_unmatched, p < 2 ? 1 : 2);
    if (p < 2)
      assert_close(pst_column_number(&table.columns[2], p), 8, 0, 0);
    pst_table_free(&table);
  }
  assert_int_equal(report.rows_unmatched, 3);
  assert_int_equal(pst_join_list(&memory, SIZE_MAX, &arena, &report, NULL), PST_OK);
  assert_string_equal(report.unmatched[0], "Chile");
  assert_string_equal(report.unmatched[1], "Cuba");
  assert_string_equal(report.unused_keys[0], "Oman");
  assert_int_equal(pst_join_list(&memory, 1, &arena, &report, NULL), PST_OK);
  assert_string_equal(report.unmatched[0], "Chile");
  assert_int_equal(report.n_unmatched, 2);
  pst_arena_free(&arena);
  pst_join_memory_free(&memory);
  pst_table_free(&other);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_kind_of_column), cmocka_unit_test(two_rows_for_a_key),
      cmocka_unit_test(keys_of_two_columns),  cmocka_unit_test(brute_force),
      cmocka_unit_test(a_table_in_parts),
  };

  return cmocka_run_group_tests_name("join", tests, NULL, NULL);
}
