/* Points and lines between two axes, of characters, by the rules of figure.h and drawing.h. */
#include "check.h"

#include <math.h>

#include "figure/term/term.h"

#define NONE ((double)NAN)
#define INF ((double)INFINITY)

static void draws(const struct pst_figure *figure, size_t width, const char *want)
{
  struct pst_buffer got = {.data = NULL};
  struct pst_error error = {.status = PST_OK};

  if (pst_term_draw(figure, width, &got, &error) != PST_OK)
    pst_buffer_puts(&got, error.message);
  assert_string_equal(pst_buffer_string(&got), want);
  pst_buffer_free(&got);
}

/* A rise over the whole, a gap that breaks the line, and a line through 0. */
static void lines(void **state)
{
  static const double x[] = {0, 1, 2, 3, 6, 7}, y[] = {-5, NONE, 0, 5, 10, 10};
  struct pst_figure_series s = {.name = "one", .n = 6, .x = x, .y = y};
  struct pst_figure figure = {.kind = PST_FIGURE_LINES,
                              .series = &s,
                              .n_series = 1,
                              .x_label = "time",
                              .y_label = "percent"};

  (void)state;
  draws(&figure, 40,
        "percent\n"
        "\n"
        "10 ┤                       ●●●●●   ● one\n"
        "   │\n"
        "   │\n"
        "   │\n"
        "   │\n"
        " 5 ┤            ●\n"
        "   │           ●\n"
        "   │          ●\n"
        "   │\n"
        "   │         ●\n"
        " 0 ┤┄┄┄┄┄┄┄┄●┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄\n"
        "   │\n"
        "   │\n"
        "   │\n"
        "   │\n"
        "−5 ┤●\n"
        "   └──────────────────────────────\n"
        "    0        2.5      5.0       7.5\n"
        "    time\n"
        "\n");
  figure.gap = 3;
  draws(&figure, 40,
        "percent\n"
        "\n"
        "10 ┤                      ●●●●●●   ● one\n"
        "   │                    ●●\n"
        "   │                  ●●\n"
        "   │                ●●\n"
        "   │              ●●\n"
        " 5 ┤            ●●\n"
        "   │           ●\n"
        "   │          ●\n"
        "   │\n"
        "   │         ●\n"
        " 0 ┤┄┄┄┄┄┄┄┄●┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄\n"
        "   │\n"
        "   │\n"
        "   │\n"
        "   │\n"
        "−5 ┤●\n"
        "   └──────────────────────────────\n"
        "    0        2.5      5.0       7.5\n"
        "    time\n"
        "\n");
}

/* What is known within bounds: a bar, or an arrow at an open end. */
static void bounds(void **state)
{
  static const double x[] = {0, 1, 2, 3}, y[] = {0, NONE, NONE, 15}, low[] = {NONE, 5, 5, -INF},
                      high[] = {NONE, 10, INF, NONE};
  struct pst_figure_series s = {.n = 4, .x = x, .y = y, .y_low = low, .y_high = high};
  struct pst_figure figure = {.kind = PST_FIGURE_LINES, .series = &s, .n_series = 1, .gap = INF};

  (void)state;
  draws(&figure, 40,
        "\n"
        "15 ┤                                   ●\n"
        "   │\n"
        "   │\n"
        "   │\n"
        "   │\n"
        "10 ┤            │\n"
        "   │            │\n"
        "   │            │\n"
        "   │            │\n"
        "   │            │\n"
        " 5 ┤            │          ↑\n"
        "   │\n"
        "   │\n"
        "   │\n"
        "   │\n"
        " 0 ┤●\n"
        "   └────────────────────────────────────\n"
        "    0           1          2           3\n"
        "\n");
}

/* Ranks go down; what is beyond the last has an arrow. */
static void bumps(void **state)
{
  static const double x[] = {2000, 2001, 2002}, a[] = {1, 2, 3}, b[] = {2, 1, 1},
                      c[] = {3, 3, NONE}, low[] = {NONE, NONE, 2}, high[] = {NONE, NONE, INF};
  struct pst_figure_series s[] = {
      {.name = "A", .n = 3, .x = x, .y = a},
      {.name = "B", .n = 3, .x = x, .y = b, .highlight = true},
      {.name = "C", .n = 3, .x = x, .y = c, .y_low = low, .y_high = high}};
  struct pst_figure figure = {.kind = PST_FIGURE_BUMP, .series = s, .n_series = 3, .x_year = true};

  (void)state;
  draws(&figure, 40,
        "\n"
        "1 ┤········ ●●●●●●●●●●●●●●●●●●●●●●●● ● B\n"
        "2 ┤●●●●●●●●●···············        ↓ · C\n"
        "3 ┤·················       ········· · A\n"
        "  └─────────────────────────────────\n"
        " 2000            2001            2002\n"
        "\n");
}

static void slopes(void **state)
{
  static const double x[] = {0, 1}, a[] = {10, 20}, b[] = {30, 0};
  static const char *const labels[] = {"10", "20"};
  static const struct pst_figure_tick ticks[] = {
      {0, "before"}, {0.5, "beside"}, {1, "after"}, {2, "never"}};
  struct pst_figure_series s[] = {{.name = "A", .n = 2, .x = x, .y = a, .labels = labels},
                                  {.name = "B", .n = 2, .x = x, .y = b}};
  struct pst_figure figure = {
      .kind = PST_FIGURE_SLOPE, .series = s, .n_series = 2, .x_ticks = ticks, .n_x_ticks = 4};

  (void)state;
  draws(&figure, 44,
        "\n"
        "30 ┤■■\n"
        "   │  ■■\n"
        "   │    ■■\n"
        "   │      ■■\n"
        "   │        ■■\n"
        "20 ┤          ■■                ●●●● ● A  20\n"
        "   │            ■■        ●●●●●●\n"
        "   │              ■■●●●●●●\n"
        "   │          ●●●●●●■■\n"
        "   │    ●●●●●●        ■■\n"
        "10 ┤●●●●                ■■\n"
        "   │                      ■■\n"
        "   │                        ■■\n"
        "   │                          ■■\n"
        "   │                            ■■\n"
        " 0 ┤                              ■■ ■ B\n"
        "   └────────────────────────────────\n"
        " before          beside          after\n"
        "\n");
}

/* Points of one place are counted; a fit stands under them. */
static void scatters(void **state)
{
  static double x[16], y[16];
  static const double fit_x[] = {0, 10}, fit_y[] = {0, 10}, low[] = {0, 0};
  struct pst_figure_series s = {.n = 16,
                                .x = x,
                                .y = y,
                                .fit_n = 2,
                                .fit_x = fit_x,
                                .fit_y = fit_y,
                                .fit_low = low,
                                .fit_high = low};
  struct pst_figure figure = {.kind = PST_FIGURE_SCATTER, .series = &s, .n_series = 1};

  (void)state;
  for (size_t i = 0; i < 16; i++) {
    x[i] = i < 10 ? 0 : i < 15 ? 5 : 10;
    y[i] = i < 10 ? 10 : i < 12 ? 5 : i < 14 ? 0 : 10;
  }
  draws(&figure, 40,
        "\n"
        "10 ┤#                 ●               ─●\n"
        "   │                                ──\n"
        "   │                              ──\n"
        " 8 ┤                           ───\n"
        "   │                         ──\n"
        "   │                       ──\n"
        " 6 ┤                    ───\n"
        "   │                  2─\n"
        "   │                ──\n"
        " 4 ┤             ───\n"
        "   │           ──\n"
        "   │         ──\n"
        " 2 ┤      ───\n"
        "   │    ──\n"
        "   │  ──\n"
        " 0 ┤──                2\n"
        "   └────────────────────────────────────\n"
        "    0       2.5      5.0     7.5     10.0\n"
        "\n"
        "2 to 9: so many points at one place; #:\n"
        "more. Bands of lines are not drawn here.\n");
  s.n = 10;
  s.fit_low = NULL;
  x[0] = y[0] = 1; /* nine at one place */
  draws(&figure, 40,
        "\n"
        "10 ┤9                                 ──\n"
        "   │                                ──\n"
        "   │                              ──\n"
        " 8 ┤                           ───\n"
        "   │                         ──\n"
        "   │                       ──\n"
        " 6 ┤                    ───\n"
        "   │                  ──\n"
        "   │                ──\n"
        " 4 ┤             ───\n"
        "   │           ──\n"
        "   │         ──\n"
        " 2 ┤      ───\n"
        "   │    ●─\n"
        "   │  ──\n"
        " 0 ┤──\n"
        "   └────────────────────────────────────\n"
        "    0       2.5      5.0     7.5     10.0\n"
        "\n"
        "2 to 9: so many points at one place; #:\n"
        "more.\n");
}

/* A fit that reaches beyond the points. */
static void wide_fits(void **state)
{
  static const double x[] = {5}, y[] = {5}, fit_x[] = {0, 10}, fit_y[] = {0, 10};
  struct pst_figure_series s = {.n = 1, .x = x, .y = y, .fit_n = 2, .fit_x = fit_x, .fit_y = fit_y};
  struct pst_figure figure = {.kind = PST_FIGURE_SCATTER, .series = &s, .n_series = 1};

  (void)state;
  draws(&figure, 40,
        "\n"
        "10 ┤                                  ──\n"
        "   │                                ──\n"
        "   │                              ──\n"
        " 8 ┤                           ───\n"
        "   │                         ──\n"
        "   │                       ──\n"
        " 6 ┤                    ───\n"
        "   │                  ●─\n"
        "   │                ──\n"
        " 4 ┤             ───\n"
        "   │           ──\n"
        "   │         ──\n"
        " 2 ┤      ───\n"
        "   │    ──\n"
        "   │  ──\n"
        " 0 ┤──\n"
        "   └────────────────────────────────────\n"
        "    0       2.5      5.0     7.5     10.0\n"
        "\n");
}

static void lorenz(void **state)
{
  static const double x[] = {0, 0.5, 1}, y[] = {0, 0.1, 1};
  struct pst_figure_series s = {.name = "L", .n = 3, .x = x, .y = y};
  struct pst_figure figure = {.kind = PST_FIGURE_LORENZ, .series = &s, .n_series = 1};

  (void)state;
  draws(&figure, 40,
        "\n"
        "1.0 ┤                             ·● ● L\n"
        "    │                           ··●\n"
        "    │                         ·· ●\n"
        "0.8 ┤                       ··  ●\n"
        "    │                     ··  ●●\n"
        "    │                   ··   ●\n"
        "0.6 ┤                 ··    ●\n"
        "    │               ··     ●\n"
        "    │             ··      ●\n"
        "0.4 ┤           ··       ●\n"
        "    │         ··        ●\n"
        "    │       ··         ●\n"
        "0.2 ┤     ··          ●\n"
        "    │   ··          ●●\n"
        "    │ ··  ●●●●●●●●●●\n"
        "  0 ┤●●●●●\n"
        "    └───────────────────────────────\n"
        "     0             0.5            1.0\n"
        "\n");
}

/* Values that are not positive are not on a logarithmic axis. */
static void logarithms(void **state)
{
  static const double x[] = {0, 1, 10, 100}, y[] = {5, 1, 10, 100};
  struct pst_figure_series s = {.name = "s", .n = 4, .x = x, .y = y};
  struct pst_figure figure = {
      .kind = PST_FIGURE_SCATTER, .series = &s, .n_series = 1, .log_x = true, .log_y = true};

  (void)state;
  draws(&figure, 40,
        "\n"
        "100 ┤                             ●  ● s\n"
        "    │\n"
        "    │\n"
        " 50 ┤\n"
        "    │\n"
        " 20 ┤\n"
        "    │\n"
        " 10 ┤               ●\n"
        "    │\n"
        "    │\n"
        "  5 ┤\n"
        "    │\n"
        "  2 ┤\n"
        "    │\n"
        "    │\n"
        "  1 ┤ ●\n"
        "    └───────────────────────────────\n"
        "      1   2     5  10  20    50  100\n"
        "\n");
}

/* Two names of one row: the next free one is taken, below before above. */
static void names(void **state)
{
  static const double x[] = {0, 1}, up[] = {0, 10}, same[] = {5, 10}, third[] = {10, 10},
                      down[] = {10, 0};
  struct pst_figure_series s[] = {
      {.name = "b", .n = 2, .x = x, .y = up},
      {.name = "a", .n = 2, .x = x, .y = same},
      {.name = "a name that is too long for it", .n = 2, .x = x, .y = third},
      {.name = "", .n = 2, .x = x, .y = down},
      {.name = "end", .n = 2, .x = x, .y = down},
      {.name = "last", .n = 2, .x = x, .y = down}};
  struct pst_figure figure = {.kind = PST_FIGURE_LINES, .series = s, .n_series = 6};

  (void)state;
  draws(&figure, 40,
        "\n"
        "10 ┤□▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲ ■ a\n"
        "   │ □□               ■■■●  ▲ a name th…\n"
        "   │   □           ■■■ ●    ● b\n"
        " 8 ┤    □□      ■■■  ●●\n"
        "   │      □  ■■■    ●\n"
        "   │      ■□□     ●●\n"
        " 6 ┤   ■■■   □   ●\n"
        "   │■■■       □□●\n"
        "   │          ● □\n"
        " 4 ┤         ●   □\n"
        "   │       ●●     □□\n"
        "   │      ●         □\n"
        " 2 ┤    ●●           □□\n"
        "   │   ●               □\n"
        "   │ ●●                 □□  □ last\n"
        " 0 ┤●                     □ ○ end\n"
        "   └───────────────────────\n"
        "    0         0.5        1.0\n"
        "\n");
}

/* More names than rows of ranks. */
static void names_without_room(void **state)
{
  static const double x[] = {0, 1}, one[] = {1, 1}, two[] = {2, 2};
  struct pst_figure_series s[] = {{.name = "A", .n = 2, .x = x, .y = one},
                                  {.name = "B", .n = 2, .x = x, .y = two},
                                  {.name = "C", .n = 2, .x = x, .y = two},
                                  {.name = "D", .n = 2, .x = x, .y = one}};
  struct pst_figure figure = {.kind = PST_FIGURE_BUMP, .series = s, .n_series = 4};

  (void)state;
  draws(&figure, 40,
        "\n"
        "1 ┤◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆ ● A\n"
        "2 ┤▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲▲ ◆ D\n"
        "  └─────────────────────────────────\n"
        "   0              0.5             1.0\n"
        "\n"
        "2 more series have no name for want of\n"
        "room.\n");
}

/* What a name holds moves no cursor; a width is brought to its limits. */
static void head_and_foot(void **state)
{
  static const double x[] = {0, 1}, y[] = {1, 2};
  struct pst_figure_series s = {.name = "a\x1B[2J\xC2\x9B"
                                        "b\xE2\x80\xAE"
                                        "c\xE2\x81\xA6",
                                .n = 2,
                                .x = x,
                                .y = y};
  struct pst_figure figure = {.kind = PST_FIGURE_SCATTER,
                              .series = &s,
                              .n_series = 1,
                              .title = "The title",
                              .subtitle = "below it",
                              .note = "A note.  ",
                              .mark_note = "* is a mark",
                              .source = "nobody"};
  struct pst_buffer narrow = {.data = NULL}, forty = {.data = NULL};

  (void)state;
  draws(&figure, 40,
        "The title\n"
        "below it\n"
        "\n"
        "2.0 ┤                     ● ● a [2J b c \n"
        "    │\n"
        "    │\n"
        "1.8 ┤\n"
        "    │\n"
        "    │\n"
        "1.6 ┤\n"
        "    │\n"
        "    │\n"
        "1.4 ┤\n"
        "    │\n"
        "    │\n"
        "1.2 ┤\n"
        "    │\n"
        "    │\n"
        "1.0 ┤●\n"
        "    └──────────────────────\n"
        "     0         0.5       1.0\n"
        "\n"
        "A note. * is a mark\n"
        "Source: nobody\n");
  assert_int_equal(pst_term_draw(&figure, 39, &narrow, NULL), PST_OK);
  assert_int_equal(pst_term_draw(&figure, 40, &forty, NULL), PST_OK);
  assert_string_equal(pst_buffer_string(&narrow), pst_buffer_string(&forty));
  pst_buffer_free(&narrow);
  pst_buffer_free(&forty);
  narrow = forty = (struct pst_buffer){.data = NULL};
  assert_int_equal(pst_term_draw(&figure, 201, &narrow, NULL), PST_OK);
  assert_int_equal(pst_term_draw(&figure, 200, &forty, NULL), PST_OK);
  assert_string_equal(pst_buffer_string(&narrow), pst_buffer_string(&forty));
  pst_buffer_free(&narrow);
  pst_buffer_free(&forty);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lines),         cmocka_unit_test(bounds),
      cmocka_unit_test(bumps),         cmocka_unit_test(slopes),
      cmocka_unit_test(scatters),      cmocka_unit_test(lorenz),
      cmocka_unit_test(wide_fits),     cmocka_unit_test(logarithms),
      cmocka_unit_test(names),         cmocka_unit_test(names_without_room),
      cmocka_unit_test(head_and_foot),
  };

  return cmocka_run_group_tests_name("term_plot", tests, NULL, NULL);
}
