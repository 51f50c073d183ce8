/* Trends in parts: against sums over pairs, covariances against all permutations of the times, and refusals. */
#include "check.h"
#include "kernel.h"
#include "random.h"

#include <math.h>

#include "stats/sort.h"
#include "stats/trend/parts.h"
#include "stats/trend/seasonal.h"

enum { YEARS = 9, PARTS = 4, N = YEARS * PARTS };

static const char *const names[] = {"Q1", "Q2", "Q3", "Q4"};

struct series {
  double x[N], y[N], year[N];
  size_t of[N];
  struct pst_beside beside;
};

/* Quarters that share what happens in their year. */
static void make(struct series *s, uint64_t seed, size_t levels)
{
  double shared = 0;

  for (size_t i = 0; i < N; i++) {
    s->year[i] = 2000 + (double)(i / PARTS);
    s->of[i] = i % PARTS;
    s->x[i] = s->year[i] + (double)(i % PARTS) / PARTS;
    shared = i % PARTS == 0 ? (double)random_below(&seed, levels) : shared;
    s->y[i] = shared + (double)random_below(&seed, levels);
  }
  s->beside =
      (struct pst_beside){.parts = {.count = PARTS, .of = s->of, .names = names, .time = s->year}};
}

static int sign(double d)
{
  return (d > 0) - (d < 0);
}

static void sums_over_pairs(void **state)
{
  (void)state;
  for (uint64_t seed = 1; seed < 60; seed++) {
    struct series s;
    struct run run;
    double S = 0, pairs = 0;

    make(&s, seed, 6);
    for (size_t j = 1; j < N; j++)
      for (size_t i = 0; i < j; i++)
        if (s.of[i] == s.of[j]) {
          S += sign(s.y[j] - s.y[i]);
          pairs++;
        }
    run_beside(&run, pst_seasonal_mann_kendall, s.x, s.y, N, &s.beside, NULL);
    assert_close(run_row(&run, "S")->estimate, S, 0, 0);
    assert_close(run_row(&run, "tau-a")->estimate, S / pairs, 1e-15, 0);
    assert_close(run_row(&run, "S")->estimate,
                 run_row(&run, "S[Q1]")->estimate + run_row(&run, "S[Q2]")->estimate
                     + run_row(&run, "S[Q3]")->estimate + run_row(&run, "S[Q4]")->estimate,
                 0, 0);
    assert_int_equal(run_row(&run, "S[Q1]")->n, YEARS);
    run_end(&run);
    run_beside(&run, pst_seasonal_theil_sen, s.x, s.y, N, &s.beside, NULL);
    assert_close(run_row(&run, "pairs")->estimate, pairs, 0, 0);
    run_end(&run);
  }
}

/* --- r1 ------------------------------------------------------------------------------------------ */

/* Of part P: less the median of its slopes, less the mean of what is left. */
static void rest_of_part(const struct series *s, size_t p, double *rest)
{
  double slopes[YEARS * (YEARS - 1) / 2], mean = 0, slope;
  size_t count = 0;

  for (size_t j = p; j < N; j += PARTS)
    for (size_t i = p; i < j; i += PARTS)
      slopes[count++] = (s->y[j] - s->y[i]) / (s->year[j] - s->year[i]);
  slope = pst_select_median(slopes, count);
  for (size_t i = p; i < N; i += PARTS) {
    rest[i] = s->y[i] - slope * (s->year[i] - 2000);
    mean += rest[i] / YEARS;
  }
  for (size_t i = p; i < N; i += PARTS)
    rest[i] -= mean;
}

/* To the value BACK rows before. */
static double first_of(const double *rest, size_t back)
{
  double squares = 0, lagged = 0;

  for (size_t i = 0; i < N; i++) {
    squares += rest[i] * rest[i];
    lagged += i < back ? 0 : rest[i] * rest[i - back];
  }
  return lagged / squares;
}

static void serial_dependence_is_stated(void **state)
{
  size_t noted = 0;

  (void)state;
  for (uint64_t seed = 1; seed < 60; seed++) {
    struct series s;
    struct run run;
    double rest[N];

    make(&s, seed, 1000);
    for (size_t p = 0; p < PARTS; p++)
      rest_of_part(&s, p, rest);
    run_beside(&run, pst_seasonal_mann_kendall, s.x, s.y, N, &s.beside, NULL);
    assert_close(run_row(&run, "r1")->estimate, first_of(rest, 1), 1e-9, 1e-12);
    assert_true((run_row(&run, "tau-a")->note != NULL) == (first_of(rest, 1) > 1.959964 / sqrt(N)));
    noted += run_row(&run, "tau-a")->note != NULL;
    run_end(&run);
    run_beside(&run, pst_correlated_seasonal_mann_kendall, s.x, s.y, N, &s.beside, NULL);
    assert_close(run_row(&run, "r1")->estimate, first_of(rest, PARTS), 1e-9, 1e-12);
    run_end(&run);
  }
  assert_in_range(noted, 10, 58);
}

/* The covariance of S of two parts over all 5! orders of the years, with a missing value in each. */
struct orders {
  double a[5], b[5];
  double sum, sum_a, sum_b;
  int count;
};

static double S_of(const double *v, const int *order)
{
  double S = 0;

  for (int j = 1; j < 5; j++)
    for (int i = 0; i < j; i++)
      if (!isnan(v[order[i]]) && !isnan(v[order[j]]))
        S += sign(v[order[j]] - v[order[i]]);
  return S;
}

static void permute(struct orders *o, int *order, int at)
{
  if (at == 5) {
    const double a = S_of(o->a, order), b = S_of(o->b, order);

    o->sum += a * b;
    o->sum_a += a;
    o->sum_b += b;
    o->count++;
    return;
  }
  for (int i = at; i < 5; i++) {
    int kept = order[at];

    order[at] = order[i];
    order[i] = kept;
    permute(o, order, at + 1);
    order[i] = order[at];
    order[at] = kept;
  }
}

static void covariances_are_exact(void **state)
{
  uint64_t random = 3;

  (void)state;
  for (int round = 0; round < 40; round++) {
    struct orders o = {.count = 0};
    double x[10], y[10];
    size_t of[10], n = 0;
    int order[] = {0, 1, 2, 3, 4};
    struct pst_beside beside = {.parts = {.count = 2, .of = of, .names = names}};
    struct pst_sample sample = {.x = x, .y = y, .beside = &beside};
    struct pst_arena arena = PST_ARENA_EMPTY;
    struct pst_error error = {.status = PST_OK};
    struct pst_series_split split;

    for (int t = 0; t < 5; t++)
      for (size_t p = 0; p < 2; p++) {
        const bool missing = round % 3 == 1 && (size_t)t == p + 1;
        const double value =
            missing ? (double)NAN : (double)random_below(&random, round % 2 == 0 ? 3 : 1000);

        (p == 0 ? o.a : o.b)[t] = value;
        if (missing)
          continue;
        x[n] = t;
        y[n] = value;
        of[n++] = p;
      }
    sample.n = n;
    permute(&o, order, 0);
    assert_int_equal(pst_parts_split(&sample, &split, &arena, &error), PST_OK);
    assert_int_equal(pst_parts_rank(&split, &arena, &error), PST_OK);
    assert_close(pst_parts_covariance(&split, 0, 1), o.sum / o.count, 1e-12, 1e-12);
    assert_close(o.sum_a, 0, 0, 0);
    pst_arena_free(&arena);
  }
}

/* var S of correlated parts is that of independent ones and twice each covariance. */
static void correlated_parts(void **state)
{
  struct series s;
  struct run plain, correlated, region;
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};
  struct pst_series_split split;
  double var_S;

  (void)state;
  make(&s, 17, 8);
  run_beside(&plain, pst_seasonal_mann_kendall, s.x, s.y, N, &s.beside, NULL);
  run_beside(&correlated, pst_correlated_seasonal_mann_kendall, s.x, s.y, N, &s.beside, NULL);
  run_beside(&region, pst_multivariate_mann_kendall, s.x, s.y, N, &s.beside, NULL);
  var_S = run_row(&plain, "var_S")->estimate;
  assert_int_equal(
      pst_parts_split(&(struct pst_sample){.n = N, .x = s.x, .y = s.y, .beside = &s.beside}, &split,
                      &arena, &error),
      PST_OK);
  assert_int_equal(pst_parts_rank(&split, &arena, &error), PST_OK);
  for (size_t g = 0; g < PARTS; g++)
    for (size_t h = 0; h < g; h++)
      var_S += 2 * pst_parts_covariance(&split, g, h);
  assert_close(run_row(&correlated, "var_S")->estimate, var_S, 1e-13, 0);
  assert_close(run_row(&region, "var_S")->estimate, var_S, 1e-13, 0);
  assert_string_equal(run_row(&plain, "tau-a")->p_method, "normal-cc");
  assert_string_equal(run_row(&correlated, "tau-a")->p_method, "normal");
  assert_string_equal(run_row(&region, "tau-a")->method, "multivariate-mann-kendall");
  pst_arena_free(&arena);
  run_end(&plain);
  run_end(&correlated);
  run_end(&region);
}

static void refusals(void **state)
{
  static const double x[] = {1, 1, 2, 2};
  static const double y[] = {5, 5, 5, 5};
  static const size_t one[] = {0, 0, 0, 0};
  static const size_t two[] = {0, 1, 0, 1};
  struct pst_beside beside = {.parts = {.count = 2, .of = one, .names = names}};
  struct run run;

  (void)state;
  run_beside(&run, pst_seasonal_mann_kendall, x, y, 4, &beside, NULL);
  assert_int_equal(run.status, PST_UNDEFINED);
  assert_string_equal(run.error.message, "Q1 has two values at 1");
  run_end(&run);
  beside.parts.of = two;
  run_beside(&run, pst_seasonal_mann_kendall, x, y, 4, &beside, NULL);
  assert_string_equal(run.error.message, "y is constant in every part");
  run_end(&run);
  run_beside(&run, pst_seasonal_theil_sen, x, y, 4, &beside, NULL);
  assert_close(run_row(&run, "slope")->estimate, 0, 0, 0);
  assert_nan(run_row(&run, "slope")->conf_low);
  assert_string_equal(run_row(&run, "slope")->note, "y is constant in every part");
  run_end(&run);
  run_beside(&run, pst_regional_theil_sen, x, y, 2, &beside, NULL);
  assert_string_equal(run.error.message, "no part has two values");
  run_end(&run);
  assert_undefined(pst_seasonal_mann_kendall, x, y, 4, "the series has no parts");
  assert_no_p(pst_seasonal_mann_kendall, "seasonal-mann-kendall");
  assert_no_p(pst_seasonal_theil_sen, "seasonal-theil-sen");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sums_over_pairs),
      cmocka_unit_test(serial_dependence_is_stated),
      cmocka_unit_test(covariances_are_exact),
      cmocka_unit_test(correlated_parts),
      cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests_name("seasonal", tests, NULL, NULL);
}
