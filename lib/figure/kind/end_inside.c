/* end_inside.c -- the name of a line that ends early, beside its last point. */
#include <math.h>

#include "figure/kind/parts.h"
#include "figure/page/measure.h"
#include "figure/page/period.h"

enum {
  HALF = 7,
  NEAR = 7,
  PLACES = 6,
  BLANK = 2
};                 /* pixels: half of a label's height, from the point to it, around it */
#define EARLY 0.02 /* of the width, from the last point to the plot's edge */

struct box {
  double left, right, top, bottom;
};

const char *pst_end_until(struct pst_page *page, double x)
{
  if (pst_axis_at(&page->x, x) >= 1 - EARLY || page->x.high <= page->x.low)
    return NULL;
  return pst_period_text(&page->arena, page->figure, x);
}

/* The part of a line from A by D that lies between LOW and HIGH; false when none does. */
static bool clip(double a, double d, double low, double high, double *from, double *to)
{
  const double p = (low - a) / d, q = (high - a) / d;

  if (d == 0.0)
    return a > low && a < high;
  *from = fmax(*from, fmin(p, q));
  *to = fmin(*to, fmax(p, q));
  return *from < *to;
}

static bool strikes(const struct box *box, double x0, double y0, double x1, double y1)
{
  double from = 0, to = 1;

  if (x0 == x1 && y0 == y1)
    return x0 > box->left && x0 < box->right && y0 > box->top && y0 < box->bottom;
  return clip(x0, x1 - x0, box->left, box->right, &from, &to)
         && clip(y0, y1 - y0, box->top, box->bottom, &from, &to);
}

/* The line through N values; one that is missing breaks it, a gap does not. */
static bool line_strikes(const struct pst_page *page, const struct box *box, const double *x,
                         const double *y, size_t n)
{
  double before[2] = {(double)NAN, (double)NAN};

  for (size_t k = 0; k < n; k++) {
    double at[2];

    if (!pst_axis_draws(&page->x, x[k]) || !pst_axis_draws(&page->y, y[k])) {
      before[0] = (double)NAN;
      continue;
    }
    at[0] = pst_page_x(page, x[k]);
    at[1] = pst_page_y(page, y[k]);
    if (isnan(before[0]))
      before[0] = at[0], before[1] = at[1];
    if (strikes(box, before[0], before[1], at[0], at[1]))
      return true;
    before[0] = at[0];
    before[1] = at[1];
  }
  return false;
}

static bool series_strikes(const struct pst_page *page, const struct box *box, size_t i)
{
  const struct pst_figure_series *series = &page->figure->series[i];
  double from, to;

  if (line_strikes(page, box, series->x, series->y, series->n)
      || line_strikes(page, box, series->fit_x, series->fit_y, series->fit_n))
    return true;
  for (size_t k = 0; series->y_low != NULL && series->y_high != NULL && k < series->n; k++)
    if (pst_parts_bar(page, i, k, &from, &to)
        && strikes(box, pst_page_x(page, series->x[k]), pst_page_y(page, from),
                   pst_page_x(page, series->x[k]), pst_page_y(page, to)))
      return true;
  return false;
}

static bool grid_strikes(const struct pst_page *page, const struct box *box)
{
  for (size_t t = 0; t < page->y.n_ticks; t++) {
    const double y = pst_page_y(page, page->y.ticks[t].at);

    if (y > box->top && y < box->bottom)
      return true;
  }
  return false;
}

static bool label_strikes(const struct box *box, const struct pst_end_label *labels, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (labels[i].inside && box->left < labels[i].left + pst_measure(labels[i].text, PST_PAGE_FONT)
        && box->right > labels[i].left
        && fabs((box->top + box->bottom) / 2 - labels[i].middle) < 2 * HALF)
      return true;
  return false;
}

/* Right of the point, above and below it, then to its upper and lower left. */
static struct box place(const struct pst_end_label *label, size_t number)
{
  static const signed char side[PLACES] = {2, 1, 1, 0, 0, -1};
  static const signed char rise[PLACES] = {0, -1, 1, -1, 1, -1};
  const double width = pst_measure(label->text, PST_PAGE_FONT);
  const double left = side[number] == 2   ? label->x + NEAR
                      : side[number] == 1 ? label->x + 2
                      : side[number] == 0 ? label->x - width / 2
                                          : label->x - width - 2;
  const double y = label->y + rise[number] * (HALF + NEAR);

  return (struct box){left - BLANK, left + width + BLANK, y - HALF, y + HALF};
}

static bool is_free(const struct pst_page *page, const struct box *box,
                    const struct pst_end_label *labels, size_t n, bool clear)
{
  if (box->left < page->left || box->right > page->right || box->top < page->top
      || box->bottom > page->bottom || label_strikes(box, labels, n)
      || (clear && grid_strikes(page, box)))
    return false;
  for (size_t i = 0; i < page->figure->n_series; i++)
    if (series_strikes(page, box, i))
      return false;
  return page->y.log || page->y.low >= 0 || page->y.high <= 0
         || !strikes(box, page->left, pst_page_y(page, 0), page->right, pst_page_y(page, 0));
}

void pst_end_inside(const struct pst_page *page, struct pst_end_label *labels, size_t n)
{
  for (size_t i = 0; i < n; i++)
    for (size_t try = 0; labels[i].until != NULL && !labels[i].inside && try < 2 * PLACES; try++) {
      const struct box box = place(&labels[i], try % PLACES);

      if (!is_free(page, &box, labels, n, try < PLACES))
        continue;
      labels[i].inside = true;
      labels[i].left = box.left + BLANK;
      labels[i].middle = (box.top + box.bottom) / 2;
    }
}
