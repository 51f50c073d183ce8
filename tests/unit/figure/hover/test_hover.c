#include "check.h"

#include <math.h>
#include <string.h>

#include "figure/hover/hover.h"

static const double year[] = {2000, 2001, 2002}, aid[] = {10, NAN, 30};
static const struct pst_figure_tick ticks[] = {{2000, "FY2000"}};

static const struct pst_figure_series series[] = {
    {.name = "C\u00F4te <1>", .n = 3, .x = year, .y = aid},
};

static struct pst_figure make(void)
{
  return (struct pst_figure){.kind = PST_FIGURE_LINES,
                             .title = "Aid & more",
                             .subtitle = "In two years",
                             .y_label = "Aid (USD)",
                             .source = "a.csv",
                             .series = series,
                             .n_series = 1};
}

static void is_named(const struct pst_figure *figure, const char *svg, const char *want)
{
  struct pst_buffer out = {.data = NULL};

  pst_hover_name(figure, svg, &out);
  assert_string_equal(pst_buffer_string(&out), want);
  pst_buffer_free(&out);
}

#define GROUP(marks) "\t<g id=\"figure_plot_1\" ><title>$s1 using 1:2</title>\n" marks "\t</g>\n"

static void title_and_description(void **state)
{
  struct pst_figure figure = make();

  (void)state;
  is_named(&figure, "<svg>\n<title>figure</title>\n<desc>Produced by GNUPLOT 5.4 </desc>\n<g/>\n",
           "<svg>\n<title>Aid &amp; more</title>\n<desc>In two years. Upright: Aid (USD). Shown: "
           "C\u00F4te "
           "&lt;1&gt;. Source: a.csv. </desc>\n<g/>\n");
  figure.title = "";
  is_named(&figure, "<title>figure</title>\n", "<title>Aid (USD)</title>\n");
  is_named(NULL, "<title>figure</title>\n<desc>Produced by GNUPLOT 5.4 </desc>\n",
           "<title>figure</title>\n");
}

static void points(void **state)
{
  struct pst_figure figure = make();

  (void)state;
  figure.x_ticks = ticks;
  figure.n_x_ticks = 1;
  is_named(&figure,
           GROUP("\t<use xlink:href='#gpPt6' transform='translate(10.00,90.00) scale(1)'/>\n"
                 "\t<use xlink:href='#gpPt6' transform='translate(30.00,50.00) scale(1)'/>\n"),
           "\t<g id=\"figure_plot_1\" ><title>C\u00F4te &lt;1&gt;</title>\n"
           "\t<use xlink:href='#gpPt6' transform='translate(10.00,90.00) scale(1)'>"
           "<title>C\u00F4te &lt;1&gt;, FY2000: 10</title></use>\n"
           "\t<use xlink:href='#gpPt6' transform='translate(30.00,50.00) scale(1)'>"
           "<title>C\u00F4te &lt;1&gt;, 2002: 30</title></use>\n\t</g>\n");
}

/* Another number of marks, or marks elsewhere: none is named. */
static void marks_that_are_no_points(void **state)
{
  struct pst_figure figure = make();

  (void)state;
  is_named(&figure, GROUP("\t<use transform='translate(10.00,90.00)'/>\n"),
           "\t<g id=\"figure_plot_1\" ><title>C\u00F4te &lt;1&gt;</title>\n"
           "\t<use transform='translate(10.00,90.00)'/>\n\t</g>\n");
  is_named(&figure, "\t<g><title>$s1_fit using 1:2</title>\n<path/>\n\t</g>\n",
           "\t<g><title>C\u00F4te &lt;1&gt;</title>\n<path/>\n\t</g>\n");
  is_named(&figure, "\t<g><title>$s2 using 1:2</title>\n\t</g>\n", "\t<g>\n\t</g>\n");
  is_named(&figure, "\t<g><title>$zero using 1:2</title>\n\t</g>\n", "\t<g>\n\t</g>\n");
}

static void points_off_their_place(void **state)
{
  static const double x[] = {1, 2, 3}, y[] = {1, 2, 3};
  static const struct pst_figure_series straight[] = {{.name = "a", .n = 3, .x = x, .y = y}};
  struct pst_figure figure = make();

  (void)state;
  figure.series = straight;
  is_named(&figure,
           GROUP("\t<use transform='translate(10,10)'/>\n\t<use transform='translate(25,20)'/>\n"
                 "\t<use transform='translate(30,30)'/>\n"),
           "\t<g id=\"figure_plot_1\" ><title>a</title>\n"
           "\t<use transform='translate(10,10)'/>\n\t<use transform='translate(25,20)'/>\n"
           "\t<use transform='translate(30,30)'/>\n\t</g>\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(title_and_description),
      cmocka_unit_test(points),
      cmocka_unit_test(marks_that_are_no_points),
      cmocka_unit_test(points_off_their_place),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
