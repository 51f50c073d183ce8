/* Cells of parts, joined in any order, are to the bit the cells of all rows. */
#include "check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/pack.h"
#include "random.h"
#include "table/group/cells.h"

enum { ROWS = 40, CELL = 256 };

static const char *const files[] = {"one.csv", "two.csv"};

/* Rows of texts g, times t (years) or q (quarters), and numbers v. */
struct rows {
  struct pst_table table;
  bool quarters;
};

static void set(struct pst_table *table, size_t r, uint64_t *seed, bool quarters)
{
  static const char *const groups[] = {"A", "B", "C", "D"};
  static const char *const times[] = {"2000-Q1", "2000-Q2", "2000-Q3"};
  struct pst_column *g = &table->columns[0], *t = &table->columns[1], *v = &table->columns[2];
  size_t kind = random_below(seed, 10), time = random_below(seed, 3);
  struct pst_bounds bounds = {.low = (double)random_below(seed, 20), .high = INFINITY};

  /* two rows of a line, as a wide table has them */
  pst_table_place(table, r, 2 + (unsigned long)r / 2, r < ROWS / 3 ? 0 : 1);
  if (random_below(seed, 12) > 0)
    assert_true(pst_column_set_text(g, r, pst_text_of(groups[random_below(seed, 4)])));
  if (quarters)
    assert_true(pst_column_set_text(t, r, pst_text_of(times[time])));
  pst_column_set_number(t, r, quarters ? 2000 + (double)time / 4 : (double)(2000 + time), 0);
  if (kind == 0)
    return;
  if (kind == 1) {
    bounds.low_open = random_below(seed, 2) == 0;
    if (random_below(seed, 3) == 0)
      bounds.high = bounds.low + 1 + (double)random_below(seed, 5);
    assert_int_equal(pst_column_set_bounds(table, v, r, &bounds, NULL), PST_OK);
  } else if (kind < 4) {
    pst_column_set_number(v, r, ldexp((double)random_next(seed), -(int)random_below(seed, 120)), 0);
  } else {
    pst_column_set_number(v, r, (double)((long)random_below(seed, 20001) - 10000) / 100, 2);
  }
}

static void make(struct pst_table *table, uint64_t seed, bool quarters)
{
  *table = (struct pst_table){.n_rows = 0};
  assert_int_equal(pst_table_reserve(table, ROWS, NULL), PST_OK);
  table->n_rows = ROWS;
  assert_non_null(pst_table_add_column(table, "g", PST_WANT_TEXT));
  assert_non_null(pst_table_add_column(table, "t", PST_WANT_TIME));
  assert_non_null(pst_table_add_column(table, "v", PST_WANT_NUMBER));
  table->columns[1].period = quarters ? PST_PERIOD_QUARTER : PST_PERIOD_YEAR;
  table->columns[2].field = 2;
  for (size_t r = 0; r < ROWS; r++)
    set(table, r, &seed, quarters);
}

/* The cells of the rows [FROM, TO) of the table that SEED makes. */
static struct pst_cells *cells_of(uint64_t seed, bool quarters, enum pst_aggregate how, size_t from,
                                  size_t to)
{
  static const size_t keys[] = {0, 1}, values[] = {2};
  struct pst_table table;
  struct pst_cells *cells;
  bool keep[ROWS];

  make(&table, seed, quarters);
  for (size_t r = 0; r < ROWS; r++)
    keep[r] = r >= from && r < to;
  pst_table_keep(&table, keep);
  table.files = (const char **)(uintptr_t)files;
  assert_int_equal(pst_cells_new(how, 2, 1, &cells, NULL), PST_OK);
  pst_cells_place(cells, from);
  assert_int_equal(pst_cells_add(cells, &table, keys, values, NULL), PST_OK);
  pst_table_free(&table);
  return cells;
}

/* All that the cells say, bit by bit. */
static void tell(struct pst_cells *cells, struct pst_buffer *told)
{
  struct pst_table out = {.files = (const char **)(uintptr_t)files, .n_files = 2};
  struct pst_cells_report report;
  char text[PST_CELL_SIZE];

  assert_int_equal(pst_cells_finish(cells, &out, &report, NULL), PST_OK);
  pst_buffer_printf(told, "%zu %zu %zu %zu %zu\n", report.rows, report.cells, report.without_key,
                    report.missing, report.bounded_lost);
  for (size_t r = 0; r < out.n_rows; r++) {
    const struct pst_column *v = &out.columns[2];

    pst_buffer_printf(told, "%u:%lu %s %s %a", pst_table_file_number(&out, r),
                      pst_table_line(&out, r), pst_column_text(&out.columns[0], r, text),
                      pst_column_has_codes(&out.columns[1])
                              && pst_column_code(&out.columns[1], r) != PST_CODE_MISSING
                          ? pst_column_string(&out.columns[1], r)
                          : "",
                      pst_column_number(&out.columns[1], r));
    if (pst_column_bounded(v, r))
      pst_buffer_printf(told, " %d%a,%a%d\n", pst_column_bounds(v, r)->low_open,
                        pst_column_bounds(v, r)->low, pst_column_bounds(v, r)->high,
                        pst_column_bounds(v, r)->high_open);
    else
      pst_buffer_printf(told, " %a %d\n", pst_column_number(v, r), pst_column_decimals(v, r));
  }
  pst_table_free(&out);
  pst_cells_free(cells);
}

static void gives(struct pst_cells *cells, const struct pst_buffer *want)
{
  struct pst_buffer told = {.data = NULL};

  tell(cells, &told);
  assert_string_equal(pst_buffer_string(&told), pst_buffer_string(want));
  pst_buffer_free(&told);
}

/* N parts that end at END, joined in the order of PLACE. */
static struct pst_cells *joined(uint64_t seed, bool quarters, enum pst_aggregate how,
                                const size_t *end, const size_t *place, size_t n)
{
  struct pst_cells *all;

  assert_int_equal(pst_cells_new(how, 2, 1, &all, NULL), PST_OK);
  for (size_t i = 0; i < n; i++) {
    size_t p = place[i];
    struct pst_cells *part = cells_of(seed, quarters, how, p == 0 ? 0 : end[p - 1], end[p]);

    assert_int_equal(pst_cells_merge(all, part, files, NULL), PST_OK);
    pst_cells_free(part);
  }
  return all;
}

static void two_parts_cut_anywhere(void **state)
{
  (void)state;
  for (uint64_t seed = 1; seed < 6; seed++)
    for (unsigned how = PST_AGGREGATE_SUM; how <= PST_AGGREGATE_QUANTILE; how++) {
      bool quarters = seed % 2 == 0;
      struct pst_buffer whole = {.data = NULL};

      tell(cells_of(seed, quarters, how, 0, ROWS), &whole);
      for (size_t at = 0; at <= ROWS; at++) {
        const size_t end[] = {at, ROWS};

        gives(joined(seed, quarters, how, end, (const size_t[]){0, 1}, 2), &whole);
        gives(joined(seed, quarters, how, end, (const size_t[]){1, 0}, 2), &whole);
      }
      pst_buffer_free(&whole);
    }
}

static int compare(const void *a, const void *b)
{
  const size_t x = *(const size_t *)a, y = *(const size_t *)b;

  return (x > y) - (x < y);
}

static void any_parts_in_any_order(void **state)
{
  enum { MOST = 8 };

  (void)state;
  for (uint64_t seed = 1; seed < 300; seed++) {
    enum pst_aggregate how = PST_AGGREGATE_SUM + (unsigned)(seed % 9);
    bool quarters = seed % 3 == 0;
    struct pst_buffer whole = {.data = NULL};
    uint64_t draw = seed * 1000;
    size_t n = 1 + random_below(&draw, MOST), end[MOST], place[MOST];

    for (size_t i = 0; i < n; i++) {
      end[i] = random_below(&draw, ROWS + 1);
      place[i] = i;
    }
    end[n - 1] = ROWS;
    qsort(end, n, sizeof *end, compare);
    for (size_t i = n; i > 1; i--) {
      size_t j = random_below(&draw, i), kept = place[i - 1];

      place[i - 1] = place[j];
      place[j] = kept;
    }
    tell(cells_of(seed, quarters, how, 0, ROWS), &whole);
    gives(joined(seed, quarters, how, end, place, n), &whole);
    pst_buffer_free(&whole);
  }
}

static void times_of_two_kinds_are_refused(void **state)
{
  struct pst_cells *years = cells_of(1, false, PST_AGGREGATE_SUM, 0, ROWS),
                   *quarters = cells_of(1, true, PST_AGGREGATE_SUM, 0, ROWS);
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_cells_merge(years, quarters, files, &error), PST_BAD_DATA);
  assert_string_equal(error.file, "one.csv");
  assert_true(strstr(error.message, "is a quarter, but the cells before it are of the kind year")
              != NULL);
  pst_error_clear(&error);
  assert_int_equal(pst_cells_merge(quarters, years, files, &error), PST_BAD_DATA);
  assert_true(strstr(error.message, "is a year, but the cells before it are of the kind quarter")
              != NULL);
  pst_cells_free(years);
  pst_cells_free(quarters);
}

/* --- as bytes ------------------------------------------------------------------------------------- */

static struct pst_buffer packed(const struct pst_cells *cells)
{
  struct pst_buffer out = {.data = NULL};

  assert_true(pst_cells_pack(cells, &out));
  return out;
}

/* Through bytes and back; CELLS are freed. */
static struct pst_cells *through_bytes(struct pst_cells *cells)
{
  struct pst_buffer out = packed(cells);
  struct pst_unpack in = {.left = {.data = out.data, .size = out.size}};
  struct pst_cells *back;

  assert_int_equal(pst_cells_unpack(&in, &back, NULL), PST_OK);
  assert_int_equal(in.left.size, 0);
  assert_true(pst_cells_files(back, 2));
  pst_cells_free(cells);
  pst_buffer_free(&out);
  return back;
}

static void the_same_rows_are_the_same_bytes(void **state)
{
  (void)state;
  for (uint64_t seed = 1; seed < 60; seed++) {
    enum pst_aggregate how = PST_AGGREGATE_SUM + (unsigned)(seed % 9);
    struct pst_cells *whole = cells_of(seed, seed % 2 == 0, how, 0, ROWS), *all;
    struct pst_buffer want = packed(whole), got, told = {.data = NULL};
    uint64_t draw = seed;

    assert_int_equal(pst_cells_new(how, 2, 1, &all, NULL), PST_OK);
    for (size_t part = 3, end = ROWS; part-- > 0;) {
      size_t from = part == 0 ? 0 : random_below(&draw, end + 1);
      struct pst_cells *rows = through_bytes(cells_of(seed, seed % 2 == 0, how, from, end));

      assert_int_equal(pst_cells_merge(all, rows, files, NULL), PST_OK);
      pst_cells_free(rows);
      end = from;
    }
    got = packed(all);
    assert_int_equal(got.size, want.size);
    assert_memory_equal(got.data, want.data, want.size);
    tell(whole, &told);
    gives(through_bytes(all), &told);
    pst_buffer_free(&want);
    pst_buffer_free(&got);
    pst_buffer_free(&told);
  }
}

/* A part that knows its own rows and lines only. */
static void places_and_lines_are_shifted(void **state)
{
  static const unsigned long none[] = {0, 0}, lines[] = {7, 1000};

  (void)state;
  for (unsigned how = PST_AGGREGATE_SUM; how <= PST_AGGREGATE_QUANTILE; how++) {
    struct pst_cells *a = cells_of(3, false, how, 0, 20), *b = cells_of(3, false, how, 20, ROWS);
    struct pst_cells *late = cells_of(3, false, how, 20, ROWS);
    struct pst_buffer want, got;

    pst_cells_shift(a, 100, none);
    pst_cells_shift(b, 100, none);
    assert_int_equal(pst_cells_merge(a, b, files, NULL), PST_OK);
    want = packed(a);
    pst_cells_free(a);
    a = cells_of(3, false, how, 0, 20);
    pst_cells_shift(late, (unsigned long long)-20, none); /* as if it were the first */
    pst_cells_shift(late, 20, none);
    assert_int_equal(pst_cells_merge(late, a, files, NULL), PST_OK);
    pst_cells_shift(late, 100, none);
    got = packed(late);
    assert_int_equal(got.size, want.size);
    assert_memory_equal(got.data, want.data, want.size);
    pst_buffer_free(&got);
    pst_cells_shift(late, 0, lines);
    got = packed(late);
    assert_memory_not_equal(got.data, want.data, want.size);
    pst_buffer_free(&got);
    pst_buffer_free(&want);
    pst_cells_free(a);
    pst_cells_free(b);
    pst_cells_free(late);
  }
}

/* Torn at any byte, and with any byte another one: refused, or cells that can be finished. */
static void bytes_that_are_no_cells(void **state)
{
  (void)state;
  for (unsigned how = PST_AGGREGATE_SUM; how <= PST_AGGREGATE_QUANTILE; how++) {
    struct pst_cells *cells = cells_of(5, how % 2 == 0, how, 0, ROWS), *back;
    struct pst_buffer out = packed(cells);

    pst_cells_free(cells);
    for (size_t at = 0; at < out.size; at++) {
      struct pst_unpack torn = {.left = {.data = out.data, .size = at}},
                        other = {.left = {.data = out.data, .size = out.size}};
      char byte = out.data[at];

      assert_int_equal(pst_cells_unpack(&torn, &back, NULL), PST_BAD_DATA);
      out.data[at] = (char)(byte ^ (1 << at % 8));
      if (pst_cells_unpack(&other, &back, NULL) == PST_OK) {
        struct pst_table table = {.files = (const char **)(uintptr_t)files, .n_files = 2};
        struct pst_cells_report report;

        if (pst_cells_files(back, 2))
          pst_cells_finish(back, &table, &report, NULL);
        pst_table_free(&table);
        pst_cells_free(back);
      }
      out.data[at] = byte;
    }
    pst_buffer_free(&out);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_parts_cut_anywhere),
      cmocka_unit_test(any_parts_in_any_order),
      cmocka_unit_test(times_of_two_kinds_are_refused),
      cmocka_unit_test(the_same_rows_are_the_same_bytes),
      cmocka_unit_test(places_and_lines_are_shifted),
      cmocka_unit_test(bytes_that_are_no_cells),
  };

  return cmocka_run_group_tests_name("cells_merge", tests, NULL, NULL);
}
