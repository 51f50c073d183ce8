/* slope_search.c -- a bracket around the slopes asked for, narrowed until it holds few. */
#include "stats/slope/slope_search.h"

#include <math.h>
#include <string.h>

#include "base/parallel.h"
#include "stats/kendall/inversions.h"
#include "stats/random/random.h"
#include "stats/slope/slope_exact.h"

enum { PIECE = 1 << 14 };

/* Slopes above low, up to and with high; BELOW are not above low, THROUGH are not above high. */
struct bracket {
  double low;
  double high;
  uint64_t below;
  uint64_t through;
};

struct search {
  struct pst_slope_points points;
  const uint64_t *ranks;
  double *values;
  size_t candidates;
  size_t sample;
  size_t threads;
  uint32_t *low_order;
  uint32_t *high_order;
  uint32_t *turn;
  uint32_t *spare;
  double *held; /* the sample or the candidates; between them, the keys of an order */
  size_t held_n;
  uint64_t random;
  struct pst_arena *arena;
  struct pst_error *error;
};

/* Places FIRST..END of the ranks, and the bracket in which they are looked for. */
struct group {
  size_t first;
  size_t end;
  double low;
  double high;
};

static void order_at(struct search *search, double s, uint32_t *order)
{
  const size_t n = search->points.n;
  uint32_t *keys = (uint32_t *)(void *)(search->held + n);
  const struct pst_slope_room room = {search->held, keys, keys + n, search->spare, search->threads};

  pst_slope_order(&search->points, s, order, &room);
}

/* How many slopes are not above that of ORDER: the pairs it inverts. */
static uint64_t count_inverted(struct search *search, const uint32_t *order)
{
  const size_t n = search->points.n;

  memcpy(search->turn, order, n * sizeof *order);
  return pst_inversions_count(search->turn, search->spare, n);
}

/* The order at high in the numbering of that at low: its inversions are the slopes between, and it is
   nearly sorted when they are few. */
static void turn_orders(struct search *search)
{
  const size_t n = search->points.n;

  for (size_t i = 0; i < n; i++)
    search->spare[search->high_order[i]] = (uint32_t)i;
  for (size_t i = 0; i < n; i++)
    search->turn[i] = search->spare[search->low_order[i]];
}

/* Pairs are held as two numbers first: their points lie far apart in memory, and are fetched faster
   in a loop that does nothing else. */
static void hold(void *context, uint32_t larger, uint32_t smaller)
{
  struct search *search = context;
  uint64_t *pairs = (uint64_t *)(void *)search->held;

  pairs[search->held_n++] = (uint64_t)larger << 32 | smaller;
}

/* Slopes of the held pairs: places in ORDER. */
struct computing {
  const struct search *search;
  const uint32_t *order;
};

static void compute_piece(void *context, size_t piece, size_t thread)
{
  const struct computing *computing = context;
  const struct search *search = computing->search;
  const uint64_t *pairs = (const uint64_t *)(const void *)search->held;
  const size_t end =
      search->held_n - piece * PIECE < PIECE ? search->held_n : (piece + 1) * (size_t)PIECE;

  (void)thread;
  for (size_t i = piece * PIECE; i < end; i++) {
    const uint32_t a = computing->order[pairs[i] >> 32];
    const uint32_t b = computing->order[(uint32_t)pairs[i]];
    const struct pst_pair p = pst_slope_point(&search->points, a);
    const struct pst_pair q = pst_slope_point(&search->points, b);

    search->held[i] = pst_slope_between(p.x, p.y, q.x, q.y);
  }
}

static void compute_slopes(const struct search *search, const uint32_t *order)
{
  struct computing computing = {.search = search, .order = order};

  pst_parallel_parts((search->held_n + PIECE - 1) / PIECE, search->threads, compute_piece,
                     &computing);
}

/* Any pairs with different x, for the bracket of all slopes: most pairs are such.  One of a pair goes
   through the points in order, and is at hand. */
static void draw_any(struct search *search, size_t wanted)
{
  const size_t n = search->points.n;

  search->held_n = 0;
  for (size_t i = 0; search->held_n < wanted; i = i + 1 < n ? i + 1 : 0) {
    uint32_t j = (uint32_t)pst_random_below(&search->random, n);

    if (pst_slope_point(&search->points, i).x != pst_slope_point(&search->points, j).x)
      hold(search, (uint32_t)i, j);
  }
  for (size_t i = 0; i < n; i++)
    search->turn[i] = (uint32_t)i;
  compute_slopes(search, search->turn);
}

static bool is_of_all(const struct search *search, const struct bracket *bracket)
{
  const double n = (double)search->points.n;

  return isinf(bracket->low) && isinf(bracket->high)
         && (double)bracket->through > 0.125 * n * (n - 1);
}

/* Holds WANTED slopes of the bracket whose two orders are at hand. */
static void draw(struct search *search, const struct bracket *bracket, size_t wanted)
{
  if (is_of_all(search, bracket) && wanted < bracket->through - bracket->below) {
    draw_any(search, wanted);
    return;
  }
  turn_orders(search);
  search->held_n = 0;
  pst_inversions_pick(search->turn, search->spare, search->points.n,
                      bracket->through - bracket->below, wanted, &search->random, hold, search);
  compute_slopes(search, search->high_order);
}

static enum pst_status enumerate(struct search *search, const struct bracket *bracket, size_t first,
                                 size_t end)
{
  size_t *places = pst_arena_array(search->arena, end - first, sizeof *places);

  if (places == NULL)
    return pst_fail_memory(search->error);
  draw(search, bracket, (size_t)(bracket->through - bracket->below));
  for (size_t i = first; i < end; i++)
    places[i - first] = (size_t)(search->ranks[i] - bracket->below - 1);
  pst_select_many(search->held, search->held_n, places, end - first);
  for (size_t i = first; i < end; i++)
    search->values[i] = search->held[places[i - first]];
  return PST_OK;
}

/* Where RANK is expected in the sample, and how far from there it may be: two and a half standard
   errors. */
static double expected(const struct search *search, const struct bracket *bracket, uint64_t rank)
{
  return (double)(rank - bracket->below) / (double)(bracket->through - bracket->below)
         * (double)search->held_n;
}

static double margin(const struct search *search, double place)
{
  double others = fmax(0, (double)search->held_n - place);

  return 2.5 * sqrt(place * others / (double)search->held_n) + 2;
}

/* The group that begins at FIRST: all ranks whose places in the sample may overlap.  Its bracket is
   held as places in the sample, to be read when they are known. */
static struct group next_group(const struct search *search, const struct bracket *bracket,
                               size_t first, size_t end)
{
  struct group group = {.first = first, .end = first, .low = (double)search->held_n, .high = -1};

  for (; group.end < end; group.end++) {
    double place = expected(search, bracket, search->ranks[group.end]);
    double low = floor(place - margin(search, place));

    if (group.end > first && low > group.high)
      break;
    group.low = fmin(group.low, low);
    group.high = fmax(group.high, ceil(place + margin(search, place)));
  }
  group.low = fmax(-1, group.low);
  group.high = fmin((double)search->held_n, group.high);
  return group;
}

/* A double inside the bracket: from the sample if it can be, else halfway among the doubles. */
static double inside(const struct search *search, const struct bracket *bracket)
{
  double middle = search->held[search->held_n / 2];

  if (middle > bracket->low && middle < bracket->high)
    return middle;
  return pst_value_of(pst_key_of(bracket->low)
                      + (pst_key_of(bracket->high) - pst_key_of(bracket->low)) / 2);
}

/* Puts slopes in the place of places.  A group that would keep the whole bracket gets its lower part;
   its ranks above that are found in what is left, so every step gains. */
static void read_group(const struct search *search, const struct bracket *bracket,
                       struct group *group)
{
  double low = bracket->low;
  double high = bracket->high;

  if (group->low >= 0)
    low = fmax(low, nextafter(search->held[(size_t)group->low], (double)-INFINITY));
  if (group->high < (double)search->held_n)
    high = fmin(high, search->held[(size_t)group->high]);
  if (low >= high || (low == bracket->low && high == bracket->high)) {
    low = bracket->low;
    high = inside(search, bracket);
  }
  group->low = low;
  group->high = high;
}

static size_t make_groups(struct search *search, const struct bracket *bracket, size_t first,
                          size_t end, struct group *groups, size_t *places)
{
  size_t count = 0;
  size_t n_places = 0;

  for (size_t i = first; i < end; i = groups[count++].end) {
    groups[count] = next_group(search, bracket, i, end);
    if (groups[count].low >= 0)
      places[n_places++] = (size_t)groups[count].low;
    if (groups[count].high < (double)search->held_n)
      places[n_places++] = (size_t)groups[count].high;
  }
  pst_select_many(search->held, search->held_n, places, n_places);
  for (size_t i = 0; i < count; i++)
    read_group(search, bracket, &groups[i]);
  return count;
}

static enum pst_status find(struct search *search, const struct bracket *outer, double low,
                            double high, size_t first, size_t end);

static enum pst_status narrow(struct search *search, const struct bracket *bracket, size_t first,
                              size_t end)
{
  struct group *groups = pst_arena_array(search->arena, end - first, sizeof *groups);
  size_t *places = pst_arena_array(search->arena, 2 * (end - first), sizeof *places);
  enum pst_status status = PST_OK;
  uint64_t total = bracket->through - bracket->below;
  size_t count;

  if (groups == NULL || places == NULL)
    return pst_fail_memory(search->error);
  draw(search, bracket, total < search->sample ? (size_t)total : search->sample);
  count = make_groups(search, bracket, first, end, groups, places);
  for (size_t i = 0; i < count && status == PST_OK; i++)
    status = find(search, bracket, groups[i].low, groups[i].high, groups[i].first, groups[i].end);
  return status;
}

static bool is_gap(double low, double high)
{
  return nextafter(low, (double)INFINITY) >= high;
}

/* The ranks FIRST..END, all of them in BRACKET, whose two orders are at hand. */
static enum pst_status find_in(struct search *search, const struct bracket *bracket, size_t first,
                               size_t end)
{
  if (first == end)
    return PST_OK;
  if (bracket->through - bracket->below <= search->candidates)
    return enumerate(search, bracket, first, end);
  return narrow(search, bracket, first, end);
}

/* The ranks FIRST..END, all of them in OUTER, which are expected above LOW and up to HIGH. */
static enum pst_status find(struct search *search, const struct bracket *outer, double low,
                            double high, size_t first, size_t end)
{
  struct bracket bracket = {.low = low, .high = high};
  struct bracket before = {.low = outer->low, .high = low, .below = outer->below};
  struct bracket after = {.low = high, .high = outer->high, .through = outer->through};
  size_t in = first;
  size_t out;
  enum pst_status status;

  if (is_gap(outer->low, outer->high)) {
    for (size_t i = first; i < end; i++)
      search->values[i] = outer->high;
    return PST_OK;
  }
  order_at(search, low, search->low_order);
  order_at(search, high, search->high_order);
  bracket.below = count_inverted(search, search->low_order);
  turn_orders(search);
  bracket.through =
      bracket.below + pst_inversions_count(search->turn, search->spare, search->points.n);
  before.through = bracket.below;
  after.below = bracket.through;
  while (in < end && search->ranks[in] <= bracket.below)
    in++;
  for (out = in; out < end && search->ranks[out] <= bracket.through;)
    out++;
  if (is_gap(low, high) && out > in)
    status = find(search, &bracket, low, high, in, out);
  else
    status = find_in(search, &bracket, in, out);
  if (status == PST_OK && in > first)
    status = find(search, &before, before.low, before.high, first, in);
  if (status == PST_OK && out < end)
    status = find(search, &after, after.low, after.high, out, end);
  return status;
}

static enum pst_status reserve(struct search *search, const struct pst_slope_limits *limits)
{
  const size_t n = search->points.n;
  size_t held = 3 * n;

  search->candidates = limits->candidates > 0 ? limits->candidates : 3 * n;
  search->sample = limits->sample > 0 ? limits->sample : 2 * n;
  held = search->candidates > held ? search->candidates : held;
  held = search->sample > held ? search->sample : held;
  search->held = pst_arena_alloc(search->arena, held * sizeof *search->held);
  search->low_order = pst_arena_alloc(search->arena, n * sizeof *search->low_order);
  search->high_order = pst_arena_alloc(search->arena, n * sizeof *search->high_order);
  search->turn = pst_arena_alloc(search->arena, n * sizeof *search->turn);
  search->spare = pst_arena_alloc(search->arena, n * sizeof *search->spare);
  if (search->held == NULL || search->low_order == NULL || search->high_order == NULL
      || search->turn == NULL || search->spare == NULL)
    return pst_fail_memory(search->error);
  return PST_OK;
}

enum pst_status pst_slope_search(const struct pst_slope_points *points, const uint64_t *ranks,
                                 size_t count, const struct pst_slope_limits *limits,
                                 double *values, struct pst_arena *scratch, struct pst_error *error)
{
  struct search search = {.points = *points,
                          .ranks = ranks,
                          .values = values,
                          .threads = limits->threads > 0 ? limits->threads : 1,
                          .arena = scratch,
                          .error = error};
  struct bracket all = {.low = (double)-INFINITY, .high = (double)INFINITY};
  enum pst_status status = reserve(&search, limits);

  if (status != PST_OK)
    return status;
  order_at(&search, all.high, search.high_order);
  all.through = count_inverted(&search, search.high_order);
  return find(&search, &all, all.low, all.high, 0, count);
}
