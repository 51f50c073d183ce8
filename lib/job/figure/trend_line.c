/* trend_line.c -- the line of a method through a series, in the scale of the figure's axes. */
#include "job/figure/trend_line.h"

#include <math.h>

#include "job/figure/trend_scale.h"
#include "stats/fit/curve.h"

enum { PLACES = 101 };

static const struct pst_estimates none = {.count = 0};

/* One line: the sample in the scale of the axes, what the method says of it, and the places. */
struct drawing {
  struct pst_job *job;
  const struct pst_method *method;
  bool log_x, log_y;
  struct pst_sample sample;
  const struct pst_estimates *rows;
  size_t n;
  double *x, *fit, *low, *high;
  bool banded;
};

/* The sample, and what the method says of it; where it cannot be made in this scale there is no row. */
static enum pst_status find_rows(struct drawing *d, const struct pst_pairs *pairs, size_t u,
                                 struct pst_error *error)
{
  bool made = true;
  enum pst_status status =
      pst_trend_scale_sample(d->job, pairs, u, d->method, &d->sample, &made, error);

  d->rows = made ? &pairs->units[u].estimates : &none;
  return status;
}

static const struct pst_estimate *term_of(const struct drawing *d, const char *term)
{
  const struct pst_estimate *row = pst_estimates_find(d->rows, pst_method_record(d->method), term);

  return row == NULL || isnan(row->estimate) ? NULL : row;
}

static enum pst_status make_room(struct drawing *d, struct pst_error *error)
{
  struct pst_arena *arena = &d->job->arena;

  d->x = pst_arena_array(arena, d->n + 1, sizeof *d->x);
  d->fit = pst_arena_array(arena, d->n + 1, sizeof *d->fit);
  d->low = pst_arena_array(arena, d->n + 1, sizeof *d->low);
  d->high = pst_arena_array(arena, d->n + 1, sizeof *d->high);
  return d->x == NULL || d->fit == NULL || d->low == NULL || d->high == NULL
             ? pst_fail_memory(error)
             : PST_OK;
}

/* What has no value leaves no line, and is no failure. */
static enum pst_status no_line(struct drawing *d, enum pst_status status,
                               const struct pst_error *reason, struct pst_error *error)
{
  if (status != PST_OK)
    d->n = 0;
  return status == PST_OK || status == PST_UNDEFINED
             ? PST_OK
             : pst_fail(error, status, "%s", reason->message);
}

static enum pst_status evaluate_curve(struct drawing *d, struct pst_error *error)
{
  const struct pst_test test = pst_job_test(d->job);
  struct pst_curve curve = {.n = d->n, .x = d->x, .fit = d->fit, .low = d->low, .high = d->high};
  struct pst_error reason = {.status = PST_OK};

  return no_line(d, d->method->line.curve(&d->sample, &test, &curve, &d->job->arena, &reason),
                 &reason, error);
}

static enum pst_status evaluate_line(struct drawing *d, struct pst_error *error)
{
  const bool straight = d->method->line.slope != NULL;
  const struct pst_estimate *slope = straight ? term_of(d, d->method->line.slope) : NULL;
  const struct pst_estimate *intercept = straight ? term_of(d, d->method->line.intercept) : NULL;
  const struct pst_band band = {
      .n = d->n, .x = d->x, .fit = d->fit, .low = d->low, .high = d->high};
  struct pst_error reason = {.status = PST_OK};
  enum pst_status status;

  if (slope == NULL || intercept == NULL)
    return no_line(d, PST_UNDEFINED, &reason, error);
  for (size_t i = 0; i < d->n; i++)
    d->fit[i] = intercept->estimate + slope->estimate * d->x[i];
  if (!d->banded || d->method->band.kernel == NULL) {
    d->banded = false;
    return PST_OK;
  }
  status = d->method->band.kernel(&d->sample, d->rows, pst_method_record(d->method),
                                  d->job->options.conf_level, &band, &d->job->arena, &reason);
  d->banded = status == PST_OK;
  return status == PST_OK || status == PST_UNDEFINED
             ? PST_OK
             : pst_fail(error, status, "%s", reason.message);
}

static enum pst_status find_path(struct drawing *d, struct pst_path *path, struct pst_error *error)
{
  return d->method->line.path(&d->sample, d->rows, pst_method_record(d->method), path,
                              &d->job->arena, error);
}

/* At the places of x, between the points of the path. */
static enum pst_status evaluate_path(struct drawing *d, struct pst_error *error)
{
  struct pst_path path = {.n = 0};
  struct pst_error reason = {.status = PST_OK};
  enum pst_status status = find_path(d, &path, error);
  size_t k = 1;

  if (status != PST_OK || path.n < 2)
    return status != PST_OK ? status : no_line(d, PST_UNDEFINED, &reason, error);
  for (size_t i = 0; i < d->n; i++) {
    double step;

    while (k + 1 < path.n && path.x[k] < d->x[i])
      k++;
    step = path.x[k] - path.x[k - 1];
    d->fit[i] = path.y[k - 1]
                + (step > 0 ? (d->x[i] - path.x[k - 1]) / step * (path.y[k] - path.y[k - 1]) : 0);
  }
  return PST_OK;
}

/* The points of the path themselves. */
static enum pst_status draw_path(struct drawing *d, struct pst_figure_series *series,
                                 struct pst_error *error)
{
  struct pst_path path = {.n = 0};
  enum pst_status status = d->sample.n > 1 ? find_path(d, &path, error) : PST_OK;

  for (size_t i = 0; i < path.n; i++) {
    path.x[i] = d->log_x ? exp(path.x[i]) : path.x[i];
    path.y[i] = d->log_y ? exp(path.y[i]) : path.y[i];
  }
  series->fit_n = path.n;
  series->fit_x = path.x;
  series->fit_y = path.y;
  return status;
}

static enum pst_status evaluate(struct drawing *d, struct pst_error *error)
{
  if (d->method->line.path != NULL)
    return evaluate_path(d, error);
  return d->method->line.curve != NULL ? evaluate_curve(d, error) : evaluate_line(d, error);
}

/* From the first observation to the last, evenly in the scale of x. */
static enum pst_status choose_places(struct drawing *d, struct pst_error *error)
{
  const bool straight = d->method->line.curve == NULL && !d->banded && !d->log_x && !d->log_y;
  const size_t last = d->sample.n - 1;
  enum pst_status status;

  d->n = straight ? 2 : PLACES;
  status = make_room(d, error);
  for (size_t i = 0; status == PST_OK && i < d->n; i++)
    d->x[i] =
        d->sample.x[0] + (double)i / (double)(d->n - 1) * (d->sample.x[last] - d->sample.x[0]);
  return status;
}

static void put_back(struct drawing *d, struct pst_figure_series *series)
{
  for (size_t i = 0; i < d->n; i++) {
    d->x[i] = d->log_x ? exp(d->x[i]) : d->x[i];
    d->fit[i] = d->log_y ? exp(d->fit[i]) : d->fit[i];
    d->low[i] = d->log_y ? exp(d->low[i]) : d->low[i];
    d->high[i] = d->log_y ? exp(d->high[i]) : d->high[i];
  }
  series->fit_n = d->n;
  series->fit_x = d->x;
  series->fit_y = d->fit;
  if (d->banded && d->n > 0) {
    series->fit_low = d->low;
    series->fit_high = d->high;
  }
}

static void tell_slope(const struct drawing *d, struct pst_trend_slope *slope)
{
  const struct pst_estimate *row =
      d->method->line.slope == NULL ? NULL : term_of(d, d->method->line.slope);

  *slope = (struct pst_trend_slope){(double)NAN, (double)NAN, (double)NAN};
  if (row != NULL)
    *slope = (struct pst_trend_slope){row->estimate, row->conf_low, row->conf_high};
}

enum pst_status pst_trend_line(struct pst_job *job, const struct pst_pairs *pairs, size_t u,
                               const struct pst_method *method, bool banded,
                               struct pst_figure_series *series, struct pst_trend_slope *slope,
                               struct pst_error *error)
{
  struct drawing d = {.job = job,
                      .method = method,
                      .log_x = pst_trend_log_x(job),
                      .log_y = pst_trend_log_y(job),
                      .banded = banded};
  enum pst_status status = find_rows(&d, pairs, u, error);

  if (status == PST_OK)
    tell_slope(&d, slope);
  if (method->line.path != NULL)
    return status == PST_OK ? draw_path(&d, series, error) : status;
  if (status == PST_OK && d.sample.n > 1)
    status = choose_places(&d, error);
  if (status == PST_OK && d.n > 0)
    status = evaluate(&d, error);
  if (status == PST_OK)
    put_back(&d, series);
  return status;
}

enum pst_status pst_trend_residuals(struct pst_job *job, const struct pst_pairs *pairs, size_t u,
                                    const struct pst_method *method, struct pst_sample *residuals,
                                    struct pst_error *error)
{
  struct drawing d = {.job = job, .method = method};
  enum pst_status status = find_rows(&d, pairs, u, error);

  if (status != PST_OK)
    return status;
  d.n = d.sample.n;
  status = make_room(&d, error);
  for (size_t i = 0; status == PST_OK && i < d.n; i++)
    d.x[i] = d.sample.x[i];
  if (status == PST_OK)
    status = evaluate(&d, error);
  if (status == PST_OK && d.n == 0)
    return pst_fail(error, PST_UNDEFINED, "%s has no line for these data", method->name);
  for (size_t i = 0; status == PST_OK && i < d.n; i++)
    d.fit[i] = d.sample.y[i] - d.fit[i];
  *residuals = (struct pst_sample){.n = d.n, .x = d.x, .y = d.fit};
  return status;
}
