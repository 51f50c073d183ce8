/* correlate_figure.c -- the figures of polstat-correlate: a labelled scatter, or a heat map. */
#include "job/figure/correlate_figure.h"

#include <math.h>
#include <stdint.h>
#include <string.h>
#include <stdio.h>

#include "job/emit.h"
#include "job/figure/figure_number.h"
#include "job/figure/figure_parts.h"
#include "job/pairwise/square.h"
#include "stats/slope/ols.h"

/* More colours and point shapes than this cannot be told apart. */

/* --- heat map ------------------------------------------------------------------------------------ */

/* The p of a pair: adjusted where that was asked for. */
static double p_of(const struct pst_estimate *row)
{
  return isnan(row->p_adjusted) ? row->p_value : row->p_adjusted;
}

/* Pairs are made as 0-1, 0-2, 1-2, 0-3: both cells of each are marked. */
static const bool *mark_cells(struct pst_job *job, const struct pst_pairs *pairs, size_t n,
                              size_t *tests)
{
  bool *marked = pst_arena_array(&job->arena, n * n, sizeof *marked);
  size_t u = 0;

  *tests = 0;
  for (size_t j = 1; j < n && marked != NULL; j++)
    for (size_t i = 0; i < j; i++, u++) {
      double p = p_of(&pairs->units[u].estimates.items[0]);

      *tests += isnan(p) ? 0 : 1;
      marked[i * n + j] = marked[j * n + i] = p < 1 - job->options.conf_level;
    }
  return marked;
}

/* "* p < 0.05, adjusted for 15 tests by Holm."; NULL: none was tested. */
static const char *mark_note(struct pst_job *job, size_t tests)
{
  static const char *const names[] = {NULL,       "Bonferroni",         "Holm",
                                      "Hochberg", "Benjamini-Hochberg", "Benjamini-Yekutieli"};
  double level = 1 - job->options.conf_level;
  const char *adjust = names[job->options.adjust];

  struct pst_buffer note = {.data = NULL};
  const char *text;

  if (tests == 0)
    return NULL;
  pst_buffer_printf(&note, "* p < %.3g, %s for ", level,
                    adjust == NULL ? "not adjusted" : "adjusted");
  pst_figure_put_count(&note, tests);
  pst_buffer_puts(&note, tests == 1 ? " test" : " tests");
  pst_buffer_printf(&note, adjust == NULL ? "." : " by %s.", adjust == NULL ? "" : adjust);
  text = pst_arena_copy(&job->arena, pst_buffer_string(&note), note.size);
  pst_buffer_free(&note);
  return text;
}

static enum pst_status heatmap(struct pst_job *job, const struct pst_correlate_settings *settings,
                               const struct pst_pairs *pairs, struct pst_error *error)
{
  size_t n = settings->n_columns;
  const char **names = pst_arena_array(&job->arena, n, sizeof *names);
  struct pst_figure figure = {.kind = PST_FIGURE_HEATMAP, .decimals = 2, .rows = n, .columns = n};
  struct pst_buffer note = {.data = NULL};
  size_t least = SIZE_MAX, most = 0, tests;

  if (pairs->groups->n_keys > 0)
    return pst_fail(error, PST_USAGE,
                    "the heat map of --all has no groups; leave -g out or use --where");
  figure.cells = pst_square_values(job, pairs, settings->columns, n);
  if (names == NULL || figure.cells == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    names[i] = pst_figure_column_name(&job->table.columns[settings->columns[i]]);
  for (size_t u = 0; u < pairs->n_units; u++) {
    size_t rows = pairs->units[u].estimates.items[0].n;

    least = rows < least ? rows : least;
    most = rows > most ? rows : most;
  }
  figure.row_names = figure.column_names = names;
  figure.marked = mark_cells(job, pairs, n, &tests);
  figure.title = pst_arena_format(&job->arena, "Correlation (%s)", job->methods[0]->name);
  figure.mark_note = mark_note(job, tests);
  pst_buffer_printf(&note, "%s; ", job->methods[0]->summary);
  pst_figure_put_n(&note, least, most);
  pst_buffer_puts(&note, "; pairwise complete rows.");
  figure.note = pst_arena_copy(&job->arena, pst_buffer_string(&note), note.size);
  pst_buffer_free(&note);
  return pst_job_draw(job, &figure, error);
}

/* --- scatter ------------------------------------------------------------------------------------- */

static const char *series_name(struct pst_job *job, const struct pst_pairs *pairs, size_t u)
{
  const char *label = pst_job_group_label(job, pairs->groups, pairs->units[u].group);
  const char *variable = pairs->pairs[pairs->units[u].pair].y_name;

  if (pairs->groups->n_keys == 0)
    return pairs->n_pairs == 1 ? NULL : variable;
  return pairs->n_pairs == 1 ? label : pst_arena_format(&job->arena, "%s, %s", label, variable);
}

/* The rows of the unit whose x is known: those with a value of y and those with bounds. */
static enum pst_status series_points(struct pst_job *job,
                                     const struct pst_correlate_settings *settings,
                                     const struct pst_pairs *pairs, size_t u,
                                     struct pst_figure_series *series, struct pst_error *error)
{
  const struct pst_column_pair *pair = &pairs->pairs[pairs->units[u].pair];
  const struct pst_column *y = &job->table.columns[pair->y];
  struct pst_column_pair own = {.x = pair->x, .y = pair->x};
  struct pst_pairs all = {.groups = pairs->groups, .pairs = &own, .n_pairs = 1};
  struct pst_sample sample;
  size_t *rows;
  double *values;
  const char **labels;
  enum pst_status status =
      pst_pairs_sample(job, &all, pairs->units[u].group, &job->arena, &sample, &rows, error);

  if (status != PST_OK)
    return status;
  values = pst_arena_array(&job->arena, sample.n + 1, sizeof *values);
  labels = pst_arena_array(&job->arena, sample.n + 1, sizeof *labels);
  if (values == NULL || labels == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < sample.n; i++) {
    values[i] = pst_column_number(y, rows[i]);
    if (settings->label_role != SIZE_MAX && !isnan(values[i])) {
      const struct pst_column *label = pst_job_column(job, settings->label_role);

      if (pst_column_code(label, rows[i]) != PST_CODE_MISSING)
        labels[i] = pst_column_string(label, rows[i]);
    }
  }
  series->n = sample.n;
  series->x = sample.x;
  series->y = values;
  series->labels = settings->label_role == SIZE_MAX ? NULL : labels;
  return pst_figure_bounds(job, y, rows, sample.n, &series->y_low, &series->y_high, error);
}

/* The least-squares line over the range of x; none where it is undefined. */
static enum pst_status series_fit(struct pst_job *job, const struct pst_pairs *pairs, size_t u,
                                  struct pst_figure_series *series, struct pst_error *error)
{
  struct pst_estimates fit = {.arena = &job->arena};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_error undefined = {.status = PST_OK};
  const struct pst_test test = {.alternative = PST_TWO_SIDED};
  struct pst_sample sample;
  double low = INFINITY, high = -INFINITY;
  enum pst_status status = pst_pairs_sample(job, pairs, u, &job->arena, &sample, NULL, error);

  for (size_t i = 0; status == PST_OK && i < sample.n; i++) {
    low = fmin(low, sample.x[i]);
    high = fmax(high, sample.x[i]);
  }
  if (status == PST_OK && pst_ols(&sample, &test, &fit, &scratch, &undefined) == PST_OK)
    status = pst_figure_line(job, fit.items[1].estimate, fit.items[0].estimate, low, high, false,
                             series, error);
  pst_estimates_free(&fit);
  pst_arena_free(&scratch);
  return status;
}

/* More lines than this hide the points and each other: those of highlighted series alone are drawn. */
enum { FITS_MOST = 12 };

static bool has_fit(const struct pst_pairs *pairs, const struct pst_figure_series *series)
{
  return pairs->n_units <= FITS_MOST || series->highlight;
}

static bool any_fit(const struct pst_figure_series *series, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (series[i].fit_n > 0)
      return true;
  return false;
}

/* A point needs a value of x; only the bounds of y are drawn. */
static void add_bounded(struct pst_job *job, const struct pst_pairs *pairs,
                        const struct pst_figure_series *series, struct pst_buffer *note)
{
  const struct pst_column *x = &job->table.columns[pairs->pairs[0].x];
  const char *bounded = pst_figure_bounded(series, pairs->n_units, false);
  size_t undrawn = 0;

  for (size_t r = 0; r < job->table.n_rows; r++)
    undrawn += pst_column_bounded(x, r);
  if (bounded != NULL)
    pst_buffer_printf(note, ". %s: known only within bounds, not used%s", bounded,
                      job->options.bounds ? " for the estimate" : "");
  if (job->options.given.printed)
    pst_buffer_puts(note, ". Short bars: what the printed digits leave open");
  if (undrawn > 0)
    pst_buffer_printf(note, ". Not drawn: %zu row%s whose %s is known only within bounds", undrawn,
                      undrawn == 1 ? "" : "s", x->name);
}

enum { NOTED_MOST = 6 };

static const char *make_note(struct pst_job *job, const struct pst_pairs *pairs,
                             const struct pst_figure_series *series)
{
  struct pst_buffer note = {.data = NULL};
  const char *text;

  if (any_fit(series, pairs->n_units))
    pst_buffer_puts(&note, job->options.log_axes == 0 ? "Line: least squares. "
                                                      : "Curve: the least-squares line. ");
  for (size_t u = 0; u < pairs->n_units && u < NOTED_MOST; u++) {
    const struct pst_estimate *row = &pairs->units[u].estimates.items[0];
    const char *name = series_name(job, pairs, u);

    pst_buffer_printf(&note, "%s%s%s%s %s ", u == 0 ? "" : "; ", name == NULL ? "" : name,
                      name == NULL ? "" : ": ", row->method, row->term);
    if (isnan(row->estimate)) {
      pst_buffer_puts(&note, "undefined");
      continue;
    }
    pst_buffer_puts(&note, "= ");
    pst_figure_put_value(&note, row->estimate, 2);
    pst_buffer_puts(&note, ", ");
    pst_figure_put_n(&note, row->n, row->n);
    pst_buffer_puts(&note, ", ");
    if (isnan(row->p_value))
      pst_buffer_puts(&note, "no p");
    else
      pst_figure_p(&note, row->p_value);
  }
  if (pairs->n_units > NOTED_MOST)
    pst_buffer_printf(&note, "; of %zu more see the table", pairs->n_units - NOTED_MOST);
  for (size_t u = 0; u < pairs->n_units && u < NOTED_MOST; u++)
    pst_figure_leeway(job, &pairs->units[u].estimates, &note);
  add_bounded(job, pairs, series, &note);
  pst_buffer_putc(&note, '.');
  text = pst_arena_copy(&job->arena, pst_buffer_string(&note), note.size);
  pst_buffer_free(&note);
  return text;
}

static enum pst_status scatter(struct pst_job *job, const struct pst_correlate_settings *settings,
                               const struct pst_pairs *pairs, struct pst_error *error)
{
  const struct pst_column *x = &job->table.columns[pairs->pairs[0].x];
  const struct pst_column *y = &job->table.columns[pairs->pairs[0].y];
  struct pst_figure_series *series =
      pst_arena_array(&job->arena, pairs->n_units + 1, sizeof *series);
  struct pst_figure figure = {
      .kind = PST_FIGURE_SCATTER, .decimals = 0, .series = series, .n_series = pairs->n_units};
  enum pst_status status = PST_OK;

  if (series == NULL)
    return pst_fail_memory(error);
  for (size_t u = 0; u < pairs->n_units && status == PST_OK; u++) {
    series[u].name = series_name(job, pairs, u);
    series[u].highlight = series[u].name != NULL && pst_figure_highlighted(job, series[u].name);
    status = series_points(job, settings, pairs, u, &series[u], error);
    if (status == PST_OK && has_fit(pairs, &series[u]))
      status = series_fit(job, pairs, u, &series[u], error);
  }
  if (status == PST_OK)
    status = pst_figure_check_highlight(job, &figure, error);
  figure.title = pairs->n_pairs == 1
                     ? pst_arena_format(&job->arena, "%s against %s", pst_figure_column_name(y),
                                        pst_figure_column_name(x))
                     : pst_arena_format(&job->arena, "Against %s", pst_figure_column_name(x));
  figure.x_label = pst_figure_axis_name(job, x);
  figure.y_label = pairs->n_pairs == 1 ? pst_figure_axis_name(job, y) : y->unit;
  figure.note = make_note(job, pairs, series);
  return status == PST_OK ? pst_job_draw(job, &figure, error) : status;
}

/* --- lags ---------------------------------------------------------------------------------------- */

/* The correlations of a unit by lag: its rows behind the main one. */
static enum pst_status lag_series(struct pst_job *job, const struct pst_pair_unit *unit,
                                  struct pst_figure_series *series, struct pst_error *error)
{
  size_t n = unit->estimates.count;
  double *x = pst_arena_array(&job->arena, n + 1, sizeof *x);
  double *y = pst_arena_array(&job->arena, n + 1, sizeof *y);
  double *low = pst_arena_array(&job->arena, n + 1, sizeof *low);
  double *high = pst_arena_array(&job->arena, n + 1, sizeof *high);

  if (x == NULL || y == NULL || low == NULL || high == NULL)
    return pst_fail_memory(error);
  *series = (struct pst_figure_series){
      .x = x, .y = y, .fit_x = x, .fit_y = y, .fit_low = low, .fit_high = high};
  for (size_t i = 0; i < n; i++) {
    const struct pst_estimate *row = &unit->estimates.items[i];
    int lag;

    if (sscanf(row->term, "lag[%d]", &lag) != 1)
      continue;
    x[series->n] = lag;
    y[series->n] = row->estimate;
    low[series->n] = row->conf_low;
    high[series->n++] = row->conf_high;
  }
  series->fit_n = series->n;
  return PST_OK;
}

static enum pst_status lag_profile(struct pst_job *job, const struct pst_pairs *pairs,
                                   struct pst_error *error)
{
  const struct pst_column *x = &job->table.columns[pairs->pairs[0].x];
  const struct pst_column *y = &job->table.columns[pairs->pairs[0].y];
  struct pst_figure_series *series =
      pst_arena_array(&job->arena, pairs->n_units + 1, sizeof *series);
  struct pst_figure figure = {
      .kind = PST_FIGURE_LINES, .series = series, .n_series = pairs->n_units};
  enum pst_status status = series == NULL ? pst_fail_memory(error) : PST_OK;

  for (size_t u = 0; u < pairs->n_units && status == PST_OK; u++) {
    status = lag_series(job, &pairs->units[u], &series[u], error);
    series[u].name = series_name(job, pairs, u);
  }
  figure.title = pst_arena_format(&job->arena, "%s and %s, by lag", pst_figure_column_name(x),
                                  pst_figure_column_name(y));
  figure.x_label = pst_arena_format(&job->arena, "Lag in rows: above 0, %s goes before",
                                    pst_figure_column_name(x));
  figure.y_label = "Correlation";
  figure.note = pst_arena_format(
      &job->arena,
      "%g %% intervals with Bartlett's variance, which allows for autocorrelation; p "
      "not adjusted.",
      100 * job->options.conf_level);
  return status == PST_OK ? pst_job_draw(job, &figure, error) : status;
}

enum pst_status pst_correlate_figure(struct pst_job *job,
                                     const struct pst_correlate_settings *settings,
                                     const struct pst_pairs *pairs, struct pst_error *error)
{
  if (settings->all)
    return heatmap(job, settings, pairs, error);
  if (settings->x.count > 1)
    return pst_fail(error, PST_USAGE, "--plot and --render draw one -x column; there are %zu",
                    settings->x.count);
  if (strcmp(job->methods[0]->name, "lagged") == 0)
    return lag_profile(job, pairs, error);
  return scatter(job, settings, pairs, error);
}
