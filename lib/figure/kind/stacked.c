/* stacked.c -- parts of a whole: the series one above the other, as areas over x or as bars.

   The series have one x in common, the first the lowest.  At an x where no series has a value there is
   a gap; where some have none, they add nothing.  Values below 0 cannot be stacked and are refused. */
#include <math.h>

#include "figure/kind/kinds.h"
#include "figure/kind/parts.h"
#include "figure/page/script.h"

enum { PLOT_HEIGHT = 360 };

struct stack {
  size_t n;     /* times */
  double *base; /* the top of series i at time k: base[(i + 1) * n + k]; NaN in a gap */
  double width; /* of a bar, in x */
  bool bars;
  bool known; /* some value is */
};

static double value_at(const struct pst_figure_series *series, size_t k)
{
  return isfinite(series->y[k]) ? series->y[k] : 0;
}

static bool is_gap(const struct pst_figure *figure, size_t k)
{
  for (size_t i = 0; i < figure->n_series; i++)
    if (isfinite(figure->series[i].y[k]))
      return false;
  return true;
}

/* The times that all series have. */
static size_t count_times(const struct pst_figure *figure)
{
  size_t n = figure->series[0].n;

  for (size_t i = 1; i < figure->n_series; i++)
    n = figure->series[i].n < n ? figure->series[i].n : n;
  return n;
}

/* To 12 digits: sums of shares that are 100 but for rounding end on one line. */
static double rounded(double value)
{
  const double unit = value > 0 ? pow(10, 11 - floor(log10(value))) : 0;
  const double whole = nearbyint(value * unit) / unit;

  return isfinite(whole) ? whole : value;
}

/* False when memory is out; a negative value is left at 0 and noted. */
static bool pile_up(struct pst_page *page, struct stack *stack)
{
  const struct pst_figure *figure = page->figure;
  size_t n = count_times(figure), negative = 0;

  stack->n = n;
  stack->base = pst_arena_array(&page->arena, (figure->n_series + 1) * n + 1, sizeof *stack->base);
  if (stack->base == NULL)
    return false;
  for (size_t k = 0; k < n; k++) {
    stack->base[k] = is_gap(figure, k) ? (double)NAN : 0;
    for (size_t i = 0; i < figure->n_series; i++) {
      double value = value_at(&figure->series[i], k);

      negative += value < 0;
      stack->base[(i + 1) * n + k] = rounded(stack->base[i * n + k] + fmax(value, 0));
    }
  }
  if (negative > 0)
    pst_page_note(page, "%zu negative values cannot be stacked and are left out.", negative);
  return true;
}

/* Bars are 0.8 of the least step wide. */
static void settle_axes(struct pst_page *page, struct stack *stack)
{
  const double *x = page->figure->series[0].x;
  double step = INFINITY;

  for (size_t k = 0; k < stack->n; k++) {
    if (k > 0)
      step = fmin(step, x[k] - x[k - 1]);
    pst_axis_add(&page->x, x[k]);
    pst_axis_add(&page->y, stack->base[page->figure->n_series * stack->n + k]);
  }
  stack->known = !pst_axis_empty(&page->y);
  pst_axis_add(&page->y, 0);
  stack->width = 0.8 * (isfinite(step) ? step : 1);
  if (stack->bars && !pst_axis_empty(&page->x)) {
    pst_axis_add(&page->x, page->x.low - stack->width / 1.6);
    pst_axis_add(&page->x, page->x.high + stack->width / 1.6);
  }
}

static void write_block(struct pst_page *page, const struct stack *stack, size_t i)
{
  const double *x = page->figure->series[0].x;

  pst_buffer_printf(&page->body, "$s%zu << EOD\n", i + 1);
  for (size_t k = 0; k < stack->n; k++) {
    const double row[] = {x[k], stack->base[i * stack->n + k], stack->base[(i + 1) * stack->n + k],
                          x[k] - stack->width / 2, x[k] + stack->width / 2};

    if (isnan(row[1]))
      pst_buffer_putc(&page->body, '\n');
    else
      pst_script_row(&page->body, row, stack->bars ? 5 : 3);
  }
  pst_buffer_puts(&page->body, "EOD\n");
}

/* A white line parts neighbours whose colours are alike to some eyes. */
static void plot(struct pst_page *page, const struct stack *stack, size_t i)
{
  int lt = pst_page_linetype(page, i);

  if (stack->bars) {
    pst_page_plot(page,
                  "$s%zu using 1:2:4:5:2:3 with boxxyerror fs solid 1 border lt 24 lw 1.5 fc lt %d",
                  i + 1, lt);
    return;
  }
  pst_page_plot(page, "$s%zu using 1:2:3 with filledcurves fs solid 1 noborder lt %d", i + 1, lt);
  pst_page_plot(page, "$s%zu using 1:3 with lines lt 24 lw 1.5", i + 1);
}

/* The last time that has values: there the names stand, beside the middle of their parts. */
static size_t last_time(const struct stack *stack)
{
  size_t k = stack->n - 1;

  while (k > 0 && isnan(stack->base[k]))
    k--;
  return k;
}

static size_t collect_ends(const struct pst_page *page, const struct stack *stack,
                           struct pst_end_label *labels)
{
  const struct pst_figure *figure = page->figure;
  size_t k = last_time(stack), n = 0;

  for (size_t i = 0; i < figure->n_series; i++) {
    double low = stack->base[i * stack->n + k], high = stack->base[(i + 1) * stack->n + k];

    if (figure->series[i].name == NULL || isnan(low))
      continue;
    labels[n++] = (struct pst_end_label){
        .x = pst_page_x(page, figure->series[i].x[k] + (stack->bars ? stack->width / 2 : 0)),
        .y = pst_page_y(page, (low + high) / 2),
        .text = figure->series[i].name,
        .colour = PST_PAGE_TEXT + pst_page_linetype(page, i)};
  }
  return n;
}

static enum pst_status write_all(struct pst_page *page, const struct stack *stack,
                                 const struct pst_end_label *labels, size_t n)
{
  for (size_t i = 0; i < page->figure->n_series; i++)
    write_block(page, stack, i);
  pst_page_margins(page);
  pst_page_axes(page);
  pst_page_texts(page);
  pst_page_rule(page, page->left, page->bottom, page->right, page->bottom, PST_PAGE_DARK);
  if (pst_end_write(page, labels, n, 0, true) != PST_OK)
    return PST_NO_MEMORY;
  for (size_t i = 0; i < page->figure->n_series; i++)
    plot(page, stack, i);
  pst_page_plot_end(page);
  return PST_OK;
}

static enum pst_status draw(struct pst_page *page, bool bars, struct pst_error *error)
{
  struct stack stack = {.bars = bars};
  struct pst_end_label *labels =
      pst_arena_array(&page->arena, page->figure->n_series + 1, sizeof *labels);
  double left, right;
  size_t n;

  if (labels == NULL || count_times(page->figure) == 0)
    return labels == NULL ? PST_NO_MEMORY : pst_fail_empty(error);
  if (!pile_up(page, &stack))
    return PST_NO_MEMORY;
  settle_axes(page, &stack);
  if (pst_axis_empty(&page->x) || !stack.known)
    return pst_fail_empty(error);
  pst_axis_tick_up(&page->y, 5, true);
  pst_x_ticks(page, page->width);
  n = collect_ends(page, &stack, labels);
  left = PST_PAGE_EDGE + pst_page_tick_width(&page->y) + 8;
  right = pst_end_margin(page, labels, n);
  pst_page_frame(page, left, right, fmax(PLOT_HEIGHT, (double)n * (PST_PAGE_STEP + 0.5)), 0);
  pst_x_ticks(page, page->right - page->left);
  collect_ends(page, &stack, labels);
  return write_all(page, &stack, labels, n);
}

enum pst_status pst_draw_areas(struct pst_page *page, struct pst_error *error)
{
  return draw(page, false, error);
}

enum pst_status pst_draw_bars(struct pst_page *page, struct pst_error *error)
{
  return draw(page, true, error);
}
