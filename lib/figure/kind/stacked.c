/* stacked.c -- parts of a whole: the series one above the other, as areas over x or as bars. */
#include <math.h>

#include "figure/kind/kinds.h"
#include "figure/kind/parts.h"
#include "figure/page/measure.h"
#include "figure/page/period.h"
#include "figure/page/script.h"
#include "figure/page/stack.h"

enum {
  PLOT_HEIGHT = 360,
  LABEL = 16,
  BLANK = 5
}; /* pixels: LABEL a name is high, BLANK around it */

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
    for (size_t i = 0; drawn->bars && i < stack->series; i++)
      if (!isnan(base_of(drawn, 0, k)))
        pst_axis_add(&page->y, stack->to[i * stack->n + k]);
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
                 (const double[]){stack->x[k], stack->from[i * stack->n + k],
                                  stack->to[i * stack->n + k], stack->x[k] - stack->width / 2,
                                  stack->x[k] + stack->width / 2},
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

/* Where the series' part of time K begins and ends. */
static void part_of(const struct drawn *drawn, size_t i, size_t k, double *low, double *high)
{
  const struct pst_stack *stack = &drawn->stack;

  *low = drawn->bars ? stack->from[i * stack->n + k] : base_of(drawn, i, k);
  *high = drawn->bars ? stack->to[i * stack->n + k] : base_of(drawn, i + 1, k);
}

/* The last time at which the series has a value, n: none. */
static size_t last_time(const struct drawn *drawn, const struct pst_figure_series *series)
{
  for (size_t k = drawn->stack.n; k-- > 0;)
    if (isfinite(series->y[k]))
      return k;
  return drawn->stack.n;
}

/* The last time at which some series has one: there the names stand, beside the middle of their parts. */
static size_t end_of(const struct drawn *drawn)
{
  size_t k = drawn->stack.n - 1;

  while (k > 0 && isnan(base_of(drawn, 0, k)))
    k--;
  return k;
}

/* The times of an area from FIRST to LAST that hold a label from the pixel LEFT on, or not: the middle of what they
   have in common. */
static bool holds(const struct pst_page *page, const struct drawn *drawn, size_t i, size_t last,
                  double left, double *middle)
{
  double top = page->top, bottom = page->bottom;
  size_t k = last;

  while (true) {
    double low, high;

    part_of(drawn, i, k, &low, &high);
    bottom = fmin(bottom, pst_page_y(page, low));
    top = fmax(top, pst_page_y(page, high));
    if (bottom - top < LABEL)
      return false;
    if (pst_page_x(page, drawn->stack.x[k]) <= left)
      break;
    if (k == 0 || !pst_stack_joins(&drawn->stack, k - 1))
      return false;
    k--;
  }
  *middle = (top + bottom) / 2;
  return true;
}

/* In black on colours that are light, in white on the others. */
static int ink_on(int linetype)
{
  enum { BLACK = 17, WHITE = 24 };

  return linetype == 1 || linetype == 7 || linetype == 8 ? WHITE : BLACK;
}

/* An area that ended has its name in it, as near to its end as it is thick enough. */
static void name_inside(struct pst_page *page, const struct drawn *drawn, size_t i,
                        struct pst_end_label *label)
{
  const double width = pst_measure(label->text, PST_PAGE_FONT) + 2 * BLANK;

  for (size_t k = drawn->stack.n; k-- > 0 && !label->inside;) {
    const double right = pst_page_x(page, drawn->stack.x[k]);

    if (!isfinite(page->figure->series[i].y[k])
        || !holds(page, drawn, i, k, right - width, &label->middle))
      continue;
    label->inside = true;
    label->left = right - width + BLANK;
    label->colour = ink_on(pst_page_linetype(page, i));
  }
}

static size_t collect_ends(struct pst_page *page, const struct drawn *drawn,
                           struct pst_end_label *labels)
{
  const struct pst_figure *figure = page->figure;
  const size_t k = end_of(drawn);
  const double end = drawn->stack.x[k]
                     + (drawn->bars ? drawn->stack.width / 2 : pst_stack_reach(&drawn->stack, k));
  size_t n = 0;

  for (size_t i = 0; i < figure->n_series; i++) {
    const size_t last = last_time(drawn, &figure->series[i]);
    double low, high;

    if (figure->series[i].name == NULL || last == drawn->stack.n)
      continue;
    part_of(drawn, i, k, &low, &high);
    labels[n] = (struct pst_end_label){
        .x = pst_page_x(page, end),
        .y = pst_page_y(page, (low + high) / 2),
        .text = figure->series[i].name,
        .colour = PST_PAGE_TEXT + pst_page_linetype(page, i),
        .until = last == k ? NULL : pst_period_text(&page->arena, figure, drawn->stack.x[last])};
    if (last != k && !drawn->bars)
      name_inside(page, drawn, i, &labels[n]);
    n++;
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
  if (drawn->bars)
    pst_page_base(page, pst_page_y(page, 0));
  else
    pst_page_rule(page, page->left, page->bottom, page->right, page->bottom, PST_PAGE_DARK);
  if (pst_end_write(page, labels, n, 0, true) != PST_OK)
    return PST_NO_MEMORY;
  for (size_t i = 0; i < page->figure->n_series; i++)
    plot(page, drawn, i);
  pst_page_plot_end(page);
  return PST_OK;
}

static void write_notes(struct pst_page *page, const struct drawn *drawn)
{
  if (drawn->stack.negative > 0 && drawn->bars)
    pst_page_note(page, "Negative parts stand below 0.");
  else if (drawn->stack.negative > 0)
    pst_page_note(page, "%zu negative value%s cannot be stacked and %s left out.",
                  drawn->stack.negative, drawn->stack.negative == 1 ? "" : "s",
                  drawn->stack.negative == 1 ? "is" : "are");
  if (drawn->stack.changing && !drawn->bars)
    pst_page_note(page, "Open where a series begins, ends or has no value.");
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
  write_notes(page, &drawn);
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
  n = collect_ends(page, &drawn, labels);
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
