/* powers.c -- y as a polynomial of x: the regression, its rows, and its curve. */
#include "stats/fit/powers.h"

#include <float.h>
#include <math.h>

#include "stats/sample.h"
#include "stats/tails.h"

/* The rows with a weight above 0, or all. */
struct rows {
  size_t n;
  double *x, *y, *weight;
};

static enum pst_status take_rows(const struct pst_sample *sample, const double *weight,
                                 struct rows *rows, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  rows->n = 0;
  rows->x = pst_arena_array(scratch, sample->n + 1, sizeof *rows->x);
  rows->y = pst_arena_array(scratch, sample->n + 1, sizeof *rows->y);
  rows->weight = pst_arena_array(scratch, sample->n + 1, sizeof *rows->weight);
  if (rows->x == NULL || rows->y == NULL || rows->weight == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < sample->n; i++) {
    if (weight != NULL && weight[i] < 0)
      return pst_fail(error, PST_UNDEFINED, "a weight is negative");
    if (weight != NULL && weight[i] == 0)
      continue;
    rows->x[rows->n] = sample->x[i];
    rows->y[rows->n] = sample->y[i];
    rows->weight[rows->n++] = weight == NULL ? 1 : weight[i];
  }
  return PST_OK;
}

static void choose_scale(const struct rows *rows, bool centred, struct pst_powers *p)
{
  double low = rows->x[0], high = rows->x[0];

  p->middle = 0;
  p->half = 1;
  for (size_t i = 1; i < rows->n; i++) {
    low = fmin(low, rows->x[i]);
    high = fmax(high, rows->x[i]);
  }
  if (!centred)
    return;
  p->middle = low / 2 + high / 2;
  p->half = (high - low) / 2;
}

/* 1, u, u^2, ... each as a double and what it leaves. */
static enum pst_status make_columns(const struct rows *rows, const struct pst_powers *p,
                                    struct pst_regressor *columns, struct pst_arena *scratch,
                                    struct pst_error *error)
{
  for (size_t j = 0; j <= p->degree; j++) {
    double *high = pst_arena_array(scratch, rows->n + 1, sizeof *high);
    double *low = pst_arena_array(scratch, rows->n + 1, sizeof *low);

    if (high == NULL || low == NULL)
      return pst_fail_memory(error);
    for (size_t i = 0; i < rows->n; i++) {
      const double u = (rows->x[i] - p->middle) / p->half;
      struct pst_dd power = pst_dd_of(1);

      for (size_t k = 0; k < j; k++)
        power = pst_dd_product(power, pst_dd_of(u));
      high[i] = power.high;
      low[i] = power.low;
    }
    columns[j] = (struct pst_regressor){.name = "x", .high = high, .low = low};
  }
  return PST_OK;
}

static enum pst_status fit_errors(const struct pst_powers_ask *ask, const struct rows *rows,
                                  struct pst_powers *p, struct pst_arena *scratch,
                                  struct pst_error *error)
{
  const struct pst_errors_ask plain = {.kind = PST_ERRORS_CLASSICAL};

  if (p->fit.basis.rank < p->degree + 1)
    return pst_fail(error, PST_UNDEFINED, "too few different x for degree %zu", p->degree);
  if (ask->robust == PST_ROBUST_NONE || p->fit.perfect)
    return pst_errors_of(&p->fit, &plain, &p->errors, scratch, error);
  p->robust_weights = pst_arena_array(scratch, rows->n + 1, sizeof *p->robust_weights);
  if (p->robust_weights == NULL)
    return pst_fail_memory(error);
  return pst_robust_fit(&p->fit, rows->y, ask->robust, p->robust_weights, &p->errors, scratch,
                        error);
}

enum pst_status pst_powers_fit(const struct pst_sample *sample, const struct pst_powers_ask *ask,
                               struct pst_powers *p, struct pst_arena *scratch,
                               struct pst_error *error)
{
  struct pst_regressor columns[PST_POWERS_MOST + 1];
  struct pst_regression_design design = {.columns = columns, .intercept = true};
  struct rows rows;
  enum pst_status status = pst_sample_check(sample, ask->degree + 2, error);

  *p = (struct pst_powers){.degree = ask->degree};
  if (status == PST_OK)
    status = take_rows(sample, ask->weight, &rows, scratch, error);
  if (status == PST_OK && rows.n < ask->degree + 2)
    return pst_fail(error, PST_UNDEFINED, "fewer than %zu complete rows", ask->degree + 2);
  if (status == PST_OK && pst_constant(rows.x, rows.n))
    return pst_fail(error, PST_UNDEFINED, "x is constant");
  if (status != PST_OK)
    return status;
  p->n = rows.n;
  choose_scale(&rows, ask->centred, p);
  status = make_columns(&rows, p, columns, scratch, error);
  design.n = rows.n;
  design.p = ask->degree + 1;
  design.y = (struct pst_regressor){.name = "y", .high = rows.y};
  design.weights = ask->weight == NULL ? NULL : rows.weight;
  if (status == PST_OK)
    status = pst_regression_fit(&design, &p->fit, scratch, error);
  return status == PST_OK ? fit_errors(ask, &rows, p, scratch, error) : status;
}

static double error_of(const struct pst_powers *p, const double *x)
{
  double z[PST_POWERS_MOST + 1];

  pst_regression_direction(&p->fit, x, z);
  return sqrt(pst_errors_variance(&p->errors, z));
}

static enum pst_status add_coefficient(const struct pst_powers *p, const char *method,
                                       const char *name, size_t j, const struct pst_test *test,
                                       struct pst_estimates *out, struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, method, name, p->n);
  double unit[PST_POWERS_MOST + 1] = {0}, reach;

  if (row == NULL)
    return pst_fail_memory(error);
  unit[j] = 1;
  row->estimate = p->fit.coefficients[j];
  row->df = p->errors.df;
  if (p->fit.perfect) {
    pst_estimate_note(out, row, "perfect fit: no test");
    return PST_OK;
  }
  row->std_error = error_of(p, unit);
  if (!(row->std_error > 0 && row->std_error <= DBL_MAX)) {
    pst_estimate_note(out, row, "%s", pst_regression_no_error(&p->fit, row->std_error));
    row->std_error = (double)NAN;
    return PST_OK;
  }
  reach = pst_t_quantile((1 - pst_conf_level(test)) / 2, p->errors.df) * row->std_error;
  row->conf_low = row->estimate - reach;
  row->conf_high = row->estimate + reach;
  row->statistic = row->estimate / row->std_error;
  pst_estimate_p(out, row, pst_t_p(row->statistic, p->errors.df, test->alternative), "t");
  return PST_OK;
}

enum pst_status pst_powers_rows(const struct pst_powers *p, const char *method,
                                const char *const *names, const size_t *order,
                                const struct pst_test *test, struct pst_estimates *out,
                                struct pst_error *error)
{
  struct pst_test rest = *test;
  enum pst_status status = PST_OK;

  rest.alternative = PST_TWO_SIDED;
  for (size_t k = 0; k <= p->degree && status == PST_OK; k++)
    status =
        add_coefficient(p, method, names[order[k]], order[k], k == 0 ? test : &rest, out, error);
  return status;
}

enum pst_status pst_powers_curve(const struct pst_powers *p, const struct pst_test *test,
                                 struct pst_curve *curve)
{
  const double t = pst_t_quantile((1 - pst_conf_level(test)) / 2, p->errors.df);

  for (size_t i = 0; i < curve->n; i++) {
    double x[PST_POWERS_MOST + 1], value = 0, reach;

    x[0] = 1;
    for (size_t j = 1; j <= p->degree; j++)
      x[j] = x[j - 1] * (curve->x[i] - p->middle) / p->half;
    for (size_t j = p->degree + 1; j-- > 0;)
      value = value * (curve->x[i] - p->middle) / p->half + p->fit.coefficients[j];
    reach = p->fit.perfect ? 0 : t * error_of(p, x);
    curve->fit[i] = value;
    curve->low[i] = value - reach;
    curve->high[i] = value + reach;
  }
  return PST_OK;
}
