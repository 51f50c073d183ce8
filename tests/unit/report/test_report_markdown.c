#include "check.h"

#include "test_report_sample.h"

static void markup_in_cells_is_escaped(void **state)
{
  struct pst_grid grid;

  (void)state;
  sample_begin(&grid);
  sample_row(&grid, "a|b * <c> `d` [e] & \\", 1234.5678, 3, 1);
  sample_row(&grid, "std_error _x_ two\r\nlines\x1B", NAN, NAN, NAN);
  sample_row(&grid, NULL, 1e-12, 1, 0);
  writes(&grid, "markdown", 0,
         "| name | value, net (USD) | n | seen |\n"
         "|:---|---:|---:|:---|\n"
         "| a\\|b \\* \\<c> \\`d\\` \\[e] \\& \\\\ | 1234.6 | 3 | true |\n"
         "| std_error \\_x\\_ two<br>lines  | | | |\n"
         "| | 1e-12 | 1 | false |\n");
  pst_grid_free(&grid);
}

static void an_empty_grid_has_its_header(void **state)
{
  struct pst_grid grid;

  (void)state;
  sample_begin(&grid);
  writes(&grid, "markdown", 0,
         "| name | value, net (USD) | n | seen |\n"
         "|:---|---:|---:|:---|\n");
  pst_grid_free(&grid);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(markup_in_cells_is_escaped),
      cmocka_unit_test(an_empty_grid_has_its_header),
  };

  return cmocka_run_group_tests_name("report markdown", tests, NULL, NULL);
}
