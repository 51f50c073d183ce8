/* Samples with weights: means, variances, quantiles, shares, correlation. */
#include "run_shape.h"

#include <math.h>

#include "stats/weighted/mean.h"
#include "stats/weighted/quantile.h"
#include "stats/weighted/weighted.h"

static const double x[] = {10, 12, 99, 15, 15, 21, 30, 42};
static const double y[] = {3.1, 4.5, 0, 4.1, 5.2, 6.6, 6.1, 9.8};
static const double w[] = {2, 1, 0, 3, 2, 4, 1, 2};
static const struct pst_weighted sample = {8, x, y, w};

static void mean_and_variances(void **state)
{
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_weighted_mean, &sample, NULL);
  assert_close(run_row(&run, "mean")->estimate, 61.0 / 3, 1e-15, 0);
  assert_close(run_row(&run, "mean")->std_error, 3.8405889466057315, 1e-13, 0);
  assert_int_equal(run_row(&run, "mean")->n, 7);
  assert_close(run_row(&run, "n_eff")->estimate, 5.769230769230769, 1e-14, 0);
  assert_close(run_row(&run, "deff")->estimate, 7 / 5.769230769230769, 1e-14, 0);
  assert_close(run_row(&run, "var")->estimate, 117.68817204301075, 1e-13, 0);
  assert_close(run_row(&run, "var-frequency")->estimate, 104.23809523809524, 1e-13, 0);
  assert_close(run_row(&run, "var-population")->estimate, 97.28888888888889, 1e-13, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_weighted_pearson, &sample, NULL);
  assert_close(run_row(&run, "r")->estimate, 0.9402642998531512, 1e-13, 0);
  run_end(&run);
}

static void one_row_and_parts(void **state)
{
  static const double value[] = {7};
  static const double weight[] = {5};
  static const double parts[] = {0.1, 0.2, 0, 0.3, 0.4, 0.5, 0.6, 0.7};
  const struct pst_weighted one = {1, value, NULL, weight};
  const struct pst_weighted real = {8, x, NULL, parts};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_weighted_mean, &one, NULL);
  assert_true(run_row(&run, "mean")->estimate == 7 && run_row(&run, "n_eff")->estimate == 1);
  assert_nan(run_row(&run, "mean")->std_error);
  assert_string_equal(run_row(&run, "var")->note, "one row: no variance");
  assert_true(run_row(&run, "var-frequency")->estimate == 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_weighted_mean, &real, NULL);
  assert_nan(run_row(&run, "var-frequency")->estimate);
  assert_string_equal(run_row(&run, "var-frequency")->note, "the weights are no frequencies");
  run_end(&run);
}

static void two_rows_have_an_error(void **state)
{
  static const double value[] = {1, 3};
  static const double weight[] = {1, 1};
  const struct pst_weighted two = {2, value, NULL, weight};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_weighted_mean, &two, NULL);
  assert_close(run_row(&run, "mean")->std_error, 1, 1e-15, 0);
  assert_close(run_row(&run, "mean")->df, 1, 0, 0);
  assert_close(run_row(&run, "var")->estimate, 2, 1e-15, 0);
  run_end(&run);
}

static void assert_quantiles(const struct pst_weighted *data, bool frequency, const double *probs,
                             const double *values, size_t count)
{
  const struct pst_weighted_quantile_options options = {
      .probs = probs, .n_probs = count, .frequency = frequency};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_estimates rows = {.arena = &arena};
  struct pst_error error = {.status = PST_OK};

  assert_int_equal(pst_weighted_quantiles(data, &options, &rows, &scratch, &error), PST_OK);
  for (size_t i = 0; i < count; i++)
    assert_close(rows.items[i].estimate, values[i], 1e-14, 0);
  pst_estimates_free(&rows);
  pst_arena_free(&arena);
  pst_arena_free(&scratch);
}

static void quantiles(void **state)
{
  static const double probs[] = {0, 0.1, 0.3, 0.5, 0.75, 0.9, 1};
  static const double inverse[] = {10, 10, 15, 15, 21, 42, 42};
  static const double repeated[] = {10, 10.8, 15, 15, 21, 37.2, 42};
  static const double value[] = {3.5, 1.5, 2.5, 4.5};
  static const double weight[] = {0.1, 0.2, 0.3, 0.4};
  static const double hits[] = {0.3, 0.5};
  static const double at_hits[] = {2.5, 3};
  const struct pst_weighted hit = {4, value, NULL, weight};

  (void)state;
  assert_quantiles(&sample, false, probs, inverse, 7);
  assert_quantiles(&sample, true, probs, repeated, 7);
  assert_quantiles(&hit, false, hits, at_hits, 2);
}

/* R survey 4.1: svyquantile of 1:20 with the weights 1, 2, 3, 4 in turn, qrule "school". */
static void woodruff(void **state)
{
  static const double probs[] = {0.25, 0.5};
  double values[20], weights[20];
  const struct pst_weighted twenty = {20, values, NULL, weights};
  const struct pst_weighted_quantile_options options = {
      .probs = probs, .n_probs = 2, .level = 0.95};
  struct pst_arena arena = PST_ARENA_EMPTY, scratch = PST_ARENA_EMPTY;
  struct pst_estimates rows = {.arena = &arena};
  struct pst_error error = {.status = PST_OK};

  (void)state;
  for (int i = 0; i < 20; i++) {
    values[i] = i + 1;
    weights[i] = 1 + i % 4;
  }
  assert_int_equal(pst_weighted_quantiles(&twenty, &options, &rows, &scratch, &error), PST_OK);
  assert_true(rows.items[0].estimate == 6 && rows.items[1].estimate == 11);
  assert_true(rows.items[0].conf_low == 2 && rows.items[0].conf_high == 11);
  assert_true(rows.items[1].conf_low == 6 && rows.items[1].conf_high == 16);
  pst_estimates_free(&rows);
  pst_arena_free(&arena);
  pst_arena_free(&scratch);
}

static void shares_and_differences(void **state)
{
  static const double yes[] = {1, 0, 1, 1, 0, 1};
  static const double weight[] = {1, 1, 2, 1, 2, 1};
  static const double ones[] = {1, 1, 1, 1, 1, 1};
  const struct pst_weighted poll = {6, yes, NULL, weight};
  const struct pst_weighted plain = {6, yes, NULL, ones};
  const struct pst_two_weighted two = {poll, plain};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_weighted_share, &poll, NULL);
  assert_close(run_row(&run, "share")->estimate, 5.0 / 8, 1e-15, 0);
  assert_close(run_row(&run, "n_eff")->estimate, 64.0 / 12, 1e-14, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_weighted_difference, &two, NULL);
  assert_close(run_row(&run, "difference")->estimate, 5.0 / 8 - 4.0 / 6, 1e-14, 0);
  run_end(&run);
  REFUSES(pst_weighted_share, &sample, NULL, PST_UNDEFINED, "a value is neither 0 nor 1: no share");
}

static void refusals(void **state)
{
  static const double negative[] = {1, -1, 0, 0, 0, 0, 0, 0};
  static const double none[] = {0, 0, 0, 0, 0, 0, 0, 0};
  static const double same[] = {4, 4, 4, 4, 4, 4, 4, 4};
  const struct pst_weighted below = {8, x, y, negative};
  const struct pst_weighted empty = {8, x, y, none};
  const struct pst_weighted constant = {8, same, y, w};

  (void)state;
  REFUSES(pst_weighted_mean, &below, NULL, PST_BAD_DATA, "a weight is negative or not finite");
  REFUSES(pst_weighted_mean, &empty, NULL, PST_UNDEFINED, "no row with a weight");
  REFUSES(pst_weighted_pearson, &constant, NULL, PST_UNDEFINED, "x is constant");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(mean_and_variances),
      cmocka_unit_test(one_row_and_parts),
      cmocka_unit_test(two_rows_have_an_error),
      cmocka_unit_test(quantiles),
      cmocka_unit_test(woodruff),
      cmocka_unit_test(shares_and_differences),
      cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
