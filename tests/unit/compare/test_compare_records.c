/* The records of comparisons as they are written, by the rules of records.h. */
#include "check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "compare/order.h"
#include "compare/plan.h"
#include "compare/records.h"
#include "file.h"
#include "planned.h"

struct fixture {
  struct planned made;
  struct pst_compare_settings settings;
  struct pst_compare_units units;
};

static struct pst_list *y(struct fixture *f)
{
  return &f->made.job.options.y;
}

/* The records go to a file of CSV. */
static struct pst_compare_settings *begin(struct fixture *f, const char *csv, const char *options)
{
  struct pst_buffer all = {.data = NULL};

  memset(f, 0, sizeof *f);
  pst_buffer_printf(&all, "--output=%s %s", file_path("records.csv"), options);
  planned_begin(&f->made, csv, pst_buffer_string(&all), &f->settings);
  pst_buffer_free(&all);
  return &f->settings;
}

static void end(struct fixture *f)
{
  pst_compare_units_free(&f->units);
  planned_end(&f->made);
}

static void compute(struct fixture *f)
{
  assert_int_equal(planned_load(&f->made, pst_compare_plan), PST_OK);
  planned_group(&f->made, &f->settings.by);
  assert_int_equal(pst_compare_orders(&f->made.job, &f->settings, NULL), PST_OK);
  assert_int_equal(pst_compare_compute(&f->made.job, &f->made.groups, &f->units, NULL), PST_OK);
}

static enum pst_status emit(struct fixture *f)
{
  return pst_compare_emit(&f->made.job, &f->made.groups, f->made.names, &f->units, &f->made.error);
}

/* The first COLUMNS cells of each line. */
static void lines_begin(size_t columns, const char *want)
{
  struct pst_buffer got = {.data = NULL};
  char *text = file_get(file_path("records.csv"));

  for (const char *line = text; *line != '\0'; line += strcspn(line, "\n") + 1) {
    size_t commas = 0, size = 0;

    while (line[size] != '\n' && (commas += line[size] == ',') < columns)
      size++;
    pst_buffer_add(&got, line, size);
    pst_buffer_putc(&got, '\n');
  }
  assert_string_equal(pst_buffer_string(&got), want);
  pst_buffer_free(&got);
  free(text);
}

static const char csv[] = "v,w,level,g\n1,5,a,x\n3,6,a,x\n2,7,b,x\n6,9,b,x\n6,,c,x\n8,,c,x\n"
                          "4,1,a,y\n6,2,a,y\n1,3,b,y\n5,4,b,y\n";

static void levels_and_what_they_are_set_against(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, csv, "--method=mean,welch")->between = "level";
  planned_items(&f.made, y(&f), "v");
  planned_items(&f.made, &f.made.job.options.by, "g");
  compute(&f);
  assert_int_equal(emit(&f), PST_OK);
  lines_begin(7, "g,level,variable,against,method,term,n\n"
                 "x,a,v,,mean,mean,2\nx,b,v,,mean,mean,2\nx,c,v,,mean,mean,2\n"
                 "x,b,v,a,welch,difference,4\nx,c,v,a,welch,difference,4\n"
                 "x,c,v,b,welch,difference,4\n"
                 "y,a,v,,mean,mean,2\ny,b,v,,mean,mean,2\ny,b,v,a,welch,difference,4\n");
  end(&f);
  begin(&f, csv, "--method=mean")->between = "level";
  planned_items(&f.made, y(&f), "v,w");
  planned_items(&f.made, &f.settings.levels, "b");
  compute(&f);
  assert_int_equal(emit(&f), PST_OK);
  lines_begin(5, "level,variable,against,method,term\nb,v,,mean,mean\nb,w,,mean,mean\n");
  end(&f);
}

/* A poll has its categories, a table its rows and columns; the rows of one variable are called by it. */
static void polls_and_tables(void **state)
{
  static const char poll[] = "n,c\n50,yes\n70,no\n";
  struct fixture f;

  (void)state;
  begin(&f, poll, "")->counts = "n";
  f.settings.category = "c";
  compute(&f);
  assert_int_equal(emit(&f), PST_OK);
  lines_begin(3, "c,variable,against\nyes,n,\nno,n,\nyes,n,\nno,n,\n");
  end(&f);
  begin(&f, "p,q,r\na,u,1\na,w,1\nb,u,2\nb,u,2\n", "--method=shares");
  planned_items(&f.made, y(&f), "q");
  planned_items(&f.made, &f.made.job.options.x, "p");
  compute(&f);
  assert_int_equal(emit(&f), PST_OK);
  lines_begin(6, "p,q,variable,against,method,term\na,u,q,p,shares,share\n"
                 "a,w,q,p,shares,share\nb,u,q,p,shares,share\nb,w,q,p,shares,share\n");
  end(&f);
  begin(&f, "p,q,r\na,u,1\na,w,1\nb,u,2\nb,u,2\n", "--method=shares");
  planned_items(&f.made, y(&f), "q,r");
  planned_items(&f.made, &f.made.job.options.x, "p");
  compute(&f);
  assert_int_equal(emit(&f), PST_OK);
  lines_begin(3, "p,category,variable\na,u,q\na,w,q\nb,u,q\nb,w,q\na,1,r\na,2,r\nb,1,r\nb,2,r\n");
  end(&f);
}

/* Several p-values of one method and term: said once, or adjusted, within the family. */
static void families(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, csv, "--method=welch,student")->between = "level";
  planned_items(&f.made, y(&f), "v");
  compute(&f);
  assert_int_equal(pst_compare_adjust(&f.made.job, &f.units, NULL), PST_OK);
  assert_string_equal(
      pst_buffer_string(&f.made.job.log),
      "test: 3 comparisons with a p-value each, none adjusted; --adjust holm does\n");
  assert_nan(f.units.units[0].estimates.items[0].p_adjusted);
  end(&f);
  begin(&f, csv, "--method=welch,student --adjust=none")->between = "level";
  planned_items(&f.made, y(&f), "v");
  compute(&f);
  assert_int_equal(pst_compare_adjust(&f.made.job, &f.units, NULL), PST_OK);
  assert_int_equal(f.made.job.log.size, 0);
  end(&f);
  begin(&f, csv, "--method=welch,student")->between = "level"; /* one each */
  planned_items(&f.made, y(&f), "v");
  planned_items(&f.made, &f.settings.levels, "a,b");
  compute(&f);
  assert_int_equal(pst_compare_adjust(&f.made.job, &f.units, NULL), PST_OK);
  assert_int_equal(f.made.job.log.size, 0);
  end(&f);
  begin(&f, csv, "--method=welch,student --adjust=bonferroni")->between = "level";
  planned_items(&f.made, y(&f), "v");
  compute(&f);
  assert_int_equal(pst_compare_adjust(&f.made.job, &f.units, NULL), PST_OK);
  assert_int_equal(f.made.job.log.size, 0);
  for (size_t i = 0; i < 6; i++) {
    const struct pst_estimate *row = &f.units.units[0].estimates.items[i];

    assert_close(row->p_adjusted, fmin(1, 3 * row->p_value), 1e-15, 0);
    assert_string_equal(row->note, "family of 3");
  }
  end(&f);
}

/* Where no record has a number they are written all the same, and why is said. */
static void nothing(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, "v,level\n1,a\n,b\n", "--method=welch")->between = "level";
  planned_items(&f.made, y(&f), "v");
  compute(&f);
  assert_int_equal(emit(&f), PST_UNDEFINED);
  assert_string_equal(f.made.error.message, "nothing can be computed: one level only: a");
  lines_begin(5, "level,variable,against,method,term\n,v,,welch,difference\n");
  end(&f);
  begin(&f, "v,level,g\n1,a,x\n,b,x\n1,a,y\n2,a,y\n3,b,y\n4,b,y\n", "--method=welch")->between =
      "level";
  planned_items(&f.made, y(&f), "v");
  planned_items(&f.made, &f.made.job.options.by, "g");
  compute(&f);
  assert_int_equal(emit(&f), PST_OK); /* one group has one */
  end(&f);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(levels_and_what_they_are_set_against),
      cmocka_unit_test(polls_and_tables),
      cmocka_unit_test(families),
      cmocka_unit_test(nothing),
  };

  return cmocka_run_group_tests_name("compare_records", tests, NULL, NULL);
}
