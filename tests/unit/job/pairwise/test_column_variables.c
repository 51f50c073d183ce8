/* Samples of columns with holes, against samples made row by row. */
#include "check.h"
#include "random.h"

#include <math.h>
#include <stdlib.h>

#include "job/pairwise/variables.h"

enum { ROWS = 300, COLUMNS = 4 };

static void fill_table(struct pst_table *table, uint64_t *seed, const size_t *holes)
{
  for (size_t c = 0; c < COLUMNS; c++) {
    assert_non_null(pst_table_add_column(table, "c", PST_WANT_NUMBER));
    for (size_t r = 0; r < ROWS; r++)
      if (holes[c] == 0 || random_below(seed, holes[c]) > 0)
        pst_column_set_number(&table->columns[c], r, (double)random_below(seed, 200), 0);
  }
}

static size_t by_rows(const struct pst_table *table, const struct pst_groups *groups, size_t group,
                      size_t a, size_t b, double x[ROWS], double y[ROWS])
{
  size_t n = 0;

  for (size_t i = groups->first[group]; i < groups->first[group + 1]; i++) {
    x[n] = pst_column_number(&table->columns[a], groups->row[i]);
    y[n] = pst_column_number(&table->columns[b], groups->row[i]);
    n += !isnan(x[n]) && !isnan(y[n]);
  }
  return n;
}

static void check_pair(const struct pst_column_variables *variables, size_t a, size_t b)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_known room[2];
  struct pst_sample sample;
  double x[ROWS], y[ROWS];
  size_t n = by_rows(variables->table, variables->groups, variables->group, a, b, x, y);

  assert_int_equal(pst_column_variables_sample(variables, a, b, &sample, room, &arena, NULL),
                   PST_OK);
  assert_int_equal(sample.n, n);
  assert_memory_equal(sample.x, x, n * sizeof *x);
  assert_memory_equal(sample.y, y, n * sizeof *y);
  if (n > 0) {
    const struct pst_known *const known[] = {sample.x_known, sample.y_known};

    for (int v = 0; v < 2; v++) {
      assert_int_equal(known[v]->n, n);
      assert_memory_equal(known[v]->x, v == 0 ? x : y, n * sizeof *x);
      for (size_t i = 1; i < n; i++)
        assert_true(known[v]->x[known[v]->at[i - 1]] <= known[v]->x[known[v]->at[i]]);
    }
  }
  pst_arena_free(&arena);
}

static void samples_are_those_of_the_rows(void **state)
{
  static const size_t holes[][COLUMNS] = {{0, 0, 0, 0}, {3, 0, 2, 50}, {1, 2, 0, 3}};
  size_t row[ROWS], first[] = {0, 120, 121, ROWS};
  const struct pst_groups groups = {.n_groups = 3, .first = first, .row = row};
  const size_t columns[] = {0, 1, 2, 3};
  uint64_t seed = 95;

  (void)state;
  for (size_t r = 0; r < ROWS; r++)
    row[r] = r % 2 == 0 ? r / 2 : ROWS - 1 - r / 2;
  for (size_t h = 0; h < 3; h++) {
    struct pst_arena arena = PST_ARENA_EMPTY;
    struct pst_table table = {.n_rows = ROWS, .rows_capacity = ROWS};
    struct pst_column_variable list[COLUMNS];
    struct pst_column_variables variables = {.table = &table,
                                             .groups = &groups,
                                             .what = PST_KNOW_RANKS | PST_KNOW_DEVIATIONS,
                                             .kept = true,
                                             .n = COLUMNS,
                                             .columns = columns,
                                             .list = list};

    fill_table(&table, &seed, holes[h]);
    for (variables.group = 0; variables.group < 3; variables.group++) {
      for (size_t c = 0; c < COLUMNS; c++)
        assert_int_equal(pst_column_variables_fill(&variables, c, &arena, NULL), PST_OK);
      for (size_t a = 0; a < COLUMNS; a++)
        for (size_t b = 0; b < COLUMNS; b++)
          check_pair(&variables, a, b);
    }
    pst_table_free(&table);
    pst_arena_free(&arena);
  }
}

/* A cell that is not finite: the kernel is to see it, and nothing is said to be known. */
static void infinite_cells(void **state)
{
  size_t row[] = {0, 1, 2}, first[] = {0, 3};
  const struct pst_groups groups = {.n_groups = 1, .first = first, .row = row};
  const size_t columns[] = {0, 1};
  struct pst_table table = {.n_rows = 3, .rows_capacity = 3};
  struct pst_column_variable list[2];
  struct pst_column_variables variables = {.table = &table,
                                           .groups = &groups,
                                           .what = PST_KNOW_RANKS,
                                           .n = 2,
                                           .columns = columns,
                                           .list = list};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_known room[2];
  struct pst_sample sample;

  (void)state;
  for (size_t c = 0; c < 2; c++) {
    assert_non_null(pst_table_add_column(&table, "c", PST_WANT_NUMBER));
    for (size_t r = c; r < 3; r++)
      pst_column_set_number(&table.columns[c], r, c == 0 && r == 1 ? (double)INFINITY : (double)r,
                            0);
    assert_int_equal(pst_column_variables_fill(&variables, c, &arena, NULL), PST_OK);
  }
  assert_int_equal(pst_column_variables_sample(&variables, 0, 1, &sample, room, &arena, NULL),
                   PST_OK);
  assert_true(sample.n == 2 && isinf(sample.x[0]) && sample.y[0] == 1);
  assert_true(sample.x_known == NULL && sample.y_known != NULL);
  pst_table_free(&table);
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(samples_are_those_of_the_rows),
                                     cmocka_unit_test(infinite_cells)};

  return cmocka_run_group_tests_name("column_variables", tests, NULL, NULL);
}
