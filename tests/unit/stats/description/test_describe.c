/* Description: NIST accuracy sets, moments by hand, terms that do not exist. */
#include "check.h"
#include "data.h"
#include "kernel.h"

#include <math.h>

#include "stats/description/describe.h"
#include "stats/description/moments.h"

static void describe(struct run *run, const double *x, size_t n,
                     const struct pst_describe_options *options)
{
  static const struct pst_describe_options defaults = {.conf_level = 0};

  *run = (struct run){.status = PST_OK};
  run->rows.arena = &run->arena;
  run->status = pst_describe(x, n, options == NULL ? &defaults : options, &run->rows, &run->scratch,
                             &run->error);
}

/* NIST NumAcc4: 1e7 + .2, then .1 and .3 in turn, 1001 values; sd .1, lag-1 autocorrelation -.999.
   What doubles allow is 5.6e-9. */
static void numacc4(void **state)
{
  double x[1001];
  struct run run;

  (void)state;
  x[0] = 10000000.2;
  for (int i = 1; i < 1001; i++)
    x[i] = i % 2 == 1 ? 10000000.1 : 10000000.3;
  describe(&run, x, 1001, NULL);
  assert_close(run_row(&run, "mean")->estimate, 10000000.2, 1e-15, 0);
  assert_close(run_row(&run, "sd")->estimate, 0.1, 5.7e-9, 0);
  assert_close(run_row(&run, "lag1")->estimate, -0.999, 1e-10, 0);
  run_end(&run);
}

/* exp(log 5) is not 5 in doubles. */
static void geometric_mean_of_one(void **state)
{
  static const double five[] = {5}, twos[] = {2, 8};
  struct run run;

  (void)state;
  describe(&run, five, 1, NULL);
  assert_close(run_row(&run, "geometric_mean")->estimate, 5, 0, 0);
  run_end(&run);
  describe(&run, twos, 2, NULL);
  assert_close(run_row(&run, "geometric_mean")->estimate, 4, 0, 0);
  run_end(&run);
}

/* 1..5 and an outlier of 21, by hand: mean 6, squares 266, cubes 2952 ... */
static void by_hand(void **state)
{
  static const double x[] = {4, 1, 21, 2, 5, 3};
  struct run run;

  (void)state;
  describe(&run, x, 6, NULL);
  assert_close(run_row(&run, "mean")->estimate, 6, 0, 0);
  assert_close(run_row(&run, "sum")->estimate, 36, 0, 0);
  assert_close(run_row(&run, "var")->estimate, 280 / 5.0, 1e-15, 0);
  assert_close(run_row(&run, "var_pop")->estimate, 280 / 6.0, 1e-15, 0);
  assert_close(run_row(&run, "sd")->estimate, sqrt(56), 1e-15, 0);
  assert_close(run_row(&run, "cv")->estimate, sqrt(56) / 6, 1e-15, 0);
  assert_close(run_row(&run, "median")->estimate, 3.5, 0, 0);
  assert_close(run_row(&run, "mad_raw")->estimate, 1.5, 0, 0);
  assert_close(run_row(&run, "mad")->estimate, 1.4826 * 1.5, 1e-15, 0);
  assert_close(run_row(&run, "mean_abs_dev")->estimate, 30 / 6.0, 1e-15, 0);
  assert_close(run_row(&run, "mean_abs_dev_median")->estimate, 24 / 6.0, 1e-15, 0);
  assert_close(run_row(&run, "range")->estimate, 20, 0, 0);
  assert_close(run_row(&run, "q0.25")->estimate, 2.25, 0, 0);
  assert_close(run_row(&run, "iqr")->estimate, 2.5, 0, 0);
  assert_close(run_row(&run, "distinct")->estimate, 6, 0, 0);
  assert_close(run_row(&run, "harmonic_mean")->estimate,
               6 / (1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0 + 1 / 5.0 + 1 / 21.0), 1e-15, 0);
  assert_close(run_row(&run, "geometric_mean")->estimate, pow(2520, 1 / 6.0), 1e-15, 0);
  /* t(.975, 5) = 2.5705818 */
  assert_close(run_row(&run, "mean")->conf_high, 6 + 2.5705818356363146 * sqrt(56 / 6.0), 1e-14, 0);
  assert_string_equal(run.rows.items[0].term, "mean");
  run_end(&run);
}

/* Joanes & Gill: the three types are tied to g1 and g2. */
static void types_of_shape(void **state)
{
  static const double x[] = {4, 1, 21, 2, 5, 3};
  static const double n = 6;
  /* deviations -2 -5 15 -4 -1 -3 */
  const double m2 = 280 / n;
  const double m3 = (-8 - 125 + 3375 - 64 - 1 - 27) / n;
  const double m4 = (16 + 625 + 50625 + 256 + 1 + 81) / n;
  const double g1 = m3 / pow(m2, 1.5);
  const double g2 = m4 / (m2 * m2) - 3;
  struct pst_moments moments;

  (void)state;
  pst_moments_of(x, 6, &moments);
  assert_close(pst_skewness(&moments, 1), g1, 1e-14, 0);
  assert_close(pst_skewness(&moments, 2), g1 * sqrt(30) / 4, 1e-14, 0);
  assert_close(pst_skewness(&moments, 3), g1 * pow(5 / n, 1.5), 1e-14, 0);
  assert_close(pst_kurtosis(&moments, 1), g2, 1e-14, 0);
  assert_close(pst_kurtosis(&moments, 2), 5 / (4.0 * 3) * (7 * g2 + 6), 1e-14, 0);
  assert_close(pst_kurtosis(&moments, 3), (g2 + 3) * 25 / 36 - 3, 1e-14, 0);
  assert_nan(pst_skewness(&moments, 4));
}

static void offset_scale_and_order(void **state)
{
  double far[100];
  double tiny[100];
  struct run a;
  struct run b;
  struct run c;

  (void)state;
  for (int i = 0; i < 100; i++) {
    far[i] = 1e9 + NILE[i] / 1024;
    tiny[99 - i] = ldexp(NILE[i], -600);
  }
  describe(&a, NILE, 100, NULL);
  describe(&b, far, 100, NULL);
  describe(&c, tiny, 100, NULL);
  assert_close(1024 * run_row(&b, "sd")->estimate, run_row(&a, "sd")->estimate, 1e-15, 0);
  assert_close(run_row(&b, "skewness")->estimate, run_row(&a, "skewness")->estimate, 1e-13, 0);
  assert_close(run_row(&b, "lag1")->estimate, run_row(&a, "lag1")->estimate, 1e-14, 0);
  assert_close(ldexp(run_row(&c, "sd")->estimate, 600), run_row(&a, "sd")->estimate, 1e-15, 0);
  assert_close(run_row(&c, "kurtosis")->estimate, run_row(&a, "kurtosis")->estimate, 1e-13, 0);
  assert_nan(run_row(&c, "var")->estimate);
  assert_string_equal(run_row(&c, "var")->note, "beyond the range of doubles");
  run_end(&a);
  run_end(&b);
  run_end(&c);
}

static void one_value(void **state)
{
  static const double x[] = {3};
  struct run run;

  (void)state;
  describe(&run, x, 1, NULL);
  assert_close(run_row(&run, "mean")->estimate, 3, 0, 0);
  assert_nan(run_row(&run, "mean")->conf_low);
  assert_nan(run_row(&run, "sd")->estimate);
  assert_string_equal(run_row(&run, "sd")->note, "fewer than 2 values");
  assert_close(run_row(&run, "var_pop")->estimate, 0, 0, 0);
  assert_close(run_row(&run, "median")->estimate, 3, 0, 0);
  assert_string_equal(run_row(&run, "skewness")->note, "too few values for this type");
  run_end(&run);
}

static void constant_values(void **state)
{
  static const double x[] = {-4.2, -4.2, -4.2, -4.2};
  struct run run;

  (void)state;
  describe(&run, x, 4, NULL);
  assert_close(run_row(&run, "sd")->estimate, 0, 0, 0);
  assert_close(run_row(&run, "cv")->estimate, 0, 0, 0);
  assert_nan(run_row(&run, "skewness")->estimate);
  assert_string_equal(run_row(&run, "kurtosis")->note, "all values are equal");
  assert_string_equal(run_row(&run, "geometric_mean")->note, "a value is zero or negative");
  assert_nan(run_row(&run, "lag1")->estimate);
  run_end(&run);
}

static void probabilities_and_trims(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 100};
  static const double probs[] = {0, 1.0 / 3, 1};
  static const double trims[] = {0, 0.25, 0.5};
  struct run run;

  (void)state;
  describe(&run, x, 10,
           &(struct pst_describe_options){
               .probs = probs, .n_probs = 3, .trims = trims, .n_trims = 3, .quantile_type = 6});
  assert_close(run_row(&run, "q0")->estimate, 1, 0, 0);
  assert_close(run_row(&run, "q0.3333333333333333")->estimate, 11 / 3.0, 1e-15, 0);
  assert_close(run_row(&run, "q1")->estimate, 100, 0, 0);
  assert_close(run_row(&run, "trimmed_mean(0)")->estimate, 14.5, 0, 0);
  assert_close(run_row(&run, "trimmed_mean(0.25)")->estimate, 5.5, 0, 0);
  assert_close(run_row(&run, "trimmed_mean(0.5)")->estimate, 5.5, 0, 0);
  run_end(&run);
}

/* What doubles can hold is there; what they cannot is missing, with its note. */
static void near_the_end_of_doubles(void **state)
{
  static const double x[] = {-1e308, 1e308};
  static const char *const beyond[] = {"var", "var_pop", "range"};
  struct run run;

  (void)state;
  describe(&run, x, 2, NULL);
  assert_close(run_row(&run, "mean")->estimate, 0, 0, 0);
  assert_nan(run_row(&run, "mean")->conf_low);
  assert_string_equal(run_row(&run, "mean")->note, "beyond the range of doubles");
  assert_close(run_row(&run, "q0.25")->estimate, -5e307, 1e-15, 0);
  assert_close(run_row(&run, "q0.75")->estimate, 5e307, 1e-15, 0);
  assert_close(run_row(&run, "iqr")->estimate, 1e308, 1e-15, 0);
  assert_close(run_row(&run, "mean_abs_dev_median")->estimate, 1e308, 1e-15, 0);
  assert_close(run_row(&run, "distinct")->estimate, 2, 0, 0);
  assert_close(run_row(&run, "lag1")->estimate, -0.5, 1e-15, 0);
  for (size_t i = 0; i < 3; i++) {
    assert_nan(run_row(&run, beyond[i])->estimate);
    assert_string_equal(run_row(&run, beyond[i])->note, "beyond the range of doubles");
  }
  run_end(&run);
}

static void refusals(void **state)
{
  static const double x[] = {1, (double)INFINITY};
  static const double half[] = {0.6};
  struct run run;

  (void)state;
  describe(&run, x, 0, NULL);
  assert_int_equal(run.status, PST_UNDEFINED);
  assert_string_equal(run.error.message, "no values");
  run_end(&run);
  describe(&run, x, 2, NULL);
  assert_string_equal(run.error.message, "a value is not finite");
  run_end(&run);
  describe(&run, x, 1, &(struct pst_describe_options){.quantile_type = 10});
  assert_int_equal(run.status, PST_USAGE);
  run_end(&run);
  describe(&run, x, 1, &(struct pst_describe_options){.moment_type = 4});
  assert_int_equal(run.status, PST_USAGE);
  run_end(&run);
  describe(&run, x, 1, &(struct pst_describe_options){.trims = half, .n_trims = 1});
  assert_int_equal(run.status, PST_USAGE);
  assert_int_equal(run.rows.count, 0);
  run_end(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numacc4),
      cmocka_unit_test(by_hand),
      cmocka_unit_test(geometric_mean_of_one),
      cmocka_unit_test(types_of_shape),
      cmocka_unit_test(offset_scale_and_order),
      cmocka_unit_test(one_value),
      cmocka_unit_test(constant_values),
      cmocka_unit_test(probabilities_and_trims),
      cmocka_unit_test(near_the_end_of_doubles),
      cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests_name("describe", tests, NULL, NULL);
}
