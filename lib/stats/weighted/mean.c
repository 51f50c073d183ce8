/* mean.c -- means and shares of a sample with weights. */
#include "stats/weighted/mean.h"

#include <math.h>

#include "stats/sample.h"
#include "stats/sum.h"
#include "stats/tails.h"

static const char METHOD[] = "weighted-mean";
static const char ONE_ROW[] = "one row: no variance";

static enum pst_status add_mean(const struct pst_weighted_rows *rows, double mean,
                                const struct pst_test *test, struct pst_estimates *out,
                                struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "mean", rows->n);
  double reach;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = mean;
  if (rows->n < 2) {
    pst_estimate_note(out, row, "%s", ONE_ROW);
    return PST_OK;
  }
  row->std_error = pst_weighted_error(rows, mean);
  row->df = (double)rows->n - 1;
  reach = pst_t_quantile((1 - pst_conf_level(test)) / 2, row->df) * row->std_error;
  row->conf_low = mean - reach;
  row->conf_high = mean + reach;
  return PST_OK;
}

static double sum_of_squares(const struct pst_weighted_rows *rows, double mean)
{
  struct pst_sum squares = {0, 0};

  for (size_t i = 0; i < rows->n; i++) {
    double d = rows->x[i] - mean;

    pst_sum_product(&squares, rows->w[i] * d, d);
  }
  return pst_sum_value(&squares);
}

static enum pst_status add_variances(const struct pst_weighted_rows *rows, double mean,
                                     struct pst_estimates *out, struct pst_error *error)
{
  const double V1 = rows->sum;
  const double squares = sum_of_squares(rows, mean);
  const double n_eff = pst_weighted_n_eff(rows);
  const double reliability = rows->n < 2 ? (double)NAN : squares / (V1 - rows->squares / V1);
  const double frequency = rows->whole && V1 > 1 ? squares / (V1 - 1) : (double)NAN;
  const struct pst_term terms[] = {
      {"sum_w", V1, NULL},
      {"n_eff", n_eff, NULL},
      {"deff", (double)rows->n / n_eff, NULL},
      {"var", reliability, ONE_ROW},
      {"sd", sqrt(reliability), ONE_ROW},
      {"var-frequency", frequency, "the weights are no frequencies"},
      {"var-population", squares / V1, NULL},
  };

  return pst_estimates_terms(out, METHOD, rows->n, terms, sizeof terms / sizeof *terms, error);
}

enum pst_status pst_weighted_mean(const struct pst_weighted *sample, const struct pst_test *test,
                                  struct pst_estimates *out, struct pst_arena *scratch,
                                  struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_weighted_rows rows = {.n = 0};
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  if (status == PST_OK)
    status = pst_weighted_keep(sample, &rows, scratch, error);
  if (status == PST_OK) {
    double mean = pst_weighted_average(&rows, rows.x);

    status = add_mean(&rows, mean, test, out, error);
    if (status == PST_OK)
      status = add_variances(&rows, mean, out, error);
  }
  pst_arena_release(scratch, mark);
  return status;
}

static enum pst_status correlate(const struct pst_weighted_rows *rows, double *r,
                                 struct pst_error *error)
{
  const double mean_x = pst_weighted_average(rows, rows->x);
  const double mean_y = pst_weighted_average(rows, rows->y);
  struct pst_sum xx = {0, 0};
  struct pst_sum yy = {0, 0};
  struct pst_sum xy = {0, 0};

  if (pst_constant(rows->x, rows->n) || pst_constant(rows->y, rows->n))
    return pst_fail(error, PST_UNDEFINED, "%s is constant",
                    pst_constant(rows->x, rows->n) ? "x" : "y");
  for (size_t i = 0; i < rows->n; i++) {
    double dx = rows->x[i] - mean_x;
    double dy = rows->y[i] - mean_y;

    pst_sum_product(&xx, rows->w[i] * dx, dx);
    pst_sum_product(&yy, rows->w[i] * dy, dy);
    pst_sum_product(&xy, rows->w[i] * dx, dy);
  }
  *r = pst_sum_value(&xy) / sqrt(pst_sum_value(&xx)) / sqrt(pst_sum_value(&yy));
  *r = fmin(1, fmax(-1, *r));
  return PST_OK;
}

enum pst_status pst_weighted_pearson(const struct pst_weighted *sample, const struct pst_test *test,
                                     struct pst_estimates *out, struct pst_arena *scratch,
                                     struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_weighted_rows rows = {.n = 0};
  enum pst_status status = pst_asymptotic_only(test, "weighted-pearson", error);
  double r = 0;

  if (status == PST_OK)
    status = pst_weighted_keep(sample, &rows, scratch, error);
  if (status == PST_OK)
    status = correlate(&rows, &r, error);
  if (status == PST_OK)
    status = pst_estimates_value(out, "weighted-pearson", "r", rows.n, r, error);
  pst_arena_release(scratch, mark);
  return status;
}
