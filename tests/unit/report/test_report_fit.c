#include "check.h"

#include <math.h>

#include "report/estimates.h"
#include "test_report_sample.h"

struct fixture {
  struct pst_arena arena;
  struct pst_estimate_grid grid;
};

static void begin(struct fixture *f)
{
  static const char *const groups[] = {"donor"};

  *f = (struct fixture){.grid = {.n_groups = 0}};
  assert_int_equal(pst_estimate_grid_begin(&f->grid, groups, 1, 0, NULL), PST_OK);
}

static void add(struct fixture *f, const char *donor, const char *method, const char *term,
                double value, const char *p_method, const char *unit, const char *note)
{
  const struct pst_subject subject = {.groups = &donor, .variable = "oda"};
  const struct pst_estimate row = {.method = method,
                                   .term = term,
                                   .n = 24,
                                   .estimate = value,
                                   .std_error = NAN,
                                   .conf_low = NAN,
                                   .conf_high = NAN,
                                   .statistic = NAN,
                                   .df = NAN,
                                   .p_value = p_method == NULL ? (double)NAN : 0.25,
                                   .p_method = p_method,
                                   .p_adjusted = NAN,
                                   .unit = unit,
                                   .note = note};

  assert_int_equal(pst_estimate_grid_add(&f->grid, &subject, &row, 1, NULL), PST_OK);
}

static void check(struct fixture *f, size_t width, const char *want)
{
  writes(&f->grid.grid, "text", width, want);
  pst_estimate_grid_free(&f->grid);
  pst_arena_free(&f->arena);
}

static void one_row_keeps_its_numbers(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f);
  add(&f, "Japan", "ols", "slope", 1.5, "t", "USD", NULL);
  check(&f, 40,
        "donor: Japan   variable: oda   unit: USD\n"
        "\n"
        "method  term    n  estimate       p\n"
        "------  -----  --  --------  ------\n"
        "ols     slope  24       1.5  0.25 t\n");
}

static void one_p_method_needs_no_letter(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f);
  add(&f, "Japan", "ols", "slope", 1.5, "permutation(9999)", NULL, NULL);
  add(&f, "Japan", "pearson", "r", 0.5, "permutation(9999)", NULL, NULL);
  check(&f, 40,
        "donor: Japan   variable: oda   n: 24\n"
        "\n"
        "method   term   estimate     p\n"
        "-------  -----  --------  ----\n"
        "ols      slope       1.5  0.25\n"
        "pearson  r           0.5  0.25\n"
        "\n"
        "p-values: permutation(9999)\n");
}

/* Records keep estimate, interval and p: methods stand above their rows, intervals lose digits, n goes. */
static void records_keep_their_numbers(void **state)
{
  static const char *const donors[] = {"Japan", "France", "Trinidad and Tobago"};
  struct fixture f;

  (void)state;
  begin(&f);
  for (int m = 0; m < 2; m++)
    for (int d = 0; d < 3; d++) {
      struct pst_estimate row = {.method = m == 0 ? "newcombe-printed" : "pooled-z-printed",
                                 .term = "difference",
                                 .n = 100 + (size_t)d,
                                 .estimate = 0.125 * (d + 1),
                                 .std_error = NAN,
                                 .conf_low = m == 0 ? -0.123456 * (d + 1) : (double)NAN,
                                 .conf_high = m == 0 ? 0.345678 : (double)NAN,
                                 .statistic = NAN,
                                 .df = NAN,
                                 .p_value = m == 0 ? (double)NAN : 0.0123,
                                 .p_method = m == 0 ? NULL : "normal",
                                 .p_adjusted = NAN};
      const struct pst_subject subject = {.groups = &donors[d], .variable = "oda"};

      assert_int_equal(pst_estimate_grid_add(&f.grid, &subject, &row, 1, NULL), PST_OK);
    }
  check(&f, 50,
        "variable: oda   term: difference\n"
        "\n"
        "  donor         estimate     95% interval       p\n"
        "  ------------  --------  ---------------  ------\n"
        "method: newcombe-printed\n"
        "  Japan            0.125  [-0.123, 0.346]\n"
        "  France           0.25   [-0.247, 0.346]\n"
        "  Trinidad an\xE2\x80\xA6     0.375   [-0.37, 0.346]\n"
        "method: pooled-z-printed\n"
        "  Japan            0.125                   0.0123\n"
        "  France           0.25                    0.0123\n"
        "  Trinidad an\xE2\x80\xA6     0.375                   0.0123\n"
        "\n"
        "p-values: normal\n"
        "\n"
        "columns left out at this width: n; cells that end\n"
        "in \xE2\x80\xA6 are shortened; intervals have three digits;\n"
        "use --format csv\n");
}

static void units_that_differ_are_left_out_with_a_word(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f);
  add(&f, "Japan", "ols", "slope", 1.5, NULL, "million USD per year", NULL);
  add(&f, "France", "ols", "slope", 0.5, NULL, "million EUR per year", NULL);
  check(&f, 40,
        "variable: oda   method: ols\n"
        "term: slope   n: 24\n"
        "\n"
        "donor   estimate  unit\n"
        "------  --------  --------------------\n"
        "Japan        1.5  million USD per year\n"
        "France       0.5  million EUR per year\n");
  begin(&f);
  add(&f, "Japan", "ols", "slope", 1.5, NULL, "million USD per year", NULL);
  add(&f, "France", "theil-sen", "slope", 0.5, NULL, "million EUR per year", NULL);
  check(&f, 40,
        "variable: oda   term: slope   n: 24\n"
        "\n"
        "donor   method     estimate\n"
        "------  ---------  --------\n"
        "Japan   ols             1.5\n"
        "France  theil-sen       0.5\n"
        "\n"
        "columns left out at this width: unit;\n"
        "use --format csv\n");
}

static void a_note_of_all_rows_needs_no_mark(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f);
  add(&f, "Japan", "ols", "slope", 1.5, NULL, NULL, "family of 2");
  add(&f, "France", "theil-sen", "slope", 0.5, NULL, NULL, "family of 2");
  check(&f, 80,
        "donor   variable  method     term    n  estimate\n"
        "------  --------  ---------  -----  --  --------\n"
        "Japan   oda       ols        slope  24       1.5\n"
        "France  oda       theil-sen  slope  24       0.5\n"
        "\n"
        "note: family of 2\n");
}

static void notes_beyond_the_numbers_stand_in_the_table(void **state)
{
  struct fixture f;
  struct pst_buffer out = {.data = NULL};

  (void)state;
  begin(&f);
  for (int i = 0; i < 100; i++)
    add(&f, "Japan", "ols", "slope", i, NULL, NULL,
        pst_arena_format(&f.arena, "note number %d", i));
  assert_int_equal(pst_report_print(&f.grid.grid, pst_format_named("text"), NULL, &out, NULL),
                   PST_OK);
  assert_non_null(strstr(pst_buffer_string(&out), "  99  note number 99\n"));
  assert_null(strchr(pst_buffer_string(&out), '['));
  pst_buffer_free(&out);
  pst_estimate_grid_free(&f.grid);
  pst_arena_free(&f.arena);
}

/* Whatever the width, every line fits as long as two columns can, and every value that is not
   shown is announced. */
static void no_width_breaks_the_table(void **state)
{
  (void)state;
  for (size_t width = 30; width < 160; width++) {
    struct fixture f;
    struct pst_buffer out = {.data = NULL};
    const struct pst_report_options options = {.width = width};

    begin(&f);
    add(&f, "A donor with a long name", "ols", "slope", 1.5, "t", "USD", "a note");
    add(&f, "Japan", "mann-kendall", "tau-b", -0.0012345, "normal-cc", NULL, "a note; another");
    assert_int_equal(pst_report_print(&f.grid.grid, pst_format_named("text"), &options, &out, NULL),
                     PST_OK);
    for (char *line = strtok(out.data, "\n"); line != NULL; line = strtok(NULL, "\n"))
      assert_true(pst_utf8_width(pst_text_of(line)) <= width);
    pst_buffer_free(&out);
    pst_estimate_grid_free(&f.grid);
  }
}

/* One row with its rank, and the interval of a new value. */
static void write_ends(size_t width, const char *want)
{
  static const struct pst_grid_column columns[] = {
      {.name = "name"},
      {.name = "rank_low", .kind = PST_CELL_NUMBER},
      {.name = "rank_high", .kind = PST_CELL_NUMBER},
      {.name = "predict_low", .kind = PST_CELL_NUMBER, .role = PST_ROLE_PREDICT_LOW},
      {.name = "predict_high", .kind = PST_CELL_NUMBER, .role = PST_ROLE_PREDICT_HIGH}};
  struct pst_grid grid = {.n_rows = 0};

  for (size_t j = 0; j < 5; j++)
    assert_int_equal(pst_grid_add_column(&grid, &columns[j], NULL), PST_OK);
  assert_int_equal(pst_grid_add_row(&grid, NULL), PST_OK);
  pst_grid_set_text(&grid, 0, 0, "Fiji");
  for (size_t j = 1; j < 5; j++)
    pst_grid_set_number(&grid, 0, j, (double)j);
  writes(&grid, "text", width, want);
  pst_grid_free(&grid);
}

static void a_range_is_not_cut_apart(void **state)
{
  (void)state;
  write_ends(50, "name  rank_low  rank_high  95% of a new value\n"
                 "----  --------  ---------  ------------------\n"
                 "Fiji         1          2              [3, 4]\n");
  write_ends(22, "name\n"
                 "----\n"
                 "Fiji\n"
                 "\n"
                 "columns left out at\n"
                 "this width: rank_low,\n"
                 "rank_high, 95% of a\n"
                 "new value; use\n"
                 "--format csv\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_row_keeps_its_numbers),
      cmocka_unit_test(one_p_method_needs_no_letter),
      cmocka_unit_test(records_keep_their_numbers),
      cmocka_unit_test(units_that_differ_are_left_out_with_a_word),
      cmocka_unit_test(a_note_of_all_rows_needs_no_mark),
      cmocka_unit_test(notes_beyond_the_numbers_stand_in_the_table),
      cmocka_unit_test(no_width_breaks_the_table),
      cmocka_unit_test(a_range_is_not_cut_apart),
  };

  return cmocka_run_group_tests_name("report fit", tests, NULL, NULL);
}
