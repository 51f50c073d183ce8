/* test_indicator -- row indicators: by the calendar, growth, shares. */
#include "row_table.h"

#include "stats/indicator/growth.h"
#include "stats/indicator/position.h"
#include "stats/indicator/share.h"

/* --- the calendar ------------------------------------------------------------------------------ */

static void a_gap_is_a_gap(void **state)
{
  static const size_t entity[] = {0, 0, 0, 1};
  static const long time[] = {2003, 2000, 2001, 2002};
  static const double value[] = {75, 50, 60, 9};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 4);
  set_points(&t, value);
  pst_lag(&t.index, 1, t.from);
  pst_growth(t.cell, t.from, t.n, t.out);
  assert_none(&t.out[0], PST_ROW_BASE_ABSENT);
  assert_none(&t.out[1], PST_ROW_BASE_ABSENT);
  assert_point(&t.out[2], 0.2);
  assert_none(&t.out[3], PST_ROW_BASE_ABSENT);
  pst_lag(&t.index, 2, t.from);
  pst_growth(t.cell, t.from, t.n, t.out);
  assert_point(&t.out[0], 0.25);
  close_table(&t);
}

static void lags_at_the_ends_of_time(void **state)
{
  static const size_t entity[] = {0, 0};
  static const long time[] = {LONG_MIN + 1, LONG_MAX};
  static const long to[] = {PST_LAG_NEVER, LONG_MIN + 1};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 2);
  t.from[0] = t.from[1] = 7;
  pst_lag(&t.index, 5, t.from);
  assert_true(t.from[0] == PST_PANEL_NONE && t.from[1] == PST_PANEL_NONE);
  t.from[0] = t.from[1] = 7;
  pst_lag(&t.index, -5, t.from);
  assert_true(t.from[0] == PST_PANEL_NONE && t.from[1] == PST_PANEL_NONE);
  pst_lag_to(&t.index, to, t.from);
  assert_true(t.from[0] == PST_PANEL_NONE);
  assert_int_equal(t.from[1], 0);
  close_table(&t);
}

static void a_repeated_key_is_an_error(void **state)
{
  static const size_t entity[] = {3, 1, 3};
  static const long time[] = {2000, 2000, 2000};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_panel panel = {.n = 3, .entity = entity, .time = time};
  struct pst_panel_index index;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_panel_build(&panel, &index, &arena, &error), PST_BAD_DATA);
  assert_int_equal(index.repeat[0], 0);
  assert_int_equal(index.repeat[1], 2);
  assert_string_equal(error.message, "rows 1 and 3 have the same entity and time");
  pst_arena_free(&arena);
}

/* Of the first group with one, the row that is first to repeat another, whatever the numbers of the entities. */
static void the_first_repeat_is_told(void **state)
{
  static const size_t group[] = {1, 0, 0, 0, 0, 0, 0, 1}, entity[] = {5, 2, 9, 9, 2, 9, 1, 5};
  static const long time[] = {0, 0, 0, 0, 0, 0, 0, 0};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_panel panel = {.n = 8, .group = group, .entity = entity, .time = time};
  struct pst_panel_index index;

  (void)state;
  assert_int_equal(pst_panel_build(&panel, &index, &arena, NULL), PST_BAD_DATA);
  assert_int_equal(index.repeat[0], 2);
  assert_int_equal(index.repeat[1], 3);
  pst_arena_free(&arena);
}

static void no_rows(void **state)
{
  struct table t;

  (void)state;
  open_table(&t, NULL, NULL, 0);
  assert_int_equal(t.index.slices.count, 0);
  assert_int_equal(pst_share(&t.index.slices, t.cell, false, t.out, &t.arena, NULL), PST_OK);
  assert_int_equal(pst_position(&t.index.slices, t.cell, PST_POSITION_Z, 0, t.out, &t.arena, NULL),
                   PST_OK);
  close_table(&t);
}

/* --- growth and its kin ------------------------------------------------------------------------ */

static void growth_needs_a_positive_base(void **state)
{
  static const size_t entity[] = {0, 0, 1, 1, 2, 2, 3, 3};
  static const long time[] = {1, 2, 1, 2, 1, 2, 1, 2};
  static const double value[] = {-10, -5, 5, -2.5, 0, 1, NAN, 4};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 8);
  set_points(&t, value);
  pst_lag(&t.index, 1, t.from);
  pst_growth(t.cell, t.from, t.n, t.out);
  assert_none(&t.out[1], PST_ROW_BASE_NOT_POSITIVE);
  assert_point(&t.out[3], -1.5);
  assert_none(&t.out[5], PST_ROW_BASE_NOT_POSITIVE);
  assert_none(&t.out[6], PST_ROW_EMPTY);
  assert_none(&t.out[7], PST_ROW_BASE_EMPTY);
  pst_log_growth(t.cell, t.from, t.n, t.out);
  assert_none(&t.out[3], PST_ROW_NOT_POSITIVE);
  pst_difference(t.cell, t.from, t.n, t.out);
  assert_point(&t.out[1], 5);
  close_table(&t);
}

static void growth_of_bounds(void **state)
{
  static const size_t entity[] = {0, 0};
  static const long time[] = {1, 2};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 2);
  pst_lag(&t.index, 1, t.from);
  t.cell[0] = between(10, 20);
  t.cell[1] = more_than(30);
  pst_growth(t.cell, t.from, t.n, t.out);
  assert_bounds(&t.out[1], 0.5, true, INFINITY, true);
  pst_log_growth(t.cell, t.from, t.n, t.out);
  assert_bounds(&t.out[1], log(1.5), true, INFINITY, true);
  pst_annual_growth(t.cell, t.from, t.n, 1, t.out);
  assert_close(t.out[1].bounds.low, 0.5, 1e-14, 0);
  pst_difference(t.cell, t.from, t.n, t.out);
  assert_bounds(&t.out[1], 10, true, INFINITY, true);
  t.cell[0] = between(0, 20);
  pst_growth(t.cell, t.from, t.n, t.out);
  assert_none(&t.out[1], PST_ROW_BASE_NOT_POSITIVE);
  close_table(&t);
}

static void annual_growth_is_a_root(void **state)
{
  static const size_t entity[] = {0, 0};
  static const long time[] = {2000, 2002};
  static const double value[] = {50, 75};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 2);
  set_points(&t, value);
  pst_lag(&t.index, 2, t.from);
  pst_annual_growth(t.cell, t.from, t.n, 2, t.out);
  assert_point(&t.out[1], sqrt(1.5) - 1);
  close_table(&t);
}

/* --- shares ------------------------------------------------------------------------------------ */

static void shares_of_points(void **state)
{
  static const size_t entity[] = {0, 1, 2, 0, 1};
  static const long time[] = {2018, 2018, 2018, 2019, 2019};
  static const double value[] = {40, 20, 15, 33, NAN};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 5);
  set_points(&t, value);
  assert_int_equal(pst_share(&t.index.slices, t.cell, false, t.out, &t.arena, NULL), PST_OK);
  assert_point(&t.out[0], 40.0 / 75);
  assert_none(&t.out[3], PST_ROW_TOTAL_PARTIAL);
  assert_none(&t.out[4], PST_ROW_EMPTY);
  assert_int_equal(pst_share(&t.index.slices, t.cell, true, t.out, &t.arena, NULL), PST_OK);
  assert_point(&t.out[3], 1);
  assert_none(&t.out[4], PST_ROW_EMPTY);
  close_table(&t);
}

static void a_share_of_nothing_and_of_debts(void **state)
{
  static const size_t entity[] = {0, 1, 0, 1};
  static const long time[] = {1, 1, 2, 2};
  static const double value[] = {5, -5, -6, -18};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 4);
  set_points(&t, value);
  assert_int_equal(pst_share(&t.index.slices, t.cell, false, t.out, &t.arena, NULL), PST_OK);
  assert_none(&t.out[0], PST_ROW_TOTAL_ZERO);
  assert_point(&t.out[2], 0.25);
  assert_true(pst_share_is_odd(&t.cell[2]));
  assert_false(pst_share_is_odd(&t.cell[0]));
  close_table(&t);
}

static void shares_of_bounds(void **state)
{
  static const size_t entity[] = {0, 1, 2};
  static const long time[] = {1, 1, 1};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 3);
  t.cell[0] = more_than(10);
  t.cell[1] = pst_bounds_point(30);
  t.cell[2] = pst_bounds_point(60);
  assert_int_equal(pst_share(&t.index.slices, t.cell, false, t.out, &t.arena, NULL), PST_OK);
  assert_bounds(&t.out[0], 0.1, true, 1, true);
  assert_bounds(&t.out[1], 0, true, 0.3, true);
  assert_bounds(&t.out[2], 0, true, 0.6, true);
  t.cell[1] = between(0, 30);
  t.cell[2] = pst_bounds_point(0);
  assert_int_equal(pst_share(&t.index.slices, t.cell, false, t.out, &t.arena, NULL), PST_OK);
  assert_bounds(&t.out[0], 0.25, true, 1, false);
  assert_bounds(&t.out[1], 0, false, 0.75, true);
  t.cell[0] = between(0, 1);
  assert_int_equal(pst_share(&t.index.slices, t.cell, false, t.out, &t.arena, NULL), PST_OK);
  assert_none(&t.out[0], PST_ROW_TOTAL_ZERO);
  close_table(&t);
}

/* A part of all, of nothing, and of more than any number: whether the end is reached is told. */
static void shares_at_their_ends(void **state)
{
  const struct pst_bounds three = pst_bounds_point(3), five = pst_bounds_point(5);
  const struct pst_bounds up_to_three = between(0, 3), above_zero = {0, 3, true, false};
  const struct pst_bounds at_least_five = {5, INFINITY, false, true}, nothing = pst_bounds_point(0);
  struct pst_row_value out;

  (void)state;
  out = pst_share_of(&five, &up_to_three);
  assert_bounds(&out, 0.625, false, 1, false);
  out = pst_share_of(&five, &above_zero);
  assert_bounds(&out, 0.625, false, 1, true);
  out = pst_share_of(&at_least_five, &three);
  assert_bounds(&out, 0.625, false, 1, true);
  out = pst_share_of(&three, &at_least_five);
  assert_bounds(&out, 0, true, 0.375, false);
  out = pst_share_of(&up_to_three, &five);
  assert_bounds(&out, 0, false, 0.375, false);
  out = pst_share_of(&above_zero, &five);
  assert_bounds(&out, 0, true, 0.375, false);
  out = pst_share_of(&at_least_five, &nothing);
  assert_bounds(&out, 1, false, 1, false);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_gap_is_a_gap),
      cmocka_unit_test(lags_at_the_ends_of_time),
      cmocka_unit_test(a_repeated_key_is_an_error),
      cmocka_unit_test(the_first_repeat_is_told),
      cmocka_unit_test(no_rows),
      cmocka_unit_test(growth_needs_a_positive_base),
      cmocka_unit_test(growth_of_bounds),
      cmocka_unit_test(annual_growth_is_a_root),
      cmocka_unit_test(shares_of_points),
      cmocka_unit_test(a_share_of_nothing_and_of_debts),
      cmocka_unit_test(shares_of_bounds),
      cmocka_unit_test(shares_at_their_ends),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
