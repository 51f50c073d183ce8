/* Tables of counts: chi-squared, Fisher against the enumeration of all tables, McNemar, goodness of fit. */
#include "run_shape.h"

#include <math.h>

#include "stats/contingency/chi_squared.h"
#include "stats/contingency/fisher.h"
#include "stats/contingency/fisher_network.h"
#include "stats/contingency/goodness_of_fit.h"
#include "stats/contingency/mcnemar.h"
#include "stats/contingency/row_shares.h"
#include "stats/contingency/network.h"
#include "stats/contingency/random_table.h"
#include "stats/contingency/table.h"

static const double two_by_four[] = {3, 1, 0, 6, 2, 5, 4, 1};
static const struct pst_contingency table_a = {2, 4, two_by_four};

static void pearson(void **state)
{
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_chi_squared, &table_a, NULL);
  assert_close(run_row(&run, "chi-squared")->estimate, 10.341746031746032, 1e-13, 0);
  assert_close(run_row(&run, "chi-squared")->p_value, 0.015873764513427018, 1e-11, 0);
  assert_close(run_row(&run, "cramers-v")->estimate, 0.6856233405298897, 1e-13, 0);
  assert_close(run_row(&run, "g")->estimate, 12.43792686044703, 1e-13, 0);
  assert_close(run_row(&run, "min-expected")->estimate, 20.0 / 11, 1e-14, 0);
  assert_string_equal(run_row(&run, "chi-squared")->note,
                      "an expected count is 1.82: below 5 the p-value is rough");
  assert_true(run_row(&run, "cramers-v")->conf_low < 0.6857
              && run_row(&run, "cramers-v")->conf_high > 0.6856);
  run_end(&run);
}

static void two_by_two(void **state)
{
  static const double counts[] = {56, 14, 48, 32};
  static const double huge[] = {3e9, 1e9, 3e9, 1e9};
  const struct pst_contingency table = {2, 2, counts};
  const struct pst_contingency balanced = {2, 2, huge};
  const struct pst_test yates = {.continuity = PST_CONTINUITY_YES};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_chi_squared, &table, &yates);
  assert_close(run_row(&run, "phi")->estimate, 0.2163856337073152, 1e-13, 0);
  assert_close(run_row(&run, "chi-squared")->estimate, 7.023411371237458, 1e-13, 0);
  assert_close(run_row(&run, "chi-squared-yates")->estimate, 6.114270410296226, 1e-13, 0);
  assert_close(run_row(&run, "cramers-v")->p_value, 0.013409475178668938, 1e-11, 0);
  assert_string_equal(run_row(&run, "cramers-v")->p_method, "chi-squared-cc");
  run_end(&run);
  RUN_SHAPE(&run, pst_chi_squared, &balanced, NULL);
  assert_true(run_row(&run, "phi")->estimate == 0);
  run_end(&run);
}

static void empty_rows_are_left_out(void **state)
{
  static const double counts[] = {3, 0, 1, 0, 6, 0, 0, 0, 0, 0, 2, 0, 5, 4, 1};
  static const double one_row[] = {3, 4, 0, 0};
  static const double part[] = {1, 2.5, 3, 4};
  const struct pst_contingency table = {3, 5, counts};
  const struct pst_contingency flat = {2, 2, one_row};
  const struct pst_contingency halves = {2, 2, part};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_chi_squared, &table, NULL);
  assert_close(run_row(&run, "chi-squared")->df, 3, 0, 0);
  assert_non_null(
      strstr(run_row(&run, "cramers-v")->note, "rows or columns without a count are left out"));
  run_end(&run);
  REFUSES(pst_chi_squared, &flat, NULL, PST_UNDEFINED, "fewer than 2 rows with a count");
  REFUSES(pst_fisher_table, &halves, NULL, PST_UNDEFINED, "a count is no whole number");
}

/* All tables with the margins of one, filled cell by cell. */
struct enumeration {
  size_t rows, columns;
  double row[4], column[4];
  double limit;
  double all, far;
};

static void fill(struct enumeration *e, size_t cell, double weight)
{
  const size_t i = cell / e->columns;
  const size_t j = cell % e->columns;
  double most;

  if (cell == e->rows * e->columns) {
    e->all += weight;
    e->far += weight <= e->limit * (1 + 1e-7) ? weight : 0;
    return;
  }
  most = fmin(e->row[i], e->column[j]);
  for (double x = 0; x <= most; x++) {
    if ((j + 1 == e->columns && x != e->row[i]) || (i + 1 == e->rows && x != e->column[j]))
      continue;
    e->row[i] -= x;
    e->column[j] -= x;
    fill(e, cell + 1, weight / tgamma(x + 1));
    e->row[i] += x;
    e->column[j] += x;
  }
}

static double enumerated_p(const struct pst_contingency *table)
{
  struct enumeration e = {.rows = table->rows, .columns = table->columns, .limit = 1};

  for (size_t i = 0; i < table->rows; i++)
    for (size_t j = 0; j < table->columns; j++) {
      double x = table->counts[i * table->columns + j];

      e.row[i] += x;
      e.column[j] += x;
      e.limit /= tgamma(x + 1);
    }
  fill(&e, 0, 1);
  return e.far / e.all;
}

static void fisher_against_all_tables(void **state)
{
  static const double three[] = {2, 0, 3, 1, 4, 0, 0, 1, 2};
  static const double four[] = {1, 0, 2, 3, 0, 1, 1, 2, 2, 0, 0, 4};
  static const double tall[] = {3, 0, 1, 2, 2, 2, 0, 4};
  const struct pst_contingency tables[] = {
      {2, 4, two_by_four}, {3, 3, three}, {3, 4, four}, {4, 2, tall}};

  (void)state;
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
    struct run run;

    RUN_SHAPE(&run, pst_fisher_table, &tables[i], NULL);
    assert_string_equal(run_row(&run, "cramers-v")->p_method, "exact");
    assert_close(run_row(&run, "cramers-v")->p_value, enumerated_p(&tables[i]), 1e-11, 0);
    run_end(&run);
  }
}

/* The larger tables of the reference, exact; random tables come near, whatever the threads. */
static void fisher_by_random_tables(void **state)
{
  static const double counts[] = {12, 0, 5, 9, 7, 7, 0, 10};
  const struct pst_contingency table = {4, 2, counts};
  const struct pst_test random = {.p_kind = PST_P_PERMUTATION, .permutations = 4999};
  const struct pst_test threads = {.p_kind = PST_P_PERMUTATION, .permutations = 4999, .threads = 3};
  struct run exact, one, three;

  (void)state;
  RUN_SHAPE(&exact, pst_fisher_table, &table, NULL);
  assert_close(run_row(&exact, "cramers-v")->p_value, 3.904269548165147e-06, 1e-11, 0);
  RUN_SHAPE(&one, pst_fisher_table, &table_a, &random);
  RUN_SHAPE(&three, pst_fisher_table, &table_a, &threads);
  assert_close(run_row(&one, "cramers-v")->p_value, 0.014538093485461773, 0, 0.006);
  assert_true(run_row(&one, "cramers-v")->p_value == run_row(&three, "cramers-v")->p_value);
  assert_string_equal(run_row(&one, "cramers-v")->p_method, "monte-carlo(4999)");
  run_end(&exact);
  run_end(&one);
  run_end(&three);
}

/* The reach depends on the table alone: beyond it auto takes random tables, exact is refused. */
static void fisher_out_of_reach(void **state)
{
  static const double counts[] = {20, 13, 14, 15, 16, 13, 14, 15, 16, 19, 18, 17, 16,
                                  14, 12, 11, 19, 18, 12, 11, 15, 15, 10, 14, 13};
  const struct pst_contingency table = {5, 5, counts};
  const struct pst_test exact = {.p_kind = PST_P_EXACT};
  const struct pst_test few = {.permutations = 199};
  const struct pst_test less = {.alternative = PST_LESS};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_fisher_table, &table, &few);
  assert_string_equal(run_row(&run, "cramers-v")->p_method, "monte-carlo(199)");
  assert_non_null(strstr(run_row(&run, "cramers-v")->note,
                         "an exact p-value is out of reach: random tables with these margins"));
  run_end(&run);
  REFUSES(pst_fisher_table, &table, &exact, PST_USAGE,
          "an exact p-value is out of reach for this table; ask for a permutation one");
  REFUSES(pst_fisher_table, &table, &less, PST_USAGE, "a one-sided test is for 2 by 2 tables only");
}

static void goodness_of_fit(void **state)
{
  static const double counts[] = {89, 37, 30, 28, 2};
  static const double shares[] = {40, 20, 20, 15, 5};
  static const double even[] = {10, 10, 10};
  const struct pst_fit_counts fit = {5, counts, shares};
  const struct pst_fit_counts equal = {3, even, NULL};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_goodness_of_fit, &fit, NULL);
  assert_close(run_row(&run, "chi-squared")->estimate, 9.990143369175627, 1e-13, 0);
  assert_close(run_row(&run, "chi-squared")->p_value, 0.04059404334478121, 1e-11, 0);
  assert_close(run_row(&run, "cohens-w")->estimate, sqrt(9.990143369175627 / 186), 1e-13, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_goodness_of_fit, &equal, NULL);
  assert_true(run_row(&run, "chi-squared")->estimate == 0);
  assert_true(run_row(&run, "chi-squared")->p_value == 1);
  run_end(&run);
}

/* Agresti (1990), approval of a president: 794 150 86 570. */
static void mcnemar(void **state)
{
  static const double counts[] = {794, 150, 86, 570};
  static const double still[] = {5, 0, 0, 5};
  const struct pst_contingency table = {2, 2, counts};
  const struct pst_contingency unchanged = {2, 2, still};
  const struct pst_test plain = {.p_kind = PST_P_ASYMPTOTIC, .continuity = PST_CONTINUITY_NO};
  const struct pst_test corrected = {.p_kind = PST_P_ASYMPTOTIC};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_mcnemar, &table, &corrected);
  assert_close(run_row(&run, "difference")->statistic, 63.0 * 63 / 236, 1e-13, 0);
  assert_close(run_row(&run, "difference")->p_value, 4.114562e-05, 1e-6, 0);
  assert_close(run_row(&run, "odds-ratio")->estimate, 150.0 / 86, 1e-14, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_mcnemar, &table, &plain);
  assert_close(run_row(&run, "difference")->statistic, 64.0 * 64 / 236, 1e-13, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_mcnemar, &table, NULL);
  assert_string_equal(run_row(&run, "difference")->p_method, "exact");
  assert_close(run_row(&run, "difference")->estimate, 0.04, 1e-14, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_mcnemar, &unchanged, NULL);
  assert_nan(run_row(&run, "difference")->p_value);
  assert_string_equal(run_row(&run, "difference")->note, "no unit changed: no test");
  run_end(&run);
}

/* Newcombe (1998), paired, method 10: 36 12 2 0 gives [0.0569, 0.3404]. */
static void newcombe_paired(void **state)
{
  static const double counts[] = {36, 12, 2, 0};
  const struct pst_contingency table = {2, 2, counts};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_mcnemar, &table, NULL);
  assert_close(run_row(&run, "difference")->estimate, 0.2, 1e-14, 0);
  assert_close(run_row(&run, "difference")->conf_low, 0.0569, 0, 5e-5);
  assert_close(run_row(&run, "difference")->conf_high, 0.3404, 0, 5e-5);
  run_end(&run);
}

static void row_shares(void **state)
{
  static const double counts[] = {15, 133, 0, 0};
  static const double part[] = {1, 0.5};
  static const double none[] = {0, 0};
  const struct pst_contingency table = {2, 2, counts};
  const struct pst_contingency broken = {1, 2, part};
  const struct pst_contingency empty = {1, 2, none};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_row_shares, &table, NULL);
  assert_int_equal(run.rows.count, 4);
  assert_close(run.rows.items[0].estimate, 15. / 148, 1e-15, 0);
  assert_close(run.rows.items[0].conf_low, 0.0623864, 0, 5e-8); /* Wilson (R: prop.test) */
  assert_close(run.rows.items[0].conf_high, 0.1604872, 0, 5e-8);
  assert_int_equal(run.rows.items[1].n, 148);
  assert_nan(run.rows.items[2].estimate);
  assert_string_equal(run.rows.items[3].note, "a row without counts has no shares");
  run_end(&run);
  REFUSES(pst_row_shares, &broken, NULL, PST_UNDEFINED, "a count is no whole number from 0");
  REFUSES(pst_row_shares, &empty, NULL, PST_UNDEFINED, "no counts");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pearson),
      cmocka_unit_test(two_by_two),
      cmocka_unit_test(empty_rows_are_left_out),
      cmocka_unit_test(fisher_against_all_tables),
      cmocka_unit_test(fisher_by_random_tables),
      cmocka_unit_test(fisher_out_of_reach),
      cmocka_unit_test(goodness_of_fit),
      cmocka_unit_test(mcnemar),
      cmocka_unit_test(newcombe_paired),
      cmocka_unit_test(row_shares),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
