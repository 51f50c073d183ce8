/* lorenz.c -- Lorenz curves: the share of the whole against the share of the parts, both 0 to 1, and the
   line of equal parts. */
#include <math.h>

#include "figure/kind/kinds.h"
#include "figure/page/key.h"
#include "figure/page/script.h"

enum { SIDE = 420, WIDTH = 520 };

static void settle_axes(struct pst_page *page)
{
  struct pst_axis *const axes[] = {&page->x, &page->y};

  for (size_t i = 0; i < 2; i++) {
    pst_axis_start(axes[i], false, false);
    pst_axis_add(axes[i], 0);
    pst_axis_add(axes[i], 1);
  }
  for (size_t i = 0; i < page->figure->n_series; i++)
    for (size_t k = 0; k < page->figure->series[i].n; k++) {
      pst_axis_add(&page->x, page->figure->series[i].x[k]);
      pst_axis_add(&page->y, page->figure->series[i].y[k]);
    }
  for (size_t i = 0; i < 2; i++)
    pst_axis_tick_up(axes[i], 5, true);
}

static bool any_point(const struct pst_figure *figure)
{
  for (size_t i = 0; i < figure->n_series; i++)
    for (size_t k = 0; k < figure->series[i].n; k++)
      if (isfinite(figure->series[i].x[k]) && isfinite(figure->series[i].y[k]))
        return true;
  return false;
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
  double left, key;

  if (!any_point(figure))
    return pst_fail_empty(error);
  page->width = figure->width > 0 ? page->width : WIDTH;
  settle_axes(page);
  key = pst_key_height(page, page->width - 2 * PST_PAGE_EDGE);
  left = PST_PAGE_EDGE + pst_page_tick_width(&page->y) + 8;
  pst_page_frame(page, left, page->width - left - SIDE, SIDE + key, 0);
  page->top += key;
  for (size_t i = 0; i < figure->n_series; i++)
    write_block(page, i);
  pst_page_margins(page);
  pst_page_axes(page);
  pst_page_texts(page);
  if (key > 0)
    pst_key_write(page, page->top - key - 8, page->width - 2 * PST_PAGE_EDGE);
  pst_page_rule(page, page->left, page->bottom, page->right, page->top, PST_PAGE_THIN);
  pst_page_rule(page, page->left, page->bottom, page->right, page->bottom, PST_PAGE_DARK);
  for (size_t i = 0; i < figure->n_series; i++)
    pst_page_plot(page, "$s%zu using 1:2 with linespoints lt %d lw 2 ps 0.4", i + 1,
                  pst_page_linetype(page, i));
  pst_page_plot_end(page);
  return PST_OK;
}
