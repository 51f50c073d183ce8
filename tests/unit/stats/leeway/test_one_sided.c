/* Agreement with a ranking that is known within bounds, against all completions. */
#include <math.h>

#include "check.h"
#include "kernel.h"

#include "stats/correlation/agreement.h"
#include "stats/correlation/overlap.h"
#include "stats/correlation/spearman.h"
#include "stats/kendall/kendall.h"
#include "stats/leeway/lineup.h"
#include "stats/leeway/one_sided.h"
#include "stats/leeway/walk.h"
#include "stats/random/random.h"

enum { MOST = 5, GRID = 6, ENDS = 4 };

static const struct measure {
  enum pst_leeway_order order;
  pst_pair_kernel *kernel;
  const char *term;
} measures[] = {{PST_LEEWAY_KENDALL, pst_kendall, "tau-b"},
                {PST_LEEWAY_SPEARMAN, pst_spearman, "rho"},
                {PST_LEEWAY_FOOTRULE, pst_footrule, "footrule"},
                {PST_LEEWAY_DISTANCE, pst_kendall_distance, "kendall_distance"},
                {PST_LEEWAY_OVERLAP, pst_rank_biased_overlap, "rbo"}};
enum { MEASURES = sizeof measures / sizeof *measures };

struct range {
  double low, high;
};

/* One completion: nothing where the measure is undefined. */
static void take(const struct measure *measure, const double *x, const double *y, size_t n,
                 struct range *range)
{
  static const struct pst_test plain = {.p_kind = PST_P_ASYMPTOTIC, .persistence = 0.8};
  struct run run;

  run_kernel(&run, measure->kernel, x, y, n, &plain);
  if (run.status == PST_OK) {
    range->low = fmin(range->low, run_row(&run, measure->term)->estimate);
    range->high = fmax(range->high, run_row(&run, measure->term)->estimate);
  }
  run_end(&run);
}

static bool holds(const struct pst_bounds *b, double value, bool whole)
{
  return pst_bounds_hold(b, value) && (!whole || floor(value) == value);
}

/* All completions on a grid with GRID steps between two whole numbers: more than there are items. */
static void try_all(const struct measure *measure, const double *x, const struct pst_bounds *bounds,
                    bool whole, double *y, size_t n, size_t i, struct range *range)
{
  if (i == n) {
    take(measure, x, y, n, range);
    return;
  }
  if (isnan(bounds[i].low)) {
    y[i] = (double)NAN;
    try_all(measure, x, bounds, whole, y, n, i + 1, range);
    return;
  }
  for (int k = -2 * GRID; k <= (ENDS + 2) * GRID; k++) {
    y[i] = (double)k / GRID;
    if (holds(&bounds[i], y[i], whole))
      try_all(measure, x, bounds, whole, y, n, i + 1, range);
  }
}

static double turned(const struct measure *measure, double value)
{
  return measure->order == PST_LEEWAY_OVERLAP ? -value : value;
}

static void compare(const struct measure *measure, const double *x, const struct pst_bounds *bounds,
                    bool whole, size_t n)
{
  struct range truth = {INFINITY, -INFINITY};
  struct pst_bounds own[MOST];
  double y[MOST], own_x[MOST];
  struct pst_arena arena = PST_ARENA_EMPTY;
  const struct pst_one_sided sides = {
      .n = n, .x = own_x, .y = own, .whole = whole, .persistence = 0.8};
  struct pst_one_sided_range range;

  for (size_t i = 0; i < n; i++) {
    own_x[i] = turned(measure, x[i]);
    own[i] = bounds[i];
    if (measure->order == PST_LEEWAY_OVERLAP)
      own[i] = (struct pst_bounds){.low = -bounds[i].high,
                                   .high = -bounds[i].low,
                                   .low_open = bounds[i].high_open,
                                   .high_open = bounds[i].low_open};
  }
  try_all(measure, x, bounds, whole, y, n, 0, &truth);
  assert_int_equal(pst_one_sided(measure->order, &sides, &range, &arena, NULL), PST_OK);
  assert_int_equal(range.found, truth.low <= truth.high);
  if (range.found) {
    assert_close(range.low, truth.low, 1e-12, 1e-12);
    assert_close(range.high, truth.high, 1e-12, 1e-12);
  }
  pst_arena_free(&arena);
}

static struct pst_bounds draw_bounds(uint64_t *state)
{
  const double low = (double)pst_random_below(state, ENDS);
  struct pst_bounds b = pst_bounds_point(low);

  switch (pst_random_below(state, 6)) {
  case 0:
  case 1:
    return b;
  case 2:
    b.high = low + 1;
    break;
  case 3:
    b.high = INFINITY;
    b.high_open = true;
    break;
  case 4:
    b.low = -INFINITY;
    b.low_open = true;
    break;
  default:
    b.high = low + 1;
    b.low_open = b.high_open = true;
  }
  return b;
}

/* Some of three items, so that the completions are few enough. */
static void all_completions(void **state)
{
  uint64_t draws = pst_random_stream(1, 1);

  (void)state;
  for (int trial = 0; trial < 60; trial++) {
    struct pst_bounds bounds[MOST];
    double x[MOST];
    size_t free = 0, n = 3 + (size_t)(trial % 3);

    for (size_t i = 0; i < n; i++) {
      x[i] = (double)pst_random_below(&draws, 4);
      bounds[i] = draw_bounds(&draws);
      free += !pst_bounds_is_point(&bounds[i]);
      if (free > 3)
        bounds[i] = pst_bounds_point(bounds[i].low > 0 ? bounds[i].low : 0);
    }
    for (size_t m = 0; m < MEASURES; m++)
      compare(&measures[m], x, bounds, false, n);
  }
}

/* Of whole numbers few stand between two ends: [1,2] and [1,2] and [1,2] are tied somewhere. */
static void whole_numbers(void **state)
{
  static const struct pst_bounds crowd[] = {{.low = 1, .high = 2},
                                            {.low = 1, .high = 2},
                                            {.low = 1, .high = 2},
                                            {.low = 0, .high = 3},
                                            {.low = 2, .high = 2}};
  static const double x[] = {1, 2, 3, 4, 5}, tied[] = {2, 2, 1, 1, 3};

  (void)state;
  for (size_t m = 0; m < MEASURES; m++) {
    compare(&measures[m], x, crowd, true, 5);
    compare(&measures[m], tied, crowd, true, 5);
  }
}

/* Lists of unequal length, for the one measure that takes them. */
static void items_of_one_list(void **state)
{
  const struct pst_bounds none = {.low = (double)NAN, .high = (double)NAN};
  const struct pst_bounds y[] = {{.low = 0, .high = 2},
                                 {.low = 1, .high = 1},
                                 none,
                                 {.low = 1, .high = 3},
                                 {.low = 0, .high = 0}};
  const double x[] = {3, (double)NAN, 2, 1, (double)NAN}, more[] = {3, 2, 2, 1, (double)NAN};
  const double longer[] = {1, 2, 3, 4, 5};

  (void)state;
  compare(&measures[MEASURES - 1], x, y, false, 5);
  compare(&measures[MEASURES - 1], more, y, false, 5);
  compare(&measures[MEASURES - 1], longer, y, false, 5);
}

/* "Lower than 10th" eight times over. */
static void many_beyond_the_tenth(void **state)
{
  struct pst_bounds y[18];
  double x[18];
  struct pst_arena arena = PST_ARENA_EMPTY;
  const struct pst_one_sided sides = {.n = 18, .x = x, .y = y, .whole = true, .persistence = 0.9};
  struct pst_one_sided_range range;

  (void)state;
  for (size_t i = 0; i < 18; i++) {
    x[i] = (double)i;
    y[i] = pst_bounds_point((double)i + 1);
    if (i >= 10)
      y[i] = (struct pst_bounds){.low = 11, .high = INFINITY, .high_open = true};
  }
  assert_int_equal(pst_one_sided(PST_LEEWAY_KENDALL, &sides, &range, &arena, NULL), PST_OK);
  assert_true(range.found);
  assert_close(range.high, 1, 1e-15, 0);
  /* 28 of 153 pairs the wrong way round */
  assert_close(range.low, (153 - 2.0 * 28) / 153, 1e-15, 0);
  assert_int_equal(pst_one_sided(PST_LEEWAY_FOOTRULE, &sides, &range, &arena, NULL), PST_OK);
  assert_close(range.low, 0, 0, 0);
  assert_close(range.high, 32, 0, 0);
  pst_arena_free(&arena);
}

/* Too many to be tried is said, not guessed. */
static void too_many(void **state)
{
  struct pst_bounds y[40];
  double x[40];
  struct pst_arena arena = PST_ARENA_EMPTY;
  const struct pst_one_sided sides = {.n = 40, .x = x, .y = y};
  struct pst_one_sided_range range;

  (void)state;
  for (size_t i = 0; i < 40; i++) {
    x[i] = (double)i;
    y[i] = (struct pst_bounds){.low = 0, .high = 1};
  }
  assert_int_equal(pst_one_sided(PST_LEEWAY_KENDALL, &sides, &range, &arena, NULL), PST_OK);
  assert_false(range.found);
  pst_arena_free(&arena);
}

/* Places from left to right: the point 1, the gap to 2, the point 2, what is beyond. */
static void places_of_a_line(void **state)
{
  const struct pst_bounds bounds[] = {
      {.low = 1, .high = 2},
      {.low = 1, .high = INFINITY, .low_open = true, .high_open = true},
      {.low = 2, .high = 2}};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_lineup lineup;
  bool crowded;

  (void)state;
  assert_int_equal(pst_lineup_make(bounds, 3, false, &lineup, &arena, NULL), PST_OK);
  assert_int_equal(lineup.n, 3);
  assert_int_equal(lineup.items[0].index, 0);
  assert_int_equal(lineup.items[0].last - lineup.items[0].first, 2);
  assert_int_equal(lineup.items[1].index, 1);
  assert_true(lineup.gap[lineup.items[1].first]);
  assert_true(lineup.gap[lineup.items[1].last]);
  assert_false(lineup.gap[lineup.items[2].first]);
  assert_int_equal(pst_lineup_crowded(bounds, 3, &crowded, &arena, NULL), PST_OK);
  assert_true(crowded); /* no whole number stands between 1 and 2 */
  assert_int_equal(pst_lineup_crowded(bounds + 2, 1, &crowded, &arena, NULL), PST_OK);
  assert_false(crowded);
  pst_arena_free(&arena);
}

/* One item before two that are tied or not: S is 2 either way, and the ties are told apart. */
static void sums_by_ties(void **state)
{
  const struct pst_bounds bounds[] = {
      {.low = 0, .high = 0}, {.low = 1, .high = 2}, {.low = 1, .high = 2}};
  static const double x[] = {1, 2, 3};
  const struct pst_walk_score score = {.agreement = PST_LEEWAY_KENDALL, .x = x};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_lineup lineup;
  struct pst_walk_sums sums;

  (void)state;
  assert_int_equal(pst_lineup_make(bounds, 3, false, &lineup, &arena, NULL), PST_OK);
  assert_int_equal(pst_walk(&score, &lineup, &sums, &arena, NULL), PST_OK);
  assert_true(sums.found);
  assert_int_equal(sums.ties, 1);
  assert_close(sums.low[0], 1, 0, 0);
  assert_close(sums.high[0], 3, 0, 0);
  assert_close(sums.low[1], 2, 0, 0);
  assert_close(sums.high[1], 2, 0, 0);
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_completions),   cmocka_unit_test(whole_numbers),
      cmocka_unit_test(items_of_one_list), cmocka_unit_test(many_beyond_the_tenth),
      cmocka_unit_test(too_many),          cmocka_unit_test(places_of_a_line),
      cmocka_unit_test(sums_by_ties),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
