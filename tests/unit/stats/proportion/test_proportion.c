/* One share and two: intervals against published values, tests against counting, refusals. */
#include "run_shape.h"

#include <math.h>

#include "stats/proportion/association.h"
#include "stats/proportion/binomial_test.h"
#include "stats/proportion/difference.h"
#include "stats/proportion/limits.h"
#include "stats/proportion/proportion.h"
#include "stats/proportion/ratio.h"
#include "stats/proportion/share.h"
#include "stats/proportion/trend.h"

static const struct pst_proportion newcombe_b = {.successes = 15, .trials = 148};
static const struct pst_two_proportions table_a = {{.successes = 56, .trials = 70},
                                                   {.successes = 48, .trials = 80}};

static void assert_limits(struct pst_limits got, double low, double high)
{
  assert_close(got.low, low, 1e-11, 0);
  assert_close(got.high, high, 1e-11, 0);
}

/* Newcombe (1998) and R: 1 of 29, 0 of 20, 15 of 148, 3 of 100,000. */
static void limits_of_a_share(void **state)
{
  (void)state;
  assert_limits(pst_wilson_limits(1, 29, 0.95), 0.00611321429276266, 0.17175521879320288);
  assert_limits(pst_wilson_limits(0, 20, 0.95), 0, 0.16112515805281935);
  assert_limits(pst_wilson_limits(20, 20, 0.95), 1 - 0.16112515805281935, 1);
  assert_limits(pst_wilson_cc_limits(1, 29, 0.95), 0.0018026402132796718, 0.1962817510097596);
  assert_limits(pst_clopper_pearson_limits(1, 29, 0.95), 0.0008726468835799219,
                0.17764429548872293);
  assert_limits(pst_clopper_pearson_limits(3, 100000, 0.95), 6.18676395892203115e-6,
                0.0000876702025663620164);
  assert_limits(pst_jeffreys_limits(1, 29, 0.95), 0.0037461736490570774, 0.1500776860022317);
  assert_limits(pst_agresti_coull_limits(1, 29, 0.95), -0.008418075475740555, 0.1862865085617061);
}

static void no_success_and_no_failure(void **state)
{
  static pst_share_limits *const all[] = {pst_wilson_limits, pst_wilson_cc_limits,
                                          pst_clopper_pearson_limits, pst_jeffreys_limits};

  (void)state;
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    struct pst_limits none = all[i](0, 29, 0.9);
    struct pst_limits every = all[i](29, 29, 0.9);

    assert_true(none.low == 0 && none.high > 0 && every.high == 1 && every.low < 1);
    assert_close(every.low, 1 - none.high, 1e-12, 0);
  }
}

static void a_share_and_its_design_effect(void **state)
{
  static const struct pst_proportion weighted = {520, 1000, 1.5, 0};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_wilson, &newcombe_b, NULL);
  assert_int_equal(run.rows.count, 1);
  assert_close(run_row(&run, "share")->estimate, 15.0 / 148, 1e-15, 0);
  assert_close(run_row(&run, "share")->conf_low, 0.0623863995307363, 1e-12, 0);
  assert_close(run_row(&run, "share")->conf_high, 0.16048724172330803, 1e-12, 0);
  assert_int_equal(run_row(&run, "share")->n, 148);
  run_end(&run);
  RUN_SHAPE(&run, pst_wilson, &weighted, NULL);
  assert_close(run_row(&run, "share")->conf_low, 0.4820698724639643, 1e-12, 0);
  assert_close(run_row(&run, "share")->conf_high, 0.5577009605103325, 1e-12, 0);
  assert_close(run_row(&run, "n_eff")->estimate, 1000 / 1.5, 1e-15, 0);
  run_end(&run);
}

/* Agresti and Coull's limits leave [0, 1]: clipped in the main row, as published in the other. */
static void agresti_coull_is_clipped(void **state)
{
  static const struct pst_proportion one = {.successes = 1, .trials = 29};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_agresti_coull, &one, NULL);
  assert_true(run_row(&run, "share")->conf_low == 0);
  assert_close(run_row(&run, "share-unclipped")->conf_low, -0.008418075475740555, 1e-12, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_wilson_cc, &one, NULL);
  assert_string_equal(run_row(&run, "share")->method, "wilson-cc");
  run_end(&run);
  RUN_SHAPE(&run, pst_jeffreys, &one, NULL);
  assert_string_equal(run_row(&run, "share")->method, "jeffreys");
  run_end(&run);
}

static void exact_test_of_a_share(void **state)
{
  static const struct pst_proportion o1 = {.successes = 81, .trials = 263};
  static const struct pst_proportion die = {51, 235, 0, 1.0 / 6};
  const struct pst_test greater = {.alternative = PST_GREATER};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_binomial_test, &o1, NULL);
  assert_close(run_row(&run, "share")->p_value, 4.3013666250276195e-10, 1e-11, 0);
  assert_string_equal(run_row(&run, "share")->p_method, "exact");
  assert_close(run_row(&run, "share")->conf_low, 0.25273674558527115, 1e-12, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_binomial_test, &die, NULL); /* R's binom.test(51, 235, 1/6) */
  assert_close(run_row(&run, "share")->p_value, 0.0437479701823997, 1e-10, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_binomial_test, &die, &greater);
  assert_close(run_row(&run, "share")->p_value, 0.02654424571169085, 1e-10, 0);
  run_end(&run);
}

static void differences(void **state)
{
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_newcombe, &table_a, NULL);
  assert_close(run_row(&run, "difference")->estimate, 0.2, 1e-15, 0);
  assert_close(run_row(&run, "difference")->conf_low, 0.05243147240236488, 1e-12, 0);
  assert_close(run_row(&run, "difference")->conf_high, 0.33387265403690597, 1e-12, 0);
  assert_int_equal(run_row(&run, "difference")->n, 150);
  run_end(&run);
  RUN_SHAPE(&run, pst_newcombe_cc, &table_a, NULL);
  assert_close(run_row(&run, "difference")->conf_low, 0.04276787200288974, 1e-12, 0);
  assert_close(run_row(&run, "difference")->conf_high, 0.34218627843818045, 1e-12, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_miettinen_nurminen, &table_a, NULL);
  assert_close(run_row(&run, "difference")->conf_low, 0.0528297132458446, 1e-11, 0);
  assert_close(run_row(&run, "difference")->conf_high, 0.33817294001586834, 1e-11, 0);
  run_end(&run);
}

static void miettinen_nurminen_at_the_edge(void **state)
{
  static const struct pst_two_proportions none = {{.successes = 0, .trials = 10},
                                                  {.successes = 0, .trials = 20}};
  static const struct pst_two_proportions apart = {{.successes = 10, .trials = 10},
                                                   {.successes = 0, .trials = 20}};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_miettinen_nurminen, &none, NULL);
  assert_close(run_row(&run, "difference")->conf_low, -0.16576022754217165, 1e-10, 0);
  assert_close(run_row(&run, "difference")->conf_high, 0.28438133953437733, 1e-10, 0);
  assert_nan(run_row(&run, "difference")->p_value);
  assert_string_equal(run_row(&run, "difference")->note,
                      "no test: all trials have the same outcome");
  run_end(&run);
  RUN_SHAPE(&run, pst_miettinen_nurminen, &apart, NULL);
  assert_close(run_row(&run, "difference")->conf_low, 0.7156186604656226, 1e-7, 0);
  assert_true(run_row(&run, "difference")->conf_high == 1);
  run_end(&run);
}

static void ratios(void **state)
{
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_risk_ratio, &table_a, NULL);
  assert_close(run_row(&run, "risk-ratio")->estimate, 4.0 / 3, 1e-15, 0);
  assert_close(run_row(&run, "risk-ratio")->conf_low, 1.0766264227631928, 1e-12, 0);
  assert_close(run_row(&run, "risk-ratio")->conf_high, 1.651248511266387, 1e-12, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_odds_ratio, &table_a, NULL);
  assert_close(run_row(&run, "odds-ratio")->estimate, 8.0 / 3, 1e-15, 0);
  assert_close(run_row(&run, "odds-ratio")->conf_low, 1.2762178705364338, 1e-12, 0);
  assert_close(run_row(&run, "odds-ratio")->conf_high, 5.5720196960743795, 1e-12, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_odds_ratio_conditional, &table_a, NULL);
  assert_close(run_row(&run, "odds-ratio")->estimate, 2.6491902706413875, 1e-5, 0);
  assert_close(run_row(&run, "odds-ratio")->conf_low, 1.2091181500587498, 1e-5, 0);
  assert_close(run_row(&run, "odds-ratio")->p_value, 0.012521129749209154, 1e-11, 0);
  run_end(&run);
}

/* A ratio over nothing is infinite, and says so; nothing over nothing is undefined. */
static void ratios_of_nothing(void **state)
{
  static const struct pst_two_proportions some = {{.successes = 5, .trials = 56},
                                                  {.successes = 0, .trials = 29}};
  static const struct pst_two_proportions none = {{.successes = 0, .trials = 10},
                                                  {.successes = 0, .trials = 20}};
  static const struct pst_two_proportions all = {{.successes = 12, .trials = 12},
                                                 {.successes = 9, .trials = 9}};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_risk_ratio, &some, NULL);
  assert_true(isinf(run_row(&run, "risk-ratio")->estimate));
  assert_nan(run_row(&run, "risk-ratio")->conf_low);
  assert_string_equal(run_row(&run, "risk-ratio")->note,
                      "a count is 0: no interval on the logarithmic scale, and an infinite ratio");
  run_end(&run);
  RUN_SHAPE(&run, pst_odds_ratio_conditional, &some, NULL);
  assert_true(isinf(run_row(&run, "odds-ratio")->conf_high));
  assert_close(run_row(&run, "odds-ratio")->conf_low, 0.48327071014934747, 1e-5, 0);
  assert_string_equal(run_row(&run, "odds-ratio")->note, "no upper bound: a count is 0");
  run_end(&run);
  RUN_SHAPE(&run, pst_risk_ratio, &all, NULL);
  assert_true(run_row(&run, "risk-ratio")->conf_low == 1);
  run_end(&run);
  REFUSES(pst_risk_ratio, &none, NULL, PST_UNDEFINED, "no successes in either group: 0/0");
  REFUSES(pst_odds_ratio, &all, NULL, PST_UNDEFINED, "no failures in either group: 0/0");
  REFUSES(pst_odds_ratio_conditional, &all, NULL, PST_UNDEFINED,
          "all trials have the same outcome: 0/0");
}

static void tests_of_equal_shares(void **state)
{
  static const struct pst_two_proportions same = {{.successes = 12, .trials = 12},
                                                  {.successes = 9, .trials = 9}};
  static const struct pst_two_proportions tea = {{.successes = 3, .trials = 4},
                                                 {.successes = 1, .trials = 4}};
  const struct pst_test greater = {.alternative = PST_GREATER};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_pooled_z, &table_a, NULL);
  assert_close(run_row(&run, "difference")->statistic, 2.6501719512585327, 1e-13, 0);
  assert_close(run_row(&run, "difference")->p_value, 0.008045081368196585, 1e-12, 0);
  assert_close(run_row(&run, "chi-squared")->estimate, 7.023411371237458, 1e-13, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_fisher_test, &tea, &greater);
  assert_close(run_row(&run, "difference")->estimate, 0.5, 0, 0);
  assert_close(run_row(&run, "difference")->p_value, 17.0 / 70, 1e-13, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_fisher_test, &tea, NULL);
  assert_close(run_row(&run, "difference")->p_value, 34.0 / 70, 1e-13, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_cohens_h, &table_a, NULL);
  assert_close(run_row(&run, "h")->estimate, 0.4421431880029536, 1e-13, 0);
  assert_close(run_row(&run, "h")->std_error, sqrt(1 / 70.0 + 1 / 80.0), 1e-14, 0);
  run_end(&run);
  REFUSES(pst_pooled_z, &same, NULL, PST_UNDEFINED, "all trials have the same outcome");
}

static void trend_of_smokers(void **state)
{
  static const struct pst_proportion smokers[] = {{.successes = 83, .trials = 86},
                                                  {.successes = 90, .trials = 93},
                                                  {.successes = 129, .trials = 136},
                                                  {.successes = 0, .trials = 0},
                                                  {.successes = 70, .trials = 82}};
  static const double scores[] = {1, 2, 3, 99, 4};
  static const double equal[] = {3, 3, 3, 3, 3};
  const struct pst_proportion_groups groups = {5, smokers, scores};
  const struct pst_proportion_groups flat = {5, smokers, equal};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_proportion_trend, &groups, NULL);
  assert_close(run_row(&run, "trend")->statistic, -2.8679125309530757, 1e-12, 0);
  assert_close(run_row(&run, "chi-squared-trend")->estimate, 8.224922285197676, 1e-12, 0);
  assert_close(run_row(&run, "chi-squared")->estimate, 12.600411297127632, 1e-12, 0);
  assert_close(run_row(&run, "chi-squared-departure")->p_value, 0.11216946106482896, 1e-11, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_proportion_trend, &flat, NULL);
  assert_nan(run_row(&run, "trend")->p_value);
  assert_string_equal(run_row(&run, "trend")->note, "all scores are equal");
  assert_close(run_row(&run, "chi-squared")->p_value, 0.005585476661627041, 1e-11, 0);
  run_end(&run);
}

static void refusals(void **state)
{
  static const struct pst_proportion none = {.successes = 0, .trials = 0};
  static const struct pst_proportion more = {.successes = 4, .trials = 3};
  static const struct pst_proportion part = {.successes = 1.5, .trials = 3};
  static const struct pst_proportion negative = {.successes = -1, .trials = 3};
  static const struct pst_proportion effect = {.successes = 1, .trials = 3, .design_effect = -2};
  static const struct pst_proportion doubled = {.successes = 1, .trials = 3, .design_effect = 2};
  const struct pst_test exact = {.p_kind = PST_P_EXACT};
  const struct pst_test normal = {.p_kind = PST_P_ASYMPTOTIC};

  (void)state;
  REFUSES(pst_wilson, &none, NULL, PST_UNDEFINED, "no trials");
  REFUSES(pst_clopper_pearson, &more, NULL, PST_UNDEFINED, "more successes than trials");
  REFUSES(pst_wilson, &part, NULL, PST_UNDEFINED, "successes are no whole number");
  REFUSES(pst_wilson, &negative, NULL, PST_UNDEFINED, "successes are negative");
  REFUSES(pst_wilson, &effect, NULL, PST_USAGE, "the design effect is not a positive number");
  REFUSES(pst_wilson, &newcombe_b, &exact, PST_USAGE,
          "an exact p-value is not available for wilson");
  REFUSES(pst_binomial_test, &doubled, NULL, PST_USAGE,
          "binomial takes no design effect: it counts");
  REFUSES(pst_binomial_test, &newcombe_b, &normal, PST_USAGE,
          "the p-value of binomial is exact; no other is available");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(limits_of_a_share),
      cmocka_unit_test(no_success_and_no_failure),
      cmocka_unit_test(a_share_and_its_design_effect),
      cmocka_unit_test(agresti_coull_is_clipped),
      cmocka_unit_test(exact_test_of_a_share),
      cmocka_unit_test(differences),
      cmocka_unit_test(miettinen_nurminen_at_the_edge),
      cmocka_unit_test(ratios),
      cmocka_unit_test(ratios_of_nothing),
      cmocka_unit_test(tests_of_equal_shares),
      cmocka_unit_test(trend_of_smokers),
      cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
