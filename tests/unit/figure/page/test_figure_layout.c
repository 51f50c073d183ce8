#include "check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/page/axis.h"
#include "figure/page/measure.h"
#include "figure/page/period.h"
#include "figure/page/place.h"
#include "figure/kind/spread.h"

static unsigned long seed = 20240607;

static double uniform(void)
{
  seed = seed * 6364136223846793005UL + 1442695040888963407UL;
  return (double)(seed >> 40) / (double)(1UL << 24);
}

/* Where the beginnings of two are the same, their ends tell them apart. */
static void text_is_measured_shortened_and_wrapped(void **state)
{
  static const char *const names[] = {"HHHHHHHH 1", "HHHHHHHH 2", "HHH", "MMMMMMMM"};
  static const char *const apart[] = {"HHHHH\xE2\x80\xA6"
                                      "1",
                                      "HHHHH\xE2\x80\xA6"
                                      "2",
                                      "HHH", "MMMMM\xE2\x80\xA6"};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_text rest = pst_text_of("  one two  threefour ");

  (void)state;
  assert_close(pst_measure("HH", 10), 15, 1e-12, 0);
  assert_close(pst_measure("\xE6\x97\xA5", 10), 10.4, 1e-12, 0);
  assert_close(pst_measure(NULL, 10), 0, 0, 0);
  assert_string_equal(pst_measure_shorten(&arena, "short", 10, 100), "short");
  assert_string_equal(pst_measure_shorten(&arena, "HHHHHHHH", 10, 35), "HHH\xE2\x80\xA6");
  for (size_t i = 0; i < 4; i++)
    assert_string_equal(pst_measure_apart(&arena, names, 4, i, 10, 60), apart[i]);
  assert_true(pst_text_is(pst_measure_line(&rest, 10, 45), "one two"));
  assert_true(pst_text_is(pst_measure_line(&rest, 10, 35), "threef"));
  assert_true(pst_text_is(pst_measure_line(&rest, 10, 35), "our"));
  assert_int_equal(rest.size, 0);
  assert_int_equal(pst_measure_lines("\xE6\x97\xA5\xE6\x9C\xAC", 10, 1), 2);
  assert_int_equal(pst_measure_lines(NULL, 10, 100), 0);
  pst_arena_free(&arena);
}

static void spread_keeps_distance_and_order(void **state)
{
  (void)state;
  for (int round = 0; round < 500; round++) {
    struct pst_arena arena = PST_ARENA_EMPTY;
    double wish[20], at[20];
    size_t n = 1 + (size_t)(uniform() * 20);

    for (size_t i = 0; i < n; i++)
      at[i] = wish[i] = floor(uniform() * 40) * 10;
    assert_int_equal(pst_spread(&arena, at, NULL, n, 15, 0, 400), PST_OK);
    for (size_t i = 0; i < n; i++) {
      assert_true(at[i] >= -1e-9 && at[i] <= 400 + 1e-9);
      for (size_t k = 0; k < n; k++)
        if (wish[k] > wish[i] || (wish[k] == wish[i] && k > i))
          assert_true(at[k] - at[i] >= 15 - 1e-9);
    }
    pst_arena_free(&arena);
  }
}

static void spread_moves_as_little_as_it_can(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  double two[] = {100, 100}, apart[] = {50, 10}, many[] = {0, 0, 0, 0, 0};

  (void)state;
  assert_int_equal(pst_spread(&arena, two, NULL, 2, 15, 0, 400), PST_OK);
  assert_close(two[0], 92.5, 1e-12, 0);
  assert_close(two[1], 107.5, 1e-12, 0);
  assert_int_equal(pst_spread(&arena, apart, NULL, 2, 15, 0, 400), PST_OK);
  assert_close(apart[0], 50, 1e-12, 0);
  assert_int_equal(pst_spread(&arena, many, NULL, 5, 15, 0, 40), PST_OK);
  assert_close(many[4], 40, 1e-12, 0);
  assert_int_equal(pst_spread(&arena, NULL, NULL, 0, 15, 0, 40), PST_OK);
  pst_arena_free(&arena);
}

/* Two lines and one: half of both lie between their middles. */
static void spread_gives_long_labels_their_lines(void **state)
{
  static const size_t lines[] = {1, 2, 1};
  struct pst_arena arena = PST_ARENA_EMPTY;
  double at[] = {100, 100, 300}, many[] = {0, 0, 0};

  (void)state;
  assert_int_equal(pst_spread(&arena, at, lines, 3, 10, 0, 400), PST_OK);
  assert_close(at[0], 92.5, 1e-12, 0);
  assert_close(at[1], 107.5, 1e-12, 0);
  assert_close(at[2], 300, 1e-12, 0);
  assert_int_equal(pst_spread(&arena, many, lines, 3, 10, 0, 15), PST_OK);
  assert_close(many[1], 7.5, 1e-12, 0);
  assert_close(many[2], 15, 1e-12, 0);
  pst_arena_free(&arena);
}

static void an_equation_stays_on_one_line(void **state)
{
  struct pst_text rest = pst_text_of("n = 65 p < 0.001 95 % aa = b");

  (void)state;
  assert_true(pst_text_is(pst_measure_line(&rest, 10, pst_measure("n = 65 p <", 10)), "n = 65"));
  assert_true(
      pst_text_is(pst_measure_line(&rest, 10, pst_measure("p < 0.001 95 ", 10)), "p < 0.001"));
  assert_true(pst_text_is(pst_measure_line(&rest, 10, pst_measure("95 % aa", 10)), "95 %"));
  assert_true(pst_text_is(pst_measure_line(&rest, 10, pst_measure("aa = ", 10)), "aa ="));
  assert_true(pst_text_is(pst_measure_line(&rest, 10, 100), "b"));
}

static void powers_of_ten_are_written_out(void **state)
{
  char text[PST_AXIS_TEXT];

  (void)state;
  assert_string_equal(pst_axis_digits(text, 3.5e-9, 3), "3.5 × 10⁻⁹");
  assert_string_equal(pst_axis_digits(text, -1.25e300, 3), "−1.25 × 10³⁰⁰");
  assert_string_equal(pst_axis_digits(text, 4e15, 3), "4 × 10¹⁵");
  assert_string_equal(pst_axis_digits(text, 1234567.8, 8), "1,234,567.8");
  assert_string_equal(pst_axis_digits(text, 0.001234, 2), "0.0012");
}

static void a_place_has_the_name_of_its_period(void **state)
{
  static const struct pst_figure_tick periods[] = {{2011, "2011-Q1"}, {2011.25, "2011-Q2"}};
  static const struct pst_figure_tick ticks[] = {{2012, "later"}};
  struct pst_figure figure = {.periods = periods, .n_periods = 2, .x_ticks = ticks, .n_x_ticks = 1};
  struct pst_arena arena = PST_ARENA_EMPTY;

  (void)state;
  assert_string_equal(pst_period_text(&arena, &figure, 2011.25), "2011-Q2");
  assert_string_equal(pst_period_text(&arena, &figure, 2012), "later");
  assert_string_equal(pst_period_text(&arena, &figure, 2013), "2,013");
  figure.x_year = true;
  assert_string_equal(pst_period_text(&arena, &figure, 2013), "2013");
  pst_arena_free(&arena);
}

static void a_label_keeps_away_from_points_of_others(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_place_label labels[] = {{.x = 100, .y = 100, .width = 40}, {.x = 150, .y = 100}};

  (void)state;
  assert_int_equal(pst_place(&arena, labels, 2, 0, 400, 0, 400), PST_OK);
  assert_true(labels[0].placed);
  assert_close(labels[0].left, 54, 0, 0); /* to the left: to the right it ends at the other point */
  assert_close(labels[0].middle, 100, 0, 0);
  pst_arena_free(&arena);
}

static void a_label_beside_a_line_goes_farther(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_place_label labels[41] = {{.x = 200, .y = 100, .width = 40}};

  (void)state;
  for (int i = 1; i <= 40; i++) /* a level line above the point, the page's end below */
    labels[i] = (struct pst_place_label){.x = 10.0 * i, .y = 93.5, .line = true};
  assert_int_equal(pst_place(&arena, labels, 41, 0, 400, 0, 104), PST_OK);
  assert_true(labels[0].placed);
  assert_close(labels[0].middle, 83.5, 0, 0);
  assert_int_equal(pst_place(&arena, labels, 41, 0, 400, 88, 104), PST_OK);
  assert_false(labels[0].placed); /* rather none than one that the line strikes through */
  pst_arena_free(&arena);
}

static void placed_labels_never_overlap(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_place_label labels[60];
  size_t placed = 0;

  (void)state;
  for (size_t i = 0; i < 60; i++)
    labels[i] = (struct pst_place_label){.x = uniform() * 400,
                                         .y = uniform() * 200,
                                         .width = 40 + uniform() * 40,
                                         .priority = uniform()};
  assert_int_equal(pst_place(&arena, labels, 60, 0, 400, 0, 200), PST_OK);
  for (size_t i = 0; i < 60; i++) {
    placed += labels[i].placed;
    for (size_t k = 0; labels[i].placed && k < i; k++)
      assert_true(!labels[k].placed || fabs(labels[i].middle - labels[k].middle) >= 12
                  || labels[i].left >= labels[k].left + labels[k].width
                  || labels[k].left >= labels[i].left + labels[i].width);
  }
  assert_true(placed > 5);
  pst_arena_free(&arena);
}

static struct pst_axis axis_of(double low, double high, bool log, bool year)
{
  struct pst_axis axis;

  pst_axis_start(&axis, log, year);
  pst_axis_add(&axis, low);
  pst_axis_add(&axis, high);
  return axis;
}

static void ticks_are_round_and_readable(void **state)
{
  struct pst_axis money = axis_of(212, 58000, false, false);
  struct pst_axis years = axis_of(1960, 2024, false, true);
  struct pst_axis large = axis_of(1e6, 4.1e6, false, false);
  struct pst_axis logs = axis_of(900, 70000, true, false);

  (void)state;
  pst_axis_tick_up(&money, 5, true);
  assert_string_equal(money.ticks[0].text, "0");
  assert_string_equal(money.ticks[1].text, "20,000");
  pst_axis_tick_up(&years, 7, false);
  assert_string_equal(years.ticks[0].text, "1960");
  assert_string_equal(years.ticks[6].text, "2020");
  assert_close(years.high, 2024, 0, 0);
  pst_axis_tick_up(&large, 5, true);
  assert_string_equal(large.ticks[1].text, "1 million");
  pst_axis_tick_up(&logs, 5, true);
  assert_string_equal(logs.ticks[0].text, "1,000");
  assert_string_equal(logs.ticks[1].text, "2,000");
}

/* An end goes to the next tick, unless more than 55 hundredths of a step would be empty: then 3 of
   the range are left free. */
static void ends_go_to_near_ticks(void **state)
{
  static const struct {
    double low, high, to_low, to_high;
  } rows[] = {
      {205.5, 250, 200, 250}, {205.75, 250, 205.75 - 0.03 * 44.25, 250},
      {200, 244.5, 200, 250}, {200, 244.25, 200, 244.25 + 0.03 * 44.25},
      {210, 250, 210, 250},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_axis axis = axis_of(rows[i].low, rows[i].high, false, false);

    pst_axis_tick_up(&axis, 5, true);
    assert_close(axis.ticks[1].at - axis.ticks[0].at, 10, 0, 0);
    assert_close(axis.low, rows[i].to_low, 1e-15, 0);
    assert_close(axis.high, rows[i].to_high, 1e-15, 0);
  }
}

/* Whatever the data, an axis has ticks, they lie in its range and differ in text. */
static void any_range_has_ticks(void **state)
{
  static const double ends[][2] = {{5, 5},
                                   {0, 0},
                                   {-3, 7},
                                   {1e-11, 3e-11},
                                   {1e12, 9e12},
                                   {1e9, 1e9 + 1},
                                   {1, 1 + 1e-7},
                                   {-8, -7.5},
                                   {0.1, 0.30000000000000004},
                                   {1e200, 5e200},
                                   {-1e290, 1e290},
                                   {1e-300, 1e-299},
                                   {5e-324, 5e-324},
                                   {5e-324, 1.5e-323},
                                   {-1e-320, 1e-310},
                                   {0, 2e-308}};

  (void)state;
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    for (int log = 0; log < 2; log++) {
      struct pst_axis axis = axis_of(ends[i][0], ends[i][1], log == 1, false);

      if (pst_axis_empty(&axis))
        continue;
      pst_axis_tick_up(&axis, 5, true);
      assert_true(axis.low < axis.high);
      assert_true(axis.n_ticks >= 2);
      for (size_t t = 0; t < axis.n_ticks; t++) {
        assert_null(strstr(axis.ticks[t].text, "nan"));
        assert_null(strstr(axis.ticks[t].text, "inf"));
        assert_true(axis.ticks[t].at >= axis.low - 1e-9 * fabs(axis.low));
        assert_true(axis.ticks[t].at <= axis.high + 1e-9 * fabs(axis.high));
        assert_true(t == 0 || strcmp(axis.ticks[t].text, axis.ticks[t - 1].text) != 0);
      }
    }
}

static void numbers_are_written_for_people(void **state)
{
  char text[PST_AXIS_TEXT];

  (void)state;
  assert_string_equal(pst_axis_number(text, 1234567.25, 1), "1,234,567.2");
  assert_string_equal(pst_axis_number(text, -0.04, 1), "0.0");
  assert_string_equal(pst_axis_number(text, -1234, 0), "\xE2\x88\x92"
                                                       "1,234");
  assert_string_equal(pst_axis_number(text, 999, 0), "999");
  assert_string_equal(pst_axis_number(text, 0.125, -1), "0.125");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(text_is_measured_shortened_and_wrapped),
      cmocka_unit_test(spread_keeps_distance_and_order),
      cmocka_unit_test(spread_moves_as_little_as_it_can),
      cmocka_unit_test(spread_gives_long_labels_their_lines),
      cmocka_unit_test(an_equation_stays_on_one_line),
      cmocka_unit_test(powers_of_ten_are_written_out),
      cmocka_unit_test(a_place_has_the_name_of_its_period),
      cmocka_unit_test(a_label_keeps_away_from_points_of_others),
      cmocka_unit_test(a_label_beside_a_line_goes_farther),
      cmocka_unit_test(placed_labels_never_overlap),
      cmocka_unit_test(ticks_are_round_and_readable),
      cmocka_unit_test(ends_go_to_near_ticks),
      cmocka_unit_test(any_range_has_ticks),
      cmocka_unit_test(numbers_are_written_for_people),
  };

  return cmocka_run_group_tests_name("figure_layout", tests, NULL, NULL);
}
