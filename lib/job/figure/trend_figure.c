/* trend_figure.c -- the figure of polstat-trend: points, and the line of a method. */
#include "job/figure/trend_figure.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "figure/page/axis.h"
#include "figure/page/measure.h"
#include "figure/page/page.h"
#include "job/columns.h"
#include "job/emit.h"
#include "job/figure/figure_number.h"
#include "job/figure/figure_parts.h"
#include "job/figure/trend_line.h"
#include "job/figure/trend_names.h"
#include "job/figure/trend_scale.h"
#include "job/figure/trend_view.h"

/* PANELS_FROM: with more series than this, lib/figure gives each a panel, and with more than PANELS_MOST all are
   grey in one plot; EACH_MOST: with more, or where that would take more than EACH_LINES, the note tells n and p of all
   together. */
enum { PANELS_FROM = 8, PANELS_MOST = 120, EACH_MOST = 8, EACH_LINES = 4 };

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

static void put_number(struct pst_buffer *note, double value)
{
  pst_figure_put_value(note, value, 3);
}

/* "Slope 241 [214, 269]"; of a fit to logarithms of y the growth in per cent, "growth 4.1 [3.2, 5.0] %".
   False where the line has no slope that means something. */
static bool note_slope(const struct pst_job *job, const struct pst_trend_slope *slope,
                       struct pst_buffer *note)
{
  const bool growth = (job->options.log_axes & 2) != 0;

  if (isnan(slope->slope) || (job->options.log_axes & 1) != 0)
    return false;
  pst_buffer_puts(note, growth ? "growth " : "slope ");
  put_number(note, growth ? 100 * expm1(slope->slope) : slope->slope);
  if (!isnan(slope->low)) {
    pst_buffer_puts(note, " [");
    put_number(note, growth ? 100 * expm1(slope->low) : slope->low);
    pst_buffer_puts(note, ", ");
    put_number(note, growth ? 100 * expm1(slope->high) : slope->high);
    pst_buffer_puts(note, "]");
  }
  pst_buffer_puts(note, growth ? " %" : "");
  return true;
}

/* "change after": what the estimate of TEST is the time of; NULL. */
static const char *dated_by(const struct pst_job *job, const struct pst_estimate *test)
{
  for (size_t m = 0; m < job->n_methods; m++)
    if (strcmp(test->method, pst_method_record(job->methods[m])) == 0)
      return job->methods[m]->line.dated;
  return NULL;
}

/* "n = 65, p < 0.001, r1 = 0.79", "n = 65, p < 0.001, change after 1898". */
static void note_test(const struct pst_job *job, const struct pst_pair_unit *unit,
                      const struct pst_estimate *test, struct pst_buffer *note)
{
  const struct pst_estimate *r1;
  char text[PST_AXIS_TEXT];

  if (test == NULL) {
    pst_buffer_puts(note, "no test");
    return;
  }
  pst_figure_put_n(note, test->n, test->n);
  pst_buffer_puts(note, ", ");
  pst_figure_p(note, test->p_value);
  if (dated_by(job, test) != NULL && !isnan(test->estimate))
    pst_buffer_printf(note, ", %s %.6g", dated_by(job, test),
                      pst_trend_log_x(job) ? exp(test->estimate) : test->estimate);
  r1 = pst_estimates_find(&unit->estimates, test->method, "r1");
  if (r1 != NULL && !isnan(r1->estimate))
    pst_buffer_printf(note, ", r1 = %s", pst_axis_number(text, r1->estimate, 2));
}

/* Of several series: "slope 241 [214, 269], n = 65, p < 0.001, r1 = 0.79"; the slope of a single one stands
   with its line. */
static void note_one(const struct pst_job *job, const struct pst_pairs *pairs, size_t u,
                     const struct pst_trend_slope *slope, struct pst_buffer *note)
{
  if (pairs->n_units > 1 && note_slope(job, slope, note))
    pst_buffer_puts(note, ", ");
  note_test(job, &pairs->units[u], test_of(job, &pairs->units[u]), note);
  pst_figure_leeway(job, &pairs->units[u].estimates, note);
}

/* Series with the same text are named together: "Canada, France: n = 65, p < 0.001; Russia: ...". */
static void note_each(const struct pst_job *job, const struct pst_pairs *pairs,
                      const struct pst_figure_series *series, const struct pst_trend_slope *slopes,
                      struct pst_buffer *note)
{
  struct pst_buffer texts[EACH_MOST] = {{.data = NULL}};
  size_t n = pairs->n_units;
  bool first = true;

  for (size_t u = 0; u < n; u++)
    note_one(job, pairs, u, &slopes[u], &texts[u]);
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
    pst_figure_put_n(note, least, most);
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

/* The scale in which the line was made, where it is not that of the values. */
static const char *scale_text(const struct pst_job *job)
{
  static const char *const texts[] = {"", " of the values against the logarithm of time",
                                      " of the logarithms of the values",
                                      " of the logarithms of values and times"};

  return texts[job->options.log_axes & 3];
}

/* Of one series its slope and unit, of several the unit alone; none where slopes are not told. */
static void note_unit(const struct pst_job *job, const struct pst_pairs *pairs,
                      const struct pst_trend_slope *slopes, const char *unit,
                      struct pst_buffer *note)
{
  const bool growth = (job->options.log_axes & 2) != 0;
  struct pst_buffer text = {.data = NULL};

  if (unit == NULL || slopes == NULL || !one_unit(job, pairs) || (job->options.log_axes & 1) != 0)
    return;
  if (pairs->n_units > 1)
    pst_buffer_printf(note,
                      growth                          ? "Growth per %s. "
                      : strncmp(unit, "per ", 4) == 0 ? "Slopes %s. "
                                                      : "Slopes in %s. ",
                      growth ? pairs->pairs[0].x_unit : unit);
  else if (note_slope(job, &slopes[0], &text) && !text.failed) {
    text.data[0] = growth ? 'G' : 'S';
    pst_buffer_printf(note, growth ? "%s per %s. " : "%s %s. ", pst_buffer_string(&text),
                      growth ? pairs->pairs[0].x_unit : unit);
  }
  pst_buffer_free(&text);
}

/* "Line: loess (span 0.75, degree 2) with the 95 % interval of its mean. Slopes in USD million per year." */
static void note_line(struct pst_job *job, const struct pst_pairs *pairs,
                      const struct pst_figure_series *series, const struct pst_trend_slope *slopes,
                      const struct pst_method *method, struct pst_buffer *note)
{
  const struct pst_column *y = &job->table.columns[pairs->pairs[0].y];
  const char *of = method->band.kernel != NULL ? method->band.of : "mean";
  const char *unit = method->line.slope == NULL
                         ? NULL
                         : pst_method_unit(method, method->line.slope, y->unit,
                                           pairs->pairs[0].x_unit, &job->arena);

  pst_buffer_printf(note, "Line: %s", method->line.name);
  if ((method->honours & (PST_HONOURS_SPAN | PST_HONOURS_DEGREE)) == PST_HONOURS_DEGREE)
    pst_buffer_printf(note, " of degree %zu", job->options.degree > 0 ? job->options.degree : 2);
  pst_buffer_printf(note, "%s%s",
                    method->line.path != NULL && job->options.log_axes != 0 ? "," : "",
                    scale_text(job));
  if (method->honours & PST_HONOURS_SPAN)
    pst_buffer_printf(note, " (span %g, degree %zu)",
                      job->options.span > 0 ? job->options.span : 0.75,
                      job->options.degree > 0 ? job->options.degree : 2);
  if (any_band(series, pairs->n_units))
    pst_buffer_printf(note, " with the %g %% interval of its %s", 100 * job->options.conf_level,
                      of);
  pst_buffer_puts(note, ". ");
  note_unit(job, pairs, slopes, unit, note);
}

static bool any_line(const struct pst_figure_series *series, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (series[i].fit_n > 0)
      return true;
  return n == 0;
}

/* Whether some p would be another on the values as they are. */
static bool test_feels_scale(const struct pst_job *job, const struct pst_pairs *scaled,
                             const struct pst_pairs *pairs)
{
  for (size_t u = 0; u < pairs->n_units; u++) {
    const struct pst_estimate *test = test_of(job, &scaled->units[u]);
    const struct pst_estimate *plain = test_of(job, &pairs->units[u]);

    if (test != NULL && (plain == NULL || test->p_value != plain->p_value))
      return true;
  }
  return false;
}

/* "Test: ols (t): " */
static void note_method(const struct pst_job *job, const struct pst_pairs *scaled,
                        const struct pst_pairs *pairs, const struct pst_estimate *test,
                        struct pst_buffer *note)
{
  pst_buffer_printf(
      note, "Test%s: %s (%s): ", test_feels_scale(job, scaled, pairs) ? scale_text(job) : "",
      test->method, test->p_method);
}

/* What the ends beside the values are: bounds, or printed digits. */
static void note_ends(const struct pst_job *job, const struct pst_figure_series *series, size_t n,
                      const struct pst_method *method, struct pst_buffer *note)
{
  const char *bounded = pst_figure_bounded(series, n, true);
  bool printed = false;

  for (size_t u = 0; u < n; u++)
    for (size_t k = 0; series[u].y_low != NULL && k < series[u].n; k++)
      printed = printed || (!isnan(series[u].y[k]) && !isnan(series[u].y_low[k]));
  if (bounded != NULL)
    pst_buffer_printf(
        note, ". %s: known only within bounds%s", bounded,
        (method != NULL && method->takes_bounds) || job->options.bounds ? "" : ", not used");
  if (printed)
    pst_buffer_puts(note, ". Bars: what the printed digits leave open");
}

/* A note of so many lines below a figure is read by nobody; the table has all of it. */
static bool is_long(const struct pst_job *job, struct pst_buffer *note)
{
  const int size = job->options.size.width;
  const double width = job->options.width >= PST_FIGURE_LEAST ? (double)job->options.width
                       : size > 0                             ? size
                                                              : 800;

  return pst_measure_lines(pst_buffer_string(note), PST_PAGE_SMALL, width - 2 * PST_PAGE_EDGE)
         > EACH_LINES;
}

/* SCALED: what the methods say in the scale of the axes; PLAIN: of the values as they are. */
static const char *make_note(struct pst_job *job, const struct pst_pairs *scaled,
                             const struct pst_pairs *plain, const struct pst_figure_series *series,
                             const struct pst_trend_slope *slopes, const struct pst_method *method)
{
  const struct pst_pairs *pairs = scaled;
  struct pst_buffer note = {.data = NULL}, each = {.data = NULL};
  const struct pst_estimate *test = NULL;
  const char *text;
  bool brief = pairs->n_units > EACH_MOST;

  for (size_t u = 0; u < pairs->n_units && test == NULL; u++)
    test = test_of(job, &pairs->units[u]);
  if (!brief)
    note_each(job, pairs, series, slopes, &each);
  brief = brief || (pairs->n_units > 1 && is_long(job, &each));
  slopes = brief ? NULL : slopes;
  if (method != NULL && any_line(series, pairs->n_units))
    note_line(job, pairs, series, slopes, method, &note);
  else if (method != NULL && (pairs->n_units <= PANELS_MOST || job->options.highlight.count > 0))
    pst_buffer_printf(&note, "No line: %s has none for these data%s. ", method->line.name,
                      job->options.log_axes != 0 ? " in this scale" : "");
  if (test != NULL)
    note_method(job, scaled, plain, test, &note);
  if (test == NULL)
    pst_buffer_puts(&note, "No test");
  else if (brief)
    note_all(job, pairs, &note);
  else
    pst_buffer_add(&note, each.data, each.size);
  pst_buffer_free(&each);
  note_ends(job, series, pairs->n_units, method, &note);
  text = pst_arena_copy(&job->arena, pst_buffer_string(&note), note.size);
  pst_buffer_free(&note);
  return text;
}

/* Where some series are highlighted, the lines of the others would only hide them; so would lines by the
   hundred. */
static bool has_line(const struct pst_job *job, const struct pst_pairs *pairs,
                     const struct pst_figure_series *series)
{
  if (job->options.highlight.count > 0)
    return series->highlight;
  return pairs->n_units <= PANELS_MOST;
}

static enum pst_status make_series(struct pst_job *job, const struct pst_pairs *pairs,
                                   const struct pst_method *method,
                                   struct pst_figure_series *series, struct pst_trend_slope *slopes,
                                   struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t u = 0; u < pairs->n_units && status == PST_OK; u++) {
    series[u].name = pst_trend_series_name(job, pairs, u);
    series[u].highlight = series[u].name != NULL && pst_figure_highlighted(job, series[u].name);
    status = series_points(job, pairs, u, &series[u], error);
    slopes[u] = (struct pst_trend_slope){(double)NAN, (double)NAN, (double)NAN};
    if (status == PST_OK && method != NULL && has_line(job, pairs, &series[u]))
      status = pst_trend_line(job, pairs, u, method, has_band(job, pairs, &series[u]), &series[u],
                              &slopes[u], error);
  }
  return status;
}

static enum pst_status draw(struct pst_job *job, const struct pst_pairs *pairs,
                            const struct pst_pairs *plain, struct pst_error *error)
{
  const struct pst_column *time = &job->table.columns[pairs->pairs[0].x];
  const struct pst_column *y = &job->table.columns[pairs->pairs[0].y];
  const struct pst_method *method = pst_method_of_line(job->methods, job->n_methods);
  struct pst_figure_series *series =
      pst_arena_array(&job->arena, pairs->n_units + 1, sizeof *series);
  struct pst_trend_slope *slopes = pst_arena_array(&job->arena, pairs->n_units + 1, sizeof *slopes);
  struct pst_figure figure = {.kind = PST_FIGURE_LINES, .decimals = 0};
  enum pst_status status;

  if (series == NULL || slopes == NULL)
    return pst_fail_memory(error);
  status = make_series(job, pairs, method, series, slopes, error);
  figure.series = series;
  figure.n_series = pairs->n_units;
  figure.abreast = pairs->n_pairs;
  figure.title = pst_trend_title(job, pairs);
  figure.y_label = pairs->n_pairs == 1    ? pst_figure_axis_name(job, y)
                   : one_unit(job, pairs) ? y->unit
                                          : pst_trend_units(job, pairs);
  if (!one_unit(job, pairs))
    figure.panels = PST_FIGURE_PANELS_ALWAYS;
  figure.note = make_note(job, pairs, plain, series, slopes, method);
  if (status == PST_OK)
    status = pst_figure_check_highlight(job, &figure, error);
  if (status == PST_OK)
    status = pst_figure_time_axis(job, time, &figure, error);
  return status == PST_OK ? pst_job_draw(job, &figure, error) : status;
}

enum pst_status pst_trend_figure(struct pst_job *job, const struct pst_pairs *pairs,
                                 struct pst_error *error)
{
  struct pst_pairs scaled;
  enum pst_status status;

  if (job->options.view != PST_VIEW_TREND)
    return pst_trend_view(job, pairs, error);
  status = pst_trend_scale_begin(job, pairs, &scaled, error);
  if (status == PST_OK)
    status = draw(job, &scaled, pairs, error);
  pst_trend_scale_end(pairs, &scaled);
  return status;
}
