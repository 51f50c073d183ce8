/* Kendall's counts against all pairs, and published values (docs/METHODS.md). */
#include "check.h"
#include "kernel.h"
#include "random.h"

#include <math.h>

#include "stats/kendall/kendall.h"
#include "stats/kendall/kendall_count.h"
#include "stats/kendall/kendall_p.h"

static struct pst_kendall_counts brute_force(const double *x, const double *y, size_t n)
{
  struct pst_kendall_counts c = {.n = n};

  for (size_t i = 0; i < n; i++)
    for (size_t j = i + 1; j < n; j++) {
      int dx = (x[i] > x[j]) - (x[i] < x[j]);
      int dy = (y[i] > y[j]) - (y[i] < y[j]);

      c.pairs++;
      c.concordant += dx * dy > 0;
      c.discordant += dx * dy < 0;
      c.tied_x += dx == 0;
      c.tied_y += dy == 0;
      c.tied_both += dx == 0 && dy == 0;
    }
  return c;
}

static void assert_counts(const double *x, const double *y, size_t n)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_kendall_counts want = brute_force(x, y, n);
  const struct pst_sample sample = {.n = n, .x = x, .y = y};
  struct pst_kendall_counts got, ties;

  assert_int_equal(pst_kendall_count(&sample, 1, &got, &arena, NULL), PST_OK);
  assert_int_equal(pst_kendall_count_ties(&sample, 1, &ties, &arena, NULL), PST_OK);
  assert_true(ties.pairs == want.pairs && ties.tied_x == want.tied_x);
  assert_true(ties.tied_y == want.tied_y);
  assert_close(ties.var_S, got.var_S, 0, 0);
  assert_true(got.pairs == want.pairs && got.concordant == want.concordant);
  assert_true(got.discordant == want.discordant && got.tied_x == want.tied_x);
  assert_true(got.tied_y == want.tied_y && got.tied_both == want.tied_both);
  assert_true(got.S == (int64_t)want.concordant - (int64_t)want.discordant);
  pst_arena_free(&arena);
}

static void counts_agree_with_all_pairs(void **state)
{
  uint64_t seed = 20;
  double x[64];
  double y[64];

  (void)state;
  for (int i = 0; i < 4000; i++) {
    size_t n = random_below(&seed, 64);

    random_fill(&seed, x, n, 1 + random_below(&seed, 80));
    random_fill(&seed, y, n, 1 + random_below(&seed, 80));
    assert_counts(x, y, n);
  }
}

/* Up to 4,096 rows with few ties are counted on bits, more rows or more ties by dividing. */
static void many_rows_and_ties(void **state)
{
  static const size_t sizes[] = {1000, 1024, 1025, 4095, 4096, 4097};
  static const size_t levels[] = {3, 300, 100000};
  static double x[4097], y[4097];
  uint64_t seed = 28;

  (void)state;
  for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++)
    for (size_t l = 0; l < sizeof levels / sizeof *levels; l++) {
      random_fill(&seed, x, sizes[s], levels[l]);
      random_fill(&seed, y, sizes[s], levels[2 - (s + l) % 3]);
      assert_counts(x, y, sizes[s]);
    }
}

/* The variance is the mean of S^2 over all orders of y: here by enumeration. */
static double variance_by_enumeration(const double *x, double *y, size_t n, size_t k, double *count)
{
  double sum = 0;

  if (k == n) {
    struct pst_kendall_counts c = brute_force(x, y, n);
    double S = (double)c.concordant - (double)c.discordant;

    *count += 1;
    return S * S;
  }
  for (size_t i = k; i < n; i++) {
    double keep = y[k];

    y[k] = y[i];
    y[i] = keep;
    sum += variance_by_enumeration(x, y, n, k + 1, count);
    y[i] = y[k];
    y[k] = keep;
  }
  return sum;
}

static void variance_is_that_of_all_orders(void **state)
{
  uint64_t seed = 21;
  double x[6];
  double y[6];

  (void)state;
  for (int i = 0; i < 60; i++) {
    struct pst_arena arena = PST_ARENA_EMPTY;
    struct pst_kendall_counts counts;
    size_t n = 2 + random_below(&seed, 5);
    double orders = 0;
    double sum;

    random_fill(&seed, x, n, 4);
    random_fill(&seed, y, n, 4);
    sum = variance_by_enumeration(x, y, n, 0, &orders);
    assert_int_equal(
        pst_kendall_count(&(struct pst_sample){.n = n, .x = x, .y = y}, 1, &counts, &arena, NULL),
        PST_OK);
    assert_close(counts.var_S, sum / orders, 1e-12, 1e-12);
    pst_arena_free(&arena);
  }
}

static const struct pst_test ASYMPTOTIC = {.p_kind = PST_P_ASYMPTOTIC};

static void published_values(void **state)
{
  /* R 4.2.2, cor.test(method = "kendall", exact = FALSE). */
  static const double x[] = {1, 2, 2, 3, 4, 4, 4, 7};
  static const double y[] = {2, 1, 3, 3, 5, 4, 4, 6};
  struct run run;

  (void)state;
  run_kernel(&run, pst_kendall, x, y, 8, &ASYMPTOTIC);
  assert_close(run_row(&run, "tau-b")->estimate, .840672807476708, 1e-14, 0);
  assert_close(run_row(&run, "tau-b")->statistic, 2.73507109475721, 1e-14, 0);
  assert_close(run_row(&run, "tau-b")->p_value, .00623668042740869, 1e-12, 0);
  assert_string_equal(run_row(&run, "tau-b")->p_method, "normal");
  assert_string_equal(run.rows.items[0].term, "tau-b");
  run_end(&run);
}

/* Fieller, Hartley & Pearson (1957): tanh(artanh(tau) -+ z sqrt(.437 / (n - 4))). */
static void interval_of_tau_b(void **state)
{
  static const double x[] = {1, 2, 2, 3, 4, 4, 4, 7};
  static const double y[] = {2, 1, 3, 3, 5, 4, 4, 6};
  struct run run;

  (void)state;
  run_kernel(&run, pst_kendall, x, y, 8, &ASYMPTOTIC);
  assert_close(run_row(&run, "tau-b")->conf_low, .5194867999402375, 1e-12, 0);
  assert_close(run_row(&run, "tau-b")->conf_high, .953710922289877, 1e-12, 0);
  run_end(&run);
}

static void alternatives_split_the_two_sides(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5, 6, 7};
  static const double y[] = {1, 3, 2, 5, 4, 7, 6};
  struct run two;
  struct run greater;
  struct run less;

  (void)state;
  run_kernel(&two, pst_kendall, x, y, 7, &ASYMPTOTIC);
  run_kernel(&greater, pst_kendall, x, y, 7,
             &(struct pst_test){.alternative = PST_GREATER, .p_kind = PST_P_ASYMPTOTIC});
  run_kernel(&less, pst_kendall, x, y, 7,
             &(struct pst_test){.alternative = PST_LESS, .p_kind = PST_P_ASYMPTOTIC});
  assert_close(run_row(&greater, "tau-b")->p_value, run_row(&two, "tau-b")->p_value / 2, 1e-15, 0);
  assert_close(run_row(&less, "tau-b")->p_value + run_row(&greater, "tau-b")->p_value, 1, 1e-15, 0);
  run_end(&two);
  run_end(&greater);
  run_end(&less);
}

static void continuity_is_asked_for(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5};
  static const double y[] = {9, 7.5, 4, 3, 1};
  struct run run;

  (void)state;
  run_kernel(&run, pst_kendall, x, y, 5, &(struct pst_test){.continuity = PST_CONTINUITY_YES});
  assert_close(run_row(&run, "tau-b")->statistic, -2.2045407685048604, 1e-15, 0);
  assert_close(run_row(&run, "tau-b")->p_value, 0.027486336111510346, 1e-13, 0);
  assert_string_equal(run_row(&run, "tau-b")->p_method, "normal-cc");
  run_end(&run);
}

/* Rows permuted, a variable scaled or moved far off: the same; a sign flipped: S too. */
static void order_offset_and_sign(void **state)
{
  uint64_t seed = 22;
  double x[30];
  double y[30];
  double far[30];
  double minus[30];
  struct run a;
  struct run b;
  struct run c;

  (void)state;
  random_fill(&seed, x, 30, 12);
  random_fill(&seed, y, 30, 12);
  for (size_t i = 0; i < 30; i++) {
    far[i] = 1e9 + 1e-6 * y[i];
    minus[i] = -1e-11 * y[i];
  }
  run_kernel(&a, pst_kendall, x, y, 30, NULL);
  run_kernel(&b, pst_kendall, far, x, 30, NULL);
  run_kernel(&c, pst_kendall, x, minus, 30, NULL);
  assert_close(run_row(&b, "S")->estimate, run_row(&a, "S")->estimate, 0, 0);
  assert_close(run_row(&c, "S")->estimate, -run_row(&a, "S")->estimate, 0, 0);
  assert_close(run_row(&b, "var_S")->estimate, run_row(&a, "var_S")->estimate, 1e-15, 0);
  assert_close(run_row(&c, "somers-yx")->estimate, -run_row(&a, "somers-yx")->estimate, 0, 0);
  run_end(&a);
  run_end(&b);
  run_end(&c);
}

/* tau-a or tau-c as the main term: the same numbers in other places, the same test. */
static void other_taus(void **state)
{
  static const double x[] = {1, 2, 2, 3, 4, 4, 4, 7};
  static const double y[] = {2, 1, 3, 3, 5, 4, 4, 6};
  static const char *const terms[] = {"tau-a", "tau-b", "tau-c", "gamma", "S"};
  struct run b;
  struct run a;
  struct run c;

  (void)state;
  run_kernel(&b, pst_kendall, x, y, 8, NULL);
  run_kernel(&a, pst_kendall_tau_a, x, y, 8, NULL);
  run_kernel(&c, pst_kendall_tau_c, x, y, 8, NULL);
  for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
    assert_close(run_row(&a, terms[i])->estimate, run_row(&b, terms[i])->estimate, 0, 0);
    assert_close(run_row(&c, terms[i])->estimate, run_row(&b, terms[i])->estimate, 0, 0);
  }
  assert_string_equal(a.rows.items[0].term, "tau-a");
  assert_string_equal(a.rows.items[0].method, "kendall-tau-a");
  assert_string_equal(c.rows.items[0].term, "tau-c");
  assert_string_equal(c.rows.items[0].note, "tau-c has no interval");
  assert_nan(c.rows.items[0].conf_low);
  assert_close(a.rows.items[0].p_value, b.rows.items[0].p_value, 0, 0);
  assert_close(c.rows.items[0].p_value, b.rows.items[0].p_value, 0, 0);
  assert_int_equal(a.rows.count, b.rows.count);
  run_end(&a);
  run_end(&b);
  run_end(&c);
}

static void undefined_cases(void **state)
{
  static const double x[] = {1, 2, 3, 4};
  static const double constant[] = {4, 4, 4, 4};
  static const double infinite[] = {1, 2, (double)INFINITY, 4};

  (void)state;
  assert_undefined(pst_kendall, x, x, 0, "fewer than 2 complete rows");
  assert_undefined(pst_kendall, x, x, 1, "fewer than 2 complete rows");
  assert_undefined(pst_kendall, x, constant, 4, "y is constant");
  assert_undefined(pst_kendall, constant, x, 4, "x is constant");
  assert_undefined(pst_kendall, infinite, x, 4, "a value is not finite");
}

static void two_points(void **state)
{
  static const double x[] = {1, 2};
  static const double y[] = {3, 5};
  struct run run;

  (void)state;
  run_kernel(&run, pst_kendall, x, y, 2, &ASYMPTOTIC);
  assert_close(run_row(&run, "tau-b")->estimate, 1, 0, 0);
  assert_close(run_row(&run, "var_S")->estimate, 1, 0, 0);
  assert_close(run_row(&run, "tau-b")->p_value, 0.3173105078629141, 1e-14, 0);
  assert_nan(run_row(&run, "tau-b")->conf_low);
  run_end(&run);
  run_kernel(&run, pst_kendall, x, y, 2, NULL);
  assert_close(run_row(&run, "tau-b")->p_value, 1, 0, 0);
  assert_string_equal(run_row(&run, "tau-b")->p_method, "exact");
  run_end(&run);
}

/* Fieller's variance .437 / (n - 4) is one from five points on. */
static void interval_from_five_points(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5};
  static const double y[] = {2, 1, 4, 3, 5};
  struct run run;

  (void)state;
  run_kernel(&run, pst_kendall, x, y, 4, NULL);
  assert_nan(run_row(&run, "tau-b")->conf_low);
  assert_nan(run_row(&run, "tau-b")->conf_high);
  run_end(&run);
  run_kernel(&run, pst_kendall, x, y, 5, NULL);
  assert_close(run_row(&run, "tau-b")->estimate, 0.6, 1e-15, 0);
  assert_close(run_row(&run, "tau-b")->conf_low, -0.5388304736508197, 1e-12, 0);
  assert_close(run_row(&run, "tau-b")->conf_high, 0.9632277233109175, 1e-12, 0);
  run_end(&run);
}

/* p falls below the smallest double: an upper bound, never 0. */
static void deep_tail_is_never_zero(void **state)
{
  static double x[2000];
  struct run run;

  (void)state;
  for (size_t i = 0; i < 2000; i++)
    x[i] = (double)i;
  run_kernel(&run, pst_kendall, x, x, 2000, NULL);
  assert_true(run_row(&run, "tau-b")->p_value > 0);
  assert_string_equal(run_row(&run, "tau-b")->note, "upper bound");
  run_end(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(counts_agree_with_all_pairs),
      cmocka_unit_test(many_rows_and_ties),
      cmocka_unit_test(variance_is_that_of_all_orders),
      cmocka_unit_test(published_values),
      cmocka_unit_test(interval_of_tau_b),
      cmocka_unit_test(alternatives_split_the_two_sides),
      cmocka_unit_test(continuity_is_asked_for),
      cmocka_unit_test(order_offset_and_sign),
      cmocka_unit_test(other_taus),
      cmocka_unit_test(undefined_cases),
      cmocka_unit_test(two_points),
      cmocka_unit_test(interval_from_five_points),
      cmocka_unit_test(deep_tail_is_never_zero),
  };

  return cmocka_run_group_tests_name("kendall", tests, NULL, NULL);
}
