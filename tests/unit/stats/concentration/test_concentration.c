/* Indices of concentration: published values, other formulas, bounds against grids, intervals against
   simulation. */
#include "index_value.h"
#include "random.h"

#include <math.h>
#include <string.h>

#include "stats/concentration/bounds.h"
#include "stats/concentration/counts.h"
#include "stats/concentration/gradients.h"
#include "stats/concentration/index.h"
#include "stats/concentration/lorenz.h"
#include "stats/concentration/amounts.h"
#include "stats/concentration/table.h"
#include "stats/concentration/theil_groups.h"

enum { MOST = 16 };

/* The ten incomes of the manual of R's package ineq (Hagenaars, Hoffmeyer-Zlotnik and others). */
static const double incomes[] = {541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261};

static void published_values(void **state)
{
  (void)state;
  assert_close(of(pst_gini, incomes, 10, 0), 0.4620911303, 1e-9, 0);
  assert_close(of(pst_theil_t, incomes, 10, 0), 0.3623412423, 1e-9, 0);
  assert_close(of(pst_theil_l, incomes, 10, 0), 0.4335946495, 1e-9, 0);
  assert_close(of(pst_atkinson, incomes, 10, 0.5), 0.1796590980, 1e-9, 0);
}

static double gini_by_pairs(const double *x, size_t n)
{
  double sum = 0, total = 0;

  for (size_t i = 0; i < n; i++) {
    total += x[i];
    for (size_t j = 0; j < n; j++)
      sum += fabs(x[i] - x[j]);
  }
  return sum / (2 * (double)n * total);
}

/* The area between the diagonal and the Lorenz curve, by trapezoids. */
static double gini_by_lorenz(const double *x, size_t n)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_amounts parts;
  double curve[MOST + 1], area = 0;

  assert_int_equal(pst_amounts_prepare(x, n, &parts, &arena, NULL), PST_OK);
  pst_lorenz(&parts, curve);
  for (size_t k = 0; k < n; k++)
    area += (curve[k] + curve[k + 1]) / 2 / (double)n;
  pst_arena_free(&arena);
  return 1 - 2 * area;
}

static double mean(const double *x, size_t n)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++)
    sum += x[i];
  return sum / (double)n;
}

static double harmonic_mean(const double *x, size_t n)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++)
    sum += 1 / x[i];
  return (double)n / sum;
}

static void indices_by_other_formulas(void **state)
{
  uint64_t seed = 3;

  (void)state;
  for (int run = 0; run < 200; run++) {
    double x[MOST], n, h, gini;
    size_t size = 2 + random_below(&seed, MOST - 2);

    random_fill(&seed, x, size, 20);
    x[0] += 1;
    n = (double)size;
    gini = gini_by_pairs(x, size);
    h = of(pst_hhi, x, size, 0);
    assert_close(of(pst_gini, x, size, 0), gini, 1e-13, 1e-15);
    assert_close(gini_by_lorenz(x, size), gini, 1e-12, 1e-14);
    assert_close(of(pst_gini_unbiased, x, size, 0), gini * n / (n - 1), 1e-13, 1e-15);
    assert_close(of(pst_rosenbluth, x, size, 0), 1 / (n * (1 - gini)), 1e-12, 0);
    assert_close(of(pst_hhi_normalised, x, size, 0), (h - 1 / n) / (1 - 1 / n), 1e-12, 1e-14);
    assert_close(of(pst_simpson, x, size, 0), 1 - h, 1e-12, 1e-14);
    assert_close(of(pst_hhi_effective, x, size, 0), 1 / h, 1e-14, 0);
    assert_close(of(pst_theil_t, x, size, 0), log(n) - of(pst_entropy, x, size, 0), 1e-12, 1e-13);
    assert_close(of(pst_atkinson, x, size, 2), 1 - harmonic_mean(x, size) / mean(x, size), 1e-12,
                 1e-13);
  }
}

static void equal_parts_and_one_part(void **state)
{
  static const double equal[] = {7, 7, 7, 7}, one[] = {0, 0, 5, 0}, lone[] = {42};

  (void)state;
  assert_close(of(pst_hhi, equal, 4, 0), 0.25, 0, 0);
  assert_close(of(pst_hhi_normalised, equal, 4, 0), 0, 0, 0);
  assert_close(of(pst_gini, equal, 4, 0), 0, 0, 0);
  assert_close(of(pst_theil_t, equal, 4, 0), 0, 0, 0);
  assert_close(of(pst_theil_l, equal, 4, 0), 0, 0, 0);
  assert_close(of(pst_atkinson, equal, 4, 2), 0, 0, 0);
  assert_close(of(pst_hoover, equal, 4, 0), 0, 0, 0);
  assert_close(of(pst_entropy_bits, equal, 4, 0), 2, 1e-15, 0);
  assert_close(of(pst_hhi, one, 4, 0), 1, 0, 0);
  assert_close(of(pst_gini, one, 4, 0), 0.75, 1e-15, 0);
  assert_close(of(pst_gini_unbiased, one, 4, 0), 1, 1e-15, 0);
  assert_close(of(pst_simpson, one, 4, 0), 0, 0, 0);
  assert_close(of(pst_entropy, one, 4, 0), 0, 0, 0);
  assert_close(of(pst_hoover, one, 4, 0), 0.75, 1e-15, 0);
  assert_close(of(pst_atkinson, one, 4, 0.5), 0.75, 1e-14, 0);
  assert_close(of(pst_atkinson, one, 4, 1), 1, 0, 0);
  assert_true(isinf(of(pst_theil_l, one, 4, 0)));
  assert_nan(of(pst_hhi_normalised, lone, 1, 0));
  assert_nan(of(pst_gini_unbiased, lone, 1, 0));
  assert_close(of(pst_rosenbluth, lone, 1, 0), 1, 0, 0);
}

/* Nearly equal parts: (1 + d, 1 - d) has T = d^2 / 2 + ..., far below the rounding of its terms. */
static void near_equality_keeps_digits(void **state)
{
  const double d = 0x1p-26;
  const double x[] = {1 + d, 1 - d};

  (void)state;
  assert_close(of(pst_theil_t, x, 2, 0), d * d / 2, 1e-8, 0);
  assert_close(of(pst_theil_l, x, 2, 0), d * d / 2, 1e-8, 0);
  assert_close(of(pst_hhi_normalised, x, 2, 0), d * d, 1e-15, 0);
  assert_close(of(pst_gini, x, 2, 0), d / 2, 1e-15, 0);
}

static void tops(void **state)
{
  static const double x[] = {70, 15, 10, 5, 0, 0};

  (void)state;
  assert_close(of(pst_top, x, 6, 1), 0.7, 1e-15, 0);
  assert_close(of(pst_top, x, 6, 3), 0.95, 1e-15, 0);
  assert_close(of(pst_top, x, 6, 60), 1, 0, 0);
  assert_nan(of(pst_top, x, 6, 0));
  assert_close(of(pst_top_fraction, incomes, 10, 0.1), 22261.0 / 66586, 1e-15, 0);
  assert_close(of(pst_top_fraction, incomes, 10, 0.11), (22261.0 + 11904) / 66586, 1e-15, 0);
  assert_nan(of(pst_top_fraction, x, 6, 1.5));
}

static void lorenz_between_points(void **state)
{
  const double curve[] = {0, 0.1, 0.4, 1};

  (void)state;
  assert_close(pst_lorenz_at(curve, 3, 0.5), 0.25, 1e-15, 0);
  assert_close(pst_lorenz_at(curve, 3, 1), 1, 0, 0);
  assert_close(pst_lorenz_at(curve, 3, 0), 0, 0, 0);
  assert_nan(pst_lorenz_at(curve, 3, 1.1));
}

static void refused_parts(void **state)
{
  static const double negative[] = {1, -1}, zeros[] = {0, 0}, missing[] = {1, NAN};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};
  struct pst_amounts parts;

  (void)state;
  assert_int_equal(pst_amounts_prepare(negative, 2, &parts, &arena, &error), PST_UNDEFINED);
  assert_string_equal(error.message, "a value is below 0");
  assert_int_equal(pst_amounts_prepare(zeros, 2, &parts, &arena, NULL), PST_UNDEFINED);
  assert_int_equal(pst_amounts_prepare(missing, 2, &parts, &arena, NULL), PST_UNDEFINED);
  assert_int_equal(pst_amounts_prepare(zeros, 0, &parts, &arena, NULL), PST_UNDEFINED);
  pst_arena_free(&arena);
}

static bool reads(const char *text, const char *name, double parameter, const char *message)
{
  struct pst_error error = {.status = PST_OK};
  const struct pst_concentration *found;
  double value;
  enum pst_status status = pst_concentration_read(
      (struct pst_text){.data = text, .size = strlen(text)}, &found, &value, &error);

  if (message != NULL) {
    assert_int_equal(status, PST_USAGE);
    assert_string_equal(error.message, message);
    return true;
  }
  assert_int_equal(status, PST_OK);
  assert_string_equal(found->name, name);
  return isnan(parameter) ? isnan(value) : value == parameter;
}

static void names_and_numbers(void **state)
{
  (void)state;
  assert_true(reads("gini", "gini", NAN, NULL));
  assert_true(reads("atkinson(0.5)", "atkinson", 0.5, NULL));
  assert_true(reads("top(4)", "top", 4, NULL));
  assert_true(reads("gini(3)", NULL, 0, "gini takes no number in brackets"));
  assert_true(reads("top", NULL, 0, "top needs its number: write top(k)"));
  assert_true(reads("top(1.5)", NULL, 0, "top(1.5): k is a whole number from 1 on"));
  assert_true(reads("atkinson(0)", NULL, 0, "atkinson(0): e is a number above 0"));
  assert_true(reads("top-fraction(2)", NULL, 0, "top-fraction(2): p is above 0 and at most 1"));
  assert_true(reads("ginny", NULL, 0, "no index of concentration is called ginny"));
}

/* --- counts ------------------------------------------------------------------------------------ */

static const double true_shares[] = {0.4, 0.3, 0.15, 0.1, 0.05};

static void draw_counts(uint64_t *seed, size_t total, double *x)
{
  memset(x, 0, 5 * sizeof *x);
  for (size_t i = 0; i < total; i++) {
    double u = (double)(random_next(seed) >> 11) * 0x1p-53;
    size_t k = 0;

    while (k < 4 && u >= true_shares[k])
      u -= true_shares[k++];
    x[k]++;
  }
}

/* Covers the true value in 93 to 97 of 100 samples of 400. */
static void intervals_cover(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  uint64_t seed = 5;

  (void)state;
  for (size_t k = 0; k < pst_concentrations_count; k++) {
    const struct pst_concentration *index = &pst_concentrations[k];
    double truth = of(index->index, true_shares, 5, parameter_of(index));
    int covered = 0;

    for (int run = 0; run < 2000; run++) {
      struct pst_concentration_limits limits;
      struct pst_amounts parts;
      double x[5];

      draw_counts(&seed, 400, x);
      assert_int_equal(pst_amounts_prepare(x, 5, &parts, &arena, NULL), PST_OK);
      assert_int_equal(
          pst_concentration_counts(index, &parts, parameter_of(index), 0.95, &limits, NULL),
          PST_OK);
      covered += limits.low <= truth && truth <= limits.high;
    }
    assert_true(covered > 1860 && covered < 1940);
  }
  pst_arena_free(&arena);
}

/* The gradient against differences of the index, one share more and the others less in proportion. */
static void gradients_are_differences(void **state)
{
  static const double x[] = {3, 8, 11, 30, 48};
  const double step = 1e-6;

  (void)state;
  for (size_t k = 0; k < pst_concentrations_count; k++) {
    const struct pst_concentration *index = &pst_concentrations[k];
    const struct pst_amounts parts = pst_amounts_sorted(x, 5);
    const double value = index->index(&parts, parameter_of(index));
    double mean = 0;

    if (index->gradient == NULL)
      continue;
    for (size_t i = 0; i < 5; i++)
      mean += x[i] / 100 * index->gradient(&parts, parameter_of(index), value, i, i);
    for (size_t i = 0; i < 5; i++) {
      double more[5];
      struct pst_amounts moved;

      memcpy(more, x, sizeof x);
      more[i] += 100 * step;
      moved = pst_amounts_sorted(more, 5);
      assert_close((index->index(&moved, parameter_of(index)) - value) / step,
                   index->gradient(&parts, parameter_of(index), value, i, i) - mean, 1e-4, 1e-4);
    }
  }
}

static void intervals_refused(void **state)
{
  static const double equal[] = {5, 5, 0}, shares[] = {0.5, 0.2};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};
  struct pst_concentration_limits limits;
  struct pst_amounts parts;

  (void)state;
  pst_amounts_prepare(equal, 3, &parts, &arena, NULL);
  assert_int_equal(
      pst_concentration_counts(&pst_concentrations[0], &parts, NAN, 0.95, &limits, &error),
      PST_UNDEFINED);
  assert_string_equal(error.message, "equal shares: the delta method gives no variance");
  pst_amounts_prepare(shares, 2, &parts, &arena, NULL);
  assert_int_equal(
      pst_concentration_counts(&pst_concentrations[0], &parts, NAN, 0.95, &limits, NULL),
      PST_UNDEFINED);
  pst_arena_free(&arena);
}

/* --- groups ------------------------------------------------------------------------------------ */

static void theil_by_groups(void **state)
{
  static const double x[] = {12, 18, 30, 5, 7, 9, 15, 40, 64};
  static const size_t group[] = {0, 0, 0, 1, 1, 1, 1, 3, 3};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_theil_groups out;
  struct pst_theil_group of_group[4];

  (void)state;
  assert_int_equal(pst_theil_groups(x, group, 9, 4, &out, of_group, &scratch, NULL), PST_OK);
  assert_close(out.t.whole, 0.2972548268239072, 1e-13, 0);
  assert_close(out.t.within, 0.049480776386665495, 1e-13, 0);
  assert_close(out.t.between, 0.2477740504372417, 1e-13, 0);
  assert_close(out.t.within + out.t.between, out.t.whole, 1e-13, 0);
  assert_close(out.l.within + out.l.between, out.l.whole, 1e-13, 0);
  assert_close(out.l.within, 0.06596904449132596, 1e-13, 0);
  assert_close(of_group[3].t, 0.02686873814526929, 1e-13, 0);
  assert_nan(of_group[2].t);
  pst_arena_free(&scratch);
}

static void theil_with_a_group_of_zeros(void **state)
{
  static const double x[] = {1, 3, 0, 0};
  static const size_t group[] = {0, 0, 1, 1};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_theil_groups out;
  struct pst_theil_group of_group[2];

  (void)state;
  assert_int_equal(pst_theil_groups(x, group, 4, 2, &out, of_group, &scratch, NULL), PST_OK);
  assert_close(out.t.between, log(2), 1e-14, 0);
  assert_close(out.t.within + out.t.between, out.t.whole, 1e-14, 0);
  assert_nan(of_group[1].t);
  assert_nan(out.l.whole);
  assert_nan(out.l.within);
  pst_arena_free(&scratch);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(published_values),
      cmocka_unit_test(indices_by_other_formulas),
      cmocka_unit_test(equal_parts_and_one_part),
      cmocka_unit_test(near_equality_keeps_digits),
      cmocka_unit_test(tops),
      cmocka_unit_test(lorenz_between_points),
      cmocka_unit_test(refused_parts),
      cmocka_unit_test(names_and_numbers),
      cmocka_unit_test(intervals_cover),
      cmocka_unit_test(gradients_are_differences),
      cmocka_unit_test(intervals_refused),
      cmocka_unit_test(theil_by_groups),
      cmocka_unit_test(theil_with_a_group_of_zeros),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
