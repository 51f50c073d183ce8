#include "check.h"

#include <string.h>

#include "printed/times.h"

enum { CELLS_MOST = 16 };

/* The cells of TEXT, parted by blanks, in column NAME; WANT: the same periods in polstat's notation, "-"
   for a number, or the message. */
static void reads_in(const char *name, const char *format, const char *text, const char *want)
{
  static const struct pst_number_style style = {.decimal = '.'};
  struct pst_text cells[CELLS_MOST];
  struct pst_error error = {.status = PST_OK};
  const struct pst_times_format *asked = NULL;
  struct pst_times times;
  char copy[400], got[1200] = "";
  size_t n = 0;

  strcpy(copy, text);
  for (char *cell = strtok(copy, " "); cell != NULL; cell = strtok(NULL, " "))
    cells[n++] = pst_text_of(cell);
  assert_int_equal(pst_times_named(format, &asked, &error), PST_OK);
  if (pst_times_decide(cells, n, name, asked, &style, &times, &error) != PST_OK)
    strcpy(got, error.message);
  for (size_t i = 0; i < n && error.status == PST_OK; i++) {
    enum pst_period_kind kind;
    char when[PST_WHEN_SIZE];
    double value;

    strcat(got, i == 0 ? "" : " ");
    if (!pst_times_read(&times, cells[i], &style, &kind, &value, when))
      strcat(got, "none");
    else
      strcat(got, when[0] == '\0' ? "-" : when);
  }
  assert_string_equal(got, want);
}

static void reads(const char *text, const char *want)
{
  reads_in("t", "auto", text, want);
}

static void as_they_stand(void **state)
{
  (void)state;
  reads("2015 2016", "2015 2016");
  reads("1 2 3.5", "- - -");
  reads("2015-Q1 2015Q2", "2015-Q1 2015Q2");
  reads("2015-01 2015-02 2016-01", "2015-01 2015-02 2016-01");
  reads("2015.25 2015.5", "- -");
  reads("2015.1 2015.7", "- -");
  reads("95 96 97", "- - -");
  reads("2015.0 2016.00", "2015 2016");
  reads("2015 2016.0 2018", "2015 2016 2018");
  reads("2015. 2016.0", "- -");
  reads("2015.0 2016.5", "- -");
  reads("201413 201501", "- -");
  reads("20140230 20140301", "- -");
  reads("999901", "-");
}

static void packed(void **state)
{
  (void)state;
  reads("201411 201412 201501", "2014-11 2014-12 2015-01");
  reads("20140130 20140131 20140201", "2014-01-30 2014-01-31 2014-02-01");
  reads("201411 201412 7", "- - -");
  reads_in("t", "number", "201411 201412", "- -");
}

static void dotted(void **state)
{
  (void)state;
  reads("2015.1 2015.2 2015.3 2015.4 2016.1", "2015-Q1 2015-Q2 2015-Q3 2015-Q4 2016-Q1");
  reads("2015.1 2016.1",
        "t: '2015.1' can be a quarter, a month or a decimal number; say --time-format yyyy.q, "
        "--time-format yyyy.m or "
        "--time-format number");
  reads("2015.01 2015.02 2015.03 2015.04 2015.05 2015.06 2015.07 2015.08 2015.09 2015.10 2015.11 "
        "2015.12",
        "2015-01 2015-02 2015-03 2015-04 2015-05 2015-06 2015-07 2015-08 2015-09 2015-10 2015-11 "
        "2015-12");
  reads("2015.01 2015.1",
        "t: '2015.01' can be a month or a decimal number; say --time-format yyyy.m or "
        "--time-format number");
  reads("2015.1 2015.2 2015.11", "2015-01 2015-02 2015-11");
  reads_in("Month", "auto", "2015.1 2015.2", "2015-01 2015-02");
  reads_in("Quarter", "auto", "2015.1 2015.2", "2015-Q1 2015-Q2");
  reads_in("t", "yyyy.m", "2015.1 2015.2", "2015-01 2015-02");
  reads_in("t", "yyyy.m", "2015.01 2015.1 2015.12", "2015-01 2015-10 2015-12");
  reads_in("t", "yyyy.q", "2015.1 2015.5", "2015-Q1 none");
}

static void short_years(void **state)
{
  (void)state;
  reads("98 99 00 01", "1998 1999 2000 2001");
  reads("98 00", "t: '98' can be a year of two digits or a number; say --time-format yy or "
                 "--time-format number");
  reads_in("t", "yy", "98 00", "1998 2000");
  reads("Jan-15 Feb-15 Mar-15", "2015-01 2015-02 2015-03");
  reads("Jan-15 Mar-15", "t: 'Jan-15' can be a month of a year of two digits, or a day; say "
                         "--time-format mon-yy");
  reads_in("t", "mon-yy", "Jan-15 Mar-15", "2015-01 2015-03");
}

static void fiscal_years(void **state)
{
  (void)state;
  reads("1998-99 1999-00 2000-01", "1998-1999 1999-2000 2000-2001");
  reads("2000-01 2001-02 2010-11", "2000-2001 2001-2002 2010-2011");
  reads("2010/11 2011/12", "2010-2011 2011-2012");
  reads("1990-94 1995-99 2000-04", "1990-1994 1995-1999 2000-2004");
  reads("2000-01", "2000-01");
  reads("2009/10",
        "t: '2009/10' can be a month, or a year that begins in one calendar year and ends in "
        "the next; say --time-format yyyy-mm or --time-format yyyy-yy");
  reads_in("t", "yyyy-yy", "2009/10", "2009-2010");
  reads_in("t", "yyyy-mm", "2000-01 2001-02", "2000-01 2001-02");
  reads("97-98 98-99 99-00", "1997-1998 1998-1999 1999-2000");
  reads("09-10 10-11", "t: '09-10' can be two years of two digits, or a month and a day; say "
                       "--time-format yy-yy");
  reads_in("t", "yy-yy", "09-10 10-11", "2009-2010 2010-2011");
  reads("FY09 FY10", "FY2009 FY2010");
  reads("Q1-15 Q2-15", "2015-Q1 2015-Q2");
  reads("4Q98 1Q99", "1998-Q4 1999-Q1");
  reads("1990s 2000s", "1990-1999 2000-2009");
  reads("2009 2010s", "2009 2010");
  reads("FY09/10 FY2010-11", "2009-2010 2010-2011");
  reads("2015-I 2015-II 2015-III 2015-IV", "2015-Q1 2015-Q2 2015-Q3 2015-Q4");
  reads("2015T3 2015T4", "2015-Q3 2015-Q4");
}

static void days_and_months(void **state)
{
  (void)state;
  reads("1/22/20 1/23/20", "2020-01-22 2020-01-23");
  reads("22/1/2020 1/2/2020", "2020-01-22 2020-02-01");
  reads("1/2/20 1/3/20",
        "t: '1/2/20' can be a day of two months; say --day-first or --time-format mdy");
  reads_in("t", "dmy", "1/2/20", "2020-02-01");
  reads_in("t", "mdy", "1/2/20", "2020-01-02");
  reads("1.3.2021 21.3.2021", "2021-03-01 2021-03-21");
  reads("21.03.05 22.03.05",
        "t: '21.03.05' can be a day of two months; say --day-first or --time-format mdy");
  reads_in("t", "dmy", "21.03.05", "2005-03-21");
  reads("22/1/2020 1/22/2020", "t: '22/1/2020' and other cells have the day first here and the "
                               "month there; say --day-first or "
                               "--time-format mdy, and mend the others");
  reads("2011/1 2011/12", "2011-01 2011-12");
  reads(
      "2011/1 2011/2",
      "t: '2011/1' can be a month or a quarter; say --time-format yyyy/m or --time-format yyyy/q");
  reads_in("month", "auto", "2011/1 2011/2", "2011-01 2011-02");
  reads_in("quarter", "auto", "2011/1 2011/2", "2011-Q1 2011-Q2");
  reads("03/2022 04/2022", "2022-03 2022-04");
  reads("2015M07 2015M08", "2015-07 2015-08");
  reads("2015M07D03 2015M07D04", "2015-07-03 2015-07-04");
}

/* Of a column that nobody called a time. */
static bool proves(const char *name, const char *text)
{
  static const struct pst_number_style style = {.decimal = '.'};
  struct pst_text cells[CELLS_MOST];
  struct pst_times times;
  char copy[400];
  size_t n = 0;

  strcpy(copy, text);
  for (char *cell = strtok(copy, " "); cell != NULL; cell = strtok(NULL, " "))
    cells[n++] = pst_text_of(cell);
  return pst_times_might_be(cells[0], name)
         && pst_times_prove(cells, n, name, NULL, &style, &times);
}

static void columns_of_any_kind(void **state)
{
  static const char *const are[] = {
      "201501 201502 201503", "2015M07 2015M08", "20150131 20150228 20150315", "1/22/20 1/23/20",
      "01/2015 02/2015",      "1990-94 1995-99", "2015.1 2015.2 2015.3 2015.4"};
  static const char *const are_not[] = {
      "201501",        "201501 201504 201511", "201501 201502 201513",
      "98 99 00 01",   "2015.0 2016.0 2017.0", "2015 2016",
      "1/2/20 1/3/20", "2015M07 2015",         "Japan 2015M07",
      "1.5 2.5"};

  (void)state;
  for (size_t i = 0; i < sizeof are / sizeof *are; i++)
    if (!proves("y", are[i]))
      fail_msg("%s are times", are[i]);
  for (size_t i = 0; i < sizeof are_not / sizeof *are_not; i++)
    if (proves("y", are_not[i]))
      fail_msg("%s are no times", are_not[i]);
  assert_true(proves("month", "201501 201504 201511"));
  assert_true(proves("year", "98 99 00 01"));
}

static void cells_alone(void **state)
{
  static const char *const times[] = {"2015M07", "1/2/20",  "Jan-15",     "2011/1",  "2009/10",
                                      "1990-94", "2020(p)", "2015M07D03", "2015-13", "2020-53"};
  static const char *const others[] = {"2020-W99", "2020-W54", "n/a", "Total",
                                       "2015-00",  "13/13/20", "1/2"};
  struct pst_error error = {.status = PST_OK};
  const struct pst_times_format *format;

  (void)state;
  for (size_t i = 0; i < sizeof times / sizeof *times; i++)
    if (!pst_times_may_be(pst_text_of(times[i])))
      fail_msg("%s is a time", times[i]);
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (pst_times_may_be(pst_text_of(others[i])))
      fail_msg("%s is no time", others[i]);
  assert_int_equal(pst_times_named("ydm", &format, &error), PST_USAGE);
  assert_string_equal(
      error.message,
      "'ydm' is not one of auto, number, yyyy, yyyymm, yyyymmdd, yyyy.q, yyyy.m, "
      "yyyy-mm, yyyy-ww, yyyy-yy, yy-yy, yymm, yymmdd, yyyy/m, yyyy/q, yy, dmy, mdy, mon-yy");
}

static void weeks_of_a_column(void **state)
{
  const struct pst_text own[] = {pst_text_of("2020-W01"), pst_text_of("2020-W02")},
                        first[] = {pst_text_of("2020-01"), pst_text_of("2020-02")},
                        late[] = {pst_text_of("202051"), pst_text_of("202052")},
                        none[] = {pst_text_of("202051"), pst_text_of("202054")};
  struct pst_times times;

  (void)state;
  assert_false(pst_times_are_weeks(own, 2));
  assert_true(pst_times_are_weeks(first, 2));
  assert_false(pst_times_are_weeks(none, 2));
  assert_false(pst_times_prove_weeks(first, 2));
  assert_true(pst_times_prove_weeks(late, 2));
  assert_false(pst_times_prove_weeks(none, 2));
  assert_int_equal(pst_times_decide(first, 2, "Week", NULL, NULL, &times, NULL), PST_OK);
  assert_string_equal(times.format->name, "yyyy-ww");
  assert_int_equal(pst_times_decide(first, 2, "Month", NULL, NULL, &times, NULL), PST_OK);
  assert_null(times.format);
  assert_int_equal(pst_times_decide(late, 2, "date", NULL, NULL, &times, NULL), PST_OK);
  assert_string_equal(times.format->name, "yyyy-ww");
  assert_int_equal(pst_times_decide(late, 2, "sales", NULL, NULL, &times, NULL), PST_OK);
  assert_null(times.format);
}

/* Numbers of years of two digits, and two years in one number. */
static void begun_by_short_years(void **state)
{
  (void)state;
  reads_in("year", "auto", "200910 201011 201213", "2009-2010 2010-2011 2012-2013");
  reads_in("year", "auto", "200910 201012", "2009-10 2010-12");
  reads_in("month", "auto", "200910 201011", "2009-10 2010-11");
  reads_in("year", "auto", "1819 1920 2021", "2018-2019 2019-2020 2020-2021");
  reads_in("year", "auto", "1920 2021", "1920 2021");
  reads_in("year", "auto", "2021 2122", "2020-2021 2021-2022");
  reads_in("month", "auto", "1901 1912", "2019-01 2019-12");
  reads_in("month", "auto", "1901 1913", "1901 1913");
  reads_in("t", "auto", "1911 1912 2001", "2019-11 2019-12 2020-01");
  reads_in("t", "auto", "1911 1912 2002", "1911 1912 2002");
  reads_in("date", "auto", "190113 190131", "2019-01-13 2019-01-31");
  reads_in("date", "auto", "190101 190112",
           "date: '190101' can be a month, or a day of a year of two digits; say --time-format "
           "yyyymm or --time-format yymmdd");
  reads_in("date", "yymmdd", "190101 700112", "2019-01-01 1970-01-12");
  reads_in("x", "yymm", "1901 7001", "2019-01 1970-01");
}

/* Numbers that may be times in a notation that is not read are asked about below a name of times. */
static void numbers_that_hide_times(void **state)
{
  (void)state;
  reads_in("Period", "auto", "10.1998 01.1999", "1998-10 1999-01");
  reads_in("Period", "number", "10.1998 01.1999", "- -");
  reads_in("Share", "auto", "10.1998 01.1999", "- -");
  reads_in(
      "Period", "auto", "1.1998 10.1998",
      "Period: '1.1998' can be a month or a quarter before its year, or a decimal number; write "
      "it as 1998-10 or 1998-Q2, or say --time-format number");
  reads_in("Period", "auto", "13.1998 10.1998", "- -");
  reads_in("Period", "auto", "19981 19984",
           "Period: '19981' can be a quarter behind its year, or a number; write it as 1998-Q2, or "
           "say --time-format number");
  reads_in("Period", "auto", "19981 19985", "- -");
  reads_in("Sales", "auto", "19981 19984", "- -");
  reads_in(
      "Period", "auto", "101998 121998",
      "Period: '101998' can be a month before its year, or a number; write it as 1998-10, or say "
      "--time-format number");
  reads_in("Period", "auto", "101998 131998", "- -");
  reads_in(
      "Period", "auto", "25011998 31121998",
      "Period: '25011998' can be a day before its year, or a number; write it as 1998-01-25, or "
      "say --time-format number");
  reads_in("Period", "auto", "25011998 32121998", "- -");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(as_they_stand),
      cmocka_unit_test(packed),
      cmocka_unit_test(dotted),
      cmocka_unit_test(short_years),
      cmocka_unit_test(fiscal_years),
      cmocka_unit_test(days_and_months),
      cmocka_unit_test(columns_of_any_kind),
      cmocka_unit_test(cells_alone),
      cmocka_unit_test(weeks_of_a_column),
      cmocka_unit_test(begun_by_short_years),
      cmocka_unit_test(numbers_that_hide_times),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
