#include "check.h"

#include <math.h>
#include <stdio.h>

#include "interval/period/period_kinds.h"

static void periods_are_read(void **state)
{
  static const struct {
    const char *text;
    enum pst_period_kind kind;
    double value;
  } rows[] = {
      {"2013", PST_PERIOD_YEAR, 2013},
      {"0001", PST_PERIOD_YEAR, 1},
      {"9999", PST_PERIOD_YEAR, 9999},
      {"FY2013", PST_PERIOD_FISCAL_YEAR, 2013},
      {"2013-01", PST_PERIOD_MONTH, 2013},
      {"2013-12", PST_PERIOD_MONTH, 2013 + 11 / 12.0},
      {"2013-01-01", PST_PERIOD_DAY, 2013},
      {"2013-12-31", PST_PERIOD_DAY, 2013 + 364 / 365.0},
      {"2000-02-29", PST_PERIOD_DAY, 2000 + 59 / 366.0},
      {"2020-Q3", PST_PERIOD_QUARTER, 2020.5},
      {"2020Q1", PST_PERIOD_QUARTER, 2020},
      {"2020-S2", PST_PERIOD_SEMESTER, 2020.5},
      {"2020S1", PST_PERIOD_SEMESTER, 2020},
      {"2020-T3", PST_PERIOD_TRIMESTER, 2020 + 2 / 3.0},
      {"2021-W01", PST_PERIOD_WEEK, 2021 + 3 / 365.0},
      {"2020-W01", PST_PERIOD_WEEK, 2019 + 363 / 365.0},
      {"2020-W53", PST_PERIOD_WEEK, 2020 + 362 / 366.0},
      {"2001-2003", PST_PERIOD_YEARS, 2002},
      {"2001-2004", PST_PERIOD_YEARS, 2002.5},
      {"2001-2001", PST_PERIOD_YEARS, 2001},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    enum pst_period_kind kind = PST_PERIOD_NONE;
    double value = NAN;

    if (!pst_period_parse(pst_text_of(rows[i].text), &kind, &value))
      fail_msg("'%s' was not read", rows[i].text);
    assert_int_equal(kind, rows[i].kind);
    assert_close(value, rows[i].value, 0, 0);
  }
}

static void other_text_is_no_period(void **state)
{
  static const char *const texts[] = {
      "",          "0000",       "999",         "20131",      "2013-",      "2013-00",
      "2013-13",   "2013-1",     "2013-02-29",  "1900-02-29", "2013-04-31", "2013-00-01",
      "2013-1-01", "2013-01-00", "2013-01/01",  "2013-Q0",    "2013-Q5",    "2013Q5",
      "2013-S3",   "2013-T4",    "2013-q1",     "2013-Q",     "2013-Q12",   "2003-2001",
      "2001-0000", "2001/2003",  "FY13",        "FY0000",     "fy2013",     "FY20134",
      "FY2013-14", " 2013",      "2013 ",       "+2013",      "-013",       "2013.5",
      "2013-W53",  "2013M05",    "2013-01-01T", "2001-200",   "2001-20033"};
  enum pst_period_kind kind = PST_PERIOD_DAY;
  double value = 7;

  (void)state;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    if (pst_period_parse(pst_text_of(texts[i]), &kind, &value))
      fail_msg("'%s' was read", texts[i]);
  assert_int_equal(kind, PST_PERIOD_DAY);
  assert_close(value, 7, 0, 0);
}

/* Days of four years follow each other at equal steps within a year. */
static void days_fill_the_years(void **state)
{
  double last = 1999;
  int count = 0;

  (void)state;
  for (int i = 0; i < 4 * 13 * 32; i++) {
    char text[32];
    double value, step;
    int year = 1999 + i / (13 * 32);

    snprintf(text, sizeof text, "%04d-%02d-%02d", year, i / 32 % 13, i % 32);
    if (!pst_period_parse(pst_text_of(text), NULL, &value))
      continue;
    step = 1 / (year == 2000 ? 366.0 : 365.0);
    assert_true(count == 0 ? value == 1999 : value > last && value - last < step * 1.01);
    last = value;
    count++;
  }
  assert_int_equal(count, 365 + 366 + 365 + 365);
}

static void kinds_have_names(void **state)
{
  (void)state;
  assert_string_equal(pst_period_name(PST_PERIOD_YEAR), "year");
  assert_string_equal(pst_period_name(PST_PERIOD_FISCAL_YEAR), "fiscal year");
  assert_string_equal(pst_period_name(PST_PERIOD_MONTH), "month");
  assert_string_equal(pst_period_name(PST_PERIOD_DAY), "day");
  assert_string_equal(pst_period_name(PST_PERIOD_QUARTER), "quarter");
  assert_string_equal(pst_period_name(PST_PERIOD_SEMESTER), "semester");
  assert_string_equal(pst_period_name(PST_PERIOD_TRIMESTER), "four months");
  assert_string_equal(pst_period_name(PST_PERIOD_WEEK), "week");
  assert_string_equal(pst_period_name(PST_PERIOD_YEARS), "range of years");
  assert_string_equal(pst_period_name(PST_PERIOD_NONE), "period");
}

/* Every kind has all that its neighbours have: a row that was forgotten is seen here. */
static void each_kind_has_its_row(void **state)
{
  struct pst_buffer examples = {.data = NULL};

  (void)state;
  for (unsigned k = PST_PERIOD_NONE + 1; k < PST_PERIOD_KINDS; k++) {
    const struct pst_period_row *row = &pst_period_rows[k];
    enum pst_period_kind kind;

    assert_non_null(row->name);
    assert_non_null(row->plural);
    assert_non_null(row->spellings[0].text);
    assert_true(row->parts > 0 || row->read != NULL);
    assert_true((row->step == NULL) == (row->print == NULL));
    if (row->example == NULL)
      continue;
    assert_true(pst_period_parse(pst_text_of(row->example), &kind, NULL));
    assert_int_equal(kind, k);
  }
  pst_period_examples(&examples);
  assert_string_equal(pst_buffer_string(&examples),
                      "2015, FY2015, 2015-04, 2015-04-30, 2015-Q2, 2015-S1, 2013-2015");
  pst_buffer_free(&examples);
  assert_string_equal(pst_period_plural(PST_PERIOD_YEARS), "ranges of years");
  assert_string_equal(pst_period_plural(PST_PERIOD_TRIMESTER), "periods of four months");
  assert_true(pst_period_fills_years(PST_PERIOD_MONTH));
  assert_false(pst_period_fills_years(PST_PERIOD_WEEK));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(periods_are_read),      cmocka_unit_test(other_text_is_no_period),
      cmocka_unit_test(days_fill_the_years),   cmocka_unit_test(kinds_have_names),
      cmocka_unit_test(each_kind_has_its_row),
  };

  return cmocka_run_group_tests_name("period", tests, NULL, NULL);
}
