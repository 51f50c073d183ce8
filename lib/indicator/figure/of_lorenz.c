/* of_lorenz.c -- a curve a group, period and variable. */
#include <stdint.h>

#include "indicator/figure/figures.h"
#include "indicator/frame/slice_groups.h"
#include "job/emit.h"
#include "job/figure/apart.h"
#include "job/figure/figure_parts.h"

/* What names the curve of ROW: its keys, and the variable where there are several. */
static const char *name_of(struct pst_job *job, const struct pst_grid *grid, size_t first,
                           size_t row)
{
  const struct pst_indicator_settings *s = job->settings;
  struct pst_buffer name = {.data = NULL};
  size_t labels = first - (s->y.count > 1 ? 0 : 1);
  const char *copy;

  for (size_t c = 0; c < labels; c++)
    pst_buffer_printf(&name, "%s%s", c == 0 ? "" : ", ", grid->columns[c].cells.texts[row]);
  if (labels == 0)
    pst_buffer_puts(&name, grid->columns[first - 1].cells.texts[row]);
  copy = pst_arena_copy(&job->arena, pst_buffer_string(&name), name.size);
  pst_buffer_free(&name);
  return copy;
}

/* The curves of the slices that are MARKED, NULL: of all. */
static size_t make_series(struct pst_job *job, const struct pst_lorenz_table *table,
                          const bool *marked, struct pst_figure_series *series)
{
  const struct pst_grid *grid = &table->grid;
  const size_t first = table->first;
  size_t n = 0, curve = 0;
  bool shown = false;

  for (size_t r = 0; r < grid->n_rows; r++) {
    const bool begins = grid->columns[first].cells.numbers[r] == 0;

    shown = begins ? marked == NULL || marked[table->slice[curve++]] : shown;
    if (!shown)
      continue;
    if (begins)
      series[n++] = (struct pst_figure_series){.name = name_of(job, grid, first, r),
                                               .x = grid->columns[first + 1].cells.numbers + r,
                                               .y = grid->columns[first + 2].cells.numbers + r};
    series[n - 1].n++;
  }
  for (size_t i = 0; i < n; i++)
    series[i].highlight = series[i].name != NULL && pst_figure_highlighted(job, series[i].name);
  return n;
}

static enum pst_status draw(struct pst_job *job, const bool *marked, void *context,
                            struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;
  const struct pst_lorenz_table *table = context;
  struct pst_figure_series *series =
      pst_arena_array(&job->arena, table->curves + 1, sizeof *series);
  struct pst_figure figure = {.kind = PST_FIGURE_LORENZ, .series = series};
  enum pst_status status;

  if (series == NULL)
    return pst_fail_memory(error);
  figure.n_series = make_series(job, table, marked, series);
  if (figure.n_series == 0)
    return pst_fail(error, PST_UNDEFINED, "nothing to draw: no group and period has a curve");
  figure.title = pst_arena_format(&job->arena, "%s: Lorenz curve%s",
                                  pst_figure_column_name(pst_job_column(job, s->y.roles[0])),
                                  figure.n_series == 1 ? "" : "s");
  figure.x_label = "Share of the parts, from the smallest on";
  figure.y_label = "Share of the total";
  figure.note = "Straight line: equal parts.";
  status = pst_figure_check_highlight(job, &figure, error);
  return status == PST_OK ? pst_job_draw(job, &figure, error) : status;
}

enum pst_status pst_figure_of_lorenz(struct pst_job *job, const struct pst_indicator_frame *frame,
                                     const struct pst_lorenz_table *table, struct pst_error *error)
{
  struct pst_slice_groups slices;
  struct pst_lorenz_table curves = *table;
  enum pst_status status = pst_slice_groups_make(job, frame, &slices, error);

  return status == PST_OK
             ? pst_figures_apart(job, &slices.groups, slices.names, draw, &curves, error)
             : status;
}
