/* Pearson's r: published values, an offset of 1e9, |r| = 1. */
#include "check.h"
#include "kernel.h"

#include <math.h>
#include <stdlib.h>

#include "interval/sum/pair_sum.h"
#include "random.h"
#include "stats/fisher_z.h"
#include "stats/kendall/kendall.h"
#include "stats/correlation/pearson.h"
#include "stats/correlation/spearman.h"
#include "stats/slope/line.h"

/* R 4.2.2, the example of ?cor.test (Hollander & Wolfe 1973, p. 187). */
static const double X[] = {44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1};
static const double Y[] = {2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8};

static void hollander_wolfe(void **state)
{
  struct run run;

  (void)state;
  run_kernel(&run, pst_pearson, X, Y, 9, NULL);
  assert_close(run_row(&run, "r")->estimate, .5711816, 1e-7, 0);
  assert_close(run_row(&run, "r")->p_value, .1081731, 1e-6, 0);
  assert_close(run_row(&run, "r")->conf_low, -.1497426, 1e-6, 0);
  assert_close(run_row(&run, "r")->conf_high, .8955795, 1e-7, 0);
  assert_close(run_row(&run, "r")->df, 7, 0, 0);
  assert_string_equal(run_row(&run, "r")->p_method, "t");
  run_end(&run);
}

static void wider_for_a_higher_level(void **state)
{
  struct run a;
  struct run b;

  (void)state;
  run_kernel(&a, pst_pearson, X, Y, 9, &(struct pst_test){.conf_level = 0.9});
  run_kernel(&b, pst_pearson, X, Y, 9, &(struct pst_test){.conf_level = 0.99});
  assert_true(run_row(&b, "r")->conf_low < run_row(&a, "r")->conf_low);
  assert_true(run_row(&b, "r")->conf_high > run_row(&a, "r")->conf_high);
  run_end(&a);
  run_end(&b);
}

/* Steps of 1/8 are exact at 1e9: nothing may change; nor under a power of two. */
static void offset_and_scale(void **state)
{
  static const double x[] = {1, 2, 4, 3, 7, 5, 6};
  static const double y[] = {3, 1, 2, 6, 5, 7, 4};
  double far_x[7];
  double tiny[7];
  struct run a;
  struct run b;

  (void)state;
  for (int i = 0; i < 7; i++) {
    far_x[i] = 1e9 + x[i] / 8;
    tiny[i] = ldexp(-y[i], -800);
  }
  run_kernel(&a, pst_pearson, x, y, 7, NULL);
  run_kernel(&b, pst_pearson, far_x, tiny, 7, NULL);
  assert_close(run_row(&b, "r")->estimate, -run_row(&a, "r")->estimate, 1e-15, 0);
  assert_close(run_row(&b, "r")->p_value, run_row(&a, "r")->p_value, 1e-14, 0);
  run_end(&a);
  run_end(&b);
}

/* 1 - r^2 about 1e-13: t must not lose digits to it.  y = x with one value moved by d: with x = 1..5
   and the middle moved, rss = d^2 (1 - 1/5) and syy = 10 + 4 d^2 / 5. */
static void near_one(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5};
  const double d = 0x1p-20;
  const double y[] = {1, 2, 3 + d, 4, 5};
  struct run run;

  (void)state;
  run_kernel(&run, pst_pearson, x, y, 5, NULL);
  assert_close(run_row(&run, "r")->statistic, sqrt(3 * 10 / (d * d * 0.8)), 1e-12, 0);
  run_end(&run);
}

/* r rounds to 1, and yet three points are no line: t and p come from the residuals. */
static void rounds_to_one(void **state)
{
  static const double x[] = {5, 6, 8};
  static const double y[] = {10, 12, 16.00000002};
  struct run run;

  (void)state;
  run_kernel(&run, pst_pearson, x, y, 3, NULL);
  assert_close(run_row(&run, "r")->estimate, 1, 0, 0);
  assert_close(run_row(&run, "r")->p_value, 7.876127701e-10, 1e-9, 0);
  assert_close(run_row(&run, "r")->statistic, 808290312.87, 1e-10, 0);
  run_end(&run);
}

/* (3 * 5 - 1) / sqrt(14 * 14) = 0.8 for ranks 1 2 3 4 and 1 3 2 4 doubled: the nearest double. */
static void within_one_ulp(void **state)
{
  static const double x[] = {1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4};
  static const double y[] = {0.1, 0.3, 0.2, 0.4};
  static const double ranks[] = {1, 3, 2, 4};
  struct run run;

  (void)state;
  run_kernel(&run, pst_pearson, x, ranks, 4, NULL);
  assert_close(run_row(&run, "r")->estimate, 0.8, 0, 0);
  run_end(&run);
  run_kernel(&run, pst_pearson, x, y, 4, NULL);
  assert_close(run_row(&run, "r")->estimate, 0.8, 0x1p-52, 0);
  run_end(&run);
}

static void exactly_one(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5};
  static const double down[] = {-0.1, -0.2, -0.3, -0.4, -0.5};
  struct run run;

  (void)state;
  run_kernel(&run, pst_pearson, x, down, 5, NULL);
  assert_close(run_row(&run, "r")->estimate, -1, 0, 0);
  assert_nan(run_row(&run, "r")->statistic);
  assert_true(run_row(&run, "r")->p_value > 0);
  assert_string_equal(run_row(&run, "r")->note,
                      "upper bound; all points lie on a line: t has no finite value");
  assert_nan(run_row(&run, "r")->conf_low);
  run_end(&run);
}

static void few_points(void **state)
{
  struct run run;

  (void)state;
  run_kernel(&run, pst_pearson, X, Y, 2, NULL);
  assert_close(run_row(&run, "r")->estimate, 1, 0, 0);
  assert_close(run_row(&run, "r")->p_value, 1, 0, 0);
  run_end(&run);
  run_kernel(&run, pst_pearson, X, Y, 3, NULL);
  assert_true(fabs(run_row(&run, "r")->estimate) < 1);
  assert_nan(run_row(&run, "r")->conf_low);
  run_end(&run);
}

/* As R's cor.test: a one-sided interval reaches from, or to, the end of the range, and its other end
   is that of the two-sided one at twice the distance from certainty. */
static void assert_one_sided(pst_pair_kernel *kernel, const double *x, const double *y, size_t n)
{
  struct run two;
  struct run one;

  run_kernel(&two, kernel, x, y, n, &(struct pst_test){.conf_level = 0.9});
  run_kernel(&one, kernel, x, y, n, &(struct pst_test){.alternative = PST_GREATER});
  assert_close(one.rows.items[0].conf_low, two.rows.items[0].conf_low, 1e-14, 0);
  assert_close(one.rows.items[0].conf_high, 1, 0, 0);
  run_end(&one);
  run_kernel(&one, kernel, x, y, n, &(struct pst_test){.alternative = PST_LESS});
  assert_close(one.rows.items[0].conf_high, two.rows.items[0].conf_high, 1e-14, 0);
  assert_close(one.rows.items[0].conf_low, -1, 0, 0);
  run_end(&one);
  run_end(&two);
}

static void one_sided_intervals(void **state)
{
  (void)state;
  assert_one_sided(pst_pearson, X, Y, 6);
  assert_one_sided(pst_spearman, X, Y, 6);
  assert_one_sided(pst_kendall, X, Y, 6);
}

/* n syy - (n sxy)^2 / n sxx in whole numbers, for X and Y of whole numbers. */
static double rss_of_whole(const double *x, const double *y, size_t n)
{
  long long sx = 0, sy = 0, xx = 0, yy = 0, xy = 0, count = (long long)n;

  for (size_t i = 0; i < n; i++) {
    long long a = (long long)x[i], b = (long long)y[i];

    sx += a, sy += b, xx += a * a, yy += b * b, xy += a * b;
  }
  xx = count * xx - sx * sx, yy = count * yy - sy * sy, xy = count * xy - sx * sy;
  return (double)((long double)(xx * yy - xy * xy) / (long double)xx / (long double)count);
}

/* t from the sums alone: to its last digits from no correlation up to 0.9999. */
static void t_without_residuals(void **state)
{
  enum { N = 60 };
  static const size_t noise[] = {2, 5, 20, 100, 1000, 10000};
  uint64_t seed = 11;

  (void)state;
  for (size_t k = 0; k < sizeof noise / sizeof *noise; k++) {
    double x[N];
    double y[N];
    struct pst_deviations of_x, of_y;
    struct pst_line line;
    bool settled;

    for (size_t i = 0; i < N; i++) {
      x[i] = (double)random_below(&seed, 100);
      y[i] = 3 * x[i] + (double)random_below(&seed, noise[k]);
    }
    pst_deviations_of(x, N, NULL, &of_x);
    pst_deviations_of(y, N, NULL, &of_y);
    assert_int_equal(pst_line_correlate(&of_x, &of_y, &line, &settled, NULL), PST_OK);
    assert_true(settled);
    assert_close(line.rss / (line.scale_y * line.scale_y), rss_of_whole(x, y, N), 3e-16, 0);
  }
}

static void undefined_cases(void **state)
{
  static const double constant[] = {4.2, 4.2, 4.2, 4.2, 4.2, 4.2};
  static const double nan_inside[] = {1, 2, (double)NAN};

  (void)state;
  assert_undefined(pst_pearson, X, Y, 0, "fewer than 2 complete rows");
  assert_undefined(pst_pearson, X, Y, 1, "fewer than 2 complete rows");
  assert_undefined(pst_pearson, X, constant, 6, "y is constant");
  assert_undefined(pst_pearson, constant, Y, 6, "x is constant");
  assert_undefined(pst_pearson, nan_inside, Y, 3, "a value is not finite");
  assert_no_exact(pst_pearson, "pearson");
}

/* Far from 0 two doubles hold the mean, and not the deviations from it: 0.25 of decimals, to the bit. */
static void large_groups_are_exact(void **state)
{
  enum { N = 7 * 149797 };
  double *x = calloc(N, sizeof *x), *y = calloc(N, sizeof *y);
  struct run run;

  (void)state;
  assert_true(N >= PST_PAIR_SUM_FROM && x != NULL && y != NULL);
  for (int i = 0; i < N; i++) {
    x[i] = (1e12 + i % 7) / 1000;
    y[i] = (1e12 + i * 3 % 7) / 1000;
  }
  run_kernel(&run, pst_pearson, x, y, N, NULL);
  assert_true(run_row(&run, "r")->estimate == 0.25);
  assert_true(run_row(&run, "r")->df == N - 2);
  run_end(&run);
  free(x);
  free(y);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(hollander_wolfe),     cmocka_unit_test(wider_for_a_higher_level),
      cmocka_unit_test(offset_and_scale),    cmocka_unit_test(near_one),
      cmocka_unit_test(rounds_to_one),       cmocka_unit_test(within_one_ulp),
      cmocka_unit_test(exactly_one),         cmocka_unit_test(few_points),
      cmocka_unit_test(one_sided_intervals), cmocka_unit_test(t_without_residuals),
      cmocka_unit_test(undefined_cases),     cmocka_unit_test(large_groups_are_exact),
  };

  return cmocka_run_group_tests_name("pearson", tests, NULL, NULL);
}
