/* figure_parts.c -- what the figures of several programs share. */
#include "job/figure/figure_parts.h"
#include "job/leeway.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *pst_figure_column_name(const struct pst_column *column)
{
  return column->title == NULL ? column->name : column->title;
}

const char *pst_figure_axis_name(struct pst_job *job, const struct pst_column *column)
{
  const char *name = pst_figure_column_name(column);

  if (column->unit == NULL || strcmp(column->unit, "1") == 0)
    return name;
  return pst_arena_format(&job->arena, "%s (%s)", name, column->unit);
}

void pst_figure_put_number(struct pst_buffer *out, const char *number)
{
  const size_t sign = *number == '-' || *number == '+';
  const size_t digits = strspn(number + sign, "0123456789");

  for (size_t i = 0; number[i] != '\0'; i++) {
    if (i > sign && i < sign + digits && (sign + digits - i) % 3 == 0)
      pst_buffer_putc(out, ',');
    if (i == 0 && number[i] == '-')
      pst_buffer_puts(out, "−");
    else
      pst_buffer_putc(out, number[i]);
  }
}

bool pst_figure_highlighted(const struct pst_job *job, const char *name)
{
  for (size_t i = 0; i < job->options.highlight.count; i++)
    if (strcmp(job->options.highlight.items[i], name) == 0)
      return true;
  return false;
}

static enum pst_status fail_no_series(const char *name, const struct pst_figure *figure,
                                      struct pst_error *error)
{
  const char **names = calloc(figure->n_series + 1, sizeof *names);
  size_t n = 0, near;

  if (names == NULL)
    return pst_fail_memory(error);
  for (size_t s = 0; s < figure->n_series; s++)
    if (figure->series[s].name != NULL)
      names[n++] = figure->series[s].name;
  near = n == 0 ? n : pst_text_near(pst_text_of(name), names, n);
  if (near < n)
    pst_fail(error, PST_USAGE, "--highlight: the figure has no series '%s'; did you mean '%s'?",
             name, names[near]);
  else
    pst_fail(error, PST_USAGE, "--highlight: the figure has no series '%s'", name);
  free(names);
  return PST_USAGE;
}

enum pst_status pst_figure_check_highlight(const struct pst_job *job,
                                           const struct pst_figure *figure, struct pst_error *error)
{
  for (size_t i = 0; i < job->options.highlight.count; i++) {
    bool found = false;

    for (size_t s = 0; s < figure->n_series && !found; s++)
      found = figure->series[s].name != NULL
              && strcmp(figure->series[s].name, job->options.highlight.items[i]) == 0;
    if (job->drawing != NULL) /* another of the figures may have it */
      job->drawing->highlighted[i] |= found;
    else if (!found)
      return fail_no_series(job->options.highlight.items[i], figure, error);
  }
  return PST_OK;
}

/* What a cell is drawn with: its bounds, or what printed digits leave open; low NaN: a point. */
static struct pst_bounds drawn_bounds(const struct pst_job *job, const struct pst_column *column,
                                      size_t row)
{
  struct pst_bounds bounds = {.low = (double)NAN, .high = (double)NAN};

  if (pst_column_bounded(column, row))
    return *pst_column_bounds(column, row);
  if (pst_job_is_printed(job, column) && pst_column_known(column, row))
    bounds = pst_job_cell_bounds(job, column, row);
  return bounds;
}

enum pst_status pst_figure_bounds(struct pst_job *job, const struct pst_column *column,
                                  const size_t *rows, size_t n, const double **low,
                                  const double **high, struct pst_error *error)
{
  double *ends[2];
  size_t first = 0;

  *low = *high = NULL;
  while (first < n && isnan(drawn_bounds(job, column, rows[first]).low))
    first++;
  if (first == n)
    return PST_OK;
  for (int e = 0; e < 2; e++) {
    ends[e] = pst_arena_array(&job->arena, n + 1, sizeof *ends[e]);
    if (ends[e] == NULL)
      return pst_fail_memory(error);
  }
  for (size_t i = 0; i < n; i++) {
    const struct pst_bounds bounds = drawn_bounds(job, column, rows[i]);

    ends[0][i] = bounds.low;
    ends[1][i] = bounds.high;
  }
  *low = ends[0];
  *high = ends[1];
  return PST_OK;
}

const char *pst_figure_bounded(const struct pst_figure_series *series, size_t n, bool rings)
{
  bool bars = false, arrows = false;

  for (size_t u = 0; u < n; u++)
    for (size_t k = 0; series[u].y_low != NULL && k < series[u].n; k++) {
      const double low = series[u].y_low[k], high = series[u].y_high[k];

      if (!isnan(series[u].y[k]) || isnan(low))
        continue;
      bars = bars || (isfinite(low) && isfinite(high));
      arrows = arrows || isinf(low) || isinf(high);
    }
  if (!bars)
    return arrows ? "Arrows" : NULL;
  if (!arrows)
    return rings ? "Bars with a ring" : "Bars";
  return rings ? "Bars with a ring, and arrows" : "Bars and arrows";
}

void pst_figure_leeway(const struct pst_job *job, const struct pst_estimates *rows,
                       struct pst_buffer *out)
{
  const char *what = job->options.given.printed ? "printed digits" : "bounds";

  for (size_t i = 0; i < rows->count; i++) {
    const struct pst_estimate *row = &rows->items[i];

    if (row->found_by == NULL || isnan(row->least) || isnan(row->greatest))
      continue;
    pst_buffer_printf(out, "; %s leave %s %s at %.4g to %.4g", what, row->method, row->term,
                      row->least, row->greatest);
    if (row->sign != NULL)
      pst_buffer_printf(out, ", sign: %s", row->sign);
    if (row->significance != NULL)
      pst_buffer_printf(out, ", significance: %s", row->significance);
  }
}

enum pst_status pst_figure_line(struct pst_job *job, double intercept, double slope, double low,
                                double high, bool curved, struct pst_figure_series *series,
                                struct pst_error *error)
{
  enum { CURVE = 101 };
  size_t n = curved || job->options.log_axes != 0 ? CURVE : 2;
  bool log_x = (job->options.log_axes & 1) != 0 && low > 0;
  double *x = pst_arena_array(&job->arena, n, sizeof *x);
  double *y = pst_arena_array(&job->arena, n, sizeof *y);

  if (x == NULL || y == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    double share = (double)i / (double)(n - 1);

    x[i] = log_x ? low * pow(high / low, share) : low + share * (high - low);
    y[i] = intercept + slope * x[i];
  }
  series->fit_n = n;
  series->fit_x = x;
  series->fit_y = y;
  return PST_OK;
}
