/* dots.c -- a row a label: the value as a point, its interval as a bar, both written at the right. */
#include <math.h>
#include <string.h>

#include "figure/page/key.h"
#include "figure/kind/kinds.h"
#include "figure/page/measure.h"
#include "figure/page/script.h"
#include "figure/page/value.h"

enum { ROW = 24, EACH = 9, ARROW = 22, LINE = 15 }; /* EACH of the dots that stand in one row */

struct dots {
  const char **rows; /* labels by first appearance */
  size_t n_rows;
  size_t **row_of; /* the row of each point of each series */
  bool own_rows;   /* a series is a row: no key is needed */
  int decimals;
  double values; /* width of the values at the right; 0: none */
};

static const char *label_of(const struct pst_figure_series *series, size_t k)
{
  const char *label = series->labels == NULL ? series->name : series->labels[k];

  return label == NULL ? "" : label;
}

static size_t find_row(struct dots *dots, const char *label)
{
  for (size_t r = 0; r < dots->n_rows; r++)
    if (strcmp(dots->rows[r], label) == 0)
      return r;
  dots->rows[dots->n_rows] = label;
  return dots->n_rows++;
}

static enum pst_status find_rows(struct pst_page *page, struct dots *dots)
{
  const struct pst_figure *figure = page->figure;
  size_t points = 0;

  dots->own_rows = true;
  for (size_t i = 0; i < figure->n_series; i++) {
    points += figure->series[i].n;
    dots->own_rows &= figure->series[i].labels == NULL;
  }
  dots->rows = pst_arena_array(&page->arena, points, sizeof *dots->rows);
  dots->row_of = pst_arena_array(&page->arena, figure->n_series, sizeof *dots->row_of);
  if (dots->rows == NULL || dots->row_of == NULL)
    return PST_NO_MEMORY;
  for (size_t i = 0; i < figure->n_series; i++) {
    dots->row_of[i] = pst_arena_array(&page->arena, figure->series[i].n, sizeof **dots->row_of);
    if (dots->row_of[i] == NULL)
      return PST_NO_MEMORY;
    for (size_t k = 0; k < figure->series[i].n; k++)
      dots->row_of[i][k] = find_row(dots, label_of(&figure->series[i], k));
  }
  return PST_OK;
}

static double end_of(const double *ends, size_t k)
{
  return ends == NULL ? (double)NAN : ends[k];
}

static void settle_axes(struct pst_page *page, const struct dots *dots)
{
  pst_axis_start(&page->x, page->figure->log_x, false);
  for (size_t i = 0; i < page->figure->n_series; i++)
    for (size_t k = 0; k < page->figure->series[i].n; k++) {
      pst_axis_add(&page->x, page->figure->series[i].y[k]);
      pst_axis_add(&page->x, end_of(page->figure->series[i].y_low, k));
      pst_axis_add(&page->x, end_of(page->figure->series[i].y_high, k));
    }
  page->y.log = false;
  page->y.downward = true;
  page->y.low = 0;
  page->y.high = (double)dots->n_rows;
}

/* A row's height on the axis; the dots of several series stand one below the other. */
static double height_of(const struct pst_page *page, const struct dots *dots, size_t i, size_t k)
{
  double n = (double)page->figure->n_series;
  double step = n > 1 && !dots->own_rows ? fmin(0.22, 0.8 / n) : 0;

  return (double)dots->row_of[i][k] + 0.5 + ((double)i - (n - 1) / 2) * step;
}

/* The length of the bar from the low end; of an open one, an arrow of ARROW pixels from its end. */
static bool interval(const struct pst_page *page, size_t i, size_t k, bool open, double *from,
                     double *by)
{
  const struct pst_figure_series *series = &page->figure->series[i];
  double low = end_of(series->y_low, k), high = end_of(series->y_high, k);
  double arrow = ARROW / (page->right - page->left);

  if (!open) {
    *from = low;
    *by = high - low;
    return pst_axis_draws(&page->x, low) && pst_axis_draws(&page->x, high) && high > low;
  }
  if (isinf(low) == isinf(high))
    return false;
  *from = isinf(low) ? high : low;
  if (!pst_axis_draws(&page->x, *from))
    return false;
  *by = pst_axis_value(&page->x, pst_axis_at(&page->x, *from) + (isinf(low) ? -arrow : arrow))
        - *from;
  return true;
}

/* One block of series I, and its clause when it is not empty. */
static void write_block(struct pst_page *page, const struct dots *dots, size_t i, const char *part)
{
  const struct pst_figure_series *series = &page->figure->series[i];

  pst_buffer_printf(&page->body, "$s%zu_%s << EOD\n", i + 1, part);
  for (size_t k = 0; k < series->n; k++) {
    double row[] = {series->y[k], height_of(page, dots, i, k), 0};

    if (strcmp(part, "points") == 0
            ? pst_axis_draws(&page->x, row[0])
            : interval(page, i, k, strcmp(part, "arrows") == 0, &row[0], &row[2]))
      pst_script_row(&page->body, row, 3);
  }
  pst_buffer_puts(&page->body, "EOD\n");
}

static bool any_interval(const struct pst_page *page, size_t i, bool open)
{
  double from, by;

  for (size_t k = 0; k < page->figure->series[i].n; k++)
    if (interval(page, i, k, open, &from, &by))
      return true;
  return false;
}

static bool any_point(const struct pst_page *page, size_t i)
{
  for (size_t k = 0; k < page->figure->series[i].n; k++)
    if (pst_axis_draws(&page->x, page->figure->series[i].y[k]))
      return true;
  return false;
}

static void plot(struct pst_page *page, size_t i)
{
  int lt = pst_page_linetype(page, i);

  if (any_interval(page, i, false))
    pst_page_plot(page, "$s%zu_bars using 1:2:3:(0) with vectors nohead lt %d dt 1 lw 3", i + 1,
                  lt);
  if (any_interval(page, i, true))
    pst_page_plot(page,
                  "$s%zu_arrows using 1:2:3:(0) with vectors head filled size screen 0.008,20 "
                  "lt %d dt 1 lw 1.5",
                  i + 1, lt);
  if (any_point(page, i))
    pst_page_plot(page, "$s%zu_points using 1:2 with points lt %d ps 0.8", i + 1, lt);
}

static void write_texts(struct pst_page *page, const struct dots *dots)
{
  const struct pst_figure *figure = page->figure;

  for (size_t r = 0; r < dots->n_rows; r++)
    pst_page_wrapped(page, page->left - 10, pst_page_y(page, (double)r + 0.5), PST_PAGE_RIGHT,
                     PST_PAGE_DARK, page->left - PST_PAGE_EDGE - 9.5, dots->rows[r]);
  for (size_t i = 0; i < figure->n_series; i++)
    for (size_t k = 0; dots->values > 0 && k < figure->series[i].n; k++)
      pst_page_label(page, page->width - PST_PAGE_EDGE,
                     pst_page_y(page, height_of(page, dots, i, k)), PST_PAGE_RIGHT,
                     PST_PAGE_TEXT + pst_page_linetype(page, i), PST_PAGE_FONT,
                     pst_value_text(&page->arena, &figure->series[i], k, dots->decimals));
}

static void measure_values(struct pst_page *page, struct dots *dots)
{
  const struct pst_figure *figure = page->figure;

  for (size_t i = 0; figure->decimals >= 0 && i < figure->n_series; i++)
    for (size_t k = 0; k < figure->series[i].n; k++)
      dots->values =
          fmax(dots->values,
               pst_measure(pst_value_text(&page->arena, &figure->series[i], k, dots->decimals),
                           PST_PAGE_FONT));
}

static size_t lines_of(const char *name, double width)
{
  return pst_page_lines(name, width + 0.5);
}

/* A row is as high as its name, and as the dots of all series in it, none over another. */
static double row_height(const struct pst_page *page, const struct dots *dots, size_t lines)
{
  const double name = ROW + LINE * (double)(lines - 1);

  return dots->own_rows ? name : fmax(name, EACH * (double)page->figure->n_series);
}

static void lay_out(struct pst_page *page, struct dots *dots, double key)
{
  const struct pst_figure *figure = page->figure;
  double left = 0;
  size_t lines = 1;

  for (size_t r = 0; r < dots->n_rows; r++)
    left = fmax(left, pst_measure(dots->rows[r], PST_PAGE_FONT));
  left = fmin(left, page->width * 0.35);
  for (size_t r = 0; r < dots->n_rows; r++)
    lines = lines_of(dots->rows[r], left) > lines ? lines_of(dots->rows[r], left) : lines;
  if (figure->n_series == 1 || dots->own_rows)
    measure_values(page, dots);
  pst_page_frame(page, PST_PAGE_EDGE + left + 10,
                 PST_PAGE_EDGE + (dots->values > 0 ? dots->values + 16 : 10),
                 key + row_height(page, dots, lines) * (double)dots->n_rows, 0);
  page->top += key;
}

enum pst_status pst_draw_dots(struct pst_page *page, struct pst_error *error)
{
  struct dots dots = {.decimals = pst_value_decimals(page->figure)};
  double width = page->width - 2 * PST_PAGE_EDGE, neutral = page->figure->neutral, key;

  if (find_rows(page, &dots) != PST_OK)
    return PST_NO_MEMORY;
  page->one_colour = dots.own_rows;
  key = dots.own_rows ? 0 : pst_key_height(page, width);
  settle_axes(page, &dots);
  if (pst_axis_empty(&page->x))
    return pst_fail_empty(error);
  page->x.year = page->figure->ranks; /* whole, as years are */
  pst_axis_tick_up(&page->x, 6, !page->figure->ranks);
  lay_out(page, &dots, key);
  for (size_t i = 0; i < page->figure->n_series; i++) {
    write_block(page, &dots, i, "points");
    write_block(page, &dots, i, "bars");
    write_block(page, &dots, i, "arrows");
  }
  pst_page_margins(page);
  pst_page_axes(page);
  pst_buffer_puts(&page->body, "set grid xtics noytics\n");
  pst_page_texts(page);
  if (key > 0)
    pst_key_write(page, page->top - key - 8, width);
  if (pst_axis_draws(&page->x, neutral) && page->x.low < neutral && page->x.high > neutral)
    pst_page_rule(page, pst_page_x(page, neutral), page->top, pst_page_x(page, neutral),
                  page->bottom, PST_PAGE_DARK);
  write_texts(page, &dots);
  for (size_t i = 0; i < page->figure->n_series; i++)
    plot(page, i);
  pst_page_plot_end(page);
  return PST_OK;
}
