/* panels.c -- small multiples: a panel a series on a grid, the same x axis in each. */
#include <math.h>

#include "base/number.h"
#include "figure/kind/kinds.h"
#include "figure/page/measure.h"
#include "figure/kind/parts.h"

#define TITLE 28.0 /* of one line */
#define LINE 15.0  /* one more */
#define BLANK 16.0
#define PLOT 92.0
/* SCALES_APART: ratio of the largest to the smallest panel above which scales differ. */
enum { SCALES_APART = 5, MOST_COLUMNS = 6, LEAST_COLUMNS = 3, MOST_LINES = 3 };

struct grid {
  size_t columns, rows;
  bool shared;
  struct pst_axis y; /* when shared */
  double ticks;      /* width of the y tick labels */
  double left, top, cell_width, cell_height;
  size_t lines; /* of the longest title */
};

/* The scale of panel I alone; returns how many values a logarithmic one leaves out. */
static size_t scale_panel(struct pst_page *page, size_t i)
{
  size_t skipped = 0;

  pst_axis_start(&page->y, page->figure->log_y, false);
  pst_parts_range(page, i, &skipped);
  return skipped;
}

/* One scale for all unless the small panels would be flat lines. */
static void choose_scale(struct pst_page *page, struct grid *grid)
{
  size_t skipped = 0;
  double most = 0, least = (double)INFINITY;

  pst_axis_start(&grid->y, page->figure->log_y, false);
  for (size_t i = 0; i < page->figure->n_series; i++) {
    double size;

    skipped += scale_panel(page, i);
    if (pst_axis_empty(&page->y))
      continue;
    pst_axis_add(&grid->y, page->y.low);
    pst_axis_add(&grid->y, page->y.high);
    size = fmax(fabs(page->y.low), fabs(page->y.high));
    most = fmax(most, size);
    least = fmin(least, size);
  }
  grid->shared = page->figure->scale == PST_FIGURE_SCALE_SHARED
                 || (page->figure->scale == PST_FIGURE_SCALE_AUTO
                     && (page->figure->log_y || most <= SCALES_APART * least));
  if (skipped > 0)
    pst_page_note(page, "%zu values that are not positive are left out.", skipped);
  if (!grid->shared)
    pst_page_note(page, "Each panel has a vertical scale of its own.");
}

static void settle_panel(struct pst_page *page, const struct grid *grid, size_t i)
{
  if (grid->shared)
    page->y = grid->y;
  else
    scale_panel(page, i);
  if (!pst_axis_empty(&page->y))
    pst_axis_tick_up(&page->y, 3, true);
}

static void measure_ticks(struct pst_page *page, struct grid *grid)
{
  for (size_t i = 0; i < page->figure->n_series; i++) {
    settle_panel(page, grid, i);
    grid->ticks = fmax(grid->ticks, pst_page_tick_width(&page->y));
  }
}

static double longest_name(const struct pst_figure *figure)
{
  double longest = 0;

  for (size_t i = 0; i < figure->n_series; i++)
    longest = fmax(longest, pst_measure(figure->series[i].name, PST_PAGE_FONT));
  return longest;
}

/* The room for the title of a panel. */
static double title_height(const struct grid *grid)
{
  return TITLE + LINE * (double)(grid->lines - 1);
}

/* How many lines the titles take over panels WIDTH wide: all of a name is written, as names cut short may be
   alike. */
static size_t count_lines(const struct pst_figure *figure, double width)
{
  size_t most = 1;

  for (size_t i = 0; i < figure->n_series; i++) {
    size_t lines = pst_page_lines(figure->series[i].name, width);

    most = lines > most ? lines : most;
  }
  return most;
}

/* Panels of one group have no place in one row. */
static bool is_apart(const struct pst_figure *figure, size_t most)
{
  return figure->abreast < 2 || figure->abreast > most;
}

/* So many COLUMNS keep the panels of a group in one row, each variable below itself; or they may be APART. */
static bool keeps(const struct pst_figure *figure, size_t columns, int apart)
{
  return apart || columns % figure->abreast == 0;
}

/* About as many columns as rows; fewer where all names fit into one line then, or else into a few. */
static size_t choose_columns(const struct pst_figure *figure, double width, double ticks)
{
  size_t n = figure->n_series, usual = n <= 3 ? n : (size_t)ceil(sqrt(1.2 * (double)n));
  double longest = longest_name(figure);

  usual = usual > MOST_COLUMNS ? MOST_COLUMNS : usual;
  for (int apart = is_apart(figure, usual); apart < 2; apart++) {
    for (size_t columns = usual; columns >= LEAST_COLUMNS; columns--)
      if (longest <= (width + BLANK) / (double)columns - BLANK - ticks
          && keeps(figure, columns, apart))
        return columns;
    for (size_t columns = usual; columns > LEAST_COLUMNS; columns--)
      if (count_lines(figure, (width + BLANK) / (double)columns - BLANK) <= MOST_LINES
          && keeps(figure, columns, apart))
        return columns;
  }
  return usual < LEAST_COLUMNS ? usual : LEAST_COLUMNS;
}

static void lay_out(struct pst_page *page, struct grid *grid)
{
  size_t n = page->figure->n_series;
  double ticks = grid->ticks + 8, width = page->width - 2 * PST_PAGE_EDGE;

  grid->columns =
      choose_columns(page->figure, width - (grid->shared ? ticks : 0), grid->shared ? 0 : ticks);
  grid->rows = (n + grid->columns - 1) / grid->columns;
  grid->cell_width = (width - (grid->shared ? ticks : 0) + BLANK) / (double)grid->columns;
  grid->lines = count_lines(page->figure, grid->cell_width - BLANK);
  grid->cell_height = title_height(grid) + PLOT + BLANK;
  pst_page_frame(page, PST_PAGE_EDGE, PST_PAGE_EDGE, (double)grid->rows * grid->cell_height - BLANK,
                 0);
  grid->cell_height = (page->bottom - page->top + BLANK) / (double)grid->rows;
  grid->left = PST_PAGE_EDGE + (grid->shared ? ticks : 0);
  grid->top = page->top;
}

/* The plot of panel I. */
static void place_panel(struct pst_page *page, const struct grid *grid, size_t i)
{
  double x = grid->left + (double)(i % grid->columns) * grid->cell_width;
  double y = grid->top + (double)(i / grid->columns) * grid->cell_height;

  page->left = x + (grid->shared ? 0 : grid->ticks + 8);
  page->right = x + grid->cell_width - BLANK;
  page->top = y + title_height(grid);
  page->bottom = y + grid->cell_height - BLANK;
}

/* A narrow panel has room for the first and the last year. */
static void tick_end_years(struct pst_axis *x)
{
  x->n_ticks = 2;
  x->ticks[0].at = x->low;
  x->ticks[1].at = x->high;
  for (size_t i = 0; i < 2; i++)
    pst_number_print_digits(x->ticks[i].text, x->ticks[i].at, 6);
}

/* Tick texts set inwards, so that those of neighbours stay apart. */
static void write_x_texts(struct pst_page *page)
{
  double end = -(double)INFINITY;

  if (page->figure->n_x_ticks == 0 && page->x.year && page->right - page->left < 200)
    tick_end_years(&page->x);
  for (size_t i = 0; i < page->x.n_ticks; i++) {
    double half = pst_measure(page->x.ticks[i].text, PST_PAGE_FONT) / 2;
    double at = fmin(pst_page_x(page, page->x.ticks[i].at), page->right - half);

    at = fmax(at, page->left + half);
    if (at - half < end + 6 || at + half > page->right + 8)
      continue;
    end = at + half;
    pst_page_label(page, at, page->bottom + 14, PST_PAGE_CENTRE, PST_PAGE_DARK, PST_PAGE_FONT,
                   page->x.ticks[i].text);
  }
}

static void drop_tick_texts(struct pst_axis *axis)
{
  for (size_t i = 0; i < axis->n_ticks; i++)
    axis->ticks[i].text[0] = '\0';
}

/* The title over the panel, its last line next to it. */
static void write_title(struct pst_page *page, const struct grid *grid, size_t i, double at)
{
  const char *name = page->figure->series[i].name;
  double width = grid->cell_width - BLANK;
  size_t n = pst_page_lines(name, width);

  pst_page_wrapped(page, at, page->top - 17 - LINE * (double)(n - 1) / 2, PST_PAGE_LEFT,
                   page->any_highlight ? PST_PAGE_TEXT + pst_page_linetype(page, i) : 17, width,
                   name);
}

static void write_panel(struct pst_page *page, const struct grid *grid, size_t i)
{
  const struct pst_figure_series *series = &page->figure->series[i];
  struct pst_axis x = page->x;
  double at = page->left - (grid->shared ? 0 : grid->ticks + 8);
  struct pst_parts parts;

  if (pst_axis_empty(&page->y)) {
    page->y.low = page->y.log ? 1 : 0;
    page->y.high = page->y.log ? 10 : 1;
    pst_page_label(page, page->left + 4, (page->top + page->bottom) / 2, PST_PAGE_LEFT, 19,
                   PST_PAGE_FONT, "no data");
  }
  pst_x_ticks(page, page->right - page->left);
  if (i + grid->columns >= page->figure->n_series)
    write_x_texts(page);
  drop_tick_texts(&page->x);
  if (grid->shared && i % grid->columns > 0)
    drop_tick_texts(&page->y);
  parts = pst_parts_write(page, i, pst_parts_gap(page, series));
  pst_page_margins(page);
  pst_page_axes(page);
  pst_page_rule(page, page->left, page->bottom, page->right, page->bottom, PST_PAGE_DARK);
  write_title(page, grid, i, at);
  pst_parts_plot(page, i, parts, true);
  pst_page_plot_end(page);
  page->x = x;
}

enum pst_status pst_draw_panels(struct pst_page *page, struct pst_error *error)
{
  struct grid grid = {.ticks = 0};

  page->one_colour = true;
  choose_scale(page, &grid);
  if (pst_axis_empty(&page->x) || pst_axis_empty(&grid.y))
    return pst_fail_empty(error);
  pst_x_ticks(page, 100);
  measure_ticks(page, &grid);
  lay_out(page, &grid);
  pst_page_texts(page);
  pst_buffer_puts(&page->body, "set multiplot\n");
  for (size_t i = 0; i < page->figure->n_series; i++) {
    settle_panel(page, &grid, i);
    place_panel(page, &grid, i);
    write_panel(page, &grid, i);
    pst_buffer_puts(&page->body, "unset label\nunset arrow\n");
  }
  pst_buffer_puts(&page->body, "unset multiplot\n");
  return PST_OK;
}
