/* slope_bracket.h -- the slopes of a bracket: counted, drawn, listed.

   A bracket's slopes are the pairs of points that the orders at its two ends (slope_order.h) invert
   differently.

   Given     search  made by pst_slope_begin
   Returned  what each says; the same for any number of threads
   Tested    test_slopes.c, by way of slopes.h */
#ifndef PST_STATS_SLOPE_SELECT_SLOPE_BRACKET_H
#define PST_STATS_SLOPE_SELECT_SLOPE_BRACKET_H

#include "stats/slope/select/slope_order.h"
#include "stats/slope/select/slopes.h"

/* Slopes above low, up to and with high; BELOW are not above low, THROUGH are not above high. */
struct pst_slope_bracket {
  double low;
  double high;
  uint64_t below;
  uint64_t through;
};

struct pst_slope_search {
  struct pst_slope_points points;
  const uint64_t *ranks;
  double *values;
  size_t candidates; /* a bracket of so many slopes is listed */
  size_t sample;     /* so many are drawn of another */
  size_t threads;
  uint32_t *low_order, *high_order; /* at the ends of a bracket */
  double *held;                     /* slopes drawn or listed; between them the words of an order */
  size_t held_n;
  uint32_t *turn, *spare; /* side by side: the room for these words */
  uint64_t random;
  uint64_t slopes; /* of all pairs */
  struct pst_arena *arena;
  struct pst_error *error;
};

/* pst_slope_begin: SEARCH among all slopes of POINTS.
   Given     limits  0 for what is best
   Status    PST_NO_MEMORY
   Cost      O(n); 24 bytes a point, 40 where the points are few */
enum pst_status pst_slope_begin(const struct pst_slope_points *points,
                                const struct pst_slope_limits *limits, struct pst_arena *scratch,
                                struct pst_error *error, struct pst_slope_search *search);

/* pst_slope_order_at: the points in ORDER at the slope S.
   pst_slope_count: how many slopes are not above the one of ORDER.
   Cost      that of slope_order.h and inversions.h */
void pst_slope_order_at(struct pst_slope_search *search, double s, uint32_t *order);
uint64_t pst_slope_count(struct pst_slope_search *search, const uint32_t *order);

/* pst_slope_draw: WANTED slopes of BRACKET, whose orders are at hand, in held: each from another share of
   them.  All of them when they are as many.
   Status    PST_UNDEFINED where products fall out of the range of doubles, so that orders contradict counts
   Cost      O(n log n + wanted); O(n + wanted) to list few */
enum pst_status pst_slope_draw(struct pst_slope_search *search,
                               const struct pst_slope_bracket *bracket, size_t wanted);

/* pst_slope_draw_any: WANTED slopes between points drawn at random.
   Given     most pairs have different x
   Cost      O(wanted) */
void pst_slope_draw_any(struct pst_slope_search *search, size_t wanted);

/* pst_slope_list: the values of the places FIRST..END, all of them in BRACKET, which has at most candidates
   slopes, and whose orders are at hand.
   Status    PST_NO_MEMORY; PST_UNDEFINED as pst_slope_draw
   Cost      that of pst_slope_draw */
enum pst_status pst_slope_list(struct pst_slope_search *search,
                               const struct pst_slope_bracket *bracket, size_t first, size_t end);

#endif
