/* trend_view.c -- other looks at the series of polstat-trend: residuals, autocorrelation, seasons. */
#include "job/figure/trend_view.h"

#include <math.h>
#include <string.h>

#include "job/emit.h"
#include "job/figure/figure_parts.h"
#include "job/figure/trend_line.h"
#include "job/figure/trend_names.h"
#include "stats/serial.h"
#include "stats/sort.h"
#include "stats/trend/autocorrelation.h"
#include "stats/trend/spacing.h"

/* --- residuals and their autocorrelation ---------------------------------------------------------- */

static const struct pst_method *line_of(const struct pst_job *job, struct pst_error *error)
{
  const struct pst_method *method = pst_method_of_line(job->methods, job->n_methods);

  if (method == NULL)
    pst_fail(error, PST_USAGE,
             "--view residuals and autocorrelation need a method with a line: ols, "
             "theil-sen, loess, ...");
  else if (job->options.log_axes != 0)
    pst_fail(error, PST_USAGE,
             "--log has no meaning with --view: residuals are on both sides of 0");
  return error->status == PST_OK ? method : NULL;
}

static enum pst_status residual_series(struct pst_job *job, const struct pst_pairs *pairs, size_t u,
                                       const struct pst_method *method,
                                       struct pst_figure_series *series, double *r1,
                                       struct pst_error *error)
{
  struct pst_sample rest;
  enum pst_status status = pst_trend_residuals(job, pairs, u, method, &rest, error);

  if (status != PST_OK)
    return status;
  series->n = rest.n;
  series->x = rest.x;
  series->y = rest.y;
  series->stems = true;
  *r1 = pst_serial_first(rest.y, rest.n);
  return PST_OK;
}

/* The first LAGS autocorrelations as stems, chance as a band. */
static enum pst_status lag_series(struct pst_job *job, struct pst_figure_series *series, double r1,
                                  struct pst_error *error)
{
  const struct pst_sample sample = {.n = series->n, .x = series->x, .y = series->y};
  const char *broken = pst_spacing_broken(&sample, NULL, &job->arena);
  const size_t most = (size_t)(10 * log10((double)series->n));
  const size_t lags = most < series->n ? most : series->n - 1;
  double *x = pst_arena_array(&job->arena, lags + 2, sizeof *x);
  double *y = pst_arena_array(&job->arena, lags + 2, sizeof *y);
  double *ends = pst_arena_array(&job->arena, 8, sizeof *ends);

  if (x == NULL || y == NULL || ends == NULL)
    return pst_fail_memory(error);
  if (broken != NULL || isnan(r1) || lags == 0)
    return pst_fail(error, PST_UNDEFINED, "%s",
                    broken != NULL ? broken : "the residuals are constant");
  for (size_t k = 1; k <= lags; k++)
    x[k - 1] = (double)k;
  for (size_t e = 0; e < 2; e++) {
    ends[e] = e == 0 ? 0.5 : (double)lags + 0.5;
    ends[2 + e] = 0;
    ends[4 + e] = -pst_serial_limit(series->n);
    ends[6 + e] = pst_serial_limit(series->n);
  }
  if (pst_autocorrelations(series->y, series->n, lags, y, &job->arena, error) != PST_OK)
    return error->status;
  *series = (struct pst_figure_series){.name = series->name,
                                       .n = lags,
                                       .x = x,
                                       .y = y,
                                       .stems = true,
                                       .fit_n = 2,
                                       .fit_x = ends,
                                       .fit_y = ends + 2,
                                       .fit_low = ends + 4,
                                       .fit_high = ends + 6};
  return PST_OK;
}

static const char *note_of(struct pst_job *job, const struct pst_pairs *pairs,
                           const struct pst_method *method, const struct pst_figure_series *series,
                           const double *r1)
{
  struct pst_buffer note = {.data = NULL};
  const char *text;

  pst_buffer_printf(&note, "Residuals of the line: %s. Lag-1 autocorrelation: ", method->line.name);
  for (size_t u = 0; u < pairs->n_units && u < 8; u++)
    pst_buffer_printf(&note, "%s%s%sr1 = %.2f", u > 0 ? "; " : "",
                      series[u].name == NULL ? "" : series[u].name,
                      series[u].name == NULL ? "" : ": ", r1[u]);
  if (pairs->n_units > 8)
    pst_buffer_printf(&note, "; and %zu more", pairs->n_units - 8);
  if (job->options.view == PST_VIEW_AUTOCORRELATION)
    pst_buffer_puts(&note, ". Band: ±1.96/√n, which chance passes once in twenty");
  text = pst_arena_copy(&job->arena, pst_buffer_string(&note), note.size);
  pst_buffer_free(&note);
  return text;
}

/* "Residual (USD million)"; of variables of several units the name alone. */
static const char *residual_label(struct pst_job *job, const struct pst_pairs *pairs)
{
  const char *unit = job->table.columns[pairs->pairs[0].y].unit;

  if (unit == NULL || strcmp(unit, "1") == 0 || pairs->n_pairs > 1)
    return "Residual";
  return pst_arena_format(&job->arena, "Residual (%s)", unit);
}

static enum pst_status draw_residuals(struct pst_job *job, const struct pst_pairs *pairs,
                                      struct pst_figure *figure, struct pst_error *error)
{
  const bool lags = job->options.view == PST_VIEW_AUTOCORRELATION;
  const struct pst_method *method = line_of(job, error);
  struct pst_figure_series *series =
      pst_arena_array(&job->arena, pairs->n_units + 1, sizeof *series);
  double *r1 = pst_arena_array(&job->arena, pairs->n_units + 1, sizeof *r1);
  enum pst_status status = error->status;

  if (status == PST_OK && (series == NULL || r1 == NULL))
    return pst_fail_memory(error);
  for (size_t u = 0; u < pairs->n_units && status == PST_OK; u++) {
    series[u] = (struct pst_figure_series){.name = pst_trend_series_name(job, pairs, u)};
    status = residual_series(job, pairs, u, method, &series[u], &r1[u], error);
    if (status == PST_OK && lags)
      status = lag_series(job, &series[u], r1[u], error);
  }
  if (status != PST_OK)
    return status;
  figure->series = series;
  figure->n_series = pairs->n_units;
  figure->gap = (double)INFINITY;
  figure->panels = pairs->n_units > 1 ? PST_FIGURE_PANELS_ALWAYS : PST_FIGURE_PANELS_AUTO;
  figure->note = note_of(job, pairs, method, series, r1);
  figure->x_label = lags ? "Lag, in steps of the series" : NULL;
  figure->y_label = lags ? "Autocorrelation of the residuals" : residual_label(job, pairs);
  return PST_OK;
}

/* --- seasons -------------------------------------------------------------------------------------- */

/* The line of a season by the Theil-Sen slope within it, through its points. */
static enum pst_status season_line(struct pst_job *job, const struct pst_pairs *pairs,
                                   const char *name, struct pst_figure_series *series,
                                   struct pst_error *error)
{
  const char *term = pst_arena_format(&job->arena, "slope[%s]", name);
  const struct pst_estimate *slope =
      term == NULL ? NULL
                   : pst_estimates_find(&pairs->units[0].estimates, "seasonal-theil-sen", term);
  double *rest = pst_arena_array(&job->arena, series->n + 1, sizeof *rest);

  if (rest == NULL)
    return pst_fail_memory(error);
  if (slope == NULL || isnan(slope->estimate) || series->n < 2)
    return PST_OK;
  for (size_t i = 0; i < series->n; i++)
    rest[i] = series->y[i] - slope->estimate * series->x[i];
  return pst_figure_line(job, pst_select_median(rest, series->n), slope->estimate, series->x[0],
                         series->x[series->n - 1], false, series, error);
}

static enum pst_status fill_seasons(struct pst_job *job, const struct pst_pairs *pairs,
                                    const struct pst_sample *sample,
                                    struct pst_figure_series *series, struct pst_error *error)
{
  const struct pst_series_parts *parts = &sample->beside->parts;
  enum pst_status status = PST_OK;

  for (size_t p = 0; p < parts->count && status == PST_OK; p++) {
    double *x = pst_arena_array(&job->arena, sample->n + 1, sizeof *x);
    double *y = pst_arena_array(&job->arena, sample->n + 1, sizeof *y);
    size_t n = 0;

    if (x == NULL || y == NULL)
      return pst_fail_memory(error);
    for (size_t i = 0; i < sample->n; i++)
      if (parts->of[i] == p) {
        x[n] = parts->time == NULL ? sample->x[i] : parts->time[i];
        y[n++] = sample->y[i];
      }
    series[p] = (struct pst_figure_series){.name = parts->names[p], .n = n, .x = x, .y = y};
    status = season_line(job, pairs, parts->names[p], &series[p], error);
  }
  return status;
}

static bool any_line(const struct pst_figure_series *series, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (series[i].fit_n > 0)
      return true;
  return false;
}

static enum pst_status draw_seasons(struct pst_job *job, const struct pst_pairs *pairs,
                                    struct pst_figure *figure, struct pst_error *error)
{
  const struct pst_column *y = &job->table.columns[pairs->pairs[0].y];
  struct pst_figure_series *series;
  struct pst_sample sample;
  enum pst_status status;

  if (job->options.season == NULL)
    return pst_fail(error, PST_USAGE, "--view seasons needs --season");
  if (pairs->n_units != 1)
    return pst_fail(error, PST_USAGE,
                    "--view seasons shows one series, and there are %zu; choose one with --where",
                    pairs->n_units);
  status = pst_pairs_sample(job, pairs, 0, &job->arena, &sample, NULL, error);
  if (status != PST_OK)
    return status;
  series = pst_arena_array(&job->arena, sample.beside->parts.count + 1, sizeof *series);
  status =
      series == NULL ? pst_fail_memory(error) : fill_seasons(job, pairs, &sample, series, error);
  figure->series = series;
  figure->n_series = sample.beside->parts.count;
  figure->y_label = pst_figure_axis_name(job, y);
  figure->x_year = true;
  figure->note = status == PST_OK && any_line(series, figure->n_series)
                     ? "Straight lines: the median of the slopes within each season (Theil-Sen)"
                     : "Each season through its values; seasonal-theil-sen draws the line of each";
  return status;
}

enum pst_status pst_trend_view(struct pst_job *job, const struct pst_pairs *pairs,
                               struct pst_error *error)
{
  const struct pst_column *time = &job->table.columns[pairs->pairs[0].x];
  struct pst_figure figure = {.kind = PST_FIGURE_LINES, .title = pst_trend_title(job, pairs)};
  enum pst_status status;

  status = job->options.view == PST_VIEW_SEASONS ? draw_seasons(job, pairs, &figure, error)
                                                 : draw_residuals(job, pairs, &figure, error);
  if (status == PST_OK && job->options.view == PST_VIEW_RESIDUALS)
    status = pst_figure_time_axis(job, time, &figure, error);
  return status == PST_OK ? pst_job_draw(job, &figure, error) : status;
}
