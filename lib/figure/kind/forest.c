/* forest.c -- a row a comparison: the estimate and its interval against a null line, written out in two
   columns at the right.  A full square: the interval leaves out the null value; an open one: it does not. */
#include <math.h>

#include "figure/kind/kinds.h"
#include "figure/page/measure.h"
#include "figure/page/script.h"

enum { ROW = 22, HEAD = 20, ARROW = 16, BETWEEN = 14, LINE = 15 };

struct forest {
  const struct pst_figure_series *series;
  int decimals;
  const char **values;                 /* "0.12 [0.01, 0.23]", one a row */
  double names, wide_value, wide_text; /* widths in pixels */
  double row;                          /* the height of one: all of its name is written */
};

static const char *name_of(const struct forest *forest, size_t k)
{
  const char *name = forest->series->labels == NULL ? NULL : forest->series->labels[k];

  return name == NULL ? "" : name;
}

static const char *text_of(const struct forest *forest, size_t k)
{
  const char *text = forest->series->texts == NULL ? NULL : forest->series->texts[k];

  return text == NULL ? "" : text;
}

static double end_of(const double *ends, size_t k)
{
  return ends == NULL ? (double)NAN : ends[k];
}

/* Three significant digits of the largest end, at least one after the mark. */
static int decimals_of(const struct pst_page *page, const struct pst_figure_series *series)
{
  double most = 0;

  if (page->figure->decimals != 0)
    return page->figure->decimals > 0 ? page->figure->decimals : 0;
  for (size_t k = 0; k < series->n; k++) {
    const double values[] = {series->y[k], end_of(series->y_low, k), end_of(series->y_high, k)};

    for (size_t i = 0; i < 3; i++)
      if (isfinite(values[i]))
        most = fmax(most, fabs(values[i]));
  }
  if (most == 0 || most >= 100)
    return 0;
  return most >= 10 ? 1 : most >= 1 ? 2 : (int)fmin(6, 2 - floor(log10(most)));
}

static const char *value_of(struct pst_page *page, const struct forest *forest, size_t k)
{
  const struct pst_figure_series *s = forest->series;
  const double low = end_of(s->y_low, k), high = end_of(s->y_high, k);
  char a[PST_AXIS_TEXT], b[PST_AXIS_TEXT], c[PST_AXIS_TEXT];

  if (!isfinite(s->y[k]))
    return "no value";
  pst_axis_number(a, s->y[k], forest->decimals);
  if (isnan(low) || isnan(high))
    return pst_arena_string(&page->arena, a);
  return pst_arena_format(&page->arena, "%s [%s, %s]", a,
                          isinf(low) ? "−∞" : pst_axis_number(b, low, forest->decimals),
                          isinf(high) ? "∞" : pst_axis_number(c, high, forest->decimals));
}

static enum pst_status measure(struct pst_page *page, struct forest *forest)
{
  const struct pst_figure_series *s = forest->series;

  forest->values = pst_arena_array(&page->arena, s->n + 1, sizeof *forest->values);
  if (forest->values == NULL)
    return PST_NO_MEMORY;
  forest->wide_text = pst_measure(page->figure->text_header, PST_PAGE_FONT);
  for (size_t k = 0; k < s->n; k++) {
    forest->values[k] = value_of(page, forest, k);
    if (forest->values[k] == NULL)
      return PST_NO_MEMORY;
    forest->names = fmax(forest->names, pst_measure(name_of(forest, k), PST_PAGE_FONT));
    forest->wide_value = fmax(forest->wide_value, pst_measure(forest->values[k], PST_PAGE_FONT));
    forest->wide_text = fmax(forest->wide_text, pst_measure(text_of(forest, k), PST_PAGE_FONT));
  }
  return PST_OK;
}

static void settle_axes(struct pst_page *page, const struct forest *forest)
{
  const struct pst_figure_series *s = forest->series;

  pst_axis_start(&page->x, page->figure->log_x, false);
  for (size_t k = 0; k < s->n; k++) {
    pst_axis_add(&page->x, s->y[k]);
    pst_axis_add(&page->x, end_of(s->y_low, k));
    pst_axis_add(&page->x, end_of(s->y_high, k));
  }
  page->y.log = false;
  page->y.downward = true;
  page->y.low = 0;
  page->y.high = (double)s->n;
}

/* Lines of the longest name. */
static size_t name_lines(const struct forest *forest)
{
  size_t most = 1;

  for (size_t k = 0; k < forest->series->n; k++) {
    size_t lines = pst_page_lines(name_of(forest, k), forest->names + 1);

    most = lines > most ? lines : most;
  }
  return most;
}

static void lay_out(struct pst_page *page, struct forest *forest)
{
  const double right = PST_PAGE_EDGE + forest->wide_value + BETWEEN
                       + (forest->wide_text > 0 ? forest->wide_text + BETWEEN : 0);

  forest->names = fmin(forest->names, page->width * 0.32);
  forest->row = ROW + LINE * (double)(name_lines(forest) - 1);
  pst_page_frame(page, PST_PAGE_EDGE + forest->names + 10, fmin(right, page->width * 0.5),
                 HEAD + forest->row * (double)forest->series->n, 0);
  page->top += HEAD;
}

static bool leaves_out(const struct pst_page *page, const struct forest *forest, size_t k)
{
  const double low = end_of(forest->series->y_low, k), high = end_of(forest->series->y_high, k);

  return low > page->figure->null || high < page->figure->null;
}

/* Points whose interval leaves out the null value, or the others. */
static size_t write_points(struct pst_page *page, const struct forest *forest, bool full)
{
  size_t n = 0;

  pst_buffer_printf(&page->body, "$%s << EOD\n", full ? "full" : "open");
  for (size_t k = 0; k < forest->series->n; k++)
    if (pst_axis_draws(&page->x, forest->series->y[k]) && leaves_out(page, forest, k) == full) {
      pst_script_row(&page->body, (const double[]){forest->series->y[k], (double)k + 0.5}, 2);
      n++;
    }
  pst_buffer_puts(&page->body, "EOD\n");
  return n;
}

/* Bars of intervals that end on the page, or arrows of those that are open at one end. */
static size_t write_bars(struct pst_page *page, const struct forest *forest, bool open)
{
  const double arrow = ARROW / (page->right - page->left);
  size_t n = 0;

  pst_buffer_printf(&page->body, "$%s << EOD\n", open ? "arrows" : "bars");
  for (size_t k = 0; k < forest->series->n; k++) {
    double low = end_of(forest->series->y_low, k), high = end_of(forest->series->y_high, k);
    double from = pst_axis_draws(&page->x, low) ? low : high, to = high;

    if (isnan(low) || isnan(high) || !pst_axis_draws(&page->x, from)
        || (pst_axis_draws(&page->x, low) && pst_axis_draws(&page->x, high)) == open)
      continue;
    if (open)
      to = pst_axis_value(&page->x, pst_axis_at(&page->x, from) + (from == low ? arrow : -arrow));
    pst_script_row(&page->body, (const double[]){from, (double)k + 0.5, to - from}, 3);
    n++;
  }
  pst_buffer_puts(&page->body, "EOD\n");
  return n;
}

static void write_texts(struct pst_page *page, const struct forest *forest)
{
  const double end = page->width - PST_PAGE_EDGE;
  const double middle = end - (forest->wide_text > 0 ? forest->wide_text + BETWEEN : 0);

  pst_page_label(page, end, page->top - HEAD / 2.0, PST_PAGE_RIGHT, PST_PAGE_DARK, PST_PAGE_FONT,
                 page->figure->text_header);
  for (size_t k = 0; k < forest->series->n; k++) {
    const double y = pst_page_y(page, (double)k + 0.5);

    pst_page_wrapped(page, page->left - 10, y, PST_PAGE_RIGHT, PST_PAGE_DARK, forest->names + 1,
                     name_of(forest, k));
    pst_page_label(page, middle, y, PST_PAGE_RIGHT, PST_PAGE_TEXT + 1, PST_PAGE_FONT,
                   forest->values[k]);
    pst_page_label(page, end, y, PST_PAGE_RIGHT, PST_PAGE_DARK, PST_PAGE_FONT, text_of(forest, k));
  }
}

static void note_squares(struct pst_page *page, size_t full, size_t open)
{
  if (full > 0 && open > 0)
    pst_page_note(page, "Full squares: the interval leaves out %s; open ones: it does not.",
                  page->figure->null == 0 ? "0" : "1");
}

enum pst_status pst_draw_forest(struct pst_page *page, struct pst_error *error)
{
  struct forest forest = {.series = &page->figure->series[0]};
  const double null = page->figure->null;
  size_t full = 0, open = 0, bars, arrows;

  forest.decimals = decimals_of(page, forest.series);
  settle_axes(page, &forest);
  if (pst_axis_empty(&page->x))
    return pst_fail_empty(error);
  if (measure(page, &forest) != PST_OK)
    return PST_NO_MEMORY;
  pst_axis_add(&page->x, null);
  pst_axis_tick_up(&page->x, 6, true);
  full = write_points(page, &forest, true);
  open = write_points(page, &forest, false);
  note_squares(page, full, open);
  lay_out(page, &forest);
  bars = write_bars(page, &forest, false);
  arrows = write_bars(page, &forest, true);
  pst_page_margins(page);
  pst_page_axes(page);
  pst_buffer_puts(&page->body, "set grid xtics noytics\n");
  pst_page_texts(page);
  if (pst_axis_draws(&page->x, null))
    pst_page_rule(page, pst_page_x(page, null), page->top, pst_page_x(page, null), page->bottom,
                  PST_PAGE_DARK);
  write_texts(page, &forest);
  if (bars > 0)
    pst_page_plot(page, "$bars using 1:2:3:(0) with vectors nohead lt 1 dt 1 lw 2");
  if (arrows > 0)
    pst_page_plot(page,
                  "$arrows using 1:2:3:(0) with vectors head filled size screen 0.008,20 lt 1 "
                  "dt 1 lw 2");
  if (open > 0) {
    pst_page_plot(page, "$open using 1:2 with points lt 24 pt 5 ps 0.9");
    pst_page_plot(page, "$open using 1:2 with points lt 1 pt 4 ps 0.9 lw 1.5");
  }
  if (full > 0)
    pst_page_plot(page, "$full using 1:2 with points lt 1 pt 5 ps 1");
  pst_page_plot_end(page);
  return PST_OK;
}
