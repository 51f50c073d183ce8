/* The order in which levels are compared, by the rules of order.h. */
#include "check.h"

#include <stdint.h>
#include <string.h>

#include "compare/order.h"
#include "compare/shape.h"
#include "job_table.h"

struct fixture {
  struct job_table made;
  struct pst_compare_settings settings;
  struct pst_compare_shape shape;
  size_t x, y;
  struct pst_error error;
};

/* A table whose column LEVEL is that of --between. */
static void begin(struct fixture *f, const char *csv)
{
  memset(f, 0, sizeof *f);
  job_table_load(&f->made, csv, "nxx");
  f->settings.between_role = 1;
  f->settings.category_role = SIZE_MAX;
  f->settings.shape = &f->shape;
}

static void add_level(struct fixture *f, const char *name)
{
  assert_int_equal(pst_list_add(&f->settings.levels, &f->made.job.arena, name, NULL), PST_OK);
}

static void order_is(const struct pst_compare_order *order, const char *want)
{
  struct pst_buffer got = {.data = NULL};

  for (size_t i = 0; i < order->count; i++)
    pst_buffer_printf(&got, "%s%s", i == 0 ? "" : "|", order->names[i]);
  assert_string_equal(pst_buffer_string(&got), want);
  pst_buffer_free(&got);
}

static void levels_are(struct fixture *f, const char *want)
{
  assert_int_equal(pst_compare_orders(&f->made.job, &f->settings, NULL), PST_OK);
  order_is(&f->settings.levels_order, want);
}

static void fails(struct fixture *f, enum pst_status status, const char *message)
{
  assert_int_equal(pst_compare_orders(&f->made.job, &f->settings, &f->error), status);
  assert_string_equal(f->error.message, message);
  job_table_free(&f->made);
}

static const char words[] = "v,level,other\n1,high,p\n2,low,q\n3,,p\n4,high,r\n5,middle,q\n";
static const char numbers[] = "v,level,other\n1,10,p\n2,9,q\n3,-1,p\n4,10,r\n5,2.5,q\n";

static void by_first_appearance_or_number(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, words);
  levels_are(&f, "high|low|middle");
  assert_null(f.settings.levels_order.scores);
  assert_true(f.settings.levels_order.reference == SIZE_MAX);
  job_table_free(&f.made);
  begin(&f, numbers);
  levels_are(&f, "-1|2.5|9|10");
  assert_true(f.settings.levels_order.scores[0] == -1 && f.settings.levels_order.scores[3] == 10);
  job_table_free(&f.made);
  begin(&f, "v,level,other\n1,10,p\n2,9,q\n3,9+,p\n"); /* one is no number */
  levels_are(&f, "10|9|9+");
  assert_null(f.settings.levels_order.scores);
  job_table_free(&f.made);
  begin(&f, "v,level,other\n1,2,p\n2,1,q\n3,1.0,p\n4,2.0,q\n"); /* equal ones stay as they came */
  levels_are(&f, "1|1.0|2|2.0");
  job_table_free(&f.made);
}

static void as_given(void **state)
{
  const struct pst_column *column;
  struct fixture f;

  (void)state;
  begin(&f, words);
  add_level(&f, "middle");
  add_level(&f, "high");
  levels_are(&f, "middle|high");
  assert_true(f.settings.levels_order.reference == SIZE_MAX);
  column = pst_job_column(&f.made.job, 1);
  assert_int_equal(pst_compare_place(&f.settings.levels_order, column, 0), 1);
  assert_true(pst_compare_place(&f.settings.levels_order, column, 1) == SIZE_MAX); /* low */
  assert_true(pst_compare_place(&f.settings.levels_order, column, 2) == SIZE_MAX); /* missing */
  assert_int_equal(pst_compare_place(&f.settings.levels_order, column, 3), 1);
  assert_int_equal(pst_compare_place(&f.settings.levels_order, column, 4), 0);
  job_table_free(&f.made);
  begin(&f, numbers);
  add_level(&f, "10");
  add_level(&f, "2.5");
  levels_are(&f, "10|2.5");
  assert_true(f.settings.levels_order.scores[0] == 10 && f.settings.levels_order.scores[1] == 2.5);
  job_table_free(&f.made);
}

static void places_of_sorted_numbers(void **state)
{
  static const size_t places[] = {3, 2, 0, 3, 1};
  struct fixture f;

  (void)state;
  begin(&f, numbers);
  levels_are(&f, "-1|2.5|9|10");
  for (size_t r = 0; r < 5; r++)
    assert_int_equal(pst_compare_place(&f.settings.levels_order, pst_job_column(&f.made.job, 1), r),
                     places[r]);
  job_table_free(&f.made);
}

static void the_reference(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, numbers);
  f.settings.reference = "9";
  levels_are(&f, "-1|2.5|9|10");
  assert_int_equal(f.settings.levels_order.reference, 2);
  job_table_free(&f.made);
  begin(&f, words);
  f.settings.reference = "hihg";
  fails(&f, PST_USAGE, "--reference: no row has 'hihg' in 'level'; did you mean 'high'?");
  begin(&f, words);
  f.settings.reference = "0";
  fails(&f, PST_USAGE, "--reference: no row has '0' in 'level'");
  begin(&f, words); /* one that --levels leaves out */
  add_level(&f, "low");
  f.settings.reference = "high";
  fails(&f, PST_USAGE, "--reference: no row has 'high' in 'level'");
}

static void what_is_refused(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, words);
  add_level(&f, "middel");
  fails(&f, PST_USAGE, "--levels: no row has 'middel' in 'level'; did you mean 'middle'?");
  begin(&f, words);
  add_level(&f, "low");
  add_level(&f, "high");
  add_level(&f, "low");
  fails(&f, PST_USAGE, "--levels: 'low' is given twice");
  begin(&f, "v,level,other\n1,,p\n2,,q\n");
  fails(&f, PST_UNDEFINED, "nothing can be computed: no row has a text in 'level'");
  begin(&f, "v,level,other\n");
  fails(&f, PST_UNDEFINED, "nothing can be computed: there are no rows");
  begin(&f, "v,level,other\n");
  f.made.job.count.where = 1;
  fails(&f, PST_UNDEFINED, "nothing can be computed: --where leaves no rows");
}

/* Answers are texts too, and no table without -x. */
static void texts_without_a_table(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, words);
  f.shape.text_y = true;
  f.y = 2;
  f.settings.y = (struct pst_roles){.roles = &f.y, .count = 1};
  levels_are(&f, "high|low|middle");
  assert_int_equal(f.settings.rows_order.count, 0);
  assert_null(f.settings.columns_order);
  job_table_free(&f.made);
  begin(&f, "v,level,other\n1,,p\n2,,q\n"); /* a table of a column without texts */
  f.settings.between_role = SIZE_MAX;
  f.shape.text_y = true;
  f.x = 2;
  f.y = 1;
  f.settings.x = (struct pst_roles){.roles = &f.x, .count = 1};
  f.settings.y = (struct pst_roles){.roles = &f.y, .count = 1};
  fails(&f, PST_UNDEFINED, "nothing can be computed: no row has a text in 'level'");
}

/* Of a cross-table rows are the texts of -x, and each -y has an order of its own; --levels is not about them. */
static void of_a_table(void **state)
{
  struct fixture f;

  (void)state;
  begin(&f, words);
  f.settings.between_role = SIZE_MAX;
  f.shape.text_y = true;
  f.x = 2;
  f.y = 1;
  f.settings.x = (struct pst_roles){.roles = &f.x, .count = 1};
  f.settings.y = (struct pst_roles){.roles = &f.y, .count = 1};
  assert_int_equal(pst_compare_orders(&f.made.job, &f.settings, NULL), PST_OK);
  order_is(&f.settings.rows_order, "p|q|r");
  order_is(&f.settings.columns_order[0], "high|low|middle");
  assert_int_equal(f.settings.levels_order.count, 0);
  assert_true(f.settings.levels_order.reference == SIZE_MAX);
  job_table_free(&f.made);
  begin(&f, words);
  f.settings.between_role = SIZE_MAX;
  f.settings.category_role = 2; /* categories, in the order of --levels */
  add_level(&f, "r");
  add_level(&f, "p");
  assert_int_equal(pst_compare_orders(&f.made.job, &f.settings, NULL), PST_OK);
  order_is(&f.settings.rows_order, "r|p");
  job_table_free(&f.made);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(by_first_appearance_or_number),
      cmocka_unit_test(as_given),
      cmocka_unit_test(places_of_sorted_numbers),
      cmocka_unit_test(the_reference),
      cmocka_unit_test(what_is_refused),
      cmocka_unit_test(of_a_table),
      cmocka_unit_test(texts_without_a_table),
  };

  return cmocka_run_group_tests_name("compare_order", tests, NULL, NULL);
}
