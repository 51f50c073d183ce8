/* test_figure_ends.c -- names of lines, areas and bars that end before the figure does; stacked negative parts. */
#include "check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "figure/figure.h"

#define NONE ((double)NAN)

static const double years[] = {2000, 2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009};
enum { N = 10 };

static const char *write(struct pst_buffer *script, const struct pst_figure *figure)
{
  struct pst_error error = {.status = PST_OK};

  pst_buffer_clear(script);
  assert_int_equal(pst_figure_write(figure, script, &error), PST_OK);
  return pst_buffer_string(script);
}

static void assert_text(const char *script, const char *piece, bool there)
{
  if ((strstr(script, piece) != NULL) != there)
    fail_msg("the script %s\n%s\nin\n%s", there ? "has no" : "has", piece, script);
}

/* Where TEXT begins, as a part of the page's width. */
static double left_of(const char *script, const char *text)
{
  double left = -1;
  const char *at = strstr(script, text);

  assert_non_null(at);
  assert_int_equal(sscanf(at + strlen(text), " at screen %lf", &left), 1);
  return left;
}

static void a_line_that_ends_has_its_name_beside_it(void **state)
{
  static const double whole[N] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  static const double part[N] = {9, 9, 9, 9, 9, NONE, NONE, NONE, NONE, NONE};
  struct pst_figure_series series[] = {{.name = "whole", .n = N, .x = years, .y = whole},
                                       {.name = "part", .n = N, .x = years, .y = part}};
  struct pst_figure figure = {
      .kind = PST_FIGURE_LINES, .x_year = true, .series = series, .n_series = 2};
  struct pst_buffer script = {.data = NULL};
  const char *text = write(&script, &figure);

  (void)state;
  assert_true(left_of(text, "'whole'") > 0.85);
  assert_true(left_of(text, "'part'") < 0.6);
  assert_text(text, "(to 2004)", false);
  assert_text(text, "lt 25", false); /* no leader crosses the plot */
  assert_text(text, " back fs solid noborder fc rgb '#FFFFFF'\nset label 'part'",
              true); /* nor the grid the name */
  pst_buffer_free(&script);
}

/* Lines on all sides leave no place: the name stands in the margin, and says when its line ends. */
static void a_line_without_room_says_when_it_ends(void **state)
{
  double values[38][N];
  struct pst_figure_series series[38];
  struct pst_figure figure = {.kind = PST_FIGURE_LINES,
                              .x_year = true,
                              .panels = PST_FIGURE_PANELS_NEVER,
                              .series = series,
                              .n_series = 38,
                              .height = 300};
  struct pst_buffer script = {.data = NULL};
  const char *text;

  (void)state;
  for (int i = 0; i < 38; i++) {
    for (int k = 0; k < N; k++)
      values[i][k] = i == 15 && k > 6 ? NONE : i;
    series[i] = (struct pst_figure_series){
        .name = i == 15 ? "early" : "x", .n = N, .x = years, .y = values[i]};
  }
  text = write(&script, &figure);
  assert_text(text, "'early (to 2006)'", true);
  assert_true(left_of(text, "'early (to 2006)'") > 0.75);
  pst_buffer_free(&script);
}

static void an_area_that_ends_has_its_name_in_it(void **state)
{
  static const double all[N] = {5, 5, 5, 5, 5, 5, 5, 5, 5, 5};
  static const double part[N] = {5, 5, 5, 5, 5, 5, NONE, NONE, NONE, NONE};
  static const double thin[N] = {.01, .01, .01, .01, .01, .01, NONE, NONE, NONE, NONE};
  struct pst_figure_series series[] = {{.name = "all", .n = N, .x = years, .y = all},
                                       {.name = "part", .n = N, .x = years, .y = part}};
  struct pst_figure figure = {
      .kind = PST_FIGURE_AREAS, .x_year = true, .series = series, .n_series = 2};
  struct pst_buffer script = {.data = NULL};

  (void)state;
  assert_true(left_of(write(&script, &figure), "'part'") < 0.6);
  series[1].y = thin;
  assert_text(write(&script, &figure), "'part (to 2005)'", true);
  figure.kind = PST_FIGURE_BARS;
  series[1].y = part;
  assert_text(write(&script, &figure), "'part (to 2005)'", true);
  pst_buffer_free(&script);
}

static void negative_parts_are_bars_below_the_line(void **state)
{
  static const double x[] = {1, 2};
  static const double a[] = {3, -2}, b[] = {-1, -4}, c[] = {2, 5};
  struct pst_figure_series series[] = {{.name = "a", .n = 2, .x = x, .y = a},
                                       {.name = "b", .n = 2, .x = x, .y = b},
                                       {.name = "c", .n = 2, .x = x, .y = c}};
  struct pst_figure figure = {.kind = PST_FIGURE_BARS, .series = series, .n_series = 3};
  struct pst_buffer script = {.data = NULL};
  const char *text = write(&script, &figure);

  (void)state;
  assert_text(text, "$s1 << EOD\n1 0 3 0.6 1.4\n2 0 -2 1.6 2.4\nEOD\n", true);
  assert_text(text, "$s2 << EOD\n1 0 -1 0.6 1.4\n2 -2 -6 1.6 2.4\nEOD\n", true);
  assert_text(text, "$s3 << EOD\n1 3 5 0.6 1.4\n2 0 5 1.6 2.4\nEOD\n", true);
  assert_text(text, "Negative parts stand below 0.", true);
  pst_buffer_free(&script);
}

/* "23 others" are grey; the figure has no colour to spare for them. */
static void the_rest_is_grey(void **state)
{
  static const double x[] = {1, 2}, y[] = {1, 2};
  struct pst_figure_series series[] = {{.name = "a", .n = 2, .x = x, .y = y},
                                       {.name = "2 others", .n = 2, .x = x, .y = y, .rest = true}};
  struct pst_figure figure = {.kind = PST_FIGURE_BARS, .series = series, .n_series = 2};
  struct pst_buffer script = {.data = NULL};
  const char *text = write(&script, &figure);

  (void)state;
  assert_text(text, "$s1 using 1:2:4:5:2:3 with boxxyerror fs solid 1 border lt 24 lw 1.5 fc lt 1",
              true);
  assert_text(text, "$s2 using 1:2:4:5:2:3 with boxxyerror fs solid 1 border lt 24 lw 1.5 fc lt 9",
              true);
  pst_buffer_free(&script);
}

/* An asterisk is explained where there are some. */
static void marks_are_explained_where_values_stand(void **state)
{
  static const char *names[40];
  static double cells[1600];
  static bool marked[1600];
  struct pst_figure figure = {.kind = PST_FIGURE_HEATMAP,
                              .rows = 3,
                              .columns = 3,
                              .row_names = names,
                              .column_names = names,
                              .cells = cells,
                              .marked = marked,
                              .mark_note = "* p < 0.05."};
  struct pst_buffer script = {.data = NULL};

  (void)state;
  for (int i = 0; i < 40; i++)
    names[i] = "name";
  marked[1] = true;
  assert_text(write(&script, &figure), "'0.00*'", true);
  assert_text(write(&script, &figure), "* p < 0.05.", true);
  figure.rows = figure.columns = 40;
  assert_text(write(&script, &figure), "'0.00*'", false);
  assert_text(write(&script, &figure), "* p < 0.05.", false);
  pst_buffer_free(&script);
}

static void a_long_name_is_written_whole(void **state)
{
  static const double x[] = {1, 2}, y[] = {1, 2};
  struct pst_figure_series series = {
      .name = "International Bank for Reconstruction and Development and its predecessors",
      .n = 2,
      .x = x,
      .y = y};
  struct pst_figure figure = {.kind = PST_FIGURE_LINES, .series = &series, .n_series = 1};
  struct pst_buffer script = {.data = NULL};
  const char *text = write(&script, &figure);

  (void)state;
  assert_text(text, "predecessors'", true);
  assert_text(text, "\xE2\x80\xA6", false);
  pst_buffer_free(&script);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_line_that_ends_has_its_name_beside_it),
      cmocka_unit_test(a_line_without_room_says_when_it_ends),
      cmocka_unit_test(an_area_that_ends_has_its_name_in_it),
      cmocka_unit_test(negative_parts_are_bars_below_the_line),
      cmocka_unit_test(the_rest_is_grey),
      cmocka_unit_test(marks_are_explained_where_values_stand),
      cmocka_unit_test(a_long_name_is_written_whole),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
