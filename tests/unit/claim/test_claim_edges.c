/* test_claim_edges -- rules of docs/CLAIMS.md at their ends: halves, ties, gaps, first and last members, refusals. */
#include "claim_rows.h"

/* more than half, at least one: of one, two and four members */
static void shares_of_members(void **state)
{
  static const struct row rows[] = {
      {"most(n in 1..4: n > 2)", "conclusion"}, /* two of four are no more than half */
      {"most(n in 1..4: n > 1)", "verified"},
      {"most(n in 1..5: n > 2)", "verified"},
      {"most(n in 1..5: n > 3)", "conclusion"},
      {"most(n in 1..1: n = 1)", "verified"},
      {"most(n in 1..2: n = 1)", "conclusion"},
      {"some(n in 1..4: n > 3)", "verified"},
      {"some(n in 1..4: n > 4)", "conclusion"},
      {"none(n in 1..4: n > 4)", "verified"},
      {"none(n in 1..4: n > 3)", "conclusion"},
      {"all(n in 1..4: n > 0)", "verified"},
      {"all(n in 1..4: n > 1)", "conclusion"},
      {"count({n in 1..4: n > 1}) = exactly 3", "verified"},
      {"count({n in 1..4: n > 4}) = exactly 0", "verified"},
      {"count([n in 1..4: n]) = exactly 4", "verified"},
      {"sum([n in 1..4: n]) = exactly 10", "verified"},
      {"sum([n in 3..3: n]) = exactly 3", "verified"},
      /* of four years one is missing: it may make half more than half */
      {"most(y in 1998..2001: grants[y] > 109 million EUR)", "not checkable"},
      {"most(y in 1998..2001: grants[y] > 104 million EUR)", "verified"},
      {"most(y in 1998..2001: grants[y] > 110 million EUR)", "conclusion"},
      {"some(y in 1998..2001: grants[y] > 119 million EUR)", "verified"},
      {"some(y in 1998..2001: grants[y] > 120 million EUR)", "not checkable"},
      {"none(y in 1998..2001: grants[y] > 119 million EUR)", "conclusion"},
      {"none(y in 1998..2001: grants[y] > 120 million EUR)", "not checkable"},
      {"all(y in 1998..2001: grants[y] >= 105 million EUR)", "not checkable"},
      {"all(y in 1998..2001: grants[y] > 105 million EUR)", "conclusion"},
      {"count({y in 1998..2001: grants[y] > 104 million EUR}) >= 3", "verified"},
      {"count({y in 1998..2001: grants[y] > 104 million EUR}) = exactly 3", "not checkable"},
      {"count({y in 1998..2001: grants[y] > 104 million EUR}) <= 4", "verified"},
      {"count({y in 1998..2001: grants[y] > 104 million EUR}) > 4", "conclusion"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

static void sets(void **state)
{
  static const struct row rows[] = {
      {"{1, 2, 3} = {3, 2, 1}", "verified"},
      {"{1, 2, 2} = {1, 2}", "error"}, /* twice: a slip */
      {"{1, 2} = {1, 2, 3}", "conclusion"},
      {"{1, 2} != {1, 2, 3}", "verified"},
      {"{1..3} = {1, 2, 3}", "verified"},
      {"{1..3, 5} = {1, 2, 3, 5}", "verified"},
      {"{1..3} + {3..5} = {1..5}", "verified"},
      {"count({1..3} + {3..5}) = exactly 5", "verified"},
      {"{1..5} except {5..6} = {1..4}", "verified"},
      {"{1..5} except {1..4} = {5}", "verified"},
      {"count({1..5} except {1..5}) = exactly 0", "verified"},
      {"count({1..5} except {6}) = exactly 5", "verified"},
      {"1 in {1..5} and 5 in {1..5}", "verified"},
      {"0 in {1..5}", "value"},
      {"6 in {1..5}", "value"},
      {"not 6 in {1..5}", "verified"},
      {"not 5 in {1..5}", "conclusion"},
      {"\"a\" in {\"a\", \"b\"} and \"b\" in {\"a\", \"b\"}", "verified"},
      {"\"c\" in {\"a\", \"b\"}", "conclusion"},
      {"keys(grants[1997..1999]) = {1997..1999}", "verified"},
      {"keys(grants[2000..2003]) = {2000..2003}",
       "verified"}, /* 2002 is declared, and has no row */
      {"keys(grants[2000..2003]) = {2000, 2001, 2003}", "conclusion"},
      {"known(grants[2000..2003]) = {2000, 2003}", "error"},
      {"count(known(grants[2000..2003])) = exactly 2", "verified"},
      {"sum(known(grants[2000..2003])) = exactly 250.5 million EUR", "verified"},
      {"keys(share[*, \"2001-2003\"]) = {\"Utopia\", \"Erewhon\"}", "verified"},
      {"\"Laputa\" in keys(share[*, \"2001-2003\"])", "conclusion"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

/* 5 % to either side of about, another share, a distance; both ends belong. */
static void about_at_its_ends(void **state)
{
  static const struct row rows[] = {
      {"grants[1997] = about 105.2 million EUR", "verified"}, /* from 99.94 */
      {"grants[1997] = about 105.3 million EUR", "value"},    /* from 100.035 */
      {"grants[1997] = about 95.3 million EUR", "verified"},  /* to 100.065 */
      {"grants[1997] = about 95.2 million EUR", "value"},     /* to 99.96 */
      {"grants[1998] = about 100 million EUR within 10 %", "verified"},
      {"grants[1998] = about 100 million EUR within 9 %", "value"},
      {"grants[1998] = about 100 million EUR within 10 million EUR", "verified"},
      {"grants[1998] = about 100 million EUR within 9.9 million EUR", "value"},
      {"grants[1998] = about 120 million EUR within 10 million EUR", "verified"},
      {"grants[1998] = about 120 million EUR within 9.9 million EUR", "value"},
      {"-grants[1998] = about -100 million EUR within 10 %", "verified"},
      {"-grants[1998] = about -100 million EUR within 9 %", "value"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

/* Steps that are none: neither a rise nor a fall; one value has no direction. */
static void directions_of_equals(void **state)
{
  static const struct row rows[] = {
      {"[n in 1..3: 7] never rises", "verified"},
      {"[n in 1..3: 7] never falls", "verified"},
      {"[n in 1..3: 7] rises", "conclusion"},
      {"[n in 1..3: 7] falls", "conclusion"},
      {"[n in 1..3: 7] always rises", "conclusion"},
      {"[n in 1..3: 7] always falls", "conclusion"},
      {"[n in 1..3: n] always rises", "verified"},
      {"[n in 1..3: -n] always falls", "verified"},
      {"[n in 1..3: -n] never rises", "verified"},
      {"[n in 1..3: n] never rises", "conclusion"},
      {"[n in 1..2: n] rises and [n in 1..2: -n] falls", "verified"},
      {"[n in 1..1: n] rises", "error"},
      /* in the order of the key, and not of the list */
      {"[n in {1, 3, 2}: n] always rises", "verified"},
      {"[n in {3, 1}: n] rises", "verified"},
      {"[p in {\"2001-Q2\", \"2001-Q1\"}: if(p = \"2001-Q1\", 1, 2)] rises", "verified"},
      {"[n in 1..3: max(n, 2)] always rises", "conclusion"}, /* 2, 2, 3 */
      {"[n in 1..3: max(n, 2)] never falls", "verified"},
      {"[n in 1..3: min(n, 2)] always rises", "conclusion"}, /* 1, 2, 2 */
      {"[n in 1..3: abs(n - 2)] rises", "conclusion"},       /* 1, 0, 1 */
      {"[n in 1..3: abs(n - 2)] never falls", "conclusion"},
      {"[n in 1..3: abs(n - 2)] never rises", "conclusion"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

static void ranks_with_ties(void **state)
{
  static const struct row rows[] = {
      {"rank([n in 1..4: n], 4) = exactly 1", "verified"},
      {"rank([n in 1..4: n], 1) = exactly 4", "verified"},
      {"rank_asc([n in 1..4: n], 1) = exactly 1", "verified"},
      {"rank_asc([n in 1..4: n], 4) = exactly 4", "verified"},
      {"rank([n in 1..4: max(n, 2)], 4) = exactly 1", "verified"},
      {"rank([n in 1..4: max(n, 2)], 3) = exactly 2", "verified"},
      {"rank([n in 1..4: max(n, 2)], 1) = exactly 3", "consistent"}, /* 3 to 4 */
      {"rank([n in 1..4: max(n, 2)], 2) = exactly 4", "consistent"},
      {"rank([n in 1..4: max(n, 2)], 2) = exactly 2", "conclusion"},
      {"rank([n in 1..4: max(n, 2)], 1) >= 3", "verified"},
      {"rank([n in 1..4: max(n, 2)], 1) <= 4", "verified"},
      {"rank_asc([n in 1..4: max(n, 2)], 2) <= 2", "verified"},
      {"rank_asc([n in 1..4: max(n, 2)], 3) = exactly 3", "verified"},
      {"rank([n in 1..1: n], 1) = exactly 1", "verified"},
      {"rank([n in 1..4: n], 5) = 1", "error"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

/* What is left of exactly 100 %, or of 1; shares as % and as ratios. */
static void shares(void **state)
{
  static const struct row rows[] = {
      {"complement(share[\"Utopia\", \"2011-2013\"]) = 71.5 %", "verified"},
      {"complement(share[\"Utopia\", \"2011-2013\"]) = 71.4 %", "consistent"},
      {"complement(share[\"Utopia\", \"2011-2013\"]) = 71.3 %", "value"},
      {"complement(1/4) = exactly 0.75", "verified"},
      {"complement(complement(1/4)) = exactly 0.25", "verified"},
      {"complement(grants[1997]) = 1", "error"},
      {"grim(50 %, 2)", "verified"},
      {"grim(51 %, 40)", "value"},
      {"grim(52 %, 40)", "verified"}, /* 21 of 40 are 52.5 % */
      {"grim(33 %, 3)", "verified"},
      {"grim(34 %, 3)", "value"},
      {"grim(5.19, 28)", "value"},
      {"grim(5.18, 28)", "verified"},
      {"grim(5.19, 28, 3)", "verified"},
      {"grim(5.19, 28, 1)", "value"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

/* 1, 2, 4 and 8: doubled at each step. */
#define DOUBLED "[n in 1..4: pow(2, n - 1)]"

static void series_by_hand(void **state)
{
  static const struct row rows[] = {
      {"cagr(" DOUBLED ") = exactly 100 %", "printed"},
      {"cagr([n in 1..2: n]) = 100 %", "verified"},
      {"cagr([n in 1..1: n]) = 100 %", "error"},
      {"cagr([n in 0..2: n]) = 100 %", "error"}, /* growth from 0 */
      {"slope([n in 1..4: 3 * n]) = 3.00", "verified"},
      {"slope([n in {1, 3, 5}: n]) = 1.00", "verified"}, /* a unit of the key, not a member */
      {"slope([n in {5, 1}: n * n]) = 6.00", "verified"},
      {"slope([p in {\"2001-Q1\", \"2001-Q3\"}: if(p = \"2001-Q1\", 1, 2)]) = 2.00", "verified"},
      {"slope([y in {1998, 2000}: grants[y]]) = 5.00 million EUR", "verified"},
      {"slope([y in {1998, 2000}: grants[y]]) = slope(grants[{1998, 2000}])", "verified"},
      {"cagr([y in {1998, 2000}: grants[y]]) = cagr(grants[{1998, 2000}])", "printed"},
      {"cagr([n in {1, 3}: pow(2, n - 1)]) = 100.0 %", "verified"},
      {"slope([n in 1..3: n * n]) = 4.00", "verified"}, /* 3, 4, 5 */
      {"slope([n in 1..1: n]) = 1", "error"},
      {"median(" DOUBLED ") = exactly 3", "verified"},
      {"median([n in 1..3: n]) = exactly 2", "verified"},
      {"median([n in 1..1: n]) = exactly 1", "verified"},
      {"mean(" DOUBLED ") = exactly 3.75", "verified"},
      {"min(" DOUBLED ") = exactly 1 and max(" DOUBLED ") = exactly 8", "verified"},
      {"quantile(" DOUBLED ", 0) = exactly 1", "verified"},
      {"quantile(" DOUBLED ", 1) = exactly 8", "verified"},
      {"quantile(" DOUBLED ", 0.5) = exactly 3", "verified"},
      {"quantile(" DOUBLED ", 101 %) = 8", "error"},
      {"quantile(" DOUBLED ", 0 - 1) = 1", "error"},
      {"sd([n in 1..2: n]) = 0.7071", "verified"},
      {"sd([n in 1..1: n]) = 0", "error"},
      {"kendall([n in 1..3: n], [n in 1..3: -n]) = exactly -1", "printed"},
      {"spearman([n in 1..3: n], [n in 1..3: n * n]) = exactly 1", "printed"},
      {"kendall([n in 1..3: n], [n in 4..6: n]) = 1", "error"}, /* no key is in both */
      {"pearson([n in 1..3: n], [n in 1..3: 7]) = 1", "error"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

/* A quotient is a ratio; beside plain numbers it is one too, as in a sum, and beside % in comparisons alone. */
static void ratios_beside_numbers(void **state)
{
  static const struct row rows[] = {
      {"min(2, 7 / 5) = exactly 1.4 and max(7 / 5, 2) = exactly 2", "verified"},
      {"if(1 = 1, 7 / 5, 2) = exactly 1.4 and if(1 = 4, 7 / 5, 2) = exactly 2", "verified"},
      {"if(1 = 4, 7 / 5, 2) = exactly 200 %", "verified"},
      {"if(1 = 1, 2, 7 / 5) = exactly 200 %", "verified"},
      {"max({2, 7 / 5}) = exactly 2 and count({7 / 5, 2}) = exactly 2", "verified"},
      {"sum([n in 1..2: if(n = 1, n, 7 / 5)]) = exactly 2.4", "verified"},
      {"min(2, 50 %) = 50 %", "error"},
      {"if(1 = 1, 50 %, 1 / 2) = 50 %", "error"},
      {"max(2, grants[1997]) = 2", "error"},
      {"max({2, grants[1997]}) = 2", "error"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shares_of_members), cmocka_unit_test(sets),
      cmocka_unit_test(about_at_its_ends), cmocka_unit_test(directions_of_equals),
      cmocka_unit_test(ranks_with_ties),   cmocka_unit_test(shares),
      cmocka_unit_test(series_by_hand),    cmocka_unit_test(ratios_beside_numbers),
  };

  return cmocka_run_group_tests(tests, claim_data_setup, claim_data_teardown);
}
