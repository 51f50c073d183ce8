/* Columns of numbers that may be bounds, for each sort of format. */
#include "check.h"

#include <math.h>
#include <string.h>

#include "indicator/frame/cells.h"
#include "report/format.h"

enum { ROWS_MOST = 5 };

static size_t place_of(const char *name)
{
  size_t place = 0;

  while (strcmp(pst_formats[place].name, name) != 0)
    place++;
  return place;
}

struct fixture {
  struct pst_job job;
  struct pst_grid grid;
};

/* The columns that CELLS become in FORMAT, to DIGITS (0: not given): "x=1,2 x_low=..", "-" for missing. */
static void become(const char *format, unsigned digits, const struct pst_bounds *cells, size_t n,
                   const char *want)
{
  const struct pst_grid_column spec = {.name = "x", .kind = PST_CELL_NUMBER};
  struct pst_buffer got = {.data = NULL};
  struct fixture f;

  memset(&f, 0, sizeof f);
  f.job.options.given.format = true;
  f.job.options.format = (unsigned)place_of(format);
  f.job.options.given.digits = digits > 0;
  f.job.options.digits = digits;
  assert_int_equal(pst_grid_add_rows(&f.grid, n, NULL), PST_OK);
  assert_int_equal(pst_indicator_add_cells(&f.job, &f.grid, &spec, cells, NULL), PST_OK);
  for (size_t c = 0; c < f.grid.n_columns; c++) {
    const struct pst_grid_column *column = &f.grid.columns[c];

    pst_buffer_printf(&got, "%s%s=", c == 0 ? "" : " ", column->name);
    for (size_t r = 0; r < n; r++) {
      const bool text = column->kind == PST_CELL_TEXT;
      char number[PST_NUMBER_SIZE] = "-";

      if (!text && !isnan(pst_grid_number(column, r)))
        pst_number_print(number, pst_grid_number(column, r));
      pst_buffer_printf(&got, "%s%s", r == 0 ? "" : "|",
                        !text                              ? number
                        : pst_grid_text(column, r) == NULL ? "-"
                                                           : pst_grid_text(column, r));
    }
  }
  assert_string_equal(pst_buffer_string(&got), want);
  pst_buffer_free(&got);
  pst_grid_free(&f.grid);
  pst_arena_free(&f.job.arena);
}

#define INF ((double)INFINITY)
#define MISSING                                                                                    \
  {                                                                                                \
    .low = (double)NAN, .high = (double)NAN                                                        \
  }

/* Points alone are numbers in every format. */
static void numbers(void **state)
{
  static const struct pst_bounds points[] = {
      {1.5, 1.5, false, false}, MISSING, {-2, -2, false, false}};

  (void)state;
  become("csv", 0, points, 3, "x=1.5|-|-2");
  become("text", 0, points, 3, "x=1.5|-|-2");
  become("json", 0, points, 3, "x=1.5|-|-2");
}

/* Bounds are texts in tables, and two columns of ends in JSON. */
static void bounds(void **state)
{
  static const struct pst_bounds cells[] = {{1.5, 1.5, false, false},
                                            {2, INF, true, true},
                                            MISSING,
                                            {-INF, INF, true, true},
                                            {0.25, 1, false, true}};

  (void)state;
  become("csv", 0, cells, 5, "x=1.5|>2|-|-|[0.25,1)");
  become("markdown", 0, cells, 5, "x=1.5|>2|-|-|[0.25,1)");
  become("json", 0, cells, 5, "x=1.5|-|-|-|- x_low=1.5|2|-|-inf|0.25 x_high=1.5|inf|-|inf|1");
}

/* For people ends are rounded, and two that round to one number stand as it; files have all digits. */
static void rounded_for_people(void **state)
{
  static const struct pst_bounds cells[] = {{1.0000001, 1.0000002, false, true},
                                            {1.23456789, 2.3456789, true, true},
                                            {-INF, 1.23456789, true, false},
                                            {1.23456789, 1.23456789, false, false},
                                            {-1.0000002, -1.0000001, false, false}};

  (void)state;
  become("text", 0, cells, 5, "x=1|(1.23457,2.34568)|<=1.23457|1.23457|-1");
  become("text", 3, cells, 5, "x=1|(1.23,2.35)|<=1.23|1.23|-1");
  become("text", 8, cells, 5,
         "x=[1.0000001,1.0000002)|(1.2345679,2.3456789)|<=1.2345679|1.2345679|[-1.0000002,-1."
         "0000001]");
  become("csv", 3, cells, 5,
         "x=[1.0000001,1.0000002)|(1.23456789,2.3456789)|<=1.23456789|1.23456789|[-1.0000002,-1."
         "0000001]");
}

/* A label whose name is taken, by the grid or by its own columns to come, is that of a group. */
static void labels(void **state)
{
  static const char *const own[] = {"year", "group_area", NULL};
  const struct pst_grid_column spec = {.name = "area"};
  struct pst_grid grid = {.n_columns = 0};

  (void)state;
  assert_int_equal(pst_grid_add_column(&grid, &spec, NULL), PST_OK);
  assert_int_equal(pst_indicator_add_label(&grid, "kind", PST_ROLE_LABEL, own, NULL), PST_OK);
  assert_string_equal(grid.columns[1].name, "kind");
  assert_int_equal(pst_indicator_add_label(&grid, "year", PST_ROLE_LABEL, own, NULL), PST_OK);
  assert_string_equal(grid.columns[2].name, "group_year");
  assert_int_equal(pst_indicator_add_label(&grid, "area", PST_ROLE_LABEL, own, NULL), PST_OK);
  assert_string_equal(grid.columns[3].name, "group_group_area");
  assert_int_equal(pst_indicator_add_label(&grid, "year", PST_ROLE_LABEL, NULL, NULL), PST_OK);
  assert_string_equal(grid.columns[4].name, "year");
  pst_grid_free(&grid);
}

static void copies(void **state)
{
  static const struct pst_grid_column number = {.name = "n", .kind = PST_CELL_NUMBER},
                                      text = {.name = "t", .kind = PST_CELL_TEXT};
  struct pst_grid from = {.n_columns = 0}, to = {.n_columns = 0};

  (void)state;
  assert_int_equal(pst_grid_add_rows(&from, 2, NULL), PST_OK);
  assert_int_equal(pst_grid_add_rows(&to, 2, NULL), PST_OK);
  assert_int_equal(pst_grid_add_column(&from, &number, NULL), PST_OK);
  assert_int_equal(pst_grid_add_column(&from, &text, NULL), PST_OK);
  pst_grid_set_number(&from, 1, 0, 2.5);
  pst_grid_set_text(&from, 0, 1, "a");
  for (size_t c = 0; c < 2; c++)
    assert_int_equal(pst_indicator_copy_column(&from, 1 - c, &to, NULL), PST_OK);
  assert_string_equal(to.columns[0].name, "t");
  assert_string_equal(pst_grid_text(&to.columns[0], 0), "a");
  assert_null(pst_grid_text(&to.columns[0], 1));
  assert_nan(pst_grid_number(&to.columns[1], 0));
  assert_close(pst_grid_number(&to.columns[1], 1), 2.5, 0, 0);
  pst_grid_free(&from);
  pst_grid_free(&to);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers), cmocka_unit_test(bounds), cmocka_unit_test(rounded_for_people),
      cmocka_unit_test(labels),  cmocka_unit_test(copies),
  };

  return cmocka_run_group_tests_name("bounds_columns", tests, NULL, NULL);
}
