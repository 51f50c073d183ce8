/* test_report_sample.h -- a small grid with all that a format can get wrong. */
#ifndef PST_TESTS_REPORT_SAMPLE_H
#define PST_TESTS_REPORT_SAMPLE_H

#include <math.h>
#include <string.h>

#include "report/report.h"

enum { SAMPLE_NAME, SAMPLE_VALUE, SAMPLE_N, SAMPLE_SEEN };

/* Columns name, "value, net", n, seen; one row a case. */
static inline void sample_begin(struct pst_grid *grid)
{
  static const struct pst_grid_column columns[] = {
      {.name = "name"},
      {.name = "value, net", .kind = PST_CELL_NUMBER, .unit = "USD"},
      {.name = "n", .kind = PST_CELL_INTEGER},
      {.name = "seen", .kind = PST_CELL_BOOLEAN},
  };

  *grid = (struct pst_grid){.n_rows = 0};
  for (size_t j = 0; j < sizeof columns / sizeof *columns; j++)
    assert_int_equal(pst_grid_add_column(grid, &columns[j], NULL), PST_OK);
}

static inline void sample_row(struct pst_grid *grid, const char *name, double value, double n,
                              double seen)
{
  size_t row = grid->n_rows;

  assert_int_equal(pst_grid_add_row(grid, NULL), PST_OK);
  pst_grid_set_text(grid, row, SAMPLE_NAME, name);
  pst_grid_set_number(grid, row, SAMPLE_VALUE, value);
  pst_grid_set_number(grid, row, SAMPLE_N, n);
  pst_grid_set_number(grid, row, SAMPLE_SEEN, seen);
}

static inline void sample_fill(struct pst_grid *grid)
{
  sample_begin(grid);
  sample_row(grid, "Japan", 1234.5, 3, 1);
  sample_row(grid, "Korea, Rep.", -0.1, 0, 0);
  sample_row(grid, "the \"Four\"", 1e300, 1e15, NAN);
  sample_row(grid, "two\nlines", 5e-324, NAN, 1);
  sample_row(grid, "\xE6\x97\xA5\xE6\x9C\xAC", 0.1 + 0.2, 9007199254740991, 1);
  sample_row(grid, " blank ", -0.0, -1, 1);
  sample_row(grid, "", INFINITY, 1, 1);
  sample_row(grid, NULL, NAN, NAN, NAN);
  sample_row(grid, "tab\there|pipe", -INFINITY, 1, 1);
}

/* GRID in FORMAT, with 5 digits for people, must be WANT, byte for byte. */
static inline void writes(const struct pst_grid *grid, const char *format, size_t width,
                          const char *want)
{
  const struct pst_report_options options = {.digits = 5, .width = width};
  struct pst_buffer out = {.data = NULL};

  assert_int_equal(pst_report_print(grid, pst_format_named(format), &options, &out, NULL), PST_OK);
  assert_string_equal(pst_buffer_string(&out), want);
  pst_buffer_free(&out);
}

#endif
