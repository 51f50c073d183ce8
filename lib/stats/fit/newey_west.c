/* newey_west.c -- the least-squares line with errors that allow for autocorrelation and unequal variance. */
#include "stats/fit/newey_west.h"

#include <math.h>

#include "stats/sample.h"
#include "stats/slope/line.h"
#include "stats/tails.h"

static const char METHOD[] = "newey-west";

/* Fewer values than this tell little of how they depend on each other. */
enum { SHORT = 10 };

/* The line, its residuals, and the covariance of the mean level and the slope, all scaled. */
struct fit {
  struct pst_line line;
  size_t lag;
  double *e, *d;             /* residuals, and times less their mean: n each */
  double level, both, slope; /* the covariance */
  double r1;
};

static size_t lag_of(const struct pst_sample *sample, const struct pst_test *test)
{
  if (test->hac > 0)
    return test->hac - 1;
  return (size_t)floor(4 * pow((double)sample->n / 100, 2.0 / 9));
}

static enum pst_status begin(const struct pst_sample *sample, const struct pst_test *test,
                             struct fit *fit, struct pst_arena *scratch, struct pst_error *error)
{
  enum pst_status status = pst_sample_check(sample, 3, error);

  if (status == PST_OK && pst_constant(sample->x, sample->n))
    return pst_fail(error, PST_UNDEFINED, "x is constant");
  if (status == PST_OK)
    status = pst_line_fit(sample, &fit->line, error);
  if (status != PST_OK)
    return status;
  fit->lag = lag_of(sample, test);
  if (fit->lag >= sample->n)
    return pst_fail(error, PST_UNDEFINED, "a lag of %zu in %zu values", fit->lag, sample->n);
  fit->e = pst_arena_array(scratch, sample->n, sizeof *fit->e);
  fit->d = pst_arena_array(scratch, sample->n, sizeof *fit->d);
  if (fit->e == NULL || fit->d == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < sample->n; i++) {
    fit->e[i] = pst_line_residual(&fit->line, sample->x[i], sample->y[i]) * fit->line.scale_y;
    fit->d[i] = pst_from_mean(sample->x[i], &fit->line.mean_x) * fit->line.scale_x;
  }
  return PST_OK;
}

/* The sums over rows LAG apart of e e', of e e' (d + d') and of e e' d d'. */
static void sums_at(const struct fit *fit, size_t lag, double sums[3])
{
  struct pst_sum level = {0, 0}, both = {0, 0}, slope = {0, 0};

  for (size_t i = lag; i < fit->line.n; i++) {
    const double product = fit->e[i] * fit->e[i - lag];

    pst_sum_add(&level, product);
    pst_sum_product(&both, product, fit->d[i] + fit->d[i - lag]);
    pst_sum_product(&slope, product * fit->d[i], fit->d[i - lag]);
  }
  sums[0] = pst_sum_value(&level);
  sums[1] = pst_sum_value(&both);
  sums[2] = pst_sum_value(&slope);
}

static void find_covariance(struct fit *fit, const struct pst_test *test)
{
  const double n = (double)fit->line.n;
  const double factor = test->small_sample ? n / (n - 2) : 1;
  double total[3] = {0, 0, 0}, sums[3] = {0, 0, 0};

  for (size_t l = 0; l <= fit->lag; l++) {
    const double weight = l == 0 ? 1 : 2 * (1 - (double)l / ((double)fit->lag + 1));

    sums_at(fit, l, sums);
    total[0] += weight * sums[0];
    total[1] += weight * sums[1] / 2;
    total[2] += weight * sums[2];
  }
  fit->level = factor * total[0] / (n * n);
  fit->both = factor * total[1] / (n * fit->line.sxx);
  fit->slope = factor * total[2] / (fit->line.sxx * fit->line.sxx);
}

/* Of the residuals, whose mean is 0. */
static double first_autocorrelation(const struct fit *fit)
{
  double none[3] = {0, 0, 0}, first[3] = {0, 0, 0};

  sums_at(fit, 0, none);
  sums_at(fit, 1, first);
  return fit->line.perfect ? (double)NAN : first[0] / none[0];
}

static enum pst_status add_coefficient(const struct fit *fit, const char *term, double value,
                                       double variance, const struct pst_test *test,
                                       struct pst_estimates *out, struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, METHOD, term, fit->line.n);
  const double df = (double)fit->line.n - 2, se = sqrt(fmax(variance, 0));
  const double reach = pst_t_quantile((1 - pst_conf_level(test)) / 2, df) * se;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = value;
  row->df = df;
  if (fit->line.perfect) {
    pst_estimate_note(out, row, "perfect fit: no test");
    return PST_OK;
  }
  if (se == 0) {
    pst_estimate_note(out, row, "the variance is 0: no test");
    return PST_OK;
  }
  row->std_error = se;
  row->conf_low = value - reach;
  row->conf_high = value + reach;
  row->statistic = value / se;
  pst_estimate_p(out, row, pst_t_p(row->statistic, df, test->alternative), "t");
  return PST_OK;
}

static enum pst_status add_rows(const struct fit *fit, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_error *error)
{
  const struct pst_line *line = &fit->line;
  const double to_slope = line->scale_x / line->scale_y, mean = line->mean_x.high * line->scale_x;
  const double level = fit->level - 2 * mean * fit->both + mean * mean * fit->slope;
  const struct pst_term terms[] = {{"lag", (double)fit->lag, NULL}, {"r1", fit->r1, "perfect fit"}};
  const size_t main = out->count;
  struct pst_test two_sided = *test;
  enum pst_status status = add_coefficient(fit, "slope", pst_sum_value(&line->slope),
                                           fit->slope * to_slope * to_slope, test, out, error);

  if (status == PST_OK && line->n < SHORT && !line->perfect)
    pst_estimate_note(out, &out->items[main],
                      "a short series: its autocorrelation is hardly known");
  two_sided.alternative = PST_TWO_SIDED;
  if (status == PST_OK)
    status = add_coefficient(fit, "intercept", pst_sum_value(&line->intercept),
                             level / (line->scale_y * line->scale_y), &two_sided, out, error);
  if (status == PST_OK)
    status = pst_estimates_terms(out, METHOD, line->n, terms, 2, error);
  return status;
}

enum pst_status pst_newey_west(const struct pst_sample *sample, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct fit fit;
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  if (status == PST_OK)
    status = begin(sample, test, &fit, scratch, error);
  if (status == PST_OK) {
    find_covariance(&fit, test);
    fit.r1 = first_autocorrelation(&fit);
    status = add_rows(&fit, test, out, error);
  }
  pst_arena_release(scratch, mark);
  return status;
}
