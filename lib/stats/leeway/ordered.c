/* ordered.c -- the range of a statistic of two orders, over all that the bounds of the values leave. */
#include "stats/leeway/ordered.h"

#include <math.h>

#include "stats/enclose/enclose.h"
#include "stats/leeway/lineup.h"
#include "stats/leeway/one_sided.h"

struct sides {
  const struct pst_leeway *leeway;
  enum pst_leeway_order order;
  size_t n;
  struct pst_bounds *bounds[2]; /* turned where the larger is better: rank 1 is the smallest */
  bool crowded;                 /* of whole numbers, in a way that orders do not tell */
  struct pst_arena *scratch;
};

static bool turn(struct sides *sides)
{
  const double sign = sides->order == PST_LEEWAY_OVERLAP ? -1 : 1;

  for (int a = 0; a < 2; a++) {
    sides->bounds[a] = pst_arena_array(sides->scratch, sides->n + 1, sizeof *sides->bounds[a]);
    if (sides->bounds[a] == NULL)
      return false;
    for (size_t i = 0; i < sides->n; i++) {
      const struct pst_bounds *b = &sides->leeway->lists[a].bounds[i];

      sides->bounds[a][i] = sign > 0 ? *b
                                     : (struct pst_bounds){.low = -b->high,
                                                           .high = -b->low,
                                                           .low_open = b->high_open,
                                                           .high_open = b->low_open};
    }
  }
  return true;
}

static bool all_points(const struct pst_bounds *bounds, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (!isnan(bounds[i].low) && !pst_bounds_is_point(&bounds[i]))
      return false;
  return true;
}

/* X against the bounds of side Y; the range grows. */
static enum pst_status against(const struct sides *sides, const double *x, int y, bool *found,
                               struct pst_ordered *out, struct pst_error *error)
{
  const struct pst_one_sided one = {.n = sides->n,
                                    .x = x,
                                    .y = sides->bounds[y],
                                    .whole = sides->leeway->lists[y].whole,
                                    .persistence = sides->leeway->persistence};
  struct pst_one_sided_range range;
  enum pst_status status = pst_one_sided(sides->order, &one, &range, sides->scratch, error);

  *found = status == PST_OK && range.found;
  if (*found) {
    out->low = fmin(out->low, range.low);
    out->high = fmax(out->high, range.high);
  }
  return status;
}

static enum pst_status from_points(const struct sides *sides, int points, struct pst_ordered *out,
                                   struct pst_error *error)
{
  double *x = pst_arena_array(sides->scratch, sides->n + 1, sizeof *x);

  if (x == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < sides->n; i++)
    x[i] = sides->bounds[points][i].low;
  return against(sides, x, 1 - points, &out->exact, out, error);
}

/* The items that one side has. */
struct known {
  size_t n;
  size_t *item;
  struct pst_bounds *bounds;
};

static bool take_known(const struct sides *sides, int side, struct known *known)
{
  known->n = 0;
  known->item = pst_arena_array(sides->scratch, sides->n + 1, sizeof *known->item);
  known->bounds = pst_arena_array(sides->scratch, sides->n + 1, sizeof *known->bounds);
  if (known->item == NULL || known->bounds == NULL)
    return false;
  for (size_t i = 0; i < sides->n; i++)
    if (!isnan(sides->bounds[side][i].low)) {
      known->bounds[known->n] = sides->bounds[side][i];
      known->item[known->n++] = i;
    }
  return true;
}

/* The orders that the known items of one side can have; none where they are too many. */
static enum pst_status list_orders(const struct sides *sides, int side, const struct known *known,
                                   struct pst_orders *orders, struct pst_error *error)
{
  struct pst_places places;
  bool crowded = false;
  enum pst_status status = PST_OK;

  *orders = (struct pst_orders){.count = 0};
  if (sides->leeway->lists[side].whole)
    status = pst_lineup_crowded(known->bounds, known->n, &crowded, sides->scratch, error);
  if (status != PST_OK || crowded)
    return status;
  status = pst_lineup_places(known->bounds, known->n, &places, sides->scratch, error);
  if (status == PST_OK && !pst_places_orders(&places, PST_ORDERED_MOST, orders, sides->scratch))
    status = pst_fail_memory(error);
  return status;
}

/* Every order of one side, where they are few. */
static enum pst_status from_orders(const struct sides *sides, int tried, struct pst_ordered *out,
                                   struct pst_error *error)
{
  double *x = pst_arena_array(sides->scratch, sides->n + 1, sizeof *x);
  struct known known;
  struct pst_orders orders;
  bool found = true;
  enum pst_status status;

  if (x == NULL || !take_known(sides, tried, &known))
    return pst_fail_memory(error);
  status = list_orders(sides, tried, &known, &orders, error);
  for (size_t i = 0; i < sides->n; i++)
    x[i] = (double)NAN;
  for (size_t k = 0; k < orders.count && found && status == PST_OK; k++) {
    for (size_t i = 0; i < known.n; i++)
      x[known.item[i]] = orders.ranks[k * known.n + i];
    status = against(sides, x, 1 - tried, &found, out, error);
  }
  out->exact = found && orders.count > 0;
  return status;
}

static enum pst_status find_exact(const struct sides *sides, struct pst_ordered *out,
                                  struct pst_error *error)
{
  enum pst_status status = PST_OK;

  out->low = out->high = (double)NAN;
  for (int a = 0; a < 2 && !out->exact && status == PST_OK; a++)
    if (all_points(sides->bounds[a], sides->n))
      status = from_points(sides, a, out, error);
  for (int a = 0; a < 2 && !out->exact && status == PST_OK; a++) {
    out->low = out->high = (double)NAN;
    status = from_orders(sides, a, out, error);
  }
  if (!out->exact)
    out->low = out->high = (double)NAN;
  return status;
}

static enum pst_enclosed enclosed(const struct sides *sides, bool mann_kendall)
{
  if (sides->order == PST_LEEWAY_SPEARMAN)
    return PST_ENCLOSE_SPEARMAN;
  return mann_kendall ? PST_ENCLOSE_MANN_KENDALL : PST_ENCLOSE_KENDALL;
}

/* Each pair by itself: never narrower than the truth. */
static enum pst_status enclose(const struct sides *sides, enum pst_enclosed statistic, bool p,
                               struct pst_ordered *out, struct pst_error *error)
{
  struct pst_places x, y;
  struct pst_enclosure range = {.exact = false};
  enum pst_status status = pst_lineup_places(sides->bounds[0], sides->n, &x, sides->scratch, error);

  if (status == PST_OK)
    status = pst_lineup_places(sides->bounds[1], sides->n, &y, sides->scratch, error);
  if (status == PST_OK && !out->exact) {
    status = pst_enclose_places(statistic, false, &x, &y, &range, sides->scratch, error);
    if (status == PST_OK) {
      out->low = range.low;
      out->high = range.high;
      out->exact = range.exact && !sides->crowded;
    }
  }
  if (status == PST_OK && p) {
    range.exact = false;
    status = pst_enclose_places(statistic, true, &x, &y, &range, sides->scratch, error);
    if (status == PST_OK) {
      out->p_low = range.low;
      out->p_high = range.high;
      out->p_exact = range.exact && !sides->crowded;
    }
  }
  return status;
}

static enum pst_status look_at_room(struct sides *sides, int side, struct pst_error *error)
{
  struct known known;
  bool crowded = false;
  enum pst_status status = PST_OK;

  if (!sides->leeway->lists[side].whole)
    return PST_OK;
  if (!take_known(sides, side, &known))
    return pst_fail_memory(error);
  status = pst_lineup_crowded(known.bounds, known.n, &crowded, sides->scratch, error);
  sides->crowded = sides->crowded || crowded;
  return status;
}

enum pst_status pst_ordered_range(const struct pst_leeway *leeway,
                                  const struct pst_leeway_rule *rule, bool mann_kendall, bool p,
                                  struct pst_ordered *out, struct pst_arena *scratch,
                                  struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct sides sides = {
      .leeway = leeway, .order = rule->order, .n = leeway->lists[0].n, .scratch = scratch};
  const bool pairs = rule->order == PST_LEEWAY_KENDALL || rule->order == PST_LEEWAY_SPEARMAN;
  struct pst_error reason = {.status = PST_OK};
  enum pst_status status = turn(&sides) ? PST_OK : pst_fail_memory(&reason);

  *out = (struct pst_ordered){.p_low = (double)NAN, .p_high = (double)NAN};
  for (int a = 0; a < 2 && status == PST_OK; a++)
    status = look_at_room(&sides, a, &reason);
  if (status == PST_OK)
    status = find_exact(&sides, out, &reason);
  if (status == PST_OK && pairs && sides.n >= 2)
    status = enclose(&sides, enclosed(&sides, mann_kendall), p, out, &reason);
  if (rule->over_n) {
    out->low /= (double)sides.n;
    out->high /= (double)sides.n;
  }
  pst_arena_release(scratch, mark);
  return status == PST_UNDEFINED || status == PST_OK
             ? PST_OK
             : pst_fail(error, status, "%s", reason.message);
}
