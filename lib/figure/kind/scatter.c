/* scatter.c -- y against x, the points named where there is room. */
#include <math.h>

#include "figure/kind/cloud.h"
#include "figure/kind/kinds.h"
#include "figure/page/key.h"
#include "figure/page/measure.h"
#include "figure/kind/parts.h"
#include "figure/page/place.h"
#include "figure/page/value.h"

enum {
  PLOT_HEIGHT = 400,
  WIDEST = 150,
  PLACES_APART = 10, /* on a line: a label is higher, and few are narrower */
  NAMED_MOST = PST_CLOUD_FROM
};

struct names {
  struct pst_place_label *labels;
  const char **texts;
  int *colours;
  size_t n;
};

static const char *text_of(struct pst_page *page, size_t i, size_t k)
{
  const struct pst_figure_series *series = &page->figure->series[i];

  if (series->labels == NULL || series->labels[k] == NULL || (page->crowded && !series->highlight))
    return "";
  return pst_measure_apart(&page->arena, series->labels, series->n, k, PST_PAGE_SMALL, WIDEST);
}

/* Highlighted series come first, then what lies far from the middle of the plot. */
static double priority(const struct pst_page *page, size_t i, double x, double y)
{
  double dx = x - (page->left + page->right) / 2, dy = y - (page->top + page->bottom) / 2;

  return hypot(dx, dy) + (page->figure->series[i].highlight ? 1e6 : 0);
}

static bool add_name(struct pst_page *page, struct names *names, size_t i, size_t k)
{
  const struct pst_figure_series *series = &page->figure->series[i];
  double y = pst_value_place(series, k);
  struct pst_place_label *label = &names->labels[names->n];
  const char *text;

  if (!pst_axis_draws(&page->x, series->x[k]) || !pst_axis_draws(&page->y, y))
    return true;
  text = text_of(page, i, k);
  if (text == NULL)
    return false;
  label->x = pst_page_x(page, series->x[k]);
  label->y = pst_page_y(page, y);
  label->width = pst_measure(text, PST_PAGE_SMALL);
  label->priority = priority(page, i, label->x, label->y);
  names->texts[names->n] = text;
  names->colours[names->n] =
      page->figure->n_series == 1 ? PST_PAGE_DARK : PST_PAGE_TEXT + pst_page_linetype(page, i);
  names->n++;
  return true;
}

/* Places from (X0, Y0) to (X1, Y1) so near each other that no label fits between; counted without NAMES. */
static size_t add_line(struct names *names, double x0, double y0, double x1, double y1)
{
  const size_t steps = (size_t)ceil(hypot(x1 - x0, y1 - y0) / PLACES_APART);

  for (size_t s = 0; names != NULL && s <= steps; s++) {
    const double part = steps == 0 ? 0 : (double)s / (double)steps;

    names->labels[names->n++] = (struct pst_place_label){
        .x = x0 + part * (x1 - x0), .y = y0 + part * (y1 - y0), .line = true};
  }
  return steps + 1;
}

/* Places along the bar or arrow of point K. */
static size_t add_bar(struct pst_page *page, struct names *names, size_t i, size_t k)
{
  double from, to, x;

  if (!pst_parts_bar(page, i, k, &from, &to))
    return 0;
  x = pst_page_x(page, page->figure->series[i].x[k]);
  return add_line(names, x, pst_page_y(page, from), x, pst_page_y(page, to));
}

/* Places along the fitted line of series I. */
static size_t add_fit(struct pst_page *page, struct names *names, size_t i)
{
  const struct pst_figure_series *series = &page->figure->series[i];
  size_t n = 0;

  for (size_t k = 1; k < series->fit_n; k++) {
    double x0 = pst_page_x(page, series->fit_x[k - 1]), x1 = pst_page_x(page, series->fit_x[k]);
    double y0 = pst_page_y(page, series->fit_y[k - 1]), y1 = pst_page_y(page, series->fit_y[k]);
    double from, to, slope;

    if (!(x1 > x0) || !isfinite(x0) || !isfinite(x1) || !isfinite(y0) || !isfinite(y1))
      continue;
    /* Of the plot alone: a line that begins 300 decades to the left has no places there. */
    slope = (y1 - y0) / (x1 - x0);
    from = fmax(x0, page->left);
    to = fmin(x1, page->right);
    if (slope != 0) {
      const double a = x0 + (page->top - y0) / slope, b = x0 + (page->bottom - y0) / slope;

      from = fmax(from, fmin(a, b));
      to = fmin(to, fmax(a, b));
    }
    if (to > from)
      n += add_line(names, from, y0 + slope * (from - x0), to, y0 + slope * (to - x0));
  }
  return n;
}

static size_t count_points(const struct pst_figure *figure)
{
  size_t n = 0;

  for (size_t i = 0; i < figure->n_series; i++)
    n += figure->series[i].n;
  return n;
}

/* The bars and lines of all series, which labels keep off; counted without NAMES. */
static size_t add_lines(struct pst_page *page, struct names *names)
{
  size_t n = 0;

  for (size_t i = 0; i < page->figure->n_series; i++) {
    for (size_t k = 0; k < page->figure->series[i].n; k++)
      n += add_bar(page, names, i, k);
    n += add_fit(page, names, i);
  }
  return n;
}

static bool allocate(struct pst_page *page, struct names *names)
{
  const size_t room = count_points(page->figure) + add_lines(page, NULL) + 1;

  names->n = 0;
  names->labels = pst_arena_array(&page->arena, room, sizeof *names->labels);
  names->texts = pst_arena_array(&page->arena, room, sizeof *names->texts);
  names->colours = pst_arena_array(&page->arena, room, sizeof *names->colours);
  return names->labels != NULL && names->texts != NULL && names->colours != NULL;
}

static enum pst_status collect(struct pst_page *page, struct names *names)
{
  if (!allocate(page, names))
    return PST_NO_MEMORY;
  for (size_t i = 0; i < page->figure->n_series; i++)
    for (size_t k = 0; k < page->figure->series[i].n; k++)
      if (!add_name(page, names, i, k))
        return PST_NO_MEMORY;
  add_lines(page, names);
  return pst_place(&page->arena, names->labels, names->n, page->left, page->width - 4, page->top,
                   page->bottom);
}

static void count_left_out(struct pst_page *page, const struct names *names)
{
  size_t wanted = 0, placed = 0;

  for (size_t i = 0; i < names->n; i++) {
    wanted += names->labels[i].width > 0;
    placed += names->labels[i].placed;
  }
  if (placed < wanted)
    pst_page_note(page, "%zu of %zu labels are left out for want of room.", wanted - placed,
                  wanted);
}

static void write_names(struct pst_page *page, const struct names *names)
{
  for (size_t i = 0; i < names->n; i++)
    if (names->labels[i].placed) {
      pst_page_blank(page, names->labels[i].left, names->labels[i].middle,
                     pst_measure(names->texts[i], PST_PAGE_SMALL), PST_PAGE_SMALL + 2);
      pst_page_label(page, names->labels[i].left, names->labels[i].middle, PST_PAGE_LEFT,
                     names->colours[i], PST_PAGE_SMALL, names->texts[i]);
    }
}

static bool any_labels(const struct pst_figure *figure)
{
  for (size_t i = 0; i < figure->n_series; i++)
    if (figure->series[i].labels != NULL)
      return true;
  return false;
}

static void frame(struct pst_page *page, double key, size_t spare)
{
  pst_page_frame(page, PST_PAGE_EDGE + pst_page_tick_width(&page->y) + 8, PST_PAGE_EDGE + 16,
                 PLOT_HEIGHT + key, spare);
  page->top += key;
}

/* The room above the plot: the names of series, and below them what the colours of a cloud are. */
static double key_height(struct pst_page *page)
{
  return pst_key_height(page, page->width - 2 * PST_PAGE_EDGE)
         + (page->cloud ? pst_cloud_key() : 0);
}

/* The note on labels left out may take another line: where the page's height is free it grows, and
   nothing else moves; else a line is kept for it. */
static enum pst_status settle(struct pst_page *page, struct names *names)
{
  double key = key_height(page);
  bool fixed = page->figure->height > 0 && any_labels(page->figure);

  pst_axis_tick_up(&page->y, 5, true);
  if (page->figure->n_x_ticks == 0)
    pst_axis_tick_up(&page->x, 7, true);
  else
    pst_x_ticks(page, page->width - 100);
  if (any_labels(page->figure) && count_points(page->figure) > NAMED_MOST)
    pst_page_note(page, "No labels: more than %d points.", NAMED_MOST);
  frame(page, key, fixed ? 1 : 0);
  if (!any_labels(page->figure) || count_points(page->figure) > NAMED_MOST)
    return PST_OK;
  if (collect(page, names) != PST_OK)
    return PST_NO_MEMORY;
  count_left_out(page, names);
  if (!fixed)
    frame(page, key, 0);
  return PST_OK;
}

static enum pst_status write_all(struct pst_page *page, const struct names *names)
{
  struct pst_parts *parts = pst_parts_allocate(page);
  double key = key_height(page);

  if (parts == NULL)
    return PST_NO_MEMORY;
  for (size_t i = 0; i < page->figure->n_series; i++)
    parts[i] = pst_parts_write(page, i, (double)INFINITY);
  if (page->cloud && pst_cloud_write(page, page->top - pst_cloud_key() - 8) != PST_OK)
    return PST_NO_MEMORY;
  pst_page_margins(page);
  pst_page_axes(page);
  pst_buffer_puts(&page->body, "set grid xtics\n");
  write_names(page, names);
  pst_page_texts(page);
  pst_key_write(page, page->top - key - 8, page->width - 2 * PST_PAGE_EDGE);
  pst_page_rule(page, page->left, page->bottom, page->right, page->bottom, PST_PAGE_DARK);
  if (page->cloud)
    pst_cloud_plot(page);
  for (int front = 0; front < 2; front++)
    for (size_t i = 0; i < page->figure->n_series; i++)
      if (page->figure->series[i].highlight == front)
        pst_parts_plot(page, i, parts[i], false);
  pst_page_plot_end(page);
  return PST_OK;
}

enum pst_status pst_draw_scatter(struct pst_page *page, struct pst_error *error)
{
  struct names names = {.n = 0};
  size_t skipped = 0;

  for (size_t i = 0; i < page->figure->n_series; i++)
    pst_parts_range(page, i, &skipped);
  if (pst_axis_empty(&page->x) || pst_axis_empty(&page->y))
    return pst_fail_empty(error);
  if (skipped > 0)
    pst_page_note(page, "%zu points that are not positive are left out.", skipped);
  page->cloud = pst_cloud_wanted(page);
  if (page->cloud && page->figure->n_series > 1 && !page->any_highlight)
    pst_page_note(page, "Squares count the points of all %zu series together.",
                  page->figure->n_series);
  if (settle(page, &names) != PST_OK)
    return PST_NO_MEMORY;
  return write_all(page, &names);
}
