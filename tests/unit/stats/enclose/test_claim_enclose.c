/* test_claim_enclose.c -- correlations of ranges hold those of every completion, and their p-values. */
#include "check.h"

#include <math.h>

#include "stats/enclose/bounds.h"

enum { N_MOST = 40 };

static uint64_t seed = 987654321;

static int below(int n)
{
  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return (int)((seed >> 33) % (unsigned)n);
}

/* Figures printed to whole numbers: halves apart, with tie ends; a few exact ones. */
struct drawn {
  int n, low_x[N_MOST], low_y[N_MOST], wide_x[N_MOST], wide_y[N_MOST];
  struct pst_range x[N_MOST], y[N_MOST];
};

static struct pst_range range_of(struct pst_exact *exact, int low, int wide)
{
  struct pst_range range =
      pst_range_point(pst_rational_divide(exact, pst_rational_whole(low), pst_rational_whole(2)));

  range.high.value =
      pst_rational_divide(exact, pst_rational_whole(low + wide), pst_rational_whole(2));
  if (wide != 0)
    range.low.kind = range.high.kind = PST_LIMIT_TIE;
  return range;
}

static void draw(struct pst_exact *exact, int n, int spread, int slope, struct drawn *out)
{
  out->n = n;
  for (int i = 0; i < n; i++) {
    out->low_x[i] = 2 * below(spread) - 1;
    out->low_y[i] = 2 * below(spread) + slope * i - 1;
    out->wide_x[i] = below(5) == 0 ? 0 : 2;
    out->wide_y[i] = below(5) == 0 ? 0 : 2 + 2 * below(2);
    out->x[i] = range_of(exact, out->low_x[i], out->wide_x[i]);
    out->y[i] = range_of(exact, out->low_y[i], out->wide_y[i]);
  }
}

/* A value within the tie ends, on a coarse grid so that ties come up. */
static double inside(int low, int wide, int mode)
{
  static const double shares[] = {0.01, 0.5, 0.99};

  if (wide == 0)
    return low / 2.0;
  return (low + wide * (mode == 3 ? 0.1 + 0.2 * below(5) : shares[mode])) / 2;
}

static void complete(const struct drawn *drawn, double *x, double *y)
{
  for (int i = 0; i < drawn->n; i++) {
    x[i] = inside(drawn->low_x[i], drawn->wide_x[i], below(4));
    y[i] = inside(drawn->low_y[i], drawn->wide_y[i], below(4));
  }
}

/* The statistic (P: its p-value) of known numbers; NaN where it has none. */
static double known(enum pst_enclosed statistic, bool p, const double *x, const double *y, int n)
{
  const struct pst_sample sample = {.n = (size_t)n, .x = x, .y = y};
  const struct pst_test test = {.conf_level = 0};
  struct pst_arena notes = PST_ARENA_EMPTY, scratch = PST_ARENA_EMPTY;
  struct pst_estimates rows = {.arena = &notes};
  double value = (double)NAN;
  struct pst_error error;

  pst_error_clear(&error);
  if (pst_enclose_kernel(statistic)(&sample, &test, &rows, &scratch, &error) == PST_OK)
    value = p ? rows.items[0].p_value : rows.items[0].estimate;
  pst_estimates_free(&rows);
  pst_arena_free(&notes);
  pst_arena_free(&scratch);
  return value;
}

static void require_within(const char *what, int round, const struct pst_enclosure *range,
                           double value)
{
  if (!isnan(value) && (value < range->low - 1e-9 || value > range->high + 1e-9))
    fail_msg("%s, round %d: [%.12g, %.12g] does not hold %.12g", what, round, range->low,
             range->high, value);
}

static const char *const names[] = {"kendall", "mann-kendall", "spearman", "pearson"};

/* The bounds that sorting finds, beside those of each pair. */
static void require_no_narrower(int round, const struct pst_places *x, const struct pst_places *y,
                                const struct pst_kendall_bounds *pairs, struct pst_arena *arena)
{
  struct pst_kendall_bounds many;

  assert_true(pst_bounds_kendall_many(x, y, &many, arena));
  if (many.low > pairs->low + 1e-12 || many.high < pairs->high - 1e-12 || many.S_low > pairs->S_low
      || many.S_high < pairs->S_high || many.tied != pairs->tied)
    fail_msg("round %d: sorted [%.12g, %.12g] S %lld..%lld tied %llu, pairs [%.12g, %.12g] S "
             "%lld..%lld tied %llu",
             round, many.low, many.high, (long long)many.S_low, (long long)many.S_high,
             (unsigned long long)many.tied, pairs->low, pairs->high, (long long)pairs->S_low,
             (long long)pairs->S_high, (unsigned long long)pairs->tied);
}

/* What pst_enclose says, and the bounds that it takes where orders are many. */
static void hold_completions(enum pst_enclosed statistic, bool p, int round,
                             const struct drawn *drawn, struct pst_arena *arena)
{
  const struct pst_enclose_box box = {(size_t)drawn->n, drawn->x, drawn->y};
  struct pst_enclosure range, rough = {.low = -1, .high = 1}, rho;
  struct pst_kendall_bounds bounds;
  double x[N_MOST], y[N_MOST];
  struct pst_places a, b;
  struct pst_error error;

  pst_error_clear(&error);
  if (pst_enclose(statistic, p, &box, &range, arena, &error) != PST_OK)
    return;
  assert_true(pst_places_of(drawn->x, box.n, &a, arena));
  assert_true(pst_places_of(drawn->y, box.n, &b, arena));
  if (statistic == PST_ENCLOSE_SPEARMAN) {
    assert_true(pst_bounds_spearman(&a, &b, &rho, arena));
    rough = rho;
    if (p)
      assert_true(pst_bounds_spearman_p(&a, &b, &rho, &rough, arena));
  } else if (statistic != PST_ENCLOSE_PEARSON) {
    pst_bounds_kendall(&a, &b, &bounds);
    require_no_narrower(round, &a, &b, &bounds, arena);
    rough = (struct pst_enclosure){.low = bounds.low, .high = bounds.high};
    if (p)
      assert_int_equal(pst_bounds_kendall_p(&a, &b, &bounds, statistic == PST_ENCLOSE_MANN_KENDALL,
                                            &rough, arena, &error),
                       PST_OK);
  }
  for (int i = 0; i < 25; i++) {
    double value;

    complete(drawn, x, y);
    value = known(statistic, p, x, y, drawn->n);
    require_within(names[statistic], round, &range, value);
    if (statistic != PST_ENCLOSE_PEARSON)
      require_within(names[statistic], -round, &rough, value);
  }
}

static void completions_lie_within(void **state)
{
  (void)state;
  for (int round = 1; round <= 400; round++) {
    const enum pst_enclosed statistic = (enum pst_enclosed)(round % 4);
    const bool large = round % 40 < 4;
    struct pst_arena arena = PST_ARENA_EMPTY;
    struct pst_exact exact = {.arena = &arena};
    struct drawn drawn;

    draw(&exact, large ? 12 + below(N_MOST - 11) : 2 + below(6), 3 + below(large ? 60 : 6),
         below(4), &drawn);
    hold_completions(statistic, false, round, &drawn, &arena);
    if (!large || statistic == PST_ENCLOSE_MANN_KENDALL || statistic == PST_ENCLOSE_PEARSON)
      hold_completions(statistic, true, round, &drawn, &arena);
    pst_arena_free(&arena);
  }
}

/* Where orders are few, both ends are those of some completion. */
static void few_orders_are_tight(void **state)
{
  int tight = 0, all = 0;

  (void)state;
  for (int round = 1; round <= 150; round++) {
    const enum pst_enclosed statistic = (enum pst_enclosed)(round % 3);
    struct pst_arena arena = PST_ARENA_EMPTY;
    struct pst_exact exact = {.arena = &arena};
    struct pst_enclosure range, seen = {.low = 2, .high = -2};
    double x[N_MOST], y[N_MOST];
    struct pst_error error;
    struct drawn drawn;

    draw(&exact, 4, 4, 1, &drawn);
    pst_error_clear(&error);
    if (pst_enclose(statistic, false, &(struct pst_enclose_box){4, drawn.x, drawn.y}, &range,
                    &arena, &error)
        == PST_OK) {
      for (int i = 0; i < 3000; i++) {
        double value;

        complete(&drawn, x, y);
        value = known(statistic, false, x, y, 4);
        seen.low = isnan(value) ? seen.low : fmin(seen.low, value);
        seen.high = isnan(value) ? seen.high : fmax(seen.high, value);
      }
      all++;
      tight += fabs(seen.low - range.low) < 1e-9 && fabs(seen.high - range.high) < 1e-9;
    }
    pst_arena_free(&arena);
  }
  assert_true(all > 120);
  assert_true(tight > all * 9 / 10);
}

/* Sixty figures that rise, printed so coarsely that their orders are many: the sign is known all the
   same, and that it is no chance. */
static void coarse_figures_still_decide(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_exact exact = {.arena = &arena};
  struct pst_range x[60], y[60];
  const struct pst_enclose_box box = {60, x, y};
  struct pst_enclosure range;
  struct pst_error error;

  (void)state;
  pst_error_clear(&error);
  for (int i = 0; i < 60; i++) {
    x[i] = pst_range_point(pst_rational_whole(1960 + i));
    y[i] = range_of(&exact, 2 * (i / 4) - 1, 2);
  }
  assert_int_equal(pst_enclose(PST_ENCLOSE_KENDALL, false, &box, &range, &arena, &error), PST_OK);
  assert_true(range.low > 0.85 && range.high == 1);
  assert_int_equal(pst_enclose(PST_ENCLOSE_SPEARMAN, false, &box, &range, &arena, &error), PST_OK);
  assert_true(range.low > 0.85 && range.high == 1);
  assert_int_equal(pst_enclose(PST_ENCLOSE_PEARSON, false, &box, &range, &arena, &error), PST_OK);
  assert_true(range.low > 0.95);
  assert_int_equal(pst_enclose(PST_ENCLOSE_MANN_KENDALL, true, &box, &range, &arena, &error),
                   PST_OK);
  assert_true(range.high < 1e-10);
  assert_int_equal(pst_enclose(PST_ENCLOSE_PEARSON, true, &box, &range, &arena, &error), PST_OK);
  assert_true(range.high < 1e-10);
  pst_arena_free(&arena);
}

/* Bounds without an end leave everything open, and what is known exactly is known. */
static void ends(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_range x[4], y[4];
  const struct pst_enclose_box box = {4, x, y};
  struct pst_enclosure range;
  struct pst_error error;

  (void)state;
  pst_error_clear(&error);
  for (int i = 0; i < 4; i++) {
    x[i] = pst_range_point(pst_rational_whole(i));
    y[i] = pst_range_all();
  }
  for (int statistic = 0; statistic < 4; statistic++) {
    assert_int_equal(pst_enclose((enum pst_enclosed)statistic, false, &box, &range, &arena, &error),
                     PST_OK);
    assert_close(range.low, -1, 0, 1e-12);
    assert_close(range.high, 1, 0, 1e-12);
  }
  for (int i = 0; i < 4; i++)
    y[i] = pst_range_point(pst_rational_whole(i * i));
  assert_int_equal(pst_enclose(PST_ENCLOSE_KENDALL, true, &box, &range, &arena, &error), PST_OK);
  assert_close(range.low, 1.0 / 12, 1e-14, 0);
  assert_close(range.high, 1.0 / 12, 1e-14, 0);
  for (int i = 0; i < 4; i++)
    y[i] = x[0];
  assert_int_equal(pst_enclose(PST_ENCLOSE_KENDALL, false, &box, &range, &arena, &error),
                   PST_UNDEFINED);
  assert_string_equal(error.message, "one of the two series is constant");
  pst_arena_free(&arena);
}

/* Figures printed to whole numbers that rise with their row, and every eleventh beside it. */
static void many_rows_are_bounded(void **state)
{
  enum { ROWS = 20000 };
  struct pst_arena arena = PST_ARENA_EMPTY, scratch = PST_ARENA_EMPTY;
  struct pst_exact exact = {.arena = &arena};
  struct pst_range *x = pst_arena_array(&arena, ROWS, sizeof *x);
  struct pst_range *y = pst_arena_array(&arena, ROWS, sizeof *y);
  const struct pst_enclose_box box = {ROWS, x, y};
  struct pst_enclosure range;
  struct pst_error error;

  (void)state;
  pst_error_clear(&error);
  for (int i = 0; i < ROWS; i++) {
    x[i] = range_of(&exact, 2 * (i / 3) - 1, 2);
    y[i] = range_of(&exact, 2 * (i % 11 == 0 ? below(ROWS) : i) - 1, 2);
  }
  for (int statistic = 0; statistic < 4; statistic++) {
    assert_int_equal(
        pst_enclose((enum pst_enclosed)statistic, false, &box, &range, &scratch, &error), PST_OK);
    if (range.low < 0.7 || range.high > 0.95 || range.low > range.high)
      fail_msg("%s of many rows: [%.12g, %.12g]", names[statistic], range.low, range.high);
    assert_int_equal(
        pst_enclose((enum pst_enclosed)statistic, true, &box, &range, &scratch, &error), PST_OK);
    if (range.high > 1e-20)
      fail_msg("p of %s of many rows: [%.12g, %.12g]", names[statistic], range.low, range.high);
  }
  pst_arena_free(&arena);
  pst_arena_free(&scratch);
}

/* The exact p of ranks with many ties, whose orders are too many to try. */
static void exact_p_of_ties_is_bounded(void **state)
{
  const struct pst_enclosure near_0 = {.low = -0.05, .high = 0.05},
                             near_1 = {.low = 0.9, .high = 1};
  struct pst_enclosure p;

  (void)state;
  pst_bounds_spearman_moments(30, 2000, 2000, &near_0, &p);
  assert_true(p.low > 0.1 && p.high == 1);
  pst_bounds_spearman_moments(30, 2000, 2000, &near_1, &p);
  assert_true(p.low == 0 && p.high < 0.02);
  pst_bounds_spearman_moments(3, 1, 1, &near_1, &p);
  assert_true(p.low == 0 && p.high < 1);
  pst_bounds_spearman_moments(30, 0, 2000, &near_0, &p);
  assert_true(p.low == 0 && p.high == 1);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(completions_lie_within),      cmocka_unit_test(few_orders_are_tight),
      cmocka_unit_test(coarse_figures_still_decide), cmocka_unit_test(many_rows_are_bounded),
      cmocka_unit_test(exact_p_of_ties_is_bounded),  cmocka_unit_test(ends),
  };

  return cmocka_run_group_tests_name("claim_enclose", tests, NULL, NULL);
}
