/* lines.c -- y over time: one line a series, named at its right end. */
#include <math.h>

#include "figure/kind/kinds.h"
#include "figure/kind/parts.h"

enum { PLOT_HEIGHT = 330 };

/* The last point that series I draws, as the place its name belongs to. */
static bool end_of(struct pst_page *page, size_t i, struct pst_end_label *label)
{
  const struct pst_figure_series *series = &page->figure->series[i];

  for (size_t k = series->n; k-- > 0;) {
    double y = series->y[k];

    if (!isfinite(y) && series->y_low != NULL && series->y_high != NULL)
      y = isfinite(series->y_low[k]) ? series->y_low[k] : series->y_high[k];
    if (!pst_axis_draws(&page->x, series->x[k]) || !pst_axis_draws(&page->y, y))
      continue;
    *label = (struct pst_end_label){.x = pst_page_x(page, series->x[k]),
                                    .y = pst_page_y(page, y),
                                    .text = series->name,
                                    .colour = PST_PAGE_TEXT + pst_page_linetype(page, i),
                                    .until = pst_end_until(page, series->x[k])};
    return pst_page_named(page, i);
  }
  return false;
}

/* The names at the ends of lines. */
struct ends {
  struct pst_end_label *labels;
  size_t n;
};

static void collect_ends(struct pst_page *page, struct ends *ends)
{
  ends->n = 0;
  for (size_t i = 0; i < page->figure->n_series; i++)
    ends->n += end_of(page, i, &ends->labels[ends->n]);
}

/* The frame with RIGHT pixels for names, and the names that belong into the plot; returns the margin that the others
   need. */
static double frame(struct pst_page *page, struct ends *ends, double right)
{
  const double left = PST_PAGE_EDGE + pst_page_tick_width(&page->y) + 8;

  pst_page_frame(page, left, right, fmax(PLOT_HEIGHT, (double)ends->n * (PST_PAGE_STEP + 0.5)), 0);
  pst_x_ticks(page, page->right - page->left);
  collect_ends(page, ends);
  pst_end_inside(page, ends->labels, ends->n);
  return pst_end_margin(page, ends->labels, ends->n);
}

/* Names in the plot need no margin: it is as wide as the others need, if they are the same ones then. */
static void settle_frame(struct pst_page *page, struct ends *ends)
{
  double right, needed;

  collect_ends(page, ends);
  right = pst_end_margin(page, ends->labels, ends->n);
  needed = frame(page, ends, right);
  if (needed < right && frame(page, ends, needed) > needed)
    frame(page, ends, right);
}

static void settle_axes(struct pst_page *page)
{
  size_t skipped = 0;

  for (size_t i = 0; i < page->figure->n_series; i++)
    pst_parts_range(page, i, &skipped);
  if (skipped > 0)
    pst_page_note(page, "%zu values that are not positive are left out.", skipped);
}

/* The axis line at the bottom, and the zero line where the values cross it. */
static void write_base_lines(struct pst_page *page)
{
  double zero = pst_page_y(page, 0);

  pst_page_rule(page, page->left, page->bottom, page->right, page->bottom, PST_PAGE_DARK);
  if (!page->y.log && page->y.low < 0 && page->y.high > 0)
    pst_page_rule(page, page->left, zero, page->right, zero, PST_PAGE_DARK);
}

static enum pst_status write_all(struct pst_page *page, const struct ends *ends)
{
  struct pst_parts *parts = pst_parts_allocate(page);

  if (parts == NULL)
    return PST_NO_MEMORY;
  for (size_t i = 0; i < page->figure->n_series; i++)
    parts[i] = pst_parts_write(page, i, pst_parts_gap(page, &page->figure->series[i]));
  pst_page_margins(page);
  pst_page_axes(page);
  pst_page_texts(page);
  write_base_lines(page);
  if (pst_end_write(page, ends->labels, ends->n, 0, true) != PST_OK)
    return PST_NO_MEMORY;
  for (int front = 0; front < 2; front++)
    for (size_t i = 0; i < page->figure->n_series; i++)
      if (page->figure->series[i].highlight == front)
        pst_parts_plot(page, i, parts[i], true);
  pst_page_plot_end(page);
  return PST_OK;
}

enum pst_status pst_draw_lines(struct pst_page *page, struct pst_error *error)
{
  struct ends ends = {
      .labels = pst_arena_array(&page->arena, page->figure->n_series, sizeof *ends.labels)};

  if (ends.labels == NULL)
    return PST_NO_MEMORY;
  settle_axes(page);
  if (pst_axis_empty(&page->x) || pst_axis_empty(&page->y))
    return pst_fail_empty(error);
  pst_axis_tick_up(&page->y, 5, true);
  pst_x_ticks(page, page->width);
  settle_frame(page, &ends);
  return write_all(page, &ends);
}
