/* The figures of comparisons, drawn with characters: what stands in a row, its name, p-value and note. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "compare/compare_figure.h"
#include "compare/order.h"
#include "compare/plan.h"
#include "compare/records.h"
#include "planned.h"

struct ask {
  const char *csv, *y, *x, *between, *by, *counts, *category, *successes, *trials, *highlight,
      *reference;
  unsigned chart;
};

static void list(struct planned *made, struct pst_list *to, const char *items)
{
  if (items != NULL)
    planned_items(made, to, items);
}

/* The figure, in 60 columns, with OPTIONS; or the message. */
static void draws(const struct ask *ask, const char *more, const char *want)
{
  struct pst_compare_settings s;
  struct pst_compare_units units = {.count = 0};
  struct pst_buffer options = {.data = NULL};
  struct planned made;
  enum pst_status status;
  const char *got;

  memset(&s, 0, sizeof s);
  pst_buffer_printf(&options, "--render=term --width=60 %s", more);
  planned_begin(&made, ask->csv, pst_buffer_string(&options), &s);
  list(&made, &made.job.options.y, ask->y);
  list(&made, &made.job.options.x, ask->x);
  list(&made, &made.job.options.by, ask->by);
  list(&made, &made.job.options.highlight, ask->highlight);
  s.between = ask->between;
  s.counts = ask->counts;
  s.category = ask->category;
  s.successes = ask->successes;
  s.trials = ask->trials;
  s.reference = ask->reference;
  s.chart = ask->chart;
  status = planned_load(&made, pst_compare_plan);
  assert_int_equal(status, PST_OK);
  planned_group(&made, &s.by);
  assert_int_equal(pst_compare_orders(&made.job, &s, NULL), PST_OK);
  assert_int_equal(pst_compare_compute(&made.job, &made.groups, &units, NULL), PST_OK);
  assert_int_equal(pst_compare_adjust(&made.job, &units, NULL), PST_OK);
  status = pst_compare_figure(&made.job, &made.groups, &units, NULL, &made.error);
  got = status == PST_OK ? pst_buffer_string(&made.job.picture) : made.error.message;
  assert_string_equal(got, want);
  pst_compare_units_free(&units);
  pst_buffer_free(&options);
  pst_buffer_free(&made.job.picture);
  planned_end(&made);
}

static const char three[] = "v,w,level\n1,2,a\n2,4,b\n3,4,a\n6,7,b\n5,1,c\n9,2,c\n";

static void forests(void **state)
{
  static const struct ask
      ask = {.csv = three, .y = "v", .between = "level"},
      one = {.csv = "v,level,g\n1,a,x\n2,a,x\n5,b,x\n6,b,x\n2,a,y\n4,a,y\n3,b,y\n5,b,y\n",
             .y = "v",
             .between = "level",
             .by = "g"},
      two = {.csv = three, .y = "v,w", .between = "level", .reference = "a"},
      single = {.csv = "v,level\n1,a\n3,a\n2,b\n6,b\n", .y = "v", .between = "level"},
      high = {.csv = three, .y = "v", .between = "level", .highlight = "a"};

  (void)state;
  draws(&ask, "--method=welch",
        "v: levels compared\n"
        "\n"
        "                                                           p\n"
        "b − a       ├────────●─────────┤     2.0 [−11.8, 15.8]  0.49\n"
        "c − a         ├─────────●────────┤    5.0 [−8.8, 18.8]  0.20\n"
        "c − b         ├───────●────────┤      3.0 [−9.2, 15.2]  0.40\n"
        "     −20            0            20\n"
        "      difference\n"
        "\n"
        "welch difference, 95 % interval; n = 4; p: welch (t), not\n"
        "adjusted for 3 comparisons.\n"
        "Source: planned.csv\n");
  draws(&ask, "--method=welch --adjust=holm",
        "v: levels compared\n"
        "\n"
        "                                                    p (Holm)\n"
        "b − a      ├───────●────────┤    2.0 [−11.8, 15.8]      0.80\n"
        "c − a        ├───────●───────┤    5.0 [−8.8, 18.8]      0.60\n"
        "c − b       ├───────●──────┤      3.0 [−9.2, 15.2]      0.80\n"
        "     −20          0          20\n"
        "      difference\n"
        "\n"
        "welch difference, 95 % interval; n = 4; p: welch (t),\n"
        "adjusted for 3 comparisons by Holm.\n"
        "Source: planned.csv\n");
  draws(&one, "--method=welch",
        "v: b − a\n"
        "\n"
        "                                                           p\n"
        "x              ┊ ├──────●──────┤    4.00 [0.96, 7.04]  0.030\n"
        "y  ├─────────────●─────────────┤   1.00 [−5.08, 7.08]   0.55\n"
        "  −5           0          5\n"
        "  difference\n"
        "\n"
        "welch difference, 95 % interval; n = 4; p: welch (t), not\n"
        "adjusted for 2 comparisons.\n"
        "Source: planned.csv\n");
  draws(&two, "--method=welch,mean",
        "v: levels compared\n"
        "\n"
        "                                                           p\n"
        "v, b − a      ├────────●───────┤     2.0 [−11.8, 15.8]  0.49\n"
        "v, c − a        ├────────●───────┤    5.0 [−8.8, 18.8]  0.20\n"
        "w, b − a         ├─────●─────┤        2.5 [−6.5, 11.5]  0.32\n"
        "w, c − a        ├────●───┤            −1.5 [−8.4, 5.4]  0.35\n"
        "        −20           0          20\n"
        "         difference\n"
        "\n"
        "welch difference, 95 % interval; n = 4; p: welch (t), not\n"
        "adjusted for 4 comparisons.\n"
        "Source: planned.csv\n");
  draws(&single, "--method=variance-ratio",
        "v: b / a\n"
        "\n"
        "                                                           p\n"
        "b / a ●────────────────────────────┤      4 [0, 2,591]  0.59\n"
        "      0        1,000      2,000      3,000\n"
        "      variance-ratio\n"
        "\n"
        "variance-ratio, 95 % interval; n = 4; p: variance-ratio (F).\n"
        "Source: planned.csv\n");
  draws(&high, "--method=welch", "--highlight has no meaning for this kind of figure");
}

/* Groups of two columns stand together by the first. */
static void rows_of_one_group(void **state)
{
  static const struct ask ask = {
      .csv = "v,level,g,h\n1,a,x,p\n2,a,x,p\n5,b,x,p\n6,b,x,p\n2,a,y,p\n4,a,y,p\n3,b,y,p\n5,b,y,"
             "p\n2,a,x,q\n4,a,x,q\n3,b,x,q\n9,b,x,q\n",
      .y = "v",
      .between = "level",
      .by = "g,h"};

  (void)state;
  draws(&ask, "--method=welch",
        "v: b − a\n"
        "\n"
        "                                                           p\n"
        "x, p            ├─●┤                   4.0 [1.0, 7.0]  0.030\n"
        "x, q  ├──────────●───────────┤      3.0 [−23.5, 29.5]   0.49\n"
        "y, p          ├─●──┤                  1.0 [−5.1, 7.1]   0.55\n"
        "      −20       0      20       40\n"
        "     difference\n"
        "\n"
        "welch difference, 95 % interval; n = 4; p: welch (t), not\n"
        "adjusted for 3 comparisons.\n"
        "Source: planned.csv\n");
}

static void shares(void **state)
{
  static const struct ask ask = {.csv = "k,n,level\n30,100,a\n50,100,b\n",
                                 .successes = "k",
                                 .trials = "n",
                                 .between = "level"},
                          ratio = {.csv = "k,n,level\n30,100,a\n50,100,b\n",
                                   .successes = "k",
                                   .trials = "n",
                                   .between = "level"},
                          dots = {
                              .csv =
                                  "k,n,level,g\n30,100,a,x\n50,100,b,x\n40,100,a,y\n60,100,b,y\n",
                              .successes = "k",
                              .trials = "n",
                              .between = "level",
                              .by = "g",
                              .chart = PST_CHART_DOTS};

  (void)state;
  draws(&ask, "",
        "k: b − a\n"
        "\n"
        "                                                           p\n"
        "b − a ┊   ├─────────●────────┤       20.0 [6.4, 32.6]  0.004\n"
        "      0            20            40\n"
        "      Difference in percentage points\n"
        "\n"
        "newcombe difference, 95 % interval; n = 200; p: pooled-z\n"
        "(normal).\n"
        "Source: planned.csv\n");
  draws(&ratio, "--method=risk-ratio",
        "k: b / a\n"
        "\n"
        "b / a               ┊ ├──────●─────────┤   1.67 [1.17, 2.38]\n"
        "      0             1             2\n"
        "      risk-ratio\n"
        "\n"
        "risk-ratio, 95 % interval; n = 200.\n"
        "Source: planned.csv\n");
  draws(&dots, "",
        "k\n"
        "\n"
        "x, a ┊         ├──●───┤                    30.0 [21.9, 39.6]\n"
        "x, b ┊                 ├───●───┤           50.0 [40.4, 59.6]\n"
        "y, a ┊             ├───●───┤               40.0 [30.9, 49.8]\n"
        "y, b ┊                     ├───●───┤       60.0 [50.2, 69.1]\n"
        "     0       20       40      60       80\n"
        "     Share (%)\n"
        "\n"
        "wilson share, 95 % interval; n = 100.\n"
        "Source: planned.csv\n");
}

static void levels_as_dots(void **state)
{
  static const struct ask
      ask = {.csv = three, .y = "v", .between = "level", .chart = PST_CHART_DOTS},
      high = {.csv = "v,level,g\n1,a,x\n2,a,x\n5,b,x\n6,b,x\n2,a,y\n4,a,y\n3,b,y\n5,b,y\n",
              .y = "v",
              .between = "level",
              .by = "g",
              .highlight = "b"};

  (void)state;
  draws(&ask, "--method=mean",
        "v\n"
        "\n"
        "a          ├───────●────────┤                    2 [−11, 15]\n"
        "b  ├─────────────────●─────────────────┤         4 [−21, 29]\n"
        "c    ├─────────────────●─────────────────┤       7 [−18, 32]\n"
        "   −20            0            20            40\n"
        "  mean\n"
        "\n"
        "mean, 95 % interval; n = 2.\n"
        "Source: planned.csv\n");
  draws(&high, "--method=mean",
        "v\n"
        "\n"
        "x, a       ├───────●──────┤                  1.5 [−4.9, 7.9]\n"
        "x, b            ├───────●──────┤            5.5 [−0.9, 11.9]\n"
        "y, a ├───────────────●──────────────┤       3.0 [−9.7, 15.7]\n"
        "y, b   ├──────────────●──────────────┤      4.0 [−8.7, 16.7]\n"
        "    −10          0          10          20\n"
        "     mean\n"
        "\n"
        "mean, 95 % interval; n = 2.\n"
        "Source: planned.csv\n");
}

static void scales(void **state)
{
  static const char poll[] = "n,c,g\n20,no,x\n30,so,x\n50,yes,x\n25,no,y\n25,so,y\n50,yes,y\n";
  static const struct ask
      ask = {.csv = poll, .counts = "n", .category = "c", .by = "g", .chart = PST_CHART_LIKERT},
      table = {.csv = "p,q\na,u\na,u\na,w\nb,u\nb,w\nb,w\nb,w\n",
               .x = "p",
               .y = "q",
               .chart = PST_CHART_LIKERT},
      dots = {.csv = "p,q\na,u\na,u\na,w\nb,u\nb,w\nb,w\nb,w\n", .x = "p", .y = "q"},
      high = {.csv = poll,
              .counts = "n",
              .category = "c",
              .by = "g",
              .chart = PST_CHART_LIKERT,
              .highlight = "no"};

  (void)state;
  draws(&ask, "",
        "c\n"
        "\n"
        "█ no  ▒ so  ▓ yes\n"
        "x │ ████ 20 ████▒▒▒▒▒▒ 30 ▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓ 50 ▓▓▓▓▓▓▓▓▓▓▓▓\n"
        "y │█████ 25 █████▒▒▒▒▒ 25 ▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓ 50 ▓▓▓▓▓▓▓▓▓▓▓▓\n"
        "\n"
        "Shares of all answers of a row, the middle answer about 0;\n"
        "n = 100.\n"
        "Source: planned.csv\n");
  draws(&table, "",
        "q\n"
        "\n"
        "█ u  ▒ w\n"
        "a │███████████ 67 ████████████▒▒▒▒ 33 ▒▒▒▒▒\n"
        "b │                 ███ 25 ███▒▒▒▒▒▒▒▒▒▒▒▒▒ 75 ▒▒▒▒▒▒▒▒▒▒▒▒▒\n"
        "\n"
        "Shares of all answers of a row, 0 in the middle of the\n"
        "scale; n = 3 to 4.\n"
        "Source: planned.csv\n");
  draws(&dots, "",
        "q\n"
        "\n"
        "a, u ┊      ├───────────────●─────────┤    66.7 [20.8, 93.9]\n"
        "a, w ┊ ├─────────●───────────────┤          33.3 [6.1, 79.2]\n"
        "b, u ┊ ├──────●──────────────┤              25.0 [4.6, 69.9]\n"
        "b, w ┊          ├──────────────●──────┤    75.0 [30.1, 95.4]\n"
        "     0       25       50      75       100\n"
        "     Share (%)\n"
        "\n"
        "shares, 95 % interval; n = 3 to 4.\n"
        "Source: planned.csv\n");
  draws(&high, "", "--highlight has no meaning for this kind of figure");
}

static void refusals(void **state)
{
  static const struct ask
      likert = {.csv = three, .y = "v", .between = "level", .chart = PST_CHART_LIKERT},
      forest = {.csv = three, .y = "v", .between = "level", .chart = PST_CHART_FOREST},
      dots = {.csv = three, .y = "v", .between = "level", .chart = PST_CHART_DOTS},
      any = {.csv = three, .y = "v", .between = "level"};

  (void)state;
  draws(&likert, "",
        "--chart likert needs the answers of a scale: --counts N --category COL, or -x A -y B");
  draws(&forest, "--method=mean",
        "--chart forest needs a method of two levels that gives an interval");
  draws(&dots, "--method=welch",
        "--chart dots needs a method of each level that gives an interval: mean, median, wilson");
  draws(&any, "--method=kruskal", "nothing to draw: no method gives an interval");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(forests), cmocka_unit_test(rows_of_one_group),
      cmocka_unit_test(shares),  cmocka_unit_test(levels_as_dots),
      cmocka_unit_test(scales),  cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests_name("compare_figure", tests, NULL, NULL);
}
