#include "check.h"

#include "test_report_sample.h"

static void numbers_stand_below_each_other(void **state)
{
  struct pst_grid grid;

  (void)state;
  sample_begin(&grid);
  sample_row(&grid, "Japan", 1234.5678, 24, 1);
  sample_row(&grid, "\xE6\x97\xA5\xE6\x9C\xAC", -0.25, 7, 0);
  sample_row(&grid, "two\nlines \x1B[2J", NAN, 1000000, NAN);
  sample_row(&grid, NULL, 12, NAN, 1);
  writes(&grid, "text", 80,
         "name                value, net (USD)        n  seen\n"
         "------------------  ----------------  -------  -----\n"
         "Japan                        1234.6        24  true\n"
         "\xE6\x97\xA5\xE6\x9C\xAC                           -0.25        7  false\n"
         "two\\nlines \\x1B[2J                    1000000\n"
         "                               12              true\n");
  pst_grid_free(&grid);
}

static void exponents_are_not_aligned(void **state)
{
  struct pst_grid grid;

  (void)state;
  sample_begin(&grid);
  sample_row(&grid, "a", 1.5e-12, 1, 1);
  sample_row(&grid, "b", 123.25, 1, 1);
  sample_row(&grid, "c", INFINITY, 1, 1);
  writes(&grid, "text", 80,
         "name  value, net (USD)  n  seen\n"
         "----  ----------------  -  ----\n"
         "a              1.5e-12  1  true\n"
         "b               123.25  1  true\n"
         "c                  inf  1  true\n");
  pst_grid_free(&grid);
}

static void an_empty_grid_has_its_header(void **state)
{
  struct pst_grid grid;

  (void)state;
  sample_begin(&grid);
  writes(&grid, "text", 80,
         "name  value, net (USD)  n  seen\n"
         "----  ----------------  -  ----\n");
  pst_grid_free(&grid);
}

static void a_narrow_width_is_told(void **state)
{
  struct pst_grid grid;

  (void)state;
  sample_begin(&grid);
  sample_row(&grid, "United Kingdom of Great Britain", 1.5, 3, 1);
  sample_row(&grid, "\xE6\x97\xA5\xE6\x9C\xAC\xE5\x9B\xBD\xE6\x97\xA5\xE6\x9C\xAC\xE5\x9B\xBD x",
             2.25, 4, 0);
  writes(&grid, "text", 44,
         "name             value, net (USD)  n  seen\n"
         "---------------  ----------------  -  -----\n"
         "United Kingdom\xE2\x80\xA6              1.5   3  true\n"
         "\xE6\x97\xA5\xE6\x9C\xAC\xE5\x9B\xBD\xE6\x97\xA5\xE6\x9C\xAC\xE5\x9B\xBD x               "
         "2.25  4  false\n"
         "\n"
         "cells that end in \xE2\x80\xA6 are shortened; use\n"
         "--format csv\n");
  writes(&grid, "text", 20,
         "name          n\n"
         "------------  -\n"
         "United King\xE2\x80\xA6  3\n"
         "\xE6\x97\xA5\xE6\x9C\xAC\xE5\x9B\xBD\xE6\x97\xA5\xE6\x9C\xAC\xE2\x80\xA6   4\n"
         "\n"
         "columns left out at\n"
         "this width: value,\n"
         "net (USD), seen;\n"
         "cells that end in \xE2\x80\xA6\n"
         "are shortened; use\n"
         "--format csv\n");
  pst_grid_free(&grid);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_stand_below_each_other),
      cmocka_unit_test(exponents_are_not_aligned),
      cmocka_unit_test(an_empty_grid_has_its_header),
      cmocka_unit_test(a_narrow_width_is_told),
  };

  return cmocka_run_group_tests_name("report text", tests, NULL, NULL);
}
