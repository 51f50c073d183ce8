/* The figures of regressions, drawn with characters: coefficients with their intervals, residuals. */
#include "check.h"

#include <string.h>

#include "planned.h"
#include "regress/plan.h"
#include "regress/run.h"
#include "file.h"

struct ask {
  const char *csv, *y, *x, *factor, *by, *highlight, *time;
  bool residuals;
};

static void list(struct planned *made, struct pst_list *to, const char *items)
{
  if (items != NULL)
    planned_items(made, to, items);
}

/* The figure, in 60 columns, with OPTIONS; or the message. */
static void draws(const struct ask *ask, const char *more, const char *want)
{
  struct pst_regress_settings s;
  struct pst_buffer options = {.data = NULL};
  struct planned made;
  enum pst_status status;
  const char *got;

  memset(&s, 0, sizeof s);
  pst_buffer_printf(&options, "--render=term --width=60 --output=%s %s", file_path("o.csv"), more);
  planned_begin(&made, ask->csv, pst_buffer_string(&options), &s);
  list(&made, &made.job.options.y, ask->y);
  list(&made, &made.job.options.x, ask->x);
  list(&made, &made.job.options.by, ask->by);
  list(&made, &s.factor, ask->factor);
  made.job.options.time = ask->time;
  s.chart = ask->residuals ? PST_REGRESS_RESIDUALS : PST_REGRESS_COEFFICIENTS;
  s.chart_given = ask->residuals;
  status = planned_load(&made, pst_regress_plan);
  if (status == PST_OK)
    status = pst_regress_run(&made.job, &made.error);
  got = status == PST_OK ? pst_buffer_string(&made.job.picture) : made.error.message;
  assert_string_equal(got, want);
  pst_buffer_free(&options);
  pst_buffer_free(&made.job.picture);
  planned_end(&made);
}

static const char data[] =
    "x,z,y,w,k,g,t\n1,5,1,9,a,p,2000\n2,3,3,7,b,p,2001\n3,8,2,8,a,p,2002\n4,1,4,4,b,p,2003\n1,5,2,"
    "1,a,q,2004\n2,3,5,2,b,q,2005\n3,8,4,3,a,q,2006\n4,1,9,5,b,q,2007\n";

static void coefficients(void **state)
{
  static const struct ask one = {.csv = data, .y = "y", .x = "x"},
                          two = {.csv = data, .y = "y", .x = "x,z"},
                          factor = {.csv = data, .y = "y", .x = "x", .factor = "k"},
                          groups = {.csv = data, .y = "y", .x = "x", .by = "g"},
                          both = {.csv = data, .y = "y,w", .x = "x", .by = "g"};

  (void)state;
  draws(&one, "",
        "y: coefficients\n"
        "\n"
        "                                                           p\n"
        "x  ├────────────●────────────┤     1.67 [−0.17, 3.52]  0.068\n"
        "    0      1      2      3      4\n"
        "  Change of y for one standard deviation of the column, or …\n"
        "\n"
        "ols; n = 8; 95 % intervals; p not adjusted.\n"
        "Source: planned.csv\n");
  draws(&two, "",
        "y: coefficients\n"
        "\n"
        "                                                           p\n"
        "x              ├──────●──────┤      1.37 [−0.54, 3.27]  0.12\n"
        "z     ├──────●──────┤              −1.01 [−2.91, 0.90]  0.23\n"
        " −4      −2      0       2      4\n"
        "  Change of y for one standard deviation of the column, or …\n"
        "\n"
        "ols; n = 8; 95 % intervals; p not adjusted.\n"
        "Source: planned.csv\n");
  draws(&factor, "",
        "y: coefficients\n"
        "\n"
        "                                                           p\n"
        "x        ├──────●──────┤            1.20 [−0.84, 3.23]  0.19\n"
        "k[b]  ├────────────●────────────┤   2.00 [−1.80, 5.80]  0.23\n"
        "            0                5\n"
        "     Change of y for one standard deviation of the column, …\n"
        "\n"
        "ols; n = 8; 95 % intervals; p not adjusted.\n"
        "Source: planned.csv\n");
  draws(&groups, "",
        "y: coefficients\n"
        "\n"
        "                                                           p\n"
        "p, x   ├──────●──────┤              1.03 [−1.32, 3.39]  0.20\n"
        "q, x  ├────────────●────────────┤   2.58 [−1.72, 6.88]  0.12\n"
        "           0              5\n"
        "     Change of y for one standard deviation of the column, …\n"
        "\n"
        "ols; n = 4; 95 % intervals; p not adjusted.\n"
        "Source: planned.csv\n");
  draws(&groups, "--adjust=holm",
        "y: coefficients\n"
        "\n"
        "                                                           p\n"
        "p, x   ├──────●──────┤              1.03 [−1.32, 3.39]  0.20\n"
        "q, x  ├────────────●────────────┤   2.58 [−1.72, 6.88]  0.12\n"
        "           0              5\n"
        "     Change of y for one standard deviation of the column, …\n"
        "\n"
        "ols; n = 4; 95 % intervals; p not adjusted.\n"
        "Source: planned.csv\n");
  draws(&both, "",
        "y: coefficients\n"
        "\n"
        "                                                           p\n"
        "p, y, x         ├───●───┤          1.03 [−1.32, 3.39]   0.20\n"
        "p, w, x  ├─────●─────┤            −1.81 [−5.41, 1.79]   0.16\n"
        "q, y, x        ├───────●──────┤    2.58 [−1.72, 6.88]   0.12\n"
        "q, w, x           ┊├─●─┤            1.68 [0.72, 2.64]  0.017\n"
        "        −5        0        5\n"
        "        Change of y for one standard deviation of the colum…\n"
        "\n"
        "ols; n = 4; 95 % intervals; p not adjusted.\n"
        "Source: planned.csv\n");
}

static void residuals(void **state)
{
  static const struct ask one = {.csv = data, .y = "y", .x = "x", .residuals = true},
                          time = {.csv = data, .y = "y", .x = "x", .time = "t", .residuals = true},
                          groups = {.csv = data, .y = "y", .x = "x", .by = "g", .residuals = true};

  (void)state;
  draws(&one, "",
        "y: residuals\n"
        "Residual\n"
        "\n"
        " 4 ┤\n"
        "   │\n"
        "   │                                                      ●\n"
        "   │\n"
        "   │\n"
        " 2 ┤                            ●\n"
        "   │\n"
        "   │\n"
        "   │               ●\n"
        " 0 ┤┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄─────────────●──────────────────────────┄\n"
        "   │                                         ●\n"
        "   │               ●\n"
        "   │\n"
        "   │                                                      ●\n"
        "−2 ┤\n"
        "   │                                         ●\n"
        "   └────────────────────────────────────────────────────────\n"
        "    0                 2                  4                 6\n"
        "    Fitted value\n"
        "\n"
        "ols; n = 8; a pattern around 0 is what the model misses.\n"
        "Source: planned.csv\n");
  draws(&time, "",
        "y: residuals\n"
        "Residual\n"
        "\n"
        " 4 ┤\n"
        "   │\n"
        "   │                                                      ●\n"
        "   │\n"
        "   │\n"
        " 2 ┤                            ●\n"
        "   │\n"
        "   │\n"
        "   │               ●\n"
        " 0 ┤┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄─────────────●──────────────────────────┄\n"
        "   │                                         ●\n"
        "   │               ●\n"
        "   │\n"
        "   │                                                      ●\n"
        "−2 ┤\n"
        "   │                                         ●\n"
        "   └────────────────────────────────────────────────────────\n"
        "    0                 2                  4                 6\n"
        "    Fitted value\n"
        "\n"
        "ols; n = 8; a pattern around 0 is what the model misses.\n"
        "Source: planned.csv\n");
  draws(&groups, "",
        "y: residuals\n"
        "Residual\n"
        "\n"
        " 1 ┤             ●            ■                        ■ ■ q\n"
        "   │\n"
        "   │\n"
        "   │                        ●                            ● p\n"
        "   │\n"
        " 0 ┤┄┄┄┄┄┄┄┄─────■──────────────────────────────────────\n"
        "   │        ●\n"
        "   │\n"
        "   │\n"
        "   │                  ●\n"
        "−1 ┤\n"
        "   │\n"
        "   │\n"
        "   │\n"
        "   │\n"
        "−2 ┤                                      ■\n"
        "   └────────────────────────────────────────────────────\n"
        "    0            2            4           6            8\n"
        "    Fitted value\n"
        "\n"
        "ols; n = 4; a pattern around 0 is what the model misses.\n"
        "Source: planned.csv\n");
}

/* A perfect fit has no interval, and no fit no figure. */
static void nothing(void **state)
{
  static const struct ask perfect = {.csv = "x,y\n1,3\n2,5\n3,7\n4,9\n", .y = "y", .x = "x"},
                          few = {.csv = "x,y\n1,3\n2,5\n", .y = "y", .x = "x"};

  (void)state;
  draws(&perfect, "",
        "y: coefficients\n"
        "\n"
        "                                                           p\n"
        "x ┊                                        ●         2.58\n"
        "  0               1               2               3\n"
        "  Change of y for one standard deviation of the column, or …\n"
        "\n"
        "ols; n = 4; 95 % intervals; p not adjusted.\n"
        "Source: planned.csv\n");
  draws(&few, "",
        "nothing can be computed: too few complete rows (2) for 2 coefficients and a test");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(coefficients),
      cmocka_unit_test(residuals),
      cmocka_unit_test(nothing),
  };

  return cmocka_run_group_tests_name("regress_figure", tests, NULL, NULL);
}
