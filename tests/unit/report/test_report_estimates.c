#include "check.h"

#include <math.h>

#include "report/estimates.h"
#include "test_report_sample.h"

struct fixture {
  struct pst_arena arena;
  struct pst_estimates list;
  struct pst_estimate_grid grid;
};

static void add_slope(struct fixture *f, double slope, double half)
{
  struct pst_estimate *e = pst_estimates_add(&f->list, "ols", "slope", 24);

  e->estimate = slope;
  e->std_error = half / 2;
  e->conf_low = slope - half;
  e->conf_high = slope + half;
  e->statistic = 2 * slope / half;
  e->df = 22;
  e->unit = "million USD per year";
  pst_estimate_p(&f->list, e, 0.000125, "t");
  e->p_adjusted = 0.00025;
  pst_estimate_note(&f->list, e, "adjusted by holm, family of 2");
}

static void add_tau(struct fixture *f, double tau, double p, const char *p_method)
{
  struct pst_estimate *e = pst_estimates_add(&f->list, "mann-kendall", "tau-b", 24);

  e->estimate = tau;
  if (p_method != NULL)
    pst_estimate_p(&f->list, e, p, p_method);
  else
    pst_estimate_note(&f->list, e, "undefined: the series is constant");
}

static void flush(struct fixture *f, const char *group)
{
  const struct pst_subject subject = {.groups = &group, .variable = "oda", .against = NULL};

  assert_int_equal(pst_estimate_grid_add(&f->grid, &subject, f->list.items, f->list.count, NULL),
                   PST_OK);
  f->list.count = 0;
}

static void fill(struct fixture *f)
{
  static const char *const groups[] = {"unit"};

  *f = (struct fixture){.list = {.items = NULL}};
  f->list.arena = &f->arena;
  assert_int_equal(pst_estimate_grid_begin(&f->grid, groups, 1, 1u << PST_KEY_AGAINST, NULL),
                   PST_OK);
  add_slope(f, 12.5, 2.25);
  add_tau(f, 0.5, 0, "normal-cc");
  flush(f, "Japan");
  add_slope(f, -0.125, 0.5);
  add_tau(f, NAN, NAN, NULL);
  flush(f, "France");
}

static void release(struct fixture *f)
{
  pst_estimate_grid_free(&f->grid);
  pst_estimates_free(&f->list);
  pst_arena_free(&f->arena);
}

static void csv_has_the_record(void **state)
{
  struct fixture f;

  (void)state;
  fill(&f);
  writes(&f.grid.grid, "csv", 0,
         "group_unit,variable,method,term,n,estimate,std_error,conf_low,conf_high,statistic,df,"
         "p_value,p_method,p_adjusted,unit,note\n"
         "Japan,oda,ols,slope,24,12.5,1.125,10.25,14.75,11.11111111111111,22,0.000125,t,0.00025,"
         "million USD per year,\"adjusted by holm, family of 2\"\n"
         "Japan,oda,mann-kendall,tau-b,24,0.5,,,,,,2.2250738585072014e-308,normal-cc,,,"
         "upper bound\n"
         "France,oda,ols,slope,24,-0.125,0.25,-0.625,0.375,-0.5,22,0.000125,t,0.00025,"
         "million USD per year,\"adjusted by holm, family of 2\"\n"
         "France,oda,mann-kendall,tau-b,24,,,,,,,,,,,undefined: the series is constant\n");
  release(&f);
}

static void text_of_a_wide_terminal(void **state)
{
  struct fixture f;

  (void)state;
  fill(&f);
  writes(&f.grid.grid, "text", 200,
         "group_unit  variable  method        term    n  estimate  std_error     95% interval  "
         "statistic  df                    p  adjusted p  unit                  note\n"
         "----------  --------  ------------  -----  --  --------  ---------  ---------------  "
         "---------  --  -------------------  ----------  --------------------  ----\n"
         "Japan       oda       ols           slope  24    12.5        1.125   [10.25, 14.75]     "
         "11.111  22   0.000125 t             0.00025  million USD per year  [1]\n"
         "Japan       oda       mann-kendall  tau-b  24     0.5                                    "
         "           <2.2e-308 normal-cc                                    [2]\n"
         "France      oda       ols           slope  24    -0.125      0.25   [-0.625, 0.375]     "
         "-0.5    22   0.000125 t             0.00025  million USD per year  [1]\n"
         "France      oda       mann-kendall  tau-b  24                                            "
         "                                                                  [3]\n"
         "\n"
         "[1] adjusted by holm, family of 2\n"
         "[2] upper bound\n"
         "[3] undefined: the series is constant\n");
  release(&f);
}

static void text_of_eighty_columns(void **state)
{
  struct fixture f;

  (void)state;
  fill(&f);
  writes(&f.grid.grid, "text", 80,
         "variable: oda   n: 24   unit of slope: million USD per year\n"
         "\n"
         "  method        term   estimate     95% interval            p  adjusted p  note\n"
         "  ------------  -----  --------  ---------------  -----------  ----------  ----\n"
         "group_unit: Japan\n"
         "  ols           slope    12.5     [10.25, 14.75]   0.000125 a     0.00025  [1]\n"
         "  mann-kendall  tau-b     0.5                     <2.2e-308 b              [2]\n"
         "group_unit: France\n"
         "  ols           slope    -0.125  [-0.625, 0.375]   0.000125 a     0.00025  [1]\n"
         "  mann-kendall  tau-b                                                      [3]\n"
         "\n"
         "p-values: a t, b normal-cc\n"
         "\n"
         "[1] adjusted by holm, family of 2\n"
         "[2] upper bound\n"
         "[3] undefined: the series is constant\n"
         "\n"
         "columns left out at this width: std_error, statistic, df; use --format csv\n");
  release(&f);
}

/* The units of eight terms stand above the table; of nine, or where one term has two, in their column. */
static void units_of_many_terms(void **state)
{
  static const char *const terms[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i"};
  static const struct {
    size_t terms;
    bool two;
    const char *above;
  } cases[] = {{8, false,
                "variable: v   method: m   unit of a: m\nunit of b: m2   unit of c: m\n"
                "unit of d: m2   unit of e: m\nunit of f: m2   unit of g: m\n"
                "unit of h: m2\n\nterm   n  estimate\n"},
               {9, false, "variable: v   method: m\n\nterm   n  estimate  unit\n"},
               {2, true, "variable: v   method: m\n\nterm  n  estimate  unit\n"}};

  (void)state;
  for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
    struct pst_estimate_grid grid = {.n_groups = 0};
    struct pst_buffer out = {.data = NULL};
    const struct pst_subject subject = {.variable = "v"};

    assert_int_equal(pst_estimate_grid_begin(&grid, NULL, 0, 0, NULL), PST_OK);
    for (size_t i = 0; i < 2 * cases[c].terms; i++) { /* each twice */
      const size_t k = i % cases[c].terms;
      const struct pst_estimate row = {.method = "m",
                                       .term = terms[k],
                                       .n = i,
                                       .estimate = (double)i,
                                       .std_error = NAN,
                                       .conf_low = NAN,
                                       .conf_high = NAN,
                                       .statistic = NAN,
                                       .df = NAN,
                                       .p_value = NAN,
                                       .p_adjusted = NAN,
                                       .least = NAN,
                                       .greatest = NAN,
                                       .p_least = NAN,
                                       .p_greatest = NAN,
                                       .unit = k % 2 == 1 || (cases[c].two && i > 1) ? "m2" : "m"};

      assert_int_equal(pst_estimate_grid_add(&grid, &subject, &row, 1, NULL), PST_OK);
    }
    assert_int_equal(pst_report_print(&grid.grid, pst_format_named("text"),
                                      &(struct pst_report_options){.digits = 5, .width = 40}, &out,
                                      NULL),
                     PST_OK);
    assert_memory_equal(pst_buffer_string(&out), cases[c].above, strlen(cases[c].above));
    pst_buffer_free(&out);
    pst_estimate_grid_free(&grid);
  }
}

static void markdown_keeps_the_notes(void **state)
{
  struct fixture f;

  (void)state;
  fill(&f);
  f.grid.grid.conf_level = 0.9;
  writes(&f.grid.grid, "markdown", 0,
         "| group_unit | variable | method | term | n | estimate | std_error | 90% interval | "
         "statistic | df | p | adjusted p | unit | note |\n"
         "|:---|:---|:---|:---|---:|---:|---:|---:|---:|---:|---:|---:|:---|:---|\n"
         "| Japan | oda | ols | slope | 24 | 12.5 | 1.125 | \\[10.25, 14.75] | 11.111 | 22 | "
         "0.000125 t | 0.00025 | million USD per year | adjusted by holm, family of 2 |\n"
         "| Japan | oda | mann-kendall | tau-b | 24 | 0.5 | | | | | \\<2.2e-308 normal-cc | | | "
         "upper bound |\n"
         "| France | oda | ols | slope | 24 | -0.125 | 0.25 | \\[-0.625, 0.375] | -0.5 | 22 | "
         "0.000125 t | 0.00025 | million USD per year | adjusted by holm, family of 2 |\n"
         "| France | oda | mann-kendall | tau-b | 24 | | | | | | | | | undefined: the series is "
         "constant |\n");
  release(&f);
}

static void group_names_never_collide(void **state)
{
  static const char *const groups[] = {"group_unit", "unit", "n", "country"};
  struct pst_estimate_grid out = {.n_groups = 0};
  const unsigned all_left_out = (1u << PST_KEYS) - 1;

  (void)state;
  assert_int_equal(pst_estimate_grid_begin(&out, groups, 4, all_left_out, NULL), PST_OK);
  assert_int_equal(out.grid.n_columns, 4);
  assert_string_equal(out.grid.columns[0].name, "group_unit");
  assert_string_equal(out.grid.columns[1].name, "group_group_unit");
  assert_string_equal(out.grid.columns[2].name, "group_n");
  assert_string_equal(out.grid.columns[3].name, "country");
  pst_estimate_grid_free(&out);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(csv_has_the_record),       cmocka_unit_test(text_of_a_wide_terminal),
      cmocka_unit_test(text_of_eighty_columns),   cmocka_unit_test(units_of_many_terms),
      cmocka_unit_test(markdown_keeps_the_notes), cmocka_unit_test(group_names_never_collide),
  };

  return cmocka_run_group_tests_name("report estimates", tests, NULL, NULL);
}
