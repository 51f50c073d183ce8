/* rows.c -- a row a label, the series side by side along it: what each adds to a sum, which is written at
   the right. */
#include <math.h>

#include "figure/kind/kinds.h"
#include "figure/page/key.h"
#include "figure/page/measure.h"
#include "figure/page/script.h"

enum { ROW = 24 };

/* gnuplot knows no range that is narrower. */
#define NARROWEST 1e-280

struct rows {
  size_t n;
  double *base; /* where series i begins in row k: base[i * n + k]; the last are the sums */
  double labels, sums, key; /* pixels */
  bool known;               /* some value is */
};

static bool pile_up(struct pst_page *page, struct rows *rows)
{
  const struct pst_figure *figure = page->figure;
  size_t negative = 0;

  rows->n = figure->series[0].n;
  for (size_t i = 1; i < figure->n_series; i++)
    rows->n = figure->series[i].n < rows->n ? figure->series[i].n : rows->n;
  rows->base =
      pst_arena_array(&page->arena, (figure->n_series + 1) * rows->n + 1, sizeof *rows->base);
  if (rows->base == NULL)
    return false;
  for (size_t i = 0; i < figure->n_series; i++)
    for (size_t k = 0; k < rows->n; k++) {
      double value = figure->series[i].y[k];

      negative += value < 0;
      rows->known = rows->known || isfinite(value);
      rows->base[(i + 1) * rows->n + k] =
          rows->base[i * rows->n + k] + (isfinite(value) ? fmax(value, 0) : 0);
      pst_axis_add(&page->x, rows->base[(i + 1) * rows->n + k]);
    }
  if (negative > 0)
    pst_page_note(page, "%zu negative value%s cannot be stacked and %s left out.", negative,
                  negative == 1 ? "" : "s", negative == 1 ? "is" : "are");
  return true;
}

static const char *sum_text(const struct pst_page *page, const struct rows *rows, size_t k,
                            char text[PST_AXIS_TEXT])
{
  return pst_axis_number(text, rows->base[page->figure->n_series * rows->n + k],
                         page->figure->decimals > 0 ? page->figure->decimals : 1);
}

static void lay_out(struct pst_page *page, struct rows *rows)
{
  const char *const *labels = page->figure->series[0].labels;
  char text[PST_AXIS_TEXT];

  for (size_t k = 0; k < rows->n; k++) {
    rows->labels = fmax(rows->labels, pst_measure(labels[k], PST_PAGE_FONT));
    rows->sums = fmax(rows->sums, pst_measure(sum_text(page, rows, k, text), PST_PAGE_FONT));
  }
  rows->key = pst_key_height(page, page->width - 2 * PST_PAGE_EDGE);
  pst_page_frame(page, PST_PAGE_EDGE + fmin(rows->labels, page->width * 0.35) + 10,
                 PST_PAGE_EDGE + rows->sums + 16, rows->key + ROW * (double)rows->n, 0);
  page->top += rows->key;
}

static void write_block(struct pst_page *page, const struct rows *rows, size_t i)
{
  pst_buffer_printf(&page->body, "$s%zu << EOD\n", i + 1);
  for (size_t k = 0; k < rows->n; k++) {
    double low = rows->base[i * rows->n + k], high = rows->base[(i + 1) * rows->n + k];

    if (high > low)
      pst_script_row(
          &page->body,
          (const double[]){low, (double)k + 0.5, low, high, (double)k + 0.15, (double)k + 0.85}, 6);
  }
  pst_buffer_puts(&page->body, "EOD\n");
}

static bool is_empty(const struct rows *rows, size_t i)
{
  for (size_t k = 0; k < rows->n; k++)
    if (rows->base[(i + 1) * rows->n + k] > rows->base[i * rows->n + k])
      return false;
  return true;
}

static void write_texts(struct pst_page *page, const struct rows *rows)
{
  const char *const *labels = page->figure->series[0].labels;
  char text[PST_AXIS_TEXT];

  for (size_t k = 0; k < rows->n; k++) {
    double y = pst_page_y(page, (double)k + 0.5);

    pst_page_label(page, page->left - 10, y, PST_PAGE_RIGHT, PST_PAGE_DARK, PST_PAGE_FONT,
                   pst_measure_apart(&page->arena, labels, rows->n, k, PST_PAGE_FONT,
                                     page->left - PST_PAGE_EDGE - 9.5));
    pst_page_label(page, page->width - PST_PAGE_EDGE, y, PST_PAGE_RIGHT, PST_PAGE_DARK,
                   PST_PAGE_FONT, sum_text(page, rows, k, text));
  }
}

enum pst_status pst_draw_rows(struct pst_page *page, struct pst_error *error)
{
  struct rows rows = {.n = 0};

  if (page->figure->series[0].labels == NULL)
    return pst_fail_empty(error);
  pst_axis_add(&page->x, 0);
  if (!pile_up(page, &rows))
    return PST_NO_MEMORY;
  if (!rows.known)
    return pst_fail_empty(error);
  if (page->x.high < NARROWEST)
    page->x.high = 0;
  page->y = (struct pst_axis){.low = 0, .high = (double)rows.n, .downward = true};
  pst_axis_tick_up(&page->x, 6, true);
  lay_out(page, &rows);
  for (size_t i = 0; i < page->figure->n_series; i++)
    write_block(page, &rows, i);
  pst_page_margins(page);
  pst_page_axes(page);
  pst_buffer_puts(&page->body, "set grid xtics noytics\n");
  pst_page_texts(page);
  if (rows.key > 0)
    pst_key_write(page, page->top - rows.key - 8, page->width - 2 * PST_PAGE_EDGE);
  write_texts(page, &rows);
  for (size_t i = 0; i < page->figure->n_series; i++)
    if (!is_empty(&rows, i))
      pst_page_plot(
          page, "$s%zu using 1:2:3:4:5:6 with boxxyerror fs solid 1 border lt 24 lw 1.5 fc lt %d",
          i + 1, pst_page_linetype(page, i));
  if (page->plots == 0)
    pst_page_plot(page, "0 with lines lt 24"); /* all parts are 0 */
  pst_page_plot_end(page);
  return PST_OK;
}
