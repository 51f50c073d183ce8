/* The linear regressions of NIST's Statistical Reference Datasets: how many digits are right. */
#include "check.h"
#include "data.h"
#include "nist.h"

#include <math.h>
#include <stdio.h>

#include "stats/regression/regression.h"
#include "stats/regression/summary.h"

enum { MOST = 12, ROWS = 128 };

struct set {
  const char *name;
  size_t n, p;         /* coefficients */
  const double *x, *y; /* x: powers of it, but for Longley */
  bool intercept, perfect;
  const double *b, *se, *fit;
  double digits; /* at least, of coefficients and their errors */
};

static const struct set sets[] = {
    {"Norris", 36, 2, NORRIS_X, NORRIS_Y, true, false, NORRIS_B, NORRIS_SE, NORRIS_FIT, 12},
    {"Pontius", 40, 3, PONTIUS_X, PONTIUS_Y, true, false, PONTIUS_B, PONTIUS_SE, PONTIUS_FIT, 12},
    {"NoInt1", 11, 1, NOINT1_X, NOINT1_Y, false, false, NOINT1_B, NOINT1_SE, NOINT1_FIT, 12},
    {"NoInt2", 3, 1, NOINT2_X, NOINT2_Y, false, false, NOINT2_B, NOINT2_SE, NOINT2_FIT, 12},
    {"Filip", 82, 11, FILIP_X, FILIP_Y, true, false, FILIP_B, FILIP_SE, FILIP_FIT, 12},
    {"Longley", 16, 7, NULL, LONGLEY_Y, true, false, LONGLEY_B, LONGLEY_SE, LONGLEY_FIT, 12},
    {"Wampler1", 21, 6, WAMPLER_X, WAMPLER1_Y, true, true, WAMPLER1_B, WAMPLER1_SE, WAMPLER1_FIT,
     11},
    {"Wampler2", 21, 6, WAMPLER_X, WAMPLER2_Y, true, true, WAMPLER2_B, WAMPLER2_SE, WAMPLER2_FIT,
     11},
    {"Wampler3", 21, 6, WAMPLER_X, WAMPLER3_Y, true, false, WAMPLER3_B, WAMPLER3_SE, WAMPLER3_FIT,
     11},
    {"Wampler4", 21, 6, WAMPLER_X, WAMPLER4_Y, true, false, WAMPLER4_B, WAMPLER4_SE, WAMPLER4_FIT,
     11},
    {"Wampler5", 21, 6, WAMPLER_X, WAMPLER5_Y, true, false, WAMPLER5_B, WAMPLER5_SE, WAMPLER5_FIT,
     11},
};

/* Correct digits: -log10 of the relative error, at most 15, which is what NIST prints. */
static double digits(double got, double want)
{
  double error = want == 0 ? fabs(got) : fabs(got - want) / fabs(want);

  return error < 1e-15 ? 15 : -log10(error);
}

static double high[MOST][ROWS], low[MOST][ROWS];

/* Powers of x, exact to 32 digits. */
static void make_columns(const struct set *set, struct pst_regressor *columns)
{
  static const double *const longley[] = {LONGLEY_X1, LONGLEY_X2, LONGLEY_X3,
                                          LONGLEY_X4, LONGLEY_X5, LONGLEY_X6};

  for (size_t j = 0; j < set->p; j++) {
    size_t power = set->intercept ? j : j + 1;

    for (size_t i = 0; i < set->n; i++) {
      struct pst_dd value = {1, 0};

      for (size_t k = 0; set->x != NULL && k < power; k++)
        value = pst_dd_product(value, pst_dd_of(set->x[i]));
      if (set->x == NULL && j > 0)
        value = pst_dd_of(longley[j - 1][i]);
      high[j][i] = value.high;
      low[j][i] = value.low;
    }
    columns[j] = (struct pst_regressor){"x", high[j], low[j]};
  }
}

static void check_set(const struct set *set)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_regressor columns[MOST];
  struct pst_regression_design design = {.n = set->n,
                                         .p = set->p,
                                         .columns = columns,
                                         .y = {"y", set->y, NULL},
                                         .intercept = set->intercept};
  struct pst_regression fit;
  struct pst_errors errors;
  struct pst_errors_ask ask = {.kind = PST_ERRORS_CLASSICAL};
  struct pst_regression_about about = {.fit = &fit,
                                       .errors = &errors,
                                       .method = "ols",
                                       .perfect = "perfect fit",
                                       .plain_errors = true};
  struct pst_test test = {0};
  struct pst_estimates rows = {.arena = &arena};
  double b = 15, se = 15, whole;

  make_columns(set, columns);
  assert_int_equal(pst_regression_fit(&design, &fit, &arena, NULL), PST_OK);
  assert_int_equal(pst_errors_of(&fit, &ask, &errors, &arena, NULL), PST_OK);
  assert_int_equal(pst_regression_coefficients(&about, &test, &rows, &arena, NULL), PST_OK);
  for (size_t j = 0; j < set->p; j++) {
    b = fmin(b, digits(rows.items[j].estimate, set->b[j]));
    se = fmin(se, digits(rows.items[j].std_error, set->se[j]));
    assert_true(isnan(rows.items[j].p_value) == set->perfect);
  }
  assert_int_equal(pst_regression_model(&about, true, &rows, &arena, NULL), PST_OK);
  whole = fmin(digits(pst_estimates_find(&rows, "ols", "sigma")->estimate, set->fit[0]),
               digits(pst_estimates_find(&rows, "ols", "r2")->estimate, set->fit[1]));
  if (!set->perfect)
    whole = fmin(whole, digits(pst_estimates_find(&rows, "ols", "F")->estimate, set->fit[2]));
  printf("[   DIGITS ] %-8s coefficients %.1f, errors %.1f, sigma, r2 and F %.1f\n", set->name, b,
         se, whole);
  assert_true(fit.perfect == set->perfect);
  assert_true(b >= set->digits && se >= set->digits && whole >= set->digits);
  pst_estimates_free(&rows);
  pst_arena_free(&arena);
}

static void certified(void **state)
{
  (void)state;
  for (size_t s = 0; s < sizeof sets / sizeof *sets; s++)
    check_set(&sets[s]);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(certified)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
