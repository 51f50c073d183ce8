/* ols.c -- simple least squares of y on time, and its logarithmic form, the growth rate. */
#include "stats/slope/ols.h"

#include <math.h>

#include "stats/slope/growth.h"
#include "stats/slope/line.h"
#include "stats/description/moments.h"
#include "stats/sample.h"
#include "stats/serial.h"
#include "stats/tails.h"

/* A fitted line with what its tests need, in the units of the data. */
struct fit {
  struct pst_line line;
  const char *method;
  double df;
  double rss;          /* NaN beyond the range of doubles */
  double sigma;        /* NaN for n = 2 */
  double se_slope;     /* 0 for a perfect fit */
  double se_intercept; /* likewise */
  double r2;           /* NaN when y is constant */
  double watson, r1;   /* of the residuals */
};

/* Near 1 the residual share has the digits, near 0 the explained share. */
static double r_squared(const struct pst_line *line)
{
  double explained;

  if (line->syy == 0)
    return (double)NAN;
  if (line->n == 2)
    return 1;
  explained = line->sxy / line->sxx * (line->sxy / line->syy);
  return explained < 0.5 ? explained : 1 - line->rss / line->syy;
}

static void set_errors(struct fit *fit)
{
  const struct pst_line *line = &fit->line;
  double n = (double)line->n;
  double mean = line->mean_x.high * line->scale_x;
  double unit = 1 / line->scale_y;

  fit->df = n - 2;
  fit->rss = pst_unscale_square(line->rss, line->scale_y);
  fit->sigma = (double)NAN;
  fit->se_slope = fit->se_intercept = 0;
  if (line->n > 2) {
    double sigma = sqrt(line->rss / fit->df);

    fit->sigma = sigma * unit;
    fit->se_slope = sigma / sqrt(line->sxx) * (line->scale_x / line->scale_y);
    fit->se_intercept = fit->sigma * sqrt(1 / n + mean * mean / line->sxx);
  }
  fit->r2 = r_squared(line);
}

/* How residuals follow each other in the order of the rows; NaN for a perfect fit, where they are
   rounding. */
static void find_serial(const struct pst_sample *sample, struct fit *fit)
{
  struct pst_sum steps = {0, 0}, products = {0, 0};
  double before = pst_line_residual(&fit->line, sample->x[0], sample->y[0]) * fit->line.scale_y;

  fit->watson = fit->r1 = (double)NAN;
  if (fit->line.perfect)
    return;
  for (size_t i = 1; i < sample->n; i++) {
    double e = pst_line_residual(&fit->line, sample->x[i], sample->y[i]) * fit->line.scale_y;

    pst_sum_product(&steps, e - before, e - before);
    pst_sum_product(&products, e, before);
    before = e;
  }
  fit->watson = pst_sum_value(&steps) / fit->line.rss;
  fit->r1 = pst_sum_value(&products) / fit->line.rss;
}

static enum pst_status fit_line(const struct pst_sample *sample, const char *method,
                                struct fit *fit, struct pst_error *error)
{
  enum pst_status status = pst_sample_check(sample, 2, error);

  if (status != PST_OK)
    return status;
  if (pst_constant(sample->x, sample->n))
    return pst_fail(error, PST_UNDEFINED, "x is constant");
  status = pst_line_fit(sample, &fit->line, error);
  fit->method = method;
  if (status != PST_OK)
    return status;
  set_errors(fit);
  find_serial(sample, fit);
  return PST_OK;
}

static void note_perfect(const struct fit *fit, struct pst_estimates *out, struct pst_estimate *row)
{
  pst_estimate_note(out, row,
                    fit->line.n == 2 ? "perfect fit: two points" : "perfect fit: no test");
}

/* One coefficient: estimate, standard error, interval, t and p. */
static enum pst_status add_coefficient(const struct fit *fit, const char *term, double value,
                                       double se, const struct pst_test *test,
                                       struct pst_estimates *out, struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, fit->method, term, fit->line.n);
  double reach;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = value;
  row->std_error = se;
  if (fit->df > 0) {
    reach = pst_t_quantile((1 - pst_conf_level(test)) / 2, fit->df) * se;
    row->conf_low = value - reach;
    row->conf_high = value + reach;
    row->df = fit->df;
  }
  if (fit->line.perfect) {
    note_perfect(fit, out, row);
    return PST_OK;
  }
  row->statistic = value / se;
  pst_estimate_p(out, row, pst_t_p(row->statistic, fit->df, test->alternative), "t");
  return PST_OK;
}

static enum pst_status add_slope(const struct fit *fit, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_error *error)
{
  enum pst_status status = add_coefficient(fit, "slope", pst_sum_value(&fit->line.slope),
                                           fit->se_slope, test, out, error);

  if (status == PST_OK)
    pst_serial_note(out, &out->items[out->count - 1], fit->r1, fit->line.n, "newey-west");
  return status;
}

/* The alternative is a statement about the trend, not about its level. */
static enum pst_status add_intercept(const struct fit *fit, const struct pst_test *test,
                                     struct pst_estimates *out, struct pst_error *error)
{
  struct pst_test two_sided = *test;

  two_sided.alternative = PST_TWO_SIDED;
  return add_coefficient(fit, "intercept", pst_sum_value(&fit->line.intercept), fit->se_intercept,
                         &two_sided, out, error);
}

static enum pst_status add_f(const struct fit *fit, struct pst_estimates *out,
                             struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, fit->method, "F", fit->line.n);
  const struct pst_line *line = &fit->line;

  if (row == NULL)
    return pst_fail_memory(error);
  if (line->perfect) {
    note_perfect(fit, out, row);
    return PST_OK;
  }
  row->estimate = row->statistic = line->sxy / line->sxx * line->sxy / (line->rss / fit->df);
  row->df = fit->df;
  pst_estimate_p(out, row, pst_f_upper(row->estimate, 1, fit->df), "F");
  return PST_OK;
}

static enum pst_status add_measures(const struct fit *fit, struct pst_estimates *out,
                                    struct pst_error *error)
{
  /* (r2 (n - 1) - 1) / (n - 2) is 1 - (1 - r2)(n - 1) / (n - 2) without its cancellation. */
  double n = (double)fit->line.n;
  double adjusted = fit->df > 0 ? (fit->r2 * (n - 1) - 1) / fit->df : (double)NAN;
  const char *without = fit->line.syy == 0 ? "y is constant" : "fewer than 3 complete rows";
  const struct pst_term terms[] = {
      {"r2", fit->r2, without},
      {"adj_r2", adjusted, without},
      {"sigma", fit->sigma, "fewer than 3 complete rows"},
      {"rss", fit->rss, "beyond the range of doubles"},
  };
  const struct pst_term serial[] = {{"durbin-watson", fit->watson, "perfect fit"},
                                    {"r1", fit->r1, "perfect fit"}};
  enum pst_status status = pst_estimates_terms(out, fit->method, fit->line.n, terms,
                                               sizeof terms / sizeof *terms, error);

  if (status == PST_OK)
    status = add_f(fit, out, error);
  if (status == PST_OK)
    status = pst_estimates_terms(out, fit->method, fit->line.n, serial, 2, error);
  return status;
}

enum pst_status pst_ols(const struct pst_sample *sample, const struct pst_test *test,
                        struct pst_estimates *out, struct pst_arena *scratch,
                        struct pst_error *error)
{
  struct fit fit;
  enum pst_status status = pst_asymptotic_only(test, "ols", error);

  (void)scratch;
  if (status == PST_OK)
    status = fit_line(sample, "ols", &fit, error);
  if (status == PST_OK)
    status = add_slope(&fit, test, out, error);
  if (status == PST_OK)
    status = add_intercept(&fit, test, out, error);
  if (status == PST_OK)
    status = add_measures(&fit, out, error);
  return status;
}

static enum pst_status logarithms(const struct pst_sample *sample, struct pst_sample *logs,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  double *y = pst_arena_array(scratch, sample->n + 1, sizeof *y);

  if (y == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < sample->n; i++) {
    if (sample->y[i] <= 0)
      return pst_fail(error, PST_UNDEFINED, "a value is zero or negative: it has no logarithm");
    y[i] = log(sample->y[i]);
  }
  *logs = (struct pst_sample){.n = sample->n, .x = sample->x, .y = y};
  return PST_OK;
}

/* The slope's row again, its ends turned into rates of growth; the test is the slope's. */
static enum pst_status add_growth(const struct fit *fit, const struct pst_test *test,
                                  struct pst_estimates *out, struct pst_error *error)
{
  enum pst_status status = add_slope(fit, test, out, error);
  struct pst_estimate *row;

  if (status != PST_OK)
    return status;
  row = &out->items[out->count - 1];
  row->term = "growth";
  row->estimate = pst_growth_rate(row->estimate);
  row->conf_low = pst_growth_rate(row->conf_low);
  row->conf_high = pst_growth_rate(row->conf_high);
  row->std_error = (double)NAN;
  if (isnan(row->estimate) || (isnan(row->conf_high) && fit->df > 0))
    pst_estimate_note(out, row, "%s", PST_NO_GROWTH);
  return PST_OK;
}

enum pst_status pst_loglinear(const struct pst_sample *sample, const struct pst_test *test,
                              struct pst_estimates *out, struct pst_arena *scratch,
                              struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_sample logs = {.n = 0};
  struct fit fit;
  enum pst_status status = pst_asymptotic_only(test, "loglinear", error);

  if (status == PST_OK)
    status = pst_sample_check(sample, 2, error);
  if (status == PST_OK)
    status = logarithms(sample, &logs, scratch, error);
  if (status == PST_OK)
    status = fit_line(&logs, "loglinear", &fit, error);
  if (status == PST_OK)
    status = add_growth(&fit, test, out, error);
  if (status == PST_OK)
    status = add_slope(&fit, test, out, error);
  if (status == PST_OK)
    status = add_intercept(&fit, test, out, error);
  if (status == PST_OK)
    status = pst_estimates_terms(out, fit.method, fit.line.n,
                                 &(struct pst_term){"r1", fit.r1, "perfect fit"}, 1, error);
  pst_arena_release(scratch, mark);
  return status;
}
