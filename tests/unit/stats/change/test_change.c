/* Change points: Nile against R's trend 1.1.6, strucchange 1.5 and segmented 1.6, brute force, refusals. */
#include "check.h"
#include "data.h"
#include "kernel.h"

#include <math.h>
#include <string.h>

#include "stats/change/breaks.h"
#include "stats/change/deviations.h"
#include "stats/change/pettitt.h"
#include "stats/change/segmented.h"
#include "stats/random/random.h"

static double years[200];

static void fill_years(void)
{
  for (int i = 0; i < 200; i++)
    years[i] = 1871 + i;
}

static void run_nile(struct run *run, pst_pair_kernel *kernel)
{
  fill_years();
  run_kernel(run, kernel, years, NILE, 100, NULL);
  assert_int_equal(run->status, PST_OK);
}

static void pettitt_of_nile(void **state)
{
  struct run run;

  (void)state;
  run_nile(&run, pst_pettitt);
  assert_close(run_row(&run, "change")->estimate, 1898, 0, 0);
  assert_close(run_row(&run, "change")->statistic, 1617, 0, 0);
  assert_close(run_row(&run, "change")->p_value, 3.591e-7, 1e-3, 0);
  assert_string_equal(run_row(&run, "change")->p_method, "pettitt");
  assert_close(run_row(&run, "index_first")->estimate, 28, 0, 0);
  assert_close(run_row(&run, "index_last")->estimate, 28, 0, 0);
  assert_close(run_row(&run, "direction")->estimate, 1, 0, 0);
  run_end(&run);
}

/* From the definition: twice the sum of signs between the parts. */
static void pettitt_by_pairs(void **state)
{
  static const double y[] = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9};
  size_t n = sizeof y / sizeof *y;
  double best = 0;
  struct run run;

  (void)state;
  fill_years();
  for (size_t t = 1; t < n; t++) {
    double u = 0;

    for (size_t i = 0; i < t; i++)
      for (size_t j = t; j < n; j++)
        u += (y[i] > y[j]) - (y[i] < y[j]);
    best = fmax(best, fabs(u));
  }
  run_kernel(&run, pst_pettitt, years, y, n, NULL);
  assert_close(run_row(&run, "K")->estimate, best, 0, 0);
  assert_close(run_row(&run, "direction")->estimate, -1, 0, 0);
  run_end(&run);
}

static void a_constant_has_no_change(void **state)
{
  static const double y[] = {2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2};
  pst_pair_kernel *const of_means[] = {pst_buishand_range, pst_buishand_u, pst_snht,
                                       pst_cusum,          pst_breaks,     pst_segmented};
  struct run run;

  (void)state;
  fill_years();
  for (size_t k = 0; k < sizeof of_means / sizeof *of_means; k++)
    assert_undefined(of_means[k], years, y, 15, "y is constant");
  run_kernel(&run, pst_pettitt, years, y, 6, NULL);
  assert_nan(run_row(&run, "change")->estimate);
  assert_close(run_row(&run, "change")->p_value, 1, 0, 0);
  assert_string_equal(run_row(&run, "change")->note, "no change: the statistic is 0 everywhere");
  assert_close(run_row(&run, "index_last")->estimate, 6, 0, 0);
  run_end(&run);
}

static void deviations_of_nile(void **state)
{
  struct run run;

  (void)state;
  run_nile(&run, pst_cusum);
  assert_close(run_row(&run, "W")->estimate, 2.951766103, 1e-9, 0);
  assert_close(run_row(&run, "change")->p_value, 5.40855346e-08, 1e-8, 0);
  assert_close(run_row(&run, "max_abs")->estimate, 4995.2, 1e-13, 0);
  run_end(&run);
  run_nile(&run, pst_snht);
  assert_close(run_row(&run, "change")->estimate, 1898, 0, 0);
  assert_close(run_row(&run, "mean_before")->estimate, 1097.75, 1e-14, 0);
  assert_close(run_row(&run, "mean_after")->estimate, 849.972222222222, 1e-14, 0);
  assert_close(run_row(&run, "rss")->estimate, 1597457.19444444, 1e-13, 0);
  assert_close(run_row(&run, "change")->p_value, 1e-4, 1e-12, 0);
  assert_string_equal(run_row(&run, "change")->p_method, "monte-carlo(9999)");
  run_end(&run);
}

/* From the definitions, term by term. */
static void deviations_by_sums(void **state)
{
  static const double y[] = {2.5, -1, 3, 0.5, 7, 6, 9, 5.5, 8, 7.25};
  enum { N = 10 };
  double mean = 0, squares = 0, s[N + 1] = {0}, high = 0, low = 0, u = 0, t0 = 0, most = 0;
  struct run run;

  (void)state;
  fill_years();
  for (int i = 0; i < N; i++)
    mean += y[i] / N;
  for (int i = 0; i < N; i++) {
    s[i + 1] = s[i] + y[i] - mean;
    squares += (y[i] - mean) * (y[i] - mean);
  }
  for (int k = 1; k < N; k++) {
    double sd = sqrt(squares / (N - 1)), z1 = s[k] / k / sd, z2 = -s[k] / (N - k) / sd;

    high = fmax(high, s[k]);
    low = fmin(low, s[k]);
    u += s[k] * s[k] / (squares / (N - 1)) / (N * (N + 1.0));
    t0 = fmax(t0, k * z1 * z1 + (N - k) * z2 * z2);
    most = fmax(most, fabs(s[k]));
  }
  run_kernel(&run, pst_buishand_range, years, y, N, NULL);
  assert_close(run_row(&run, "range")->estimate, (high - low) / sqrt(squares / (N - 1)) / sqrt(N),
               1e-13, 0);
  run_end(&run);
  run_kernel(&run, pst_buishand_u, years, y, N, NULL);
  assert_close(run_row(&run, "U")->estimate, u, 1e-13, 0);
  run_end(&run);
  run_kernel(&run, pst_snht, years, y, N, NULL);
  assert_close(run_row(&run, "T0")->estimate, t0, 1e-13, 0);
  run_end(&run);
  run_kernel(&run, pst_cusum, years, y, N, NULL);
  assert_close(run_row(&run, "W")->estimate, most / sqrt(squares / (N - 1)) / sqrt(N), 1e-13, 0);
  run_end(&run);
}

/* The published 5 % point of T0 at n = 50 is 8.45 (Khaliq & Ouarda 2007); of the range at n = 50 it is 1.55, of U .447
   (Buishand 1982). */
static void chance_agrees_with_tables(void **state)
{
  double y[50];
  uint64_t draw = 7;
  struct run run;
  double t0, p;

  (void)state;
  fill_years();
  for (int i = 0; i < 50; i++)
    y[i] = (double)pst_random_below(&draw, 1000) + (i >= 20 ? 260 : 0);
  run_kernel(&run, pst_snht, years, y, 50, NULL);
  t0 = run_row(&run, "T0")->estimate;
  p = run_row(&run, "change")->p_value;
  assert_true(t0 > 8.45 ? p < 0.055 : p > 0.045);
  run_end(&run);
}

static void permutation_is_another_way(void **state)
{
  const struct pst_test test = {.p_kind = PST_P_PERMUTATION, .permutations = 199};
  const struct pst_test exact = {.p_kind = PST_P_EXACT};
  struct run run;

  (void)state;
  fill_years();
  run_kernel(&run, pst_buishand_u, years, NILE, 100, &test);
  assert_close(run_row(&run, "change")->p_value, 0.005, 1e-12, 0);
  assert_string_equal(run_row(&run, "change")->p_method, "permutation(199)");
  run_end(&run);
  run_kernel(&run, pst_snht, years, NILE, 100, &exact);
  assert_int_equal(run.status, PST_USAGE);
  run_end(&run);
}

/* --- several breaks ----------------------------------------------------------------------------------- */

static void breaks_of_nile(void **state)
{
  struct run run;

  (void)state;
  run_nile(&run, pst_breaks);
  assert_close(run_row(&run, "breaks")->estimate, 1, 0, 0);
  assert_close(run_row(&run, "breaks")->statistic, 75.92976943, 1e-9, 0);
  assert_close(run_row(&run, "bic")->estimate, 1270.08373574, 1e-11, 0);
  assert_close(run_row(&run, "break1")->estimate, 1898, 0, 0);
  assert_close(run_row(&run, "break1")->conf_low, 1895, 0, 0);
  assert_close(run_row(&run, "break1")->conf_high, 1902, 0, 0);
  assert_close(run_row(&run, "mean2")->estimate, 849.972222222222, 1e-14, 0);
  assert_int_equal(run_row(&run, "mean2")->n, 72);
  assert_non_null(strstr(run_row(&run, "breaks")->note, "after 1898 [1895, 1902]"));
  run_end(&run);
}

static double squares(const double *y, size_t from, size_t to)
{
  double mean = 0, sum = 0;

  for (size_t i = from; i < to; i++)
    mean += y[i] / (double)(to - from);
  for (size_t i = from; i < to; i++)
    sum += (y[i] - mean) * (y[i] - mean);
  return sum;
}

/* Every pair of breaks of a series of 20 values, segments of 3 and more. */
static void two_breaks_by_all_pairs(void **state)
{
  double y[20], best = INFINITY;
  size_t first = 0, second = 0;
  uint64_t draw = 3;
  struct run run;

  (void)state;
  fill_years();
  for (int i = 0; i < 20; i++)
    y[i] = (double)pst_random_below(&draw, 100) / 50 + (i < 7 ? 0 : i < 12 ? 6 : 3);
  for (size_t a = 3; a + 6 <= 20; a++)
    for (size_t b = a + 3; b + 3 <= 20; b++) {
      double rss = squares(y, 0, a) + squares(y, a, b) + squares(y, b, 20);

      if (rss < best) {
        best = rss;
        first = a;
        second = b;
      }
    }
  run_kernel(&run, pst_breaks, years, y, 20, NULL);
  assert_close(run_row(&run, "breaks")->estimate, 2, 0, 0);
  assert_close(run_row(&run, "break1")->estimate, years[first - 1], 0, 0);
  assert_close(run_row(&run, "break2")->estimate, years[second - 1], 0, 0);
  run_end(&run);
}

/* Bai's distribution has a tail of 1/2 at 0 for equal variances, and R's quantiles: 11.03 at 2.5 %. */
static void tails_of_dates(void **state)
{
  (void)state;
  assert_close(pst_break_upper(1e-9, 1), 0.5, 1e-4, 0);
  assert_close(pst_break_upper(11.033, 1), 0.025, 1e-3, 0);
  assert_close(pst_break_upper(-11.033, 1), 0.975, 1e-4, 0);
  assert_close(pst_break_upper(5, 3) + (1 - pst_break_upper(-5 / 3.0, 1 / 3.0)),
               2 * pst_break_upper(5, 3), 1e-12, 0);
}

static void a_step_is_a_perfect_fit(void **state)
{
  double y[40];
  struct run run;

  (void)state;
  fill_years();
  for (int i = 0; i < 40; i++)
    y[i] = i < 15 ? 0.1 : 0.7;
  run_kernel(&run, pst_breaks, years, y, 40, NULL);
  assert_close(run_row(&run, "breaks")->estimate, 1, 0, 0);
  assert_nan(run_row(&run, "breaks")->p_value);
  assert_nan(run_row(&run, "bic")->estimate);
  assert_close(run_row(&run, "break1")->estimate, years[14], 0, 0);
  assert_nan(run_row(&run, "break1")->conf_low);
  run_end(&run);
}

/* --- one knot ------------------------------------------------------------------------------------------ */

static void knot_of_nile(void **state)
{
  struct run run;

  (void)state;
  run_nile(&run, pst_segmented);
  /* segmented 1.6: 1913.0001549, errors 6.231, 1.698, 1.113 and rss 1833664.678 where it stops */
  assert_close(run_row(&run, "knot")->estimate, 1913, 1e-7, 0);
  assert_close(run_row(&run, "knot")->std_error, 6.23, 2e-3, 0);
  assert_close(run_row(&run, "slope_before")->estimate, -8.17365, 1e-5, 0);
  assert_close(run_row(&run, "slope_before")->std_error, 1.69836, 2e-3, 0);
  assert_close(run_row(&run, "slope_after")->estimate, 0.75168, 1e-4, 0);
  assert_true(run_row(&run, "rss")->estimate <= 1833664.67848);
  run_end(&run);
}

/* Squares around the bent line with its knot at K: normal equations of 1, x - k, (x - k)+. */
static double bent_squares(const double *x, const double *y, size_t n, double k)
{
  double a[3][4] = {{0}}, rss = 0;

  for (size_t i = 0; i < n; i++) {
    double c[4] = {1, x[i] - k, fmax(x[i] - k, 0), y[i]};

    for (int p = 0; p < 3; p++)
      for (int q = 0; q < 4; q++)
        a[p][q] += c[p] * c[q];
  }
  for (int p = 0; p < 3; p++)
    for (int r = 0; r < 3; r++) {
      double f = r == p ? 0 : a[r][p] / a[p][p];

      for (int q = p; q < 4; q++)
        a[r][q] -= f * a[p][q];
    }
  for (size_t i = 0; i < n; i++) {
    double e = y[i] - a[0][3] / a[0][0] - a[1][3] / a[1][1] * (x[i] - k)
               - a[2][3] / a[2][2] * fmax(x[i] - k, 0);

    rss += e * e;
  }
  return rss;
}

static void knot_by_a_grid(void **state)
{
  double x[25], y[25], best = INFINITY, at = 0;
  uint64_t draw = 11;
  struct run run;

  (void)state;
  for (int i = 0; i < 25; i++) {
    x[i] = i + (i % 3) * 0.25;
    y[i] =
        (x[i] < 9.3 ? 2 * x[i] : 18.6 - (x[i] - 9.3)) + (double)pst_random_below(&draw, 1000) / 500;
  }
  for (double k = x[2]; k <= x[22]; k += 1e-3) {
    double rss = bent_squares(x, y, 25, k);

    if (rss < best) {
      best = rss;
      at = k;
    }
  }
  run_kernel(&run, pst_segmented, x, y, 25, NULL);
  assert_close(run_row(&run, "knot")->estimate, at, 0, 1e-3);
  assert_close(run_row(&run, "rss")->estimate, best, 1e-4, 0);
  assert_true(run_row(&run, "rss")->estimate <= best * (1 + 1e-12));
  assert_string_equal(run_row(&run, "knot")->p_method, "monte-carlo(1999)");
  assert_close(run_row(&run, "knot")->p_value, 1 / 2000.0, 1e-12, 0);
  run_end(&run);
}

static void refusals(void **state)
{
  static const double twice[] = {1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14};
  static const double line[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

  (void)state;
  fill_years();
  assert_undefined(pst_pettitt, twice, NILE, 15,
                   "several values of one time: a change needs a series");
  assert_undefined(pst_pettitt, years, NILE, 1, "fewer than 2 complete rows");
  assert_undefined(pst_snht, years, NILE, 2, "fewer than 3 complete rows");
  assert_undefined(pst_breaks, years, NILE, 13, "fewer than 14 complete rows");
  assert_undefined(pst_segmented, years, NILE, 7, "fewer than 8 complete rows");
  assert_undefined(pst_segmented, years, line, 10, "y lies on a line: there is no knot");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pettitt_of_nile),
      cmocka_unit_test(pettitt_by_pairs),
      cmocka_unit_test(a_constant_has_no_change),
      cmocka_unit_test(deviations_of_nile),
      cmocka_unit_test(deviations_by_sums),
      cmocka_unit_test(chance_agrees_with_tables),
      cmocka_unit_test(permutation_is_another_way),
      cmocka_unit_test(breaks_of_nile),
      cmocka_unit_test(two_breaks_by_all_pairs),
      cmocka_unit_test(tails_of_dates),
      cmocka_unit_test(a_step_is_a_perfect_fit),
      cmocka_unit_test(knot_of_nile),
      cmocka_unit_test(knot_by_a_grid),
      cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
