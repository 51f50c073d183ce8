#include "check.h"

#include <string.h>

#include "interval/period/period_step.h"

/* TEXT is number STEP of its kind, and is printed as it was read. */
static void is_step(const char *text, long step)
{
  enum pst_period_kind kind;
  char back[PST_PERIOD_SIZE];
  double value;
  long got;

  assert_true(pst_period_parse(pst_text_of(text), &kind, &value));
  assert_true(pst_period_step(kind, value, &got));
  assert_int_equal(got, step);
  pst_period_print(kind, got, back);
  assert_string_equal(back, text);
}

static void each_kind_counts_on(void **state)
{
  (void)state;
  is_step("2013", 2013);
  is_step("FY2013", 2013);
  is_step("FY0001", 1);
  is_step("2013-01", 2013 * 12);
  is_step("2013-12", 2013 * 12 + 11);
  is_step("2013-Q4", 2013 * 4 + 3);
  is_step("2014-Q1", 2014 * 4);
  is_step("2013-S2", 2013 * 2 + 1);
  is_step("2013-T3", 2013 * 3 + 2);
  is_step("0001-W01", 0);
  is_step("0001-W02", 1);
  is_step("2021-W01", 105399);
  is_step("2020-W53", 105398);
  is_step("0001-01-01", 0);
  is_step("1970-01-01", 719162);
  is_step("2000-02-29", 730178);
  is_step("2000-03-01", 730179);
  is_step("9999-12-31", 3652058);
}

/* Every week of four centuries, after which the calendar repeats. */
static void weeks_follow_each_other(void **state)
{
  enum { WEEKS = 146097 / 7 };
  long first, step;
  char text[PST_PERIOD_SIZE];
  enum pst_period_kind kind;
  double value;

  (void)state;
  assert_true(pst_period_parse(pst_text_of("1900-W01"), &kind, &value));
  assert_true(pst_period_step(kind, value, &first));
  for (long week = first; week < first + WEEKS; week++) {
    pst_period_print(PST_PERIOD_WEEK, week, text);
    if (!pst_period_parse(pst_text_of(text), &kind, &value))
      fail_msg("%s was not read", text);
    assert_true(pst_period_step(kind, value, &step));
    assert_int_equal(step, week);
  }
  assert_string_equal(text, "2299-W52");
}

/* Every day of four centuries follows the one before it. */
static void days_follow_each_other(void **state)
{
  enum { FIRST = 693595, DAYS = 146097 }; /* from 1900-01-01 */
  char text[PST_PERIOD_SIZE];

  (void)state;
  pst_period_print(PST_PERIOD_DAY, FIRST, text);
  assert_string_equal(text, "1900-01-01");
  for (long step = FIRST; step < FIRST + DAYS; step++) {
    pst_period_print(PST_PERIOD_DAY, step, text);
    is_step(text, step);
  }
  assert_string_equal(text, "2299-12-31");
}

static void some_have_no_next(void **state)
{
  long step = 7;

  (void)state;
  assert_false(pst_period_step(PST_PERIOD_YEARS, 2002.5, &step));
  assert_false(pst_period_step(PST_PERIOD_NONE, 2002, &step));
  assert_int_equal(step, 7);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_kind_counts_on),
      cmocka_unit_test(days_follow_each_other),
      cmocka_unit_test(weeks_follow_each_other),
      cmocka_unit_test(some_have_no_next),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
