/* slope_search.c -- places among the slopes of all pairs, pursued by exact counts. */
#include "stats/slope/select/slope_search.h"

#include <math.h>

#include "stats/slope/select/slope_bracket.h"
#include "stats/slope/select/slope_narrow.h"
#include "stats/slope/select/slope_places.h"

/* Counts that were made and did not lead to a bracket of few slopes: ties, or slopes in lumps. */
enum { TRIES = 8 };

struct pursuit {
  struct pst_slope_search *search;
  struct pst_slope_places places;
  double low_s, high_s; /* of the orders that are at hand; NaN: none */
};

static bool is_gap(double low, double high)
{
  return nextafter(low, (double)INFINITY) >= high;
}

static void swap_orders(struct pursuit *pursuit)
{
  const double s = pursuit->low_s;
  uint32_t *order = pursuit->search->low_order;

  pursuit->low_s = pursuit->high_s;
  pursuit->search->low_order = pursuit->search->high_order;
  pursuit->high_s = s;
  pursuit->search->high_order = order;
}

/* Both orders of BRACKET: those that are there, or made. */
static void have_orders(struct pursuit *pursuit, const struct pst_slope_bracket *bracket)
{
  if (pursuit->low_s == bracket->high || pursuit->high_s == bracket->low)
    swap_orders(pursuit);
  if (pursuit->low_s != bracket->low)
    pst_slope_order_at(pursuit->search, bracket->low, pursuit->search->low_order);
  if (pursuit->high_s != bracket->high)
    pst_slope_order_at(pursuit->search, bracket->high, pursuit->search->high_order);
  pursuit->low_s = bracket->low;
  pursuit->high_s = bracket->high;
}

/* The count at S, whose order takes the place of one that is no end of BRACKET, or is the farther one. */
static uint64_t count_at(struct pursuit *pursuit, const struct pst_slope_bracket *bracket, double s,
                         bool instead_of_low)
{
  if (pursuit->low_s == bracket->high || pursuit->high_s == bracket->low)
    swap_orders(pursuit);
  if (pursuit->low_s != bracket->low)
    instead_of_low = true;
  else if (pursuit->high_s != bracket->high)
    instead_of_low = false;
  if (!instead_of_low)
    swap_orders(pursuit);
  pst_slope_order_at(pursuit->search, s, pursuit->search->low_order);
  pursuit->low_s = s;
  return pst_slope_count(pursuit->search, pursuit->search->low_order);
}

static enum pst_status pursue(struct pursuit *pursuit, size_t first, size_t end);

/* A count fell between the ranks: each side by itself. */
static enum pst_status part(struct pursuit *pursuit, size_t first, size_t end, uint64_t count)
{
  size_t middle = first;
  enum pst_status status;

  while (middle < end && pursuit->search->ranks[middle] <= count)
    middle++;
  status = pursue(pursuit, first, middle);
  return status == PST_OK ? pursue(pursuit, middle, end) : status;
}

static enum pst_status finish(struct pursuit *pursuit, const struct pst_slope_bracket *bracket,
                              size_t first, size_t end)
{
  enum pst_status status;

  have_orders(pursuit, bracket);
  status = pst_slope_narrow(pursuit->search, bracket, first, end);
  if (bracket->through - bracket->below > pursuit->search->candidates)
    pursuit->low_s = pursuit->high_s = (double)NAN; /* narrowing made others */
  return status;
}

/* The values of the places FIRST..END, whose ranks are near each other. */
static enum pst_status pursue(struct pursuit *pursuit, size_t first, size_t end)
{
  struct pst_slope_search *search = pursuit->search;
  const uint64_t least = search->ranks[first], most = search->ranks[end - 1];
  struct pst_slope_bracket bracket;

  for (int tries = 0; tries < TRIES; tries++) {
    struct pst_slope_aim aim;
    uint64_t count;

    bracket = pst_slope_places_around(&pursuit->places, least, most);
    if (is_gap(bracket.low, bracket.high)) {
      for (size_t i = first; i < end; i++)
        search->values[i] = bracket.high;
      return PST_OK;
    }
    if (bracket.through - bracket.below <= search->candidates
        || pursuit->places.n_counts == PST_SLOPE_COUNTS
        || !pst_slope_places_aim(&pursuit->places, &bracket, least, most, &aim)
        || !(aim.s > bracket.low && aim.s < bracket.high)) /* beyond the range of doubles */
      break;
    count = count_at(pursuit, &bracket, aim.s, aim.below);
    pst_slope_places_count(&pursuit->places, &aim, count);
    if (count >= least && count < most)
      return part(pursuit, first, end, count);
  }
  return finish(pursuit, &bracket, first, end);
}

static size_t end_of_group(const struct pst_slope_search *search, size_t first, size_t count)
{
  size_t end = first + 1;

  while (end < count && search->ranks[end] - search->ranks[first] <= search->candidates / 4)
    end++;
  return end;
}

/* Too few pairs have different x to draw from all. */
static bool is_sparse(const struct pst_slope_search *search)
{
  const double n = (double)search->points.n;

  return !((double)search->slopes > 0.125 * n * (n - 1));
}

enum pst_status pst_slope_search(const struct pst_slope_points *points, const uint64_t *ranks,
                                 size_t count, const struct pst_slope_limits *limits,
                                 double *values, struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_slope_search search = {.ranks = ranks, .values = values};
  struct pursuit pursuit = {.search = &search, .low_s = (double)NAN, .high_s = (double)NAN};
  enum pst_status status = pst_slope_begin(points, limits, scratch, error, &search);
  const struct pst_slope_bracket all = {
      .low = (double)-INFINITY, .high = (double)INFINITY, .through = search.slopes};

  if (status == PST_OK && is_sparse(&search))
    return finish(&pursuit, &all, 0, count);
  if (status == PST_OK)
    pst_slope_places_begin(&pursuit.places, &search, count);
  for (size_t first = 0, end; first < count && status == PST_OK; first = end) {
    end = end_of_group(&search, first, count);
    status = pursue(&pursuit, first, end);
  }
  return status;
}
