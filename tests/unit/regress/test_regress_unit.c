/* The regression of one group and one variable, and its rows: names of fits, notes, what is set against what; numbers by hand. */
#include "check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "planned.h"
#include "regress/lines.h"
#include "regress/plan.h"
#include "regress/unit.h"

struct fixture {
  struct planned made;
  struct pst_regress_settings settings;
  struct pst_regress_unit unit;
  struct pst_regress_lines lines;
};

static struct pst_regress_settings *begin(struct fixture *f, const char *csv, const char *y,
                                          const char *x, const char *options)
{
  memset(f, 0, sizeof *f);
  planned_begin(&f->made, csv, options, &f->settings);
  planned_items(&f->made, &f->made.job.options.y, y);
  if (x != NULL)
    planned_items(&f->made, &f->made.job.options.x, x);
  return &f->settings;
}

static void end(struct fixture *f)
{
  pst_estimates_free(&f->lines.list);
  planned_end(&f->made);
}

static enum pst_status fit(struct fixture *f)
{
  assert_int_equal(planned_load(&f->made, pst_regress_plan), PST_OK);
  planned_group(&f->made, &f->settings.by);
  return pst_regress_unit_fit(&f->made.job, &f->made.groups, &f->unit, &f->made.error);
}

static void fitted(struct fixture *f)
{
  assert_int_equal(fit(f), PST_OK);
  f->lines.list.arena = &f->made.job.arena;
  assert_int_equal(pst_regress_lines_make(&f->made.job, &f->unit, &f->lines, NULL), PST_OK);
}

/* Each row as "TERM[<AGAINST] N ESTIMATE [note]", the first N_ROWS of them. */
static void rows_are(const struct fixture *f, size_t n_rows, const char *want)
{
  struct pst_buffer got = {.data = NULL};
  char number[PST_NUMBER_SIZE];

  for (size_t i = 0; i < f->lines.list.count && i < n_rows; i++) {
    const struct pst_estimate *row = &f->lines.list.items[i];

    pst_buffer_printf(&got, "%s", row->term);
    if (f->lines.against[i] != NULL)
      pst_buffer_printf(&got, "<%s", f->lines.against[i]);
    pst_buffer_printf(&got, " %zu", row->n);
    if (!isnan(row->estimate)) {
      pst_number_print_digits(number, row->estimate, 6);
      pst_buffer_printf(&got, " %s", number);
    }
    if (row->note != NULL)
      pst_buffer_printf(&got, " [%s]", row->note);
    pst_buffer_putc(&got, '\n');
  }
  assert_string_equal(pst_buffer_string(&got), want);
  pst_buffer_free(&got);
}

/* Slope 4 / 5, residuals -.3 .9 -.9 .3: their sum of squares is 1.8, that of y 5. */
static const char four[] = "x,y,k,g\n1,1,a,p\n2,3,a,q\n3,2,b,p\n4,4,b,q\n";

static void by_hand(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, four, "y", "x", "");
  fitted(&f);
  assert_string_equal(f.unit.method, "ols");
  assert_true(f.unit.plain_errors);
  assert_null(f.unit.note);
  rows_are(&f, 4, "intercept 4 0.5\ncoefficient<x 4 0.8\nr2 4 0.64\nadj_r2 4 0.46\n");
  assert_close(f.lines.list.items[1].std_error, sqrt(0.9 / 5), 1e-15, 0);
  assert_close(f.lines.list.items[1].df, 2, 0, 0);
  end(&f);
  begin(&f, four, "y", "x", "")->no_intercept = true; /* 29 / 30 */
  fitted(&f);
  rows_are(&f, 1, "coefficient<x 4 0.966667\n");
  end(&f);
}

/* A level is told with what it is set against; a factor of one level has no coefficient. */
static void factors(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, four, "y", NULL, "");
  planned_items(&f.made, &f.settings.factor, "k");
  fitted(&f);
  rows_are(&f, 2, "intercept 4 2\ncoefficient<k[b] 4 1 [against a]\n");
  end(&f);
  begin(&f, "x,y,k\n1,1,a\n2,3,a\n3,2,a\n", "y", "x", "");
  planned_items(&f.made, &f.settings.factor, "k");
  fitted(&f);
  rows_are(&f, 3,
           "intercept 3 1\ncoefficient<x 3 0.5\ncoefficient 3 ['k' has one level only in the rows "
           "that are used: a]\n");
  end(&f);
  begin(&f, "x,y,k\n1,1,a\n1,3,a\n", "y", "x", ""); /* no fit, and that */
  planned_items(&f.made, &f.settings.factor, "k");
  fitted(&f);
  assert_int_equal(f.lines.list.count, 2);
  assert_string_equal(f.lines.list.items[1].note,
                      "'k' has one level only in the rows that are used: a");
  assert_string_equal(f.lines.list.items[0].note, f.unit.why_not);
  end(&f);
}

/* Units come from the file: of y for the constant and for levels, per that of x for slopes. */
static void units(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, "y,x,z,k\n1,1,2,a\n3,2,1,a\n2,3,5,b\n4,4,4,b\n2,6,3,b\n", "y", "x,z", "");
  planned_items(&f.made, &f.settings.factor, "k");
  assert_int_equal(fit(&f), PST_OK);
  f.lines.list.arena = &f.made.job.arena;
  f.made.job.table.columns[f.made.job.roles[f.settings.y.roles[0]].column].unit = "km";
  f.unit.model.terms[1].unit = "year";
  assert_int_equal(pst_regress_lines_make(&f.made.job, &f.unit, &f.lines, NULL), PST_OK);
  assert_string_equal(f.lines.list.items[0].unit, "km");
  assert_string_equal(f.lines.list.items[1].unit, "km per year");
  assert_null(f.lines.list.items[2].unit);
  assert_string_equal(f.lines.list.items[3].unit, "km");
  end(&f);
}

/* "ols-within(country)-hc3": the fit, then the kind of its errors. */
static void names_of_fits(void **state)
{
  static const char csv[] = "x,y,w,k,t\n1,1,1,a,1\n2,3,2,a,2\n3,2,1,b,3\n4,4,2,b,4\n6,3,1,c,5\n"
                            "7,9,1,c,6\n8,5,1,c,7\n";
  struct fixture f;

  (void)state;
  begin(&f, csv, "y", "x", "")->errors = PST_ERRORS_HC0;
  fitted(&f);
  assert_string_equal(f.unit.method, "ols-hc0");
  assert_false(f.unit.plain_errors);
  end(&f);
  begin(&f, csv, "y", "x", "")->errors = PST_ERRORS_HC3;
  f.settings.weight = "w";
  fitted(&f);
  assert_string_equal(f.unit.method, "weighted-ols-hc3");
  end(&f);
  begin(&f, csv, "y", "x", "")->within = "k";
  fitted(&f);
  assert_string_equal(f.unit.method, "ols-within(k)");
  assert_true(f.unit.plain_errors);
  end(&f);
  begin(&f, csv, "y", "x", "")->cluster = "k";
  fitted(&f);
  assert_string_equal(f.unit.method, "ols-cluster(k)");
  assert_string_equal(f.unit.note, "3 clusters: few for clustered errors");
  end(&f);
  begin(&f, csv, "y", "x", "")->hac = (struct pst_regress_hac){.given = true, .lag = 2};
  f.made.job.options.time = "t";
  fitted(&f);
  assert_string_equal(f.unit.method, "ols-newey-west(2)");
  end(&f);
  begin(&f, csv, "y", "x", "")->hac = (struct pst_regress_hac){.given = true, .automatic = true};
  f.made.job.options.time = "t"; /* floor(4 (7 / 100)^(2 / 9)) */
  fitted(&f);
  assert_string_equal(f.unit.method, "ols-newey-west(2)");
  end(&f);
  begin(&f, csv, "y", "x", "")->robust = PST_ROBUST_HUBER;
  fitted(&f);
  assert_string_equal(f.unit.method, "robust-huber");
  assert_non_null(f.unit.weights);
  assert_false(f.unit.plain_errors);
  end(&f);
}

/* A perfect fit has no test, whatever errors were asked for. */
static void perfect(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, "x,y,k\n1,3,a\n2,5,b\n3,7,c\n4,9,d\n", "y", "x", "")->robust = PST_ROBUST_BISQUARE;
  fitted(&f);
  assert_true(f.unit.fit.perfect);
  assert_null(f.unit.weights);
  rows_are(&f, 2,
           "intercept 4 1 [perfect fit: no test]\ncoefficient<x 4 2 [perfect fit: no test]\n");
  assert_nan(f.lines.list.items[1].p_value);
  end(&f);
}

static void no_fit(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, "x,y,t\n1,3,1\n2,5,1\n3,7,2\n4,8,3\n", "y", "x", "")->hac =
      (struct pst_regress_hac){.given = true, .lag = 1};
  f.made.job.options.time = "t";
  fitted(&f);
  rows_are(&f, 9,
           "coefficient 4 [two rows of one time: --hac needs a series; -g makes series, --cluster "
           "is for panels]\n");
  assert_string_equal(f.unit.method, "ols-newey-west(1)");
  end(&f);
  begin(&f, "x,y,w\n1,3,1\n2,5,-1\n3,7,1\n", "y", "x", "")->weight = "w";
  assert_int_equal(fit(&f), PST_BAD_DATA);
  assert_string_equal(planned_message(&f.made),
                      "3: the weight in 'w' is -1; weights are 0 or above");
  end(&f);
}

/* Of N rows with residuals 1 and -1 in RUNS, forward and back again, about y = t; r1 is (N - 1 - 2 changes) / N. */
static void runs(char *csv, const unsigned *run, size_t n_runs)
{
  int t = 0, sign = 1;

  csv += sprintf(csv, "t,y\n");
  for (size_t r = 0; r < 2 * n_runs; r++) {
    for (unsigned i = 0; i < run[r < n_runs ? r : 2 * n_runs - 1 - r]; i++, t++)
      csv += sprintf(csv, "%d,%d\n", t, t + sign);
    sign = r + 1 == n_runs ? sign : -sign;
  }
}

/* Rows in order whose residuals depend on those before: beyond 1.96 / sqrt n, which is .346 of 32. */
static void residuals_in_order(void **state)
{
  static const unsigned eight[] = {3, 4, 3, 4, 2}, ten[] = {3, 3, 3, 3, 2, 2};
  static char csv[1024];
  struct fixture f;

  (void)state;
  runs(csv, eight, 5); /* (31 - 16) / 32 */
  begin(&f, csv, "y", "t", "")->no_intercept = false;
  f.made.job.options.time = "t";
  fitted(&f);
  rows_are(&f, 2,
           "intercept 32 0 [residuals depend on those before (lag 1: 0.47): see --hac]\n"
           "coefficient<t 32 1 [residuals depend on those before (lag 1: 0.47): see --hac]\n");
  end(&f);
  begin(&f, csv, "y", "t", ""); /* nobody says that they are in order */
  fitted(&f);
  assert_null(f.unit.note);
  end(&f);
  begin(&f, csv, "y", "t", "")->hac = (struct pst_regress_hac){.given = true, .lag = 1};
  f.made.job.options.time = "t";
  fitted(&f);
  assert_null(f.unit.note);
  end(&f);
  runs(csv, ten, 6); /* (31 - 20) / 32 = .344 */
  begin(&f, csv, "y", "t", "");
  f.made.job.options.time = "t";
  fitted(&f);
  assert_null(f.unit.note);
  end(&f);
}

/* Below 30 clusters it is said. */
static void few_clusters(void **state)
{
  static char csv[1024];
  struct fixture f;

  (void)state;
  for (int clusters = 29; clusters <= 30; clusters++) {
    char *at = csv + sprintf(csv, "x,y,k\n");

    for (int i = 0; i < 60; i++)
      at += sprintf(at, "%d,%d,k%d\n", i, i * 7 % 11, i % clusters);
    begin(&f, csv, "y", "x", "")->cluster = "k";
    fitted(&f);
    if (clusters == 29)
      assert_string_equal(f.unit.note, "29 clusters: few for clustered errors");
    else
      assert_null(f.unit.note);
    end(&f);
  }
}

/* With --terms all the inflation of each column is set against its name, behind the coefficients. */
static void all_terms(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, "y,x,z\n1,1,2\n3,2,1\n2,3,5\n4,4,4\n2,6,3\n", "y", "x,z", "--terms=all");
  fitted(&f);
  assert_string_equal(f.lines.list.items[3].term, "vif");
  assert_string_equal(f.lines.against[3], "x");
  assert_string_equal(f.lines.against[4], "z");
  assert_string_equal(f.lines.list.items[5].term, "r2");
  assert_null(f.lines.against[5]);
  end(&f);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(by_hand),
      cmocka_unit_test(factors),
      cmocka_unit_test(units),
      cmocka_unit_test(names_of_fits),
      cmocka_unit_test(perfect),
      cmocka_unit_test(no_fit),
      cmocka_unit_test(residuals_in_order),
      cmocka_unit_test(few_clusters),
      cmocka_unit_test(all_terms),
  };

  return cmocka_run_group_tests_name("regress_unit", tests, NULL, NULL);
}
