/* Bootstrap intervals in the place of a formula's: as bootstrap.h has them, and where there is none. */
#include "check.h"
#include "data.h"
#include "kernel.h"

#include <math.h>
#include <string.h>

#include "stats/correlation/pearson.h"
#include "stats/resample/interval.h"

static double years[100];

static void pairs_are_drawn(void **state)
{
  const struct pst_interval_ask ask = {.kind = PST_INTERVAL_PERCENTILE, .replicates = 999};
  const struct pst_sample sample = {.n = 100, .x = years, .y = NILE};
  const struct pst_test test = {.conf_level = 0.9};
  struct run run;
  double formula_low, formula_high;

  (void)state;
  for (int i = 0; i < 100; i++)
    years[i] = i;
  run_kernel(&run, pst_pearson, years, NILE, 100, &test);
  formula_low = run.rows.items[0].conf_low;
  formula_high = run.rows.items[0].conf_high;
  assert_int_equal(
      pst_interval_of_pairs(&ask, pst_pearson, &sample, &test, &run.rows, 0, &run.scratch, NULL),
      PST_OK);
  assert_close(run.rows.items[0].conf_low, formula_low, 0, 0.05);
  assert_close(run.rows.items[0].conf_high, formula_high, 0, 0.05);
  assert_true(run.rows.items[0].conf_low != formula_low);
  assert_string_equal(run.rows.items[0].note,
                      "interval: bootstrap, percentile, 999 replicates, seed 1");
  run_end(&run);
}

static void values_are_those_of_bootstrap(void **state)
{
  const struct pst_interval_ask ask = {.kind = PST_INTERVAL_BCA, .replicates = 499};
  static const size_t n = 100;
  const struct pst_bootstrap bootstrap = {.samples = {.k = 1, .sizes = &n, .values = NILE},
                                          .statistic = pst_bootstrap_median,
                                          .replicates = 499};
  const struct pst_test test = {0};
  struct pst_bootstrap_result result;
  struct run run = {.rows = {.arena = NULL}};

  (void)state;
  run.rows.arena = &run.arena;
  assert_non_null(pst_estimates_add(&run.rows, "describe", "median", 100));
  assert_int_equal(pst_bootstrap_run(&bootstrap, &result, &run.scratch, NULL), PST_OK);
  assert_int_equal(pst_interval_of_values(&ask, pst_bootstrap_median, NILE, 100, &test, &run.rows,
                                          0, &run.scratch, NULL),
                   PST_OK);
  assert_close(run.rows.items[0].conf_low, result.bca_low, 0, 0);
  assert_close(run.rows.items[0].conf_high, result.bca_high, 0, 0);
  run_end(&run);
}

/* Of three pairs some samples are of one pair alone. */
static void a_sample_without_a_value(void **state)
{
  static const double x[] = {1, 2, 3}, y[] = {1, 3, 2};
  const struct pst_interval_ask ask = {.kind = PST_INTERVAL_BCA, .replicates = 199};
  const struct pst_sample sample = {.n = 3, .x = x, .y = y};
  const struct pst_test test = {0};
  struct run run;

  (void)state;
  run_kernel(&run, pst_pearson, x, y, 3, NULL);
  assert_int_equal(
      pst_interval_of_pairs(&ask, pst_pearson, &sample, &test, &run.rows, 0, &run.scratch, NULL),
      PST_OK);
  assert_nan(run.rows.items[0].conf_low);
  assert_string_equal(run.rows.items[0].note,
                      "no bootstrap interval: the statistic is not finite for a sample drawn");
  run_end(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(pairs_are_drawn),
                                     cmocka_unit_test(values_are_those_of_bootstrap),
                                     cmocka_unit_test(a_sample_without_a_value)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
