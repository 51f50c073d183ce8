/* minmax_gap.c -- how far apart two scores can be when the values on their scales are known within bounds. */
#include "stats/composite/minmax_gap.h"

#include <math.h>

#include "stats/sum.h"

/* The first rows of END times SIGN, the largest first. */
static void order(const struct pst_minmax_cells *cells, const double *end, size_t k, int sign,
                  size_t *rows)
{
  for (size_t p = 0; p < PST_MINMAX_NEAR; p++)
    rows[p] = cells->n;
  for (size_t i = 0; i < cells->n; i++) {
    const double value = sign * end[i * cells->count + k];
    size_t row = i;

    for (size_t p = 0; p < PST_MINMAX_NEAR && !isnan(value); p++) {
      const size_t there = rows[p];

      if (there != cells->n
          && !(sign * end[row * cells->count + k] > sign * end[there * cells->count + k]))
        continue;
      rows[p] = row;
      if (there == cells->n)
        break;
      row = there;
    }
  }
}

void pst_minmax_edges(const struct pst_minmax_cells *cells, struct pst_minmax_edges *edges)
{
  for (size_t k = 0; k < cells->count; k++) {
    order(cells, cells->high, k, 1, edges[k].highest_high);
    order(cells, cells->high, k, -1, edges[k].lowest_high);
    order(cells, cells->low, k, 1, edges[k].highest_low);
    order(cells, cells->low, k, -1, edges[k].lowest_low);
  }
}

/* The first row that is none of the three; n: there is none. */
static size_t other(const size_t *rows, size_t n, size_t a, size_t b, size_t c)
{
  for (size_t p = 0; p < PST_MINMAX_NEAR; p++)
    if (rows[p] != a && rows[p] != b && rows[p] != c)
      return rows[p];
  return n;
}

static double at(const struct pst_minmax_cells *cells, const double *end, size_t row, size_t k,
                 double without)
{
  return row == cells->n ? without : end[row * cells->count + k];
}

static double narrowest(const struct pst_minmax_cells *cells, size_t a, size_t b, size_t k,
                        double bottom, double top)
{
  const struct pst_minmax_edges *e = &cells->edges[k];
  const size_t low = other(e->highest_low, cells->n, a, b, a);
  const size_t high = other(e->lowest_high, cells->n, a, b, a);

  return fmax(top, at(cells, cells->low, low, k, top))
         - fmin(bottom, at(cells, cells->high, high, k, bottom));
}

/* From the low end of one row to the high end of another. */
static double widest(const struct pst_minmax_cells *cells, size_t a, size_t b, size_t k,
                     double bottom, double top)
{
  const struct pst_minmax_edges *e = &cells->edges[k];
  const size_t up = other(e->highest_high, cells->n, a, b, a);
  const size_t down = other(e->lowest_low, cells->n, a, b, a);
  const size_t next_up = up == down ? other(e->highest_high, cells->n, a, b, up) : up;
  const size_t next_down = up == down ? other(e->lowest_low, cells->n, a, b, down) : down;

  return fmax(fmax(top, at(cells, cells->high, up, k, top))
                  - fmin(bottom, at(cells, cells->low, next_down, k, bottom)),
              fmax(top, at(cells, cells->high, next_up, k, top))
                  - fmin(bottom, at(cells, cells->low, down, k, bottom)));
}

double pst_minmax_gap(const struct pst_minmax_cells *cells, size_t a, size_t b)
{
  struct pst_sum gap = {0, 0};

  for (size_t k = 0; k < cells->count; k++) {
    const double from = cells->low[a * cells->count + k];
    const double to = cells->high[b * cells->count + k];
    const double bottom = fmin(from, to), top = fmax(from, to);

    if (!(cells->weight[k] > 0) || from == to)
      continue;
    pst_sum_product(&gap, cells->weight[k],
                    100 * (from - to)
                        / (from > to ? widest(cells, a, b, k, bottom, top)
                                     : narrowest(cells, a, b, k, bottom, top)));
  }
  return pst_sum_value(&gap);
}
