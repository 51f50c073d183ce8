/* The row of the same series some steps, or a year, before. */
#include "check.h"

#include <stdint.h>
#include <string.h>

#include "indicator/frame/frame.h"
#include "job_table.h"

enum { ROWS_MOST = 8, NONE = -1 };

/* Of each row of CSV (its columns are t, y) the row that LAG steps, or the YEAR, before; NONE where there is none. */
static void from_are(const char *csv, long lag, bool year, const long *want)
{
  struct pst_indicator_settings settings = {.n_asks = 0};
  struct pst_indicator_ask ask = {.text = "growth", .lag = lag, .year = year};
  struct pst_indicator_frame frame = {.n = 0};
  struct job_table made;
  size_t from[ROWS_MOST];

  settings.keys = (struct pst_indicator_keys){
      .entity_role = SIZE_MAX, .time_role = 0, .category_role = SIZE_MAX};
  job_table_load(&made, csv, "tn");
  made.job.settings = &settings;
  assert_int_equal(pst_indicator_frame_make(&made.job, &settings.keys, true, &frame, NULL), PST_OK);
  assert_int_equal(pst_indicator_frame_from(&made.job, &frame, &ask, from, NULL), PST_OK);
  for (size_t i = 0; i < frame.n; i++)
    assert_true(want[i] == NONE ? from[i] == PST_PANEL_NONE : from[i] == (size_t)want[i]);
  pst_indicator_frame_free(&frame);
  job_table_free(&made);
}

static void steps(void **state)
{
  static const char years[] = "t,y\n2000,1\n2003,2\n2001,3\n2002,4\n";
  static const char months[] = "t,y\n2000-01,1\n1999-12,2\n1999-01,3\n2000-12,4\n2001-01,5\n";

  (void)state;
  from_are(years, 1, false, (const long[]){NONE, 3, 0, 2});
  from_are(years, 2, false, (const long[]){NONE, 2, NONE, 0});
  from_are(years, 4, false, (const long[]){NONE, NONE, NONE, NONE});
  from_are(years, 1, true, (const long[]){NONE, 3, 0, 2});
  from_are(months, 1, false, (const long[]){1, NONE, NONE, NONE, 3});
  from_are(months, 1, true, (const long[]){2, NONE, NONE, 1, 0});
}

/* How many steps a year has, by the sort of period. */
static void years_of_all_sorts(void **state)
{
  (void)state;
  from_are("t,y\n2000-Q1,1\n2000-Q4,2\n2001-Q1,3\n", 1, true, (const long[]){NONE, NONE, 0});
  from_are("t,y\n2000-S1,1\n2000-S2,2\n2001-S1,3\n", 1, true, (const long[]){NONE, NONE, 0});
  from_are("t,y\n2000-T1,1\n2000-T3,2\n2001-T1,3\n", 1, true, (const long[]){NONE, NONE, 0});
  from_are("t,y\nFY2000,1\nFY2001,2\nFY2003,3\n", 1, true, (const long[]){NONE, 0, NONE});
}

/* 29 February has no day of the year before; 28 February of 2001 is that of 2000, not 29. */
static void the_same_day(void **state)
{
  static const char days[] = "t,y\n2000-02-28,1\n2000-02-29,2\n2001-02-28,3\n2001-03-01,4\n"
                             "2000-03-01,5\n1999-02-28,6\n1999-03-01,7\n";

  (void)state;
  from_are(days, 1, true, (const long[]){5, NONE, 0, 4, 6, NONE, NONE});
  from_are(days, 1, false, (const long[]){NONE, 0, NONE, 2, 1, NONE, 5});
}

static void weeks_have_no_year_before(void **state)
{
  struct pst_indicator_settings settings = {.n_asks = 0};
  const struct pst_indicator_ask year = {.text = "growth(year)", .year = true},
                                 four = {.text = "growth(4)", .lag = 4};
  struct pst_indicator_frame frame = {.n = 0};
  struct pst_error error = {.status = PST_OK};
  struct job_table made;
  size_t from[2];
  long lag;

  (void)state;
  job_table_load(&made, "t,y\n2000-W05,1\n2001-W05,2\n", "tn");
  made.job.settings = &settings;
  assert_int_equal(pst_indicator_frame_lag(&made.job, &year, &lag, &error), PST_USAGE);
  assert_string_equal(error.message,
                      "--kind: 'growth(year)': the times of 't' have no year before");
  assert_int_equal(pst_indicator_frame_lag(&made.job, &four, &lag, NULL), PST_OK);
  assert_int_equal(lag, 4);
  assert_int_equal(pst_indicator_frame_from(&made.job, &frame, &year, from, NULL), PST_USAGE);
  job_table_free(&made);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(steps),
      cmocka_unit_test(years_of_all_sorts),
      cmocka_unit_test(the_same_day),
      cmocka_unit_test(weeks_have_no_year_before),
  };

  return cmocka_run_group_tests_name("indicator_lag", tests, NULL, NULL);
}
