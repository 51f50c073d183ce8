/* How the rows of a group become the data of a comparison, by the rules of collect.h: values, counts, shares, and each
   refusal with its line. */
#include "check.h"

#include <math.h>
#include <string.h>

#include "compare/collect.h"
#include "compare/order.h"
#include "compare/plan.h"
#include "compare/run.h"
#include "planned.h"

struct fixture {
  struct planned made;
  struct pst_compare_settings settings;
  struct pst_compare_data data;
  struct pst_arena arena;
};

static struct pst_compare_settings *begin(struct fixture *f, const char *csv, const char *options)
{
  memset(f, 0, sizeof *f);
  planned_begin(&f->made, csv, options, &f->settings);
  return &f->settings;
}

static void end(struct fixture *f)
{
  pst_arena_free(&f->arena);
  planned_end(&f->made);
}

static void y(struct fixture *f, const char *items)
{
  planned_items(&f->made, &f->made.job.options.y, items);
}

static void x(struct fixture *f, const char *items)
{
  planned_items(&f->made, &f->made.job.options.x, items);
}

static void by(struct fixture *f, const char *items)
{
  planned_items(&f->made, &f->made.job.options.by, items);
}

static enum pst_status collect(struct fixture *f, size_t group)
{
  if (f->made.job.table.columns == NULL) {
    assert_int_equal(planned_load(&f->made, pst_compare_plan), PST_OK);
    planned_group(&f->made, &f->settings.by);
    assert_int_equal(pst_compare_orders(&f->made.job, &f->settings, NULL), PST_OK);
  }
  f->data = (struct pst_compare_data){.k = 0};
  return f->settings.shape->collect(&f->made.job, &f->made.groups, group, 0, &f->data, &f->arena,
                                    &f->made.error);
}

static void fails(struct fixture *f, enum pst_status status, const char *message)
{
  assert_int_equal(collect(f, 0), status);
  assert_string_equal(planned_message(&f->made), message);
  end(f);
}

static void put_numbers(struct pst_buffer *out, const char *name, const double *values, size_t n)
{
  pst_buffer_printf(out, " %s", name);
  for (size_t i = 0; i < n; i++)
    pst_buffer_printf(out, "%c%g", i == 0 ? '=' : ',', values[i]);
}

/* Each level as "NAME N x=.. y=.. w=..", in lines. */
static void levels_are(struct fixture *f, const char *want)
{
  struct pst_buffer got = {.data = NULL};

  for (size_t k = 0; k < f->data.k; k++) {
    const struct pst_compare_level *level = &f->data.levels[k];

    pst_buffer_printf(&got, "%s %zu", pst_compare_level_name(&f->settings, &f->data, k), level->n);
    put_numbers(&got, "x", level->x, level->n);
    put_numbers(&got, "y", level->y, level->n);
    put_numbers(&got, "w", level->w, level->n);
    for (size_t i = 0; i < level->n_bounds; i++) {
      char text[PST_BOUNDS_SIZE];

      pst_bounds_print(text, &level->bounds[i]);
      pst_buffer_printf(&got, " %s", text);
    }
    pst_buffer_putc(&got, '\n');
  }
  assert_string_equal(pst_buffer_string(&got), want);
  pst_buffer_free(&got);
}

static const char values[] = "v,t,w,u,level\n"
                             "1,2001,2,p,a\n"
                             "2,2002,0,q,a\n"
                             "3,2003,1,p,b\n"
                             ",2004,1,q,b\n"
                             "<5,2005,1,r,b\n"
                             "6,2006,,r,a\n"
                             "7,2007,3,s,\n";

/* A row that lacks anything that is asked for is not used; a level without rows is none. */
static void samples(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, values, "")->between = "level";
  y(&f, "v");
  assert_int_equal(collect(&f, 0), PST_OK);
  levels_are(&f,
             "a 3 x=1,2,6 y=1,2,6 w=1,1,1\nb 1 x=3 y=3 w=1 3 <=4\n"); /* whole numbers below 5 */
  assert_int_equal(f.data.n, 4);
  end(&f);
  begin(&f, values, "")->between = "level";
  y(&f, "v");
  f.settings.weight = "w";
  assert_int_equal(collect(&f, 0), PST_OK);
  levels_are(&f, "a 2 x=1,2 y=1,2 w=2,0\nb 1 x=3 y=3 w=1\n");
  end(&f);
  begin(&f, values, "")->between = "level";
  y(&f, "v");
  x(&f, "t"); /* lines: x is the time */
  assert_int_equal(collect(&f, 0), PST_OK);
  levels_are(&f, "a 3 x=2001,2002,2006 y=1,2,6 w=1,1,1\nb 1 x=2003 y=3 w=1\n");
  end(&f);
}

/* With --bounds a level is there that has nothing but bounded cells. */
static void levels_of_bounds_alone(void **state)
{
  static const char csv[] = "v,level,g\n1,a,x\n2,a,x\n<3,b,x\n<4,b,y\n";
  struct fixture f;

  (void)state;
  begin(&f, csv, "")->between = "level";
  y(&f, "v");
  assert_int_equal(collect(&f, 0), PST_OK);
  assert_int_equal(f.data.k, 1);
  end(&f);
  begin(&f, csv, "")->between = "level";
  y(&f, "v");
  f.made.job.options.bounds = true;
  assert_int_equal(collect(&f, 0), PST_OK);
  assert_int_equal(f.data.k, 2);
  assert_int_equal(f.data.levels[1].n, 0);
  assert_int_equal(f.data.n, 2);
  end(&f);
}

static void weights_refused(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, "v,w,level\n1,0,a\n2,-0.5,a\n3,1,b\n", "")->between = "level";
  y(&f, "v");
  f.settings.weight = "w";
  fails(&f, PST_BAD_DATA, "3: --weight w: a weight is 0 or more, not -0.5");
}

/* A unit has one row a level, of those that are used. */
static void pairs(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, "v,u,level\n1,p,a\n2,p,b\n3,q,a\n4,q,b\n,p,a\n5,,a\n6,,a\n", "")->between = "level";
  y(&f, "v");
  f.settings.paired = "u";
  assert_int_equal(collect(&f, 0), PST_OK);
  levels_are(&f, "a 2 x=1,3 y=1,3 w=1,1\nb 2 x=2,4 y=2,4 w=1,1\n");
  assert_int_equal(f.data.levels[0].ids[0], f.data.levels[1].ids[0]);
  assert_true(f.data.levels[0].ids[0] != f.data.levels[0].ids[1]);
  end(&f);
  begin(&f, "v,u,level,g\n1,q,a,x\n2,p,b,x\n3,q,b,x\n4,r,a,x\n5,p,b,x\n", "")->between = "level";
  y(&f, "v");
  by(&f, "g");
  f.settings.paired = "u";
  fails(&f, PST_BAD_DATA,
        "6: x has two rows for p of b (the other is line 3); use --where to choose "
        "one, -g to name what tells them apart, or --aggregate to make them one");
}

static void answers(void **state)
{
  static const char csv[] = "v,level\nyes,a\nno,a\nyes,b\nyes,b\n,b\nNo,b\n";
  struct fixture f;

  (void)state;
  begin(&f, csv, "")->between = "level";
  y(&f, "v");
  f.settings.answer = "yes";
  f.settings.deff = "1.5";
  assert_int_equal(collect(&f, 0), PST_OK);
  levels_are(&f, "a 2 x=1,0 y=1,0 w=1,1\nb 3 x=1,1,0 y=1,1,0 w=1,1,1\n");
  assert_close(f.data.levels[1].share.successes, 2, 0, 0);
  assert_close(f.data.levels[1].share.trials, 3, 0, 0);
  assert_close(f.data.levels[1].share.design_effect, 1.5, 0, 0);
  end(&f);
  begin(&f, csv, "")->between = "level";
  y(&f, "v");
  f.settings.answer = "Yes";
  fails(&f, PST_USAGE, "--answer: no row has 'Yes' in 'v'");
}

/* One row a level, or one in all; n is the sum of the trials. */
static void shares(void **state)
{
  static const char csv[] = "k,n,d,level\n3,10,1.2,a\n5,20,0.8,b\n,30,1,c\n";
  struct fixture f;

  (void)state;
  begin(&f, csv, "")->between = "level";
  f.settings.successes = "k";
  f.settings.trials = "n";
  f.settings.deff = "d";
  assert_int_equal(collect(&f, 0), PST_OK);
  assert_int_equal(f.data.k, 2);
  assert_int_equal(f.data.n, 30);
  assert_close(f.data.levels[1].share.successes, 5, 0, 0);
  assert_close(f.data.levels[1].share.trials, 20, 0, 0);
  assert_close(f.data.levels[1].share.design_effect, 0.8, 0, 0);
  end(&f);
  begin(&f, "k,n,d,level\n3,10,1.2,a\n5,20,0,b\n", "")->between = "level";
  f.settings.successes = "k";
  f.settings.trials = "n";
  f.settings.deff = "d";
  fails(&f, PST_BAD_DATA, "3: --deff d: a design effect is above 0, not 0");
  begin(&f, "k,n,level\n3,10,a\n5,20,b\n4,10,a\n", "")->between = "level";
  f.settings.successes = "k";
  f.settings.trials = "n";
  fails(&f, PST_BAD_DATA,
        "4: two rows for a (the other is line 2); use --where to choose one, -g to "
        "name what tells them apart, or --aggregate to make them one");
  begin(&f, "k,n,g\n3,10,x\n4,10,x\n", "")->successes = "k";
  f.settings.trials = "n";
  by(&f, "g");
  fails(&f, PST_BAD_DATA,
        "3: x has two rows for the whole (the other is line 2); use --where to "
        "choose one, -g or --between to name what tells them apart, or --aggregate to make them "
        "one");
}

/* A percentage as it is printed: its digits without the point, and how many are behind it. */
static void printed_shares(void **state)
{
  static const struct {
    const char *csv, *message;
  } refused[] = {
      {"p,n,level\n40,10,a\n100.1,20,b\n", "3: --percent p: 100.1 is no percentage "
                                           "from 0 to 100"},
      {"p,n,level\n40,10,a\n-1,20,b\n", "3: --percent p: -1 is no percentage from 0 to 100"},
  };
  struct fixture f;

  (void)state;
  begin(&f, "p,n,level\n0,10,a\n100,20,b\n33.30,12,c\n0.5,7,d\n", "")->between = "level";
  f.settings.percent = "p";
  f.settings.trials = "n";
  assert_int_equal(collect(&f, 0), PST_OK);
  assert_int_equal(f.data.n, 49);
  assert_close(f.data.levels[2].printed.digits, 3330, 0, 0);
  assert_int_equal(f.data.levels[2].printed.decimals, 2);
  assert_close(f.data.levels[2].printed.trials, 12, 0, 0);
  assert_false(f.data.levels[2].printed.half_even);
  assert_close(f.data.levels[3].printed.digits, 5, 0, 0);
  assert_int_equal(f.data.levels[3].printed.decimals, 1);
  assert_int_equal(f.data.levels[1].printed.decimals, 0);
  end(&f);
  begin(&f, "p,n,level\n50,10,a\n60,20,b\n", "")->between = "level";
  f.settings.percent = "p";
  f.settings.trials = "n";
  f.settings.halves_given = true;
  f.settings.halves = 1;
  assert_int_equal(collect(&f, 0), PST_OK);
  assert_true(f.data.levels[0].printed.half_even);
  end(&f);
  for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
    begin(&f, refused[i].csv, "")->between = "level";
    f.settings.percent = "p";
    f.settings.trials = "n";
    fails(&f, PST_BAD_DATA, refused[i].message);
  }
  begin(&f, "p,n,level\n1,10,a\n2,20,b\n", "--let=q=p/3")->between = "level";
  f.settings.percent = "q";
  f.settings.trials = "n";
  fails(&f, PST_BAD_DATA,
        "2: --percent q: 0.333333333333333 is no printed percentage: a computed column "
        "has no digits of its own");
}

static void counts_are(const struct fixture *f, const double *want, size_t n)
{
  for (size_t i = 0; i < n; i++)
    assert_close(f->data.counts[i], want[i], 0, 0);
}

/* One poll: its categories in their order; one without a row is 0, which is said; a count that is not known leaves
   no shares. */
static void polls(void **state)
{
  static const char csv[] =
      "n,c,g\n5,yes,x\n7,no,x\n1,none,x\n2,yes,y\n3,no,y\n4,no,z\n,yes,w\n2,no,"
      "w\n<9,yes,v\n";
  struct fixture f;

  (void)state;
  begin(&f, csv, "")->counts = "n";
  f.settings.category = "c";
  by(&f, "g");
  assert_int_equal(collect(&f, 0), PST_OK);
  counts_are(&f, (const double[]){5, 7, 1}, 3);
  assert_int_equal(f.data.n, 13);
  assert_int_equal(f.data.table.rows, 1);
  assert_int_equal(f.data.table.columns, 3);
  assert_null(f.data.note);
  assert_null(f.data.why_not);
  assert_int_equal(collect(&f, 1), PST_OK);
  counts_are(&f, (const double[]){2, 3, 0}, 3);
  assert_string_equal(f.data.note, "1 category without a row: taken as 0");
  assert_int_equal(collect(&f, 2), PST_OK);
  assert_string_equal(f.data.note, "2 categories without a row: taken as 0");
  assert_int_equal(collect(&f, 3), PST_OK);
  assert_string_equal(f.data.why_not, "the count of yes is missing: no shares");
  assert_int_equal(collect(&f, 4), PST_OK);
  assert_string_equal(f.data.why_not, "the count of yes is known only within bounds: no shares");
  assert_null(f.data.note); /* no row is used: nothing is taken as 0 */
  assert_int_equal(f.data.n, 0);
  end(&f);
  begin(&f, "n,c\n5,yes\n7,no\n1,yes\n", "")->counts = "n";
  f.settings.category = "c";
  fails(&f, PST_BAD_DATA,
        "4: two rows for yes (the other is line 2); use --where to choose one, -g "
        "to name what tells them apart, or --aggregate to make them one");
}

/* A cross-table: rows that are counted, or counts of cells. */
static void tables(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, "a,b\np,u\np,v\nq,u\np,u\nq,\n", "");
  x(&f, "a");
  y(&f, "b");
  assert_int_equal(collect(&f, 0), PST_OK);
  counts_are(&f, (const double[]){2, 1, 1, 0}, 4);
  assert_int_equal(f.data.table.rows, 2);
  assert_int_equal(f.data.table.columns, 2);
  assert_null(f.data.note); /* nobody: that is a count */
  assert_int_equal(f.data.n, 4);
  end(&f);
  begin(&f, "a,b,n\np,u,5\np,v,6\nq,u,7\n", "")->counts = "n";
  x(&f, "a");
  y(&f, "b");
  assert_int_equal(collect(&f, 0), PST_OK);
  counts_are(&f, (const double[]){5, 6, 7, 0}, 4);
  assert_string_equal(f.data.note, "1 combination without a row: taken as 0");
  end(&f);
  begin(&f, "a,b,n\np,u,5\nq,v,\nq,u,7\n", "")->counts = "n";
  x(&f, "a");
  y(&f, "b");
  assert_int_equal(collect(&f, 0), PST_OK);
  assert_string_equal(f.data.why_not, "the count of q and v is missing: no shares");
  assert_string_equal(f.data.note, "2 combinations without a row: taken as 0");
  end(&f);
  begin(&f, "a,b,n\np,u,5\np,u,6\n", "")->counts = "n";
  x(&f, "a");
  y(&f, "b");
  fails(&f, PST_BAD_DATA,
        "3: two rows for p and u (the other is line 2); use --where to choose one, "
        "-g to name what tells them apart, or --aggregate to make them one");
}

/* Of two variables a row counts by the one that knows more of it; a row without a level is missing. */
static void rows_by_fate(void **state)
{
  size_t counts[PST_COMPARE_COUNTS] = {0};
  struct fixture f;

  (void)state;
  begin(&f, "v,w,level\n1,,a\n,,a\n<2,,b\n<2,3,b\n4,5,\n6,7,c\n", "")->between = "level";
  y(&f, "v,w");
  planned_items(&f.made, &f.settings.levels, "a,b");
  assert_int_equal(collect(&f, 0), PST_OK);
  pst_compare_count_rows(&f.made.job, &f.made.groups, counts);
  assert_int_equal(counts[PST_FATE_USED], 2);
  assert_int_equal(counts[PST_FATE_BOUNDED], 1);
  assert_int_equal(counts[PST_FATE_MISSING], 3);
  pst_compare_count(&f.made.job, &f.made.groups, counts);
  assert_int_equal(f.made.job.count.used, 2);
  assert_int_equal(f.made.job.count.bounded, 1);
  assert_int_equal(f.made.job.count.missing, 3);
  assert_string_equal(pst_buffer_string(&f.made.job.log),
                      "test: 1 row of other levels than --levels names, not used (missing "
                      "below)\n");
  end(&f);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(samples),         cmocka_unit_test(levels_of_bounds_alone),
      cmocka_unit_test(weights_refused), cmocka_unit_test(pairs),
      cmocka_unit_test(answers),         cmocka_unit_test(shares),
      cmocka_unit_test(printed_shares),  cmocka_unit_test(polls),
      cmocka_unit_test(tables),          cmocka_unit_test(rows_by_fate),
  };

  return cmocka_run_group_tests_name("compare_collect", tests, NULL, NULL);
}
