#include "check.h"

#include <stdio.h>

#include "interval/period/period_step.h"
#include "printed/meant.h"

/* TEXT beside periods of the kind WANTED, in polstat's notation; "none" for no period. */
static void means(const char *text, enum pst_period_kind wanted, const char *want)
{
  enum pst_period_kind kind = PST_PERIOD_NONE;
  char period[PST_PERIOD_SIZE] = "none";
  double start = 0;
  long step;

  if (pst_period_meant(pst_text_of(text), wanted, &kind, &start)) {
    if (pst_period_step(kind, start, &step))
      pst_period_print(kind, step, period);
    else
      snprintf(period, sizeof period, "middle %g", start);
  }
  assert_string_equal(period, want);
}

static void as_the_column_has_them(void **state)
{
  (void)state;
  means("2015-03", PST_PERIOD_MONTH, "2015-03");
  means("2015M03", PST_PERIOD_MONTH, "2015-03");
  means("201503", PST_PERIOD_MONTH, "2015-03");
  means("Mar-15", PST_PERIOD_MONTH, "2015-03");
  means("2015Q1", PST_PERIOD_QUARTER, "2015-Q1");
  means("20150131", PST_PERIOD_DAY, "2015-01-31");
  means("1/22/20", PST_PERIOD_DAY, "2020-01-22");
  means("22/1/20", PST_PERIOD_DAY, "2020-01-22");
  means("2000-01", PST_PERIOD_YEARS, "middle 2000.5");
  means("1990-94", PST_PERIOD_YEARS, "middle 1992");
  means("2000-01", PST_PERIOD_MONTH, "2000-01");
  means("2015W01", PST_PERIOD_WEEK, "2015-W01");
}

static void of_another_kind(void **state)
{
  (void)state;
  means("2015", PST_PERIOD_MONTH, "2015");
  means("2015-Q1", PST_PERIOD_MONTH, "2015-Q1");
  means("201513", PST_PERIOD_MONTH, "2015");
  means("2015-03", PST_PERIOD_QUARTER, "2015-03");
  means("2015-03", PST_PERIOD_NONE, "2015-03");
}

static void no_period(void **state)
{
  (void)state;
  means("1/2/20", PST_PERIOD_DAY, "none");
  means("201514", PST_PERIOD_MONTH, "none");
  means("2020-W99", PST_PERIOD_WEEK, "none");
  means("", PST_PERIOD_MONTH, "none");
  means("Japan", PST_PERIOD_YEARS, "none");
}

static void is_spelled(const char *text, const char *want)
{
  char period[PST_PERIOD_SIZE] = "none";

  pst_period_spelled(pst_text_of(text), period);
  assert_string_equal(period, want);
}

static void spellings(void **state)
{
  (void)state;
  is_spelled("2015Q1", "2015-Q1");
  is_spelled("2015-Q1", "2015-Q1");
  is_spelled("2015.0", "2015");
  is_spelled("2015M01", "2015-01");
  is_spelled("2015-01", "2015-01");
  is_spelled("2014/01/31", "2014-01-31");
  is_spelled("2019*", "none");
  is_spelled("201501", "none");
  is_spelled("X1961", "none");
  is_spelled("12 %", "none");
  is_spelled("Japan", "none");
  is_spelled("1001", "1001");
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(as_the_column_has_them),
                                     cmocka_unit_test(of_another_kind), cmocka_unit_test(no_period),
                                     cmocka_unit_test(spellings)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
