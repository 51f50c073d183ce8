/* test_when_ends -- notations of periods at their ends: the last part that there is, and what is none. */
#include "check.h"

#include <string.h>

#include "printed/when/when.h"

static void check_read(const char *cell, unsigned rules, const char *want)
{
  char when[PST_WHEN_SIZE] = "";

  if (!pst_when_read(pst_text_of(cell), rules, when, NULL))
    when[0] = '\0';
  if (strcmp(when, want) != 0)
    fail_msg("'%s' reads as '%s', not '%s'", cell, when, want);
}

/* Each period is one of the calendar's: it begins where such periods begin, and nothing stands behind it. */
static void periods_that_begin_where_they_may(void **state)
{
  static const struct {
    const char *cell, *want;
  } rows[] = {
      {"2014-01-01/P12M", "2014"},   {"2014-02-01/P12M", ""},       {"2014-01-01/P1Y2", ""},
      {"2014-01-01/P2Y", ""},        {"2014-01-01/P6M", "2014-S1"}, {"2014-02-01/P6M", ""},
      {"2014-07-01/P6M.", ""},       {"2014-01-01/P4M", "2014-T1"}, {"2014-05-01/P4M", "2014-T2"},
      {"2014-09-01/P4M", "2014-T3"}, {"2014-04-01/P4M", ""},        {"2014-09-01/P4MX", ""},
      {"2014-10-01/P3M", "2014-Q4"}, {"2014-09-01/P3M", ""},        {"2014-10-01/P3M3", ""},
      {"2014-12-01/P1M", "2014-12"}, {"2014-12-01/P1M1", ""},       {"2014-12-01/P1DX", ""},
      {"2014-12-02/P1DX", ""},       {"2014-12-02/P1Y", ""},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    check_read(rows[i].cell, PST_WHEN_DEFAULT, rows[i].want);
}

/* A day's first moment is the day, in the time of Greenwich; a moment later is no period. */
static void first_moments(void **state)
{
  static const struct {
    const char *cell, *want;
  } rows[] = {
      {"2014-01-31T00:00:00.000", "2014-01-31"},
      {"2014-01-31T00:00:00Z", "2014-01-31"},
      {"2014-01-31T00:00:00.00Z", "2014-01-31"},
      {"2014-01-31T00:00:00+00:00", "2014-01-31"},
      {"2014-01-31T00:00:00.001", ""},
      {"2014-01-31T00:00:00ZZ", ""},
      {"2014-01-31T00:00:00+01:00", ""},
      {"2014-01-31T00:00:01", ""},
      {"2014-01-31T00:00", "2014-01-31"},
      {"2014-01-31T00:01", ""},
      {"2014-01-31T10:00", ""},
      {"2014-01-31 00:00:00", "2014-01-31"},
      {"2014-01-31 00:00:00 UTC", "2014-01-31"},
      {"2014-01-31 10:00", ""},
      {"31.1.2014 0:00", "2014-01-31"},
      {"2014-01 00:00", ""},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    check_read(rows[i].cell, PST_WHEN_DEFAULT, rows[i].want);
}

/* Letters behind a year: the last part that there is, and the one behind it. */
static void lettered_parts_to_the_last(void **state)
{
  static const struct {
    const char *cell, *want;
  } rows[] = {
      {"2021JJ00", "2021"},
      {"2021JJ01", ""},
      {"2019KW01", "2019-Q1"},
      {"2019KW04", "2019-Q4"},
      {"2019KW05", ""},
      {"2019KW00", ""},
      {"2019KW041", ""},
      {"2019MM12", "2019-12"},
      {"2019MM13", ""},
      {"2019MM00", ""},
      {"2019HJ01", "2019-S1"},
      {"2019HJ02", "2019-S2"},
      {"2019HJ03", ""},
      {"2014K4", "2014-Q4"},
      {"2014K5", ""},
      {"2014K0", ""},
      {"2014K44", ""},
      {"2014q1", "2014-Q1"},
      {"2014B2", "2014-S2"},
      {"2014B3", ""},
      {"2014H1", "2014-S1"},
      {"2014S22", ""},
      {"2014T3", "2014-T3"},
      {"2014T4", ""},
      {"2014T31", ""},
      {"2014A1", "2014"},
      {"2014A2", ""},
      {"2014A11", ""},
      {"2014M12", "2014-12"},
      {"2014M13", ""},
      {"2014M0", ""},
      {"2014M1", "2014-01"},
      {"2014M02D28", "2014-02-28"},
      {"2014M02D29", ""},
      {"2016M02D29", "2016-02-29"},
      {"2014M02D28D", ""},
      {"2014W52", "2014-W52"},
      {"2014W0", ""},
      {"2014U01", "2014-W01"},
      {"2014W52W", ""},
      {"2014D365", "2014-12-31"},
      {"2014D366", ""},
      {"2014D000", ""},
      {"2014D001", "2014-01-01"},
      {"2014D0011", ""},
      {"2014X1", ""},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    check_read(rows[i].cell, PST_WHEN_DEFAULT, rows[i].want);
  check_read("2014T4", PST_WHEN_T_IS_QUARTER, "2014-Q4");
  check_read("2014T5", PST_WHEN_T_IS_QUARTER, "");
  check_read("2014T44", PST_WHEN_T_IS_QUARTER, "");
}

static void days_and_dots(void **state)
{
  static const struct {
    const char *cell, *want;
  } rows[] = {
      {"03-Jan-20", "2020-01-03"},
      {"17-Jan-98", "1998-01-17"},
      {"31-Feb-20", ""},
      {"03 Jan 20", ""},
      {"2019.", ""},
      {"2019.12.31", "2019-12-31"},
      {"2019.12.31.", "2019-12-31"},
      {"2019.13.31", ""},
      {"2019.5", ""},
      {"2019-Jan", "2019-01"},
      {"yr2019", "2019"},
      {"2019Q1r", "2019-Q1"},
      {"2019-S2p", "2019-S2"},
      {"2019Q5r", ""},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    check_read(rows[i].cell, PST_WHEN_DEFAULT, rows[i].want);
  check_read("201312", PST_WHEN_COMPACT, "2013-12");
  check_read("201313", PST_WHEN_COMPACT, "2013");
  check_read("201314", PST_WHEN_COMPACT, "");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(periods_that_begin_where_they_may),
      cmocka_unit_test(first_moments),
      cmocka_unit_test(lettered_parts_to_the_last),
      cmocka_unit_test(days_and_dots),
  };

  return cmocka_run_group_tests_name("when_ends", tests, NULL, NULL);
}
