/* test_claim_functions -- the functions of claims. */
#include "claim_rows.h"

static void functions(void **state)
{
  static const struct row rows[] = {
      {"sum(grants[1997..1999]) = 315 million EUR", "verified"},
      {"sum(grants[1997..2001]) = 315 million EUR", "not checkable"},
      {"sum([y in 1997..1999: grants[y] / 2]) = 157.5 million EUR", "verified"},
      {"mean(grants[1997..1999]) = 105 million EUR", "verified"},
      {"median(grants[1997..2000]) = 107.5 million EUR", "verified"},
      {"min(grants[1997..2000]) = 100 million EUR", "verified"},
      {"max(grants[1997..2001]) = 120 million EUR", "not checkable"},
      {"max(grants[1997..2001]) > 115 million EUR", "verified"}, /* a gap that could not matter */
      {"max(grants[1997..2001]) < 115 million EUR", "conclusion"},
      {"max({3, 4}) = 4", "verified"},
      {"abs(0 - grants[1997]) = 100 million EUR", "error"},
      {"abs(-grants[1997]) = 100 million EUR", "verified"},
      {"rank(share[*, \"2011-2013\"], \"Utopia\") = 1", "consistent"},
      {"rank(share[*, \"2011-2013\"], \"Erewhon\") = 3", "verified"},
      {"rank_asc(share[*, \"2011-2013\"], \"Erewhon\") = 1", "verified"},
      /* a wrong rank is a wrong order, by however little */
      {"rank(share[*, \"2011-2013\"], \"Erewhon\") = 2", "conclusion"},
      {"2 = rank(share[*, \"2011-2013\"], \"Erewhon\")", "conclusion"},
      {"rank(share[*, \"2011-2013\"], \"Erewhon\") != 3", "conclusion"},
      {"rank(share[*, \"2011-2013\"], \"Erewhon\") in 1..2", "conclusion"},
      {"rank(share[*, \"2011-2013\"], \"Erewhon\") = about 1", "conclusion"},
      {"rank(place[*, \"2013\"], \"China\") = 3", "verified"},
      {"known(grants[1997])", "verified"},
      {"known(grants[2001])", "value"},
      {"known(grants[2002])", "value"},
      {"cagr(grants[1997..1998]) = 10 %", "verified"},
      {"slope(grants[1997..1999]) = 2.5 million EUR", "verified"},
      {"kendall(grants[1997..2000], [y in 1997..2000: y]) = 0.67", "verified"},
      {"pearson(grants[1997..2000], [y in 1997..2000: y]) = 0.83", "verified"},
      {"pvalue(kendall(grants[1997..2000], [y in 1997..2000: y])) > 0.05", "verified"},
      {"spearman(share[*, \"2001-2003\"], share[*, \"2011-2013\"]) = 1", "verified"},
      {"kendall(share[*, \"2001-2003\"], share[*, \"2011-2013\"]) = -1", "conclusion"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

/* Functions of numbers: exact where they are fractions, else enclosed. */
static void functions_of_numbers(void **state)
{
  static const struct row rows[] = {
      {"sqrt(4) = exactly 2", "verified"},
      {"sqrt(2) = 1.4142", "verified"},
      {"sqrt(2) = 1.4143", "last digit"},
      {"sqrt(2) * sqrt(2) = exactly 2", "consistent"},
      {"sqrt(2) < 1.4143", "verified"},
      {"exp(1) = 2.71828", "verified"},
      {"log(10) = 2.3026 and ln(10) = 2.3026", "verified"},
      {"log10(1000) = exactly 3", "verified"},
      {"log2(8) = exactly 3", "verified"},
      {"exp(log(5)) = 5.000", "verified"},
      {"log(grants[1998] / grants[1997]) = 0.0953", "verified"},
      {"pow(2, 10) = exactly 1024", "verified"},
      {"pow(2, 0.5) = 1.4142", "verified"},
      {"pow(grants[1998] / grants[1997], 2) = exactly 1.21", "verified"},
      {"round(2.5) = exactly 3", "printed"}, /* 2.5 is 2.45 to 2.55 inside a call */
      {"round(5 / 2) = exactly 3", "verified"},
      {"round(-5 / 2) = exactly -3", "verified"},
      {"round(100 / 3, 2) = exactly 33.33", "verified"},
      {"round(1250, -2) = exactly 1300", "verified"},
      {"floor(7 / 2) = exactly 3 and ceil(7 / 2) = exactly 4", "verified"},
      {"round(grants[2003]) = exactly 131 million EUR", "verified"},
      {"floor(grants[2003]) = exactly 130 million EUR", "verified"},
      {"round(share[\"Utopia\", \"2011-2013\"]) = exactly 29 %", "printed"},
      {"round(share[\"Utopia\", \"2001-2003\"]) = exactly 20 %", "verified"},
      {"max(1, 3, 2) = exactly 3 and min(3, 1) = exactly 1", "verified"},
      {"max(grants[1997], grants[1998]) = grants[1998]", "verified"},
      {"if(grants[1998] > grants[1997], 1, 2) = exactly 1", "verified"},
      {"if(grants[1998] < grants[1997], 1, 2) = exactly 2", "verified"},
      {"if(share[\"Utopia\", \"2011-2013\"] > 28.5 %, 1, 2) = exactly 1", "consistent"},
      {"if(grants[2001] > grants[1997], 1, 2) = exactly 1", "not checkable"},
      {"if(1 = 1, \"a\", \"b\") = \"a\"", "verified"},
      {"year(date(\"2001-01-06\")) = exactly 2001", "verified"},
      {"year(date(\"1980\")) = exactly 1980", "verified"},
      {"year(date(event[\"founded\"])) = exactly 1961", "verified"},
      {"year(date(\"1969-12-31\")) = exactly 1969 and year(date(\"1600-02-29\")) = exactly 1600",
       "verified"},
      /* One cell is one unknown, on both sides and through a function. */
      {"sqrt(share[\"Utopia\", \"2011-2013\"] / 1 %) = sqrt(share[\"Utopia\", \"2011-2013\"] / 1 "
       "%)",
       "printed"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

/* Of 100, 110, 105, 120 and 130.5 million EUR, and of 28.5, 20.0 and 28.5 % as printed. */
static void functions_of_series(void **state)
{
  static const struct row rows[] = {
      {"sd(grants[{1997, 1998, 1999, 2000, 2003}]) = 12.22 million EUR", "verified"},
      {"sd(grants[{1997, 1998}]) = 7.071 million EUR", "verified"},
      {"sd(grants[1997..2000]) = 8.539 million EUR", "verified"},
      {"sd(grants[1997..2000]) = 8.540 million EUR", "last digit"},
      {"sd(share[*, \"2011-2013\"]) = 4.9 %p", "printed"},
      {"sd(share[*, \"2011-2013\"]) = 5.1 %p", "last digit"},
      {"sd(share[*, \"2011-2013\"]) > 4.8 %p", "verified"},
      {"sd(grants[1997..2001]) = 8.539 million EUR", "not checkable"},
      {"quantile(grants[{1997, 1998, 1999, 2000, 2003}], 0.5) = exactly 110 million EUR",
       "verified"},
      {"quantile(grants[{1997, 1998, 1999, 2000, 2003}], 0.25) = exactly 105 million EUR",
       "verified"},
      {"quantile(grants[{1997, 1998, 1999, 2000, 2003}], 90 %) = exactly 126.3 million EUR",
       "verified"},
      {"quantile(grants[1997..2000], 1) = max(grants[1997..2000])", "verified"},
      {"quantile(share[*, \"2011-2013\"], 0.25) = 24.2 %", "printed"},
      {"quantile(share[*, \"2011-2013\"], 0.25) = 24.3 %", "printed"},
      {"quantile(share[*, \"2011-2013\"], 0.25) = 24.5 %", "value"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

#define ABOVE                                                                                      \
  "[c in {c in keys(share[*, \"2011-2013\"]): share[c, \"2011-2013\"] > 28.5 %}: share[c, "        \
  "\"2011-2013\"]]"
#define MORE "[y in {y in 1997..2001: grants[y] > 115 million EUR}: 1]"

/* Utopia and Laputa, both 28.5 % as printed, may be above 28.5 % or not; 2001 may be above 115 million or not. */
static void members_that_may_not_belong(void **state)
{
  static const struct row rows[] = {
      {"sum(" ABOVE ") < 57.2 %", "verified"},
      {"sum(" ABOVE ") <= 57.0 %", "consistent"},
      {"sum(" ABOVE ") >= 0 %", "verified"}, /* none of them */
      {"sum(" ABOVE ") = 28.5 %", "consistent"},
      {"sum(" ABOVE ") = 58.0 %", "value"},
      {"max(" ABOVE ") > 28.4 %", "verified"},
      {"max(" ABOVE ") > 28.6 %", "conclusion"},
      {"min(" ABOVE ") > 28.4 %", "verified"},
      {"mean(" ABOVE ") < 28.6 %", "verified"},
      {"mean(" ABOVE ") = 29.0 %", "value"},
      {"median(" ABOVE ") > 28.4 % and median(" ABOVE ") < 28.6 %", "verified"},
      {"quantile(" ABOVE ", 0.25) > 28.4 %", "verified"},
      {"quantile(" ABOVE ", 0.25) > 28.6 %", "conclusion"},
      {"sd(" ABOVE ") = 0 %p", "error"},
      {"sum(" MORE ") >= 1", "verified"},
      {"sum(" MORE ") < 1", "conclusion"},
      {"sum(" MORE ") = exactly 2", "not checkable"},
      {"max(" MORE ") = exactly 1", "verified"},
      {"slope(grants[1997..2001]) = 2.5 million EUR", "not checkable"},
      {"cagr(grants[1997..2001]) = 10 %", "not checkable"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

/* Days of the Gregorian calendar: leap years by 4, not by 100, by 400; ends of periods; before 1970. */
static void dates(void **state)
{
  static const struct row rows[] = {
      {"date(\"2000-03-01\") - date(\"2000-02-28\") = exactly 2", "verified"},
      {"date(\"1900-03-01\") - date(\"1900-02-28\") = exactly 1", "verified"},
      {"date(\"2004-03-01\") - date(\"2004-02-28\") = exactly 2", "verified"},
      {"date(\"2000-01-01\") - date(\"1600-01-01\") = exactly 146097", "verified"},
      {"date(\"1970-01-01\") - date(\"0001-01-01\") = exactly 719162", "verified"},
      {"date(\"2001-01-01\") - date(\"2000-12-31\") = exactly 1", "verified"},
      {"date(\"2001-02-29\") < date(\"2002\")", "error"},
      {"date(2001) = date(\"2001-12-31\")", "verified"},
      {"date(2001) < date(\"2002-01-01\") and date(2001) > date(\"2000-12-31\")", "verified"},
      {"date(\"2001-04\") < date(\"2001-05-01\")", "verified"},
      {"date(\"2001-04\") < date(\"2001-04-30\")", "consistent"},
      {"year(date(\"1999-12-31\")) = exactly 1999 and year(date(\"2000-01-01\")) = exactly 2000",
       "verified"},
      {"year(date(\"1970-01-01\")) = exactly 1970 and year(date(\"0001-01-01\")) = exactly 1",
       "verified"},
      {"year(date(event[\"lost\"])) = 1961", "not checkable"},
      {"year(date(event[\"closed\"])) = exactly 2001", "verified"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

/* Where the choice or the number is open, what follows is open too, unless both ways lead to the same. */
static void choices_and_sets_at_their_ends(void **state)
{
  static const struct row rows[] = {
      {"round(5 / 2, 15) = exactly 2.5", "verified"},
      {"round(5 / 2, 16) = exactly 2.5", "error"},
      {"round(5 / 2, -15) = exactly 0", "verified"},
      {"round(5 / 2, -16) = exactly 0", "error"},
      {"round(5 / 2, 1 / 2) = exactly 2.5", "error"},
      {"round(5 / 2, 1 %) = exactly 2.5", "error"},
      {"if(share[\"Utopia\", \"2011-2013\"] > 28.5 %, \"a\", \"a\") = \"a\"", "verified"},
      {"if(share[\"Utopia\", \"2011-2013\"] > 28.5 %, \"a\", \"b\") = \"a\"", "error"},
      {"if(grants[2001] > grants[1997], \"a\", \"b\") = \"a\"", "not checkable"},
      {"if(1 = 1, 1, \"a\") = 1", "error"},
      {"if(grants[1998] > grants[1997], grants[2001], grants[1997]) = 100 million EUR",
       "not checkable"},
      {"if(1 = 4, grants[2001], grants[1997]) = 100 million EUR", "verified"},
      {"known(event[\"founded\"])", "verified"},
      {"known(event[\"lost\"])", "value"},
      {"place[\"Spain\", \"2013\"] in 8..11", "consistent"},
      {"place[\"Spain\", \"2013\"] in 1..7", "value"},
      {"place[\"Spain\", \"2013\"] in 1..8", "consistent"},
      {"place[\"Spain\", \"2013\"] in 12..20", "consistent"},
      {"place[\"Spain\", \"2013\"] in 13..20", "value"},
      {"place[\"Spain\", \"2013\"] in {8..9, 10..12}", "verified"},
      {"place[\"Spain\", \"2013\"] in {8..9, 11..12}", "consistent"},
      {"place[\"France\", \"2013\"] in 11..2000", "consistent"},
      {"place[\"France\", \"2013\"] in 1..10", "value"},
      {"date(event[\"lost\"]) in {date(\"1961\")}", "not checkable"},
      {"growth(grants[1997], grants[2001]) = 10 %", "not checkable"},
      {"growth(grants[1997], grants[1998]) = exactly 10 %", "verified"},
      {"growth(grants[1998], grants[1997]) = -9.1 %", "verified"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(functions),
      cmocka_unit_test(functions_of_numbers),
      cmocka_unit_test(functions_of_series),
      cmocka_unit_test(members_that_may_not_belong),
      cmocka_unit_test(dates),
      cmocka_unit_test(choices_and_sets_at_their_ends),
  };

  return cmocka_run_group_tests(tests, claim_data_setup, claim_data_teardown);
}
