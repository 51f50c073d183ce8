/* test_indicator_kinds -- contributions, index numbers, windows, sums, ratios, positions. */
#include "row_table.h"

#include "stats/indicator/contribution.h"
#include "stats/indicator/cumulative.h"
#include "stats/indicator/index_number.h"
#include "stats/indicator/position.h"
#include "stats/indicator/ratio.h"
#include "stats/indicator/total.h"
#include "stats/indicator/window.h"

static void contributions_add_up(void **state)
{
  static const size_t entity[] = {0, 1, 2, 0, 1, 2, 3};
  static const long time[] = {0, 0, 0, 1, 1, 1, 1};
  static const double value[] = {600, 300, 100, 630, 315, 85, 10};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 7);
  set_points(&t, value);
  assert_int_equal(pst_contribution(&t.index, t.cell, 1, false, t.out, &t.arena, NULL), PST_OK);
  assert_point(&t.out[3], 3);
  assert_point(&t.out[4], 1.5);
  assert_point(&t.out[5], -1.5);
  assert_none(&t.out[6], PST_ROW_BASE_ABSENT);
  assert_none(&t.out[0], PST_ROW_BASE_ABSENT);
  assert_int_equal(pst_contribution(&t.index, t.cell, 1, true, t.out, &t.arena, NULL), PST_OK);
  assert_point(&t.out[6], 1);
  assert_int_equal(pst_total_growth(&t.index, t.cell, 1, t.out, &t.arena, NULL), PST_OK);
  assert_none(&t.out[0], PST_ROW_BASE_ABSENT);
  assert_point(&t.out[1], 4);
  close_table(&t);
}

static void a_base_of_several_years(void **state)
{
  static const size_t entity[] = {0, 0, 0, 0, 0, 1, 1};
  static const long time[] = {2000, 2001, 2002, 2003, 2004, 2001, 2004};
  static const double value[] = {40, 44, 52, 57.2, 60.8, NAN, 7};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 7);
  set_points(&t, value);
  pst_index_number(&t.index, t.cell, 2001, 2003, false, t.out);
  assert_point(&t.out[3], 100 * 57.2 / ((44 + 52 + 57.2) / 3));
  assert_none(&t.out[6], PST_ROW_BASE_EMPTY);
  pst_index_number(&t.index, t.cell, 2001, 2003, true, t.out);
  assert_none(&t.out[6], PST_ROW_BASE_EMPTY);
  pst_index_number(&t.index, t.cell, 2010, 2010, false, t.out);
  assert_none(&t.out[0], PST_ROW_BASE_ABSENT);
  close_table(&t);
}

/* The base itself is 100, whatever it is. */
static void a_bounded_base_is_100(void **state)
{
  static const size_t entity[] = {0, 0};
  static const long time[] = {2000, 2001};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 2);
  t.cell[0] = more_than(10);
  t.cell[1] = pst_bounds_point(20);
  pst_index_number(&t.index, t.cell, 2000, 2000, false, t.out);
  assert_bounds(&t.out[0], 100, false, 100, false);
  assert_bounds(&t.out[1], 0, true, 200, true);
  pst_ratio_to_entity(&t.index, t.cell, 0, t.out);
  assert_point(&t.out[0], 1);
  close_table(&t);
}

static void windows(void **state)
{
  static const size_t entity[] = {0, 0, 0, 0, 0, 0};
  static const long time[] = {0, 1, 2, 3, 4, 6};
  static const double value[] = {3, 5, 10, 6, 1, 8};
  struct pst_moving_window window = {.width = 4};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 6);
  set_points(&t, value);
  assert_int_equal(pst_moving_window(&t.index, t.cell, &window, t.out, NULL), PST_OK);
  assert_point(&t.out[2], (1.5 + 5 + 10 + 6 + 0.5) / 4);
  assert_none(&t.out[1], PST_ROW_WINDOW);
  window.trailing = true;
  assert_int_equal(pst_moving_window(&t.index, t.cell, &window, t.out, NULL), PST_OK);
  assert_point(&t.out[3], 6);
  assert_none(&t.out[5], PST_ROW_WINDOW);
  window = (struct pst_moving_window){.width = 3, .trailing = true, .at_least = 2};
  assert_int_equal(pst_moving_window(&t.index, t.cell, &window, t.out, NULL), PST_OK);
  assert_point(&t.out[5], 4.5);
  assert_none(&t.out[0], PST_ROW_WINDOW);
  window = (struct pst_moving_window){.width = 2, .trailing = true, .sum = true};
  assert_int_equal(pst_moving_window(&t.index, t.cell, &window, t.out, NULL), PST_OK);
  assert_point(&t.out[4], 7);
  window = (struct pst_moving_window){.width = 2, .at_least = 1};
  assert_int_equal(pst_moving_window(&t.index, t.cell, &window, t.out, NULL), PST_USAGE);
  window = (struct pst_moving_window){.width = 0};
  assert_int_equal(pst_moving_window(&t.index, t.cell, &window, t.out, NULL), PST_USAGE);
  close_table(&t);
}

static void running_sums(void **state)
{
  static const size_t entity[] = {0, 0, 0, 1};
  static const long time[] = {2, 0, 1, 0};
  static const double value[] = {4, 1e16, NAN, 7};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 4);
  set_points(&t, value);
  pst_cumulative(&t.index, t.cell, false, t.out);
  assert_none(&t.out[0], PST_ROW_BROKEN);
  assert_point(&t.out[1], 1e16);
  assert_none(&t.out[2], PST_ROW_EMPTY);
  assert_point(&t.out[3], 7);
  pst_cumulative(&t.index, t.cell, true, t.out);
  assert_point(&t.out[0], 1e16 + 4);
  close_table(&t);
}

static void ratios_and_prices(void **state)
{
  static const size_t entity[] = {0, 0, 1};
  static const long time[] = {2000, 2010, 2000};
  static const double value[] = {10250, 15050, 4970};
  const struct pst_bounds prices[] = {pst_bounds_point(78.08), pst_bounds_point(96.11),
                                      pst_bounds_point(0)};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 3);
  set_points(&t, value);
  pst_deflate(&t.index, t.cell, prices, 2010, t.out);
  assert_point(&t.out[0], 10250 * 96.11 / 78.08);
  assert_point(&t.out[1], 15050);
  assert_none(&t.out[2], PST_ROW_BASE_ABSENT);
  pst_ratio_to_column(t.cell, prices, t.n, t.out);
  assert_none(&t.out[2], PST_ROW_OTHER_ZERO);
  assert_point(&t.out[0], 10250 / 78.08);
  pst_ratio_to_entity(&t.index, t.cell, 1, t.out);
  assert_none(&t.out[1], PST_ROW_OTHER_ABSENT);
  assert_point(&t.out[0], 10250.0 / 4970);
  close_table(&t);
}

static void positions(void **state)
{
  static const size_t partition[] = {0, 0, 0, 0, 0, 0, 0, 0, 9};
  static const double value[] = {12, 7, 12, 3, 25, 12, NAN, 30, 4};
  static const double tiles[] = {1, 1, 2, 1, 3, 2, 0, 3};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_bounds cell[9];
  struct pst_row_value out[9];
  struct pst_slices slices;

  (void)state;
  for (int i = 0; i < 9; i++)
    cell[i] = pst_bounds_point(value[i]);
  assert_int_equal(pst_slices_of(partition, 9, &slices, &arena, NULL), PST_OK);
  pst_position(&slices, cell, PST_POSITION_PERCENT_RANK, 0, out, &arena, NULL);
  assert_point(&out[0], 2.0 / 6);
  assert_point(&out[8], 0);
  pst_position(&slices, cell, PST_POSITION_CUME_DIST, 0, out, &arena, NULL);
  assert_point(&out[0], 5.0 / 7);
  pst_position(&slices, cell, PST_POSITION_RANK, 0, out, &arena, NULL);
  assert_point(&out[5], 3);
  pst_position(&slices, cell, PST_POSITION_Z, 0, out, &arena, NULL);
  assert_close(out[0].bounds.low, -0.25189562352733486, 1e-14, 0);
  assert_none(&out[8], PST_ROW_CONSTANT);
  pst_position(&slices, cell, PST_POSITION_Z_POPULATION, 0, out, &arena, NULL);
  assert_close(out[0].bounds.low, -0.27207836985740397, 1e-14, 0);
  pst_position(&slices, cell, PST_POSITION_NTILE, 3, out, &arena, NULL);
  for (int i = 0; i < 8; i++)
    if (tiles[i] > 0)
      assert_point(&out[i], tiles[i]);
  assert_none(&out[6], PST_ROW_EMPTY);
  assert_int_equal(pst_position(&slices, cell, PST_POSITION_NTILE, 0, out, &arena, NULL),
                   PST_USAGE);
  cell[1] = between(5, 9);
  pst_position(&slices, cell, PST_POSITION_Z, 0, out, &arena, NULL);
  assert_none(&out[0], PST_ROW_BOUNDED);
  pst_arena_free(&arena);
}

/* Of ten in four tiles the first two hold three, the others two. */
static void longer_tiles_come_first(void **state)
{
  static const size_t partition[10] = {0};
  static const double tiles[] = {1, 1, 1, 2, 2, 2, 3, 3, 4, 4};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_bounds cell[10];
  struct pst_row_value out[10];
  struct pst_slices slices;

  (void)state;
  for (int i = 0; i < 10; i++)
    cell[i] = pst_bounds_point(i);
  assert_int_equal(pst_slices_of(partition, 10, &slices, &arena, NULL), PST_OK);
  assert_int_equal(pst_position(&slices, cell, PST_POSITION_NTILE, 4, out, &arena, NULL), PST_OK);
  for (int i = 0; i < 10; i++)
    assert_point(&out[i], tiles[i]);
  pst_arena_free(&arena);
}

/* An end that is not reached decides a rank. */
static void open_ends_rank(void **state)
{
  static const size_t partition[] = {0, 0};
  struct pst_bounds cell[] = {{10, INFINITY, true, true}, {10, 10, false, false}};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_row_value out[2];
  struct pst_slices slices;

  (void)state;
  assert_int_equal(pst_slices_of(partition, 2, &slices, &arena, NULL), PST_OK);
  pst_position(&slices, cell, PST_POSITION_RANK, 0, out, &arena, NULL);
  assert_point(&out[0], 1);
  assert_point(&out[1], 2);
  cell[0].low_open = false;
  pst_position(&slices, cell, PST_POSITION_RANK, 0, out, &arena, NULL);
  assert_point(&out[0], 1);
  assert_bounds(&out[1], 1, false, 2, false);
  pst_arena_free(&arena);
}

/* 1e16 + 1 - 1e16: the rest of a total keeps what a double would lose. */
static void the_rest_of_a_total(void **state)
{
  struct pst_total total = {.points = true};
  struct pst_bounds parts[] = {{1e16, 1e16, false, false}, {1, 2, true, false}}, rest, all;

  (void)state;
  assert_false(pst_total_bounds(&total, &all));
  pst_total_add(&total, &parts[0]);
  pst_total_add(&total, &parts[1]);
  rest = pst_total_without(&total, &parts[0]);
  assert_true(rest.low == 1 && rest.high == 2 && rest.low_open && !rest.high_open);
  assert_true(pst_total_bounds(&total, &all));
  assert_true(all.low <= 1e16 && all.high >= 1e16 + 2);
}

/* In doubles 0.25 + 0.1 - 0.35 is 2.8e-17; a third is no decimal, and its sum stays as it is. */
static void a_total_of_decimals(void **state)
{
  struct pst_total total = {.points = true}, thirds = {.points = true};
  struct pst_bounds parts[] = {{0.15, 0.25, false, false},
                               {0.05, 0.1, false, false},
                               {-0.45, -0.35, false, false}},
                    all;

  (void)state;
  for (int i = 0; i < 3; i++)
    pst_total_add(&total, &parts[i]);
  assert_true(pst_total_bounds(&total, &all));
  assert_true(all.low == -0.25 && all.high == 0);
  for (int i = 0; i < 3; i++) {
    struct pst_bounds third = pst_bounds_point(i < 2 ? 1.0 / 3 : -2.0 / 3);

    pst_total_add(&thirds, &third);
  }
  assert_true(pst_total_bounds(&thirds, &all));
  assert_true(all.low == 1.0 / 3 + 1.0 / 3 - 2.0 / 3);
}

/* The value that is the mean has no distance from it: 0.011 of 0.010, 0.011, 0.012. */
static void no_distance(void **state)
{
  static const size_t partition[] = {0, 0, 0};
  struct pst_bounds cell[] = {
      {0.010, 0.010, false, false}, {0.011, 0.011, false, false}, {0.012, 0.012, false, false}};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_row_value out[3];
  struct pst_slices slices;

  (void)state;
  assert_int_equal(pst_slices_of(partition, 3, &slices, &arena, NULL), PST_OK);
  pst_position(&slices, cell, PST_POSITION_Z, 0, out, &arena, NULL);
  assert_true(out[1].bounds.low == 0);
  assert_close(out[0].bounds.low, -1, 1e-12, 0);
  pst_arena_free(&arena);
}

static void every_reason_has_a_text(void **state)
{
  (void)state;
  assert_null(pst_row_reason_text(PST_ROW_GIVEN));
  for (int reason = PST_ROW_EMPTY; reason <= PST_ROW_TOO_LARGE; reason++)
    assert_non_null(pst_row_reason_text((enum pst_row_reason)reason));
  assert_int_equal(pst_row_given(pst_bounds_point(INFINITY)).reason, PST_ROW_TOO_LARGE);
  assert_int_equal(pst_row_scale(pst_row_none(PST_ROW_EMPTY), 100).reason, PST_ROW_EMPTY);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(contributions_add_up),
      cmocka_unit_test(a_base_of_several_years),
      cmocka_unit_test(a_bounded_base_is_100),
      cmocka_unit_test(windows),
      cmocka_unit_test(running_sums),
      cmocka_unit_test(ratios_and_prices),
      cmocka_unit_test(positions),
      cmocka_unit_test(longer_tiles_come_first),
      cmocka_unit_test(open_ends_rank),
      cmocka_unit_test(the_rest_of_a_total),
      cmocka_unit_test(a_total_of_decimals),
      cmocka_unit_test(no_distance),
      cmocka_unit_test(every_reason_has_a_text),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
