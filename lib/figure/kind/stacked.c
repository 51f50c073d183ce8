/* stacked.c -- parts of a whole: the series one above the other, as areas over x or as bars. */
#include <math.h>

#include "figure/kind/kinds.h"
#include "figure/kind/parts.h"
#include "figure/page/script.h"
#include "figure/page/stack.h"

enum { PLOT_HEIGHT = 360 };

/* What is drawn of it. */
struct drawn {
  struct pst_stack stack;
  bool bars;
  bool known; /* some value is */
};

/* The series' top at time K, or their lowest foot for I 0. */
static double base_of(const struct drawn *drawn, size_t i, size_t k)
{
  return drawn->stack.base[i * drawn->stack.n + k];
}

static void settle_axes(struct pst_page *page, struct drawn *drawn)
{
  const struct pst_stack *stack = &drawn->stack;

  for (size_t k = 0; k < stack->n; k++) {
    const double reach = drawn->bars ? 0 : pst_stack_reach(stack, k);

    pst_axis_add(&page->x, stack->x[k] - reach);
    pst_axis_add(&page->x, stack->x[k] + reach);
    pst_axis_add(&page->y, base_of(drawn, stack->series, k));
  }
  drawn->known = !pst_axis_empty(&page->y);
  pst_axis_add(&page->y, 0);
  if (drawn->bars && !pst_axis_empty(&page->x)) {
    pst_axis_add(&page->x, page->x.low - stack->width / 1.6);
    pst_axis_add(&page->x, page->x.high + stack->width / 1.6);
  }
}

static void write_bar(struct pst_page *page, const struct drawn *drawn, size_t i, size_t k)
{
  const struct pst_stack *stack = &drawn->stack;

  pst_script_row(&page->body,
                 (const double[]){stack->x[k], base_of(drawn, i, k), base_of(drawn, i + 1, k),
                                  stack->x[k] - stack->width / 2, stack->x[k] + stack->width / 2},
                 5);
}

/* A time of an area; one that neighbours none is a narrow bar, and a blank line parts what does not join. */
static void write_time(struct pst_page *page, const struct drawn *drawn, size_t i, size_t k)
{
  const double reach = pst_stack_reach(&drawn->stack, k);
  double row[] = {drawn->stack.x[k] - reach, base_of(drawn, i, k), base_of(drawn, i + 1, k)};

  pst_script_row(&page->body, row, 3);
  row[0] = drawn->stack.x[k] + reach;
  if (reach > 0)
    pst_script_row(&page->body, row, 3);
  if (k + 1 < drawn->stack.n && !isnan(base_of(drawn, 0, k + 1))
      && !pst_stack_joins(&drawn->stack, k))
    pst_buffer_putc(&page->body, '\n');
}

static void write_block(struct pst_page *page, const struct drawn *drawn, size_t i)
{
  pst_buffer_printf(&page->body, "$s%zu << EOD\n", i + 1);
  for (size_t k = 0; k < drawn->stack.n; k++)
    if (isnan(base_of(drawn, 0, k)))
      pst_buffer_putc(&page->body, '\n');
    else if (drawn->bars)
      write_bar(page, drawn, i, k);
    else
      write_time(page, drawn, i, k);
  pst_buffer_puts(&page->body, "EOD\n");
}

/* A white line parts neighbours whose colours are alike to some eyes. */
static void plot(struct pst_page *page, const struct drawn *drawn, size_t i)
{
  int lt = pst_page_linetype(page, i);

  if (drawn->bars) {
    pst_page_plot(page,
                  "$s%zu using 1:2:4:5:2:3 with boxxyerror fs solid 1 border lt 24 lw 1.5 fc lt %d",
                  i + 1, lt);
    return;
  }
  pst_page_plot(page, "$s%zu using 1:2:3 with filledcurves fs solid 1 noborder lt %d", i + 1, lt);
  pst_page_plot(page, "$s%zu using 1:3 with lines lt 24 lw 1.5", i + 1);
}

/* The last time that has values: there the names stand, beside the middle of their parts. */
static size_t last_time(const struct drawn *drawn)
{
  size_t k = drawn->stack.n - 1;

  while (k > 0 && isnan(base_of(drawn, 0, k)))
    k--;
  return k;
}

static size_t collect_ends(const struct pst_page *page, const struct drawn *drawn,
                           struct pst_end_label *labels)
{
  const struct pst_figure *figure = page->figure;
  size_t k = last_time(drawn), n = 0;
  const double end = drawn->stack.x[k]
                     + (drawn->bars ? drawn->stack.width / 2 : pst_stack_reach(&drawn->stack, k));

  for (size_t i = 0; i < figure->n_series; i++) {
    double low = base_of(drawn, i, k), high = base_of(drawn, i + 1, k);

    if (figure->series[i].name == NULL || isnan(low))
      continue;
    labels[n++] = (struct pst_end_label){.x = pst_page_x(page, end),
                                         .y = pst_page_y(page, (low + high) / 2),
                                         .text = figure->series[i].name,
                                         .colour = PST_PAGE_TEXT + pst_page_linetype(page, i)};
  }
  return n;
}

static enum pst_status write_all(struct pst_page *page, const struct drawn *drawn,
                                 const struct pst_end_label *labels, size_t n)
{
  for (size_t i = 0; i < page->figure->n_series; i++)
    write_block(page, drawn, i);
  pst_page_margins(page);
  pst_page_axes(page);
  pst_page_texts(page);
  pst_page_rule(page, page->left, page->bottom, page->right, page->bottom, PST_PAGE_DARK);
  if (pst_end_write(page, labels, n, 0, true) != PST_OK)
    return PST_NO_MEMORY;
  for (size_t i = 0; i < page->figure->n_series; i++)
    plot(page, drawn, i);
  pst_page_plot_end(page);
  return PST_OK;
}

static enum pst_status draw(struct pst_page *page, bool bars, struct pst_error *error)
{
  struct drawn drawn = {.bars = bars};
  struct pst_end_label *labels =
      pst_arena_array(&page->arena, page->figure->n_series + 1, sizeof *labels);
  double left, right;
  size_t n;

  if (labels == NULL || !pst_stack_make(&drawn.stack, page->figure, &page->arena))
    return PST_NO_MEMORY;
  if (drawn.stack.n == 0)
    return pst_fail_empty(error);
  if (drawn.stack.negative > 0)
    pst_page_note(page, "%zu negative values cannot be stacked and are left out.",
                  drawn.stack.negative);
  if (drawn.stack.changing && !bars)
    pst_page_note(page, "Open where a series begins, ends or has no value.");
  settle_axes(page, &drawn);
  if (pst_axis_empty(&page->x) || !drawn.known)
    return pst_fail_empty(error);
  pst_axis_tick_up(&page->y, 5, true);
  pst_x_ticks(page, page->width);
  n = collect_ends(page, &drawn, labels);
  left = PST_PAGE_EDGE + pst_page_tick_width(&page->y) + 8;
  right = pst_end_margin(page, labels, n);
  pst_page_frame(page, left, right, fmax(PLOT_HEIGHT, (double)n * (PST_PAGE_STEP + 0.5)), 0);
  pst_x_ticks(page, page->right - page->left);
  collect_ends(page, &drawn, labels);
  return write_all(page, &drawn, labels, n);
}

enum pst_status pst_draw_areas(struct pst_page *page, struct pst_error *error)
{
  return draw(page, false, error);
}

enum pst_status pst_draw_bars(struct pst_page *page, struct pst_error *error)
{
  return draw(page, true, error);
}
