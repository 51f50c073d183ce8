/* heatmap.c -- a matrix as coloured cells, each with its value. */
#include <math.h>
#include <string.h>

#include "figure/kind/kinds.h"
#include "figure/page/measure.h"
#include "figure/page/script.h"

enum {
  CELL_WIDEST = 84,
  CELL_HIGHEST = 44,
  NAME_WIDEST = 220,
  VALUES_MOST = 24,
  WIDTH_LEAST = 480
};

/* The key below the cells: all of it, and its bar of colours. */
enum { KEY = 46, KEY_ABOVE = 16, KEY_BAR = 10, KEY_WIDEST = 240 };

struct heat {
  double most;      /* the colour scale reaches from -most to most */
  double row_names; /* pixels */
  double head;      /* pixels of the column names above the cells */
  double cell_width, cell_height;
  bool slanted; /* column names at 45 degrees */
};

static bool find_most(const struct pst_figure *figure, double *most)
{
  bool any = false;

  *most = figure->reach > 0 ? figure->reach : 1;
  for (size_t i = 0; i < figure->rows * figure->columns; i++)
    if (isfinite(figure->cells[i])) {
      *most = fmax(*most, fabs(figure->cells[i]));
      any = true;
    }
  return any;
}

static double widest(const char *const *names, size_t n)
{
  double width = 0;

  for (size_t i = 0; i < n; i++)
    width = fmax(width, pst_measure(names[i], PST_PAGE_FONT));
  return fmin(width, NAME_WIDEST);
}

/* The width of the page that N columns take, their longest name NAME pixels long. */
static double needs(const struct heat *heat, size_t n, double name)
{
  double lean = heat->slanted ? fmax(0, 0.71 * name - heat->cell_width / 2) : 0;

  return 2 * PST_PAGE_EDGE + heat->row_names + 8 + heat->cell_width * (double)n + lean;
}

/* Numbers fit into the cells, and asterisks with them. */
static bool shows_values(const struct pst_figure *figure, const struct heat *heat)
{
  return figure->decimals >= 0 && figure->columns <= VALUES_MOST && heat->cell_width >= 26;
}

static void lay_out(struct pst_page *page, struct heat *heat)
{
  const struct pst_figure *figure = page->figure;
  double columns = widest(figure->column_names, figure->columns), right, width;

  heat->row_names = widest(figure->row_names, figure->rows);
  width = page->width - 2 * PST_PAGE_EDGE - heat->row_names - 8;
  heat->cell_width = fmin(CELL_WIDEST, width / (double)figure->columns);
  heat->slanted = columns > heat->cell_width - 6;
  if (heat->slanted) /* the last name leans out to the right */
    heat->cell_width =
        fmin(CELL_WIDEST, (width - 0.71 * columns) / ((double)figure->columns - 0.5));
  heat->cell_width = fmax(heat->cell_width, 6);
  heat->cell_height = fmin(CELL_HIGHEST, fmax(heat->cell_width * 0.8, 16));
  heat->head = heat->slanted ? 0.71 * columns + 14 : 22;
  if (figure->width == 0)
    page->width = fmin(page->width, fmax(WIDTH_LEAST, needs(heat, figure->columns, columns)));
  if (figure->mark_note != NULL && shows_values(figure, heat))
    pst_page_note(page, "%s", figure->mark_note);
  right = page->width - PST_PAGE_EDGE - heat->row_names - 8
          - heat->cell_width * (double)figure->columns;
  pst_page_frame(page, PST_PAGE_EDGE + heat->row_names + 8, right,
                 heat->head + heat->cell_height * (double)figure->rows + KEY, 0);
  page->top += heat->head;
  page->bottom -= KEY;
}

/* What the colours mean: a bar from -most to most with its ends and its middle. */
static void write_key(struct pst_page *page, const struct heat *heat)
{
  double width = fmin(KEY_WIDEST, page->right - page->left), top = page->bottom + KEY_ABOVE;
  char text[PST_AXIS_TEXT];

  pst_page_colours(page, page->left, top, width, KEY_BAR);
  for (int i = -1; i <= 1; i++)
    pst_page_label(page, page->left + width * (i + 1) / 2, top + KEY_BAR + 11,
                   i < 0   ? PST_PAGE_LEFT
                   : i > 0 ? PST_PAGE_RIGHT
                           : PST_PAGE_CENTRE,
                   PST_PAGE_DARK, PST_PAGE_SMALL, pst_axis_number(text, i * heat->most, -1));
}

static void settle_axes(struct pst_page *page)
{
  page->x.low = page->y.low = 0;
  page->x.high = (double)page->figure->columns;
  page->y.high = (double)page->figure->rows;
  page->x.log = page->y.log = false;
  page->y.downward = true;
}

/* The block of cells that are known, or of those that are not. */
static size_t write_cells(struct pst_page *page, bool known)
{
  const struct pst_figure *figure = page->figure;
  size_t n = 0;

  pst_buffer_printf(&page->body, "$%s << EOD\n", known ? "cells" : "missing");
  for (size_t i = 0; i < figure->rows * figure->columns; i++) {
    double row = (double)(i / figure->columns), column = (double)(i % figure->columns);

    if (isfinite(figure->cells[i]) != known)
      continue;
    pst_script_row(&page->body, (const double[]){column, row, figure->cells[i]}, known ? 3 : 2);
    n++;
  }
  pst_buffer_puts(&page->body, "EOD\n");
  return n;
}

/* "0.85", and with a mark "0.85*". */
static const char *cell_text(char text[PST_AXIS_TEXT], const struct pst_figure *figure, size_t i)
{
  pst_axis_number(text, figure->cells[i], figure->decimals > 0 ? figure->decimals : 2);
  if (figure->marked != NULL && figure->marked[i] && strlen(text) + 1 < PST_AXIS_TEXT)
    strcat(text, "*");
  return text;
}

static void write_values(struct pst_page *page, const struct heat *heat)
{
  const struct pst_figure *figure = page->figure;
  char text[PST_AXIS_TEXT];

  if (!shows_values(figure, heat))
    return;
  for (size_t i = 0; i < figure->rows * figure->columns; i++) {
    double row = (double)(i / figure->columns) + 0.5, value = figure->cells[i];
    double column = (double)(i % figure->columns) + 0.5;

    if (isfinite(value))
      pst_page_label(page, pst_page_x(page, column), pst_page_y(page, row), PST_PAGE_CENTRE,
                     value > 0.75 * heat->most ? 24 : 17,
                     heat->cell_width < 44 ? PST_PAGE_SMALL - 1.5 : PST_PAGE_FONT,
                     cell_text(text, figure, i));
  }
}

static void write_names(struct pst_page *page, const struct heat *heat)
{
  const struct pst_figure *figure = page->figure;

  for (size_t r = 0; r < figure->rows; r++) {
    const double lines = (double)pst_page_lines(figure->row_names[r], NAME_WIDEST);

    if (lines > 1 && lines * PST_PAGE_STEP <= heat->cell_height) {
      pst_page_wrapped(page, page->left - 8, pst_page_y(page, (double)r + 0.5), PST_PAGE_RIGHT,
                       PST_PAGE_DARK, NAME_WIDEST, figure->row_names[r]);
      continue;
    }
    pst_page_label(page, page->left - 8, pst_page_y(page, (double)r + 0.5), PST_PAGE_RIGHT,
                   PST_PAGE_DARK, PST_PAGE_FONT,
                   pst_measure_apart(&page->arena, figure->row_names, figure->rows, r,
                                     PST_PAGE_FONT, NAME_WIDEST));
  }
  for (size_t c = 0; c < figure->columns; c++) {
    const char *name = pst_measure_apart(&page->arena, figure->column_names, figure->columns, c,
                                         PST_PAGE_FONT, NAME_WIDEST);
    double x = pst_page_x(page, (double)c + 0.5);

    if (heat->slanted)
      pst_page_slanted(page, x, page->top - 10, PST_PAGE_DARK, name);
    else
      pst_page_label(page, x, page->top - 11, PST_PAGE_CENTRE, PST_PAGE_DARK, PST_PAGE_FONT, name);
  }
}

enum pst_status pst_draw_heatmap(struct pst_page *page, struct pst_error *error)
{
  struct heat heat;
  size_t known, missing;

  if (page->figure->cells == NULL || !find_most(page->figure, &heat.most))
    return pst_fail_empty(error);
  known = write_cells(page, true);
  missing = write_cells(page, false);
  if (missing > 0)
    pst_page_note(page, "Hatched: no value.");
  settle_axes(page);
  lay_out(page, &heat);
  pst_page_margins(page);
  pst_page_axes(page);
  pst_buffer_puts(&page->body, "unset grid\nset cbrange [");
  pst_script_number(&page->body, -heat.most);
  pst_buffer_puts(&page->body, ":");
  pst_script_number(&page->body, heat.most);
  pst_buffer_puts(&page->body, "]\n");
  pst_page_texts(page);
  write_names(page, &heat);
  write_values(page, &heat);
  write_key(page, &heat);
  if (missing > 0)
    pst_page_plot(page, "$missing using ($1+0.5):($2+0.5):1:($1+1):2:($2+1) with boxxyerror "
                        "fs pattern 5 border lt 24 lt 23");
  if (known > 0)
    pst_page_plot(page, "$cells using ($1+0.5):($2+0.5):1:($1+1):2:($2+1):3 with boxxyerror "
                        "fs solid 1 border lt 24 lw 2 fc palette");
  pst_page_plot_end(page);
  return PST_OK;
}
