/* Location quotients, balance of trade, structures and affinity. */
#include "check.h"

#include <math.h>

#include "stats/specialisation/affinity.h"
#include "stats/specialisation/grubel_lloyd.h"
#include "stats/specialisation/quasi.h"
#include "stats/specialisation/rca.h"
#include "stats/specialisation/structure.h"

static struct pst_arena arena = PST_ARENA_EMPTY;

static struct pst_rca_table table_of(const double *cell, size_t rows, size_t columns, bool known)
{
  struct pst_rca_table table = {.rows = rows, .columns = columns, .cell = cell};

  assert_int_equal(pst_rca_margins(&table, known, &arena, NULL), PST_OK);
  return table;
}

/* 420 in a row of 1500 and a column of 1200, of 5700 in all. */
static void a_location_quotient(void **state)
{
  static const double cell[] = {420, 1080, 780, 3420};
  struct pst_rca_table table = table_of(cell, 2, 2, false);
  struct pst_rca of = pst_rca(&table, 0, 0, true, 0.95);

  (void)state;
  assert_close(of.r, 1.33, 1e-14, 0);
  assert_close(of.symmetric, 0.14163090128755365, 1e-13, 0);
  assert_close(of.log, log(1.33), 1e-13, 0);
  assert_close(of.variance, 0.0011721804511278194, 1e-12, 0);
  assert_close(of.low, 1.2436808602939409, 1e-12, 0);
  assert_close(of.high, 1.4223102215964993, 1e-12, 0);
  assert_close(of.expected, 1500.0 * 1200 / 5700, 1e-14, 0);
  assert_nan(pst_rca(&table, 0, 0, false, 0.95).variance);
}

static void zeros_and_gaps(void **state)
{
  static const double zero[] = {0, 5, 3, 0, 0, 0}, gap[] = {1, 2, 3, NAN};
  struct pst_rca_table table = table_of(zero, 3, 2, false);
  struct pst_rca of = pst_rca(&table, 0, 0, true, 0.95);

  (void)state;
  assert_close(of.r, 0, 0, 0);
  assert_close(of.symmetric, -1, 0, 0);
  assert_nan(of.log);
  assert_nan(of.low);
  assert_nan(pst_rca(&table, 2, 0, true, 0.95).r);
  table = table_of(gap, 2, 2, false);
  assert_nan(pst_rca(&table, 0, 0, true, 0.95).r);
  table = table_of(gap, 2, 2, true);
  assert_close(pst_rca(&table, 0, 0, true, 0.95).r, 1 * 6.0 / (3 * 4), 1e-15, 0);
  assert_nan(pst_rca(&table, 1, 1, true, 0.95).r);
}

/* One row: every quotient is 1, whatever the counts, and has no variance. */
static void one_row_is_the_whole(void **state)
{
  static const double cell[] = {3, 7, 11};
  struct pst_rca_table table = table_of(cell, 1, 3, false);

  (void)state;
  for (size_t j = 0; j < 3; j++) {
    struct pst_rca of = pst_rca(&table, 0, j, true, 0.95);

    assert_close(of.r, 1, 1e-15, 0);
    assert_close(of.variance, 0, 0, 1e-15);
  }
}

static void a_negative_cell(void **state)
{
  static const double cell[] = {3, 7, -1, 2};
  struct pst_rca_table table = {.rows = 2, .columns = 2, .cell = cell};
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_rca_margins(&table, false, &arena, &error), PST_BAD_DATA);
  assert_string_equal(error.message,
                      "row 2, column 1 of the table: -1; a part of a whole is 0 or more");
}

static void trade_both_ways(void **state)
{
  static const double x[] = {120.5, 5, 30, 8}, m[] = {20.5, 62, 30, 12};

  (void)state;
  assert_close(pst_grubel_lloyd(120.5, 20.5), 1 - 100.0 / 141, 1e-14, 0);
  assert_close(pst_grubel_lloyd(5, 5), 1, 0, 0);
  assert_close(pst_grubel_lloyd(5, 0), 0, 0, 0);
  assert_nan(pst_grubel_lloyd(0, 0));
  assert_nan(pst_grubel_lloyd(-1, 3));
  assert_nan(pst_grubel_lloyd(NAN, 3));
  assert_close(pst_grubel_lloyd_aggregate(x, m, 4), 0.4409722222222222, 1e-14, 0);
}

static void structures(void **state)
{
  static const double cell[] = {120, 840,  510, 130, 400, 310, 290, 480, 90,  430,
                                60,  1200, 350, 210, 280, 45,  260, 620, 740, 335};
  struct pst_rca_table table = table_of(cell, 4, 5, false);
  double gini;

  (void)state;
  assert_close(pst_krugman(&table, 3, false), 0.5470129870129871, 1e-13, 0);
  assert_close(pst_krugman(&table, 3, true), 0.7389473684210527, 1e-13, 0);
  assert_close(pst_dissimilarity(&table, 0, 1), 0.2475, 1e-13, 0);
  assert_close(pst_dissimilarity(&table, 2, 2), 0, 0, 0);
  assert_int_equal(pst_gini_relative(&table, 3, &gini, &arena, NULL), PST_OK);
  assert_close(gini, 0.3614090909090909, 1e-13, 0);
}

/* By all pairs of columns: 1/2 sum b_j b_k |r_j - r_k|. */
static void relative_gini_by_pairs(void **state)
{
  static const double cell[] = {1, 0, 5, 2, 0, 4, 4, 1, 6, 0};
  struct pst_rca_table table = table_of(cell, 2, 5, false);
  double gini, sum = 0;

  (void)state;
  for (size_t j = 0; j < 4; j++) /* nobody has anything in the fifth */
    for (size_t k = 0; k < 4; k++) {
      double a = pst_rca(&table, 0, j, false, 0.95).r, b = pst_rca(&table, 0, k, false, 0.95).r;

      sum += table.column[j] * table.column[k] * fabs(a - b) / table.grand / table.grand / 2;
    }
  assert_int_equal(pst_gini_relative(&table, 0, &gini, &arena, NULL), PST_OK);
  assert_close(gini, sum, 1e-13, 0);
}

static void nobody_there(void **state)
{
  static const double cell[] = {0, 0, 3, 4};
  struct pst_rca_table table = table_of(cell, 2, 2, false);
  double gini;

  (void)state;
  assert_nan(pst_krugman(&table, 0, false));
  assert_nan(pst_krugman(&table, 1, true));
  assert_nan(pst_dissimilarity(&table, 0, 1));
  assert_int_equal(pst_gini_relative(&table, 0, &gini, &arena, NULL), PST_OK);
  assert_nan(gini);
}

/* --- affinity ---------------------------------------------------------------------------------- */

static const double links[] = {5200, 640, 310, 640, 21000, 1450, 310, 1450, 9800};

static void affinity_of_three(void **state)
{
  struct pst_affinity_table table = {.n = 3, .links = links};
  struct pst_affinity of;

  (void)state;
  assert_int_equal(pst_affinity_margins(&table, &arena, NULL), PST_OK);
  assert_close(table.grand, 4800, 0, 0);
  of = pst_affinity_pai(&table, 0, 1, 0.95);
  assert_close(of.value, 640.0 * 4800 / (950.0 * 2090), 1e-14, 0);
  assert_close(of.variance, 1 / 640.0 - 1 / 950.0 - 1 / 2090.0 + (of.value - 1) / 2400, 1e-12, 0);
  of = pst_affinity_salton(&table, 0, 1, 0.95);
  assert_close(of.value, 0.06124472018807622, 1e-13, 0);
  assert_close(of.low, 0.05693576217656111, 1e-12, 0);
  of = pst_affinity_jaccard(&table, 0, 1, 0.95);
  assert_close(of.value, 0.025039123630672927, 1e-13, 0);
  assert_close(of.low, 0.023193860203215504, 1e-12, 0);
  assert_close(of.high, 0.02702713107028929, 1e-12, 0);
  assert_nan(pst_affinity_pai(&table, 1, 1, 0.95).value);
}

/* Equal links between all of n: the plain index is n / (n - 1), the one without a diagonal 1. */
static void the_neutral_value(void **state)
{
  double equal[25], factor[5];
  struct pst_affinity_table table = {.n = 5, .links = equal};

  (void)state;
  for (int i = 0; i < 25; i++)
    equal[i] = i % 6 == 0 ? NAN : 12;
  assert_int_equal(pst_affinity_margins(&table, &arena, NULL), PST_OK);
  assert_close(pst_affinity_pai(&table, 0, 3, 0.95).value, 1.25, 1e-15, 0);
  assert_nan(pst_affinity_salton(&table, 0, 3, 0.95).value);
  assert_int_equal(pst_quasi_independence(&table, factor, NULL), PST_OK);
  assert_close(12 / (factor[0] * factor[3]), 1, 1e-14, 0);
}

/* Against the variance by a numerical inverse (numpy), which 2000 simulated tables confirm. */
static void quasi_intervals(void **state)
{
  static const double joint[] = {0,   640, 120, 90,  33,  640, 0,  1200, 300, 80, 120, 1200, 0,
                                 210, 60,  90,  300, 210, 0,   45, 33,   80,  60, 45,  0};
  struct pst_affinity_table table = {.n = 5, .links = joint};
  struct pst_affinity pair;
  struct pst_quasi quasi;
  double factor[5];

  (void)state;
  assert_int_equal(pst_affinity_margins(&table, &arena, NULL), PST_OK);
  assert_int_equal(pst_quasi_independence(&table, factor, NULL), PST_OK);
  assert_int_equal(pst_quasi_prepare(&table, factor, &quasi, &arena, NULL), PST_OK);
  pair = pst_quasi_affinity(&quasi, 0, 1, 0.95);
  assert_close(pair.value, 1.1555611946818956, 1e-11, 0);
  assert_close(pair.variance, 0.000287719507207964, 1e-9, 0);
  assert_close(pair.low, 1.1177755768453557, 1e-10, 0);
  pair = pst_quasi_affinity(&quasi, 3, 4, 0.95);
  assert_close(pair.variance, 0.01665852802821644, 1e-9, 0);
  assert_close(pair.high, 3.336766476764437, 1e-10, 0);
  assert_nan(pst_quasi_affinity(&quasi, 2, 2, 0.95).value);
}

/* Links that are products off the diagonal are expected exactly. */
static void products_are_expected(void **state)
{
  static const double a[] = {1, 2, 5, 11, 0};
  double product[25], factor[5];
  struct pst_affinity_table table = {.n = 5, .links = product};

  (void)state;
  for (int i = 0; i < 25; i++)
    product[i] = i % 6 == 0 ? 99 : a[i / 5] * a[i % 5];
  assert_int_equal(pst_affinity_margins(&table, &arena, NULL), PST_OK);
  assert_int_equal(pst_quasi_independence(&table, factor, NULL), PST_OK);
  for (int i = 0; i < 4; i++)
    assert_close(factor[i], a[i], 1e-12, 0);
  assert_close(factor[4], 0, 0, 0);
}

static void no_links_and_bad_ones(void **state)
{
  double few[] = {NAN, 0, 0, 0, NAN, 3, 0, 3, NAN}, factor[3];
  struct pst_affinity_table table = {.n = 3, .links = few};
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_affinity_margins(&table, &arena, NULL), PST_OK);
  assert_nan(pst_affinity_pai(&table, 0, 1, 0.95).value);
  assert_int_equal(pst_quasi_independence(&table, factor, &error), PST_UNDEFINED);
  few[1] = 2;
  error = (struct pst_error){.status = PST_OK};
  assert_int_equal(pst_affinity_margins(&table, &arena, &error), PST_BAD_DATA);
  assert_string_equal(error.message, "entities 1 and 2: 2 links one way, 0 the other");
}

static void zero_links_have_no_interval(void **state)
{
  static const double few[] = {9, 0, 4, 0, 9, 3, 4, 3, 9};
  struct pst_affinity_table table = {.n = 3, .links = few};
  struct pst_affinity of;

  (void)state;
  assert_int_equal(pst_affinity_margins(&table, &arena, NULL), PST_OK);
  of = pst_affinity_pai(&table, 0, 1, 0.95);
  assert_close(of.value, 0, 0, 0);
  assert_nan(of.high);
  of = pst_affinity_salton(&table, 0, 1, 0.95);
  assert_close(of.value, 0, 0, 0);
  assert_nan(of.high);
  of = pst_affinity_jaccard(&table, 0, 1, 0.95);
  assert_close(of.low, 0, 0, 0);
  assert_close(of.high, 0.17587922, 1e-7, 0); /* z^2 / (18 + z^2) */
}

static int free_arena(void **state)
{
  (void)state;
  pst_arena_free(&arena);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_location_quotient),    cmocka_unit_test(zeros_and_gaps),
      cmocka_unit_test(one_row_is_the_whole),   cmocka_unit_test(a_negative_cell),
      cmocka_unit_test(trade_both_ways),        cmocka_unit_test(structures),
      cmocka_unit_test(relative_gini_by_pairs), cmocka_unit_test(nobody_there),
      cmocka_unit_test(affinity_of_three),      cmocka_unit_test(the_neutral_value),
      cmocka_unit_test(products_are_expected),  cmocka_unit_test(quasi_intervals),
      cmocka_unit_test(no_links_and_bad_ones),  cmocka_unit_test(zero_links_have_no_interval),
  };

  return cmocka_run_group_tests(tests, NULL, free_arena);
}
