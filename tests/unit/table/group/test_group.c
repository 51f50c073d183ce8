#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "random.h"
#include "table/load/cell.h"
#include "table/group/group.h"

static const struct pst_cell_rules rules = {.n_missing = 0};

/* A table of N_COLUMNS text columns; cells[r][c], "" is missing. */
static void fill(struct pst_table *table, size_t n_columns, size_t n_rows,
                 const char *(*cell)(void *context, size_t r, size_t c), void *context)
{
  *table = (struct pst_table){.n_rows = 0};
  assert_int_equal(pst_table_reserve(table, n_rows, NULL), PST_OK);
  for (size_t c = 0; c < n_columns; c++)
    assert_non_null(pst_table_add_column(table, "key", PST_WANT_TEXT));
  for (size_t r = 0; r < n_rows; r++, table->n_rows++)
    for (size_t c = 0; c < n_columns; c++)
      assert_int_equal(pst_cell_read(&table->columns[c], r, table->rows_capacity,
                                     pst_text_of(cell(context, r, c)), &rules, NULL),
                       PST_OK);
}

static const char *from_list(void *context, size_t r, size_t c)
{
  return ((const char *const(*)[2])context)[r][c];
}

static void two_columns(void **state)
{
  static const char *const cells[][2] = {{"Japan", "in"}, {"Peru", "in"}, {"Japan", "out"},
                                         {"", "in"},      {"Peru", ""},   {"Japan", "in"}};
  static const size_t columns[] = {0, 1}, swapped[] = {1, 0};
  struct pst_table table;
  struct pst_groups groups;

  (void)state;
  fill(&table, 2, 6, from_list, (void *)cells);
  assert_int_equal(pst_group(&table, columns, 2, &groups, NULL), PST_OK);
  assert_int_equal(groups.n_groups, 3);
  assert_int_equal(groups.n_left_out, 2);
  assert_string_equal(groups.keys[0], "Japan");
  assert_string_equal(groups.keys[3], "in");
  assert_string_equal(groups.keys[5], "out");
  assert_int_equal(groups.first[1], 2);
  assert_int_equal(groups.row[0], 0);
  assert_int_equal(groups.row[1], 5);
  assert_int_equal(groups.first[3], 4);
  pst_groups_free(&groups);
  assert_int_equal(pst_group(&table, swapped, 2, &groups, NULL), PST_OK);
  assert_string_equal(groups.keys[0], "in");
  assert_string_equal(groups.keys[1], "Japan");
  pst_groups_free(&groups);
  pst_table_free(&table);
}

static void no_columns_and_no_rows(void **state)
{
  static const char *const cells[][2] = {{"a", ""}, {"", ""}};
  static const size_t column[] = {0};
  struct pst_table table;
  struct pst_groups groups;

  (void)state;
  fill(&table, 1, 2, from_list, (void *)cells);
  assert_int_equal(pst_group(&table, NULL, 0, &groups, NULL), PST_OK);
  assert_int_equal(groups.n_groups, 1);
  assert_int_equal(groups.first[1], 2);
  assert_int_equal(groups.n_left_out, 0);
  pst_groups_free(&groups);
  table.n_rows = 0;
  for (size_t n = 0; n < 2; n++) {
    assert_int_equal(pst_group(&table, column, n, &groups, NULL), PST_OK);
    assert_int_equal(groups.n_groups, 0);
    assert_int_equal(groups.first[0], 0);
    pst_groups_free(&groups);
  }
  table.n_rows = 2;
  pst_table_free(&table);
}

static void all_rows_left_out(void **state)
{
  static const char *const cells[][2] = {{"", ""}, {"", ""}};
  static const size_t column[] = {0};
  struct pst_table table;
  struct pst_groups groups;

  (void)state;
  fill(&table, 1, 2, from_list, (void *)cells);
  assert_int_equal(pst_group(&table, column, 1, &groups, NULL), PST_OK);
  assert_int_equal(groups.n_groups, 0);
  assert_int_equal(groups.n_left_out, 2);
  pst_groups_free(&groups);
  pst_table_free(&table);
}

/* --- brute force ------------------------------------------------------------------------------------ */

struct drawn {
  char (*cell)[3][8];
};

static const char *from_drawn(void *context, size_t r, size_t c)
{
  return ((struct drawn *)context)->cell[r][c];
}

static bool same_key(const struct drawn *drawn, size_t a, size_t b, size_t n)
{
  for (size_t c = 0; c < n; c++)
    if (strcmp(drawn->cell[a][c], drawn->cell[b][c]) != 0)
      return false;
  return true;
}

static bool has_key(const struct drawn *drawn, size_t r, size_t n)
{
  for (size_t c = 0; c < n; c++)
    if (drawn->cell[r][c][0] == '\0')
      return false;
  return true;
}

static void holds(const struct drawn *drawn, size_t n_rows, size_t n,
                  const struct pst_groups *groups)
{
  size_t next = 0, left_out = 0, placed = 0;

  for (size_t r = 0; r < n_rows; r++) {
    bool new = has_key(drawn, r, n);

    left_out += !new;
    for (size_t before = 0; before < r && new; before++)
      new = !same_key(drawn, before, r, n);
    if (!new)
      continue;
    assert_true(next < groups->n_groups);
    placed = groups->first[next];
    for (size_t later = r; later < n_rows; later++)
      if (same_key(drawn, r, later, n))
        assert_int_equal(groups->row[placed++], later);
    assert_int_equal(placed, groups->first[next + 1]);
    for (size_t c = 0; c < n; c++)
      assert_string_equal(groups->keys[next * n + c], drawn->cell[r][c]);
    next++;
  }
  assert_int_equal(next, groups->n_groups);
  assert_int_equal(left_out, groups->n_left_out);
}

static void brute_force(void **state)
{
  static const size_t columns[] = {0, 1, 2};
  uint64_t seed = 5;

  (void)state;
  for (int round = 0; round < 400; round++) {
    size_t n_rows = random_below(&seed, round % 40 == 0 ? 2000 : 30),
           n = 1 + random_below(&seed, 3);
    size_t levels = 1 + random_below(&seed, round % 40 == 0 ? 400 : 6);
    struct drawn drawn = {.cell = calloc(n_rows + 1, sizeof *drawn.cell)};
    struct pst_table table;
    struct pst_groups groups;

    for (size_t r = 0; r < n_rows; r++)
      for (size_t c = 0; c < 3; c++)
        if (random_below(&seed, 12) > 0)
          snprintf(drawn.cell[r][c], 8, "%zu", random_below(&seed, levels));
    fill(&table, 3, n_rows, from_drawn, &drawn);
    assert_int_equal(pst_group(&table, columns, n, &groups, NULL), PST_OK);
    holds(&drawn, n_rows, n, &groups);
    pst_groups_free(&groups);
    pst_table_free(&table);
    free(drawn.cell);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_columns),
      cmocka_unit_test(no_columns_and_no_rows),
      cmocka_unit_test(all_rows_left_out),
      cmocka_unit_test(brute_force),
  };

  return cmocka_run_group_tests_name("group", tests, NULL, NULL);
}
