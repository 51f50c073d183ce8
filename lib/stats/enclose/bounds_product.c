/* bounds_product.c -- bounds of Spearman's rho and of Pearson's r, and of the p-values from t. */
#include <math.h>
#include <stdlib.h>

#include "stats/enclose/bounds.h"
#include "stats/tails.h"

/* Sums of doubles are right to this share, and far better; an arc cosine near 1 to this angle. */
static const double guard = 1e-10, angle_guard = 1e-7;

static double cosine(double angle)
{
  return angle <= 0 ? 1 : angle >= acos(-1.0) ? -1 : cos(angle);
}

void pst_bounds_t_p(size_t n, const struct pst_enclosure *r, struct pst_enclosure *out)
{
  const double most = fmin(1, fmax(fabs(r->low), fabs(r->high)));
  const double least = r->low > 0 ? r->low : r->high < 0 ? -r->high : 0;
  const double df = (double)n - 2;

  *out = (struct pst_enclosure){.low = n == 2 ? 1 : 0, .high = 1};
  if (n <= 2)
    return;
  if (most < 1)
    out->low = pst_t_p(most * sqrt(df / ((1 - most) * (1 + most))), df, PST_TWO_SIDED);
  if (least > 0 && least < 1)
    out->high = pst_t_p(least * sqrt(df / ((1 - least) * (1 + least))), df, PST_TWO_SIDED);
  else if (least >= 1)
    out->high = 0;
}

/* --- Spearman ----------------------------------------------------------------------------------- */

/* The ranges of the mid-ranks about their mean, and the least sum of their squares. */
struct ranks {
  double *low, *high;
  double least;
};

/* The least sum of squares of the mid-ranks: all that can be tied is; NAN: no memory. */
static double least_squares(const struct pst_places *places, struct pst_arena *scratch)
{
  const double n = (double)places->n;
  size_t *sizes = pst_arena_array(scratch, places->n + 1, sizeof *sizes), chains;
  double least = n * (n * n - 1) / 12;

  chains = sizes == NULL ? 0 : pst_places_chains(places, sizes, scratch);
  for (size_t i = 0; i < chains; i++)
    least -= (double)sizes[i] * ((double)sizes[i] * (double)sizes[i] - 1) / 12;
  return chains == 0 ? (double)NAN : least;
}

static int by_place(const void *a, const void *b)
{
  const int64_t *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/* How many of the N sorted places are less than PLACE. */
static size_t below(const int64_t *places, size_t n, int64_t place)
{
  size_t first = 0;

  while (n > 0) {
    size_t half = n / 2;

    if (places[first + half] < place) {
      first += half + 1;
      n -= half + 1;
    } else {
      n = half;
    }
  }
  return first;
}

/* Numbers that are surely less, or more, or the same point, move the ends of a mid-rank. */
static bool ranks_of(const struct pst_places *places, struct ranks *out, struct pst_arena *scratch)
{
  const size_t n = places->n;
  const double mean = ((double)n + 1) / 2;
  int64_t *low = pst_arena_array(scratch, n + 1, sizeof *low);
  int64_t *high = pst_arena_array(scratch, n + 1, sizeof *high);
  int64_t *points = pst_arena_array(scratch, n + 1, sizeof *points);
  size_t n_points = 0;

  out->low = pst_arena_array(scratch, n + 1, sizeof *out->low);
  out->high = pst_arena_array(scratch, n + 1, sizeof *out->high);
  if (low == NULL || high == NULL || points == NULL || out->low == NULL || out->high == NULL)
    return false;
  for (size_t i = 0; i < n; i++) {
    low[i] = places->low[i];
    high[i] = places->high[i];
    if (low[i] == high[i] && low[i] % 2 == 0)
      points[n_points++] = low[i];
  }
  qsort(low, n, sizeof *low, by_place);
  qsort(high, n, sizeof *high, by_place);
  qsort(points, n_points, sizeof *points, by_place);
  for (size_t i = 0; i < n; i++) {
    const int64_t from = places->low[i], to = places->high[i];
    size_t tied = 0;

    if (from == to && from % 2 == 0)
      tied = below(points, n_points, from + 1) - below(points, n_points, from) - 1;
    out->low[i] = 1 - mean + (double)below(high, n, from) + (double)tied / 2;
    out->high[i] = (double)n - mean - (double)(n - below(low, n, to + 1)) - (double)tied / 2;
  }
  out->least = least_squares(places, scratch);
  return !isnan(out->least);
}

/* The larger end of a sum of products over the sums of squares. */
static double over(double sum, double least, double most)
{
  if (sum <= 0)
    return fmax(-1, sum / most);
  return least > 0 ? fmin(1, sum / least) : 1;
}

bool pst_bounds_spearman(const struct pst_places *x, const struct pst_places *y,
                         struct pst_enclosure *out, struct pst_arena *scratch)
{
  const double n = (double)x->n, most = n * (n * n - 1) / 12;
  double low = 0, high = 0, least;
  struct ranks a, b;

  if (!ranks_of(x, &a, scratch) || !ranks_of(y, &b, scratch))
    return false;
  for (size_t i = 0; i < x->n; i++) {
    const double corners[] = {a.low[i] * b.low[i], a.low[i] * b.high[i], a.high[i] * b.low[i],
                              a.high[i] * b.high[i]};

    low += fmin(fmin(corners[0], corners[1]), fmin(corners[2], corners[3]));
    high += fmax(fmax(corners[0], corners[1]), fmax(corners[2], corners[3]));
  }
  least = a.least > 0 && b.least > 0 ? sqrt(a.least) * sqrt(b.least) : 0;
  *out = (struct pst_enclosure){.low = -over(-low, least, most), .high = over(high, least, most)};
  return true;
}

/* An exact p is out of reach where both have so many values at least (spearman_exact.h: 2 to the power
   of that many states); else it can be of either kind.  A p from t has a floor, that no order has a
   smaller one, which is at most this where it is out of reach. */
bool pst_bounds_spearman_p(const struct pst_places *x, const struct pst_places *y,
                           const struct pst_enclosure *rho, struct pst_enclosure *out,
                           struct pst_arena *scratch)
{
  enum { VALUES_LEAST = 24 };
  const double floor = 1e-22;
  size_t *sizes = pst_arena_array(scratch, x->n + 1, sizeof *sizes);

  const double of_x = least_squares(x, scratch), of_y = least_squares(y, scratch);
  struct pst_enclosure exact;

  *out = (struct pst_enclosure){.low = 0, .high = 1};
  if (sizes == NULL || isnan(of_x) || isnan(of_y))
    return false;
  pst_bounds_t_p(x->n, rho, out);
  out->high = fmax(out->high, floor);
  if (pst_places_chains(x, sizes, scratch) >= VALUES_LEAST
      && pst_places_chains(y, sizes, scratch) >= VALUES_LEAST)
    return true;
  pst_bounds_spearman_moments(x->n, of_x, of_y, rho, &exact);
  out->low = fmin(out->low, exact.low);
  out->high = fmax(out->high, exact.high);
  return true;
}

/* --- Pearson ------------------------------------------------------------------------------------ */

static double end_of(const struct pst_limit *limit)
{
  return limit->infinite != 0 ? limit->infinite * (double)INFINITY
                              : pst_rational_to_double(limit->value);
}

/* The middles of ranges about their mean, and by how much all of them can move the direction: an
   angle, NAN where it can be any. */
static double centre(const struct pst_range *ranges, size_t n, double *middle)
{
  double mean = 0, length = 0, radius = 0, scale = 0;

  for (size_t i = 0; i < n; i++) {
    const double low = end_of(&ranges[i].low), high = end_of(&ranges[i].high);

    middle[i] = low / 2 + high / 2;
    radius = hypot(radius, high / 2 - low / 2);
    scale = fmax(scale, fmax(fabs(low), fabs(high)));
    mean += middle[i] / (double)n;
  }
  for (size_t i = 0; i < n; i++) {
    middle[i] -= mean;
    length = hypot(length, middle[i]);
  }
  radius += guard * scale * sqrt((double)n);
  return isfinite(radius) && radius < length ? asin(radius / length) : (double)NAN;
}

bool pst_bounds_pearson(const struct pst_enclose_box *box, struct pst_enclosure *out,
                        struct pst_arena *scratch)
{
  double *x = pst_arena_array(scratch, box->n + 1, sizeof *x);
  double *y = pst_arena_array(scratch, box->n + 1, sizeof *y);
  double turn, product = 0, xx = 0, yy = 0, angle;

  if (x == NULL || y == NULL)
    return false;
  *out = (struct pst_enclosure){.low = -1, .high = 1};
  turn = centre(box->x, box->n, x) + centre(box->y, box->n, y);
  if (isnan(turn))
    return true;
  for (size_t i = 0; i < box->n; i++) {
    xx = hypot(xx, x[i]);
    yy = hypot(yy, y[i]);
  }
  for (size_t i = 0; i < box->n; i++)
    product += x[i] / xx * (y[i] / yy);
  angle = acos(fmin(1, fmax(-1, product)));
  turn += angle_guard;
  *out = (struct pst_enclosure){.low = cosine(angle + turn), .high = cosine(angle - turn)};
  return true;
}
