#include "job/trend_figure.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/number.h"
#include "job/columns.h"
#include "job/emit.h"
#include "job/figure_parts.h"

/* The method whose line is drawn. */
static const char *line_method(const struct pst_job *job)
{
  static const char *const order[] = {"theil-sen", "ols"};

  for (size_t o = 0; o < sizeof order / sizeof *order; o++)
    for (size_t m = 0; m < job->n_methods; m++)
      if (strcmp(job->methods[m]->name, order[o]) == 0)
        return order[o];
  return NULL;
}

static const char *series_name(struct pst_job *job, const struct pst_pairs *pairs, size_t u)
{
  const struct pst_unit *unit = &pairs->units[u];
  const char *label = pst_job_group_label(job, pairs->groups, unit->group);
  const char *variable = pairs->pairs[unit->pair].y_name;

  if (label[0] == '\0')
    return pairs->n_pairs == 1 ? NULL : variable;
  return pairs->n_pairs == 1 ? label : pst_arena_format(&job->arena, "%s, %s", label, variable);
}

/* All rows of a unit that have a time, bounded and missing cells included, so that both show. */
static enum pst_status series_points(struct pst_job *job, const struct pst_pairs *pairs, size_t u,
                                     struct pst_figure_series *series, struct pst_error *error)
{
  const struct pst_pair *pair = &pairs->pairs[pairs->units[u].pair];
  const struct pst_column *y = &job->table.columns[pair->y];
  struct pst_pair times = {.x = pair->x, .y = pair->x};
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
    values[i] = y->value[rows[i]];
  series->n = sample.n;
  series->x = sample.x;
  series->y = values;
  return pst_figure_bounds(job, y, rows, sample.n, &series->y_low, &series->y_high, error);
}

/* The line between the first and the last time that has a value. */
static enum pst_status series_line(struct pst_job *job, const struct pst_unit *unit,
                                   const char *method, struct pst_figure_series *series,
                                   struct pst_error *error)
{
  const struct pst_estimate *slope = pst_pairs_find(unit, method, "slope");
  const struct pst_estimate *intercept = pst_pairs_find(unit, method, "intercept");
  size_t first = 0, last = series->n;

  if (slope == NULL || intercept == NULL || isnan(slope->estimate))
    return PST_OK;
  while (first < series->n && isnan(series->y[first]))
    first++;
  while (last > first && isnan(series->y[last - 1]))
    last--;
  return pst_figure_line(job, intercept->estimate, slope->estimate, series->x[first],
                         series->x[last - 1], series, error);
}

/* --- the note: method, n, p ---------------------------------------------------------------------- */

static const struct pst_estimate *test_of(const struct pst_unit *unit)
{
  for (size_t i = 0; i < unit->estimates.count; i++)
    if (!isnan(unit->estimates.items[i].p_value)
        && strcmp(unit->estimates.items[i].method, "mann-kendall") == 0)
      return &unit->estimates.items[i];
  for (size_t i = 0; i < unit->estimates.count; i++)
    if (!isnan(unit->estimates.items[i].p_value))
      return &unit->estimates.items[i];
  return NULL;
}

static void note_each(const struct pst_pairs *pairs, const struct pst_figure_series *series,
                      struct pst_buffer *note)
{
  for (size_t u = 0; u < pairs->n_units; u++) {
    const struct pst_estimate *test = test_of(&pairs->units[u]);

    if (u > 0)
      pst_buffer_puts(note, "; ");
    if (pairs->n_units > 1)
      pst_buffer_printf(note, "%s ", series[u].name);
    if (test == NULL) {
      pst_buffer_puts(note, "no test");
      continue;
    }
    pst_buffer_printf(note, "n = %zu, ", test->n);
    pst_figure_p(note, test->p_value);
  }
}

static void note_all(const struct pst_pairs *pairs, struct pst_buffer *note)
{
  size_t significant = 0, tested = 0, least = SIZE_MAX, most = 0;

  for (size_t u = 0; u < pairs->n_units; u++) {
    const struct pst_estimate *test = test_of(&pairs->units[u]);

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
    pst_buffer_printf(note, "n = %zu to %zu; p < 0.05 (not adjusted) in %zu of %zu series", least,
                      most, significant, tested);
}

static const char *make_note(struct pst_job *job, const struct pst_pairs *pairs,
                             const struct pst_figure_series *series, const char *method)
{
  enum { EACH_MOST = 8 };
  struct pst_buffer note = {.data = NULL};
  const struct pst_estimate *test = NULL;
  const char *text;

  for (size_t u = 0; u < pairs->n_units && test == NULL; u++)
    test = test_of(&pairs->units[u]);
  if (method != NULL)
    pst_buffer_printf(&note, "Line: %s. ",
                      strcmp(method, "ols") == 0 ? "least squares" : "Theil-Sen");
  if (test != NULL)
    pst_buffer_printf(&note, "Test: %s (%s): ", test->method, test->p_method);
  if (pairs->n_units <= EACH_MOST)
    note_each(pairs, series, &note);
  else
    note_all(pairs, &note);
  text = pst_arena_copy(&job->arena, pst_buffer_string(&note), note.size);
  pst_buffer_free(&note);
  return text;
}

static enum pst_status make_series(struct pst_job *job, const struct pst_pairs *pairs,
                                   const char *method, struct pst_figure_series *series,
                                   struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t u = 0; u < pairs->n_units && status == PST_OK; u++) {
    series[u].name = series_name(job, pairs, u);
    series[u].highlight = series[u].name != NULL && pst_figure_highlighted(job, series[u].name);
    status = series_points(job, pairs, u, &series[u], error);
    if (status == PST_OK && method != NULL)
      status = series_line(job, &pairs->units[u], method, &series[u], error);
  }
  return status;
}

enum pst_status pst_trend_figure(struct pst_job *job, const struct pst_pairs *pairs,
                                 struct pst_error *error)
{
  const struct pst_column *time = &job->table.columns[pairs->pairs[0].x];
  const struct pst_column *y = &job->table.columns[pairs->pairs[0].y];
  const char *method = line_method(job);
  struct pst_figure_series *series =
      pst_arena_array(&job->arena, pairs->n_units + 1, sizeof *series);
  struct pst_figure figure = {.kind = PST_FIGURE_LINES, .decimals = 0};
  enum pst_status status;

  if (series == NULL)
    return pst_fail_memory(error);
  status = make_series(job, pairs, method, series, error);
  figure.series = series;
  figure.n_series = pairs->n_units;
  figure.title = pst_arena_format(&job->arena, "%s over %s", pst_figure_column_name(y),
                                  pst_figure_column_name(time));
  figure.y_label = pairs->n_pairs == 1 ? pst_figure_axis_name(job, y) : NULL;
  figure.note = make_note(job, pairs, series, method);
  if (status == PST_OK)
    status = pst_figure_check_highlight(job, &figure, error);
  if (status == PST_OK)
    status = pst_figure_time_axis(job, time, &figure, error);
  return status == PST_OK ? pst_job_draw(job, &figure, error) : status;
}
