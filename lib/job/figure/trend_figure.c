/* trend_figure.c -- the figure of polstat-trend: points, and the line of a method. */
#include "job/figure/trend_figure.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/number.h"
#include "job/columns.h"
#include "job/emit.h"
#include "job/figure/figure_parts.h"

/* PANELS_FROM: with more series than this, lib/figure gives each a panel; SERIES_MOST: with more, nobody
   can read it; EACH_MOST: with more, the note tells n and p of all together. */
enum { PANELS_FROM = 8, SERIES_MOST = 120, EACH_MOST = 8 };

static const char *series_name(struct pst_job *job, const struct pst_pairs *pairs, size_t u)
{
  const struct pst_pair_unit *unit = &pairs->units[u];
  const char *label = pst_job_group_label(job, pairs->groups, unit->group);
  const char *variable = pst_figure_column_name(&job->table.columns[pairs->pairs[unit->pair].y]);

  if (label[0] == '\0')
    return pairs->n_pairs == 1 ? NULL : variable;
  return pairs->n_pairs == 1 ? label : pst_arena_format(&job->arena, "%s, %s", label, variable);
}

/* All rows of a unit that have a time, bounded and missing cells included, so that both show. */
static enum pst_status series_points(struct pst_job *job, const struct pst_pairs *pairs, size_t u,
                                     struct pst_figure_series *series, struct pst_error *error)
{
  const struct pst_column_pair *pair = &pairs->pairs[pairs->units[u].pair];
  const struct pst_column *y = &job->table.columns[pair->y];
  struct pst_column_pair times = {.x = pair->x, .y = pair->x};
  struct pst_pairs all = {.groups = pairs->groups, .pairs = &times, .n_pairs = 1, .by_time = true};
  struct pst_sample sample;
  size_t *rows;
  double *values;
  enum pst_status status =
      pst_pairs_sample(job, &all, pairs->units[u].group, &job->arena, &sample, &rows, error);

  if (status != PST_OK)
    return status;
  values = pst_arena_array(&job->arena, sample.n + 1, sizeof *values);
  if (values == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < sample.n; i++)
    values[i] = pst_column_number(y, rows[i]);
  series->n = sample.n;
  series->x = sample.x;
  series->y = values;
  return pst_figure_bounds(job, y, rows, sample.n, &series->y_low, &series->y_high, error);
}

/* A line that is not straight. */
static enum pst_status series_path(struct pst_job *job, const struct pst_pairs *pairs, size_t u,
                                   const struct pst_method *method,
                                   struct pst_figure_series *series, struct pst_error *error)
{
  struct pst_path path = {.n = 0};
  struct pst_sample sample;
  enum pst_status status = pst_pairs_sample(job, pairs, u, &job->arena, &sample, NULL, error);

  if (status == PST_OK && sample.n > 0)
    status = method->line.path(&sample, &pairs->units[u].estimates, pst_method_record(method),
                               &path, &job->arena, error);
  series->fit_n = path.n;
  series->fit_x = path.x;
  series->fit_y = path.y;
  return status;
}

/* The line between the first and the last time that has a value. */
static enum pst_status series_line(struct pst_job *job, const struct pst_pair_unit *unit,
                                   const struct pst_method *method, bool curved,
                                   struct pst_figure_series *series, struct pst_error *error)
{
  const char *record = pst_method_record(method);
  const struct pst_estimate *slope =
      pst_estimates_find(&unit->estimates, record, method->line.slope);
  const struct pst_estimate *intercept =
      pst_estimates_find(&unit->estimates, record, method->line.intercept);
  size_t first = 0, last = series->n;

  if (slope == NULL || intercept == NULL || isnan(slope->estimate))
    return PST_OK;
  while (first < series->n && isnan(series->y[first]))
    first++;
  while (last > first && isnan(series->y[last - 1]))
    last--;
  return pst_figure_line(job, intercept->estimate, slope->estimate, series->x[first],
                         series->x[last - 1], curved, series, error);
}

/* Columns of one unit share an axis. */
static bool one_unit(const struct pst_job *job, const struct pst_pairs *pairs)
{
  const char *first = job->table.columns[pairs->pairs[0].y].unit;

  for (size_t p = 1; p < pairs->n_pairs; p++) {
    const char *unit = job->table.columns[pairs->pairs[p].y].unit;

    if ((unit == NULL) != (first == NULL) || (unit != NULL && strcmp(unit, first) != 0))
      return false;
  }
  return true;
}

/* The band around the line; none where the method has none for these data. */
static enum pst_status series_band(struct pst_job *job, const struct pst_pairs *pairs, size_t u,
                                   const struct pst_method *method,
                                   struct pst_figure_series *series, struct pst_error *error)
{
  struct pst_band band = {.n = series->fit_n, .x = series->fit_x, .fit = series->fit_y};
  struct pst_error reason = {.status = PST_OK};
  struct pst_sample sample;
  enum pst_status status;

  if (method->band.kernel == NULL || series->fit_n == 0)
    return PST_OK;
  band.low = pst_arena_array(&job->arena, series->fit_n, sizeof *band.low);
  band.high = pst_arena_array(&job->arena, series->fit_n, sizeof *band.high);
  if (band.low == NULL || band.high == NULL)
    return pst_fail_memory(error);
  status = pst_pairs_sample(job, pairs, u, &job->arena, &sample, NULL, error);
  if (status != PST_OK)
    return status;
  status = method->band.kernel(&sample, &pairs->units[u].estimates, pst_method_record(method),
                               job->options.conf_level, &band, &job->arena, &reason);
  if (status == PST_UNDEFINED)
    return PST_OK;
  if (status != PST_OK)
    return pst_fail(error, status, "%s", reason.message);
  series->fit_low = band.low;
  series->fit_high = band.high;
  return PST_OK;
}

/* Bands of several lines in one plot would hide each other: those of the highlighted series, or of all
   where each has a panel of its own. */
static bool has_band(const struct pst_job *job, const struct pst_pairs *pairs,
                     const struct pst_figure_series *series)
{
  return pairs->n_units == 1 || pairs->n_units > PANELS_FROM || !one_unit(job, pairs)
         || series->highlight;
}

/* --- the note: method, n, p ---------------------------------------------------------------------- */

/* The first p of a method that tests for a trend, else the first of any. */
static const struct pst_estimate *test_of(const struct pst_job *job,
                                          const struct pst_pair_unit *unit)
{
  for (size_t m = 0; m < job->n_methods; m++)
    for (size_t i = 0; job->methods[m]->tests_trend && i < unit->estimates.count; i++)
      if (!isnan(unit->estimates.items[i].p_value)
          && strcmp(unit->estimates.items[i].method, pst_method_record(job->methods[m])) == 0)
        return &unit->estimates.items[i];
  for (size_t i = 0; i < unit->estimates.count; i++)
    if (!isnan(unit->estimates.items[i].p_value))
      return &unit->estimates.items[i];
  return NULL;
}

/* "change after": what the estimate of TEST is the time of; NULL. */
static const char *dated_by(const struct pst_job *job, const struct pst_estimate *test)
{
  for (size_t m = 0; m < job->n_methods; m++)
    if (strcmp(test->method, pst_method_record(job->methods[m])) == 0)
      return job->methods[m]->line.dated;
  return NULL;
}

/* "n = 65, p < 0.001", "n = 65, p < 0.001, change after 1898". */
static void note_one(const struct pst_job *job, const struct pst_estimate *test,
                     struct pst_buffer *note)
{
  if (test == NULL) {
    pst_buffer_puts(note, "no test");
    return;
  }
  pst_buffer_printf(note, "n = %zu, ", test->n);
  pst_figure_p(note, test->p_value);
  if (dated_by(job, test) != NULL && !isnan(test->estimate))
    pst_buffer_printf(note, ", %s %.6g", dated_by(job, test), test->estimate);
}

/* Series with the same text are named together: "Canada, France: n = 65, p < 0.001; Russia: ...". */
static void note_each(const struct pst_job *job, const struct pst_pairs *pairs,
                      const struct pst_figure_series *series, struct pst_buffer *note)
{
  struct pst_buffer texts[EACH_MOST] = {{.data = NULL}};
  size_t n = pairs->n_units;
  bool first = true;

  for (size_t u = 0; u < n; u++)
    note_one(job, test_of(job, &pairs->units[u]), &texts[u]);
  for (size_t u = 0; u < n; u++) {
    size_t same = 0;

    if (texts[u].failed || texts[u].size == 0)
      continue;
    pst_buffer_puts(note, first ? "" : "; ");
    first = false;
    for (size_t v = u; v < n; v++) {
      if (v > u && strcmp(pst_buffer_string(&texts[v]), pst_buffer_string(&texts[u])) != 0)
        continue;
      if (n > 1)
        pst_buffer_printf(note, "%s%s", same++ == 0 ? "" : ", ", series[v].name);
      if (v > u)
        pst_buffer_clear(&texts[v]);
    }
    pst_buffer_printf(note, "%s%s", n > 1 ? ": " : "", pst_buffer_string(&texts[u]));
  }
  for (size_t u = 0; u < n; u++)
    pst_buffer_free(&texts[u]);
}

static void note_range(struct pst_buffer *note, size_t least, size_t most)
{
  pst_buffer_printf(note, "n = %zu", least);
  if (most > least)
    pst_buffer_printf(note, " to %zu", most);
}

static void note_all(const struct pst_job *job, const struct pst_pairs *pairs,
                     struct pst_buffer *note)
{
  size_t significant = 0, tested = 0, least = SIZE_MAX, most = 0;

  for (size_t u = 0; u < pairs->n_units; u++) {
    const struct pst_estimate *test = test_of(job, &pairs->units[u]);

    if (test == NULL)
      continue;
    tested++;
    significant += test->p_value < 0.05;
    least = test->n < least ? test->n : least;
    most = test->n > most ? test->n : most;
  }
  if (tested == 0)
    pst_buffer_puts(note, "no test");
  else
    note_range(note, least, most);
  if (tested > 0)
    pst_buffer_printf(note, "; p < 0.05 (not adjusted) in %zu of %zu series", significant, tested);
}

static bool any_band(const struct pst_figure_series *series, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (series[i].fit_low != NULL)
      return true;
  return false;
}

static const char *band_text(struct pst_job *job, const struct pst_method *method)
{
  const char *text = pst_arena_format(&job->arena, " with the %g %% interval of its %s",
                                      100 * job->options.conf_level, method->band.of);

  return text == NULL ? "" : text;
}

static const char *make_note(struct pst_job *job, const struct pst_pairs *pairs,
                             const struct pst_figure_series *series,
                             const struct pst_method *method)
{
  struct pst_buffer note = {.data = NULL};
  const struct pst_estimate *test = NULL;
  const char *text;

  for (size_t u = 0; u < pairs->n_units && test == NULL; u++)
    test = test_of(job, &pairs->units[u]);
  if (method != NULL)
    pst_buffer_printf(&note, "Line: %s%s. ", method->line.name,
                      any_band(series, pairs->n_units) ? band_text(job, method) : "");
  if (test != NULL)
    pst_buffer_printf(&note, "Test: %s (%s): ", test->method, test->p_method);
  if (test == NULL)
    pst_buffer_puts(&note, "No test");
  else if (pairs->n_units <= EACH_MOST)
    note_each(job, pairs, series, &note);
  else
    note_all(job, pairs, &note);
  for (size_t u = 0; u < pairs->n_units; u++)
    if (series[u].y_low != NULL) {
      pst_buffer_puts(&note, ". Open circles: known only within bounds, not used");
      break;
    }
  text = pst_arena_copy(&job->arena, pst_buffer_string(&note), note.size);
  pst_buffer_free(&note);
  return text;
}

/* Where some series are highlighted, the lines of the others would only hide them. */
static bool has_line(const struct pst_job *job, const struct pst_figure_series *series)
{
  return job->options.highlight.count == 0 || series->highlight;
}

static enum pst_status make_series(struct pst_job *job, const struct pst_pairs *pairs,
                                   const struct pst_method *method,
                                   struct pst_figure_series *series, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t u = 0; u < pairs->n_units && status == PST_OK; u++) {
    series[u].name = series_name(job, pairs, u);
    series[u].highlight = series[u].name != NULL && pst_figure_highlighted(job, series[u].name);
    status = series_points(job, pairs, u, &series[u], error);
    if (status == PST_OK && method != NULL && has_line(job, &series[u]))
      status = method->line.path != NULL
                   ? series_path(job, pairs, u, method, &series[u], error)
                   : series_line(job, &pairs->units[u], method, has_band(job, pairs, &series[u]),
                                 &series[u], error);
    if (status == PST_OK && method != NULL && has_band(job, pairs, &series[u]))
      status = series_band(job, pairs, u, method, &series[u], error);
  }
  return status;
}

/* The titles of the columns, one after the other. */
static const char *title_of(struct pst_job *job, const struct pst_pairs *pairs)
{
  struct pst_buffer title = {.data = NULL};
  const char *copy;

  for (size_t p = 0; p < pairs->n_pairs; p++)
    pst_buffer_printf(&title, "%s%s", p == 0 ? "" : "; ",
                      pst_figure_column_name(&job->table.columns[pairs->pairs[p].y]));
  copy = pst_arena_copy(&job->arena, pst_buffer_string(&title), title.size);
  pst_buffer_free(&title);
  return copy;
}

enum pst_status pst_trend_figure(struct pst_job *job, const struct pst_pairs *pairs,
                                 struct pst_error *error)
{
  const struct pst_column *time = &job->table.columns[pairs->pairs[0].x];
  const struct pst_column *y = &job->table.columns[pairs->pairs[0].y];
  const struct pst_method *method = pst_method_of_line(job->methods, job->n_methods);
  struct pst_figure_series *series =
      pst_arena_array(&job->arena, pairs->n_units + 1, sizeof *series);
  struct pst_figure figure = {.kind = PST_FIGURE_LINES, .decimals = 0};
  enum pst_status status;

  if (pairs->n_units > SERIES_MOST)
    return pst_fail(error, PST_USAGE,
                    "a figure of %zu series cannot be read; choose %d at most with --where",
                    pairs->n_units, SERIES_MOST);
  if (series == NULL)
    return pst_fail_memory(error);
  status = make_series(job, pairs, method, series, error);
  figure.series = series;
  figure.n_series = pairs->n_units;
  figure.title = title_of(job, pairs);
  figure.y_label = pairs->n_pairs == 1    ? pst_figure_axis_name(job, y)
                   : one_unit(job, pairs) ? y->unit
                                          : NULL;
  if (!one_unit(job, pairs))
    figure.panels = PST_FIGURE_PANELS_ALWAYS;
  figure.note = make_note(job, pairs, series, method);
  if (status == PST_OK)
    status = pst_figure_check_highlight(job, &figure, error);
  if (status == PST_OK)
    status = pst_figure_time_axis(job, time, &figure, error);
  return status == PST_OK ? pst_job_draw(job, &figure, error) : status;
}
