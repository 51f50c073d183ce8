/* k samples: analysis of variance, ranks, ordered groups, variances, pairs of groups, two slopes. */
#include "run_shape.h"

#include <math.h>

#include "stats/groups/anova.h"
#include "stats/groups/concordance.h"
#include "stats/deviations.h"
#include "stats/groups/groups.h"
#include "stats/groups/groups_permutation.h"
#include "stats/groups/jonckheere.h"
#include "stats/groups/kruskal.h"
#include "stats/groups/levene.h"
#include "stats/groups/pairwise.h"
#include "stats/groups/slopes.h"
#include "stats/samples/rank_sum/mann_whitney.h"
#include "stats/samples/t_test.h"

/* R's PlantGrowth. */
static const double yield[] = {4.17, 5.58, 5.18, 6.11, 4.5,  4.61, 5.17, 4.53, 5.33, 5.14,
                               4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69,
                               6.31, 5.12, 5.54, 5.5,  5.37, 5.29, 4.92, 6.15, 5.8,  5.26};
static const size_t tens[] = {10, 10, 10};
static const char *const plots[] = {"ctrl", "trt1", "trt2"};
static const struct pst_group_samples plants = {3, yield, tens, plots};

static void analysis_of_variance(void **state)
{
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_anova, &plants, NULL);
  assert_close(run_row(&run, "F")->estimate, 4.846087862380135, 1e-12, 0);
  assert_close(run_row(&run, "eta2")->p_value, 0.015909958325622926, 1e-11, 0);
  assert_close(run_row(&run, "eta2")->estimate, 0.26414829683211966, 1e-12, 0);
  assert_close(run_row(&run, "ss-within")->estimate, 10.492090000000001, 1e-13, 0);
  assert_close(run_row(&run, "omega2")->estimate, 0.20407884598997, 1e-12, 0);
  assert_true(run_row(&run, "eta2")->conf_low > 0 && run_row(&run, "eta2")->conf_high < 1);
  run_end(&run);
  RUN_SHAPE(&run, pst_welch_anova, &plants, NULL);
  assert_close(run_row(&run, "F")->estimate, 5.180972408113189, 1e-12, 0);
  assert_close(run_row(&run, "F")->df, 17.12841861664413, 1e-12, 0);
  assert_close(run_row(&run, "F")->p_value, 0.01739282149017, 1e-10, 0);
  run_end(&run);
}

/* As NIST's SmLs07: an offset of 1e12 leaves what the doubles have. */
static void a_huge_offset(void **state)
{
  double values[30];
  const struct pst_group_samples moved = {3, values, tens, plots};
  struct run run;

  (void)state;
  for (int i = 0; i < 30; i++)
    values[i] = 1e12 + round(yield[i] * 100);
  RUN_SHAPE(&run, pst_anova, &moved, NULL);
  assert_close(run_row(&run, "F")->estimate, 4.846087862380135, 1e-12, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_welch_anova, &moved, NULL);
  assert_close(run_row(&run, "F")->estimate, 5.180972408113189, 1e-12, 0);
  run_end(&run);
}

static void kruskal_wallis(void **state)
{
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_kruskal, &plants, NULL);
  assert_close(run_row(&run, "epsilon2")->statistic, 7.988228749443703, 1e-12, 0);
  assert_close(run_row(&run, "epsilon2")->p_value, 0.018423755731472088, 1e-11, 0);
  assert_close(run_row(&run, "H-uncorrected")->estimate, 7.986451612903226, 1e-12, 0);
  assert_close(run_row(&run, "mean-rank(trt1)")->estimate, 10.35, 1e-13, 0);
  assert_close(run_row(&run, "eta2_H")->estimate, 0.2217862499793964, 1e-12, 0);
  /* scipy: the noncentralities at which 7.988 is the upper and the lower point, over 29 */
  assert_close(run_row(&run, "epsilon2")->conf_low, 0.005913009450542834, 1e-9, 0);
  assert_close(run_row(&run, "epsilon2")->conf_high, 0.7449178490119042, 1e-9, 0);
  assert_close(run_row(&run, "eta2_H")->conf_high, 0.7449178490119042, 1e-9, 0);
  run_end(&run);
}

/* Of the 40,320 orders of these values 3168 have an H as large, and 2448 an F as large. */
static void deals_of_the_values(void **state)
{
  static const double values[] = {1, 2, 2, 2, 4, 7, 6, 8};
  static const size_t sizes[] = {3, 3, 2};
  static const struct pst_group_samples groups = {3, values, sizes, plots};
  const struct pst_test deal = {.p_kind = PST_P_PERMUTATION, .permutations = 40000};
  const struct pst_test threads = {
      .p_kind = PST_P_PERMUTATION, .permutations = 40000, .threads = 3};
  static const double three[] = {1e300, 2e300, 3e300};
  struct pst_permutation_p direct;
  struct run run, again;

  (void)state;
  RUN_SHAPE(&run, pst_kruskal, &groups, &deal);
  RUN_SHAPE(&again, pst_kruskal, &groups, &threads);
  assert_close(run_row(&run, "epsilon2")->p_value, 3168.0 / 40320, 0, 5 * 0.00135);
  assert_string_equal(run_row(&run, "epsilon2")->p_method, "permutation(40000)");
  assert_true(run_row(&run, "epsilon2")->p_value == run_row(&again, "epsilon2")->p_value);
  run_end(&run);
  run_end(&again);
  RUN_SHAPE(&run, pst_anova, &groups, &deal);
  assert_close(run_row(&run, "eta2")->p_value, 2448.0 / 40320, 0, 5 * 0.0012);
  assert_int_equal(
      pst_groups_permutation(&groups, values, &threads, &direct, &run.scratch, &run.error), PST_OK);
  assert_true(direct.p == run_row(&run, "eta2")->p_value);
  assert_close(pst_unit_deviations(three, 3, &run.scratch)[2], sqrt(0.5), 1e-15, 0);
  run_end(&run);
}

/* One value is always at no distance from its own centre; scipy. */
static void a_group_of_one(void **state)
{
  static const double values[] = {5, 1, 2, 4, 3, 9};
  static const size_t sizes[] = {1, 3, 2};
  static const struct pst_group_samples groups = {3, values, sizes, plots};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_levene, &groups, NULL);
  assert_close(run_row(&run, "F")->estimate, 11.192307692307697, 1e-12, 0);
  assert_close(run_row(&run, "F")->p_value, 0.040628052101728485, 1e-11, 0);
  assert_string_equal(run_row(&run, "F")->note,
                      "group ctrl has one value, whose distance is always 0");
  run_end(&run);
}

static double rising_pairs(const double *x)
{
  double J = 0;

  for (int i = 0; i < 6; i++)
    for (int j = i + 1; j < 6; j++)
      if (i / 2 != j / 2)
        J += x[i] < x[j] ? 1 : x[i] == x[j] ? 0.5 : 0;
  return J;
}

/* All orders of six values in groups of two: the p-value by counting. */
static void jonckheere_against_all_orders(void **state)
{
  static const double values[] = {2, 1, 1, 4, 3, 6};
  static const size_t twos[] = {2, 2, 2};
  const struct pst_group_samples groups = {3, values, twos, plots};
  const struct pst_test greater = {.alternative = PST_GREATER};
  double far = 0, all = 0;
  struct run run;

  (void)state;
  for (int code = 0; code < 46656; code++) {
    double x[6];
    int used = 0;

    for (int i = 0, rest = code; i < 6; i++, rest /= 6) {
      x[i] = values[rest % 6];
      used |= 1 << (rest % 6);
    }
    all += used == 63;
    far += used == 63 && rising_pairs(x) >= rising_pairs(values);
  }
  RUN_SHAPE(&run, pst_jonckheere, &groups, &greater);
  assert_close(run_row(&run, "J")->estimate, rising_pairs(values), 1e-15, 0);
  assert_close(run_row(&run, "J")->p_value, far / all, 1e-12, 0);
  assert_string_equal(run_row(&run, "J")->p_method, "exact");
  run_end(&run);
}

static void jonckheere_plants(void **state)
{
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_jonckheere, &plants, NULL);
  assert_close(run_row(&run, "J")->estimate, 191.5, 1e-15, 0);
  assert_close(run_row(&run, "J_mean")->estimate, 150, 1e-15, 0);
  run_end(&run);
}

static void equal_spread(void **state)
{
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_brown_forsythe, &plants, NULL);
  assert_close(run_row(&run, "F")->estimate, 1.11918569487039, 1e-11, 0);
  assert_close(run_row(&run, "F")->p_value, 0.3412266241254738, 1e-11, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_levene, &plants, NULL);
  assert_close(run_row(&run, "F")->estimate, 1.2370, 0, 5e-4);
  run_end(&run);
}

static enum pst_status pairs_by_rank(const struct pst_group_samples *groups,
                                     const struct pst_test *test, struct pst_estimates *out,
                                     struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_pairwise pairwise = {pst_mann_whitney, "mann-whitney", PST_ADJUST_BH};

  return pst_pairwise(groups, &pairwise, test, out, scratch, error);
}

static enum pst_status pairs_by_mean(const struct pst_group_samples *groups,
                                     const struct pst_test *test, struct pst_estimates *out,
                                     struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_pairwise pairwise = {pst_welch, "welch", PST_ADJUST_HOLM};

  return pst_pairwise(groups, &pairwise, test, out, scratch, error);
}

static void pairs_of_groups(void **state)
{
  const struct pst_test normal = {.p_kind = PST_P_ASYMPTOTIC};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pairs_by_rank, &plants, &normal);
  assert_int_equal(run.rows.count, 3);
  assert_close(run_row(&run, "trt1 - ctrl")->p_adjusted, 0.19859575863321524, 1e-10, 0);
  assert_close(run_row(&run, "trt2 - ctrl")->p_adjusted, 0.0960331519245404, 1e-10, 0);
  assert_close(run_row(&run, "trt2 - trt1")->p_adjusted, 0.033989090053424, 1e-10, 0);
  assert_true(run_row(&run, "trt2 - trt1")->estimate > 0);
  run_end(&run);
}

/* A pair without a value is a row with its reason, and no member of the family. */
static void a_pair_without_a_value(void **state)
{
  static const double values[] = {1, 2, 4, 3, 5, 9, 7};
  static const size_t sizes[] = {3, 3, 1};
  const struct pst_group_samples groups = {3, values, sizes, plots};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pairs_by_mean, &groups, NULL);
  assert_int_equal(run.rows.count, 3);
  assert_true(run_row(&run, "trt1 - ctrl")->p_adjusted == run_row(&run, "trt1 - ctrl")->p_value);
  assert_nan(run_row(&run, "trt2 - ctrl")->p_adjusted);
  assert_string_equal(run_row(&run, "trt2 - ctrl")->note, "fewer than 2 values in the first group");
  assert_string_equal(run_row(&run, "trt2 - ctrl")->method, "welch");
  run_end(&run);
}

static void refusals(void **state)
{
  static const double same[] = {3, 3, 3, 3, 3, 3};
  static const double flat[] = {1, 1, 2, 2, 3, 3};
  static const size_t twos[] = {2, 2, 2};
  static const size_t ones[] = {1, 1, 1};
  const struct pst_group_samples equal = {3, same, twos, plots};
  const struct pst_group_samples still = {3, flat, twos, plots};
  const struct pst_group_samples single = {3, flat, ones, plots};
  const struct pst_group_samples one = {1, flat, twos, plots};
  struct run run;

  (void)state;
  REFUSES(pst_anova, &equal, NULL, PST_UNDEFINED, "all values are equal");
  REFUSES(pst_anova, &single, NULL, PST_UNDEFINED, "no more values than groups");
  REFUSES(pst_anova, &one, NULL, PST_UNDEFINED, "fewer than 2 groups");
  REFUSES(pst_welch_anova, &still, NULL, PST_UNDEFINED, "group ctrl does not vary");
  REFUSES(pst_kruskal, &equal, NULL, PST_UNDEFINED, "all values are equal");
  REFUSES(pst_jonckheere, &equal, NULL, PST_UNDEFINED, "all values are equal");
  REFUSES(pst_levene, &single, NULL, PST_UNDEFINED, "no more values than groups");
  RUN_SHAPE(&run, pst_anova, &still, NULL);
  assert_true(run_row(&run, "eta2")->estimate == 1);
  assert_string_equal(run_row(&run, "eta2")->note, "no test: no group varies");
  assert_nan(run_row(&run, "F")->estimate);
  run_end(&run);
  RUN_SHAPE(&run, pst_brown_forsythe, &still, NULL);
  assert_string_equal(run_row(&run, "F")->note, "no test: the distances to the centre do not vary");
  run_end(&run);
}

static void concordance(void **state)
{
  static const double r1[] = {1, 2, 3, 4, 5, 6};
  static const double r2[] = {2, 1, 4, 3, 6, 5};
  static const double r3[] = {1, 3, 2, 4, 5, 6};
  static const double r4[] = {1.5, 1.5, 3, 4, 6, 5};
  static const double tied[] = {1, 1, 1, 1, 1, 1};
  const double *const four[] = {r1, r2, r3, r4};
  const double *const none[] = {tied, tied};
  const struct pst_ratings ratings = {4, 6, four};
  const struct pst_ratings nothing = {2, 6, none};
  const struct pst_ratings alone = {1, 6, four};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_concordance, &ratings, NULL);
  assert_close(run_row(&run, "S")->estimate, 247.5, 1e-14, 0);
  assert_close(run_row(&run, "W")->estimate, 0.8902877697841727, 1e-13, 0);
  assert_close(run_row(&run, "W")->statistic, 17.805755395683452, 1e-13, 0);
  assert_close(run_row(&run, "W")->p_value, 0.0031999621810740704, 1e-11, 0);
  run_end(&run);
  REFUSES(pst_concordance, &nothing, NULL, PST_UNDEFINED, "every ranking ties all items");
  REFUSES(pst_concordance, &alone, NULL, PST_UNDEFINED, "fewer than 2 rankings");
}

static const double year_a[] = {2000, 2001, 2002, 2003, 2004, 2006};
static const double value_a[] = {10.2, 11.1, 11.9, 13.4, 13.8, 16.1};
static const double year_b[] = {2000, 2001, 2003, 2004, 2005, 2006, 2008};
static const double value_b[] = {8.4, 8.7, 9.9, 9.6, 10.8, 10.9, 12.2};

static void two_slopes(void **state)
{
  const struct pst_two_lines lines = {{.n = 6, .x = year_a, .y = value_a},
                                      {.n = 7, .x = year_b, .y = value_b}};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_slopes_welch, &lines, NULL);
  assert_close(run_row(&run, "slope-difference")->estimate, 0.5146602787456446, 1e-12, 0);
  assert_close(run_row(&run, "slope-difference")->std_error, 0.0659291428775004, 1e-11, 0);
  assert_close(run_row(&run, "slope-difference")->df, 8.65939709367698, 1e-11, 0);
  assert_close(run_row(&run, "slope-difference")->p_value, 3.3502038153699396e-05, 1e-10, 0);
  assert_close(run_row(&run, "slope-2")->std_error, 0.04456958378680699, 1e-11, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_slopes_pooled, &lines, NULL);
  assert_close(run_row(&run, "slope-difference")->std_error, 0.06993634591911338, 1e-11, 0);
  assert_close(run_row(&run, "slope-difference")->p_value, 4.286112646747255e-05, 1e-10, 0);
  run_end(&run);
}

static void slopes_without_a_test(void **state)
{
  const struct pst_two_lines points = {{.n = 2, .x = year_a, .y = value_a},
                                       {.n = 7, .x = year_b, .y = value_b}};
  const struct pst_two_lines perfect = {{.n = 6, .x = year_a, .y = year_a},
                                        {.n = 7, .x = year_b, .y = year_b}};
  const struct pst_two_lines one = {{.n = 1, .x = year_a, .y = value_a},
                                    {.n = 7, .x = year_b, .y = value_b}};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_slopes_welch, &points, NULL);
  assert_nan(run_row(&run, "slope-difference")->p_value);
  assert_true(isfinite(run_row(&run, "slope-difference")->estimate));
  assert_string_equal(run_row(&run, "slope-difference")->note, "no test: a series of two points");
  assert_string_equal(run_row(&run, "slope-1")->note, "two points: no standard error");
  run_end(&run);
  RUN_SHAPE(&run, pst_slopes_pooled, &points, NULL);
  assert_true(isfinite(run_row(&run, "slope-difference")->p_value));
  run_end(&run);
  RUN_SHAPE(&run, pst_slopes_welch, &perfect, NULL);
  assert_string_equal(run_row(&run, "slope-difference")->note, "no test: both fits are perfect");
  run_end(&run);
  REFUSES(pst_slopes_welch, &one, NULL, PST_UNDEFINED, "fewer than 2 complete rows");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(analysis_of_variance),
      cmocka_unit_test(a_huge_offset),
      cmocka_unit_test(kruskal_wallis),
      cmocka_unit_test(deals_of_the_values),
      cmocka_unit_test(a_group_of_one),
      cmocka_unit_test(jonckheere_against_all_orders),
      cmocka_unit_test(jonckheere_plants),
      cmocka_unit_test(equal_spread),
      cmocka_unit_test(pairs_of_groups),
      cmocka_unit_test(a_pair_without_a_value),
      cmocka_unit_test(refusals),
      cmocka_unit_test(concordance),
      cmocka_unit_test(two_slopes),
      cmocka_unit_test(slopes_without_a_test),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
