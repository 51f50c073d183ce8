/* The figures of indicators by their sort, drawn with characters: what is a line, a bar, a dot, and its name. */
#include "check.h"

#include "indicator/frame/settings.h"
#include "indicator_gives.h"

static void gives(const struct indicator_ask *ask, const char *kinds, const char *want)
{
  indicator_draws(ask, kinds, want);
}

static const char panel[] =
    "c,t,v\nA,2000,10\nB,2000,30\nA,2001,20\nB,2001,20\nA,2002,\nB,2002,10\n";

static void rows(void **state)
{
  static const struct indicator_ask ask = {.csv = panel, .y = "v", .entity = "c", .time = "t"},
                                    lines = {.csv = panel,
                                             .y = "v",
                                             .entity = "c",
                                             .time = "t",
                                             .chart = PST_INDICATOR_CHART_LINES},
                                    one = {.csv = "t,v\n2000,1\n2001,3\n", .y = "v", .time = "t"};

  (void)state;
  gives(&ask, "share(of known)",
        "v: share(of known)\n"
        "%\n"
        "\n"
        "█ B  ▒ A\n"
        "2000 │█████████████████████████████████████████▒▒▒▒▒▒▒▒▒▒▒▒▒\n"
        "2001 │███████████████████████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒\n"
        "2002 │██████████████████████████████████████████████████████\n"
        "\n"
        "1 of 6 rows has no value.\n"
        "Source: planned.csv\n");
  gives(&ask, "index(2000)",
        "v: index(2000)\n"
        "2000 = 100\n"
        "\n"
        "200 ┤                        ●●                          ● A\n"
        "    │                    ●●●●\n"
        "    │                 ●●●\n"
        "    │              ●●●\n"
        "150 ┤          ●●●●\n"
        "    │       ●●●\n"
        "    │    ●●●\n"
        "100 ┤■●●●\n"
        "    │ ■■■■■■■■■■\n"
        "    │           ■■■■■■■■■■\n"
        "    │                     ■■■■■■■■■■\n"
        " 50 ┤                               ■■■■■■■■■■\n"
        "    │                                         ■■■■■■■■■■ ■ B\n"
        "    │\n"
        "    │\n"
        "  0 ┤\n"
        "    └───────────────────────────────────────────────────\n"
        "   2000                     2001                     2002\n"
        "\n"
        "1 of 6 rows has no value.\n"
        "Source: planned.csv\n");
  gives(&lines, "share",
        "v: share\n"
        "%\n"
        "\n"
        "80 ┤\n"
        "   │■■■■■■■\n"
        "   │       ■■■■■■■■■■■\n"
        "   │                  ■■■■■■■■■■\n"
        "60 ┤                            ■■■■■■■■■■■\n"
        "   │                                       ■■■■■■■■■■■\n"
        "   │                                          ●●●●●●●●■■ ● A\n"
        "40 ┤                               ●●●●●●●●●●●           ■ B\n"
        "   │                    ●●●●●●●●●●●\n"
        "   │         ●●●●●●●●●●●\n"
        "   │●●●●●●●●●\n"
        "20 ┤\n"
        "   │\n"
        "   │\n"
        "   │\n"
        " 0 ┤\n"
        "   └────────────────────────────────────────────────────\n"
        "  2000                                               2001\n"
        "\n"
        "2 of 6 rows have no value.\n"
        "Source: planned.csv\n");
  gives(&one, "difference",
        "v: difference\n"
        "\n"
        "2.2 ┤\n"
        "    │\n"
        "    │\n"
        "    │\n"
        "2.1 ┤\n"
        "    │\n"
        "    │\n"
        "    │\n"
        "2.0 ┤                         ●                          ● v\n"
        "    │\n"
        "    │\n"
        "1.9 ┤\n"
        "    │\n"
        "    │\n"
        "    │\n"
        "1.8 ┤\n"
        "    └───────────────────────────────────────────────────\n"
        "   2000                     2001                     2002\n"
        "\n"
        "1 of 2 rows has no value.\n"
        "Source: planned.csv\n");
}

/* Of more than eight layers the least are added up, but for those that are highlighted. */
static void layers(void **state)
{
  static const char csv[] = "c,t,v\nA,2000,10\nB,2000,9\nC,2000,8\nD,2000,7\nE,2000,6\nF,2000,5\nG,"
                            "2000,4\nH,2000,3\nI,2000,2\nJ,2000,1\n";
  static const struct indicator_ask
      ask = {.csv = csv, .y = "v", .entity = "c", .time = "t"},
      high = {.csv = csv, .y = "v", .entity = "c", .time = "t", .highlight = "J"},
      two = {.csv = csv, .y = "v", .entity = "c", .time = "t", .highlight = "J,B"};

  (void)state;
  gives(&ask, "share",
        "v: share\n"
        "%\n"
        "\n"
        "█ A  ▒ B  ▓ C  ░ D  ▞ E  ╱ F  █ G  ▒ 3 others\n"
        "2000 │██████████▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓░░░░░░▞▞▞▞▞▞╱╱╱╱╱████▒▒▒▒▒▒\n"
        "\n"
        "Source: planned.csv\n");
  gives(&high, "share",
        "v: share\n"
        "%\n"
        "\n"
        "█ A  ▒ B  ▓ C  ░ D  ▞ E  ╱ F  █ J  ▒ 3 others\n"
        "2000 │██████████▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓░░░░░░▞▞▞▞▞▞╱╱╱╱╱█▒▒▒▒▒▒▒▒▒\n"
        "\n"
        "Source: planned.csv\n");
  gives(&two, "share",
        "v: share\n"
        "%\n"
        "\n"
        "█ A  ▒ B  ▓ C  ░ D  ▞ E  ╱ F  █ J  ▒ 3 others\n"
        "2000 │██████████▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓░░░░░░▞▞▞▞▞▞╱╱╱╱╱█▒▒▒▒▒▒▒▒▒\n"
        "\n"
        "Source: planned.csv\n");
}

/* A part below 0 makes bars; what is known within bounds stands at its middle. */
static void bounds_and_negative_parts(void **state)
{
  static const struct indicator_ask bounded = {.csv = "c,t,v\nA,2000,\"[1,3]\"\nB,2000,6\n",
                                               .y = "v",
                                               .entity = "c",
                                               .time = "t"},
                                    below = {.csv = "c,t,v\nA,2000,-1\nB,2000,5\n",
                                             .y = "v",
                                             .entity = "c",
                                             .time = "t",
                                             .chart = PST_INDICATOR_CHART_AREAS},
                                    lines = {.csv = "c,t,v\nA,2000,1\nA,2001,\"[1,3]\"\nA,2002,4\n",
                                             .y = "v",
                                             .entity = "c",
                                             .time = "t"};

  (void)state;
  gives(&bounded, "share",
        "v: share\n"
        "%\n"
        "\n"
        "█ B  ▒ A\n"
        "2000 │█████████████████████████████████████████▒▒▒▒▒▒▒▒▒▒▒▒▒\n"
        "\n"
        "2 values known only within bounds are drawn at their middle.\n"
        "Source: planned.csv\n");
  gives(&below, "share",
        "v: share\n"
        "%\n"
        "\n"
        "█ B  ▒ A\n"
        "2000 │▒▒▒▒▒▒▒▒▒│████████████████████████████████████████████\n"
        "\n"
        "Negative parts stand left of 0.\n"
        "Source: planned.csv\n");
  gives(&lines, "index(2000)",
        "v: index(2000)\n"
        "2000 = 100\n"
        "\n"
        "400 ┤                                                  ● ● A\n"
        "    │\n"
        "    │\n"
        "    │\n"
        "300 ┤                         │\n"
        "    │                         │\n"
        "    │                         │\n"
        "200 ┤                         │\n"
        "    │                         │\n"
        "    │                         │\n"
        "    │                         │\n"
        "100 ┤●                        │\n"
        "    │\n"
        "    │\n"
        "    │\n"
        "  0 ┤\n"
        "    └───────────────────────────────────────────────────\n"
        "   2000                     2001                     2002\n"
        "\n"
        "Source: planned.csv\n");
}

static const char groups[] = "g,c,t,v\nx,A,2000,6\nx,B,2000,2\ny,A,2000,4\ny,B,2000,4\nx,A,2001,"
                             "4\nx,B,2001,4\ny,A,2001,1\ny,B,2001,0\n";

static void records_over_time(void **state)
{
  static const struct indicator_ask ask = {
      .csv = groups, .y = "v", .entity = "c", .time = "t", .by = "g"};

  (void)state;
  gives(&ask, "hhi",
        "v: Herfindahl-Hirschman index\n"
        "\n"
        "1.0 ┤                                                 ■■ ■ y\n"
        "    │                                              ■■■\n"
        "    │                                          ■■■■\n"
        "0.9 ┤                                       ■■■\n"
        "    │                                   ■■■■\n"
        "    │                                ■■■\n"
        "0.8 ┤                             ■■■\n"
        "    │                         ■■■■\n"
        "    │                      ■■■\n"
        "0.7 ┤                   ■■■\n"
        "    │               ■■■■\n"
        "    │●●●●        ■■■\n"
        "0.6 ┤    ●●●●●■■■●●●●●\n"
        "    │     ■■■■        ●●●●●●●●●●●●●●\n"
        "    │  ■■■                          ●●●●●●●●●●●●●\n"
        "0.5 ┤■■                                          ●●●●●●● ● x\n"
        "    └───────────────────────────────────────────────────\n"
        "   2000                                              2001\n"
        "\n"
        "Source: planned.csv\n");
  gives(&ask, "hhi,gini",
        "v: hhi, gini\n"
        "\n"
        "1.0 ┤                                          ▲▲▲ ▲ y, hhi\n"
        "    │                                    ▲▲▲▲▲▲\n"
        "    │                              ▲▲▲▲▲▲\n"
        "0.8 ┤                        ▲▲▲▲▲▲\n"
        "    │                  ▲▲▲▲▲▲\n"
        "    │            ▲▲▲▲▲▲\n"
        "0.6 ┤●●●●●●▲▲▲▲▲▲●●●●●●●●●\n"
        "    │▲▲▲▲▲▲               ●●●●●●●●●●●●●●●●●●●●●●●◆ ● x, hhi\n"
        "    │                                       ◆◆◆◆◆  ◆ y, gini\n"
        "0.4 ┤                                 ◆◆◆◆◆◆\n"
        "    │                           ◆◆◆◆◆◆\n"
        "    │■■■                  ◆◆◆◆◆◆\n"
        "0.2 ┤   ■■■■■■■■■■■■◆◆◆◆◆◆\n"
        "    │         ◆◆◆◆◆◆■■■■■■■■■■■■\n"
        "    │   ◆◆◆◆◆◆                  ■■■■■■■■■■■■\n"
        "  0 ┤◆◆◆                                    ■■■■■■ ■ x, gini\n"
        "    └─────────────────────────────────────────────\n"
        "   2000                                        2001\n"
        "\n"
        "Source: planned.csv\n");
  gives(&ask, "theil-decomposition",
        "v: Theil's T\n"
        "\n"
        "    │                                    ● ● theil-t\n"
        "0.4 ┤                                 ●●●\n"
        "    │                              ●●●\n"
        "    │                            ●●     ▲▲ ▲ theil-t-between\n"
        "    │                         ●●●    ▲▲▲\n"
        "0.3 ┤                      ●●●    ▲▲▲\n"
        "    │                   ●●●    ▲▲▲\n"
        "    │                ●●●    ▲▲▲\n"
        "0.2 ┤             ●●●    ▲▲▲\n"
        "    │          ●●●    ▲▲▲\n"
        "    │       ●●●    ▲▲▲\n"
        "    │    ●●●    ▲▲▲\n"
        "0.1 ┤ ●●●    ▲▲▲           ■■■■■■■■■■■■■■■ ■ theil-t-within\n"
        "    │■■■■■▲▲▲■■■■■■■■■■■■■■\n"
        "    │  ▲▲▲\n"
        "  0 ┤▲▲\n"
        "    └─────────────────────────────────────\n"
        "   2000                                2001\n"
        "\n"
        "Source: planned.csv\n");
}

static void dots(void **state)
{
  static const struct indicator_ask
      ask = {.csv = "g,c,v\nx,A,6\nx,B,2\ny,A,4\ny,B,4\n", .y = "v", .entity = "c", .by = "g"},
      counts = {.csv = "g,c,v\nx,A,60\nx,B,20\ny,A,\"[40,50]\"\ny,B,40\n",
                .y = "v",
                .entity = "c",
                .by = "g",
                .counts = true},
      cells = {.csv = "f,u,v\nart,20,60\nbio,60,20\n", .y = "u,v", .category = "f", .counts = true},
      krugman = {.csv = "f,u,v\nart,20,60\nbio,60,20\n", .y = "u,v", .category = "f"};

  (void)state;
  gives(&ask, "hhi",
        "v: hhi\n"
        "\n"
        "x                                                   ●  0.625\n"
        "y ●                                                    0.500\n"
        "0.500     0.525     0.550     0.575     0.600     0.625\n"
        "  Herfindahl-Hirschman index\n"
        "\n"
        "Source: planned.csv\n");
  gives(&counts, "hhi",
        "v: hhi\n"
        "\n"
        "x     ├─────────────●────────────┤   0.6250 [0.5301, 0.7199]\n"
        "y ├┤                                        0.5000 to 0.5062\n"
        " 0.5           0.6           0.7\n"
        "  Herfindahl-Hirschman index\n"
        "\n"
        "Bars: 95 % confidence intervals.\n"
        "Source: planned.csv\n");
  gives(&cells, "rca",
        "rca\n"
        "\n"
        "art, u         ├─●───┤      ┊                 0.5 [0.4, 0.7]\n"
        "art, v                      ┊     ├───●───┤   1.5 [1.3, 1.7]\n"
        "bio, u                      ┊     ├───●───┤   1.5 [1.3, 1.7]\n"
        "bio, v         ├─●───┤      ┊                 0.5 [0.4, 0.7]\n"
        "       0        0.5        1.0       1.5\n"
        "       Revealed comparative advantage\n"
        "\n"
        "Bars: 95 % confidence intervals.\n"
        "Source: planned.csv\n");
  gives(&krugman, "krugman",
        "krugman\n"
        "\n"
        "u                           ●                            0.5\n"
        "v                           ●                            0.5\n"
        "0.44     0.46    0.48     0.50     0.52    0.54     0.56\n"
        "  Distance of the structure from that of all\n"
        "\n"
        "Source: planned.csv\n");
}

static void curves(void **state)
{
  static const struct indicator_ask ask = {.csv = groups,
                                           .y = "v",
                                           .entity = "c",
                                           .time = "t",
                                           .by = "g"},
                                    one = {.csv = "c,v\nA,3\nB,1\n", .y = "v", .entity = "c"};

  (void)state;
  gives(&ask, "lorenz",
        "v: Lorenz curves\n"
        "Share of the total\n"
        "\n"
        "1.0 ┤                                           ▲◆ ● x, 2000\n"
        "    │                                        ▲▲◆◆  ■ x, 2001\n"
        "    │                                     ▲▲▲●◆    ▲ y, 2000\n"
        "0.8 ┤                                  ▲▲▲ ●◆◆     ◆ y, 2001\n"
        "    │                               ▲▲▲  ●●◆\n"
        "    │                            ▲▲▲   ●●◆◆\n"
        "0.6 ┤                         ▲▲▲    ●● ◆\n"
        "    │                      ▲▲▲     ●● ◆◆\n"
        "    │                    ▲▲      ●●  ◆\n"
        "0.4 ┤                 ▲▲▲      ●●   ◆\n"
        "    │              ▲▲▲       ●●   ◆◆\n"
        "    │           ▲▲▲       ●●●    ◆\n"
        "0.2 ┤        ▲▲▲    ●●●●●●     ◆◆\n"
        "    │     ▲▲▲ ●●●●●●          ◆\n"
        "    │  ▲▲▲●●●●              ◆◆\n"
        "  0 ┤◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆◆\n"
        "    └─────────────────────────────────────────────\n"
        "     0        0.25       0.50       0.75       1.00\n"
        "     Share of the parts, from the smallest on\n"
        "\n"
        "Straight line: equal parts.\n"
        "Source: planned.csv\n");
  gives(&one, "lorenz",
        "v: Lorenz curve\n"
        "Share of the total\n"
        "\n"
        "1.0 ┤                                                 ●● ● v\n"
        "    │                                             ··●●\n"
        "    │                                          ···●●\n"
        "0.8 ┤                                       ··· ●●\n"
        "    │                                   ···· ●●●\n"
        "    │                                ···   ●●\n"
        "0.6 ┤                             ···    ●●\n"
        "    │                         ····     ●●\n"
        "    │                      ···       ●●\n"
        "0.4 ┤                   ···       ●●●\n"
        "    │               ····        ●●\n"
        "    │            ···         ●●●\n"
        "0.2 ┤         ···     ●●●●●●●\n"
        "    │     ···· ●●●●●●●\n"
        "    │  ··●●●●●●\n"
        "  0 ┤●●●●\n"
        "    └───────────────────────────────────────────────────\n"
        "     0        0.2       0.4       0.6       0.8       1.0\n"
        "     Share of the parts, from the smallest on\n"
        "\n"
        "Straight line: equal parts.\n"
        "Source: planned.csv\n");
}

/* Near ones stand together. */
static void pairs(void **state)
{
  static const struct indicator_ask ask = {
      .csv = "a,b,n\nA,A,10\nB,B,10\nC,C,10\nA,B,1\nA,C,5\nB,C,2\n", .pair = "a,b", .count = "n"};

  (void)state;
  gives(&ask, "salton",
        "salton of pairs\n"
        "\n"
        "        [1]   [2]   [3]\n"
        "[1] A     - 0.500 0.100\n"
        "[2] C 0.500     - 0.200\n"
        "[3] B 0.100 0.200     -\n"
        "\n"
        "Near ones stand together.\n"
        "Source: planned.csv\n");
  gives(&ask, "affinity",
        "Affinity of pairs\n"
        "\n"
        "       [1]  [2]  [3]\n"
        "[1] B    - 0.00 0.00\n"
        "[2] C 0.00    - 0.00\n"
        "[3] A 0.00 0.00    -\n"
        "\n"
        "(a - 1) / (a + 1) of affinity a against expectation without\n"
        "the diagonal: 0 is neutral; near ones stand together.\n"
        "Source: planned.csv\n");
}

static void refusals(void **state)
{
  static const struct indicator_ask grouped = {.csv = groups,
                                               .y = "v",
                                               .entity = "c",
                                               .time = "t",
                                               .by = "g"},
                                    timeless = {.csv = "c,v\nA,3\nB,1\n", .y = "v", .entity = "c"},
                                    areas = {.csv = panel,
                                             .y = "v",
                                             .entity = "c",
                                             .time = "t",
                                             .chart = PST_INDICATOR_CHART_AREAS},
                                    bars = {.csv = panel,
                                            .y = "v",
                                            .entity = "c",
                                            .time = "t",
                                            .chart = PST_INDICATOR_CHART_BARS},
                                    two = {.csv = panel, .y = "v", .entity = "c", .time = "t"};

  (void)state;
  gives(&grouped, "growth",
        "--plot and --render draw one group, and there are 2; choose one with --where, or draw one "
        "figure a group: --render 'figure-{COL}.svg'");
  gives(&timeless, "share", "a figure over time needs --time COL");
  gives(&areas, "growth",
        "--chart areas stacks shares and contributions; 'growth' is drawn as lines");
  gives(&bars, "growth",
        "--chart bars stacks shares and contributions; 'growth' is drawn as lines");
  gives(
      &two, "growth,share",
      "--plot and --render draw one indicator, and there are 2; choose one with --kind and one -y");
  gives(&areas, "hhi", "--chart is for kinds of rows; 'hhi' has one figure");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rows),
      cmocka_unit_test(layers),
      cmocka_unit_test(bounds_and_negative_parts),
      cmocka_unit_test(records_over_time),
      cmocka_unit_test(dots),
      cmocka_unit_test(curves),
      cmocka_unit_test(pairs),
      cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests_name("indicator_figure", tests, NULL, NULL);
}
