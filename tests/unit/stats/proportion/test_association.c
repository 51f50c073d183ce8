/* Correlations beside Pearson's, Spearman's and Kendall's: partial, weighted, of two values, lagged, of distances. */
#include "check.h"
#include "kernel.h"

#include <math.h>
#include <string.h>

#include "stats/correlation/distance.h"
#include "stats/correlation/lagged.h"
#include "stats/correlation/partial.h"
#include "stats/correlation/pearson.h"
#include "stats/correlation/weighted.h"
#include "stats/random/random.h"

enum { N = 30 };

static double x[N], y[N], a[N], b[N], w[N], years[N];

/* x and y lean on a and b. */
static void draw(void)
{
  uint64_t state = 5;

  for (int i = 0; i < N; i++) {
    a[i] = (double)pst_random_below(&state, 1000);
    b[i] = (double)pst_random_below(&state, 1000);
    x[i] = a[i] + 2 * b[i] + (double)pst_random_below(&state, 900);
    y[i] = 3 * a[i] - b[i] + (double)pst_random_below(&state, 900) - x[i] / 2;
    w[i] = 1 + (double)pst_random_below(&state, 3);
    years[i] = 1990 + i;
  }
}

static void run_with(struct run *run, pst_pair_kernel *kernel, const double *u, const double *v,
                     const struct pst_beside *beside, const struct pst_test *test)
{
  const struct pst_sample sample = {.n = N, .x = u, .y = v, .beside = beside};
  static const struct pst_test plain;

  memset(run, 0, sizeof *run);
  run->rows.arena = &run->arena;
  run->status =
      kernel(&sample, test == NULL ? &plain : test, &run->rows, &run->scratch, &run->error);
}

/* V less its least-squares plane on a and b, by normal equations. */
static void residuals(const double *v, double *e)
{
  double m[3][4] = {{0}};

  for (int i = 0; i < N; i++) {
    const double row[] = {1, a[i], b[i], v[i]};

    for (int p = 0; p < 3; p++)
      for (int q = 0; q < 4; q++)
        m[p][q] += row[p] * row[q];
  }
  for (int p = 0; p < 3; p++)
    for (int r = 0; r < 3; r++) {
      double f = r == p ? 0 : m[r][p] / m[p][p];

      for (int q = p; q < 4; q++)
        m[r][q] -= f * m[p][q];
    }
  for (int i = 0; i < N; i++)
    e[i] = v[i] - m[0][3] / m[0][0] - m[1][3] / m[1][1] * a[i] - m[2][3] / m[2][2] * b[i];
}

static void partial_is_of_residuals(void **state)
{
  const double *const controls[] = {a, b};
  const struct pst_beside beside = {.controls = controls, .n_controls = 2};
  double ex[N], ey[N];
  struct run run, plain;

  (void)state;
  draw();
  residuals(x, ex);
  residuals(y, ey);
  run_with(&run, pst_partial_pearson, x, y, &beside, NULL);
  run_kernel(&plain, pst_pearson, ex, ey, N, NULL);
  assert_close(run_row(&run, "r")->estimate, run_row(&plain, "r")->estimate, 1e-11, 0);
  assert_close(run_row(&run, "r")->df, N - 4, 0, 0);
  run_end(&plain);
  run_end(&run);
  run_with(&run, pst_semipartial_pearson, x, y, &beside, NULL);
  run_kernel(&plain, pst_pearson, x, ey, N, NULL);
  assert_close(run_row(&run, "r")->estimate, run_row(&plain, "r")->estimate, 1e-11, 0);
  run_end(&plain);
  run_end(&run);
}

/* R 4.2.2's longley, ppcor: GNP and Employed, Year held fixed. */
static void longley_of_ppcor(void **state)
{
  static const double gnp[] = {234.289, 259.426, 258.054, 284.599, 328.975, 346.999,
                               365.385, 363.112, 397.469, 419.18,  442.769, 444.546,
                               482.704, 502.601, 518.173, 554.894};
  static const double employed[] = {60.323, 61.122, 60.171, 61.187, 63.221, 63.639, 64.989, 63.761,
                                    66.019, 67.857, 68.169, 66.513, 68.655, 69.564, 69.331, 70.551};
  static const double year[] = {1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954,
                                1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962};
  const double *const controls[] = {year};
  const struct pst_beside beside = {.controls = controls, .n_controls = 1};
  const struct pst_sample sample = {.n = 16, .x = gnp, .y = employed, .beside = &beside};
  const struct {
    pst_pair_kernel *kernel;
    double r, p;
  } rows[] = {{pst_partial_pearson, 0.728249027039252, 0.002079418201523522},
              {pst_partial_spearman, 0.6237098638315448, 0.012968016413149592},
              {pst_partial_kendall, 0.5674803065350239, 0.003190989533250142},
              {pst_semipartial_pearson, 0.07072153942626071, 0.8022364710667067}};

  (void)state;
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
    struct pst_test test = {0};
    struct run run = {.rows = {.arena = NULL}};

    run.rows.arena = &run.arena;
    assert_int_equal(rows[k].kernel(&sample, &test, &run.rows, &run.scratch, &run.error), PST_OK);
    assert_close(run.rows.items[0].estimate, rows[k].r, 1e-12, 0);
    assert_close(run.rows.items[0].p_value, rows[k].p, 1e-11, 0);
    run_end(&run);
  }
}

static void refused(pst_pair_kernel *kernel, const double *u, const double *v,
                    const struct pst_beside *beside, const char *reason)
{
  struct run run;

  run_with(&run, kernel, u, v, beside, NULL);
  assert_int_equal(run.status, PST_UNDEFINED);
  assert_string_equal(run.error.message, reason);
  assert_int_equal(run.rows.count, 0);
  run_end(&run);
}

static void partial_refusals(void **state)
{
  double sum[N], same[N];
  const double *const dependent[] = {a, b, sum};
  const double *const constant[] = {same};
  const double *const itself[] = {a, x};
  const char *const names[] = {"a", "b", "sum"};
  struct pst_beside beside = {.controls = dependent, .control_names = names, .n_controls = 3};

  (void)state;
  draw();
  for (int i = 0; i < N; i++) {
    sum[i] = 0.1 * a[i] - b[i] / 3;
    same[i] = 4;
  }
  refused(pst_partial_pearson, x, y, &beside, "sum is a combination of the other controls");
  beside.controls = itself;
  beside.n_controls = 2;
  refused(pst_partial_pearson, x, y, &beside, "x is a combination of the controls");
  beside.controls = constant;
  beside.n_controls = 1;
  refused(pst_partial_spearman, x, y, &beside, "a is constant");
  refused(pst_partial_kendall, x, y, NULL, "there is no control");
}

/* Whole weights are repeated rows, but for the test: that counts the effective number. */
static void weights_repeat_rows(void **state)
{
  const struct pst_beside beside = {.weight = w};
  double rx[3 * N], ry[3 * N], sum = 0, squares = 0;
  size_t n = 0;
  struct run run, plain;

  (void)state;
  draw();
  for (int i = 0; i < N; i++) {
    for (int k = 0; k < (int)w[i]; k++, n++) {
      rx[n] = x[i];
      ry[n] = y[i];
    }
    sum += w[i];
    squares += w[i] * w[i];
  }
  run_with(&run, pst_correlation_weighted, x, y, &beside, NULL);
  run_kernel(&plain, pst_pearson, rx, ry, n, NULL);
  assert_close(run_row(&run, "r")->estimate, run_row(&plain, "r")->estimate, 1e-12, 0);
  assert_close(run_row(&run, "r")->df, sum * sum / squares - 2, 1e-12, 0);
  run_end(&plain);
  run_end(&run);
  refused(pst_correlation_weighted, x, y, NULL, "there are no weights");
}

static void two_values(void **state)
{
  double sex[N];
  struct run run, plain;

  (void)state;
  draw();
  for (int i = 0; i < N; i++)
    sex[i] = i % 3 == 0 ? 7 : 9;
  run_with(&run, pst_point_biserial, sex, y, NULL, NULL);
  run_kernel(&plain, pst_pearson, sex, y, N, NULL);
  assert_string_equal(run.rows.items[0].method, "point-biserial");
  assert_close(run.rows.items[0].p_value, plain.rows.items[0].p_value, 1e-14, 0);
  run_end(&plain);
  run_end(&run);
  refused(pst_point_biserial, x, y, NULL, "neither x nor y has exactly two values");
}

/* --- lags ------------------------------------------------------------------------------------------- */

static void x_goes_before(void **state)
{
  double later[N], backwards_x[N], backwards_y[N], backwards[N];
  const struct pst_beside beside = {.order = years}, turned = {.order = backwards};
  const struct pst_test test = {.lags = 4};
  struct run run, again;

  (void)state;
  draw();
  for (int i = 0; i < N; i++)
    later[i] = i < 2 ? 500 : x[i - 2];
  run_with(&run, pst_lagged, x, later, &beside, &test);
  assert_int_equal(run.rows.count, 10);
  assert_close(run_row(&run, "lag")->estimate, 2, 0, 0);
  assert_true(run_row(&run, "lag[2]")->estimate > 0.8);
  for (int i = 0; i < N; i++) {
    backwards[i] = years[N - 1 - i];
    backwards_x[i] = x[N - 1 - i];
    backwards_y[i] = later[N - 1 - i];
  }
  run_with(&again, pst_lagged, backwards_x, backwards_y, &turned, &test);
  assert_close(run_row(&again, "lag[2]")->estimate, run_row(&run, "lag[2]")->estimate, 1e-15, 0);
  run_end(&again);
  run_end(&run);
}

/* From the definition; R's ccf has the same at lag -k. */
static void lag_by_sums(void **state)
{
  const struct pst_beside beside = {.order = years};
  const struct pst_test test = {.lags = 3};
  double mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
  struct run run;

  (void)state;
  draw();
  for (int i = 0; i < N; i++) {
    mx += x[i] / N;
    my += y[i] / N;
  }
  for (int i = 0; i < N; i++) {
    xx += (x[i] - mx) * (x[i] - mx);
    yy += (y[i] - my) * (y[i] - my);
    if (i >= 3)
      xy += (x[i - 3] - mx) * (y[i] - my);
  }
  run_with(&run, pst_lagged, x, y, &beside, &test);
  assert_close(run_row(&run, "lag[3]")->estimate, xy / sqrt(xx * yy), 1e-12, 0);
  run_end(&run);
}

static void lag_refusals(void **state)
{
  double gap[N];
  struct pst_beside beside = {.order = gap};

  (void)state;
  draw();
  memcpy(gap, years, sizeof gap);
  gap[N - 1] += 1;
  refused(pst_lagged, x, y, &beside,
          "the times have gaps or unequal steps: a lag is no number of rows then");
  gap[N - 1] = gap[N - 2];
  refused(pst_lagged, x, y, &beside, "several values of one time: lags need a series");
  refused(pst_lagged, x, y, NULL, "there are no times");
}

/* --- distances --------------------------------------------------------------------------------------- */

/* The V-statistic of all pairs, and the U-centred one. */
static void by_all_pairs(const double *u, const double *v, double *vv, double *uu)
{
  double ra[N] = {0}, rb[N] = {0}, ta = 0, tb = 0;

  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      ra[i] += fabs(u[i] - u[j]);
      rb[i] += fabs(v[i] - v[j]);
    }
  for (int i = 0; i < N; i++) {
    ta += ra[i];
    tb += rb[i];
  }
  *vv = *uu = 0;
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      double da = fabs(u[i] - u[j]), db = fabs(v[i] - v[j]);

      *vv += (da - ra[i] / N - ra[j] / N + ta / N / N) * (db - rb[i] / N - rb[j] / N + tb / N / N);
      if (i != j)
        *uu += (da - ra[i] / (N - 2) - ra[j] / (N - 2) + ta / (N - 1) / (N - 2))
               * (db - rb[i] / (N - 2) - rb[j] / (N - 2) + tb / (N - 1) / (N - 2));
    }
  *vv /= N * N;
}

static void distances_by_all_pairs(void **state)
{
  double xy, xx, yy, uxy, uxx, uyy, tied[N];
  struct run run;

  (void)state;
  draw();
  for (int i = 0; i < N; i++)
    tied[i] = floor(y[i] / 400);
  by_all_pairs(x, tied, &xy, &uxy);
  by_all_pairs(x, x, &xx, &uxx);
  by_all_pairs(tied, tied, &yy, &uyy);
  run_with(&run, pst_distance_correlation, x, tied, NULL, NULL);
  assert_close(run_row(&run, "dcor")->estimate, sqrt(xy / sqrt(xx * yy)), 1e-11, 0);
  assert_close(run_row(&run, "dcov")->estimate, sqrt(xy), 1e-11, 0);
  assert_close(run_row(&run, "dvar_x")->estimate, sqrt(xx), 1e-12, 0);
  assert_close(run_row(&run, "dcor2_corrected")->estimate, uxy / sqrt(uxx * uyy), 1e-10, 0);
  assert_string_equal(run_row(&run, "dcor")->p_method, "permutation(999)");
  run_end(&run);
}

/* A parabola has no correlation, and a distance correlation. */
static void a_parabola_is_seen(void **state)
{
  const struct pst_test fast = {.p_kind = PST_P_ASYMPTOTIC};
  double u[N], v[N];
  struct run run;

  (void)state;
  for (int i = 0; i < N; i++) {
    u[i] = i - (N - 1) / 2.0;
    v[i] = u[i] * u[i];
  }
  run_with(&run, pst_distance_correlation, u, v, NULL, NULL);
  assert_true(run_row(&run, "dcor")->p_value < 0.05);
  run_end(&run);
  run_with(&run, pst_distance_correlation, u, v, NULL, &fast);
  assert_true(run_row(&run, "dcor")->p_value < 0.1);
  assert_string_equal(run_row(&run, "dcor")->p_method, "chi-squared");
  run_end(&run);
}

/* Values that are equal but for the least and the greatest: the centred distances are 0, and so is nothing over
   nothing, whatever the rounding says. */
static void equal_within_the_ends(void **state)
{
  static const double one[] = {1, 1, 1, 1, 1.7}, two[] = {.3, 1.1, 1.1, 1.1, 2.6},
                      three[] = {0, 0, 1, 1, 2}, other[] = {3.1, .7, 2.2, 9.4, 5};
  struct run run;

  (void)state;
  run_kernel(&run, pst_distance_correlation, one, other, 5, NULL);
  assert_nan(run_row(&run, "dcor2_corrected")->estimate);
  run_end(&run);
  run_kernel(&run, pst_distance_correlation, other, two, 5,
             &(struct pst_test){.p_kind = PST_P_ASYMPTOTIC});
  assert_nan(run_row(&run, "dcor2_corrected")->estimate);
  assert_nan(run_row(&run, "dcor")->p_value);
  assert_string_equal(run_row(&run, "dcor")->note,
                      "no asymptotic p without dcor2_corrected; --p-value permutation");
  run_end(&run);
  run_kernel(&run, pst_distance_correlation, three, other, 5, NULL);
  assert_true(fabs(run_row(&run, "dcor2_corrected")->estimate) < 2);
  run_end(&run);
}

/* Ten equal values and one apart. */
static void nothing_is_left_to_correct(void **state)
{
  double u[N];
  struct run run;

  (void)state;
  draw();
  for (int i = 0; i < N; i++)
    u[i] = i == 4 ? 19 : 8;
  run_with(&run, pst_distance_correlation, u, y, NULL, NULL);
  assert_nan(run_row(&run, "dcor2_corrected")->estimate);
  assert_true(run_row(&run, "dcor")->estimate > 0);
  run_end(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(partial_is_of_residuals),
      cmocka_unit_test(longley_of_ppcor),
      cmocka_unit_test(partial_refusals),
      cmocka_unit_test(weights_repeat_rows),
      cmocka_unit_test(two_values),
      cmocka_unit_test(x_goes_before),
      cmocka_unit_test(lag_by_sums),
      cmocka_unit_test(lag_refusals),
      cmocka_unit_test(distances_by_all_pairs),
      cmocka_unit_test(a_parabola_is_seen),
      cmocka_unit_test(equal_within_the_ends),
      cmocka_unit_test(nothing_is_left_to_correct),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
