/* What is compared with what, by the rules of run.h and collect.h; the differences of means by hand. */
#include "check.h"

#include <math.h>
#include <string.h>

#include "compare/order.h"
#include "compare/plan.h"
#include "compare/records.h"
#include "compare/run.h"
#include "planned.h"

struct fixture {
  struct planned made;
  struct pst_compare_settings settings;
  struct pst_compare_units units;
};

static void begin(struct fixture *f, const char *csv, const char *options)
{
  memset(f, 0, sizeof *f);
  planned_begin(&f->made, csv, options, &f->settings);
}

static void end(struct fixture *f)
{
  pst_compare_units_free(&f->units);
  planned_end(&f->made);
}

static void option(struct fixture *f, struct pst_list *list, const char *items)
{
  planned_items(&f->made, list, items);
}

static enum pst_status compute(struct fixture *f)
{
  struct pst_job *job = &f->made.job;

  assert_int_equal(planned_load(&f->made, pst_compare_plan), PST_OK);
  planned_group(&f->made, &f->settings.by);
  assert_int_equal(pst_compare_orders(job, &f->settings, NULL), PST_OK);
  return pst_compare_compute(job, &f->made.groups, &f->units, &f->made.error);
}

static const char *or_dash(const char *text)
{
  return text == NULL ? "-" : text;
}

/* Each record as "LEVEL[/COLUMN][<AGAINST]: TERM N ESTIMATE", or its note where it has no estimate. */
static void records_are(struct fixture *f, const char *want)
{
  struct pst_buffer got = {.data = NULL};
  char number[PST_NUMBER_SIZE];

  for (size_t u = 0; u < f->units.count; u++)
    for (size_t i = 0; i < f->units.units[u].estimates.count; i++) {
      const struct pst_estimate *row = &f->units.units[u].estimates.items[i];
      const struct pst_compare_subject *of = &f->units.units[u].subjects[i];

      pst_buffer_puts(&got, or_dash(of->level));
      if (of->column != NULL)
        pst_buffer_printf(&got, "/%s", of->column);
      if (of->against != NULL)
        pst_buffer_printf(&got, "<%s", of->against);
      pst_buffer_printf(&got, ": %s %zu ", or_dash(row->term), row->n);
      pst_number_print_digits(number, row->estimate, 6);
      pst_buffer_printf(&got, "%s\n", isnan(row->estimate) ? or_dash(row->note) : number);
    }
  assert_string_equal(pst_buffer_string(&got), want);
  pst_buffer_free(&got);
}

static void computed(struct fixture *f, const char *want)
{
  assert_int_equal(compute(f), PST_OK);
  records_are(f, want);
}

static const char three[] = "v,w,level\n1,10,a\n2,20,b\n3,,a\n6,40,b\n5,30,c\n9,50,c\n,60,c\n";

/* Means 2, 4, 7: every later level against every earlier one. */
static void every_two(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, three, "--method welch");
  option(&f, &f.made.job.options.y, "v");
  f.settings.between = "level";
  computed(&f, "b<a: difference 4 2\nc<a: difference 4 5\nc<b: difference 4 3\n");
  end(&f);
}

static void against_a_reference(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, three, "--method welch");
  option(&f, &f.made.job.options.y, "v");
  f.settings.between = "level";
  f.settings.reference = "b";
  computed(&f, "a<b: difference 4 -2\nc<b: difference 4 3\n");
  end(&f);
  begin(&f, "v,level,g\n1,a,x\n2,a,x\n3,b,x\n5,b,x\n4,b,y\n7,b,y\n3,a,z\n1,a,z\n2,c,z\n6,c,z\n",
        "--method welch");
  option(&f, &f.made.job.options.y, "v");
  option(&f, &f.made.job.options.by, "g");
  f.settings.between = "level";
  f.settings.reference = "a"; /* y has it not, and no other */
  computed(&f, "b<a: difference 4 2.5\n"
               "-<a: difference 2 no complete row of a, the reference\n"
               "c<a: difference 4 2\n");
  end(&f);
}

/* Of a group that has the reference alone. */
static void the_reference_alone(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, "v,level,g\n1,a,x\n2,a,x\n3,b,x\n5,b,x\n4,a,y\n7,a,y\n", "--method=welch");
  option(&f, &f.made.job.options.y, "v");
  option(&f, &f.made.job.options.by, "g");
  f.settings.between = "level";
  f.settings.reference = "a";
  computed(&f, "b<a: difference 4 2.5\n-: difference 2 no level beside a\n");
  end(&f);
}

/* Two variables, group by group; a level without a complete row is none of that unit. */
static void variables_and_groups(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, three, "--method mean");
  option(&f, &f.made.job.options.y, "v,w");
  f.settings.between = "level";
  option(&f, &f.settings.levels, "c,a");
  computed(&f, "c: mean 2 7\na: mean 2 2\nc: mean 3 46.6667\na: mean 1 10\n");
  assert_int_equal(f.units.n_variables, 2);
  assert_int_equal(f.units.units[1].variable, 1);
  end(&f);
  begin(&f, "v,level,g\n1,a,x\n2,b,x\n3,a,x\n,b,y\n4,a,y\n6,a,y\n,c,z\n",
        "--method mean,mann-whitney");
  option(&f, &f.made.job.options.y, "v");
  option(&f, &f.made.job.options.by, "g");
  f.settings.between = "level";
  computed(&f, "a: mean 2 2\nb: mean 1 2\nb<a: shift 3 0\n"
               "a: mean 2 5\n-: shift 2 one level only: a\n"
               "-: mean 0 no complete rows\n-: shift 0 no complete rows\n");
  end(&f);
}

/* The methods for all levels are among the defaults from three levels on; asked for, they are run for two too. */
static void all_levels(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, three, "--method kruskal");
  option(&f, &f.made.job.options.y, "v");
  f.settings.between = "level";
  option(&f, &f.settings.levels, "a,b");
  computed(&f, "-: epsilon2 4 0.2\n");
  end(&f);
  for (int levels = 2; levels <= 3; levels++) {
    size_t n = 0;

    begin(&f, three, "");
    option(&f, &f.made.job.options.y, "v");
    f.settings.between = "level";
    option(&f, &f.settings.levels, levels == 2 ? "a,b" : "a,b,c");
    assert_int_equal(compute(&f), PST_OK);
    for (size_t i = 0; i < f.units.units[0].estimates.count; i++)
      n += f.units.units[0].subjects[i].level == NULL;
    assert_true(levels == 2 ? n == 0 : n > 0);
    end(&f);
  }
}

/* A table or a poll that a method cannot judge tells how many it is of. */
static void of_how_many(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, "p,q\na,u\nb,u\nb,u\n", "--method=fisher");
  option(&f, &f.made.job.options.y, "q");
  option(&f, &f.made.job.options.x, "p");
  computed(&f, "-: cramers-v 3 fewer than 2 columns with a count\n");
  end(&f);
  begin(&f, "n,c\n7,yes\n", "--method=equal-shares");
  f.settings.counts = "n";
  f.settings.category = "c";
  computed(&f, "-: chi-squared 7 fewer than 2 categories\n");
  end(&f);
}

/* What printing leaves open is by pair too: the Walsh averages of 6, -2 and 1 have the median 1.5, give or take .1. */
static void pairs_of_printed_values(void **state)
{
  const struct pst_estimate *row;
  struct fixture f;

  (void)state;
  begin(&f, "v,u,level\n1.0,p,a\n5.0,q,a\n8.0,r,a\n9.0,r,b\n3.0,q,b\n7.0,p,b\n",
        "--method=wilcoxon");
  option(&f, &f.made.job.options.y, "v");
  f.settings.between = "level";
  f.settings.paired = "u";
  f.made.job.options.given.printed = true;
  computed(&f, "b<a: shift 3 1.5\n");
  row = &f.units.units[0].estimates.items[0];
  assert_close(row->least, 1.4, 1e-12, 0);
  assert_close(row->greatest, 1.6, 1e-12, 0);
  end(&f);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_two),
      cmocka_unit_test(against_a_reference),
      cmocka_unit_test(the_reference_alone),
      cmocka_unit_test(variables_and_groups),
      cmocka_unit_test(all_levels),
      cmocka_unit_test(of_how_many),
      cmocka_unit_test(pairs_of_printed_values),
  };

  return cmocka_run_group_tests_name("compare_run", tests, NULL, NULL);
}
