/* regress_figure.c -- the figures of polstat-regress: coefficients with their intervals, residuals. */
#include "regress/regress_figure.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "job/emit.h"
#include "job/figure/figure_number.h"
#include "job/figure/figure_parts.h"
#include "stats/description/moments.h"
#include "stats/regression/summary.h"

static const char *variable_name(const struct pst_job *job, const struct pst_regress_unit *unit)
{
  const struct pst_regress_settings *s = job->settings;

  return pst_figure_column_name(pst_job_column(job, s->y.roles[unit->variable]));
}

/* "Chile, trade": the group, and the variable where there are several. */
static const char *unit_name(struct pst_job *job, const struct pst_regress_result *result,
                             const struct pst_regress_unit *unit)
{
  const struct pst_regress_settings *s = job->settings;
  const char *group = pst_job_group_label(job, result->groups, unit->group);

  if (s->y.count < 2)
    return group;
  return *group == '\0' ? variable_name(job, unit)
                        : pst_arena_format(&job->arena, "%s, %s", group, variable_name(job, unit));
}

/* "ols-hc3, 95 % intervals, n = 40 to 52; ..." */
static const char *make_note(struct pst_job *job, const struct pst_regress_result *result,
                             const char *more)
{
  size_t least = 0, most = 0;
  const char *method = NULL, *text;
  struct pst_buffer note = {.data = NULL};

  for (size_t u = 0; u < result->n; u++) {
    const struct pst_regress_unit *unit = &result->units[u];

    if (unit->why_not != NULL)
      continue;
    least = method == NULL || unit->fit.n < least ? unit->fit.n : least;
    most = unit->fit.n > most ? unit->fit.n : most;
    method = method == NULL ? unit->method : method;
  }
  pst_buffer_printf(&note, "%s; ", method);
  pst_figure_put_n(&note, least, most);
  pst_buffer_printf(&note, "; %s", more);
  text = pst_arena_copy(&job->arena, pst_buffer_string(&note), note.size);
  pst_buffer_free(&note);
  return text;
}

/* --- coefficients ------------------------------------------------------------------------------- */

struct marks {
  double *y, *low, *high;
  const char **labels, **texts;
  size_t n;
};

static enum pst_status make_marks(struct pst_job *job, const struct pst_regress_result *result,
                                  struct marks *marks, struct pst_error *error)
{
  size_t most = 1;

  for (size_t u = 0; u < result->n; u++)
    most += result->units[u].model.count;
  *marks = (struct marks){.y = pst_arena_array(&job->arena, most, sizeof *marks->y),
                          .low = pst_arena_array(&job->arena, most, sizeof *marks->low),
                          .high = pst_arena_array(&job->arena, most, sizeof *marks->high),
                          .labels = pst_arena_array(&job->arena, most, sizeof *marks->labels),
                          .texts = pst_arena_array(&job->arena, most, sizeof *marks->texts)};
  if (marks->y == NULL || marks->low == NULL || marks->high == NULL || marks->labels == NULL
      || marks->texts == NULL)
    return pst_fail_memory(error);
  return PST_OK;
}

/* One standard deviation of the column of a term; 1 of a level. */
static double step_of(const struct pst_regress_unit *unit, size_t j)
{
  const struct pst_regress_term *term = &unit->model.terms[j];
  struct pst_moments moments;

  for (size_t a = 0; a < term->n_atoms; a++)
    if (term->atoms[a].power > 0) {
      pst_moments_of(unit->design.design.columns[j].high, unit->fit.n, &moments);
      return sqrt(pst_unscale_square(moments.squares, moments.scale) / ((double)unit->fit.n - 1));
    }
  return 1;
}

static const char *p_text(struct pst_job *job, double p)
{
  if (isnan(p))
    return "";
  return p < 0.001 ? "< 0.001" : pst_arena_format(&job->arena, p < 0.1 ? "%.3f" : "%.2f", p);
}

static enum pst_status mark_unit(struct pst_job *job, const struct pst_regress_result *result,
                                 const struct pst_regress_unit *unit, struct marks *marks,
                                 struct pst_error *error)
{
  const struct pst_regression_about about = {
      .fit = &unit->fit, .errors = &unit->errors, .method = unit->method, .perfect = "perfect fit"};
  const struct pst_test test = pst_job_test(job);
  struct pst_estimates rows = {.arena = &job->arena};
  const char *name = unit_name(job, result, unit);
  enum pst_status status = pst_regression_coefficients(&about, &test, &rows, &job->arena, error);

  for (size_t j = 0; j < rows.count && status == PST_OK; j++) {
    const struct pst_regress_term *term = &unit->model.terms[j];
    double step;

    if (term->n_atoms == 0 || isnan(rows.items[j].estimate))
      continue;
    step = step_of(unit, j);
    marks->y[marks->n] = rows.items[j].estimate * step;
    marks->low[marks->n] = rows.items[j].conf_low * step;
    marks->high[marks->n] = rows.items[j].conf_high * step;
    marks->texts[marks->n] = p_text(job, rows.items[j].p_value);
    marks->labels[marks->n++] =
        *name == '\0' ? term->name : pst_arena_format(&job->arena, "%s, %s", name, term->name);
  }
  pst_estimates_free(&rows);
  return status;
}

static enum pst_status coefficients(struct pst_job *job, const struct pst_regress_result *result,
                                    struct pst_error *error)
{
  struct marks marks;
  struct pst_figure_series series;
  struct pst_figure figure = {.kind = PST_FIGURE_FOREST, .series = &series, .n_series = 1};
  enum pst_status status = make_marks(job, result, &marks, error);

  for (size_t u = 0; u < result->n && status == PST_OK; u++)
    if (result->units[u].why_not == NULL)
      status = mark_unit(job, result, &result->units[u], &marks, error);
  if (status != PST_OK)
    return status;
  series = (struct pst_figure_series){.n = marks.n,
                                      .y = marks.y,
                                      .y_low = marks.low,
                                      .y_high = marks.high,
                                      .labels = marks.labels,
                                      .texts = marks.texts};
  figure.title =
      pst_arena_format(&job->arena, "%s: coefficients", variable_name(job, &result->units[0]));
  figure.x_label = pst_arena_format(
      &job->arena, "Change of %s for one standard deviation of the column, or for the level",
      pst_figure_axis_name(
          job, pst_job_column(job, ((struct pst_regress_settings *)job->settings)->y.roles[0])));
  figure.text_header = "p";
  figure.note = make_note(job, result,
                          pst_arena_format(&job->arena, "%g %% intervals; p not adjusted.",
                                           100 * job->options.conf_level));
  return pst_job_draw(job, &figure, error);
}

/* --- residuals ---------------------------------------------------------------------------------- */

static enum pst_status residual_series(struct pst_job *job, const struct pst_regress_result *result,
                                       const struct pst_regress_unit *unit,
                                       struct pst_figure_series *series, double *low, double *high,
                                       struct pst_error *error)
{
  size_t n = unit->fit.n;
  double *x = pst_arena_array(&job->arena, n + 1, sizeof *x);

  if (x == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    const struct pst_regress_settings *s = job->settings;

    x[i] = pst_column_number(pst_job_column(job, s->y.roles[unit->variable]), unit->sample.rows[i])
           - unit->fit.residuals[i];
    *low = fmin(*low, x[i]);
    *high = fmax(*high, x[i]);
  }
  *series = (struct pst_figure_series){
      .name = unit_name(job, result, unit), .n = n, .x = x, .y = unit->fit.residuals};
  return PST_OK;
}

static enum pst_status residuals(struct pst_job *job, const struct pst_regress_result *result,
                                 struct pst_error *error)
{
  struct pst_figure_series *series = pst_arena_array(&job->arena, result->n + 1, sizeof *series);
  struct pst_figure figure = {.kind = PST_FIGURE_SCATTER, .series = series};
  double low = INFINITY, high = -INFINITY;
  enum pst_status status = series == NULL ? pst_fail_memory(error) : PST_OK;

  for (size_t u = 0; u < result->n && status == PST_OK; u++)
    if (result->units[u].why_not == NULL)
      status = residual_series(job, result, &result->units[u], &series[figure.n_series++], &low,
                               &high, error);
  if (status == PST_OK)
    status = pst_figure_line(job, 0, 0, low, high, false, &series[0], error);
  if (status != PST_OK)
    return status;
  figure.title =
      pst_arena_format(&job->arena, "%s: residuals", variable_name(job, &result->units[0]));
  figure.x_label = "Fitted value";
  figure.y_label = "Residual";
  figure.note = make_note(job, result, "a pattern around 0 is what the model misses.");
  return pst_job_draw(job, &figure, error);
}

enum pst_status pst_regress_figure(struct pst_job *job, const struct pst_regress_result *result,
                                   struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;

  return s->chart == PST_REGRESS_RESIDUALS ? residuals(job, result, error)
                                           : coefficients(job, result, error);
}
