/* slope_bracket.c -- the slopes of a bracket: counted, drawn, listed. */
#include "stats/slope/select/slope_bracket.h"

#include <math.h>
#include <string.h>

#include "base/parallel.h"
#include "stats/kendall/inversions.h"
#include "stats/random/random.h"
#include "stats/slope/select/slope_exact.h"

/* LISTED: so many slopes a point are met by insertion faster than by merging.  FEW: so many are held, even
   when there are fewer points than that. */
enum { PIECE = 1 << 14, LISTED = 4, FEW = 1 << 16 };

/* The pairs whose slope is not above that of an order are those it inverts. */
void pst_slope_order_at(struct pst_slope_search *search, double s, uint32_t *order)
{
  const struct pst_slope_room room = {(uint64_t *)(void *)search->held,
                                      (uint64_t *)(void *)search->turn, search->threads};

  pst_slope_order(&search->points, s, order, &room);
}

uint64_t pst_slope_count(struct pst_slope_search *search, const uint32_t *order)
{
  const size_t n = search->points.n;

  memcpy(search->turn, order, n * sizeof *order);
  return pst_inversions_count(search->turn, search->spare, n);
}

/* The order at high in the numbering of that at low: its inversions are the slopes between, and it is
   nearly sorted when they are few. */
static void turn_orders(struct pst_slope_search *search)
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
  struct pst_slope_search *search = context;
  uint64_t *pairs = (uint64_t *)(void *)search->held;

  pairs[search->held_n++] = (uint64_t)larger << 32 | smaller;
}

/* Slopes of the held pairs: places in ORDER. */
struct computing {
  const struct pst_slope_search *search;
  const uint32_t *order;
};

static void compute_piece(void *context, size_t piece, size_t thread)
{
  const struct computing *computing = context;
  const struct pst_slope_search *search = computing->search;
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

static void compute_slopes(const struct pst_slope_search *search, const uint32_t *order)
{
  struct computing computing = {.search = search, .order = order};

  pst_parallel_parts((search->held_n + PIECE - 1) / PIECE, search->threads, compute_piece,
                     &computing);
}

/* Any pairs with different x, for the bracket of all slopes: most pairs are such.  One of a pair goes
   through the points in order, and is at hand. */
void pst_slope_draw_any(struct pst_slope_search *search, size_t wanted)
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

/* The inversions between two orders that are nearly the same, each met when one moves back. */
static void list_few(struct pst_slope_search *search, size_t wanted)
{
  uint32_t *v = search->turn;

  for (size_t i = 1; i < search->points.n && search->held_n < wanted; i++) {
    const uint32_t moving = v[i];
    size_t j = i;

    for (; j > 0 && moving < v[j - 1] && search->held_n < wanted; j--) {
      v[j] = v[j - 1];
      hold(search, v[j], moving);
    }
    v[j] = moving;
  }
}

enum pst_status pst_slope_draw(struct pst_slope_search *search,
                               const struct pst_slope_bracket *bracket, size_t wanted)
{
  const uint64_t total = bracket->through - bracket->below;

  turn_orders(search);
  search->held_n = 0;
  if (wanted == total && total <= LISTED * search->points.n)
    list_few(search, wanted);
  else
    pst_inversions_pick(search->turn, search->spare, search->points.n, total, wanted,
                        &search->random, hold, search);
  /* Orders are exact, and so are their counts, unless products fall out of the range of doubles. */
  if (search->held_n != wanted)
    return pst_fail(search->error, PST_UNDEFINED,
                    "values are so small or so far apart that their slopes cannot be ordered");
  compute_slopes(search, search->high_order);
  return PST_OK;
}

enum pst_status pst_slope_list(struct pst_slope_search *search,
                               const struct pst_slope_bracket *bracket, size_t first, size_t end)
{
  size_t *places = pst_arena_array(search->arena, end - first, sizeof *places);

  enum pst_status status;

  if (places == NULL)
    return pst_fail_memory(search->error);
  status = pst_slope_draw(search, bracket, (size_t)(bracket->through - bracket->below));
  if (status != PST_OK)
    return status;
  for (size_t i = first; i < end; i++)
    places[i - first] = (size_t)(search->ranks[i] - bracket->below - 1);
  pst_select_many(search->held, search->held_n, places, end - first);
  for (size_t i = first; i < end; i++)
    search->values[i] = search->held[places[i - first]];
  return PST_OK;
}

/* Pairs with different x, of points in the order of x. */
static uint64_t slopes_of(const struct pst_slope_points *points)
{
  const size_t n = points->n;
  uint64_t slopes = n < 2        ? 0
                    : n % 2 == 0 ? (uint64_t)(n / 2) * (n - 1)
                                 : (uint64_t)((n - 1) / 2) * n;

  for (size_t first = 0, end; first < n; first = end) {
    for (end = first + 1;
         end < n && pst_slope_point(points, end).x == pst_slope_point(points, first).x;)
      end++;
    slopes -= (uint64_t)(end - first) * (end - first - 1) / 2;
  }
  return slopes;
}

enum pst_status pst_slope_begin(const struct pst_slope_points *points,
                                const struct pst_slope_limits *limits, struct pst_arena *scratch,
                                struct pst_error *error, struct pst_slope_search *search)
{
  const size_t n = points->n, few = 3 * n < FEW ? 3 * n : FEW, most = n > few ? n : few;
  size_t held = most;

  search->points = *points;
  search->threads = limits->threads > 0 ? limits->threads : 1;
  search->arena = scratch;
  search->error = error;
  search->slopes = slopes_of(points);
  search->candidates = limits->candidates > 0 ? limits->candidates : most;
  search->sample = limits->sample > 0 ? limits->sample : most;
  held = search->candidates > held ? search->candidates : held;
  held = search->sample > held ? search->sample : held;
  search->held = pst_arena_alloc(scratch, held * sizeof *search->held);
  search->low_order = pst_arena_alloc(scratch, n * sizeof *search->low_order);
  search->high_order = pst_arena_alloc(scratch, n * sizeof *search->high_order);
  search->turn = pst_arena_alloc(scratch, 2 * n * sizeof *search->turn);
  if (search->held == NULL || search->low_order == NULL || search->high_order == NULL
      || search->turn == NULL)
    return pst_fail_memory(error);
  search->spare = search->turn + n;
  return PST_OK;
}
