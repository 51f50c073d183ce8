/* Two independent samples: exact distributions against enumeration, order statistics against all pairs. */
#include "run_shape.h"

#include <math.h>

#include "stats/random/random.h"
#include "stats/samples/rank_sum/dominance.h"
#include "stats/samples/effect_size.h"
#include "stats/samples/rank_sum/mann_whitney.h"
#include "stats/samples/mean_interval.h"
#include "stats/samples/median_interval.h"
#include "stats/samples/rank_sum/pair_select.h"
#include "stats/samples/rank_sum/rank_groups.h"
#include "stats/samples/rank_sum/rank_sum_exact.h"
#include "stats/samples/samples.h"
#include "stats/samples/t_test.h"
#include "stats/samples/variance_ratio.h"
#include "stats/sort.h"

static const double small_x[] = {0.8, 0.83, 1.89, 1.04, 1.45};
static const double small_y[] = {1.15, 0.88, 0.9, 0.74, 1.21, 1.38};
static const struct pst_two_samples small = {small_x, 5, small_y, 6};

static void t_tests(void **state)
{
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_welch, &small, NULL);
  assert_close(run_row(&run, "difference")->statistic, 0.690649028124644, 1e-12, 0);
  assert_close(run_row(&run, "difference")->df, 5.7752883870295815, 1e-12, 0);
  assert_close(run_row(&run, "difference")->p_value, 0.516566303866249, 1e-11, 0);
  assert_close(run_row(&run, "difference")->conf_low, -0.4088208526906776, 1e-11, 0);
  assert_close(run_row(&run, "mean-1")->estimate, 1.202, 1e-15, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_student, &small, NULL);
  assert_close(run_row(&run, "difference")->statistic, 0.7321359661536029, 1e-12, 0);
  assert_close(run_row(&run, "difference")->p_value, 0.48271447892784497, 1e-11, 0);
  run_end(&run);
}

/* A huge offset and a tiny scale change nothing but the units. */
static void offsets_and_scales(void **state)
{
  double x[5], y[6];
  const struct pst_two_samples moved = {x, 5, y, 6};
  struct run run;

  (void)state;
  for (int i = 0; i < 5; i++)
    x[i] = ldexp(round(small_x[i] * 100), -900);
  for (int i = 0; i < 6; i++)
    y[i] = ldexp(round(small_y[i] * 100), -900);
  RUN_SHAPE(&run, pst_student, &moved, NULL);
  assert_int_equal(run.status, PST_UNDEFINED);
  assert_string_equal(run.error.message, "the variance is beyond the range of doubles");
  run_end(&run);
  for (int i = 0; i < 5; i++)
    x[i] = 1e15 + round(small_x[i] * 100);
  for (int i = 0; i < 6; i++)
    y[i] = 1e15 + round(small_y[i] * 100);
  RUN_SHAPE(&run, pst_student, &moved, NULL);
  assert_close(run_row(&run, "difference")->statistic, 0.7321359661536029, 1e-12, 0);
  run_end(&run);
}

static void variances_and_effects(void **state)
{
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_variance_ratio, &small, NULL);
  assert_close(run_row(&run, "variance-ratio")->estimate, 3.6894995429616095, 1e-12, 0);
  assert_close(run_row(&run, "variance-ratio")->p_value, 0.18474707734235193, 1e-11, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_cohens_d, &small, NULL);
  assert_close(run_row(&run, "d")->estimate, 0.443330343434493, 1e-12, 0);
  assert_true(run_row(&run, "d")->conf_low < 0 && run_row(&run, "d")->conf_high > 1);
  run_end(&run);
  RUN_SHAPE(&run, pst_hedges_g, &small, NULL);
  assert_close(run_row(&run, "g")->estimate, 0.4051484696345523, 1e-12, 0);
  run_end(&run);
  assert_close(pst_hedges_factor(2), 0.5641895835477563, 1e-14, 0); /* 1 / sqrt(pi) */
  assert_nan(pst_hedges_factor(1));
}

/* All ways to choose nx of the values: the p-value by counting. */
static double enumerated_p(const double *values, size_t nx, size_t ny, enum pst_alternative tail)
{
  const size_t n = nx + ny;
  double all = 0, far = 0, observed = 0;

  for (unsigned pass = 0; pass < 2; pass++)
    for (unsigned set = 0; set < 1u << n; set++) {
      double u = -(double)(nx * ny) / 2;

      if ((size_t)__builtin_popcount(set) != nx || (pass == 0 && set != (1u << nx) - 1))
        continue;
      for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
          if ((set >> i & 1) && !(set >> j & 1))
            u += values[i] > values[j] ? 1 : values[i] == values[j] ? 0.5 : 0;
      if (pass == 0)
        observed = u;
      all += pass;
      far += pass
             * (tail == PST_TWO_SIDED ? fabs(u) >= fabs(observed)
                : tail == PST_GREATER ? u >= observed
                                      : u <= observed);
    }
  return far / all;
}

/* Random small samples with many ties: every alternative, both orders of size. */
static void exact_p_against_enumeration(void **state)
{
  uint64_t random = 7;

  (void)state;
  for (int round = 0; round < 120; round++) {
    size_t nx = 1 + (size_t)pst_random_below(&random, 5);
    size_t ny = 1 + (size_t)pst_random_below(&random, 5);
    double values[10];
    const struct pst_two_samples samples = {values, nx, values + nx, ny};
    struct pst_test test = {.p_kind = PST_P_EXACT,
                            .alternative = (enum pst_alternative)(round % 3)};
    struct run run;

    for (size_t i = 0; i < nx + ny; i++)
      values[i] = (double)pst_random_below(&random, 2 + (uint64_t)(round % 5));
    RUN_SHAPE(&run, pst_mann_whitney, &samples, &test);
    if (!isnan(run_row(&run, "z")->estimate))
      assert_close(run_row(&run, "shift")->p_value, enumerated_p(values, nx, ny, test.alternative),
                   1e-12, 0);
    run_end(&run);
  }
}

static void order_statistics_against_all_pairs(void **state)
{
  uint64_t random = 3;

  (void)state;
  for (int round = 0; round < 60; round++) {
    size_t nx = 1 + (size_t)pst_random_below(&random, 12);
    size_t ny = 1 + (size_t)pst_random_below(&random, 12);
    double x[12], y[12], spare[144], pairs[144];
    size_t count = 0;

    for (size_t i = 0; i < nx; i++)
      x[i] = ((double)pst_random_below(&random, 50) - 25) / 10;
    for (size_t i = 0; i < ny; i++)
      y[i] = ((double)pst_random_below(&random, 50) - 25) / 10;
    pst_sort(x, spare, nx);
    pst_sort(y, spare, ny);
    for (size_t i = 0; i < nx; i++)
      for (size_t j = 0; j < ny; j++)
        pairs[count++] = x[i] - y[j];
    pst_sort(pairs, spare, count);
    for (size_t k = 1; k <= count; k++)
      assert_true(pst_select_difference(x, nx, y, ny, k) == pairs[k - 1]);
    assert_true(pst_median_difference(x, nx, y, ny)
                == pst_middle(pairs[(count - 1) / 2], pairs[count / 2]));
    count = 0;
    for (size_t i = 0; i < nx; i++)
      for (size_t j = i; j < nx; j++)
        pairs[count++] = (x[i] + x[j]) / 2;
    pst_sort(pairs, spare, count);
    for (size_t k = 1; k <= count; k++)
      assert_true(pst_select_mean(x, nx, k) == pairs[k - 1]);
    assert_true(pst_median_mean(x, nx) == pst_middle(pairs[(count - 1) / 2], pairs[count / 2]));
  }
}

static void mann_whitney(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5, 6};
  static const double y[] = {7, 8, 9, 10, 11, 12};
  const struct pst_two_samples apart = {x, 6, y, 6};
  const struct pst_test corrected = {.p_kind = PST_P_ASYMPTOTIC};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_mann_whitney, &apart, NULL);
  assert_close(run_row(&run, "shift")->estimate, -6, 1e-15, 0);
  assert_close(run_row(&run, "shift")->conf_low, -9, 1e-15, 0);
  assert_close(run_row(&run, "shift")->conf_high, -3, 1e-15, 0);
  assert_close(run_row(&run, "shift")->p_value, 2.0 / 924, 1e-13, 0);
  assert_string_equal(run_row(&run, "shift")->p_method, "exact");
  run_end(&run);
  RUN_SHAPE(&run, pst_mann_whitney, &apart, &corrected);
  assert_close(run_row(&run, "shift")->p_value, 0.005074868097940254, 1e-11, 0);
  assert_close(run_row(&run, "z")->estimate, -2.802242691589025, 1e-13, 0);
  assert_string_equal(run_row(&run, "shift")->p_method, "normal-cc");
  run_end(&run);
}

/* Two hundred values with ties: the deep tail of the exact distribution. */
static void deep_exact_tail(void **state)
{
  double values[200];
  const struct pst_two_samples samples = {values, 100, values + 100, 100};
  const struct pst_test greater = {.alternative = PST_GREATER};
  struct run run;
  double choices = 1; /* of 100 from 200, less those that keep the largest 100 */

  (void)state;
  for (int i = 0; i < 200; i++)
    values[i] = floor((199 - i) / 2.0);
  for (int i = 1; i <= 100; i++)
    choices *= (100.0 + i) / i;
  RUN_SHAPE(&run, pst_mann_whitney, &samples, &greater);
  assert_close(run_row(&run, "shift")->p_value, 1 / choices, 1e-11, 0);
  run_end(&run);
}

static void too_few_for_an_interval(void **state)
{
  static const double x[] = {1, 2, 3};
  static const double same[] = {4, 4, 4, 4};
  const struct pst_two_samples three = {x, 3, same, 3};
  const struct pst_two_samples equal = {same, 2, same, 4};
  const struct pst_two_samples none = {x, 0, x, 3};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_mann_whitney, &three, NULL);
  assert_nan(run_row(&run, "shift")->conf_low);
  assert_string_equal(run_row(&run, "shift")->note, "too few values for an interval at this level");
  run_end(&run);
  RUN_SHAPE(&run, pst_mann_whitney, &equal, NULL);
  assert_nan(run_row(&run, "shift")->p_value);
  assert_non_null(strstr(run_row(&run, "shift")->note, "no test: all values are equal"));
  run_end(&run);
  REFUSES(pst_mann_whitney, &none, NULL, PST_UNDEFINED, "fewer than 1 value in the first group");
}

static void exact_out_of_reach(void **state)
{
  static double values[600];
  const struct pst_two_samples many = {values, 300, values + 300, 300};
  const struct pst_test exact = {.p_kind = PST_P_EXACT};
  struct run run;

  (void)state;
  for (int i = 0; i < 600; i++)
    values[i] = i * 37 % 600;
  REFUSES(pst_mann_whitney, &many, &exact, PST_USAGE,
          "an exact p-value is out of reach for 300 and 300 values; ask for the asymptotic one");
  RUN_SHAPE(&run, pst_mann_whitney, &many, NULL);
  assert_string_equal(run_row(&run, "shift")->p_method, "normal-cc");
  run_end(&run);
}

/* Critical places of the untied distribution: tables of the Mann-Whitney statistic. */
static void critical_places(void **state)
{
  static const struct {
    size_t nx, ny;
    uint64_t k;
  } table[] = {{3, 3, 0}, {4, 4, 1}, {5, 5, 3}, {6, 6, 6}, {10, 10, 24}, {8, 12, 23}};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    uint64_t k;

    assert_int_equal(pst_rank_sum_critical(table[i].nx, table[i].ny, 0.025, &k, &scratch, &error),
                     PST_OK);
    assert_int_equal(k, table[i].k);
  }
  pst_arena_free(&scratch);
}

static void rank_groups(void **state)
{
  static const double x[] = {3, 1, 2, 2};
  static const double y[] = {2, 3, 5};
  const struct pst_two_samples samples = {x, 4, y, 3};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_rank_groups groups;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_rank_groups_of(&samples, &groups, &scratch, &error), PST_OK);
  assert_int_equal(groups.count, 4);
  assert_int_equal(groups.x[1], 2);
  assert_int_equal(groups.y[1], 1);
  assert_true(pst_rank_groups_u2(&groups) == 5);
  assert_close(pst_rank_groups_variance(&groups), (8 - (24 + 6) / 42.0), 1e-14, 0);
  assert_true(pst_rank_sum_reach(&groups));
  pst_arena_free(&scratch);
}

static void dominance(void **state)
{
  static const double x[] = {1, 2, 3};
  static const double y[] = {4, 5, 6};
  const struct pst_two_samples apart = {x, 3, y, 3}, above = {y, 3, x, 2};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_brunner_munzel, &small, NULL);
  assert_close(run_row(&run, "relative-effect")->statistic, -0.3174203325344758, 1e-10, 0);
  assert_close(run_row(&run, "relative-effect")->p_value, 0.7616337762771409, 1e-9, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_brunner_munzel, &apart, NULL);
  assert_true(isinf(run_row(&run, "relative-effect")->statistic));
  assert_nan(run_row(&run, "relative-effect")->p_value);
  assert_string_equal(run_row(&run, "relative-effect")->note, "no test: the groups do not overlap");
  run_end(&run);
  RUN_SHAPE(&run, pst_cliffs_delta, &apart, NULL);
  assert_true(run_row(&run, "delta")->estimate == -1);
  /* Feng & Cliff (2004): where no pair is the other way, (n - z^2) / (n + z^2) of the smaller group. */
  assert_true(run_row(&run, "delta")->conf_low == -1);
  assert_close(run_row(&run, "delta")->conf_high, 0.12299406351009097, 1e-12, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_cliffs_delta, &above, NULL);
  assert_true(run_row(&run, "delta")->estimate == 1 && run_row(&run, "delta")->conf_high == 1);
  assert_close(run_row(&run, "delta")->conf_low, -0.3152395449866939, 1e-12, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_cliffs_delta, &small, NULL);
  assert_close(run_row(&run, "delta")->estimate, 4.0 / 30, 1e-13, 0);
  /* By its formula in R 4.2. */
  assert_close(run_row(&run, "delta")->conf_low, -0.6405494548611319, 1e-12, 0);
  assert_close(run_row(&run, "delta")->conf_high, 0.7728509587143884, 1e-12, 0);
  run_end(&run);
}

static void medians(void **state)
{
  static const double ten[] = {10, 9, 1, 2, 8, 3, 7, 4, 6, 5};
  const struct pst_test defaults = {.conf_level = 0};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_estimates rows = {.arena = &arena};
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_median_interval(ten, 10, &defaults, &rows, &scratch, &error), PST_OK);
  assert_true(rows.items[0].estimate == 5.5);
  assert_true(rows.items[0].conf_low == 2 && rows.items[0].conf_high == 9);
  assert_close(rows.items[1].estimate, 1 - 22.0 / 1024, 1e-14, 0);
  assert_int_equal(pst_median_interval(ten, 5, &defaults, &rows, &scratch, &error), PST_OK);
  assert_nan(rows.items[2].conf_low);
  assert_string_equal(rows.items[2].note, "too few values for an interval at this level");
  assert_int_equal(pst_median_interval(ten, 0, &defaults, &rows, &scratch, &error), PST_UNDEFINED);
  pst_estimates_free(&rows);
  pst_arena_free(&arena);
  pst_arena_free(&scratch);
}

/* Mean 4, standard deviation 2; t of 3 degrees of freedom at 95 % is 3.182446305284. */
static void mean_interval(void **state)
{
  static const double x[] = {2, 3, 5, 6};
  static const double huge[] = {1e308, -1e308, 1e308};
  struct pst_test exact = {.p_kind = PST_P_EXACT};
  struct run run = {.status = PST_OK};

  (void)state;
  run.rows.arena = &run.arena;
  assert_int_equal(pst_mean_interval(x, 4, &(struct pst_test){.conf_level = 0.95}, &run.rows,
                                     &run.scratch, &run.error),
                   PST_OK);
  assert_true(run_row(&run, "mean")->estimate == 4);
  assert_close(run_row(&run, "mean")->std_error, sqrt(10. / 3 / 4), 1e-14, 0);
  assert_close(run_row(&run, "mean")->conf_high, 4 + 3.182446305284263 * sqrt(10. / 12), 1e-12, 0);
  assert_close(run_row(&run, "sd")->estimate, sqrt(10. / 3), 1e-14, 0);
  assert_int_equal(pst_mean_interval(x, 1, &(struct pst_test){.conf_level = 0.95}, &run.rows,
                                     &run.scratch, &run.error),
                   PST_OK);
  assert_nan(run.rows.items[2].conf_low);
  assert_string_equal(run.rows.items[2].note, "one value: no variance");
  assert_int_equal(pst_mean_interval(huge, 3, &(struct pst_test){.conf_level = 0.95}, &run.rows,
                                     &run.scratch, &run.error),
                   PST_UNDEFINED);
  run.error = (struct pst_error){.status = PST_OK};
  assert_int_equal(pst_mean_interval(x, 0, &(struct pst_test){.conf_level = 0.95}, &run.rows,
                                     &run.scratch, &run.error),
                   PST_UNDEFINED);
  assert_string_equal(run.error.message, "no values");
  assert_int_equal(pst_mean_interval(x, 4, &exact, &run.rows, &run.scratch, &run.error), PST_USAGE);
  run_end(&run);
}

/* R: t.test(5, c(1, 2, 4), var.equal = TRUE). */
static void student_of_one_value(void **state)
{
  static const double x[] = {5}, y[] = {1, 2, 4};
  const struct pst_two_samples samples = {x, 1, y, 3};
  const struct pst_two_samples few = {x, 1, y, 1};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_student, &samples, NULL);
  assert_close(run_row(&run, "difference")->statistic, 1.5118578920369088, 1e-13, 0);
  assert_close(run_row(&run, "difference")->p_value, 0.2697032566597785, 1e-12, 0);
  assert_close(run_row(&run, "difference")->conf_low, -4.9224994005268528, 1e-12, 0);
  assert_string_equal(run_row(&run, "mean-1")->note, "one value has no standard error");
  run_end(&run);
  REFUSES(pst_student, &few, NULL, PST_UNDEFINED, "fewer than 3 values in both groups");
}

static void constant_groups(void **state)
{
  static const double fours[] = {4, 4, 4};
  static const double fives[] = {5, 5, 5};
  const struct pst_two_samples still = {fours, 3, fives, 3};
  const struct pst_two_samples one = {fours, 1, fives, 3};
  const struct pst_test exact = {.p_kind = PST_P_EXACT};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_welch, &still, NULL);
  assert_true(run_row(&run, "difference")->estimate == -1);
  assert_nan(run_row(&run, "difference")->p_value);
  assert_string_equal(run_row(&run, "difference")->note, "no test: neither group varies");
  run_end(&run);
  REFUSES(pst_cohens_d, &still, NULL, PST_UNDEFINED, "neither group varies");
  REFUSES(pst_variance_ratio, &still, NULL, PST_UNDEFINED, "the second group does not vary");
  REFUSES(pst_welch, &one, NULL, PST_UNDEFINED, "fewer than 2 values in the first group");
  RUN_SHAPE(&run, pst_cliffs_delta, &one, NULL);
  assert_true(run_row(&run, "delta")->estimate == -1);
  assert_string_equal(run_row(&run, "delta")->note, "no interval: a group has one value");
  run_end(&run);
  RUN_SHAPE(&run, pst_brunner_munzel, &one, NULL);
  assert_int_equal(run.status, PST_OK);
  assert_true(run_row(&run, "relative-effect")->estimate == 1);
  assert_nan(run_row(&run, "relative-effect")->statistic);
  assert_string_equal(run_row(&run, "relative-effect")->note, "no test: a group has one value");
  run_end(&run);
  REFUSES(pst_student, &small, &exact, PST_USAGE, "an exact p-value is not available for student");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(t_tests),
      cmocka_unit_test(offsets_and_scales),
      cmocka_unit_test(variances_and_effects),
      cmocka_unit_test(exact_p_against_enumeration),
      cmocka_unit_test(order_statistics_against_all_pairs),
      cmocka_unit_test(mann_whitney),
      cmocka_unit_test(deep_exact_tail),
      cmocka_unit_test(too_few_for_an_interval),
      cmocka_unit_test(exact_out_of_reach),
      cmocka_unit_test(critical_places),
      cmocka_unit_test(rank_groups),
      cmocka_unit_test(dominance),
      cmocka_unit_test(medians),
      cmocka_unit_test(mean_interval),
      cmocka_unit_test(student_of_one_value),
      cmocka_unit_test(constant_groups),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
