/* slope.c -- two or few periods: a line a series, its values and name at both sides. */
#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "figure/kind/kinds.h"
#include "figure/page/measure.h"
#include "figure/kind/parts.h"
#include "figure/kind/spread.h"
#include "figure/page/value.h"

enum { VALUES_MOST = 4 }; /* periods; with more, values would cover the lines */

struct sides {
  struct pst_end_label *left, *right;
  size_t n_left, n_right;
  double first, last; /* the outer periods */
  int decimals;
};

static void settle_axes(struct pst_page *page)
{
  size_t skipped = 0;
  double pad;

  for (size_t i = 0; i < page->figure->n_series; i++)
    pst_parts_range(page, i, &skipped);
  if (skipped > 0)
    pst_page_note(page, "%zu values that are not positive are left out.", skipped);
  if (pst_axis_empty(&page->y))
    return;
  pst_axis_tick_up(&page->y, 5, false);
  page->y.n_ticks = 0;
  if (page->y.log)
    return;
  pad = 0.03 * (page->y.high - page->y.low);
  page->y.low -= pad;
  page->y.high += pad;
}

/* Without named ticks each x that occurs is a tick. */
static void tick_at(struct pst_axis *axis, double x)
{
  struct pst_axis_tick *tick;

  for (size_t t = 0; t < axis->n_ticks; t++)
    if (axis->ticks[t].at == x)
      return;
  if (axis->n_ticks == PST_AXIS_TICKS || !isfinite(x))
    return;
  tick = &axis->ticks[axis->n_ticks++];
  tick->at = x;
  pst_number_print_digits(tick->text, x, 6);
}

static void tick_periods(struct pst_page *page)
{
  pst_x_ticks(page, 400);
  if (page->figure->n_x_ticks > 0)
    return;
  page->x.n_ticks = 0;
  for (size_t i = 0; i < page->figure->n_series; i++)
    for (size_t k = 0; k < page->figure->series[i].n; k++)
      tick_at(&page->x, page->figure->series[i].x[k]);
}

static const char *value_of(struct pst_page *page, const struct sides *sides, size_t i, size_t k)
{
  const struct pst_figure_series *series = &page->figure->series[i];

  if (series->labels != NULL && series->labels[k] != NULL)
    return series->labels[k];
  return pst_value_text(&page->arena, series, k, sides->decimals);
}

static void add_side(struct pst_page *page, struct sides *sides, size_t i, size_t k, bool right)
{
  const struct pst_figure_series *series = &page->figure->series[i];
  const char *value = value_of(page, sides, i, k);
  const char *name = "";
  struct pst_end_label *label =
      right ? &sides->right[sides->n_right++] : &sides->left[sides->n_left++];

  label->x = right ? page->right : page->left;
  label->y = pst_page_y(page, pst_value_place(series, k));
  if (pst_page_named(page, i))
    name = pst_page_name(page, i, pst_end_widest(page) - pst_measure(value, PST_PAGE_FONT) - 10);
  label->text =
      pst_arena_format(&page->arena, "%s  %s", right ? value : name, right ? name : value);
  label->colour = PST_PAGE_TEXT + pst_page_linetype(page, i);
}

static void collect(struct pst_page *page, struct sides *sides)
{
  sides->n_left = sides->n_right = 0;
  for (size_t i = 0; i < page->figure->n_series; i++)
    for (size_t k = 0; k < page->figure->series[i].n; k++) {
      const struct pst_figure_series *series = &page->figure->series[i];

      if (!pst_axis_draws(&page->y, pst_value_place(series, k)))
        continue;
      if (series->x[k] == sides->first && sides->n_left < page->figure->n_series)
        add_side(page, sides, i, k, false);
      if (series->x[k] == sides->last && sides->n_right < page->figure->n_series)
        add_side(page, sides, i, k, true);
    }
}

/* The values of one period between the first and the last stand above their points. */
static enum pst_status write_middle(struct pst_page *page, const struct sides *sides, double period)
{
  const struct pst_figure *figure = page->figure;
  struct pst_end_label *labels = pst_arena_array(&page->arena, figure->n_series, sizeof *labels);
  double *at = pst_arena_array(&page->arena, figure->n_series, sizeof *at);
  size_t n = 0;

  if (labels == NULL || at == NULL)
    return PST_NO_MEMORY;
  for (size_t i = 0; i < figure->n_series; i++)
    for (size_t k = 0; k < figure->series[i].n && n < figure->n_series; k++) {
      double y = pst_value_place(&figure->series[i], k);

      if (figure->series[i].x[k] != period || !pst_axis_draws(&page->y, y))
        continue;
      at[n] = pst_page_y(page, y) - 11;
      labels[n].text = value_of(page, sides, i, k);
      labels[n++].colour = PST_PAGE_TEXT + pst_page_linetype(page, i);
    }
  if (pst_spread(&page->arena, at, NULL, n, 12, page->top, page->bottom) != PST_OK)
    return PST_NO_MEMORY;
  for (size_t k = 0; k < n; k++)
    pst_page_label(page, pst_page_x(page, period), at[k], PST_PAGE_CENTRE, labels[k].colour,
                   PST_PAGE_SMALL, labels[k].text);
  return PST_OK;
}

static enum pst_status write_all(struct pst_page *page, const struct sides *sides)
{
  struct pst_parts *parts = pst_parts_allocate(page);

  if (parts == NULL)
    return PST_NO_MEMORY;
  for (size_t i = 0; i < page->figure->n_series; i++)
    parts[i] = pst_parts_write(page, i, (double)INFINITY);
  pst_page_margins(page);
  pst_page_axes(page);
  pst_page_texts(page);
  for (size_t t = 0; t < page->x.n_ticks; t++) {
    double x = pst_page_x(page, page->x.ticks[t].at);

    pst_page_rule(page, x, page->top, x, page->bottom, PST_PAGE_THIN);
    if (page->x.n_ticks <= VALUES_MOST && page->x.ticks[t].at > sides->first
        && page->x.ticks[t].at < sides->last
        && write_middle(page, sides, page->x.ticks[t].at) != PST_OK)
      return PST_NO_MEMORY;
  }
  if (pst_end_write(page, sides->left, sides->n_left, 0, false) != PST_OK
      || pst_end_write(page, sides->right, sides->n_right, 0, true) != PST_OK)
    return PST_NO_MEMORY;
  for (int front = 0; front < 2; front++)
    for (size_t i = 0; i < page->figure->n_series; i++)
      if (page->figure->series[i].highlight == front)
        pst_parts_plot(page, i, parts[i], true);
  pst_page_plot_end(page);
  return PST_OK;
}

enum pst_status pst_draw_slope(struct pst_page *page, struct pst_error *error)
{
  size_t n = page->figure->n_series;
  struct sides sides = {.left = pst_arena_array(&page->arena, n, sizeof *sides.left),
                        .right = pst_arena_array(&page->arena, n, sizeof *sides.right),
                        .decimals = pst_value_decimals(page->figure)};

  if (sides.left == NULL || sides.right == NULL)
    return PST_NO_MEMORY;
  settle_axes(page);
  if (pst_axis_empty(&page->x) || pst_axis_empty(&page->y))
    return pst_fail_empty(error);
  sides.first = page->x.low;
  sides.last = page->x.high;
  tick_periods(page);
  page->right = page->bottom = 1; /* any frame will do to measure the labels */
  collect(page, &sides);
  pst_page_frame(page, pst_end_margin(page, sides.left, sides.n_left),
                 pst_end_margin(page, sides.right, sides.n_right),
                 fmax(330, (double)n * (PST_PAGE_STEP + 0.5)), 0);
  collect(page, &sides);
  return write_all(page, &sides);
}
