/* Polls: feasible counts against rounding every count, differences over all counts, simultaneous intervals. */
#include "run_shape.h"

#include <math.h>

#include "stats/poll/goodman.h"
#include "stats/poll/poll.h"
#include "stats/poll/printed.h"
#include "stats/poll/printed_difference.h"
#include "stats/poll/sison_glaz.h"
#include "stats/proportion/difference.h"

/* Whether K of N prints as DIGITS with DECIMALS, in whole numbers. */
static bool prints_so(long k, long n, long digits, long unit, bool even)
{
  long top = 2 * 100 * unit * k; /* twice the percentage times n */
  long below = top / (2 * n);    /* rounded down */
  long rest = top - 2 * n * below;

  if (rest > n || (rest == n && (!even || below % 2 == 1)))
    below++;
  return below == digits;
}

static void feasible_counts_against_rounding(void **state)
{
  (void)state;
  for (long n = 1; n <= 40; n++)
    for (int decimals = 0; decimals < 2; decimals++)
      for (long digits = 0; digits <= (decimals == 0 ? 101 : 1010); digits++)
        for (int even = 0; even < 2; even++) {
          const struct pst_printed_share printed = {(double)digits, decimals, (double)n, even == 1};
          struct pst_feasible feasible;
          struct pst_error error = {.status = PST_OK};
          double count = 0, low = NAN, high = NAN;

          for (long k = 0; k <= n; k++)
            if (prints_so(k, n, digits, decimals == 0 ? 1 : 10, even == 1)) {
              low = count == 0 ? (double)k : low;
              high = (double)k;
              count++;
            }
          assert_int_equal(pst_feasible_counts(&printed, &feasible, &error), PST_OK);
          assert_true(feasible.count == count);
          assert_true(count == 0 || (feasible.low == low && feasible.high == high));
        }
}

static void impossible_percentages_are_named(void **state)
{
  static const struct pst_printed_share grim = {73, 1, 20, false};
  static const struct pst_printed_share small = {5, 2, 20, false};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_printed_counts, &grim, NULL);
  assert_true(run_row(&run, "possible")->estimate == 0);
  assert_true(run_row(&run, "k-count")->estimate == 0);
  assert_nan(run_row(&run, "k-min")->estimate);
  assert_string_equal(run_row(&run, "k-min")->note, "7.3 % of 20 is no count");
  run_end(&run);
  RUN_SHAPE(&run, pst_printed_counts, &small, NULL);
  assert_string_equal(run_row(&run, "k-max")->note, "0.05 % of 20 is no count");
  run_end(&run);
}

static void beyond_the_range_of_long(void **state)
{
  static const struct pst_printed_share printed = {333333333333, 10, 9e15, false};
  static const struct pst_printed_share part = {5, 0, 10.5, false};
  struct pst_feasible feasible;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_feasible_counts(&printed, &feasible, &error), PST_OK);
  assert_true(feasible.high - feasible.low + 1 == feasible.count && feasible.count == 9000);
  assert_int_equal(pst_feasible_counts(&part, &feasible, &error), PST_UNDEFINED);
  assert_string_equal(error.message, "the number of answers is no whole number from 1");
}

/* The corners against every pair of counts. */
static void difference_over_all_counts(void **state)
{
  static const struct pst_two_printed polls = {{54, 0, 1003, false}, {50, 0, 1011, false}};
  struct pst_feasible first, second;
  struct pst_error error = {.status = PST_OK};
  double low_min = 1, low_max = -1, high_min = 1, high_max = -1;
  struct run run;

  (void)state;
  assert_int_equal(pst_feasible_counts(&polls.first, &first, &error), PST_OK);
  assert_int_equal(pst_feasible_counts(&polls.second, &second, &error), PST_OK);
  for (double a = first.low; a <= first.high; a++)
    for (double b = second.low; b <= second.high; b++) {
      const struct pst_two_proportions table = {{.successes = a, .trials = 1003},
                                                {.successes = b, .trials = 1011}};
      struct pst_limits limits = pst_newcombe_limits(&table, 0.95);

      low_min = fmin(low_min, limits.low);
      low_max = fmax(low_max, limits.low);
      high_min = fmin(high_min, limits.high);
      high_max = fmax(high_max, limits.high);
    }
  RUN_SHAPE(&run, pst_printed_difference, &polls, NULL);
  assert_true(run_row(&run, "difference")->estimate == 0.04);
  assert_true(run_row(&run, "low-min")->estimate == low_min);
  assert_true(run_row(&run, "low-max")->estimate == low_max);
  assert_true(run_row(&run, "high-min")->estimate == high_min);
  assert_true(run_row(&run, "high-max")->estimate == high_max);
  assert_close(low_min, -0.012676313187761601, 1e-11, 0);
  assert_close(low_max, 0.005182138163496945, 1e-11, 0);
  assert_true(run_row(&run, "excludes-0-all")->estimate == 0);
  assert_true(run_row(&run, "excludes-0-any")->estimate == 1);
  assert_string_equal(run_row(&run, "difference")->note,
                      "the interval leaves out 0 for some counts that print so");
  run_end(&run);
}

static void an_impossible_poll_is_named(void **state)
{
  static const struct pst_two_printed polls = {{54, 0, 1003, false}, {20, 0, 21, false}};
  static const struct pst_two_printed first = {{20, 0, 21, false}, {12, 0, 8, false}};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_printed_difference, &polls, NULL);
  assert_true(run_row(&run, "difference")->estimate == 0.34);
  assert_nan(run_row(&run, "difference")->conf_low);
  assert_string_equal(run_row(&run, "difference")->note, "20 % of 21 is no count");
  assert_nan(run_row(&run, "low-min")->estimate);
  assert_nan(run_row(&run, "excludes-0-any")->estimate);
  assert_string_equal(run_row(&run, "excludes-0-all")->note, "20 % of 21 is no count");
  run_end(&run);
  RUN_SHAPE(&run, pst_printed_difference, &first, NULL);
  assert_string_equal(run_row(&run, "difference")->note, "20 % of 21 is no count");
  run_end(&run);
}

static const char *const seven[] = {"a", "b", "c", "d", "e", "f", "g"};
static const double goodman_counts[] = {56, 72, 73, 59, 62, 87, 58};
static const struct pst_poll poll_a = {7, goodman_counts, seven};

static void simultaneous_intervals(void **state)
{
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_goodman, &poll_a, NULL);
  assert_close(run_row(&run, "share(a)")->conf_low, 0.08516723913874685, 1e-12, 0);
  assert_close(run_row(&run, "share(a)")->conf_high, 0.16626140813046544, 1e-12, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_sison_glaz, &poll_a, NULL);
  assert_true(run_row(&run, "c")->estimate == 19);
  assert_close(run_row(&run, "gamma")->estimate, 0.8770638983916784, 1e-9, 0);
  assert_close(run_row(&run, "share(a)")->conf_high, 0.16435573404022133, 1e-10, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_sison_glaz_exact, &poll_a, NULL);
  assert_close(run_row(&run, "gamma")->estimate, 0.8774713048592324, 1e-9, 0);
  run_end(&run);
}

/* nu(c) of a small poll against all outcomes. */
static void nu_against_all_outcomes(void **state)
{
  static const double counts[] = {5, 3, 4};
  const struct pst_poll poll = {3, counts, seven};

  (void)state;
  for (double c = 0; c <= 12; c++) {
    double spare[2 * (2 * 3 * 12 + 1)];
    double sum = 0;

    for (double a = 0; a <= 12; a++)
      for (double b = 0; a + b <= 12; b++) {
        double rest = 12 - a - b;

        if (fabs(a - 5) <= c && fabs(b - 3) <= c && fabs(rest - 4) <= c)
          sum += tgamma(13) / tgamma(a + 1) / tgamma(b + 1) / tgamma(rest + 1) * pow(5.0 / 12, a)
                 * pow(3.0 / 12, b) * pow(4.0 / 12, rest);
      }
    assert_true(pst_nu_room(&poll, c) <= sizeof spare / sizeof *spare);
    assert_close(pst_nu_exact(&poll, 12, c, spare), sum, 1e-12, 0);
  }
}

static void small_polls(void **state)
{
  static const double one_each[] = {1, 1};
  static const double none[] = {0, 0};
  static const double half[] = {1, 0.5};
  const struct pst_poll pair = {2, one_each, seven};
  const struct pst_poll empty = {2, none, seven};
  const struct pst_poll part = {2, half, seven};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_sison_glaz, &pair, NULL);
  assert_true(run_row(&run, "c")->estimate == 0);
  assert_close(run_row(&run, "gamma")->estimate, 0.9655816, 1e-6, 0);
  run_end(&run);
  REFUSES(pst_goodman, &empty, NULL, PST_UNDEFINED, "no answers");
  REFUSES(pst_sison_glaz_exact, &part, NULL, PST_UNDEFINED,
          "the count of b is no whole number from 0");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(feasible_counts_against_rounding),
      cmocka_unit_test(impossible_percentages_are_named),
      cmocka_unit_test(beyond_the_range_of_long),
      cmocka_unit_test(difference_over_all_counts),
      cmocka_unit_test(an_impossible_poll_is_named),
      cmocka_unit_test(simultaneous_intervals),
      cmocka_unit_test(nu_against_all_outcomes),
      cmocka_unit_test(small_polls),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
