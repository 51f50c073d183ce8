/* summary.c -- a regression as records: its coefficients, and what the fit as a whole says. */
#include "stats/regression/summary.h"

#include <float.h>

#include "stats/regression/checks.h"
#include "stats/sum.h"
#include "stats/tails.h"

/* --- coefficients ------------------------------------------------------------------------------- */

static double error_of(const struct pst_regression_about *about, size_t j, double *x, double *z)
{
  x[j] = 1;
  pst_regression_direction(about->fit, x, z);
  x[j] = 0;
  return sqrt(pst_errors_variance(about->errors, z));
}

static void test_coefficient(const struct pst_regression_about *about, enum pst_alternative which,
                             struct pst_estimates *out, struct pst_estimate *row)
{
  if (about->fit->perfect) {
    pst_estimate_note(out, row, "%s", about->perfect);
    return;
  }
  if (!(row->std_error > 0 && row->std_error <= DBL_MAX)) {
    pst_estimate_note(out, row, "%s", pst_regression_no_error(about->fit, row->std_error));
    row->std_error = row->conf_low = row->conf_high = (double)NAN;
    return;
  }
  row->statistic = row->estimate / row->std_error;
  pst_estimate_p(out, row, pst_t_p(row->statistic, about->errors->df, which), "t");
}

static enum pst_status add_coefficient(const struct pst_regression_about *about, size_t j,
                                       double *x, double *z, const struct pst_test *test,
                                       struct pst_estimates *out, struct pst_error *error)
{
  const struct pst_regression *fit = about->fit;
  bool constant = fit->intercept && j == 0;
  struct pst_estimate *row =
      pst_estimates_add(out, about->method, constant ? "intercept" : "coefficient", fit->n);
  double reach;

  if (row == NULL)
    return pst_fail_memory(error);
  if (fit->why[j] != NULL) {
    pst_estimate_note(out, row, "%s", fit->why[j]);
    return PST_OK;
  }
  row->estimate = fit->coefficients[j];
  row->std_error = fit->perfect ? 0 : error_of(about, j, x, z);
  row->df = about->errors->df;
  reach = pst_t_quantile((1 - pst_conf_level(test)) / 2, row->df) * row->std_error;
  row->conf_low = row->estimate - reach;
  row->conf_high = row->estimate + reach;
  test_coefficient(about, constant ? PST_TWO_SIDED : test->alternative, out, row);
  if (about->note != NULL)
    pst_estimate_note(out, row, "%s", about->note);
  return PST_OK;
}

enum pst_status pst_regression_coefficients(const struct pst_regression_about *about,
                                            const struct pst_test *test, struct pst_estimates *out,
                                            struct pst_arena *scratch, struct pst_error *error)
{
  size_t first = out->count;
  double *x = pst_arena_array(scratch, about->fit->p + 1, sizeof *x);
  double *z = pst_arena_array(scratch, about->fit->p + 1, sizeof *z);
  enum pst_status status = x == NULL || z == NULL ? pst_fail_memory(error) : PST_OK;

  for (size_t j = 0; j < about->fit->p && status == PST_OK; j++)
    status = add_coefficient(about, j, x, z, test, out, error);
  pst_estimates_finite(out, first);
  return status;
}

enum pst_status pst_regression_inflation(const struct pst_regression_about *about,
                                         struct pst_estimates *out, size_t *column, size_t *n,
                                         struct pst_error *error)
{
  enum pst_status status = PST_OK;

  *n = 0;
  for (size_t j = 0; j < about->fit->p && status == PST_OK; j++) {
    double vif = pst_regression_vif(about->fit, j);

    if (isnan(vif))
      continue;
    status = pst_estimates_value(out, about->method, "vif", about->fit->n, vif, error);
    column[(*n)++] = j;
  }
  return status;
}

/* --- the fit as a whole ------------------------------------------------------------------------- */

static double r2_of(const struct pst_regression *fit)
{
  return fit->tss > 0 ? fit->mss / fit->tss : (double)NAN;
}

/* Degrees of freedom of the total: absorbed means leave n less their number. */
static double total_df(const struct pst_regression *fit)
{
  double slopes = (double)fit->basis.rank - (fit->intercept ? 1 : 0);

  return (double)fit->df + slopes;
}

static enum pst_status add_f(const struct pst_regression_about *about, struct pst_estimates *out,
                             struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_regression *fit = about->fit;
  struct pst_estimate *row = pst_estimates_add(out, about->method, "F", fit->n);
  size_t df1;
  double f;

  if (row == NULL)
    return pst_fail_memory(error);
  if (fit->perfect) {
    pst_estimate_note(out, row, "%s", about->perfect);
    return PST_OK;
  }
  f = pst_errors_wald(fit, about->errors, scratch, &df1);
  if (df1 > 0 && about->plain_errors)
    f = fit->mss / (double)df1 / fit->sigma2;
  row->estimate = row->statistic = f;
  row->df = about->errors->df;
  if (isnan(f))
    pst_estimate_note(out, row,
                      df1 == 0 ? "there is no column but the constant"
                               : "the covariance of the coefficients is singular: no joint test");
  else
    pst_estimate_p(out, row, pst_f_upper(f, (double)df1, row->df), "F");
  if (!isnan(f) && !about->plain_errors)
    pst_estimate_note(out, row, "Wald, with %zu and %g degrees of freedom", df1, row->df);
  return PST_OK;
}

static enum pst_status add_fit(const struct pst_regression_about *about, struct pst_estimates *out,
                               struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_regression *fit = about->fit;
  const char *flat = fit->intercept ? "y is constant" : "y is 0 in all rows";
  const struct pst_term sigma = {"sigma", sqrt(fit->sigma2), NULL};
  const struct pst_term terms[] = {
      {"r2", r2_of(fit), flat},
      {"adj_r2",
       fit->tss > 0 ? 1 - (fit->rss / (double)fit->df) / (fit->tss / total_df(fit)) : (double)NAN,
       flat},
  };
  enum pst_status status = PST_OK;

  if (!about->robust)
    status =
        pst_estimates_terms(out, about->method, fit->n, terms, sizeof terms / sizeof *terms, error);
  if (status == PST_OK)
    status = pst_estimates_terms(out, about->method, fit->n, &sigma, 1, error);
  return status == PST_OK ? add_f(about, out, scratch, error) : status;
}

/* -2 log L / 2 of a normal model whose weights are precisions. */
static double log_likelihood(const struct pst_regression *fit)
{
  double n = (double)fit->n, weights = 0;

  if (!(fit->rss > 0))
    return (double)NAN;
  for (size_t i = 0; i < fit->n; i++)
    weights += log(fit->root[i]);
  return weights - n / 2 * (log(2 * 3.14159265358979323846) + log(fit->rss / n) + 1);
}

static enum pst_status add_squares(const struct pst_regression_about *about,
                                   struct pst_estimates *out, struct pst_error *error)
{
  const struct pst_regression *fit = about->fit;
  double l = log_likelihood(fit), n = (double)fit->n, parameters = n - (double)fit->df + 1;
  const struct pst_term terms[] = {
      {"model_df", (double)fit->basis.rank - (fit->intercept ? 1 : 0), NULL},
      {"residual_df", (double)fit->df, NULL},
      {"model_ss", fit->mss, "beyond the range of doubles"},
      {"rss", fit->rss, "beyond the range of doubles"},
      {"log_likelihood", l, about->perfect},
      {"aic", 2 * parameters - 2 * l, about->perfect},
      {"bic", log(n) * parameters - 2 * l, about->perfect},
  };

  return pst_estimates_terms(out, about->method, fit->n, terms, sizeof terms / sizeof *terms,
                             error);
}

static enum pst_status add_breusch_pagan(const struct pst_regression_about *about,
                                         struct pst_estimates *out, struct pst_arena *scratch,
                                         struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, about->method, "breusch-pagan", about->fit->n);
  size_t df;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = about->weighted ? (double)NAN : pst_breusch_pagan(about->fit, scratch, &df);
  if (isnan(row->estimate)) {
    pst_estimate_note(out, row, "%s",
                      about->fit->perfect ? about->perfect
                                          : "of unweighted fits with an intercept and a column");
    return PST_OK;
  }
  row->statistic = row->estimate;
  row->df = (double)df;
  pst_estimate_p(out, row, pst_chi2_upper(row->estimate, row->df), "chi-squared");
  return PST_OK;
}

static enum pst_status add_checks(const struct pst_regression_about *about,
                                  struct pst_estimates *out, struct pst_error *error)
{
  const struct pst_regression *fit = about->fit;
  const struct pst_term terms[] = {
      {"durbin-watson", pst_durbin_watson(fit->residuals, fit->n), about->perfect},
      {"lag1", pst_residual_lag1(fit->residuals, fit->n), about->perfect},
  };
  size_t first = out->count;
  enum pst_status status = pst_estimates_terms(out, about->method, fit->n, terms, 2, error);

  for (size_t i = first; i < out->count && !about->in_order && !fit->perfect; i++)
    pst_estimate_note(out, &out->items[i], "in the order of the rows (--time names another)");
  return status;
}

enum pst_status pst_regression_model(const struct pst_regression_about *about, bool all,
                                     struct pst_estimates *out, struct pst_arena *scratch,
                                     struct pst_error *error)
{
  size_t first = out->count;
  enum pst_status status = add_fit(about, out, scratch, error);

  if (status == PST_OK && all && !about->robust)
    status = add_squares(about, out, error);
  if (status == PST_OK && all)
    status = add_checks(about, out, error);
  if (status == PST_OK && all && !about->robust)
    status = add_breusch_pagan(about, out, scratch, error);
  pst_estimates_finite(out, first);
  return status;
}
