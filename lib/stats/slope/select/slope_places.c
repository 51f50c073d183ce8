/* slope_places.c -- where a place among the slopes is expected, from a sample and from counts. */
#include "stats/slope/select/slope_places.h"

#include <math.h>

#include "stats/sort.h"

/* DRAWN: of few points, so many slopes are drawn.  ERRORS: standard errors within which a place is looked
   for in the sample, when it is drawn, and when a count is aimed. */
enum { DRAWN = 4096, ERRORS_DRAWN = 8 };
static const double ERRORS = 2.5;

/* --- the sample ------------------------------------------------------------------------------------ */

static double standard_error(double part, double drawn)
{
  return sqrt(fmax(0, part * (1 - part)) * drawn);
}

/* The places in the sample around those of the ranks, in equal steps. */
static size_t choose_knots(const struct pst_slope_search *search, size_t count, double slopes,
                           size_t places[PST_SLOPE_KNOTS])
{
  const double drawn = (double)search->held_n;
  const double first = (double)search->ranks[0] / slopes,
               last = (double)search->ranks[count - 1] / slopes;
  const double low = fmax(0, first * drawn - ERRORS_DRAWN * standard_error(first, drawn) - 8);
  const double high =
      fmin(drawn - 1, last * drawn + ERRORS_DRAWN * standard_error(last, drawn) + 8);
  size_t n = 0;

  for (size_t k = 0; k < PST_SLOPE_KNOTS; k++) {
    const size_t place = (size_t)(low + (high - low) * (double)k / (PST_SLOPE_KNOTS - 1));

    if (n == 0 || place > places[n - 1])
      places[n++] = place;
  }
  return n;
}

void pst_slope_places_begin(struct pst_slope_places *places, struct pst_slope_search *search,
                            size_t count)
{
  const size_t few = search->sample < DRAWN ? search->sample : DRAWN;
  size_t wanted = search->sample / 4 < few ? few : search->sample / 4, at[PST_SLOPE_KNOTS];

  places->slopes = (double)search->slopes;
  places->near = (double)(search->candidates / 4);
  places->error = 0.05;
  places->n_counts = 2;
  places->counts[0] = (struct pst_slope_counted){.s = (double)-INFINITY};
  places->counts[1] = (struct pst_slope_counted){.s = (double)INFINITY, .count = search->slopes};
  pst_slope_draw_any(search, wanted);
  places->drawn = (double)search->held_n;
  places->n_knots = choose_knots(search, count, places->slopes, at);
  pst_select_many(search->held, search->held_n, at, places->n_knots);
  for (size_t k = 0; k < places->n_knots; k++) {
    places->knot[k] = search->held[at[k]];
    places->at[k] = ((double)at[k] + 0.5) / places->drawn * places->slopes;
  }
}

/* The value of Y at X, of knots of ascending X, straight between them and behind them. */
static double between(const double *x, const double *y, size_t n, double at)
{
  size_t k = 1;

  while (k + 1 < n && x[k] < at)
    k++;
  if (!(x[k] > x[k - 1]))
    return y[k];
  return y[k - 1] + (at - x[k - 1]) / (x[k] - x[k - 1]) * (y[k] - y[k - 1]);
}

static double knot_at(const struct pst_slope_places *places, double place)
{
  return between(places->at, places->knot, places->n_knots, place);
}

/* --- the counts ------------------------------------------------------------------------------------ */

struct pst_slope_bracket pst_slope_places_around(const struct pst_slope_places *places,
                                                 uint64_t least, uint64_t most)
{
  const struct pst_slope_counted *counts = places->counts;
  size_t low = 0, high;

  while (low + 2 < places->n_counts && counts[low + 1].count < least)
    low++;
  for (high = low + 1; high + 1 < places->n_counts && counts[high].count < most;)
    high++;
  return (struct pst_slope_bracket){.low = counts[low].s,
                                    .high = counts[high].s,
                                    .below = counts[low].count,
                                    .through = counts[high].count};
}

static double distance_of(const struct pst_slope_counted *counted, double place)
{
  return fabs((double)counted->count - place);
}

/* The count nearest to PLACE; 0: there is none yet. */
static size_t nearest(const struct pst_slope_places *places, double place)
{
  size_t best = 0;

  for (size_t k = 1; k + 1 < places->n_counts; k++)
    if (best == 0
        || distance_of(&places->counts[k], place) < distance_of(&places->counts[best], place))
      best = k;
  return best;
}

/* The count nearest to that of BASE among those that are far enough from it to tell how dense slopes are as
   far as PLACE; 0: there is none. */
static size_t second(const struct pst_slope_places *places, size_t base, double place)
{
  const double from = (double)places->counts[base].count;
  const double least = fmax(1, distance_of(&places->counts[base], place) / 2);
  size_t best = 0;

  for (size_t k = 1; k + 1 < places->n_counts; k++) {
    const double far = distance_of(&places->counts[k], from);

    if (k != base && far >= least && (best == 0 || far < distance_of(&places->counts[best], from)))
      best = k;
  }
  return best;
}

/* The slope expected at PLACE, and within how many places that is. */
static double expect(const struct pst_slope_places *places, double place, double *within,
                     double *distance)
{
  const size_t base = nearest(places, place);
  const struct pst_slope_counted *a = &places->counts[base], *b;
  const double part = place / places->slopes;
  size_t other;

  if (base == 0) {
    *distance = places->slopes;
    *within = ERRORS * standard_error(part, places->drawn) / places->drawn * places->slopes;
    return knot_at(places, place);
  }
  *distance = distance_of(a, place);
  other = second(places, base, place);
  if (other == 0) {
    *within = ERRORS * places->slopes * sqrt(*distance / places->slopes / places->drawn);
    return knot_at(places, between(places->knot, places->at, places->n_knots, a->s) + place
                               - (double)a->count);
  }
  b = &places->counts[other];
  *within = *distance * fmax(places->error, *distance / places->slopes / 2);
  return a->s + (place - (double)a->count) / ((double)b->count - (double)a->count) * (b->s - a->s);
}

/* Where the sample has one slope all around PLACE: that slope, then the one before it. */
static bool aim_at_tie(const struct pst_slope_places *places,
                       const struct pst_slope_bracket *bracket, double place, double *s)
{
  const double within = ERRORS * standard_error(place / places->slopes, places->drawn)
                        / places->drawn * places->slopes;
  const double tie = knot_at(places, place - within);

  if (knot_at(places, place + within) != tie)
    return false;
  *s = bracket->high == tie ? nextafter(tie, (double)-INFINITY) : tie;
  return *s > bracket->low && *s < bracket->high;
}

bool pst_slope_places_aim(const struct pst_slope_places *places,
                          const struct pst_slope_bracket *bracket, uint64_t least, uint64_t most,
                          struct pst_slope_aim *aim)
{
  const double from = (double)least, to = (double)most;
  double within;

  if (places->n_knots < 2 || places->n_counts == PST_SLOPE_COUNTS)
    return false;
  *aim = (struct pst_slope_aim){.place = from + (to - from) / 2};
  aim->below = from - (double)bracket->below > (double)bracket->through - to;
  if (aim_at_tie(places, bracket, aim->place, &aim->s))
    return true;
  aim->s = expect(places, aim->place, &within, &aim->distance);
  if (within < places->near) {
    const double far = fmax(2 * within, places->near / 8);

    aim->place = aim->below ? from - far : to + far;
    aim->s = expect(places, aim->place, &within, &aim->distance);
  }
  return aim->s > bracket->low && aim->s < bracket->high;
}

void pst_slope_places_count(struct pst_slope_places *places, const struct pst_slope_aim *aim,
                            uint64_t count)
{
  size_t k = places->n_counts;

  for (; k > 0 && places->counts[k - 1].s > aim->s; k--)
    places->counts[k] = places->counts[k - 1];
  places->counts[k] = (struct pst_slope_counted){.s = aim->s, .count = count};
  places->n_counts++;
  if (aim->distance > 0)
    places->error = fabs((double)count - aim->place) / aim->distance;
}
