#include "check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "figure/figure.h"
#include "figure/page/script.h"

static struct pst_buffer script_of(const struct pst_figure *figure)
{
  struct pst_buffer script = {.data = NULL};
  struct pst_error error = {.status = PST_OK};

  assert_int_equal(pst_figure_write(figure, &script, &error), PST_OK);
  return script;
}

static void assert_has(const struct pst_buffer *script, const char *piece)
{
  if (strstr(pst_buffer_string(script), piece) == NULL)
    fail_msg("the script has no\n%s\nin\n%s", piece, pst_buffer_string(script));
}

static void text_is_quoted_so_that_it_stays_literal(void **state)
{
  struct pst_buffer out = {.data = NULL};

  (void)state;
  pst_script_text(&out, "it's `x` \"q\" 5% a\nb\tc \\");
  assert_string_equal(out.data, "'it'.\"\\047\".'s '.\"\\140\".'x'.\"\\140\".' \"q\" 5% a b c \\'");
  pst_buffer_clear(&out);
  pst_script_tick_text(&out, "5% '\xC3\xA9\xE9");
  assert_string_equal(out.data, "'5%% '.\"\\047\".'\xC3\xA9\xEF\xBF\xBD'");
  pst_buffer_clear(&out);
  pst_script_text(&out, NULL);
  assert_string_equal(out.data, "''");
  pst_buffer_clear(&out);
  pst_script_row(&out, (const double[]){0.1, (double)NAN, -2e300}, 3);
  assert_string_equal(out.data, "0.1 NaN -2e+300\n");
  pst_buffer_free(&out);
}

static void gaps_break_the_line(void **state)
{
  static const double x[] = {2000, 2001, 2002, 2003, 2006, 2007};
  double y[] = {1, 2, (double)NAN, 4, 5, 6};
  struct pst_figure_series series = {.name = "a", .n = 6, .x = x, .y = y};
  struct pst_figure figure = {
      .kind = PST_FIGURE_LINES, .x_year = true, .series = &series, .n_series = 1};
  struct pst_buffer script = script_of(&figure);

  (void)state;
  assert_has(&script, "$s1 << EOD\n2000 1\n2001 2\n\n2003 4\n\n2006 5\n2007 6\nEOD\n");
  pst_buffer_free(&script);
  figure.gap = (double)INFINITY;
  script = script_of(&figure);
  assert_has(&script, "$s1 << EOD\n2000 1\n2001 2\n\n2003 4\n2006 5\n2007 6\nEOD\n");
  pst_buffer_free(&script);
}

static void intervals_are_bars_and_arrows(void **state)
{
  static const double x[] = {1, 2, 3};
  double y[] = {10, (double)NAN, (double)NAN}, low[] = {9, 8, 12};
  double high[] = {11, 8.5, (double)INFINITY};
  struct pst_figure_series series = {
      .name = "a", .n = 3, .x = x, .y = y, .y_low = low, .y_high = high};
  struct pst_figure figure = {.kind = PST_FIGURE_LINES, .series = &series, .n_series = 1};
  struct pst_buffer script = script_of(&figure);

  (void)state;
  assert_has(&script, "$s1 << EOD\n1 10\nEOD\n$s1_bars << EOD\n1 9 2\n2 8 0.5\nEOD\n");
  assert_has(&script, "$s1_arrows << EOD\n3 12 ");
  assert_has(&script, "plot $s1_bars using 1:2:(0):3 with vectors nohead");
  pst_buffer_free(&script);
}

static void fits_and_bands_are_drawn_when_given(void **state)
{
  static const double x[] = {1, 2, 3}, y[] = {1, 2, 4}, fit[] = {0.8, 2.3, 3.8};
  static const double low[] = {0.5, 2, 3.5}, high[] = {1.1, 2.6, 4.1};
  struct pst_figure_series series = {
      .name = "a", .n = 3, .x = x, .y = y, .fit_n = 3, .fit_x = x, .fit_y = fit};
  struct pst_figure figure = {.kind = PST_FIGURE_LINES, .series = &series, .n_series = 1};
  struct pst_buffer script = script_of(&figure);

  (void)state;
  assert_has(&script, "$s1_fit << EOD\n1 0.8\n2 2.3\n3 3.8\nEOD\n");
  assert_null(strstr(script.data, "filledcurves"));
  pst_buffer_free(&script);
  series.fit_low = low;
  series.fit_high = high;
  script = script_of(&figure);
  assert_has(&script, "$s1_fit << EOD\n1 0.8 0.5 1.1\n");
  assert_has(&script, "plot $s1_fit using 1:3:4 with filledcurves");
  pst_buffer_free(&script);
}

static void many_series_become_panels(void **state)
{
  static const double x[] = {2000, 2001}, y[] = {1, 2};
  struct pst_figure_series series[9];
  struct pst_figure figure = {.kind = PST_FIGURE_LINES, .series = series, .n_series = 9};
  struct pst_buffer script;

  (void)state;
  for (int i = 0; i < 9; i++)
    series[i] = (struct pst_figure_series){.name = "a", .n = 2, .x = x, .y = y};
  script = script_of(&figure);
  assert_has(&script, "set multiplot\n");
  pst_buffer_free(&script);
  figure.panels = PST_FIGURE_PANELS_NEVER;
  script = script_of(&figure);
  assert_null(strstr(script.data, "multiplot"));
  pst_buffer_free(&script);
}

static void panels_are_wide_enough_for_their_names(void **state)
{
  enum { N = 30 };
  static const double x[] = {2000, 2001}, y[] = {1, 2};
  struct pst_figure_series series[N];
  struct pst_figure figure = {.kind = PST_FIGURE_LINES, .series = series, .n_series = N};
  struct pst_buffer script;
  char names[N][32];

  (void)state;
  for (int i = 0; i < N; i++) {
    snprintf(names[i], sizeof names[i], "Country number %d", i);
    series[i] = (struct pst_figure_series){.name = names[i], .n = 2, .x = x, .y = y};
  }
  script = script_of(&figure);
  for (int i = 0; i < N; i++)
    assert_has(&script, names[i]);
  pst_buffer_free(&script);
}

static void ranks_beyond_the_last_known_are_apart(void **state)
{
  static const double x[] = {1, 2, 3};
  double y[] = {3, (double)NAN, 10}, low[] = {(double)NAN, 11, 9};
  double high[] = {(double)NAN, (double)INFINITY, 10};
  struct pst_figure_series series = {
      .name = "a", .n = 3, .x = x, .y = y, .y_low = low, .y_high = high};
  struct pst_figure figure = {.kind = PST_FIGURE_BUMP, .series = &series, .n_series = 1};
  struct pst_buffer script = script_of(&figure);

  (void)state;
  assert_has(&script, "$s1 << EOD\n1 3\n\n3 10\nEOD\n$s1_bars << EOD\n3 9 1\nEOD\n");
  assert_has(&script, "$s1_beyond << EOD\n2 11\nEOD\n");
  assert_has(&script, "$s1_steps << EOD\n1 3\n2 11\n\n2 11\n3 10\n\nEOD\n");
  assert_has(&script, "set yrange [11.5:0.5]\n");
  assert_has(&script, "'10' 10, '>10' 11)");
  pst_buffer_free(&script);
}

static void slope_values_stand_at_both_sides(void **state)
{
  static const double x[] = {1, 2}, y[] = {20.4, 28.5};
  static const char *const printed[] = {"20.40", NULL};
  static const struct pst_figure_tick ticks[] = {{1, "2001-2003"}, {2, "2021-2023"}};
  struct pst_figure_series series = {.name = "Japan", .n = 2, .x = x, .y = y};
  struct pst_figure figure = {
      .kind = PST_FIGURE_SLOPE, .x_ticks = ticks, .n_x_ticks = 2, .series = &series, .n_series = 1};
  struct pst_buffer script = script_of(&figure);

  (void)state;
  assert_has(&script, "set label 'Japan  20.4' at screen ");
  assert_has(&script, "set label '28.5  Japan' at screen ");
  assert_has(&script, "set xtics ('2001-2003' 1, '2021-2023' 2)\n");
  pst_buffer_free(&script);
  series.labels = printed;
  script = script_of(&figure);
  assert_has(&script, "set label 'Japan  20.40' at screen ");
  assert_has(&script, "set label '28.5  Japan' at screen ");
  pst_buffer_free(&script);
}

static void values_a_log_axis_cannot_show_are_counted(void **state)
{
  static const double x[] = {1, 2, 3, 4}, y[] = {0, 10, -5, 100};
  struct pst_figure_series series = {.name = "a", .n = 4, .x = x, .y = y};
  struct pst_figure figure = {
      .kind = PST_FIGURE_LINES, .log_y = true, .series = &series, .n_series = 1};
  struct pst_buffer script = script_of(&figure);

  (void)state;
  assert_has(&script, "'2 values that are not positive are left out.'");
  assert_has(&script, "set logscale y\n");
  pst_buffer_free(&script);
}

static void labels_without_room_are_counted(void **state)
{
  static const char *labels[50];
  static double x[50], y[50];
  struct pst_figure_series series = {.n = 50, .x = x, .y = y, .labels = labels};
  struct pst_figure figure = {.kind = PST_FIGURE_SCATTER, .series = &series, .n_series = 1};
  struct pst_buffer script;

  (void)state;
  for (int i = 0; i < 50; i++) {
    labels[i] = "a country of many words";
    x[i] = i % 7 + (i == 49 ? 300 : 0);
    y[i] = i / 7;
  }
  script = script_of(&figure);
  assert_has(&script, " of 50 labels are left out for want of room.'");
  pst_buffer_free(&script);
}

/* Full squares leave out the null value, open ones do not; an open end is an arrow. */
static void forests_part_full_from_open(void **state)
{
  static const double y[] = {2, 1, 3, (double)NAN}, low[] = {1, -1, 1, (double)NAN},
                      high[] = {3, 3, (double)INFINITY, (double)NAN};
  static const char *const labels[] = {"a", "b", "c", "d"}, *const texts[] = {"0.01", "0.5", "",
                                                                              ""};
  struct pst_figure_series series = {
      .n = 4, .y = y, .y_low = low, .y_high = high, .labels = labels, .texts = texts};
  struct pst_figure figure = {
      .kind = PST_FIGURE_FOREST, .series = &series, .n_series = 1, .text_header = "p (Holm)"};
  struct pst_buffer script = script_of(&figure);

  (void)state;
  assert_has(&script, "$full << EOD\n2 0.5\n3 2.5\nEOD\n$open << EOD\n1 1.5\nEOD\n");
  assert_has(&script, "$bars << EOD\n1 0.5 2\n-1 1.5 4\nEOD\n$arrows << EOD\n1 2.5 ");
  assert_has(&script, "'2.00 [1.00, 3.00]'");
  assert_has(&script, "'3.00 [1.00, ∞]'");
  assert_has(&script, "'no value'");
  assert_has(&script, "'p (Holm)'");
  assert_has(&script, "Full squares: the interval leaves out 0; open ones: it does not.");
  pst_buffer_free(&script);
}

/* The middle of three answers lies about 0; of two, 0 is between them. */
static void scales_stand_about_their_middle(void **state)
{
  static const double three[] = {20, 30, 50, 0, 100, 0}, two[] = {25, 75};
  static const char *const rows[] = {"x", "y"}, *const answers[] = {"no", "neither", "yes"};
  struct pst_figure figure = {.kind = PST_FIGURE_LIKERT,
                              .rows = 2,
                              .columns = 3,
                              .row_names = rows,
                              .column_names = answers,
                              .cells = three};
  struct pst_buffer script = script_of(&figure);

  (void)state;
  assert_has(&script, "$cells << EOD\n-35 -15 0.125 0.875 -1\n-15 15 0.125 0.875 0\n"
                      "15 65 0.125 0.875 1\n-50 50 1.125 1.875 0\nEOD\n");
  pst_buffer_free(&script);
  figure.rows = 1;
  figure.columns = 2;
  figure.cells = two;
  script = script_of(&figure);
  assert_has(&script, "$cells << EOD\n-25 0 0.125 0.875 -1\n0 75 0.125 0.875 1\nEOD\n");
  pst_buffer_free(&script);
}

/* A series that alone lacks a value does not taper to nothing and back: all are parted, its time is a narrow bar of the
   others. */
static void a_part_without_a_value_parts_areas(void **state)
{
  static const double x[] = {2000, 2001, 2002, 2003, 2004};
  const double low[] = {3, 2, 4, 1, 1}, high[] = {1, 5, (double)NAN, 6, 6};
  const struct pst_figure_series series[] = {{.name = "a", .n = 5, .x = x, .y = low},
                                             {.name = "b", .n = 5, .x = x, .y = high}};
  const struct pst_figure figure = {
      .kind = PST_FIGURE_AREAS, .x_year = true, .series = series, .n_series = 2};
  struct pst_buffer script = script_of(&figure);

  (void)state;
  assert_has(
      &script,
      "$s1 << EOD\n2000 0 3\n2001 0 2\n\n2001.8 0 4\n2002.2 0 4\n\n2003 0 1\n2004 0 1\nEOD\n");
  assert_has(
      &script,
      "$s2 << EOD\n2000 3 4\n2001 2 7\n\n2001.8 4 4\n2002.2 4 4\n\n2003 1 7\n2004 1 7\nEOD\n");
  assert_has(&script, "Open where a series begins, ends or has no value.");
  pst_buffer_free(&script);
}

/* 3 + 1 and 2 + 5: the first series is the lowest; 2002 is a gap, in 2003 the second adds nothing. */
/* A time between two that have no value is a narrow bar; a long step is open. */
static void shares_are_stacked(void **state)
{
  static const double x[] = {2000, 2001, 2002, 2003};
  const double gap = (double)NAN, low[] = {3, 2, gap, 4}, high[] = {1, 5, gap, gap};
  const struct pst_figure_series series[] = {{.name = "a", .n = 4, .x = x, .y = low},
                                             {.name = "b", .n = 4, .x = x, .y = high}};
  static const double far[] = {2000, 2001, 2002, 2007, 2008}, all[] = {3, 2, 1, 5, 6};
  static const struct pst_figure_series apart[] = {{.name = "a", .n = 5, .x = far, .y = all}};
  struct pst_figure figure = {
      .kind = PST_FIGURE_AREAS, .x_year = true, .series = series, .n_series = 2};
  struct pst_buffer script = script_of(&figure);

  (void)state;
  assert_has(&script, "$s1 << EOD\n2000 0 3\n2001 0 2\n\n2002.8 0 4\n2003.2 0 4\nEOD\n");
  assert_has(&script, "$s2 << EOD\n2000 3 4\n2001 2 7\n\n2002.8 4 4\n2003.2 4 4\nEOD\n");
  pst_buffer_free(&script);
  figure.series = apart;
  figure.n_series = 1;
  script = script_of(&figure);
  assert_has(&script, "$s1 << EOD\n2000 0 3\n2001 0 2\n2002 0 1\n\n2007 0 5\n2008 0 6\nEOD\n");
  pst_buffer_free(&script);
  figure.series = series;
  figure.n_series = 2;
  figure.kind = PST_FIGURE_BARS;
  script = script_of(&figure);
  assert_has(&script, "$s2 << EOD\n2000 3 4 1999.6 2000.4\n");
  pst_buffer_free(&script);
}

static void negative_parts_are_counted(void **state)
{
  static const double x[] = {1, 2}, y[] = {3, -1};
  static const char *const labels[] = {"p", "q"};
  const struct pst_figure_series series[] = {
      {.name = "a", .n = 2, .x = x, .y = y, .labels = labels}};
  static const enum pst_figure_kind kinds[] = {PST_FIGURE_AREAS, PST_FIGURE_ROWS};

  (void)state;
  for (size_t k = 0; k < 2; k++) {
    const struct pst_figure figure = {.kind = kinds[k], .series = series, .n_series = 1};
    struct pst_buffer script = script_of(&figure);

    assert_has(&script, "1 negative value cannot be stacked and is left out.");
    pst_buffer_free(&script);
  }
}

/* Each part begins where the one before ends; the sum stands at the right. */
static void parts_stand_in_a_row(void **state)
{
  static const double a[] = {10, 4}, b[] = {2.5, 0};
  static const char *const labels[] = {"first", "second"};
  const struct pst_figure_series series[] = {
      {.name = "a", .n = 2, .x = a, .y = a, .labels = labels},
      {.name = "b", .n = 2, .x = b, .y = b, .labels = labels}};
  const struct pst_figure figure = {.kind = PST_FIGURE_ROWS, .series = series, .n_series = 2};
  struct pst_buffer script = script_of(&figure);

  (void)state;
  assert_has(&script, "$s1 << EOD\n0 0.5 0 10 0.15 0.85\n0 1.5 0 4 1.15 1.85\nEOD\n");
  assert_has(&script, "$s2 << EOD\n10 0.5 10 12.5 0.15 0.85\nEOD\n");
  assert_has(&script, "'12.5'");
  pst_buffer_free(&script);
}

static void lorenz_curves_go_from_nothing_to_all(void **state)
{
  static const double x[] = {0, 0.5, 1}, y[] = {0, 0.25, 1};
  const struct pst_figure_series series = {.name = "a", .n = 3, .x = x, .y = y};
  const struct pst_figure figure = {.kind = PST_FIGURE_LORENZ, .series = &series, .n_series = 1};
  struct pst_buffer script = script_of(&figure);

  (void)state;
  assert_has(&script, "$s1 << EOD\n0 0\n0.5 0.25\n1 1\nEOD\n");
  pst_buffer_free(&script);
}

static void nothing_to_draw_is_undefined(void **state)
{
  double x[] = {1}, y[] = {(double)NAN};
  struct pst_figure_series series = {.name = "a", .n = 1, .x = x, .y = y};
  struct pst_buffer script = {.data = NULL};

  (void)state;
  for (int kind = PST_FIGURE_LINES; kind < PST_FIGURE_KINDS; kind++)
    for (size_t n = 0; n < 2; n++) {
      struct pst_figure figure = {
          .kind = (enum pst_figure_kind)kind, .series = &series, .n_series = n};
      struct pst_error error = {.status = PST_OK};

      assert_int_equal(pst_figure_write(&figure, &script, &error), PST_UNDEFINED);
      assert_string_equal(error.message, "nothing to draw: the figure has no value that is known");
      assert_int_equal(script.size, 0);
    }
  pst_buffer_free(&script);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(text_is_quoted_so_that_it_stays_literal),
      cmocka_unit_test(gaps_break_the_line),
      cmocka_unit_test(intervals_are_bars_and_arrows),
      cmocka_unit_test(fits_and_bands_are_drawn_when_given),
      cmocka_unit_test(many_series_become_panels),
      cmocka_unit_test(panels_are_wide_enough_for_their_names),
      cmocka_unit_test(ranks_beyond_the_last_known_are_apart),
      cmocka_unit_test(slope_values_stand_at_both_sides),
      cmocka_unit_test(values_a_log_axis_cannot_show_are_counted),
      cmocka_unit_test(labels_without_room_are_counted),
      cmocka_unit_test(forests_part_full_from_open),
      cmocka_unit_test(scales_stand_about_their_middle),
      cmocka_unit_test(shares_are_stacked),
      cmocka_unit_test(a_part_without_a_value_parts_areas),
      cmocka_unit_test(negative_parts_are_counted),
      cmocka_unit_test(parts_stand_in_a_row),
      cmocka_unit_test(lorenz_curves_go_from_nothing_to_all),
      cmocka_unit_test(nothing_to_draw_is_undefined),
  };

  return cmocka_run_group_tests_name("figure", tests, NULL, NULL);
}
