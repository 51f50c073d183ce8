/* Draws by their place, and bootstrap intervals. */
#include "run_shape.h"

#include <math.h>

#include "stats/resample/bootstrap.h"
#include "stats/random/draw.h"

static const double sample[] = {3, 7, 8, 12, 13, 21, 22, 58};
static const size_t sizes[] = {8};

/* The first two outputs of SplitMix64 from 1234567, as published. */
static void draws(void **state)
{
  (void)state;
  assert_true(pst_splitmix(1234567, 1) == UINT64_C(6457827717110365317));
  assert_true(pst_splitmix(1234567, 2) == UINT64_C(3203168211198807973));
  for (uint64_t k = 1; k < 1000; k++)
    assert_true(pst_draw(1, 2, k) >= 0 && pst_draw(1, 2, k) < 1);
}

static enum pst_status run_bootstrap(const struct pst_bootstrap *bootstrap,
                                     struct pst_bootstrap_result *result, struct pst_error *error)
{
  struct pst_arena scratch = PST_ARENA_EMPTY;
  enum pst_status status = pst_bootstrap_run(bootstrap, result, &scratch, error);

  pst_arena_free(&scratch);
  return status;
}

static void mean_of_eight(void **state)
{
  const struct pst_bootstrap bootstrap = {.samples = {.k = 1, .values = sample, .sizes = sizes},
                                          .statistic = pst_bootstrap_mean,
                                          .replicates = 999,
                                          .seed = 12345};
  struct pst_bootstrap threads = bootstrap;
  struct pst_bootstrap_result one, three;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  threads.threads = 3;
  assert_int_equal(run_bootstrap(&bootstrap, &one, &error), PST_OK);
  assert_int_equal(run_bootstrap(&threads, &three, &error), PST_OK);
  assert_close(one.std_error, 5.725224641132425, 1e-12, 0);
  assert_close(one.percentile_low, 9.11875, 1e-12, 0);
  assert_close(one.percentile_high, 30.3875, 1e-12, 0);
  assert_close(one.z0, 0.12578779918185592, 1e-12, 0);
  assert_close(one.a, 0.09827097897672156, 1e-12, 0);
  assert_close(one.bca_low, 10.5, 1e-12, 0);
  assert_close(one.bca_high, 36.37744809915436, 1e-12, 0);
  assert_true(one.bca_high == three.bca_high && one.std_error == three.std_error);
}

static void difference_of_two_samples(void **state)
{
  static const double values[] = {1, 2, 3, 4, 11, 12, 13, 14, 15};
  static const size_t two[] = {4, 5};
  const struct pst_bootstrap bootstrap = {.samples = {.k = 2, .values = values, .sizes = two},
                                          .statistic = pst_bootstrap_median_difference,
                                          .replicates = 499};
  struct pst_bootstrap means = bootstrap;
  struct pst_bootstrap_result r;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  means.statistic = pst_bootstrap_mean_difference;
  assert_int_equal(run_bootstrap(&bootstrap, &r, &error), PST_OK);
  assert_close(r.estimate, -10.5, 1e-15, 0);
  assert_true(r.percentile_low >= -14 && r.percentile_high <= -7);
  assert_int_equal(run_bootstrap(&means, &r, &error), PST_OK);
  assert_close(r.estimate, -10.5, 1e-15, 0);
}

static void rows_and_refusals(void **state)
{
  static const double same[] = {5, 5, 5};
  static const size_t three[] = {3};
  static const size_t one[] = {1};
  struct pst_bootstrap bootstrap = {.samples = {.k = 1, .values = same, .sizes = three},
                                    .statistic = pst_bootstrap_median,
                                    .replicates = 99};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_estimates rows = {.arena = &arena};
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_bootstrap(&bootstrap, "median", &rows, &scratch, &error), PST_OK);
  assert_string_equal(rows.items[0].method, "bootstrap-bca");
  assert_nan(rows.items[0].conf_low);
  assert_string_equal(
      rows.items[0].note,
      "99 replicates, seed 1; no interval: the replicates say nothing of bias or skewness");
  assert_true(rows.items[1].conf_low == 5);
  bootstrap.samples.sizes = one;
  assert_int_equal(pst_bootstrap(&bootstrap, "median", &rows, &scratch, &error), PST_UNDEFINED);
  assert_string_equal(error.message, "fewer than 2 values");
  pst_estimates_free(&rows);
  pst_arena_free(&arena);
  pst_arena_free(&scratch);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(draws),
      cmocka_unit_test(mean_of_eight),
      cmocka_unit_test(difference_of_two_samples),
      cmocka_unit_test(rows_and_refusals),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
