/* --predict: the rows of another file, with the intervals of mean and new value; by hand. */
#include "check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "planned.h"
#include "regress/plan.h"
#include "regress/run.h"

struct fixture {
  struct planned made;
  struct pst_regress_settings settings;
  char *text; /* of the output */
};

/* The lines of DATA, and those of FILE to predict. */
static void begin(struct fixture *f, const char *data, const char *file, const char *x,
                  const char *options)
{
  struct pst_buffer all = {.data = NULL};

  memset(f, 0, sizeof *f);
  pst_buffer_printf(&all, "--output=%s %s", file_path("predicted.csv"), options);
  planned_begin(&f->made, data, pst_buffer_string(&all), &f->settings);
  pst_buffer_free(&all);
  planned_items(&f->made, &f->made.job.options.y, "y");
  if (x != NULL)
    planned_items(&f->made, &f->made.job.options.x, x);
  f->settings.predict = file_text("new.csv", file);
}

static enum pst_status run(struct fixture *f)
{
  enum pst_status status = planned_load(&f->made, pst_regress_plan);

  if (status == PST_OK)
    status = pst_regress_run(&f->made.job, &f->made.error);
  if (status == PST_OK)
    f->text = file_get(file_path("predicted.csv"));
  return status;
}

static void end(struct fixture *f)
{
  free(f->text);
  planned_end(&f->made);
}

static void predicts(struct fixture *f, const char *want)
{
  if (run(f) != PST_OK)
    fail_msg("%s", f->made.error.message);
  assert_string_equal(f->text, want);
  end(f);
}

static const char *line_of(const struct fixture *f, int n)
{
  const char *line = f->text;

  while (n-- > 0)
    line += strcspn(line, "\n") + 1;
  return line;
}

/* "1,2,,3" from place AT on: numbers, NaN for nothing. */
static double cell(const char *line, int at)
{
  while (at-- > 0)
    line += strcspn(line, ",") + 1;
  return *line == ',' || *line == '\n' ? (double)NAN : strtod(line, NULL);
}

/* Slope .8, intercept .5, variance .9 with 2 degrees of freedom, of x = 1 to 4: at 2.5 the error is sqrt(.9 / 4), at 5
   sqrt(.9 (1/4 + 2.5^2 / 5)). */
static const char four[] = "x,y,k,g\n1,1,a,p\n2,3,b,p\n3,2,a,p\n4,4,b,p\n";

static void intervals(void **state)
{
  const double t =
      0.95 * sqrt(2 / (1 - 0.95 * 0.95)); /* with 2 degrees of freedom, in closed form */
  struct fixture f;
  const char *line;

  (void)state;
  begin(&f, four, "x\n2.5\n5\n1\n4\n0.9\n", "x", "");
  assert_int_equal(run(&f), PST_OK);
  assert_non_null(strstr(
      f.text, "x,line,estimate,std_error,conf_low,conf_high,predict_low,predict_high,note\n2.5,"));
  line = line_of(&f, 1);
  assert_close(cell(line, 0), 2.5, 0, 0);
  assert_close(cell(line, 1), 2, 0, 0);
  assert_close(cell(line, 2), 2.5, 1e-14, 0);
  assert_close(cell(line, 3), sqrt(0.9 / 4), 1e-14, 0);
  assert_close(cell(line, 4), 2.5 - t * sqrt(0.9 / 4), 1e-12, 0);
  assert_close(cell(line, 5), 2.5 + t * sqrt(0.9 / 4), 1e-12, 0);
  assert_close(cell(line, 6), 2.5 - t * sqrt(0.9 / 4 + 0.9), 1e-12, 0);
  assert_close(cell(line, 7), 2.5 + t * sqrt(0.9 / 4 + 0.9), 1e-12, 0);
  line = line_of(&f, 2);
  assert_close(cell(line, 3), sqrt(0.9 * (0.25 + 1.25)), 1e-14, 0);
  assert_non_null(strstr(line, ",beyond the data: x is from 1 to 4 there\n1,4,"));
  assert_non_null(strstr(line, ",\n4,5,")); /* the ends themselves are data */
  assert_non_null(strstr(line, ",\n0.9,6,"));
  assert_non_null(strstr(line_of(&f, 5), ",beyond the data: x is from 1 to 4 there\n"));
  end(&f);
  begin(&f, four, "x\n2.5\n", "x", "--conf-level=0.5");
  assert_int_equal(run(&f), PST_OK); /* t at .75 with 2: .8164966 */
  assert_close(cell(line_of(&f, 1), 4), 2.5 - 0.816496580927726 * sqrt(0.9 / 4), 1e-12, 0);
  end(&f);
}

/* What is missing, and what the fit has not seen. */
static void without(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, "x,y,k\n1,1,a\n2,3,b\n3,2,a\n4,4,b\n5,7,a\n", "x,k\n,a\n1,\n1,c\n", "x", "");
  planned_items(&f.made, &f.settings.factor, "k");
  predicts(&f, "x,k,line,estimate,std_error,conf_low,conf_high,predict_low,predict_high,note\n"
               ",a,2,,,,,,,'x' is missing\n"
               "1,,3,,,,,,,'k' is missing\n"
               "1,c,4,,,,,,,the fit has no row with k = 'c'\n");
  begin(&f, "x,y\n1,3\n2,5\n3,7\n", "x\n4\n", "x", ""); /* a perfect fit has no errors */
  predicts(&f, "x,line,estimate,std_error,conf_low,conf_high,predict_low,predict_high,note\n"
               "4,2,9,0,9,9,9,9,beyond the data: x is from 1 to 3 there\n");
  begin(&f, "x,z,y\n1,2,3\n2,4,5\n3,6,8\n4,8,1\n", "x,z\n1,7\n", "x,z", "");
  assert_int_equal(run(&f), PST_OK); /* z is twice x */
  assert_non_null(strstr(f.text, "\n1,7,2,,,,,,,"));
  end(&f);
  begin(&f, "x,z,y\n1,5,3\n2,4,5\n3,7,8\n4,4,1\n", "x,z\n0,8\n", "x,z", "");
  assert_int_equal(run(&f), PST_OK);
  assert_non_null(
      strstr(f.text, "\"beyond the data: x is from 1 to 4 there, z is from 4 to 7 there\"\n"));
  end(&f);
}

/* A row goes to the fit of its group, of each variable; one of no group goes nowhere. */
static void groups(void **state)
{
  static const char data[] = "x,y,g,w\n1,1,p,2\n2,2,p,4\n3,3,p,6\n1,5,q,1\n2,7,q,1\n3,9,q,1\n";
  struct fixture f;

  (void)state;
  begin(&f, data, "x,g\n2,q\n1,r\n3,\n1,p\n", "x", "");
  planned_items(&f.made, &f.made.job.options.by, "g");
  predicts(&f, "g,x,line,estimate,std_error,conf_low,conf_high,predict_low,predict_high,note\n"
               "p,1,5,1,0,1,1,1,1,\nq,2,2,7,0,7,7,7,7,\n");
  begin(&f, data, "x,g\n1,p\n", "x", "");
  planned_items(&f.made, &f.made.job.options.y, "w");
  planned_items(&f.made, &f.made.job.options.by, "g");
  predicts(&f, "g,variable,x,line,estimate,std_error,conf_low,conf_high,predict_low,predict_high,"
               "note\np,y,1,2,1,0,1,1,1,1,\np,w,1,2,2,0,2,2,2,2,\n");
  begin(&f, data, "x,g\n1,r\n", "x", "");
  planned_items(&f.made, &f.made.job.options.by, "g");
  assert_int_equal(run(&f), PST_UNDEFINED);
  assert_memory_equal(f.made.error.message, "no row of ", 10);
  assert_non_null(strstr(f.made.error.message, "new.csv is of a group that has a fit"));
  end(&f);
  begin(&f, "x,y,g\n1,1,p\n2,2,p\n3,3,p\n1,1,q\n", "x,g\n1,q\n", "x", "");
  planned_items(&f.made, &f.made.job.options.by, "g");
  assert_int_equal(run(&f), PST_OK); /* why there is no fit */
  assert_non_null(strstr(f.text, "\nq,1,2,,,,,,,"));
  end(&f);
}

/* Of --let the file needs what the columns of the model are made of, and no more: by words, not by parts of them. */
static void expressions(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, "a,n,y\n1,5,3\n2,6,5\n3,7,7\n", "a\n4\n", "twice", "--let=an=n*2 --let=twice=2*a");
  predicts(&f, "twice,line,estimate,std_error,conf_low,conf_high,predict_low,predict_high,note\n"
               "8,2,9,0,9,9,9,9,beyond the data: twice is from 2 to 6 there\n");
  begin(&f, "a,n,y\n1,5,3\n2,6,5\n3,7,7\n", "a\n2\n", "four",
        "--let=u=n+1 --let=half_u=u/2 --let=two=a*2 --let=four=two+two");
  predicts(&f, "four,line,estimate,std_error,conf_low,conf_high,predict_low,predict_high,note\n"
               "8,2,5,0,5,5,5,5,\n");
  /* u is a part of a word, not one */
  begin(&f, "sum_u,n,y\n1,5,3\n2,6,5\n3,7,7\n", "sum_u\n2\n", "x", "--let=u=n+1 --let=x=sum_u*1");
  predicts(&f, "x,line,estimate,std_error,conf_low,conf_high,predict_low,predict_high,note\n"
               "2,2,5,0,5,5,5,5,\n");
  begin(&f, "up,n,y\n1,5,3\n2,6,5\n3,7,7\n", "up\n2\n", "x", "--let=u=n+1 --let=x=up*1");
  predicts(&f, "x,line,estimate,std_error,conf_low,conf_high,predict_low,predict_high,note\n"
               "2,2,5,0,5,5,5,5,\n");
  begin(&f, "a,y\n1,3\n2,5\n3,7\n", "a\n2\n", "x", "--let=u=a+1 --let=x=u-1"); /* the word itself */
  predicts(&f, "x,line,estimate,std_error,conf_low,conf_high,predict_low,predict_high,note\n"
               "2,2,5,0,5,5,5,5,\n");
  /* --where is about the data */
  begin(&f, "x,y,n\n1,3,1\n2,5,1\n3,7,1\n9,1,2\n", "x\n2\n", "x", "--where=n=1");
  predicts(&f, "x,line,estimate,std_error,conf_low,conf_high,predict_low,predict_high,note\n"
               "2,2,5,0,5,5,5,5,\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(intervals),
      cmocka_unit_test(without),
      cmocka_unit_test(groups),
      cmocka_unit_test(expressions),
  };

  return cmocka_run_group_tests_name("predict", tests, NULL, NULL);
}
