/* Spearman's rho: the classical formula without ties, Pearson of mid-ranks with them. */
#include "check.h"
#include "kernel.h"
#include "random.h"

#include <math.h>
#include <stdlib.h>

#include "stats/rank.h"
#include "stats/correlation/spearman.h"
#include "stats/correlation/spearman_table.h"

static const struct pst_test ASYMPTOTIC = {.p_kind = PST_P_ASYMPTOTIC};

/* R 4.2.2, ?cor.test: S = 48 for n = 9, so rho = 1 - 6 * 48 / 720. */
static void hollander_wolfe(void **state)
{
  static const double x[] = {44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1};
  static const double y[] = {2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8};
  struct run run;

  (void)state;
  /* Exact: 35126 of 9! orders. */
  run_kernel(&run, pst_spearman, x, y, 9, NULL);
  assert_close(run_row(&run, "rho")->p_value, 35126 / 362880.0, 1e-13, 0);
  assert_string_equal(run_row(&run, "rho")->p_method, "exact");
  assert_nan(run_row(&run, "rho")->statistic);
  run_end(&run);
  run_kernel(&run, pst_spearman, x, y, 9, &ASYMPTOTIC);
  assert_close(run_row(&run, "rho")->estimate, 0.6, 1e-15, 0);
  assert_close(run_row(&run, "rho")->statistic, 0.6 * sqrt(7 / (1 - 0.36)), 1e-14, 0);
  assert_true(run_row(&run, "rho")->conf_low < 0.6 && run_row(&run, "rho")->conf_high > 0.6);
  run_end(&run);
}

static void formula_without_ties(void **state)
{
  uint64_t seed = 60;
  double x[12];
  double y[12];

  (void)state;
  for (int round = 0; round < 500; round++) {
    double d2 = 0;
    struct run run;

    for (size_t i = 0; i < 12; i++) {
      size_t j = random_below(&seed, i + 1);

      x[i] = (double)i + 1;
      y[i] = y[j];
      y[j] = (double)i + 1;
    }
    for (size_t i = 0; i < 12; i++)
      d2 += (x[i] - y[i]) * (x[i] - y[i]);
    run_kernel(&run, pst_spearman, x, y, 12, NULL);
    assert_close(run_row(&run, "rho")->estimate, 1 - 6 * d2 / (12.0 * 143), 1e-14, 1e-15);
    run_end(&run);
  }
}

/* Mid-ranks 1.5 1.5 3 4.5 4.5 against 1..5: sxy = 9, sxx = 9, syy = 10. */
static void ties(void **state)
{
  static const double x[] = {10, 10, 20, 30, 30};
  static const double y[] = {1, 2, 3, 4, 5};
  struct run run;

  (void)state;
  run_kernel(&run, pst_spearman, x, y, 5, NULL);
  assert_close(run_row(&run, "rho")->estimate, 9 / sqrt(90), 1e-15, 0);
  assert_close(run_row(&run, "rho")->p_value, 8 / 120.0, 1e-14, 0);
  run_end(&run);
}

/* Orders of y with |rho| >= |rho0|, in twice the mid-ranks: whole numbers. */
struct tally {
  long at;
  long all;
  long far;
};

static long covariance(const double *x, const double *y, size_t n)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j < n; j++)
      sum += (x[i] - x[j]) * (y[i] - y[j]);
  return lround(4 * sum);
}

static void all_orders(const double *x, double *y, size_t n, size_t k, struct tally *tally)
{
  if (k == n) {
    tally->all++;
    tally->far += labs(covariance(x, y, n)) >= labs(tally->at);
    return;
  }
  for (size_t i = k; i < n; i++) {
    double keep = y[k];

    y[k] = y[i];
    y[i] = keep;
    all_orders(x, y, n, k + 1, tally);
    y[i] = y[k];
    y[k] = keep;
  }
}

static void exact_agrees_with_all_orders(void **state)
{
  uint64_t seed = 61;
  double x[7];
  double y[7];
  double x_rank[7];
  double y_rank[7];

  (void)state;
  for (int round = 0; round < 150; round++) {
    struct pst_arena arena = PST_ARENA_EMPTY;
    size_t n = 2 + random_below(&seed, 6);
    struct tally tally = {0, 0, 0};
    struct run run;

    random_fill(&seed, x, n, 2 + random_below(&seed, 20));
    random_fill(&seed, y, n, 2 + random_below(&seed, 20));
    pst_rank(x, n, PST_TIES_MEAN, false, x_rank, &arena, NULL);
    pst_rank(y, n, PST_TIES_MEAN, false, y_rank, &arena, NULL);
    tally.at = covariance(x_rank, y_rank, n);
    all_orders(x_rank, y_rank, n, 0, &tally);
    run_kernel(&run, pst_spearman, x, y, n, NULL);
    if (run.status == PST_OK)
      assert_close(run_row(&run, "rho")->p_value, (double)tally.far / (double)tally.all, 1e-13, 0);
    run_end(&run);
    pst_arena_free(&arena);
  }
}

/* n = 12, S = sum d^2 = 18: 13356 of 12! orders; n = 14 is the last computed, 22 the last of
   the table. */
static void exact_tails(void **state)
{
  static const double x[] = {1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12,
                             13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23};
  static const double z[] = {4, 2, 3, 1, 5, 6, 7, 8, 9, 10, 11, 12};
  struct run run;

  (void)state;
  run_kernel(&run, pst_spearman, x, z, 12, NULL); /* d = 3, 0, 0, 3: S = 18 */
  assert_close(run_row(&run, "rho")->p_value, 13356 / 479001600.0, 1e-12, 0);
  run_end(&run);
  run_kernel(&run, pst_spearman, x, x, 14, NULL);
  assert_close(run_row(&run, "rho")->p_value, 2 / 87178291200.0, 1e-12, 0);
  run_end(&run);
  run_kernel(&run, pst_spearman, x, x, 15, NULL);
  assert_close(run_row(&run, "rho")->p_value, 2 / 1307674368000.0, 1e-15, 0);
  run_end(&run);
  run_kernel(&run, pst_spearman, x, x, 22, NULL);
  assert_close(run_row(&run, "rho")->p_value, 2 / 1.124000727777607680e21, 1e-15, 0);
  run_end(&run);
  run_kernel(&run, pst_spearman, x, x, 23, NULL);
  assert_string_equal(run_row(&run, "rho")->p_method, "t");
  run_end(&run);
  run_kernel(&run, pst_spearman, x, x, 23, &(struct pst_test){.p_kind = PST_P_EXACT});
  assert_int_equal(run.status, PST_USAGE);
  assert_int_equal(run.rows.count, 0);
  run_end(&run);
}

/* n = 17, S = 420: .05030371, from all orders. */
static void table_values(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17};
  /* Exchanged places 14, 3, 2 and 1 apart: S = 2 (196 + 9 + 4 + 1). */
  static const double y[] = {15, 5, 3, 4, 2, 8, 7, 6, 10, 9, 11, 12, 13, 14, 1, 16, 17};
  struct run run;
  double less;

  (void)state;
  run_kernel(&run, pst_spearman, x, y, 17, NULL);
  assert_string_equal(run_row(&run, "rho")->p_method, "exact");
  assert_close(run_row(&run, "rho")->p_value, .05030371, 1e-7, 0);
  run_end(&run);
  run_kernel(&run, pst_spearman, x, y, 17, &(struct pst_test){.alternative = PST_LESS});
  less = run_row(&run, "rho")->p_value;
  run_end(&run);
  run_kernel(&run, pst_spearman, x, y, 17, &(struct pst_test){.alternative = PST_GREATER});
  assert_close(run_row(&run, "rho")->p_value, .05030371 / 2, 1e-7, 0);
  assert_true(less + run_row(&run, "rho")->p_value > 1);
  assert_close(less, 1 - run_row(&run, "rho")->p_value, 1e-2, 0);
  run_end(&run);
}

/* S = sum d^2 has variance n^2 (n + 1)^2 (n - 1) / 36 (Kendall 1970, ch. 5). */
static void table_has_the_known_moments(void **state)
{
  (void)state;
  for (size_t size = 15; size <= PST_SPEARMAN_TABLE_LAST; size++) {
    const double *lower = pst_spearman_lower(size);
    double n = (double)size;
    size_t range = (size * size * size - size) / 6;
    double before = 0;
    double square = 0;

    for (size_t d = 0; 2 * d < range; d++) {
      double from_middle = (double)range - 2 * (double)d;

      assert_true(lower[d] > before);
      square += 2 * (lower[d] - before) * from_middle * from_middle;
      before = lower[d];
    }
    assert_true(before <= 0.5);
    if (range % 2 == 0)
      assert_close(2 * lower[range / 2] - 1, lower[range / 2] - before, 1e-12, 0);
    else
      assert_close(before, 0.5, 1e-15, 0);
    assert_close(square, n * n * (n + 1) * (n + 1) * (n - 1) / 36, 1e-11, 0);
  }
}

/* Ties of either variable bring the distribution within reach: which is called x makes no difference. */
static void exact_either_way_round(void **state)
{
  double few[24], many[24];
  struct run one, other;

  (void)state;
  for (size_t i = 0; i < 24; i++) {
    few[i] = (double)(i % 3);
    many[i] = (double)(7 * i % 25);
  }
  run_kernel(&one, pst_spearman, few, many, 24, NULL);
  run_kernel(&other, pst_spearman, many, few, 24, NULL);
  assert_string_equal(run_row(&one, "rho")->p_method, "exact");
  assert_string_equal(run_row(&other, "rho")->p_method, "exact");
  assert_close(run_row(&one, "rho")->p_value, run_row(&other, "rho")->p_value, 0, 0);
  run_end(&one);
  run_end(&other);
}

static void monotone_is_one(void **state)
{
  double x[9];
  double y[9];
  struct run run;

  (void)state;
  for (int i = 0; i < 9; i++) {
    x[i] = i;
    y[i] = -pow(3, i);
  }
  run_kernel(&run, pst_spearman, x, y, 9, &ASYMPTOTIC);
  assert_close(run_row(&run, "rho")->estimate, -1, 0, 0);
  assert_nan(run_row(&run, "rho")->statistic);
  assert_string_equal(run_row(&run, "rho")->note,
                      "upper bound; no order of these ranks has a p below 5.51e-06; all points lie "
                      "on a line: t has no finite value");
  run_end(&run);
}

/* 24 rows, the first four tied in both: 4! of the 24! orders leave every pair as it is. */
static void no_p_below_the_least(void **state)
{
  double x[24];
  struct run run;

  (void)state;
  for (int i = 0; i < 24; i++)
    x[i] = i < 4 ? 0 : i;
  run_kernel(&run, pst_spearman, x, x, 24, NULL);
  assert_close(run_row(&run, "rho")->p_value, 24 / 620448401733239439360000.0, 1e-12, 0);
  assert_string_equal(run_row(&run, "rho")->note,
                      "lower bound: no order of these ranks has a smaller p; all points lie on a "
                      "line: t has no finite value");
  run_end(&run);
}

static void few_and_none(void **state)
{
  static const double x[] = {1, 2, 3};
  static const double constant[] = {7, 7, 7};
  struct run run;

  (void)state;
  run_kernel(&run, pst_spearman, x, x, 2, &ASYMPTOTIC);
  assert_close(run_row(&run, "rho")->estimate, 1, 0, 0);
  assert_nan(run_row(&run, "rho")->p_value);
  run_end(&run);
  assert_undefined(pst_spearman, x, x, 1, "fewer than 2 complete rows");
  assert_undefined(pst_spearman, x, constant, 3, "y is constant");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(hollander_wolfe),
      cmocka_unit_test(formula_without_ties),
      cmocka_unit_test(ties),
      cmocka_unit_test(monotone_is_one),
      cmocka_unit_test(no_p_below_the_least),
      cmocka_unit_test(exact_agrees_with_all_orders),
      cmocka_unit_test(exact_either_way_round),
      cmocka_unit_test(exact_tails),
      cmocka_unit_test(table_values),
      cmocka_unit_test(table_has_the_known_moments),
      cmocka_unit_test(few_and_none),
  };

  return cmocka_run_group_tests_name("spearman", tests, NULL, NULL);
}
