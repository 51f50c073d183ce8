/* Which estimates a figure shows, by the rules of figure_rows.h. */
#include "check.h"

#include <math.h>
#include <string.h>

#include "compare/figure_rows.h"
#include "compare/order.h"
#include "compare/plan.h"
#include "planned.h"

struct fixture {
  struct planned made;
  struct pst_compare_settings settings;
  struct pst_compare_units units;
  struct pst_compare_figure_rows rows;
};

/* Means 2, 4, 7 and 30 in g = x, 1 and 9 in y. */
static const char csv[] = "v,level,g\n1,a,x\n3,a,x\n2,b,x\n6,b,x\n6,c,x\n8,c,x\n20,d,x\n40,d,x\n"
                          "0,a,y\n2,a,y\n8,b,y\n10,b,y\n";

static void begin(struct fixture *f, const char *options)
{
  memset(f, 0, sizeof *f);
  planned_begin(&f->made, csv, options, &f->settings);
  planned_items(&f->made, &f->made.job.options.y, "v");
  planned_items(&f->made, &f->made.job.options.by, "g");
  f->settings.between = "level";
  assert_int_equal(planned_load(&f->made, pst_compare_plan), PST_OK);
  planned_group(&f->made, &f->settings.by);
  assert_int_equal(pst_compare_orders(&f->made.job, &f->settings, NULL), PST_OK);
  assert_int_equal(pst_compare_compute(&f->made.job, &f->made.groups, &f->units, NULL), PST_OK);
}

static void end(struct fixture *f)
{
  pst_compare_units_free(&f->units);
  planned_end(&f->made);
}

/* "METHOD: GROUP LEVEL<AGAINST ESTIMATE" of each, with the method of the p-value. */
static void rows_are(const struct fixture *f, const char *want)
{
  struct pst_buffer got = {.data = NULL};

  pst_buffer_printf(&got, "%s:", f->rows.method == NULL ? "none" : f->rows.method->name);
  for (size_t i = 0; i < f->rows.n; i++) {
    const struct pst_compare_figure_row *row = &f->rows.rows[i];

    pst_buffer_printf(&got, " %zu %s%s%s %g", row->unit->group, row->subject->level,
                      row->subject->against == NULL ? "" : "<",
                      row->subject->against == NULL ? "" : row->subject->against,
                      row->estimate->estimate);
    if (row->test != NULL)
      pst_buffer_printf(&got, " %s", row->test->method);
  }
  assert_string_equal(pst_buffer_string(&got), want);
  pst_buffer_free(&got);
}

static void the_first_method_with_an_interval(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, "--method=mean,median,cliffs-delta,welch,student");
  assert_int_equal(pst_compare_rows_of_each(&f.made.job, &f.units, &f.rows, NULL), PST_OK);
  rows_are(&f, "mean: 0 a 2 0 b 4 0 c 7 0 d 30 1 a 1 1 b 9");
  assert_false(f.rows.scale);
  f.rows = (struct pst_compare_figure_rows){.n = 0};
  assert_int_equal(pst_compare_rows_of_two(&f.made.job, &f.units, &f.rows, NULL), PST_OK);
  assert_string_equal(f.rows.method->name, "cliffs-delta");
  assert_int_equal(f.rows.n, 7);
  assert_string_equal(f.rows.rows[0].test->method, "welch"); /* which has the p-value */
  end(&f);
  begin(&f, "--method=kruskal");
  assert_int_equal(pst_compare_rows_of_two(&f.made.job, &f.units, &f.rows, NULL), PST_OK);
  rows_are(&f, "none:");
  assert_int_equal(pst_compare_rows_of_each(&f.made.job, &f.units, &f.rows, NULL), PST_OK);
  rows_are(&f, "none:");
  end(&f);
}

/* Every two levels, and the p-value of the same two. */
static void every_two(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, "--method=welch,mean");
  assert_int_equal(pst_compare_rows_of_two(&f.made.job, &f.units, &f.rows, NULL), PST_OK);
  rows_are(&f, "welch: 0 b<a 2 welch 0 c<a 5 welch 0 c<b 3 welch 0 d<a 28 welch 0 d<b 26 welch "
               "0 d<c 23 welch 1 b<a 8 welch");
  end(&f);
  begin(&f, "--method=cliffs-delta,mean,welch");
  assert_int_equal(pst_compare_rows_of_two(&f.made.job, &f.units, &f.rows, NULL), PST_OK);
  for (size_t i = 0; i < f.rows.n; i++) { /* b<a of y must not be told by that of x */
    const struct pst_compare_unit *unit = f.rows.rows[i].unit;
    const size_t at = (size_t)(f.rows.rows[i].test - unit->estimates.items);

    assert_string_equal(unit->subjects[at].level, f.rows.rows[i].subject->level);
    assert_string_equal(unit->subjects[at].against, f.rows.rows[i].subject->against);
  }
  end(&f);
}

/* p of Welch's t: y's 8 / sqrt 2 = 5.66 with df 2 has the least, then c<a with 5 / sqrt 2 = 3.54. */
static void the_least_p_is_kept(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, "--method=welch");
  assert_int_equal(pst_compare_rows_of_two(&f.made.job, &f.units, &f.rows, NULL), PST_OK);
  assert_int_equal(pst_compare_rows_keep(&f.made.job, &f.rows, 7, NULL), PST_OK);
  assert_int_equal(f.rows.n, 7);
  assert_int_equal(pst_compare_rows_keep(&f.made.job, &f.rows, 2, NULL), PST_OK);
  rows_are(&f, "welch: 0 c<a 5 welch 1 b<a 8 welch");
  assert_int_equal(pst_compare_rows_keep(&f.made.job, &f.rows, 1, NULL), PST_OK);
  rows_are(&f, "welch: 1 b<a 8 welch");
  end(&f);
}

/* Without a p-value the largest difference from nothing: of ratios, in their logarithm. */
static void the_largest_is_kept(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, "--method=mean");
  assert_int_equal(pst_compare_rows_of_each(&f.made.job, &f.units, &f.rows, NULL), PST_OK);
  assert_int_equal(pst_compare_rows_keep(&f.made.job, &f.rows, 3, NULL), PST_OK);
  rows_are(&f, "mean: 0 c 7 0 d 30 1 b 9");
  end(&f);
  begin(&f, "--method=variance-ratio");
  assert_int_equal(pst_compare_rows_of_two(&f.made.job, &f.units, &f.rows, NULL), PST_OK);
  for (size_t i = 0; i < f.rows.n; i++)
    f.rows.rows[i].test = NULL;
  /* b<a 4, c<a 1, c<b 1/4, d<a 100, d<b 25, d<c 100, b<a of y 1 */
  assert_int_equal(pst_compare_rows_keep(&f.made.job, &f.rows, 5, NULL), PST_OK);
  rows_are(&f, "variance-ratio: 0 b<a 4 0 c<b 0.25 0 d<a 100 0 d<b 25 0 d<c 100");
  assert_int_equal(pst_compare_rows_keep(&f.made.job, &f.rows, 4, NULL), PST_OK);
  rows_are(&f,
           "variance-ratio: 0 b<a 4 0 d<a 100 0 d<b 25 0 d<c 100"); /* of equal ones the first */
  end(&f);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_first_method_with_an_interval),
      cmocka_unit_test(every_two),
      cmocka_unit_test(the_least_p_is_kept),
      cmocka_unit_test(the_largest_is_kept),
  };

  return cmocka_run_group_tests_name("figure_rows", tests, NULL, NULL);
}
