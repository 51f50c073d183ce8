/* Printed polls against brute force: every pair of counts that prints so, every overlap of two answers. */
#include "run_shape.h"

#include <math.h>

#include "stats/contingency/mcnemar.h"
#include "stats/poll/printed_share.h"
#include "stats/poll/printed_test.h"
#include "stats/poll/same_sample.h"
#include "stats/proportion/association.h"
#include "stats/proportion/limits.h"

static const enum pst_alternative alternatives[] = {PST_TWO_SIDED, PST_LESS, PST_GREATER};

/* The p-value of one pair of counts by the kernel for counts; 1 (one-sided 1/2) without variance. */
static double p_of_counts(double k1, double n1, double k2, double n2, const struct pst_test *test)
{
  const struct pst_two_proportions table = {{k1, n1, 0, 0}, {k2, n2, 0, 0}};
  struct run run;
  double p = test->alternative == PST_TWO_SIDED ? 1 : 0.5;

  RUN_SHAPE(&run, pst_pooled_z, &table, test);
  if (run.status == PST_OK)
    p = run_row(&run, "difference")->p_value;
  run_end(&run);
  return p;
}

static void check_pair(const struct pst_two_printed *polls, const struct pst_feasible *first,
                       const struct pst_feasible *second, const struct pst_test *test)
{
  double least = INFINITY, most = -INFINITY;
  struct run run;

  for (double k1 = first->low; k1 <= first->high; k1++)
    for (double k2 = second->low; k2 <= second->high; k2++) {
      double p = p_of_counts(k1, polls->first.trials, k2, polls->second.trials, test);

      least = fmin(least, p);
      most = fmax(most, p);
    }
  RUN_SHAPE(&run, pst_printed_test, polls, test);
  assert_close(run_row(&run, "p-min")->estimate, least, 1e-12, 0);
  assert_close(run_row(&run, "p-max")->estimate, most, 1e-12, 0);
  assert_close(run_row(&run, "difference")->p_value, most, 1e-12, 0);
  run_end(&run);
}

static void test_over_all_counts(void **state)
{
  static const double trials[][2] = {{30, 30}, {230, 170}, {400, 1003}, {12, 350}};

  (void)state;
  for (size_t t = 0; t < 4; t++)
    for (double a = 0; a <= 100; a += 7)
      for (double b = 0; b <= 100; b += 9) {
        const struct pst_two_printed polls = {{a, 0, trials[t][0], false},
                                              {b, 0, trials[t][1], false}};
        struct pst_feasible first, second;
        struct pst_error error = {.status = PST_OK};

        assert_int_equal(pst_feasible_counts(&polls.first, &first, &error), PST_OK);
        assert_int_equal(pst_feasible_counts(&polls.second, &second, &error), PST_OK);
        for (size_t k = 0; k < 3 && first.count > 0 && second.count > 0; k++) {
          const struct pst_test test = {.alternative = alternatives[k]};

          check_pair(&polls, &first, &second, &test);
        }
      }
}

static void share_over_all_counts(void **state)
{
  static const struct pst_printed_share printed = {54, 0, 500, false};
  static const struct pst_printed_share grim = {73, 1, 20, false};
  double low = 1, high = 0;
  struct run run;

  (void)state;
  for (double k = 268; k <= 272; k++) { /* 53.6 % to 54.4 % */
    low = fmin(low, pst_wilson_limits(k, 500, 0.95).low);
    high = fmax(high, pst_wilson_limits(k, 500, 0.95).high);
  }
  RUN_SHAPE(&run, pst_printed_share_interval, &printed, NULL);
  assert_true(run_row(&run, "share")->estimate == 0.54);
  assert_true(run_row(&run, "share")->conf_low == low);
  assert_true(run_row(&run, "share")->conf_high == high);
  assert_true(run_row(&run, "k-min")->estimate == 268);
  assert_true(run_row(&run, "k-max")->estimate == 272);
  run_end(&run);
  RUN_SHAPE(&run, pst_printed_share_interval, &grim, NULL);
  assert_true(run_row(&run, "share")->estimate == 0.073);
  assert_nan(run_row(&run, "share")->conf_low);
  assert_string_equal(run_row(&run, "share")->note, "7.3 % of 20 is no count");
  run_end(&run);
}

/* --- the same respondents ----------------------------------------------------------------------- */

struct extremes {
  double p_min, p_max, low_min, high_max, low_max, high_min;
};

static void take_table(double k1, double k2, double both, double n, const struct pst_test *test,
                       struct extremes *e)
{
  const double counts[] = {both, k1 - both, k2 - both, n - k1 - k2 + both};
  const struct pst_contingency table = {2, 2, counts};
  struct run run;
  double p;

  RUN_SHAPE(&run, pst_mcnemar, &table, test);
  p = run_row(&run, "difference")->p_value;
  p = isnan(p) ? 1 : p;
  e->p_min = fmin(e->p_min, p);
  e->p_max = fmax(e->p_max, p);
  e->low_min = fmin(e->low_min, run_row(&run, "difference")->conf_low);
  e->low_max = fmax(e->low_max, run_row(&run, "difference")->conf_low);
  e->high_max = fmax(e->high_max, run_row(&run, "difference")->conf_high);
  e->high_min = fmin(e->high_min, run_row(&run, "difference")->conf_high);
  run_end(&run);
}

static void take_overlaps(double k1, double k2, double n, const struct pst_test *test,
                          struct extremes *e)
{
  for (double both = fmax(0, k1 + k2 - n); both <= fmin(k1, k2); both++)
    take_table(k1, k2, both, n, test, e);
}

static const struct extremes NOTHING = {INFINITY,  -INFINITY, INFINITY,
                                        -INFINITY, -INFINITY, INFINITY};

static void check_run(const struct run *run, const struct extremes *e, bool narrow)
{
  const struct pst_estimate *row = run_row(run, "difference");

  assert_close(row->p_value, e->p_max, 1e-12, 0);
  assert_close(run_row(run, "p-min")->estimate, e->p_min, 1e-12, 0);
  assert_close(row->conf_low, e->low_min, 1e-12, 1e-14);
  assert_close(row->conf_high, e->high_max, 1e-12, 1e-14);
  if (narrow) {
    assert_close(run_row(run, "low-max")->estimate, e->low_max, 1e-12, 1e-14);
    assert_close(run_row(run, "high-min")->estimate, e->high_min, 1e-12, 1e-14);
  }
}

static void overlaps_of_counts(void **state)
{
  (void)state;
  for (double n = 1; n <= 13; n++)
    for (double k1 = 0; k1 <= n; k1++)
      for (double k2 = 0; k2 <= n; k2++)
        for (size_t a = 0; a < 3; a++) {
          const struct pst_test test = {.alternative = alternatives[a]};
          const struct pst_two_proportions table = {{k1, n, 0, 0}, {k2, n, 0, 0}};
          struct extremes e = NOTHING;
          struct run run;

          take_overlaps(k1, k2, n, &test, &e);
          RUN_SHAPE(&run, pst_same_sample, &table, &test);
          check_run(&run, &e, true);
          assert_true(run_row(&run, "overlap-min")->estimate == fmax(0, k1 + k2 - n));
          assert_true(run_row(&run, "overlap-max")->estimate == fmin(k1, k2));
          run_end(&run);
        }
}

static void overlaps_of_percentages(void **state)
{
  (void)state;
  for (double a = 0; a <= 100; a += 11)
    for (double b = 0; b <= 100; b += 14)
      for (size_t k = 0; k < 3; k++) {
        const struct pst_test test = {.alternative = alternatives[k]};
        const struct pst_two_printed polls = {{a, 0, 240, false}, {b, 0, 240, false}};
        struct pst_feasible first, second;
        struct pst_error error = {.status = PST_OK};
        struct extremes e = NOTHING;
        struct run run;

        assert_int_equal(pst_feasible_counts(&polls.first, &first, &error), PST_OK);
        assert_int_equal(pst_feasible_counts(&polls.second, &second, &error), PST_OK);
        for (double k1 = first.low; k1 <= first.high; k1++)
          for (double k2 = second.low; k2 <= second.high; k2++)
            take_overlaps(k1, k2, 240, &test, &e);
        RUN_SHAPE(&run, pst_same_sample_printed, &polls, &test);
        check_run(&run, &e, false);
        run_end(&run);
      }
}

static void same_sample_refuses(void **state)
{
  static const struct pst_two_proportions other = {{3, 10, 0, 0}, {3, 11, 0, 0}};
  static const struct pst_two_proportions design = {{3, 10, 2, 0}, {3, 10, 0, 0}};
  static const struct pst_test asymptotic = {.p_kind = PST_P_ASYMPTOTIC};
  static const struct pst_two_printed grim = {{73, 1, 20, false}, {50, 0, 20, false}};
  struct run run;

  (void)state;
  REFUSES(pst_same_sample, &other, NULL, PST_UNDEFINED,
          "the same respondents, but 10 and 11 of them");
  REFUSES(pst_same_sample, &other, &asymptotic, PST_USAGE,
          "the p-value of same-sample is exact; no other is available");
  RUN_SHAPE(&run, pst_same_sample, &design, NULL);
  assert_int_equal(run.status, PST_USAGE);
  run_end(&run);
  RUN_SHAPE(&run, pst_same_sample_printed, &grim, NULL);
  assert_close(run_row(&run, "difference")->estimate, -0.427, 1e-14, 0);
  assert_nan(run_row(&run, "difference")->p_value);
  assert_string_equal(run_row(&run, "difference")->note, "7.3 % of 20 is no count");
  run_end(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_over_all_counts), cmocka_unit_test(share_over_all_counts),
      cmocka_unit_test(overlaps_of_counts),   cmocka_unit_test(overlaps_of_percentages),
      cmocka_unit_test(same_sample_refuses),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
