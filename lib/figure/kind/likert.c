/* likert.c -- bars of an opinion scale: the answers of each row stacked about the middle of the scale, so
   that what stands left of the line is one opinion and what stands right of it the other. */
#include <math.h>

#include "figure/kind/kinds.h"
#include "figure/page/measure.h"
#include "figure/page/script.h"

enum { ROW = 34, LINE = 18, MARK = 16, BETWEEN = 16 };

/* The colours of all figures, with a middle that is seen on white. */
static const char PALETTE[] = "set palette defined (-1 '#D55E00', -0.5 '#EAAE7F', 0 '#DDDDDD', 0.5 "
                              "'#7FB8D8', 1 '#0072B2')\n";

struct likert {
  size_t rows, columns;
  double names; /* pixels */
  double key;   /* height of the key */
};

static double cell(const struct pst_page *page, size_t row, size_t column)
{
  const double value = page->figure->cells[row * page->figure->columns + column];

  return isfinite(value) ? value : 0;
}

/* The place of COLUMN on the scale, -1 to 1: its colour. */
static double colour_of(const struct likert *likert, size_t column)
{
  if (likert->columns < 2)
    return 0;
  return 2 * (double)column / ((double)likert->columns - 1) - 1;
}

/* Where the bar of ROW begins: the middle answer lies about 0, of an even number none does. */
static double start_of(const struct pst_page *page, const struct likert *likert, size_t row)
{
  double start = 0;

  for (size_t c = 0; c < likert->columns / 2; c++)
    start -= cell(page, row, c);
  if (likert->columns % 2 == 1)
    start -= cell(page, row, likert->columns / 2) / 2;
  return start;
}

static void settle_axes(struct pst_page *page, const struct likert *likert)
{
  pst_axis_start(&page->x, false, false);
  pst_axis_add(&page->x, 0);
  for (size_t r = 0; r < likert->rows; r++) {
    double at = start_of(page, likert, r);

    pst_axis_add(&page->x, at);
    for (size_t c = 0; c < likert->columns; c++)
      at += cell(page, r, c);
    pst_axis_add(&page->x, at);
  }
  page->y.log = false;
  page->y.downward = true;
  page->y.low = 0;
  page->y.high = (double)likert->rows;
}

/* The names of the answers in lines above the plot; returns how many lines. */
static size_t walk_key(struct pst_page *page, const struct likert *likert, double top, bool write)
{
  const double width = page->width - 2 * PST_PAGE_EDGE;
  double x = 0;
  size_t lines = 1;

  for (size_t c = 0; c < likert->columns; c++) {
    const char *name = pst_measure_apart(&page->arena, page->figure->column_names, likert->columns,
                                         c, PST_PAGE_FONT, width - MARK);
    const double need = MARK + pst_measure(name, PST_PAGE_FONT);

    if (x > 0 && x + need > width) {
      x = 0;
      lines++;
    }
    if (write) {
      const double y = top + LINE * ((double)lines - 0.5);

      pst_page_swatch(page, PST_PAGE_EDGE + x, y, colour_of(likert, c));
      pst_page_label(page, PST_PAGE_EDGE + x + MARK, y, PST_PAGE_LEFT, PST_PAGE_DARK, PST_PAGE_FONT,
                     name);
    }
    x += need + BETWEEN;
  }
  return lines;
}

static void lay_out(struct pst_page *page, struct likert *likert)
{
  for (size_t r = 0; r < likert->rows; r++)
    likert->names = fmax(likert->names, pst_measure(page->figure->row_names[r], PST_PAGE_FONT));
  likert->names = fmin(likert->names, page->width * 0.35);
  likert->key = LINE * (double)walk_key(page, likert, 0, false) + 10;
  pst_page_frame(page, PST_PAGE_EDGE + likert->names + 10, PST_PAGE_EDGE + 10,
                 likert->key + ROW * (double)likert->rows, 0);
  page->top += likert->key;
}

static void write_cells(struct pst_page *page, const struct likert *likert)
{
  pst_buffer_puts(&page->body, "$cells << EOD\n");
  for (size_t r = 0; r < likert->rows; r++) {
    double at = start_of(page, likert, r);

    for (size_t c = 0; c < likert->columns; c++) {
      const double next = at + cell(page, r, c);

      if (next > at)
        pst_script_row(
            &page->body,
            (const double[]){at, next, (double)r + 0.125, (double)r + 0.875, colour_of(likert, c)},
            5);
      at = next;
    }
  }
  pst_buffer_puts(&page->body, "EOD\n");
}

/* The share in each part that has room for it. */
static void write_values(struct pst_page *page, const struct likert *likert)
{
  char text[PST_AXIS_TEXT];

  for (size_t r = 0; r < likert->rows && page->figure->decimals >= 0; r++) {
    double at = start_of(page, likert, r);

    for (size_t c = 0; c < likert->columns; c++) {
      const double value = cell(page, r, c), shade = colour_of(likert, c);
      const double room = pst_page_x(page, at + value) - pst_page_x(page, at);

      pst_axis_number(text, value, page->figure->decimals);
      if (room > pst_measure(text, PST_PAGE_FONT) + 4)
        pst_page_label(page, pst_page_x(page, at + value / 2), pst_page_y(page, (double)r + 0.5),
                       PST_PAGE_CENTRE, shade > 0.75 ? 24 : 17, PST_PAGE_FONT, text);
      at += value;
    }
  }
}

static void write_names(struct pst_page *page, const struct likert *likert)
{
  for (size_t r = 0; r < likert->rows; r++)
    pst_page_label(page, page->left - 10, pst_page_y(page, (double)r + 0.5), PST_PAGE_RIGHT,
                   PST_PAGE_DARK, PST_PAGE_FONT,
                   pst_measure_apart(&page->arena, page->figure->row_names, likert->rows, r,
                                     PST_PAGE_FONT, likert->names + 1));
}

/* Both sides of the line are shares: no minus sign. */
static void drop_signs(struct pst_page *page)
{
  for (size_t t = 0; t < page->x.n_ticks; t++)
    pst_axis_number(page->x.ticks[t].text, fabs(page->x.ticks[t].at), -1);
}

enum pst_status pst_draw_likert(struct pst_page *page, struct pst_error *error)
{
  struct likert likert = {.rows = page->figure->rows, .columns = page->figure->columns};

  settle_axes(page, &likert);
  if (likert.columns == 0 || likert.rows == 0 || page->x.low == page->x.high)
    return pst_fail_empty(error);
  pst_axis_tick_up(&page->x, 7, true);
  drop_signs(page);
  write_cells(page, &likert);
  lay_out(page, &likert);
  pst_page_margins(page);
  pst_page_axes(page);
  pst_buffer_puts(&page->body, "set grid xtics noytics\nset cbrange [-1:1]\n");
  pst_buffer_puts(&page->body, PALETTE);
  pst_page_texts(page);
  walk_key(page, &likert, page->top - likert.key, true);
  pst_page_rule(page, pst_page_x(page, 0), page->top, pst_page_x(page, 0), page->bottom,
                PST_PAGE_DARK);
  write_names(page, &likert);
  write_values(page, &likert);
  pst_page_plot(page, "$cells using 1:3:1:2:3:4:5 with boxxyerror fs solid 1 border lt 24 lw 1 fc "
                      "palette");
  pst_page_plot_end(page);
  return PST_OK;
}
