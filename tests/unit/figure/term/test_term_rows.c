/* Figures of characters with a row a label: tracks, bars, small bars of series, matrices; by the rules of figure.h and
   drawing.h. */
#include "check.h"

#include <math.h>

#include "figure/term/term.h"

#define NONE ((double)NAN)
#define INF ((double)INFINITY)

/* FIGURE in WIDTH columns, between its head and its foot. */
static void draws(const struct pst_figure *figure, size_t width, const char *want)
{
  struct pst_buffer got = {.data = NULL};
  struct pst_error error = {.status = PST_OK};

  if (pst_term_draw(figure, width, &got, &error) != PST_OK)
    pst_buffer_puts(&got, error.message);
  assert_string_equal(pst_buffer_string(&got), want);
  pst_buffer_free(&got);
}

static const double tens[] = {0, 10, 20};

/* --- tracks -------------------------------------------------------------------------------------- */

static void tracks(void **state)
{
  static const double y[] = {0, 10, 20, NONE}, low[] = {NONE, 5, -INF, 2},
                      high[] = {NONE, 15, 20, INF};
  static const char *const labels[] = {"a", "bb", "open", "c"};
  struct pst_figure_series s = {.n = 4, .y = y, .y_low = low, .y_high = high, .labels = labels};
  struct pst_figure figure = {.kind = PST_FIGURE_DOTS,
                              .series = &s,
                              .n_series = 1,
                              .title = "T",
                              .x_label = "units",
                              .note = "n.",
                              .source = "s"};

  (void)state;
  draws(&figure, 60,
        "T\n"
        "\n"
        "a    ●                                                     0\n"
        "bb   ┊         ├──────────●─────────┤             10 [5, 15]\n"
        "open ◀────────────────────────────────────────●  20 [−∞, 20]\n"
        "c    ┊   ├────────────────────────────────────▶           ≥2\n"
        "     0         5         10        15        20\n"
        "     units\n"
        "\n"
        "n.\n"
        "Source: s\n");
}

static void forest(void **state)
{
  static const double y[] = {1.5, 0.5}, low[] = {1.2, 0.25}, high[] = {2, 1};
  static const char *const labels[] = {"up", "down"}, *const texts[] = {"0.01", NULL};
  struct pst_figure_series s = {
      .n = 2, .y = y, .y_low = low, .y_high = high, .labels = labels, .texts = texts};
  struct pst_figure figure = {
      .kind = PST_FIGURE_FOREST, .series = &s, .n_series = 1, .null = 1, .text_header = "p"};

  (void)state;
  draws(&figure, 60,
        "\n"
        "                                                           p\n"
        "up                  ┊ ├────●──────┤  1.50 [1.20, 2.00]  0.01\n"
        "down     ├──●───────┤                0.50 [0.25, 1.00]\n"
        "     0     0.5     1.0    1.5    2.0\n"
        "\n");
}

/* Rows of one label stand together, with the names of their series. */
static void several_series(void **state)
{
  static const char *const first[] = {"a", "b"}, *const second[] = {"c", "b"},
                           *const third[] = {"c", "a"};
  struct pst_figure_series s[] = {{.name = "one", .n = 2, .y = tens, .labels = first},
                                  {.name = "two", .n = 2, .y = tens, .labels = second},
                                  {.name = "", .n = 2, .y = tens + 1, .labels = third}};
  struct pst_figure figure = {.kind = PST_FIGURE_DOTS, .series = s, .n_series = 3};

  (void)state;
  draws(&figure, 50,
        "\n"
        "a, one ●                                         0\n"
        "a      ┊                                     ●  20\n"
        "b, one ┊                  ●                     10\n"
        "b, two ┊                  ●                     10\n"
        "c, two ●                                         0\n"
        "c      ┊                  ●                     10\n"
        "       0         5       10        15       20\n"
        "\n");
}

/* The axis reaches from the lowest end to the highest. */
static void axes_of_ends(void **state)
{
  static const double y[] = {10}, low[] = {0}, high[] = {20};
  struct pst_figure_series s = {.name = "a", .n = 1, .y = y, .y_low = low, .y_high = high};
  struct pst_figure figure = {.kind = PST_FIGURE_DOTS, .series = &s, .n_series = 1};

  (void)state;
  draws(&figure, 40,
        "\n"
        "a ├────────────●───────────┤  10 [0, 20]\n"
        "  0           10          20\n"
        "\n");
}

/* A label that the first series has not, of the second and the third. */
static void labels_of_later_series(void **state)
{
  static const char *const first[] = {"a"}, *const second[] = {"b"};
  struct pst_figure_series s[] = {{.name = "one", .n = 1, .y = tens, .labels = first},
                                  {.name = "two", .n = 1, .y = tens + 1, .labels = second},
                                  {.name = "three", .n = 1, .y = tens + 2, .labels = second}};
  struct pst_figure figure = {.kind = PST_FIGURE_DOTS, .series = s, .n_series = 3};

  (void)state;
  draws(&figure, 40,
        "\n"
        "a, one   ●                             0\n"
        "b, two   ┊            ●               10\n"
        "b, three ┊                         ●  20\n"
        "         0           10           20\n"
        "\n");
}

/* --- bars ---------------------------------------------------------------------------------------- */

static void stacked(void **state)
{
  static const double x[] = {2000, 2001, 2002}, a[] = {10, 20, NONE}, b[] = {30, 0, 10},
                      c[] = {-10, 5, 5};
  struct pst_figure_series s[] = {{.name = "A", .n = 3, .x = x, .y = a},
                                  {.name = "B", .n = 3, .x = x, .y = b},
                                  {.name = "C", .n = 2, .x = x, .y = c}};
  struct pst_figure figure = {.kind = PST_FIGURE_AREAS, .series = s, .n_series = 3, .x_year = true};

  (void)state;
  draws(&figure, 47,
        "\n"
        "█ A  ▒ B  ▓ C\n"
        "2000 │██████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒\n"
        "2001 │█████████████████████▓▓▓▓▓\n"
        "2002 │▒▒▒▒▒▒▒▒▒▒\n"
        "\n"
        "1 negative value cannot be stacked and is left\n"
        "out.\n");
  figure.kind = PST_FIGURE_BARS;
  draws(&figure, 48,
        "\n"
        "█ A  ▒ B  ▓ C\n"
        "2000 │▓▓▓▓▓▓▓▓│████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒\n"
        "2001 │        │█████████████████▓▓▓▓\n"
        "2002 │        │▒▒▒▒▒▒▒▒\n"
        "\n"
        "Negative parts stand left of 0.\n");
}

static void rows_with_sums(void **state)
{
  static const double a[] = {10, 20}, b[] = {30, 0.5};
  static const char *const labels[] = {"Japan", "Peru"};
  struct pst_figure_series s[] = {{.name = "A", .n = 2, .y = a, .labels = labels},
                                  {.name = "B", .n = 2, .y = b, .labels = labels}};
  struct pst_figure figure = {.kind = PST_FIGURE_ROWS, .series = s, .n_series = 2};

  (void)state;
  draws(&figure, 40,
        "\n"
        "█ A  ▒ B\n"
        "Japan │███████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 40.0\n"
        "Peru  │██████████████ 20.5\n"
        "\n");
}

/* A sum of one digit. */
static void small_sums(void **state)
{
  static const double a[] = {2, 1}, b[] = {3, 1};
  static const char *const labels[] = {"x", "y"};
  struct pst_figure_series s[] = {{.name = "A", .n = 2, .y = a, .labels = labels},
                                  {.name = "B", .n = 2, .y = b, .labels = labels}};
  struct pst_figure figure = {.kind = PST_FIGURE_ROWS, .series = s, .n_series = 2};

  (void)state;
  draws(&figure, 40,
        "\n"
        "█ A  ▒ B\n"
        "x │██████████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 5\n"
        "y │███████▒▒▒▒▒▒▒ 2\n"
        "\n");
}

static void scales(void **state)
{
  static const double odd[] = {20, 30, 50, 25, 25, 50}, even[] = {20, 30, 30, 20, 10, 10, 40, 40};
  static const char *const rows[] = {"x", "y"}, *const names[] = {"no", "so", "yes", "very"};
  struct pst_figure figure = {.kind = PST_FIGURE_LIKERT,
                              .rows = 2,
                              .columns = 3,
                              .row_names = rows,
                              .column_names = names,
                              .cells = odd};

  (void)state;
  draws(&figure, 48,
        "\n"
        "█ no  ▒ so  ▓ yes\n"
        "x │ ██ 20 ███▒▒▒▒ 30 ▒▒▒▒▒▓▓▓▓▓▓▓▓▓ 50 ▓▓▓▓▓▓▓▓▓\n"
        "y │███ 25 ████▒▒▒ 25 ▒▒▒▒▓▓▓▓▓▓▓▓▓ 50 ▓▓▓▓▓▓▓▓▓\n"
        "\n");
  figure.columns = 4;
  figure.cells = even;
  draws(&figure, 48,
        "\n"
        "█ no  ▒ so  ▓ yes  ░ very\n"
        "x │█ 20 ██▒▒▒ 30 ▒▒▒▓▓▓ 30 ▓▓▓▓░ 20 ░░\n"
        "y │          ████▒▒▒▓▓▓▓▓ 40 ▓▓▓▓▓░░░░░ 40 ░░░░░\n"
        "\n");
}

/* Of many times every second, third or so, so that they fit on a screen of 24. */
static void many_times(void **state)
{
  static double x[73], y[73];
  struct pst_figure_series s = {.name = "A", .x = x, .y = y};
  struct pst_figure figure = {.kind = PST_FIGURE_BARS, .series = &s, .n_series = 1};
  static const struct {
    size_t n, rows;
    const char *note;
  } cases[] = {{24, 24, ""},
               {25, 13, "Every 2nd time.\n"},
               {49, 17, "Every 3rd time.\n"},
               {73, 19, "Every 4th time.\n"}};

  (void)state;
  for (size_t i = 0; i < 73; i++) {
    x[i] = (double)i;
    y[i] = 1;
  }
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct pst_buffer got = {.data = NULL};
    size_t rows = 0;
    const char *at;

    s.n = cases[i].n;
    assert_int_equal(pst_term_draw(&figure, 40, &got, NULL), PST_OK);
    for (at = pst_buffer_string(&got); (at = strstr(at, "│")) != NULL; at++)
      rows++;
    assert_int_equal(rows, cases[i].rows);
    at = strrchr(pst_buffer_string(&got), '\n');
    assert_non_null(strstr(pst_buffer_string(&got), cases[i].note));
    if (i == 0)
      assert_null(strstr(pst_buffer_string(&got), "Every"));
    pst_buffer_free(&got);
  }
}

/* --- small bars ---------------------------------------------------------------------------------- */

static void sparks(void **state)
{
  static const double x[] = {2000, 2001, 2002, 2003}, rise[] = {0, 1, 2, 8}, flat[] = {3, 3, 3, 3},
                      gap[] = {NONE, 2, NONE, 1};
  struct pst_figure_series s[] = {{.name = "rise", .n = 4, .x = x, .y = rise},
                                  {.name = "flat", .n = 4, .x = x, .y = flat},
                                  {.name = "gap", .n = 4, .x = x, .y = gap}};
  struct pst_figure figure = {.kind = PST_FIGURE_LINES,
                              .series = s,
                              .n_series = 3,
                              .x_year = true,
                              .panels = PST_FIGURE_PANELS_ALWAYS};

  (void)state;
  draws(&figure, 60,
        "\n"
        "rise  0 ▁▂▃█ 8\n"
        "flat  3 ▅▅▅▅ 3\n"
        "gap   2  █ ▁ 1\n"
        "\n"
        "First and last value, and between them a bar a time, 2000 to\n"
        "2003, each series on its own scale, from its lowest to its\n"
        "highest.\n");
  figure.scale = PST_FIGURE_SCALE_SHARED;
  s[2].highlight = true;
  figure.x_year = false;
  draws(&figure, 60,
        "\n"
        "rise  0 ▁▂▃█ 8\n"
        "flat  3 ▄▄▄▄ 3\n"
        "gap  *2  ▃ ▂ 1\n"
        "\n"
        "First and last value, and between them a bar a time, 2,000\n"
        "to 2,003, all on one scale.\n");
}

/* More times than columns: the line fills the width, with the mean of the times of a column; the first numbers are as
   wide as the widest of them. */
static void many_times_of_sparks(void **state)
{
  static double x[90], one[90], two[90];
  struct pst_figure_series s[] = {{.name = "one", .n = 90, .x = x, .y = one},
                                  {.name = "two", .n = 90, .x = x, .y = two}};
  struct pst_figure figure = {
      .kind = PST_FIGURE_LINES, .series = s, .n_series = 2, .panels = PST_FIGURE_PANELS_ALWAYS};

  (void)state;
  for (int i = 0; i < 90; i++) {
    x[i] = i;
    one[i] = i < 45 ? 0 : i % 3 == 0 ? 30 : 27;
    two[i] = i == 0 ? 1000 : i;
  }
  draws(&figure, 40,
        "\n"
        "one      0 ▁▁▁▁▁▁▁▁▁▁▁▄███████████    27\n"
        "two  1,000 ▃▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁    89\n"
        "\n"
        "First and last value, and between them a\n"
        "bar a time, 0 to 89, each series on its\n"
        "own scale, from its lowest to its\n"
        "highest.\n");
}

/* Beyond eight series, unless some are highlighted. */
static void panels(void **state)
{
  static const double x[] = {1, 2}, y[] = {1, 2};
  struct pst_figure_series s[9];
  struct pst_figure figure = {.kind = PST_FIGURE_LINES, .series = s};

  (void)state;
  for (size_t i = 0; i < 9; i++)
    s[i] = (struct pst_figure_series){.name = "s", .n = 2, .x = x, .y = y};
  for (int turn = 0; turn < 3; turn++) {
    struct pst_buffer got = {.data = NULL};

    figure.n_series = turn == 0 ? 8 : 9;
    s[4].highlight = turn == 2;
    assert_int_equal(pst_term_draw(&figure, 60, &got, NULL), PST_OK);
    assert_int_equal(strstr(pst_buffer_string(&got), "First and last value") != NULL, turn == 1);
    pst_buffer_free(&got);
  }
}

/* --- matrices ------------------------------------------------------------------------------------ */

static void matrices(void **state)
{
  static const double cells[] = {1, -0.456, NONE, 0.5, 1, 0.25};
  static const bool marked[] = {false, true, false, false, false, true};
  static const char *const rows[] = {"aid", "income"}, *const columns[] = {"aid", "income", "year"};
  struct pst_figure figure = {.kind = PST_FIGURE_HEATMAP,
                              .rows = 2,
                              .columns = 3,
                              .row_names = rows,
                              .column_names = columns,
                              .cells = cells};

  (void)state;
  draws(&figure, 40,
        "\n"
        "             [1]   [2]   [3]\n"
        "[1] aid     1.00 −0.46     -\n"
        "[2] income  0.50  1.00  0.25\n"
        "\n"
        "[1] across: aid. [2] across: income. [3]\n"
        "across: year.\n");
  figure.marked = marked;
  figure.mark_note = "* p < 0.05";
  figure.columns = 2;
  figure.decimals = 1;
  draws(&figure, 40,
        "\n"
        "            [1]   [2]\n"
        "[1] aid     1.0  −0.5*\n"
        "[2] income     -  0.5\n"
        "\n"
        "* p < 0.05\n");
}

/* Columns that do not fit stand below. */
static void wide_matrices(void **state)
{
  static double cells[18];
  static const char *const names[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i"};
  struct pst_figure figure = {.kind = PST_FIGURE_HEATMAP,
                              .rows = 2,
                              .columns = 9,
                              .row_names = names,
                              .column_names = names,
                              .cells = cells};

  (void)state;
  draws(&figure, 40,
        "\n"
        "       [1]  [2]  [3]  [4]  [5]  [6]  [7]\n"
        "[1] a 0.00 0.00 0.00 0.00 0.00 0.00 0.00\n"
        "[2] b 0.00 0.00 0.00 0.00 0.00 0.00 0.00\n"
        "\n"
        "       [8]  [9]\n"
        "[1] a 0.00 0.00\n"
        "[2] b 0.00 0.00\n"
        "\n"
        "[1] across: a. [2] across: b. [3]\n"
        "across: c. [4] across: d. [5] across: e.\n"
        "[6] across: f. [7] across: g. [8]\n"
        "across: h. [9] across: i.\n");
}

/* --- nothing ------------------------------------------------------------------------------------- */

static void nothing(void **state)
{
  static const double none[] = {NONE, NONE};
  static const char *const names[] = {"a", "b"};
  static const enum pst_figure_kind kinds[] = {PST_FIGURE_LINES, PST_FIGURE_DOTS, PST_FIGURE_AREAS,
                                               PST_FIGURE_FOREST, PST_FIGURE_SCATTER};
  struct pst_figure_series s = {.name = "s", .n = 2, .x = none, .y = none};
  struct pst_figure figure = {.row_names = names, .column_names = names};

  (void)state;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    figure.kind = kinds[i];
    figure.n_series = 0;
    draws(&figure, 40, "nothing to draw: the figure has no value that is known");
    figure.series = &s;
    figure.n_series = 1;
    draws(&figure, 40, "nothing to draw: the figure has no value that is known");
  }
  figure.kind = PST_FIGURE_HEATMAP;
  draws(&figure, 40, "nothing to draw: the figure has no value that is known");
  figure.cells = none;
  figure.rows = 1;
  figure.columns = 2;
  draws(&figure, 40, "nothing to draw: the figure has no value that is known");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(tracks),
      cmocka_unit_test(axes_of_ends),
      cmocka_unit_test(labels_of_later_series),
      cmocka_unit_test(small_sums),
      cmocka_unit_test(many_times_of_sparks),
      cmocka_unit_test(forest),
      cmocka_unit_test(several_series),
      cmocka_unit_test(stacked),
      cmocka_unit_test(rows_with_sums),
      cmocka_unit_test(scales),
      cmocka_unit_test(many_times),
      cmocka_unit_test(sparks),
      cmocka_unit_test(panels),
      cmocka_unit_test(matrices),
      cmocka_unit_test(wide_matrices),
      cmocka_unit_test(nothing),
  };

  return cmocka_run_group_tests_name("term_rows", tests, NULL, NULL);
}
