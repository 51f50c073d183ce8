/* cloud.c -- points too many to be told apart, as the number of them in each small square. */
#include "figure/kind/cloud.h"

#include <math.h>

#include "figure/page/measure.h"
#include "figure/page/script.h"

enum { SQUARE = 8, KEY = 26, BAR = 10, BAR_WIDTH = 120 };

struct squares {
  size_t across, down;
  size_t *count; /* by row, from the top */
  size_t most;
};

static size_t count_points(const struct pst_page *page)
{
  size_t n = 0;

  for (size_t i = 0; i < page->figure->n_series; i++)
    n += pst_cloud_holds(page, i) ? page->figure->series[i].n : 0;
  return n;
}

bool pst_cloud_holds(const struct pst_page *page, size_t i)
{
  return page->figure->n_series == 1 || !page->figure->series[i].highlight;
}

bool pst_cloud_wanted(const struct pst_page *page)
{
  return count_points(page) > PST_CLOUD_FROM;
}

double pst_cloud_key(void)
{
  return KEY;
}

/* The square of a place between 0 and 1 along an axis of N squares. */
static size_t square_of(double at, size_t n)
{
  const double square = floor(at * (double)n);

  return square < 0 ? 0 : square >= (double)n ? n - 1 : (size_t)square;
}

static void count_series(const struct pst_page *page, size_t i, struct squares *squares)
{
  const struct pst_figure_series *series = &page->figure->series[i];

  for (size_t k = 0; k < series->n; k++) {
    size_t *count;

    if (!pst_axis_draws(&page->x, series->x[k]) || !pst_axis_draws(&page->y, series->y[k]))
      continue;
    count =
        &squares
             ->count[square_of(pst_axis_at(&page->y, series->y[k]), squares->down) * squares->across
                     + square_of(pst_axis_at(&page->x, series->x[k]), squares->across)];
    (*count)++;
    squares->most = *count > squares->most ? *count : squares->most;
  }
}

/* Of each square with points: its edges and the logarithm of their number. */
static void write_squares(struct pst_page *page, const struct squares *squares)
{
  pst_buffer_puts(&page->body, "$cloud << EOD\n");
  for (size_t s = 0; s < squares->across * squares->down; s++) {
    const double row = (double)(s / squares->across), column = (double)(s % squares->across);
    const double across = (double)squares->across, down = (double)squares->down;

    if (squares->count[s] > 0)
      pst_script_row(&page->body,
                     (const double[]){pst_axis_value(&page->x, column / across),
                                      pst_axis_value(&page->x, (column + 1) / across),
                                      pst_axis_value(&page->y, row / down),
                                      pst_axis_value(&page->y, (row + 1) / down),
                                      log10((double)squares->count[s])},
                     5);
  }
  pst_buffer_puts(&page->body, "EOD\n");
}

/* "Points in a square:  1 [bar] 250", at the right end of the page. */
static void write_key(struct pst_page *page, const struct squares *squares, double top)
{
  const double right = page->width - PST_PAGE_EDGE, middle = top + KEY / 2.0 - 4;
  char text[PST_AXIS_TEXT];
  double left, width;

  pst_axis_number(text, (double)squares->most, 0);
  width = pst_measure(text, PST_PAGE_SMALL);
  left = right - width - 6 - BAR_WIDTH;
  pst_page_label(page, right, middle, PST_PAGE_RIGHT, PST_PAGE_DARK, PST_PAGE_SMALL, text);
  pst_page_colours(page, left, middle - BAR / 2.0, BAR_WIDTH, BAR);
  pst_page_label(page, left - 6, middle, PST_PAGE_RIGHT, PST_PAGE_DARK, PST_PAGE_SMALL,
                 "Points in a square: 1");
}

enum pst_status pst_cloud_write(struct pst_page *page, double top)
{
  struct squares squares = {
      .across = (size_t)fmax(1, (page->right - page->left) / SQUARE),
      .down = (size_t)fmax(1, (page->bottom - page->top) / SQUARE),
  };

  squares.count =
      pst_arena_array(&page->arena, squares.across * squares.down, sizeof *squares.count);
  if (squares.count == NULL)
    return PST_NO_MEMORY;
  for (size_t i = 0; i < page->figure->n_series; i++)
    if (pst_cloud_holds(page, i))
      count_series(page, i, &squares);
  write_squares(page, &squares);
  pst_buffer_puts(&page->body,
                  page->any_highlight
                      ? "set palette defined (0 '#DDDDDD', 1 '#555555')\n"
                      : "set palette defined (0 '#CBE1EF', 0.5 '#3C8FC0', 1 '#00324E')\n");
  pst_buffer_puts(&page->body, "set cbrange [0:");
  pst_script_number(&page->body, squares.most > 1 ? log10((double)squares.most) : 1);
  pst_buffer_puts(&page->body, "]\n");
  write_key(page, &squares, top);
  return PST_OK;
}

void pst_cloud_plot(struct pst_page *page)
{
  pst_page_plot(page, "$cloud using 1:3:1:2:3:4:5 with boxxyerror fs solid 1 noborder fc palette");
}
