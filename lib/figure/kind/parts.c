/* parts.c -- data blocks, plot clauses and labels of a series. */
#include "figure/kind/parts.h"

#include <math.h>
#include <stdlib.h>

#include "figure/kind/cloud.h"
#include "figure/page/script.h"

enum { ARROW = 22, ARROW_LEAST = 10 }; /* pixels of the arrow of an open end */

static double low_of(const struct pst_figure_series *series, size_t k)
{
  return series->y_low == NULL ? (double)NAN : series->y_low[k];
}

static double high_of(const struct pst_figure_series *series, size_t k)
{
  return series->y_high == NULL ? (double)NAN : series->y_high[k];
}

/* A point has a bar when both ends are known and differ, an arrow when one end is open. */
static bool has_bar(const struct pst_page *page, const struct pst_figure_series *series, size_t k)
{
  return pst_axis_draws(&page->y, low_of(series, k)) && pst_axis_draws(&page->y, high_of(series, k))
         && low_of(series, k) < high_of(series, k);
}

static int arrow_direction(const struct pst_page *page, const struct pst_figure_series *series,
                           size_t k)
{
  if (high_of(series, k) == (double)INFINITY && pst_axis_draws(&page->y, low_of(series, k)))
    return 1;
  return low_of(series, k) == -(double)INFINITY && pst_axis_draws(&page->y, high_of(series, k)) ? -1
                                                                                                : 0;
}

static void add_fit(struct pst_page *page, const struct pst_figure_series *series)
{
  for (size_t k = 0; k < series->fit_n; k++) {
    pst_axis_add(&page->x, series->fit_x[k]);
    pst_axis_add(&page->y, series->fit_y[k]);
    if (series->fit_low != NULL && series->fit_high != NULL) {
      pst_axis_add(&page->y, series->fit_low[k]);
      pst_axis_add(&page->y, series->fit_high[k]);
    }
  }
}

void pst_parts_range(struct pst_page *page, size_t i, size_t *skipped)
{
  const struct pst_figure_series *series = &page->figure->series[i];

  for (size_t k = 0; k < series->n; k++) {
    double x = series->x[k], y = series->y[k];

    if (!pst_axis_draws(&page->x, x)) {
      *skipped += isfinite(x) && isfinite(y);
      continue;
    }
    pst_axis_add(&page->y, y);
    if (series->stems)
      pst_axis_add(&page->y, 0);
    pst_axis_add(&page->y, low_of(series, k));
    pst_axis_add(&page->y, high_of(series, k));
    *skipped += isfinite(y) && !pst_axis_draws(&page->y, y);
    if (pst_axis_draws(&page->y, y) || has_bar(page, series, k) || arrow_direction(page, series, k))
      pst_axis_add(&page->x, x);
  }
  add_fit(page, series);
}

static void open_block(struct pst_page *page, size_t i, const char *part)
{
  pst_buffer_printf(&page->body, "$s%zu%s << EOD\n", i + 1, part);
}

static void close_block(struct pst_page *page)
{
  pst_buffer_puts(&page->body, "EOD\n");
}

static bool write_points(struct pst_page *page, size_t i, double gap)
{
  const struct pst_figure_series *series = &page->figure->series[i];
  double before = (double)NAN;
  bool any = false, broken = false;

  for (size_t k = 0; k < series->n; k++) {
    double row[] = {series->x[k], series->y[k]};

    if (!pst_axis_draws(&page->x, row[0]) || !pst_axis_draws(&page->y, row[1])) {
      broken = true;
      continue;
    }
    if (!any)
      open_block(page, i, "");
    else if (broken || row[0] - before > gap)
      pst_buffer_putc(&page->body, '\n');
    pst_script_row(&page->body, row, 2);
    before = row[0];
    any = true;
    broken = false;
  }
  if (any)
    close_block(page);
  return any;
}

static bool write_fit(struct pst_page *page, size_t i)
{
  const struct pst_figure_series *series = &page->figure->series[i];
  bool band = series->fit_low != NULL && series->fit_high != NULL;

  if (series->fit_n == 0)
    return false;
  open_block(page, i, "_fit");
  for (size_t k = 0; k < series->fit_n; k++) {
    double row[] = {series->fit_x[k], series->fit_y[k], band ? series->fit_low[k] : (double)NAN,
                    band ? series->fit_high[k] : (double)NAN};

    for (int c = 1; c < 4; c++)
      if (!pst_axis_draws(&page->y, row[c]))
        row[c] = (double)NAN;
    pst_script_row(&page->body, row, band ? 4 : 2);
  }
  close_block(page);
  return true;
}

static bool write_bars(struct pst_page *page, size_t i)
{
  const struct pst_figure_series *series = &page->figure->series[i];
  bool any = false;

  for (size_t k = 0; k < series->n; k++) {
    double row[] = {series->x[k], low_of(series, k), high_of(series, k) - low_of(series, k)};

    if (!has_bar(page, series, k) || !pst_axis_draws(&page->x, row[0]))
      continue;
    if (!any)
      open_block(page, i, "_bars");
    pst_script_row(&page->body, row, 3);
    any = true;
  }
  if (any)
    close_block(page);
  return any;
}

/* The arrow's length is in pixels, its end is written in the units of y.  It ends in the plot, where its head is seen,
   unless little of it would be left. */
static double arrow_length(const struct pst_page *page, double from, int direction)
{
  const double pixels = page->bottom - page->top, at = pst_axis_at(&page->y, from);
  const double room = (direction > 0 ? 1 - at : at) * pixels;
  const double length = room < ARROW && room >= ARROW_LEAST ? room : ARROW;

  return pst_axis_value(&page->y, at + length / pixels * direction) - from;
}

bool pst_parts_bar(const struct pst_page *page, size_t i, size_t k, double *from, double *to)
{
  const struct pst_figure_series *series = &page->figure->series[i];
  const int direction = arrow_direction(page, series, k);

  if (!pst_axis_draws(&page->x, series->x[k]) || (direction == 0 && !has_bar(page, series, k)))
    return false;
  *from = direction < 0 ? high_of(series, k) : low_of(series, k);
  *to = direction == 0 ? high_of(series, k) : *from + arrow_length(page, *from, direction);
  return true;
}

static bool write_arrows(struct pst_page *page, size_t i)
{
  const struct pst_figure_series *series = &page->figure->series[i];
  bool any = false;

  for (size_t k = 0; k < series->n; k++) {
    int direction = arrow_direction(page, series, k);
    double from = direction > 0 ? low_of(series, k) : high_of(series, k);
    double row[] = {series->x[k], from, 0};

    if (direction == 0 || !pst_axis_draws(&page->x, row[0]))
      continue;
    row[2] = arrow_length(page, from, direction);
    if (!any)
      open_block(page, i, "_arrows");
    pst_script_row(&page->body, row, 3);
    any = true;
  }
  if (any)
    close_block(page);
  return any;
}

struct pst_parts pst_parts_write(struct pst_page *page, size_t i, double gap)
{
  struct pst_parts parts;

  parts.points = !(page->cloud && pst_cloud_holds(page, i)) && write_points(page, i, gap);
  parts.fit = write_fit(page, i);
  parts.bars = write_bars(page, i);
  parts.arrows = write_arrows(page, i);
  return parts;
}

static int by_value(const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

double pst_parts_gap(struct pst_page *page, const struct pst_figure_series *series)
{
  double *steps = pst_arena_array(&page->arena, series->n, sizeof *steps);
  size_t n = 0;

  if (page->figure->gap > 0)
    return page->figure->gap;
  for (size_t k = 1; steps != NULL && k < series->n; k++)
    if (series->x[k] > series->x[k - 1])
      steps[n++] = series->x[k] - series->x[k - 1];
  if (n == 0)
    return (double)INFINITY;
  qsort(steps, n, sizeof *steps, by_value);
  return 1.5 * steps[(n - 1) / 2];
}

static double point_size(size_t n, bool lined)
{
  return !lined ? 0.7 : n > 80 ? 0.25 : n > 30 ? 0.35 : 0.55;
}

/* Its line has another colour than its cloud, over which it would not show. */
static bool series_alone(const struct pst_page *page)
{
  return page->figure->n_series == 1;
}

void pst_parts_plot(struct pst_page *page, size_t i, struct pst_parts parts, bool lined)
{
  const struct pst_figure_series *series = &page->figure->series[i];
  int lt = page->cloud && series_alone(page) ? 2 : pst_page_linetype(page, i);
  double ps = point_size(series->n, lined);

  if (parts.fit && series->fit_low != NULL && series->fit_high != NULL)
    pst_page_plot(page, "$s%zu_fit using 1:3:4 with filledcurves fs transparent solid 0.15 lt %d",
                  i + 1, lt);
  if (parts.bars)
    pst_page_plot(page, "$s%zu_bars using 1:2:(0):3 with vectors nohead lt %d dt 1 lw 4", i + 1,
                  lt);
  if (parts.bars && page->kind->rings_bars) {
    pst_page_plot(page, "$s%zu_bars using 1:($2+$3/2) with points lt 24 pt 7 ps %.2f", i + 1,
                  ps + 0.35);
    pst_page_plot(page, "$s%zu_bars using 1:($2+$3/2) with points lt %d pt 6 lw 1.5 ps %.2f", i + 1,
                  lt, ps + 0.35);
  }
  if (parts.arrows)
    pst_page_plot(page,
                  "$s%zu_arrows using 1:2:(0):3 with vectors head filled size screen 0.008,20 "
                  "lt %d dt 1 lw 1.5",
                  i + 1, lt);
  if (parts.points && lined && page->crowded && lt == PST_PAGE_GREY) { /* one of many: a hair */
    pst_page_plot(page, "$s%zu using 1:2 with linespoints lt %d lw 0.5 ps 0.1", i + 1, lt);
    return;
  }
  if (parts.points && series->stems)
    pst_page_plot(page, "$s%zu using 1:2 with impulses lt %d dt 1 lw 2", i + 1, lt);
  else if (parts.points && lined)
    pst_page_plot(page, "$s%zu using 1:2 with lines lt %d %s", i + 1, lt,
                  parts.fit             ? "dt 1 lw 0.6"
                  : lt == PST_PAGE_GREY ? "lw 1.2"
                                        : "lw 2");
  if (parts.points)
    pst_page_plot(page, "$s%zu using 1:2 with points lt %d ps %.2f", i + 1, lt, ps);
  if (parts.fit && !series->stems)
    pst_page_plot(page, "$s%zu_fit using 1:2 with lines lt %d dt 1 lw %s", i + 1, lt,
                  lt == PST_PAGE_GREY ? "1.2" : "2.2");
}

struct pst_parts *pst_parts_allocate(struct pst_page *page)
{
  return pst_arena_array(&page->arena, page->figure->n_series, sizeof(struct pst_parts));
}
