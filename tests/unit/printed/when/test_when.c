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

static void periods_of_agencies(void **state)
{
  static const struct {
    const char *cell, *want;
  } rows[] = {
      {"2010", "2010"},
      {"YR2010", "2010"},
      {"2010 [YR2010]", "2010"},
      {"Y1961", "1961"},
      {"X1961", "1961"},
      {"Y", ""},
      {"2014-01", "2014-01"},
      {"2014/01", "2014-01"},
      {"2014M01", "2014-01"},
      {"2014-M01", "2014-01"},
      {"Jan 2014", "2014-01"},
      {"January 2014", "2014-01"},
      {"Januar 2014", "2014-01"},
      {"2014 Jan", "2014-01"},
      {"2019 januari", "2019-01"},
      {"2019 1e kwartaal", "2019-Q1"},
      {"2019 maart*", "2019-03"},
      {"mei 2019", "2019-05"},
      {"dicembre 2020", "2020-12"},
      {"outubro 2020", "2020-10"},
      {"2019U01", "2019-W01"},
      {"1989 JAN", "1989-01"},
      {"Janvier 2020", "2020-01"},
      {"juil. 2020", "2020-07"},
      {"2008 - 2009", "2008-2009"},
      {"2009 - 2008", ""},
      {"2021 p", "2021"},
      {"2021e", "2021"},
      {"2021 x", ""},
      {"2020\u5E74"
       "1\uFF5E3\u6708\u671F",
       "2020-Q1"},
      {"2020\u5E74"
       "10\u6708-12\u6708",
       "2020-Q4"},
      {"2020\u5E74"
       "2\uFF5E4\u6708\u671F",
       ""},
      {"2020\u5E74"
       "\u7B2C"
       "2\u56DB\u534A\u671F",
       "2020-Q2"},
      {"2020\u5E74"
       "\u7B2C"
       "5\u56DB\u534A\u671F",
       ""},
      {"S49.9.24", ""},
      {"d\u00E9cembre 2014", "2014-12"},
      {"2014Jan", "2014-01"},
      {"2014M01 [2014M01]", "2014-01"},
      {"2014Q3 [2014Q3]", "2014-Q3"},
      {"2014Q3 [2014Q4]", ""},
      {"2014Q3 [IX]", ""},
      {"06 Sep 2004", "2004-09-06"},
      {"6. September 2004", "2004-09-06"},
      {"06-Sep-2004", "2004-09-06"},
      {"31 Feb 2004", ""},
      {"06 Sep 04", ""},
      {"2014-Q1", "2014-Q1"},
      {"2014Q4", "2014-Q4"},
      {"Q2 2014", "2014-Q2"},
      {"Q1-2014", "2014-Q1"},
      {"Q1/2014", "2014-Q1"},
      {"4Q2018", "2018-Q4"},
      {"4Q 2018", "2018-Q4"},
      {"2013:Q2", "2013-Q2"},
      {"2005q1", "2005-Q1"},
      {"H1 2015", "2015-S1"},
      {"S2-2015", "2015-S2"},
      {"1. Quartal 2014", "2014-Q1"},
      {"2014-S2", "2014-S2"},
      {"2014H1", "2014-S1"},
      {"2014-T1", "2014-T1"},
      {"2014-W05", "2014-W05"},
      {"2014-A1", "2014"},
      {"2014-D032", "2014-02-01"},
      {"2016-D366", "2016-12-31"},
      {"2014-01-31", "2014-01-31"},
      {"2014/01/31", "2014-01-31"},
      {"31.12.1995", "1995-12-31"},
      {"2014-01-31T00:00:00", "2014-01-31"},
      {"2014-01-01/P1Y", "2014"},
      {"2014-04-01/P3M", "2014-Q2"},
      {"2014-07-01/P6M", "2014-S2"},
      {"2014-05-01/P1M", "2014-05"},
      {"2014-01-01T00:00:00/P1Y", "2014"},
      {"FY2013", "FY2013"},
      {"2013/14", "2013-2014"},
      {"2013-14", "2013-2014"},
      {"1999/00", ""},
      {"2001-2003", "2001-2003"},
      {"2001\u20132003", "2001-2003"},
      {"2013\u5E74", "2013"},
      {"2013\u5E741\u6708", "2013-01"},
      {"2013\u5E74\u5EA6", "FY2013"},
      {"\u5E73\u621025\u5E74", "2013"},
      {"\u4EE4\u548C\u5143\u5E74", "2019"},
      {"\u662D\u548C60\u5E74\u5EA6", "FY1985"},
      {"\uFF12\uFF10\uFF11\uFF13\u5E74", "2013"},
      {"2019 1)", "2019"},
      {"2019*", "2019"},
      {"2019\u00B9", "2019"},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    check_read(rows[i].cell, PST_WHEN_DEFAULT, rows[i].want);
}

static void no_period_is_made_up(void **state)
{
  static const char *const cells[] = {"",
                                      "12",
                                      "999",
                                      "3000",
                                      "12345",
                                      "2014-13",
                                      "2014-00",
                                      "2014-Q5",
                                      "2014-S3",
                                      "2014-T4",
                                      "2014-W54",
                                      "2014-D366",
                                      "2014-02-30",
                                      "30.02.2014",
                                      "2009/10",
                                      "31/12/2014",
                                      "12/31/2014",
                                      "2014-01-31T12:00:00",
                                      "2014-02-01/P1Y",
                                      "2014-01-02/P1M",
                                      "2014M",
                                      "2014 km",
                                      "2014ab",
                                      "20 14",
                                      "Peru",
                                      "201401",
                                      "\u5E73\u621040\u5E74",
                                      "2003-2001",
                                      "2014-1-1",
                                      "2011/1",
                                      "2015-14",
                                      "1/22/20",
                                      "-2014",
                                      "2014.5"};

  (void)state;
  for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
    check_read(cells[i], PST_WHEN_DEFAULT, "");
}

static void rules_of_a_layout(void **state)
{
  (void)state;
  check_read("2025-T4", PST_WHEN_T_IS_QUARTER, "2025-Q4");
  check_read("2025-T4", PST_WHEN_DEFAULT, "");
  check_read("201401", PST_WHEN_COMPACT, "2014-01");
  check_read("20140131", PST_WHEN_COMPACT, "2014-01-31");
  check_read("201414", PST_WHEN_COMPACT, "");
  check_read("2009/10", PST_WHEN_SEASONS, "2009-2010");
  check_read("2009-10", PST_WHEN_SEASONS, "2009-2010");
  check_read("2009-10", PST_WHEN_DEFAULT, "2009-10");
  check_read("1999/00", PST_WHEN_SEASONS, "1999-2000");
  check_read("03/02/2020", PST_WHEN_DAY_FIRST, "2020-02-03");
  check_read("3/2/2020", PST_WHEN_MONTH_FIRST, "2020-03-02");
  check_read("13/02/2020", PST_WHEN_MONTH_FIRST, "");
  check_read("03/02/2020", PST_WHEN_DEFAULT, "");
  check_read("1/22/20", PST_WHEN_MONTH_FIRST, "2020-01-22");
  check_read("1/2/98", PST_WHEN_DAY_FIRST, "1998-02-01");
  check_read("2011/1", PST_WHEN_SHORT_MONTHS, "2011-01");
  check_read("2009/10", PST_WHEN_SHORT_MONTHS, "2009-10");
  check_read("2000-04", PST_WHEN_SPANS, "2000-2004");
  check_read("1998-02", PST_WHEN_SPANS, "1998-2002");
  check_read("2010-14", PST_WHEN_DEFAULT, "2010-2014");
  check_read("2010/1/5", PST_WHEN_DEFAULT, "2010-01-05");
}

static unsigned decide(const char *const *cells)
{
  struct pst_when_seasons seen = {0};

  for (; *cells != NULL; cells++)
    pst_when_see(&seen, pst_text_of(*cells));
  return pst_when_decide(&seen);
}

static void roman_numbers(void **state)
{
  static const char *const quarters[] = {"I 2015",  "II 2015", "III 2015",
                                         "IV 2015", "I 2016",  NULL};
  static const char *const behind[] = {"2015-I", "2015-II", "2015-III", "2015-IV", NULL};
  static const char *const months[] = {"2015/I",  "2015/II",  "2015/III",  "2015/IV", "2015/V",
                                       "2015/VI", "2015/VII", "2015/VIII", "2015/IX", "2015/X",
                                       "2015/XI", "2015/XII", NULL};
  static const char *const open[] = {"I 2015", "II 2015", "I 2016", "II 2016", NULL};
  static const char *const fifth[] = {"I 2015", "II 2015", "III 2015", "IV 2015", "V 2016", NULL};
  static const char *const thirds[] = {"2020T1", "2020T2", "2020T3", NULL};
  static const char *const fourths[] = {"2020T1", "2020-T4", NULL};

  (void)state;
  assert_int_equal(decide(quarters), PST_WHEN_ROMAN_QUARTERS);
  assert_int_equal(decide(behind), PST_WHEN_ROMAN_QUARTERS);
  assert_int_equal(decide(months), PST_WHEN_ROMAN_MONTHS);
  assert_int_equal(decide(open), PST_WHEN_DEFAULT);
  assert_int_equal(decide(fifth), PST_WHEN_DEFAULT);
  assert_int_equal(decide(thirds), PST_WHEN_DEFAULT);
  assert_int_equal(decide(fourths), PST_WHEN_T_IS_QUARTER);
  check_read("IV 2015", PST_WHEN_ROMAN_QUARTERS, "2015-Q4");
  check_read("2015.II", PST_WHEN_ROMAN_QUARTERS, "2015-Q2");
  check_read("2015III", PST_WHEN_ROMAN_QUARTERS, "2015-Q3");
  check_read("2015-V", PST_WHEN_ROMAN_QUARTERS, "");
  check_read("XII/2015", PST_WHEN_ROMAN_MONTHS, "2015-12");
  check_read("2015 IV", PST_WHEN_DEFAULT, ""); /* no mark of 2015 */
  check_read("2015I", PST_WHEN_DEFAULT, "");
  check_read("II trimestre 2015", PST_WHEN_DEFAULT, "2015-Q2");
  check_read("2015 III. Quartal", PST_WHEN_DEFAULT, "2015-Q3");
}

static void seasons_or_months(void **state)
{
  static const char *const proven[] = {"2009/10", "2012/13", NULL};
  static const char *const by_pattern[] = {"2001-02", "2002-03", "2003-04", NULL};
  static const char *const months[] = {"2009-10", "2009-11", "2010-11", NULL};
  static const char *const open[] = {"2009-10", NULL};
  static const char *const days[] = {"01/02/2020", "13/02/2020", NULL};
  static const char *const american[] = {"01/02/2020", "02/13/2020", NULL};
  static const char *const unsaid[] = {"01/02/2020", "03/04/2020", NULL};
  static const char *const both[] = {"13/02/2020", "02/13/2020", NULL};
  static const char *const five[] = {"2000-04", "2005-09", "2010-14", NULL};
  static const char *const linked[] = {"2000-04", "2005-09", NULL};
  static const char *const may[] = {"2000-04", "2000-05", NULL};
  static const char *const short_month[] = {"2011/4", "2011/5", NULL};
  static const char *const short_either[] = {"2009/9", "2009/10", NULL};
  static const char *const short_open[] = {"2011/1", "2011/2", NULL};

  (void)state;
  assert_int_equal(decide(proven), PST_WHEN_SEASONS);
  assert_int_equal(decide(by_pattern), PST_WHEN_SEASONS);
  assert_int_equal(decide(months), PST_WHEN_DEFAULT);
  assert_int_equal(decide(open), PST_WHEN_DEFAULT);
  assert_int_equal(decide(days), PST_WHEN_DAY_FIRST);
  assert_int_equal(decide(american), PST_WHEN_MONTH_FIRST);
  assert_int_equal(decide(unsaid), PST_WHEN_DEFAULT);
  assert_int_equal(decide(both), PST_WHEN_DEFAULT);
  assert_int_equal(decide(five), PST_WHEN_SPANS);
  assert_int_equal(decide(linked), PST_WHEN_SPANS);
  assert_int_equal(decide(may), PST_WHEN_DEFAULT);
  assert_int_equal(decide(short_month), PST_WHEN_SHORT_MONTHS);
  assert_int_equal(decide(short_either), PST_WHEN_SHORT_MONTHS);
  assert_int_equal(decide(short_open), PST_WHEN_DEFAULT);
}

static void years_of_few_digits(void **state)
{
  static const char *const seasons[] = {"1997-8", "1998-9", "1999-0", NULL};
  static const char *const slashed[] = {"2010/1", "2011/2", NULL};
  static const char *const one_season[] = {"1997-8", "1997-8", NULL};
  static const char *const no_season[] = {"1997-8", "1998-9", "1999-7", NULL};
  static const char *const years[] = {"'98", "'99", "'00", "'98", "'99", NULL};
  static const char *const no_years[] = {"'98", "'04", NULL};
  static const char *const one_year[] = {"'98", "'98", NULL};
  static const char *const months[] = {"15-Nov", "15-Dec", "16-Jan", NULL};
  static const char *const days[] = {"15-Jan", "15-Feb", "15-Mar", NULL};
  static const char *const late[] = {"98-Jan", NULL};
  static const char *const again[] = {"Dec-03", "Dec-03", "Dec-03", "Jan-04",
                                      "Jan-04", "Jan-04", "Feb-04", NULL};

  (void)state;
  assert_int_equal(decide(seasons), PST_WHEN_DIGIT_SEASONS);
  assert_int_equal(decide(slashed), PST_WHEN_DIGIT_SEASONS);
  assert_int_equal(decide(one_season), PST_WHEN_DEFAULT);
  assert_int_equal(decide(no_season), PST_WHEN_DEFAULT);
  assert_int_equal(decide(years), PST_WHEN_APOSTROPHES);
  assert_int_equal(decide(no_years), PST_WHEN_DEFAULT);
  assert_int_equal(decide(one_year), PST_WHEN_DEFAULT);
  assert_int_equal(decide(months), PST_WHEN_SHORT_YEARS);
  assert_int_equal(decide(days), PST_WHEN_DEFAULT);
  assert_int_equal(decide(late), PST_WHEN_SHORT_YEARS);
  assert_int_equal(decide(again), PST_WHEN_SHORT_YEARS);
  check_read("1997-8", PST_WHEN_DIGIT_SEASONS, "1997-1998");
  check_read("1999/00", PST_WHEN_DIGIT_SEASONS, "1999-2000");
  check_read("1997-8", PST_WHEN_DEFAULT, "");
  check_read("'98", PST_WHEN_APOSTROPHES, "1998");
  check_read("'98", PST_WHEN_DEFAULT, "");
  check_read("16-Jan", PST_WHEN_SHORT_YEARS, "2016-01");
  check_read("15Q1", PST_WHEN_DEFAULT, "2015-Q1");
  check_read("98-Q4", PST_WHEN_DEFAULT, "1998-Q4");
  check_read("15Q5", PST_WHEN_DEFAULT, "");
  check_read("T4-2019", PST_WHEN_T_IS_QUARTER, "2019-Q4");
  check_read("T4-2019", PST_WHEN_DEFAULT, "");
  check_read("1.Q.2019", PST_WHEN_DEFAULT, "2019-Q1");
  check_read("2008 \\1", PST_WHEN_DEFAULT, "2008");
}

static void parts_of_a_year(void **state)
{
  char part[16];

  (void)state;
  assert_true(pst_when_part(pst_text_of("M\u00E4rz"), '\0', part));
  assert_string_equal(part, "-03");
  assert_true(pst_when_part(pst_text_of("3. Quartal"), '\0', part));
  assert_string_equal(part, "-Q3");
  assert_true(pst_when_part(pst_text_of("Q4"), '\0', part));
  assert_string_equal(part, "-Q4");
  assert_true(pst_when_part(pst_text_of("HALF2"), '\0', part));
  assert_string_equal(part, "-S2");
  assert_true(pst_when_part(pst_text_of("III"), 'Q', part));
  assert_string_equal(part, "-Q3");
  assert_true(pst_when_part(pst_text_of("IV"), 'R', part));
  assert_string_equal(part, "-Q4");
  assert_false(pst_when_part(pst_text_of("4"), 'R', part));
  assert_true(pst_when_part(pst_text_of("Jul-Sep"), '\0', part));
  assert_string_equal(part, "-Q3");
  assert_false(pst_when_part(pst_text_of("Feb-Apr"), '\0', part));
  assert_true(pst_when_part(pst_text_of("XI"), 'M', part));
  assert_string_equal(part, "-11");
  assert_false(pst_when_part(pst_text_of("III"), '\0', part));
  assert_false(pst_when_part(pst_text_of("V"), 'Q', part));
  assert_false(pst_when_part(pst_text_of("H3"), '\0', part));
  assert_false(pst_when_part(pst_text_of("Total"), '\0', part));
  assert_false(pst_when_part(pst_text_of("5"), '\0', part));
}

static void a_year_and_its_part(void **state)
{
  const struct pst_text few[] = {pst_text_of("1"), pst_text_of("4")};
  const struct pst_text many[] = {pst_text_of("1"), pst_text_of("5")};
  char when[PST_WHEN_SIZE];

  (void)state;
  assert_int_equal(pst_when_parts_are("part", few, 2), '\0');
  assert_int_equal(pst_when_parts_are("part", many, 2), 'M');
  assert_int_equal(pst_when_parts_are("quarter", few, 2), 'Q');
  assert_int_equal(pst_when_parts_are("month", few, 2), 'M');
  assert_int_equal(pst_when_read_pair(pst_text_of("2015.0"), pst_text_of("3"), 'M', when),
                   PST_WHEN_PAIR);
  assert_string_equal(when, "2015-03");
  assert_int_equal(pst_when_read_pair(pst_text_of("2015"), pst_text_of("Q03"), '\0', when),
                   PST_WHEN_PAIR);
  assert_string_equal(when, "2015-Q3");
  assert_int_equal(pst_when_read_pair(pst_text_of("2015"), pst_text_of("M13"), '\0', when),
                   PST_WHEN_PAIR);
  assert_string_equal(when, "");
  assert_int_equal(pst_when_read_pair(pst_text_of("2015"), pst_text_of("3"), '\0', when),
                   PST_WHEN_EITHER_PART);
  assert_int_equal(pst_when_read_pair(pst_text_of("2015"), pst_text_of("13"), 'M', when),
                   PST_WHEN_NO_PART);
  assert_int_equal(pst_when_read_pair(pst_text_of("March"), pst_text_of("3"), 'M', when),
                   PST_WHEN_NO_YEAR);
}

static void check_marker(const char *cell, const char *want, const char *mark)
{
  char when[PST_WHEN_SIZE] = "", marker[PST_WHEN_MARK_SIZE] = "";

  if (!pst_when_read(pst_text_of(cell), 0, when, marker) || strcmp(when, want) != 0
      || strcmp(marker, mark) != 0)
    fail_msg("'%s' reads as '%s' with the mark '%s'", cell, when, marker);
}

static void markers_are_told(void **state)
{
  (void)state;
  check_marker("2019 1)", "2019", "1)");
  check_marker("2019", "2019", "");
  check_marker("2020a", "2020", "a");
  check_marker("2020P", "2020", "P");
  check_marker("2020(p)", "2020", "(p)");
  check_marker("2020 (1)", "2020", "(1)");
  check_marker("2020*", "2020", "*");
  check_marker("2020/b", "2020", "b");
  check_marker("2020 est.", "2020", "est.");
  check_marker("2008 prelim.", "2008", "prelim.");
  check_marker("2021 (forecast)", "2021", "(forecast)");
  check_marker("2002-2003 average", "2002-2003", "average");
  check_marker("2014-Q1 p", "2014-Q1", "p");
  check_marker("2020* (p)", "2020", "* (p)");
  check_marker("2020\u00B9", "2020", "\u00B9");
}

static void check_months(const char *cell, int want_year, int want_quarter)
{
  int year = -1, quarter = -1;

  if (!pst_when_months(pst_text_of(cell), &year, &quarter))
    year = quarter = -1;
  if (year != want_year || quarter != want_quarter)
    fail_msg("'%s' reads as %d, quarter %d", cell, year, quarter);
}

static void months_of_a_quarter(void **state)
{
  (void)state;
  check_months("1994/ 1- 3.", 1994, 1);
  check_months(" 4- 6.", 0, 2);
  check_months("10-12.", 0, 4);
  check_months("7-9", 0, 3);
  check_months("2- 4.", -1, -1);
  check_months("1994", -1, -1);
  check_months("1994/ 1.", -1, -1);
  check_months("", -1, -1);
  check_read("1994/4-3.", PST_WHEN_DEFAULT, "FY1994");
  check_read("1994/4-4", PST_WHEN_DEFAULT, "");
}

/* The day and the month are where each notation has them, also where the other order would be a day. */
static void days_and_months(void **state)
{
  (void)state;
  check_read("2014-03-07/P1D", PST_WHEN_DEFAULT, "2014-03-07");
  check_read("2014-03-01/P1D", PST_WHEN_DEFAULT, "2014-03-01");
  check_read("2014-03-07/P1M", PST_WHEN_DEFAULT, "");
  check_read("2011/1/2", PST_WHEN_DEFAULT, "2011-01-02");
  check_read("1.3.1995", PST_WHEN_DEFAULT, "1995-03-01");
  check_read("2 Mar 1995", PST_WHEN_DEFAULT, "1995-03-02");
}

static void days_of_eras_where_they_are(void **state)
{
  (void)state;
  check_read("S49.9.24", PST_WHEN_ERA_DAYS, "1974-09-24");
  check_read("H1.1.9", PST_WHEN_ERA_DAYS, "1989-01-09");
  check_read("R6.1.4", PST_WHEN_ERA_DAYS, "2024-01-04");
  check_read("H32.1.4", PST_WHEN_ERA_DAYS, "");
  check_read("R6.2.30", PST_WHEN_ERA_DAYS, "");
  check_read("X6.2.3", PST_WHEN_ERA_DAYS, "");
  check_read("R6.2", PST_WHEN_ERA_DAYS, "");
}

/* A cell longer than any period is none, and no arithmetic is done on it (asan). */
static void long_cells_are_no_periods(void **state)
{
  struct pst_when_seasons seen = {0};
  char text[300], when[PST_WHEN_SIZE], part[16];
  int year, quarter;

  (void)state;
  memset(text, '1', sizeof text - 1);
  text[sizeof text - 1] = '\0';
  assert_false(pst_when_read(pst_text_of(text), PST_WHEN_DEFAULT, when, NULL));
  assert_false(pst_when_part(pst_text_of(text), '\0', part));
  assert_false(pst_when_months(pst_text_of(text), &year, &quarter));
  pst_when_see(&seen, pst_text_of(text));
  assert_int_equal(seen.others, 0);
}

/* Only a month before its year has its dot behind three digits or fewer. */
static void short_decimals_are_no_periods(void **state)
{
  (void)state;
  for (unsigned rule = 1; rule < PST_WHEN_MONTH_DOTS; rule *= 2) {
    check_read("-45.32", rule, ""), check_read("8879.24", rule, "");
    check_read("01.2018", rule, "");
  }
  check_read("01.2018", PST_WHEN_MONTH_DOTS, "2018-01");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(periods_of_agencies),
      cmocka_unit_test(days_and_months),
      cmocka_unit_test(days_of_eras_where_they_are),
      cmocka_unit_test(months_of_a_quarter),
      cmocka_unit_test(no_period_is_made_up),
      cmocka_unit_test(rules_of_a_layout),
      cmocka_unit_test(seasons_or_months),
      cmocka_unit_test(years_of_few_digits),
      cmocka_unit_test(roman_numbers),
      cmocka_unit_test(parts_of_a_year),
      cmocka_unit_test(markers_are_told),
      cmocka_unit_test(long_cells_are_no_periods),
      cmocka_unit_test(short_decimals_are_no_periods),
      cmocka_unit_test(a_year_and_its_part),
  };

  return cmocka_run_group_tests_name("when", tests, NULL, NULL);
}
