/* x_ticks.c -- the ticks of the x axis: those given, thinned until none overlap, or chosen ones. */
#include <math.h>
#include <stdio.h>

#include "figure/page/measure.h"
#include "figure/page/page.h"

enum { TICK_WIDEST = 130, TICK_BLANK = 8 };

/* The least gap between neighbours among every STEP-th given tick, in pixels; negative: overlap. */
static double least_gap(struct pst_page *page, size_t step, double width)
{
  const struct pst_figure_tick *ticks = page->figure->x_ticks;
  double end = -INFINITY, gap = INFINITY;

  for (size_t i = 0; i < page->figure->n_x_ticks; i += step) {
    double half = fmin(pst_measure(ticks[i].text, PST_PAGE_FONT), TICK_WIDEST) / 2 + TICK_BLANK / 2;
    double at = pst_axis_at(&page->x, ticks[i].at) * width;

    gap = fmin(gap, at - half - end);
    end = at + half;
  }
  return gap;
}

static void take_tick(struct pst_page *page, const struct pst_figure_tick *tick)
{
  struct pst_axis_tick *to;

  if (!(tick->at >= page->x.low && tick->at <= page->x.high) || page->x.n_ticks == PST_AXIS_TICKS)
    return;
  to = &page->x.ticks[page->x.n_ticks++];
  to->at = tick->at;
  snprintf(to->text, sizeof to->text, "%s",
           pst_measure_shorten(&page->arena, tick->text, PST_PAGE_FONT, TICK_WIDEST));
}

void pst_x_ticks(struct pst_page *page, double width)
{
  const struct pst_figure *figure = page->figure;
  size_t step = 1;

  if (figure->n_x_ticks == 0) {
    pst_axis_tick_up(&page->x, (int)fmax(2, width / (page->x.year ? 50 : 75)), false);
    return;
  }
  page->x.n_ticks = 0;
  while (step < figure->n_x_ticks
         && (figure->n_x_ticks / step >= PST_AXIS_TICKS || least_gap(page, step, width) < 0))
    step++;
  for (size_t i = 0; i < figure->n_x_ticks; i += step)
    take_tick(page, &figure->x_ticks[i]);
}
