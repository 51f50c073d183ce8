/* bump.c -- ranks over time: 1 on top, ties and bounds as bars, and below a line those of whom only
   "beyond the tenth" is known. */
#include <math.h>
#include <stdio.h>

#include "figure/kind/kinds.h"
#include "figure/kind/parts.h"
#include "figure/page/script.h"
#include "figure/page/value.h"

enum { ROW = 24, LEAST = 180, MOST = 900, TICK_ROOM = 30, MANY = 25 };
#define SLOT 0.6 /* rows from one censored entity to the next */

struct bump {
  struct pst_figure figure; /* the caller's, its ranks made places */
  struct pst_figure_series *series;
  size_t *slot;    /* a series' row beyond the last rank */
  double **beyond; /* a series' places beyond the last rank, NaN elsewhere */
  double last;     /* the last rank drawn as such */
  size_t slots;    /* rows beyond it */
  struct pst_end_label *left, *right;
  size_t n_left, n_right;
};

static bool is_censored(const struct pst_figure_series *series, size_t k)
{
  return !isfinite(series->y[k]) && series->y_low != NULL && series->y_high != NULL
         && isfinite(series->y_low[k]) && isinf(series->y_high[k]);
}

/* The last known rank: the figure's, or the worst that occurs. */
static double last_rank(const struct pst_figure *figure)
{
  double last = fmax(figure->beyond, 1);

  for (size_t i = 0; i < figure->n_series; i++)
    for (size_t k = 0; k < figure->series[i].n; k++) {
      const struct pst_figure_series *series = &figure->series[i];

      if (is_censored(series, k)) {
        last = fmax(last, ceil(series->y_low[k]) - 1);
        continue;
      }
      if (isfinite(series->y[k]))
        last = fmax(last, series->y[k]);
      if (series->y_high != NULL && isfinite(series->y_high[k]))
        last = fmax(last, series->y_high[k]);
    }
  return last;
}

/* The first and the last period in which SERIES is censored; false when it never is. */
static bool censored_span(const struct pst_figure_series *series, double *first, double *last)
{
  bool any = false;

  for (size_t k = 0; k < series->n; k++)
    if (is_censored(series, k)) {
      *first = any ? *first : series->x[k];
      *last = series->x[k];
      any = true;
    }
  return any;
}

/* Series whose censored periods do not meet may share a row. */
static void choose_slot(const struct pst_figure *figure, struct bump *bump, size_t i)
{
  double first = 0, last = 0, from = 0, to = 0;
  size_t k = 0;

  if (!censored_span(&figure->series[i], &first, &last))
    return;
  while (k < i) {
    if (bump->slot[k] == bump->slot[i] && censored_span(&figure->series[k], &from, &to)
        && from <= last && first <= to) {
      bump->slot[i]++;
      k = 0;
    } else {
      k++;
    }
  }
  if (bump->slots < bump->slot[i] + 1)
    bump->slots = bump->slot[i] + 1;
}

/* Series I with known ranks as y; its censored points go to a row of their own below. */
static bool place_series(struct pst_page *page, struct bump *bump, size_t i)
{
  const struct pst_figure_series *from = &page->figure->series[i];
  double *y = pst_arena_array(&page->arena, from->n, sizeof *y);
  double *low = pst_arena_array(&page->arena, from->n, sizeof *low);
  double *high = pst_arena_array(&page->arena, from->n, sizeof *high);
  double *beyond = pst_arena_array(&page->arena, from->n, sizeof *beyond);

  choose_slot(page->figure, bump, i);
  if (y == NULL || low == NULL || high == NULL || beyond == NULL)
    return false;
  for (size_t k = 0; k < from->n; k++) {
    bool censored = is_censored(from, k);
    bool bounded = !censored && from->y_low != NULL && from->y_high != NULL;

    y[k] = censored ? (double)NAN : pst_value_place(from, k);
    low[k] = bounded ? from->y_low[k] : (double)NAN;
    high[k] = bounded ? from->y_high[k] : (double)NAN;
    beyond[k] = censored ? bump->last + 1 + SLOT * (double)bump->slot[i] : (double)NAN;
  }
  bump->beyond[i] = beyond;
  bump->series[i] = *from;
  bump->series[i].y = y;
  bump->series[i].y_low = low;
  bump->series[i].y_high = high;
  bump->series[i].fit_n = 0;
  return true;
}

static enum pst_status prepare(struct pst_page *page, struct bump *bump)
{
  size_t n = page->figure->n_series;

  bump->series = pst_arena_array(&page->arena, n, sizeof *bump->series);
  bump->beyond = pst_arena_array(&page->arena, n, sizeof *bump->beyond);
  bump->slot = pst_arena_array(&page->arena, n, sizeof *bump->slot);
  bump->left = pst_arena_array(&page->arena, n, sizeof *bump->left);
  bump->right = pst_arena_array(&page->arena, n, sizeof *bump->right);
  if (bump->series == NULL || bump->beyond == NULL || bump->slot == NULL || bump->left == NULL
      || bump->right == NULL)
    return PST_NO_MEMORY;
  bump->last = last_rank(page->figure);
  for (size_t i = 0; i < n; i++)
    if (!place_series(page, bump, i))
      return PST_NO_MEMORY;
  bump->figure = *page->figure;
  bump->figure.series = bump->series;
  bump->figure.log_y = false;
  page->figure = &bump->figure;
  return PST_OK;
}

/* The place of point K of series I, known or censored. */
static double place_of(const struct bump *bump, size_t i, size_t k)
{
  return isfinite(bump->series[i].y[k]) ? bump->series[i].y[k] : bump->beyond[i][k];
}

static void add_tick(struct pst_axis *axis, double rank)
{
  struct pst_axis_tick *tick = &axis->ticks[axis->n_ticks++];

  tick->at = rank;
  snprintf(tick->text, sizeof tick->text, "%.0f", rank);
}

static void settle_axes(struct pst_page *page, const struct bump *bump)
{
  double step = bump->last > MANY ? 5 : 1;

  for (size_t i = 0; i < page->figure->n_series; i++)
    for (size_t k = 0; k < bump->series[i].n; k++)
      if (isfinite(place_of(bump, i, k)))
        pst_axis_add(&page->x, bump->series[i].x[k]);
  page->y.log = false;
  page->y.downward = true;
  page->y.low = 0.5;
  page->y.high = bump->last + (bump->slots > 0 ? 1 + SLOT * (double)(bump->slots - 1) : 0) + 0.5;
  while (ceil(bump->last / step) > PST_AXIS_TICKS - 3)
    step *= 2;
  for (double rank = 1; rank <= bump->last; rank = rank < step ? step : rank + step)
    add_tick(&page->y, rank);
  if (bump->slots > 0)
    add_tick(&page->y, bump->last + 1);
  if (bump->slots > 0)
    snprintf(page->y.ticks[page->y.n_ticks - 1].text, PST_AXIS_TEXT, ">%.0f", bump->last);
}

static void add_end(struct pst_page *page, const struct bump *bump, size_t i, size_t k,
                    struct pst_end_label *label)
{
  label->x = pst_page_x(page, bump->series[i].x[k]);
  label->y = pst_page_y(page, place_of(bump, i, k));
  label->text = pst_page_named(page, i) ? bump->series[i].name : "";
  label->colour = PST_PAGE_TEXT + pst_page_linetype(page, i);
}

/* Names stand on the left for lines that begin with the axis, on the right for those that reach its
   end, and for lines that do neither. */
static void collect(struct pst_page *page, struct bump *bump, double first, double last)
{
  bump->n_left = bump->n_right = 0;
  for (size_t i = 0; i < page->figure->n_series; i++) {
    const struct pst_figure_series *series = &bump->series[i];
    size_t from = 0, to = series->n;

    while (from < series->n && !isfinite(place_of(bump, i, from)))
      from++;
    while (to > from && !isfinite(place_of(bump, i, to - 1)))
      to--;
    if (from == to || !pst_page_named(page, i))
      continue;
    if (series->x[from] == first)
      add_end(page, bump, i, from, &bump->left[bump->n_left++]);
    if (series->x[to - 1] == last || series->x[from] != first)
      add_end(page, bump, i, to - 1, &bump->right[bump->n_right++]);
  }
}

/* Censored points of series I, and the steps that lead to and from them. */
static void write_beyond(struct pst_page *page, const struct bump *bump, size_t i)
{
  const struct pst_figure_series *series = &bump->series[i];

  pst_buffer_printf(&page->body, "$s%zu_beyond << EOD\n", i + 1);
  for (size_t k = 0; k < series->n; k++)
    if (isfinite(bump->beyond[i][k]))
      pst_script_row(&page->body, (const double[]){series->x[k], bump->beyond[i][k]}, 2);
  pst_buffer_printf(&page->body, "EOD\n$s%zu_steps << EOD\n", i + 1);
  for (size_t k = 1; k < series->n; k++) {
    double from = place_of(bump, i, k - 1), to = place_of(bump, i, k);

    if (!isfinite(from) || !isfinite(to)
        || (!isfinite(bump->beyond[i][k - 1]) && !isfinite(bump->beyond[i][k])))
      continue;
    pst_script_row(&page->body, (const double[]){series->x[k - 1], from}, 2);
    pst_script_row(&page->body, (const double[]){series->x[k], to}, 2);
    pst_buffer_putc(&page->body, '\n');
  }
  pst_buffer_puts(&page->body, "EOD\n");
}

static bool any_beyond(const struct bump *bump, size_t i)
{
  for (size_t k = 0; k < bump->series[i].n; k++)
    if (isfinite(bump->beyond[i][k]))
      return true;
  return false;
}

static void plot_beyond(struct pst_page *page, size_t i)
{
  int lt = pst_page_linetype(page, i);

  pst_page_plot(page, "$s%zu_steps using 1:2 with lines lt %d dt 3 lw 1.5", i + 1, lt);
  pst_page_plot(page, "$s%zu_beyond using 1:2 with points lt %d pt 6 lw 1.5 ps 0.6", i + 1, lt);
}

static enum pst_status write_all(struct pst_page *page, const struct bump *bump)
{
  struct pst_parts *parts = pst_parts_allocate(page);

  if (parts == NULL)
    return PST_NO_MEMORY;
  for (size_t i = 0; i < page->figure->n_series; i++) {
    parts[i] =
        pst_parts_write(page, i, page->figure->gap > 0 ? page->figure->gap : (double)INFINITY);
    if (any_beyond(bump, i))
      write_beyond(page, bump, i);
  }
  pst_page_margins(page);
  pst_page_axes(page);
  pst_page_texts(page);
  if (bump->slots > 0)
    pst_page_rule(page, page->left, pst_page_y(page, bump->last + 0.5), page->right,
                  pst_page_y(page, bump->last + 0.5), PST_PAGE_DARK);
  if (pst_end_write(page, bump->left, bump->n_left, TICK_ROOM, false) != PST_OK
      || pst_end_write(page, bump->right, bump->n_right, 0, true) != PST_OK)
    return PST_NO_MEMORY;
  for (int front = 0; front < 2; front++)
    for (size_t i = 0; i < page->figure->n_series; i++)
      if (page->figure->series[i].highlight == front) {
        pst_parts_plot(page, i, parts[i], true);
        if (any_beyond(bump, i))
          plot_beyond(page, i);
      }
  pst_page_plot_end(page);
  return PST_OK;
}

enum pst_status pst_draw_bump(struct pst_page *page, struct pst_error *error)
{
  struct bump bump = {.last = 1};
  double first, last, height;

  if (prepare(page, &bump) != PST_OK)
    return PST_NO_MEMORY;
  settle_axes(page, &bump);
  if (pst_axis_empty(&page->x))
    return pst_fail_empty(error);
  first = page->x.low;
  last = page->x.high;
  pst_x_ticks(page, 400);
  page->right = page->bottom = 1; /* any frame will do to measure the labels */
  collect(page, &bump, first, last);
  height = fmin(MOST, fmax(LEAST, ROW * (page->y.high - page->y.low)));
  height = fmax(height, (double)(bump.n_right + 1) * PST_PAGE_STEP);
  pst_page_frame(page, pst_end_margin(page, bump.left, bump.n_left) + TICK_ROOM,
                 pst_end_margin(page, bump.right, bump.n_right), height, 0);
  pst_x_ticks(page, page->right - page->left);
  collect(page, &bump, first, last);
  return write_all(page, &bump);
}
