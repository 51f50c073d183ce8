/* The exact distribution of S against all orders, and published values. */
#include "check.h"
#include "kernel.h"
#include "random.h"

#include <math.h>
#include <stdlib.h>

#include "stats/kendall/kendall.h"
#include "stats/kendall/kendall_exact.h"
#include "stats/trend/mann_kendall.h"

static int s_of(const double *x, const double *y, size_t n)
{
  int S = 0;

  for (size_t i = 0; i < n; i++)
    for (size_t j = i + 1; j < n; j++)
      S += ((x[i] > x[j]) - (x[i] < x[j])) * ((y[i] > y[j]) - (y[i] < y[j]));
  return S;
}

/* How many orders of y have |S| >= |S0|, S >= S0, S <= S0, and how many there are. */
struct tally {
  int S0;
  double far;
  double high;
  double low;
  double all;
};

static void all_orders(const double *x, double *y, size_t n, size_t k, struct tally *tally)
{
  if (k == n) {
    int S = s_of(x, y, n);

    tally->far += abs(S) >= abs(tally->S0);
    tally->high += S >= tally->S0;
    tally->low += S <= tally->S0;
    tally->all++;
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

static double exact_p(const double *x, const double *y, size_t n, enum pst_alternative alternative)
{
  struct run run;
  double p;

  run_kernel(&run, pst_kendall, x, y, n,
             &(struct pst_test){.p_kind = PST_P_EXACT, .alternative = alternative});
  assert_string_equal(run_row(&run, "tau-b")->p_method, "exact");
  assert_nan(run_row(&run, "tau-b")->statistic);
  p = run_row(&run, "tau-b")->p_value;
  run_end(&run);
  return p;
}

static void assert_all_orders(const double *x, double *y, size_t n)
{
  struct tally tally = {.S0 = s_of(x, y, n)};

  all_orders(x, y, n, 0, &tally);
  assert_close(exact_p(x, y, n, PST_TWO_SIDED), tally.far / tally.all, 1e-13, 0);
  assert_close(exact_p(x, y, n, PST_GREATER), tally.high / tally.all, 1e-13, 0);
  assert_close(exact_p(x, y, n, PST_LESS), tally.low / tally.all, 1e-13, 0);
}

static bool varies(const double *x, size_t n)
{
  for (size_t i = 1; i < n; i++)
    if (x[i] != x[0])
      return true;
  return false;
}

static void agrees_with_all_orders(void **state)
{
  uint64_t seed = 80;
  double x[7];
  double y[7];

  (void)state;
  for (int round = 0; round < 300; round++) {
    size_t n = 2 + random_below(&seed, 6);

    random_fill(&seed, x, n, 2 + random_below(&seed, 4));
    random_fill(&seed, y, n, 2 + random_below(&seed, 4));
    if (round % 3 != 0) /* ties in y only */
      for (size_t i = 0; i < n; i++)
        x[i] = (double)i;
    if (round % 3 == 2) /* none */
      for (size_t i = 0; i < n; i++)
        y[i] += 0.1 * (double)i;
    if (varies(x, n) && varies(y, n))
      assert_all_orders(x, y, n);
  }
}

static double trend_p(const double *y, size_t n)
{
  static const double t[] = {1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12,
                             13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23};
  struct run run;
  double p;

  run_kernel(&run, pst_mann_kendall, t, y, n, NULL);
  assert_string_equal(run_row(&run, "tau-b")->p_method, "exact");
  p = run_row(&run, "tau-b")->p_value;
  run_end(&run);
  return p;
}

static void published_values(void **state)
{
  static const double rising[] = {1, 2, 3, 4, 5};
  static const double spike[] = {1, 2, 3, 4, 5, 16, 7};
  static const double pairs[] = {1, 1, 2, 2, 3, 3};
  static const double two[] = {1, 1, 2, 3, 3, 4};
  static const double seven[] = {1, 2, 2, 3, 4, 4, 5};
  static const double mixed[] = {3, 3, 3, 1, 4, 5, 5};

  (void)state;
  assert_close(trend_p(rising, 5), 2 / 120.0, 1e-14, 0);
  assert_close(trend_p(spike, 7), 14 / 5040.0, 1e-14, 0);
  assert_close(trend_p(pairs, 6), 2 / 90.0, 1e-14, 0);
  assert_close(trend_p(two, 6), 2 / 180.0, 1e-14, 0);
  assert_close(trend_p(seven, 7), 2 / 1260.0, 1e-14, 0);
  assert_close(trend_p(mixed, 7), 48 / 420.0, 1e-14, 0);
}

/* R 4.2.2, ?cor.test: T = 26, p = .1194389. */
static void hollander_wolfe(void **state)
{
  static const double x[] = {44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1};
  static const double y[] = {2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8};

  (void)state;
  assert_close(exact_p(x, y, 9, PST_TWO_SIDED), .1194389, 1e-6, 0);
}

/* A perfect order of n has p = 2 / n!: relative accuracy far down the tail. */
static void deep_tail(void **state)
{
  double x[500];

  (void)state;
  for (size_t i = 0; i < 500; i++)
    x[i] = (double)i;
  assert_close(exact_p(x, x, 100, PST_TWO_SIDED), 2 / tgamma(101), 1e-12, 0);
  assert_close(exact_p(x, x, 150, PST_TWO_SIDED), 2 / tgamma(151), 1e-12, 0);
  assert_true(exact_p(x, x, 500, PST_TWO_SIDED) > 0);
  assert_close(exact_p(x, x, 100, PST_LESS), 1, 1e-14, 0);
}

/* 1, n and (n - 2) (n + 1) / 2 more orders have no, at most one and two inversions.  Distributions are made of
   those that are kept: in any order of asking, with ties between or without, they are the same. */
static void few_inversions(void **state)
{
  static const size_t asked[] = {55, 24, 56, 57, 63, 9, 49, 40, 81, 48, 101, 104, 47, 7, 8};
  double x[104], y[104];

  (void)state;
  for (size_t k = 0; k < sizeof asked / sizeof *asked; k++) {
    const size_t n = asked[k];
    const double m = (double)n, orders = tgamma(m + 1);

    for (size_t i = 0; i < n; i++)
      x[i] = y[i] = (double)i;
    assert_close(exact_p(x, y, n, PST_GREATER), 1 / orders, 1e-12, 0);
    y[1] = 2, y[2] = 1;
    assert_close(exact_p(x, y, n, PST_GREATER), m / orders, 1e-12, 0);
    y[4] = 5, y[5] = 4;
    assert_close(exact_p(x, y, n, PST_GREATER), (m + (m - 2) * (m + 1) / 2) / orders, 1e-12, 0);
    y[1] = y[2] = 2, y[4] = y[5] = 5;
    assert_close(exact_p(x, y, n, PST_GREATER), 4 / orders, 1e-12, 0);
  }
}

static void assert_order_moments(struct pst_kendall_counts *counts, struct pst_arena *scratch)
{
  double before = 0, mean = 0, square = 0, p = 0;

  for (uint64_t d = 0; d <= counts->pairs; d++) {
    const double S = (double)counts->pairs - 2 * (double)d;

    counts->discordant = d;
    assert_int_equal(pst_kendall_exact(counts, PST_GREATER, &p, scratch, NULL), PST_OK);
    mean += (p - before) * S;
    square += (p - before) * S * S;
    before = p;
  }
  assert_close(p, 1, 1e-13, 0);
  assert_close(mean, 0, 0, 1e-9);
  assert_close(square, counts->var_S, 1e-11, 0);
}

/* The whole of the distribution adds up, wherever it was begun: mean and variance of S. */
static void orders_have_the_known_moments(void **state)
{
  double x[60];

  (void)state;
  for (size_t n = 40; n < 60; n += 3) {
    struct pst_arena scratch = PST_ARENA_EMPTY;
    struct pst_kendall_counts counts;

    for (size_t i = 0; i < n; i++)
      x[i] = (double)i;
    assert_int_equal(
        pst_kendall_count(&(struct pst_sample){.n = n, .x = x, .y = x}, 1, &counts, &scratch, NULL),
        PST_OK);
    assert_order_moments(&counts, &scratch);
    pst_arena_free(&scratch);
  }
}

/* n = 500 near the middle: the normal approximation is good to a few 1e-3 there. */
static void large_sample_is_near_normal(void **state)
{
  uint64_t seed = 81;
  double x[500];
  double y[500];
  struct run run;

  (void)state;
  for (size_t i = 0; i < 500; i++) {
    x[i] = (double)i;
    y[i] = (double)random_below(&seed, 1000) + 2 * x[i] / 10;
  }
  run_kernel(&run, pst_kendall, x, y, 500, &(struct pst_test){.continuity = PST_CONTINUITY_YES});
  assert_close(exact_p(x, y, 500, PST_TWO_SIDED), run_row(&run, "tau-b")->p_value, 1e-2, 0);
  run_end(&run);
}

/* The distribution is that of S: it adds up to 1, its mean is 0 and its variance the known one. */
static void assert_moments(struct pst_kendall_counts *counts, struct pst_arena *scratch)
{
  int64_t most = (int64_t)counts->pairs;
  double before = 0;
  double mean = 0;
  double square = 0;
  double p = 0;

  for (counts->S = -most; counts->S <= most; counts->S++) {
    struct pst_arena_mark mark = pst_arena_mark(scratch);

    assert_int_equal(pst_kendall_exact(counts, PST_LESS, &p, scratch, NULL), PST_OK);
    pst_arena_release(scratch, mark);
    mean += (p - before) * (double)counts->S;
    square += (p - before) * (double)counts->S * (double)counts->S;
    before = p;
  }
  assert_close(p, 1, 1e-13, 0);
  assert_close(mean, 0, 0, 1e-9);
  assert_close(square, counts->var_S, 1e-11, 0);
}

static void ties_in_both_have_the_known_moments(void **state)
{
  static const size_t shapes[][3] = {{20, 5, 5}, {30, 4, 6}, {40, 3, 5}, {16, 8, 9}, {60, 2, 30}};
  uint64_t seed = 82;
  double x[60];
  double y[60];

  (void)state;
  for (size_t k = 0; k < sizeof shapes / sizeof *shapes; k++) {
    struct pst_arena scratch = PST_ARENA_EMPTY;
    struct pst_kendall_counts counts;
    const size_t n = shapes[k][0];

    random_fill(&seed, x, n, shapes[k][1]);
    random_fill(&seed, y, n, shapes[k][2]);
    assert_int_equal(
        pst_kendall_count(&(struct pst_sample){.n = n, .x = x, .y = y}, 1, &counts, &scratch, NULL),
        PST_OK);
    assert_true(counts.x.distinct < n && counts.y.distinct < n);
    assert_true(pst_kendall_exact_reach(&counts, 1));
    assert_moments(&counts, &scratch);
    pst_arena_free(&scratch);
  }
}

/* Two by two: 3 of 1000 rows, all of them in the upper half of y, or all in the lower. */
static void two_by_two_is_hypergeometric(void **state)
{
  double x[1000];
  double y[1000];

  (void)state;
  for (size_t i = 0; i < 1000; i++) {
    x[i] = i >= 997;
    y[i] = i >= 500;
  }
  assert_close(exact_p(x, y, 1000, PST_TWO_SIDED), 2 * (500.0 * 499 * 498) / (1000.0 * 999 * 998),
               1e-12, 0);
  assert_close(exact_p(x, y, 1000, PST_GREATER), (500.0 * 499 * 498) / (1000.0 * 999 * 998), 1e-12,
               0);
  assert_close(exact_p(x, y, 1000, PST_LESS), 1, 1e-12, 0);
}

static void out_of_reach(void **state)
{
  static double x[600];
  struct run run;

  (void)state;
  for (size_t i = 0; i < 600; i++)
    x[i] = (double)(i / 2);
  run_kernel(&run, pst_kendall, x, x, 600, &(struct pst_test){.p_kind = PST_P_EXACT});
  assert_int_equal(run.status, PST_USAGE);
  assert_int_equal(run.rows.count, 0);
  run_end(&run);
  run_kernel(&run, pst_kendall, x, x, 600, NULL);
  assert_string_equal(run_row(&run, "tau-b")->p_method, "normal");
  run_end(&run);
  run_kernel(&run, pst_kendall, x, x, 9,
             &(struct pst_test){.p_kind = PST_P_EXACT, .continuity = PST_CONTINUITY_YES});
  assert_string_equal(run.error.message, "an exact p-value has no correction for continuity");
  run_end(&run);
}

/* Two large groups of ties: the values were computed with whole numbers from the Gaussian binomial
   coefficients, and the recurrence must not lose digits to its subtractions. */
static void large_groups_of_ties(void **state)
{
  static const struct {
    int step;
    double p;
  } cases[] = {{2, 0.33680909434549583}, {7, 7.457673210809489e-07}, {31, 1.1298106139942526e-87}};
  double time[500], y[500];

  (void)state;
  for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
    const int k = cases[c].step;

    for (int i = 0; i < 500; i++) {
      time[i] = i;
      y[i] = i * 7919 % 503 >= 243 - i / 50 * k * 3 + k * 12;
    }
    assert_close(exact_p(time, y, 500, PST_TWO_SIDED), cases[c].p, 1e-14, 0);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(agrees_with_all_orders),
      cmocka_unit_test(published_values),
      cmocka_unit_test(hollander_wolfe),
      cmocka_unit_test(deep_tail),
      cmocka_unit_test(few_inversions),
      cmocka_unit_test(orders_have_the_known_moments),
      cmocka_unit_test(large_groups_of_ties),
      cmocka_unit_test(large_sample_is_near_normal),
      cmocka_unit_test(ties_in_both_have_the_known_moments),
      cmocka_unit_test(two_by_two_is_hypergeometric),
      cmocka_unit_test(out_of_reach),
  };

  return cmocka_run_group_tests_name("kendall_exact", tests, NULL, NULL);
}
