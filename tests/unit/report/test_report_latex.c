#include "check.h"

#include "test_report_sample.h"

#define HEAD "% The document's preamble needs \\usepackage{booktabs}.\n\\begin{tabular}{"
#define FOOT "\\bottomrule\n\\end{tabular}\n"
#define SAMPLE                                                                                     \
  HEAD "lrrl}\n\\toprule\nname & value, net (USD) & n & seen \\\\\n"                               \
       "\\midrule\n"

static void commands_in_cells_are_escaped(void **state)
{
  struct pst_grid grid;

  (void)state;
  sample_begin(&grid);
  sample_row(&grid, "& % $ # _ { } \\ ~ ^ < > |", 1, 1, 1);
  sample_row(&grid, "[a] *b \"c\" d--e---f", 1, 1, 1);
  sample_row(&grid, "two\r\nlines\x1B and \xFF, \xC3\xA9", 1, 1, 1);
  writes(&grid, "latex", 0,
         SAMPLE "\\& \\% \\$ \\# \\_ \\{ \\} \\textbackslash{} \\textasciitilde{} "
                "\\textasciicircum{} \\textless{} \\textgreater{} \\textbar{} & 1 & 1 & true \\\\\n"
                "{[}a] {*}b {\"}c{\"} d-{}-e-{}-{}-f & 1 & 1 & true \\\\\n"
                "two  lines  and \xEF\xBF\xBD, \xC3\xA9 & 1 & 1 & true \\\\\n" FOOT);
  pst_grid_free(&grid);
}

static void numbers_are_set_as_numbers(void **state)
{
  struct pst_grid grid;

  (void)state;
  sample_begin(&grid);
  sample_row(&grid, "a", 1234.5678, 3, 1);
  sample_row(&grid, "b", -0.25, -1, 0);
  sample_row(&grid, "c", 1.5e-9, 0, 0);
  sample_row(&grid, "d", -2e300, 0, 0);
  sample_row(&grid, "e", INFINITY, 0, 0);
  sample_row(&grid, "f", -INFINITY, 0, 0);
  sample_row(&grid, "-3", NAN, NAN, NAN);
  sample_row(&grid, "-3a", NAN, NAN, NAN);
  sample_row(&grid, NULL, NAN, NAN, NAN);
  writes(&grid, "latex", 0,
         SAMPLE "a & 1234.6 & 3 & true \\\\\n"
                "b & $-0.25$ & $-1$ & false \\\\\n"
                "c & $1.5 \\times 10^{-9}$ & 0 & false \\\\\n"
                "d & $-2 \\times 10^{300}$ & 0 & false \\\\\n"
                "e & $\\infty$ & 0 & false \\\\\n"
                "f & $-\\infty$ & 0 & false \\\\\n"
                "$-3$ &  &  &  \\\\\n"
                "-3a &  &  &  \\\\\n"
                " &  &  &  \\\\\n" FOOT);
  pst_grid_free(&grid);
}

static void intervals_and_p_are_one_column_each(void **state)
{
  static const struct pst_grid_column columns[] = {
      {.name = "std_error", .kind = PST_CELL_NUMBER},
      {.name = "conf_low", .kind = PST_CELL_NUMBER, .role = PST_ROLE_CONF_LOW},
      {.name = "conf_high", .kind = PST_CELL_NUMBER, .role = PST_ROLE_CONF_HIGH},
      {.name = "p_value", .kind = PST_CELL_NUMBER, .role = PST_ROLE_P_VALUE},
      {.name = "p_method", .role = PST_ROLE_P_METHOD},
  };
  struct pst_grid grid = {.conf_level = 0.9};

  (void)state;
  for (size_t j = 0; j < 5; j++)
    assert_int_equal(pst_grid_add_column(&grid, &columns[j], NULL), PST_OK);
  assert_int_equal(pst_grid_add_rows(&grid, 2, NULL), PST_OK);
  pst_grid_set_number(&grid, 0, 0, 0.5);
  pst_grid_set_number(&grid, 0, 1, -1);
  pst_grid_set_number(&grid, 0, 2, 2);
  pst_grid_set_number(&grid, 0, 3, 0);
  pst_grid_set_text(&grid, 0, 4, "t");
  pst_grid_set_number(&grid, 1, 2, INFINITY);
  writes(&grid, "latex", 0,
         HEAD "rrr}\n\\toprule\nstd\\_error & 90\\% interval & p \\\\\n\\midrule\n"
              "0.5 & {[}$-1$, 2] & $<$$2.2 \\times 10^{-308}$ t \\\\\n"
              " & {[}-, $\\infty$] &  \\\\\n" FOOT);
  pst_grid_free(&grid);
}

static void an_empty_grid_has_its_header(void **state)
{
  struct pst_grid grid;

  (void)state;
  sample_begin(&grid);
  writes(&grid, "latex", 0, SAMPLE FOOT);
  pst_grid_free(&grid);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(commands_in_cells_are_escaped),
      cmocka_unit_test(numbers_are_set_as_numbers),
      cmocka_unit_test(intervals_and_p_are_one_column_each),
      cmocka_unit_test(an_empty_grid_has_its_header),
  };

  return cmocka_run_group_tests_name("report latex", tests, NULL, NULL);
}
