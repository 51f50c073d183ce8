/* The part of a series that each row belongs to. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "job_table.h"
#include "trend/season.h"

static const struct pst_beside_columns *beside(struct job_table *made,
                                               struct pst_trend_settings *settings)
{
  const struct pst_beside_columns *found = NULL;

  assert_int_equal(pst_trend_beside(&made->job, settings, &found, NULL), PST_OK);
  return found;
}

static void fails(struct job_table *made, const char *message)
{
  struct pst_trend_settings settings = {.time = 0, .part = SIZE_MAX, .weight = SIZE_MAX};
  const struct pst_beside_columns *found;
  struct pst_error error = {.status = PST_OK};

  assert_int_equal(pst_trend_beside(&made->job, &settings, &found, &error), PST_USAGE);
  assert_string_equal(error.message, message);
}

static void months_and_quarters_of_the_times(void **state)
{
  static const size_t months[] = {0, 11, 0, 6}, quarters[] = {0, 3, 1};
  struct pst_trend_settings settings = {.time = 0, .part = SIZE_MAX, .weight = SIZE_MAX};
  const struct pst_beside_columns *found;
  struct job_table made;

  (void)state;
  job_table_load(&made, "when,y\n2000-01,1\n1999-12,2\n0004-01,3\n2024-07,4\n,5\n", "tn");
  made.job.options.season = "month";
  found = beside(&made, &settings);
  assert_int_equal(found->n_parts, 12);
  assert_true(found->years);
  for (size_t r = 0; r < 4; r++)
    assert_int_equal(found->part[r], months[r]);
  assert_true(found->part[4] == SIZE_MAX);
  assert_string_equal(found->part_names[0], "1");
  assert_string_equal(found->part_names[11], "12");
  made.job.options.season = "quarter";
  fails(&made, "--season quarter needs times that are quarters, or a column of that name; 'when' "
               "has months");
  job_table_free(&made);
  job_table_load(&made, "when,y\n2000-Q1,1\n1999-Q4,2\n2001-Q2,3\n", "tn");
  made.job.options.season = "quarter";
  found = beside(&made, &settings);
  assert_int_equal(found->n_parts, 4);
  for (size_t r = 0; r < 3; r++)
    assert_int_equal(found->part[r], quarters[r]);
  assert_string_equal(found->part_names[3], "Q4");
  made.job.options.season = "month";
  fails(&made, "--season month needs times that are months, or a column of that name; 'when' "
               "has quarters");
  job_table_free(&made);
  job_table_load(&made, "when,y\n1.5,1\n", "tn");
  made.job.options.season = "month";
  fails(&made, "--season month needs times that are months, or a column of that name; 'when' "
               "has plain numbers");
  job_table_free(&made);
}

/* By number where all texts are numbers, so that 10 comes behind 9; else as they come. */
static void texts_of_a_column(void **state)
{
  static const struct {
    const char *csv;
    const char *names[4];
    size_t n, part[5];
  } rows[] = {
      {"t,y,s\n1,1,10\n2,1,9\n3,1,10\n4,1,\n5,1,-1\n",
       {"-1", "9", "10"},
       3,
       {2, 1, 2, SIZE_MAX, 0}},
      {"t,y,s\n1,1,b\n2,1,9\n3,1,10\n4,1,b\n5,1,\n", {"b", "9", "10"}, 3, {0, 1, 2, 0, SIZE_MAX}},
      /* one number in two writings: as they come */
      {"t,y,s\n1,1,3\n2,1,2.0\n3,1,2\n4,1,2\n5,1,2.0\n", {"2.0", "2", "3"}, 3, {2, 0, 1, 1, 0}},
      {"t,y,s\n1,1,\n2,1,\n3,1,\n4,1,\n5,1,\n",
       {NULL},
       0,
       {SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX}},
  };
  struct pst_trend_settings settings = {.time = 0, .part = 2, .weight = SIZE_MAX};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    for (int across = 0; across < 2; across++) {
      const struct pst_beside_columns *found;
      struct job_table made;

      job_table_load(&made, rows[i].csv, "tnx");
      made.job.options.across = across ? "s" : NULL;
      made.job.options.season = across ? NULL : "s";
      found = beside(&made, &settings);
      assert_true(found->years == !across); /* regions have the times as they are */
      assert_int_equal(found->n_parts, rows[i].n);
      for (size_t p = 0; p < rows[i].n; p++)
        assert_string_equal(found->part_names[p], rows[i].names[p]);
      for (size_t r = 0; r < 5; r++)
        assert_true(found->part[r] == rows[i].part[r]);
      job_table_free(&made);
    }
}

static void controls_and_weights(void **state)
{
  size_t roles[] = {3, 2};
  struct pst_trend_settings settings = {.time = 0, .part = SIZE_MAX, .weight = SIZE_MAX};
  const struct pst_beside_columns *found;
  struct job_table made;

  (void)state;
  job_table_load(&made, "t,y,a,b\n1,1,1,1\n", "tnnn");
  assert_null(beside(&made, &settings));
  settings.weight = 1;
  found = beside(&made, &settings);
  assert_int_equal(*found->weight, 1);
  assert_int_equal(found->n_controls, 0);
  assert_null(found->part);
  settings.weight = SIZE_MAX;
  settings.controls = (struct pst_roles){.roles = roles, .count = 2};
  found = beside(&made, &settings);
  assert_null(found->weight);
  assert_int_equal(found->n_controls, 2);
  assert_int_equal(found->controls[0], 3);
  assert_string_equal(found->control_names[0], "b");
  assert_string_equal(found->control_names[1], "a");
  job_table_free(&made);
}

/* --- the plan ------------------------------------------------------------------------------------ */

static void roles_of_a_plan(void **state)
{
  struct pst_trend_settings settings = {.time = 0};
  struct pst_job job = {.n_roles = 0};
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_trend_plan(&job, &settings, NULL), PST_OK);
  assert_true(settings.part == SIZE_MAX && settings.weight == SIZE_MAX && job.n_roles == 0);
  job.options.season = "month"; /* the column need not be there: the times may tell */
  assert_int_equal(pst_trend_plan(&job, &settings, NULL), PST_OK);
  assert_true(job.roles[settings.part].optional && job.roles[settings.part].want == PST_WANT_TEXT);
  job.options.season = "region";
  job.options.weight = "w";
  assert_int_equal(pst_trend_plan(&job, &settings, NULL), PST_OK);
  assert_false(job.roles[settings.part].optional);
  assert_string_equal(job.roles[settings.weight].name, "w");
  assert_true(job.roles[settings.weight].want == PST_WANT_NUMBER);
  job.options.season = "quarter"; /* cells have no other columns */
  job.options.given.aggregate = true;
  job.options.weight = NULL;
  assert_int_equal(pst_trend_plan(&job, &settings, NULL), PST_OK);
  assert_true(settings.part == SIZE_MAX);
  job.options.season = "region";
  assert_int_equal(pst_trend_plan(&job, &settings, NULL), PST_OK);
  assert_true(settings.part != SIZE_MAX);
  job.options.season = NULL;
  job.options.across = "area"; /* regions need their column */
  assert_int_equal(pst_trend_plan(&job, &settings, NULL), PST_OK);
  assert_string_equal(job.roles[settings.part].name, "area");
  assert_false(job.roles[settings.part].optional);
  job.options.season = "region";
  job.options.across = "country";
  assert_int_equal(pst_trend_plan(&job, &settings, &error), PST_USAGE);
  assert_string_equal(error.message, "--season and --across both part a series; give one of them");
  free(job.roles);
  pst_arena_free(&job.arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(months_and_quarters_of_the_times),
      cmocka_unit_test(texts_of_a_column),
      cmocka_unit_test(controls_and_weights),
      cmocka_unit_test(roles_of_a_plan),
  };

  return cmocka_run_group_tests_name("season", tests, NULL, NULL);
}
