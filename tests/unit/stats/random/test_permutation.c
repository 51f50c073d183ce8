/* Permutation p-values: near the exact ones, the same for any number of threads. */
#include "check.h"
#include "kernel.h"
#include "random.h"

#include <math.h>
#include <string.h>

#include "stats/kendall/kendall.h"
#include "stats/trend/mann_kendall.h"
#include "stats/correlation/pearson.h"
#include "stats/random/random.h"
#include "stats/correlation/spearman.h"

static double p_of(pst_pair_kernel *kernel, const double *x, const double *y, size_t n,
                   const struct pst_test *test)
{
  struct run run;
  double p;

  run_kernel(&run, kernel, x, y, n, test);
  assert_int_equal(run.status, PST_OK);
  p = run.rows.items[0].p_value;
  run_end(&run);
  return p;
}

/* Within five standard errors of the exact p, both sides and each, with and without ties. */
static void assert_near_exact(pst_pair_kernel *kernel, const double *x, const double *y, size_t n)
{
  for (int side = PST_TWO_SIDED; side <= PST_GREATER; side++) {
    struct pst_test test = {.p_kind = PST_P_EXACT, .alternative = (enum pst_alternative)side};
    double exact = p_of(kernel, x, y, n, &test);

    test.p_kind = PST_P_PERMUTATION;
    assert_close(p_of(kernel, x, y, n, &test), exact, 0,
                 5 * sqrt(exact * (1 - exact) / PST_PERMUTATIONS) + 2.0 / PST_PERMUTATIONS);
  }
}

static void agrees_with_exact(void **state)
{
  uint64_t seed = 90;
  double t[10];
  double x[10];
  double y[10];

  (void)state;
  for (size_t i = 0; i < 10; i++)
    t[i] = (double)i;
  for (int round = 0; round < 10; round++) {
    random_fill(&seed, x, 10, 3 + (size_t)round);
    random_fill(&seed, y, 10, 2 + 3 * (size_t)round);
    x[0] = 2.5;
    y[0] = 1.5;
    assert_near_exact(pst_kendall, x, y, 10);
    assert_near_exact(pst_spearman, x, y, 10);
    assert_near_exact(pst_mann_kendall, t, y, 10);
  }
}

/* All orders of y, as the definition says: x y summed. */
static void all_orders(const double *x, double *y, size_t n, size_t k, double at, double *far,
                       double *all)
{
  if (k == n) {
    double sum = 0;

    for (size_t i = 0; i < n; i++)
      sum += x[i] * y[i];
    *all += 1;
    *far += fabs(sum) >= fabs(at) - 1e-9;
    return;
  }
  for (size_t i = k; i < n; i++) {
    double keep = y[k];

    y[k] = y[i];
    y[i] = keep;
    all_orders(x, y, n, k + 1, at, far, all);
    y[i] = y[k];
    y[k] = keep;
  }
}

/* Deviations from the mean, so that the sum of products is the covariance. */
static void pearson_agrees_with_all_orders(void **state)
{
  static const double x[] = {-3, -1, 0, 0, 0.5, 1.5, 2};
  double y[] = {-2, -2, 1, -1, 0.25, 1.25, 2.5};
  const struct pst_test test = {.p_kind = PST_P_PERMUTATION, .permutations = 99999};
  double at = 0;
  double far = 0;
  double all = 0;
  double shifted[7];

  (void)state;
  for (size_t i = 0; i < 7; i++) {
    at += x[i] * y[i];
    shifted[i] = 1e6 + y[i];
  }
  all_orders(x, y, 7, 0, at, &far, &all);
  assert_close(p_of(pst_pearson, x, y, 7, &test), far / all, 0, 2e-3);
  assert_close(p_of(pst_pearson, x, shifted, 7, &test), p_of(pst_pearson, x, y, 7, &test), 0, 0);
}

static void threads_and_seeds(void **state)
{
  pst_pair_kernel *const kernels[] = {pst_kendall, pst_mann_kendall, pst_spearman, pst_pearson};
  uint64_t seed = 91;
  double x[40];
  double y[40];

  (void)state;
  random_fill(&seed, x, 40, 30);
  random_fill(&seed, y, 40, 30);
  for (size_t k = 0; k < 4; k++) {
    struct pst_test test = {.p_kind = PST_P_PERMUTATION, .permutations = 1000};
    double p = p_of(kernels[k], x, y, 40, &test);

    for (test.threads = 1; test.threads <= 5; test.threads++)
      assert_close(p_of(kernels[k], x, y, 40, &test), p, 0, 0);
    test.seed = PST_SEED;
    assert_close(p_of(kernels[k], x, y, 40, &test), p, 0, 0);
    test.seed = 2;
    test.permutations = 100003;
    assert_close(p_of(kernels[k], x, y, 40, &test), p, 0, 0.1);
  }
}

static void the_row(void **state)
{
  static const double x[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  const struct pst_test test = {.p_kind = PST_P_PERMUTATION};
  const struct pst_test few = {.p_kind = PST_P_PERMUTATION, .permutations = 19, .seed = 7};
  struct run run;

  (void)state;
  run_kernel(&run, pst_kendall, x, x, 12, &test);
  assert_close(run_row(&run, "tau-b")->p_value, 1e-4, 1e-15, 0);
  assert_string_equal(run_row(&run, "tau-b")->p_method, "permutation(9999)");
  assert_string_equal(run_row(&run, "tau-b")->note, "standard error of p 0.0001, seed 1");
  assert_nan(run_row(&run, "tau-b")->statistic);
  run_end(&run);
  run_kernel(&run, pst_pearson, x, x, 12, &few);
  assert_close(run_row(&run, "r")->p_value, 0.05, 1e-15, 0);
  assert_string_equal(run_row(&run, "r")->p_method, "permutation(19)");
  assert_nan(run_row(&run, "r")->df);
  run_end(&run);
}

static void refusals(void **state)
{
  static const double x[] = {1, 2, 3, 4};
  const struct pst_test corrected = {.p_kind = PST_P_PERMUTATION, .continuity = PST_CONTINUITY_YES};
  const struct pst_test many = {.p_kind = PST_P_PERMUTATION, .permutations = 1000000001};
  struct run run;

  (void)state;
  run_kernel(&run, pst_mann_kendall, x, x, 4, &corrected);
  assert_int_equal(run.status, PST_USAGE);
  assert_string_equal(run.error.message, "a permutation p-value has no correction for continuity");
  run_end(&run);
  run_kernel(&run, pst_spearman, x, x, 4, &many);
  assert_int_equal(run.status, PST_USAGE);
  assert_string_equal(run.error.message, "more than 1000000000 permutations");
  assert_int_equal(run.rows.count, 0);
  run_end(&run);
}

/* Each of LIMIT numbers as often as the others: chi-squared with limit - 1 degrees of freedom. */
static void numbers_below_are_even(void **state)
{
  uint64_t random = pst_random_stream(1, 0);
  double chi2 = 0;
  size_t count[7] = {0};

  (void)state;
  for (int i = 0; i < 70000; i++)
    count[pst_random_below(&random, 7)]++;
  for (int k = 0; k < 7; k++)
    chi2 += ((double)count[k] - 10000) * ((double)count[k] - 10000) / 10000;
  assert_true(chi2 < 22);
  for (uint64_t limit = 1; limit < 100; limit++)
    assert_true(pst_random_below(&random, limit) < limit);
  assert_true(pst_random_stream(1, 0) != pst_random_stream(1, 1));
  assert_true(pst_random_stream(1, 0) != pst_random_stream(2, 0));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(agrees_with_exact), cmocka_unit_test(pearson_agrees_with_all_orders),
      cmocka_unit_test(threads_and_seeds), cmocka_unit_test(the_row),
      cmocka_unit_test(refusals),          cmocka_unit_test(numbers_below_are_even),
  };

  return cmocka_run_group_tests_name("permutation", tests, NULL, NULL);
}
