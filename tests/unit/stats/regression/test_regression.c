/* Regression: against R's lm, sandwich and lmtest, weights as repeated rows, collinear columns, refusals. */
#include "check.h"
#include "nist.h"

#include <math.h>
#include <string.h>

#include "stats/regression/checks.h"
#include "stats/regression/regression.h"
#include "stats/regression/robust.h"

/* Longley's employment on deflator and population: R 4.2.2, sandwich 3.0, lmtest 0.9. */
static const double HC0[] = {4719.633808011377369, 77.546704018228155, 0.104894721065344};
static const double HC1[] = {5235.963598794462996, 86.030343870750627, 0.116370244715245};
static const double HC2[] = {5315.575183280975580, 87.989567693207761, 0.118784531702087};
static const double HC3[] = {6041.07161062961313, 100.95910577558494, 0.13595006864115};
static const double NW2[] = {3.51558400528228e+03, 5.97475069383706e+01, 7.94908709118367e-02};
static const double NW2_SMALL[] = {3.90019027515256e+03, 6.62839076453951e+01,
                                   8.81872033858761e-02};
static const double CLUSTER[] = {4637.269621864975306, 75.598622408205472, 0.101977710037429};
static const double WALD[] = {252.956622832666};
static const double HAT[] = {0.392570847159135, 0.169422248428301, 0.191122403819027,
                             0.195014381390866};
static const double COOK[] = {2.05342322588589e-01, 7.10313600092203e-05, 1.21407133254839e-01,
                              2.29234996212066e-02};
static const double STUDENT[] = {0.9744132087134741, 0.0310546769713236, -1.2705583371559883,
                                 -0.5175770586229452};
static const double STANDARD[] = {0.9763120633644463, 0.0323214338404261, -1.2415617757497575,
                                  -0.5327970705493815};
static const double BP[] = {0.689893389623291};
static const double DW[] = {1.91790840938525};
static const double VIF[] = {24.2489073599179};
static const double W_B[] = {2.19205134615956e+04, 1.76596799601066e+02, 2.15251250722339e-01};
static const double W_SE[] = {8486.03583046266249, 105.32833567715990, 0.15864642384939};
static const double W_HC3[] = {6903.629769869731717, 127.159007971646488, 0.166177143275182};
static const double W_R2[] = {0.940380032782313};

enum { N = 16, P = 3 };

static const double ones[32] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                                1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

static const struct pst_regressor columns[] = {
    {"intercept", ones, NULL}, {"deflator", LONGLEY_X1, NULL}, {"population", LONGLEY_X5, NULL}};

static const double weights[N] = {1, 2, .5, 3, 1, 2, .5, 3, 1, 2, .5, 3, 1, 2, .5, 3};

static struct pst_regression_design longley(const double *w)
{
  return (struct pst_regression_design){.n = N,
                                        .p = P,
                                        .columns = columns,
                                        .y = {"y", LONGLEY_Y, NULL},
                                        .weights = w,
                                        .intercept = true};
}

static double standard_error(const struct pst_regression *fit, const struct pst_errors *errors,
                             size_t j)
{
  double x[P] = {0}, z[P];

  x[j] = 1;
  pst_regression_direction(fit, x, z);
  return sqrt(pst_errors_variance(errors, z));
}

static void check_errors(const struct pst_regression *fit, const struct pst_errors_ask *ask,
                         const double *want, double df)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_errors errors;

  assert_int_equal(pst_errors_of(fit, ask, &errors, &arena, NULL), PST_OK);
  for (size_t j = 0; j < P; j++)
    assert_close(standard_error(fit, &errors, j), want[j], 1e-10, 0);
  assert_close(errors.df, df, 0, 0);
  pst_arena_free(&arena);
}

static void errors_of_r(void **state)
{
  static const size_t cluster[N] = {0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0};
  const struct pst_regression_design design = longley(NULL);
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_regression fit;

  (void)state;
  assert_int_equal(pst_regression_fit(&design, &fit, &arena, NULL), PST_OK);
  check_errors(&fit, &(struct pst_errors_ask){.kind = PST_ERRORS_HC0}, HC0, N - P);
  check_errors(&fit, &(struct pst_errors_ask){.kind = PST_ERRORS_HC1}, HC1, N - P);
  check_errors(&fit, &(struct pst_errors_ask){.kind = PST_ERRORS_HC2}, HC2, N - P);
  check_errors(&fit, &(struct pst_errors_ask){.kind = PST_ERRORS_HC3}, HC3, N - P);
  check_errors(&fit, &(struct pst_errors_ask){.kind = PST_ERRORS_NEWEY_WEST, .lag = 2}, NW2, N - P);
  check_errors(
      &fit, &(struct pst_errors_ask){.kind = PST_ERRORS_NEWEY_WEST, .lag = 2, .small_sample = true},
      NW2_SMALL, N - P);
  check_errors(
      &fit,
      &(struct pst_errors_ask){.kind = PST_ERRORS_CLUSTER, .cluster = cluster, .n_clusters = 5},
      CLUSTER, 4);
  pst_arena_free(&arena);
}

/* All rows that say something of the slope are in one cluster, where the sum of x e is 0 by the equations of least
   squares: rounding is no variance. */
static void clusters_without_variance(void **state)
{
  enum { ROWS = 7 };
  static const double x[ROWS] = {1, 2, 4, 7, 0, 0, 0}, y[ROWS] = {1.1, 1.7, 4.4, 6.2, 3, 3, 3};
  static const size_t cluster[ROWS] = {0, 0, 0, 0, 1, 2, 2};
  const struct pst_regressor own[] = {{.name = "x", .high = x}};
  const struct pst_regression_design design = {
      .n = ROWS, .p = 1, .columns = own, .y = {.name = "y", .high = y}};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_regression fit;
  struct pst_errors errors;
  double one = 1, z;

  (void)state;
  assert_int_equal(pst_regression_fit(&design, &fit, &arena, NULL), PST_OK);
  assert_int_equal(
      pst_errors_of(
          &fit,
          &(struct pst_errors_ask){.kind = PST_ERRORS_CLUSTER, .cluster = cluster, .n_clusters = 3},
          &errors, &arena, NULL),
      PST_OK);
  pst_regression_direction(&fit, &one, &z);
  assert_nan(pst_errors_variance(&errors, &z));
  assert_string_equal(pst_regression_no_error(&fit, (double)NAN),
                      "errors of this kind leave it no variance: no standard error, no test");
  pst_arena_free(&arena);
}

/* Residuals whose squares no double holds; and a constant y, whose slope is 0 to the last digit. */
static void what_has_no_error(void **state)
{
  static const double x[] = {1, 2, 3, 4}, level[] = {.1, .1, .1, .1};
  double y[] = {1e-310, 3e-310, 2e-310, 9e-310};
  static const double unit[] = {1, 1, 1, 1};
  const struct pst_regressor own[] = {{.name = "(1)", .high = unit}, {.name = "x", .high = x}};
  struct pst_regression_design design = {
      .n = 4, .p = 2, .columns = own, .y = {.name = "y", .high = y}, .intercept = true};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_regression fit;

  (void)state;
  assert_int_equal(pst_regression_fit(&design, &fit, &arena, NULL), PST_OK);
  assert_string_equal(pst_regression_no_error(&fit, 0),
                      "squares of the residuals are beyond the range of doubles: give y in another "
                      "unit");
  design.y.high = level;
  assert_int_equal(pst_regression_fit(&design, &fit, &arena, NULL), PST_OK);
  assert_true(fit.perfect);
  assert_close(fit.coefficients[1], 0, 0, 0);
  pst_arena_free(&arena);
}

static void wald_and_checks_of_r(void **state)
{
  const struct pst_regression_design design = longley(NULL);
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_regression fit;
  struct pst_errors errors;
  size_t df;

  (void)state;
  assert_int_equal(pst_regression_fit(&design, &fit, &arena, NULL), PST_OK);
  assert_int_equal(
      pst_errors_of(&fit, &(struct pst_errors_ask){.kind = PST_ERRORS_HC3}, &errors, &arena, NULL),
      PST_OK);
  assert_close(pst_errors_wald(&fit, &errors, &arena, &df), WALD[0], 1e-11, 0);
  assert_int_equal(df, 2);
  for (size_t i = 0; i < 4; i++) {
    struct pst_influence about = pst_influence_of(&fit, i, 0);

    assert_close(about.leverage, HAT[i], 1e-12, 0);
    assert_close(about.cook, COOK[i], 1e-12, 0);
    assert_close(about.studentized, STUDENT[i], 1e-12, 0);
    assert_close(about.standardized, STANDARD[i], 1e-12, 0);
  }
  assert_close(pst_breusch_pagan(&fit, &arena, &df), BP[0], 1e-11, 0);
  assert_close(pst_durbin_watson(fit.residuals, N), DW[0], 1e-12, 0);
  assert_nan(pst_regression_vif(&fit, 0));
  assert_close(pst_regression_vif(&fit, 1), VIF[0], 1e-11, 0);
  assert_close(pst_regression_vif(&fit, 2), VIF[0], 1e-11, 0);
  pst_arena_free(&arena);
}

static void weights_of_r(void **state)
{
  const struct pst_regression_design design = longley(weights);
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_regression fit;

  (void)state;
  assert_int_equal(pst_regression_fit(&design, &fit, &arena, NULL), PST_OK);
  for (size_t j = 0; j < P; j++)
    assert_close(fit.coefficients[j], W_B[j], 1e-12, 0);
  check_errors(&fit, &(struct pst_errors_ask){.kind = PST_ERRORS_CLASSICAL}, W_SE, N - P);
  check_errors(&fit, &(struct pst_errors_ask){.kind = PST_ERRORS_HC3}, W_HC3, N - P);
  assert_close(fit.mss / fit.tss, W_R2[0], 1e-13, 0);
  pst_arena_free(&arena);
}

/* A weight of any size: only the proportions count, for coefficients and their errors. */
static void weights_have_no_unit(void **state)
{
  double tiny[N];
  const struct pst_regression_design plain = longley(weights), small = longley(tiny);
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_regression a, b;

  (void)state;
  for (size_t i = 0; i < N; i++)
    tiny[i] = weights[i] * 0x1p-301;
  assert_int_equal(pst_regression_fit(&plain, &a, &arena, NULL), PST_OK);
  assert_int_equal(pst_regression_fit(&small, &b, &arena, NULL), PST_OK);
  for (size_t j = 0; j < P; j++)
    assert_close(b.coefficients[j], a.coefficients[j], 1e-15, 0);
  check_errors(&b, &(struct pst_errors_ask){.kind = PST_ERRORS_CLASSICAL}, W_SE, N - P);
  check_errors(&b, &(struct pst_errors_ask){.kind = PST_ERRORS_HC3}, W_HC3, N - P);
  pst_arena_free(&arena);
}

/* --- what the data do not determine -------------------------------------------------------------- */

static void a_combination_is_named(void **state)
{
  double sum[N], other[N];
  struct pst_regressor five[] = {
      columns[0], columns[1], columns[2], {"sum", sum, NULL}, {"other", other, NULL}};
  struct pst_regression_design design = longley(NULL);
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_regression fit, plain;

  (void)state;
  for (size_t i = 0; i < N; i++) {
    sum[i] = 0.1 * LONGLEY_X1[i] - LONGLEY_X5[i] / 3;
    other[i] = LONGLEY_X3[i];
  }
  design.columns = five;
  design.p = 5;
  assert_int_equal(pst_regression_fit(&design, &fit, &arena, NULL), PST_OK);
  assert_int_equal(fit.basis.rank, 4);
  for (size_t j = 1; j < 4; j++) {
    assert_nan(fit.coefficients[j]);
    assert_string_equal(fit.why[j], "collinear, leave one out: 'sum' is a combination of deflator "
                                    "and population");
  }
  assert_null(fit.why[0]);
  assert_null(fit.why[4]);
  /* The others are those of the fit without it. */
  five[3] = five[4];
  design.p = 4;
  assert_int_equal(pst_regression_fit(&design, &plain, &arena, NULL), PST_OK);
  assert_close(fit.coefficients[0], plain.coefficients[0], 1e-13, 0);
  assert_close(fit.coefficients[4], plain.coefficients[3], 1e-13, 0);
  assert_close(fit.rss, plain.rss, 1e-13, 0);
  assert_int_equal(fit.df, plain.df);
  pst_arena_free(&arena);
}

static void near_is_not_collinear(void **state)
{
  double near[N];
  const struct pst_regressor two[] = {{"intercept", ones, NULL}, {"near", near, NULL}};
  struct pst_regression_design design = longley(NULL);
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_regression fit;

  (void)state;
  for (size_t i = 0; i < N; i++)
    near[i] = 1e12 + (double)i;
  design.columns = two;
  design.p = 2;
  assert_int_equal(pst_regression_fit(&design, &fit, &arena, NULL), PST_OK);
  assert_int_equal(fit.basis.rank, 2);
  assert_null(fit.why[1]);
  pst_arena_free(&arena);
}

static void a_perfect_fit_has_no_residuals(void **state)
{
  double y[N];
  struct pst_regression_design design = longley(NULL);
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_regression fit;
  size_t df;

  (void)state;
  for (size_t i = 0; i < N; i++)
    y[i] = 0.1 + 0.3 * LONGLEY_X1[i] - LONGLEY_X5[i] / 7;
  design.y.high = y;
  assert_int_equal(pst_regression_fit(&design, &fit, &arena, NULL), PST_OK);
  assert_true(fit.perfect);
  assert_close(fit.coefficients[1], 0.3, 1e-10, 0);
  assert_close(fit.rss, 0, 0, 0);
  assert_nan(pst_breusch_pagan(&fit, &arena, &df));
  assert_nan(pst_influence_of(&fit, 0, 0).cook);
  pst_arena_free(&arena);
}

static void refusals(void **state)
{
  struct pst_regression_design design = longley(NULL);
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_regression fit;
  struct pst_error error = {.status = PST_OK};
  double y[N] = {1, 2, INFINITY};

  (void)state;
  design.n = 3;
  assert_int_equal(pst_regression_fit(&design, &fit, &arena, &error), PST_UNDEFINED);
  assert_string_equal(error.message, "too few complete rows (3) for 3 coefficients and a test");
  pst_error_clear(&error);
  design.n = N;
  design.y.high = y;
  assert_int_equal(pst_regression_fit(&design, &fit, &arena, &error), PST_UNDEFINED);
  assert_string_equal(error.message, "the values are too large to compute with");
  pst_arena_free(&arena);
}

/* --- errors that have no value -------------------------------------------------------------------- */

static void leverage_of_one(void **state)
{
  double alone[N] = {1};
  const struct pst_regressor two[] = {columns[0], {"alone", alone, NULL}};
  struct pst_regression_design design = longley(NULL);
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_regression fit;
  struct pst_errors errors;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  design.columns = two;
  design.p = 2;
  assert_int_equal(pst_regression_fit(&design, &fit, &arena, NULL), PST_OK);
  assert_int_equal(pst_errors_of(&fit, &(struct pst_errors_ask){.kind = PST_ERRORS_HC2}, &errors,
                                 &arena, &error),
                   PST_UNDEFINED);
  assert_string_equal(error.message,
                      "a row has leverage 1, so that hc2 and hc3 have no value; use hc1");
  assert_nan(pst_influence_of(&fit, 0, 0).cook);
  assert_close(pst_influence_of(&fit, 0, 0).leverage, 1, 1e-14, 0);
  pst_error_clear(&error);
  assert_int_equal(pst_errors_of(&fit,
                                 &(struct pst_errors_ask){.kind = PST_ERRORS_NEWEY_WEST, .lag = N},
                                 &errors, &arena, &error),
                   PST_UNDEFINED);
  assert_string_equal(error.message, "the lag is 16, and there are 16 rows");
  pst_arena_free(&arena);
}

/* One far-out value: the bisquare fit is that of the others, nearly; and follows a change of columns. */
static void robust_fits(void **state)
{
  double y[32], x[32], moved[32], w[32];
  struct pst_regressor two[] = {columns[0], {"x", x, NULL}};
  struct pst_regression_design design = {
      .n = 32, .p = 2, .columns = two, .y = {"y", y, NULL}, .intercept = true};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_regression fit, other;
  struct pst_errors errors;

  (void)state;
  for (size_t i = 0; i < 32; i++) {
    x[i] = (double)i;
    moved[i] = 1e6 + 1e-3 * x[i];
    y[i] = 3 + 2 * x[i] + sin(7 * x[i]);
  }
  y[30] = 1e4;
  assert_int_equal(pst_regression_fit(&design, &fit, &arena, NULL), PST_OK);
  assert_true(fabs(fit.coefficients[1] - 2) > 10);
  assert_int_equal(pst_robust_fit(&fit, y, PST_ROBUST_BISQUARE, w, &errors, &arena, NULL), PST_OK);
  assert_close(fit.coefficients[1], 2, 0, 0.02);
  assert_close(w[30], 0, 0, 0);
  two[1].high = moved;
  assert_int_equal(pst_regression_fit(&design, &other, &arena, NULL), PST_OK);
  assert_int_equal(pst_robust_fit(&other, y, PST_ROBUST_BISQUARE, w, &errors, &arena, NULL),
                   PST_OK);
  assert_close(other.coefficients[1], 1e3 * fit.coefficients[1], 1e-9, 0);
  pst_arena_free(&arena);
}

static void lags_by_n(void **state)
{
  (void)state;
  assert_int_equal(pst_newey_west_lag(100), 4);
  assert_int_equal(pst_newey_west_lag(99), 3);
  assert_int_equal(pst_newey_west_lag(16), 2);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(errors_of_r),
      cmocka_unit_test(clusters_without_variance),
      cmocka_unit_test(what_has_no_error),
      cmocka_unit_test(wald_and_checks_of_r),
      cmocka_unit_test(weights_of_r),
      cmocka_unit_test(weights_have_no_unit),
      cmocka_unit_test(a_combination_is_named),
      cmocka_unit_test(near_is_not_collinear),
      cmocka_unit_test(a_perfect_fit_has_no_residuals),
      cmocka_unit_test(refusals),
      cmocka_unit_test(leverage_of_one),
      cmocka_unit_test(robust_fits),
      cmocka_unit_test(lags_by_n),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
