/* lorenz.c -- Lorenz curves: the share of the whole against the share of the parts, both 0 to 1, and the
   line of equal parts. */
#include <math.h>

#include "figure/kind/kinds.h"
#include "figure/kind/parts.h"
#include "figure/page/script.h"

enum { SIDE = 420, BEND_FROM = 55 };

static void settle_axes(struct pst_page *page)
{
  struct pst_axis *const axes[] = {&page->x, &page->y};

  for (size_t i = 0; i < 2; i++) {
    pst_axis_start(axes[i], false, false);
    pst_axis_add(axes[i], 0);
    pst_axis_add(axes[i], 1);
    pst_axis_tick_up(axes[i], 5, true);
  }
}

/* A curve is named where it stands apart from the others: at 0.55 + 0.07 i of the parts. */
static bool place_of(const struct pst_page *page, size_t i, double *x, double *y)
{
  const struct pst_figure_series *series = &page->figure->series[i];
  double at = fmin(BEND_FROM / 100.0 + 0.07 * (double)i, 0.95);

  for (size_t k = 1; k < series->n; k++)
    if (series->x[k] >= at && series->x[k] > series->x[k - 1]) {
      double part = (at - series->x[k - 1]) / (series->x[k] - series->x[k - 1]);

      *x = pst_page_x(page, at);
      *y = pst_page_y(page, series->y[k - 1] + part * (series->y[k] - series->y[k - 1]));
      return true;
    }
  return false;
}

/* Names at the right, in the order of the curves' heights where they are named. */
static size_t collect(const struct pst_page *page, struct pst_end_label *labels)
{
  const struct pst_figure *figure = page->figure;
  size_t n = 0;

  for (size_t i = 0; i < figure->n_series; i++) {
    double x, y;

    if (figure->series[i].name == NULL || figure->series[i].name[0] == '\0'
        || !place_of(page, i, &x, &y))
      continue;
    labels[n++] = (struct pst_end_label){.x = x,
                                         .y = y,
                                         .text = figure->series[i].name,
                                         .colour = PST_PAGE_TEXT + pst_page_linetype(page, i)};
  }
  return n;
}

static void write_block(struct pst_page *page, size_t i)
{
  const struct pst_figure_series *series = &page->figure->series[i];

  pst_buffer_printf(&page->body, "$s%zu << EOD\n", i + 1);
  for (size_t k = 0; k < series->n; k++)
    pst_script_row(&page->body, (const double[]){series->x[k], series->y[k]}, 2);
  pst_buffer_puts(&page->body, "EOD\n");
}

enum pst_status pst_draw_lorenz(struct pst_page *page, struct pst_error *error)
{
  const struct pst_figure *figure = page->figure;
  struct pst_end_label *labels = pst_arena_array(&page->arena, figure->n_series + 1, sizeof *labels);
  double left, right;
  size_t n;

  (void)error;
  if (labels == NULL)
    return PST_NO_MEMORY;
  page->width = figure->width > 0 ? page->width : 620;
  settle_axes(page);
  n = collect(page, labels);
  left = PST_PAGE_EDGE + pst_page_tick_width(&page->y) + 8;
  right = fmax(pst_end_margin(page, labels, n), page->width - left - SIDE);
  pst_page_frame(page, left, right, SIDE, 0);
  n = collect(page, labels);
  for (size_t i = 0; i < figure->n_series; i++)
    write_block(page, i);
  pst_page_margins(page);
  pst_page_axes(page);
  pst_page_texts(page);
  pst_page_rule(page, page->left, page->bottom, page->right, page->top, PST_PAGE_LEADER);
  pst_page_rule(page, page->left, page->bottom, page->right, page->bottom, PST_PAGE_DARK);
  if (pst_end_write(page, labels, n, 0, true) != PST_OK)
    return PST_NO_MEMORY;
  for (size_t i = 0; i < figure->n_series; i++)
    pst_page_plot(page, "$s%zu using 1:2 with linespoints lt %d lw 2 ps 0.4", i + 1,
                  pst_page_linetype(page, i));
  pst_page_plot_end(page);
  return PST_OK;
}
