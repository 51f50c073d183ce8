#include "check.h"

#include <stdio.h>
#include <string.h>

#include "claim_data.h"

static bool has_line(const char *const *lines, size_t count, const char *wanted)
{
  for (size_t i = 0; i < count; i++)
    if (strcmp(lines[i], wanted) == 0)
      return true;
  for (size_t i = 0; i < count; i++)
    print_message("  %s\n", lines[i]);
  return false;
}

static void diagnosis(void **state)
{
  static const struct {
    const char *check, *line;
  } rows[] = {
      {"rise = 8.3 %p", "true would be: 8.1 %p"},
      {"rise = -8.1 %p", "the ends are swapped: the figure has the opposite sign"},
      {"rise = 39.7 %p", "%p for %: the figure is the growth, not the difference"},
      {"growth(share[\"Utopia\", \"2001-2003\"], share[\"Utopia\", \"2011-2013\"]) = 8.1 %",
       "% for %p: the figure is the difference, not the growth"},
      {"growth(grants[1998], grants[1997]) = 10 %",
       "the ends are swapped: the figure is the growth from the second to the first"},
      {"grants[2000] / grants[1999] = 1.13", "true would be: 1.14"},
      {"grants[1998] / grants[1999] = 1.04", "the figure is truncated, not rounded"},
      {"grants[2000] = 120 billion EUR",
       "the figure is 1000 times too large, or its unit a thousand times too small"},
      {"grants[2000] = 120 thousand EUR",
       "the figure is 1000 times too small, or its unit a thousand times too large"},
      {"grants[1998] / grants[1997] = 1.1 %", "the figure is 100 times too small: % for a ratio?"},
      {"grants[1998] = 105 million EUR", "it holds with 1999 in place of 1998 in grants[1998]"},
      {"share[\"Utopia\", \"2001-2003\"] = 16.2 %",
       "it holds with \"Erewhon\" in place of \"Utopia\" in share[\"Utopia\", \"2001-2003\"]"},
      {"share[\"Utopia\", \"2001-2003\"] = 28.5 %",
       "it holds with \"2011-2013\" in place of \"2001-2003\" in share[\"Utopia\", \"2001-2003\"]"},
      {"rank(share[*, \"2001-2003\"], \"Erewhon\") = 1", "rank 1 is Utopia"},
      {"grants[1998] < grants[1997]", "true would be: grants[1998] >= grants[1997]"},
      {"grants[1997..2000] falls", "true would be: does not fall from the first to the last"},
      {"place[\"China\", \"2003\"] = 3 and 1 = 1", "true would be: 2"},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const struct pst_claim_check *check = claim_data_one(rows[i].check);

    assert_int_equal(check->verdict, PST_VERDICT_CONTRADICTED);
    if (!has_line(check->diagnosis, check->diagnosis_count, rows[i].line))
      fail_msg("%s: no '%s'", rows[i].check, rows[i].line);
  }
}

static void explanations(void **state)
{
  static const struct {
    const char *check, *line;
  } rows[] = {
      {"rise = 8.1 %p", "rise: 8.1 %p [8.0, 8.2]; reported: 8.1 %p [8.05, 8.15]"},
      {"place[\"France\", \"2013\"] > 11", "place[\"France\", \"2013\"]: >=11; reported: 11"},
      {"grants[1998] > grants[1997]",
       "grants[1998]: 110.0 million EUR; grants[1997]: 100.0 million EUR"},
      {"grants[1997..1999] always rises",
       "1998 -> 1999: 110.0 million EUR -> 105.0 million EUR (-4.5 %)"},
      {"grants[1999..2001] always rises", "2000 -> 2001: 120.0 million EUR -> missing"},
      {"all(p in keys(place[*, \"2003\"]): place[p, \"2003\"] > 2)",
       "3 of 4 yes, 1 no, 0 open by rounding, 0 missing"},
      {"all(p in keys(place[*, \"2003\"]): place[p, \"2003\"] > 2)", "p = China: no"},
      {"all(p in keys(place[*, \"2003\"]): place[p, \"2003\"] > 2)",
       "place[p, \"2003\"]: 2; reported: 2"},
      {"pvalue(slope(grants[1997..2000])) < 0.9", "p-value by mann-kendall, exact, n = 4"},
      {"date(event[\"founded\"]) < date(event[\"renamed\"])",
       "date(event[\"founded\"]): [1961-10-01, 1961-10-31]; date(event[\"renamed\"]): "
       "[1980-01-01, 1980-12-31]"},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const struct pst_claim_check *check = claim_data_one(rows[i].check);

    if (!has_line(check->explanation, check->explanation_count, rows[i].line))
      fail_msg("%s: no '%s'", rows[i].check, rows[i].line);
  }
}

static void sides(void **state)
{
  const struct pst_claim_check *check = claim_data_one("rise = 8.1 %p");

  (void)state;
  assert_string_equal(check->expression, "rise = 8.1 %p");
  assert_string_equal(check->relation, "=");
  assert_true(check->reported.known && check->computed.known);
  assert_string_equal(check->reported.text, "8.1 %p");
  assert_string_equal(check->reported.low.text, "8.05");
  assert_string_equal(check->reported.high.text, "8.15");
  assert_string_equal(check->computed.text, "8.1 %p [8.0, 8.2]");
  assert_string_equal(check->computed.low.text, "8");
  assert_string_equal(check->computed.printed.text, "8.1");
  assert_close(check->computed.high.value, 8.2, 0, 0);
  assert_string_equal(check->computed.unit, "%p");
  assert_int_equal(check->row_count, 2);
  assert_string_equal(check->rows[0].cell, "share[\"Utopia\", \"2011-2013\"]");
  assert_string_equal(check->rows[0].text, "28.5");
  assert_int_equal(check->rows[0].line, 3);
  assert_true(check->rows[0].decides);
  check = claim_data_one("growth(grants[1997], grants[1999]) = 5 %");
  assert_string_equal(check->computed.low.text, "5");
  check = claim_data_one("grants[1997] / grants[1999] = 0.95");
  assert_string_equal(check->computed.low.text, "20/21");
  assert_string_equal(check->computed.text, "0.952381");
}

static void series_and_tallies(void **state)
{
  const struct pst_claim_check *check = claim_data_one("grants[1997..2001] always rises");

  (void)state;
  assert_int_equal(check->series_count, 1);
  assert_string_equal(check->series[0].label, "grants[1997..2001]");
  assert_string_equal(check->series[0].unit, "million EUR");
  assert_int_equal(check->series[0].point_count, 5);
  assert_string_equal(check->series[0].points[2].key, "1999");
  assert_close(check->series[0].points[2].position, 1999, 0, 0);
  assert_close(check->series[0].points[2].value, 105, 0, 0);
  assert_int_equal(check->series[0].points[2].verdict, PST_VERDICT_CONTRADICTED);
  assert_false(check->series[0].points[4].known);
  check = claim_data_one("most(p in keys(place[*, \"2013\"]): place[p, \"2013\"] > 10)");
  assert_int_equal(check->tally_count, 1);
  assert_string_equal(check->tallies[0].quantifier, "most");
  assert_int_equal(check->tallies[0].yes, 1);
  assert_int_equal(check->tallies[0].no, 1);
  assert_int_equal(check->tallies[0].rounding, 1);
  assert_string_equal(check->tallies[0].open_by, "a bound");
  check = claim_data_one("all(y in {1, 2}: rank([z in {1, 2}: 5], y) = 1)");
  assert_string_equal(check->tallies[0].open_by, "a tie");
  check = claim_data_one("all(y in {1, 2}: share[\"Utopia\", \"2011-2013\"] > 28.5 %)");
  assert_string_equal(check->tallies[0].open_by, "rounding");
  check = claim_data_one("\"Frence\" in keys(place[*, \"2003\"])");
  assert_int_equal(check->near_match_count, 1);
  assert_string_equal(check->near_matches[0], "'Frence' and 'France'");
  check = claim_data_one("count(keys(place[*, \"2003\"]) except {\"Chine\"}) = 4");
  assert_string_equal(check->near_matches[0], "'Chine' and 'China'");
}

static void robust_choices(void **state)
{
  const struct pst_claim_check *check;

  (void)state;
  claim_data_robust(true);
  check = claim_data_one("grants[1997..2000] rises");
  claim_data_robust(false);
  assert_int_equal(check->choice_count, 3);
  assert_int_equal(check->choices[0].how, PST_CHOICE_METHOD); /* the slope of Theil and Sen */
  assert_int_equal(check->choices[0].holds, 1);
  assert_string_equal(check->depends,
                      "does not depend on the first or last observations, nor on the method");
  assert_string_equal(check->choices[1].choice, "the start in 1997..2000");
  assert_int_equal(check->choices[1].tried, 2); /* 1998, 1999; nothing is known before 1997 */
  assert_int_equal(check->choices[1].holds, 2);
  assert_int_equal(check->choices[2].tried, 3); /* 1998, 1999, 2003; 2001 and 2002 are missing */
  assert_int_equal(check->choices[2].holds, 3);
  claim_data_robust(true);
  check = claim_data_one("grants[1998] = 110 million EUR");
  assert_int_equal(check->verdict, PST_VERDICT_VERIFIED);
  assert_int_equal(check->choice_count, 0);
  check = claim_data_one("grants[1998] > grants[1997]");
  claim_data_robust(false);
  assert_int_equal(check->choice_count, 2);
  assert_string_equal(check->choices[1].choice, "1997 in grants[1997]");
  assert_int_equal(check->choices[1].tried, 4);
  assert_int_equal(check->choices[1].holds, 1);
  assert_string_equal(check->choices[1].breaks, "1998");
  assert_int_equal(claim_data_one("grants[1998] > grants[1997]")->choice_count, 0);
}

/* The example of the specification's first page, with data of its own. */
static void example(void **state)
{
  const struct pst_claims *claims = claim_data_check(
      "paper    \"Doe 2020\"\n"
      "rounding half\n"
      "\n"
      "table share \"share.csv\"                 # figures as the paper prints them\n"
      "  key country, period\n"
      "  value share_pct % printed              # a cell 20.4 means somewhere in [20.35, 20.45]\n"
      "\n"
      "table grants \"grants.csv\"\n"
      "  key year 1990..2020                    # years without a row are missing cells\n"
      "  value amount million EUR\n"
      "\n"
      "table place \"place.csv\"\n"
      "  key partner, period\n"
      "  value rank                             # a cell >10 means 11 or more\n"
      "\n"
      "claim visits-rise  at \"section 2, Table 1\"\n"
      "  says \"the share of visits rose by 8.1 points to 28.5 %\"\n"
      "  share[\"Utopia\", \"2011-2013\"] = 28.5 %\n"
      "  share[\"Utopia\", \"2011-2013\"] - share[\"Utopia\", \"2001-2003\"] = 8.1 %p\n"
      "\n"
      "claim lost-places  at \"section 2\"\n"
      "  says \"its rank as a partner fell everywhere\"\n"
      "  all(p in keys(place[*, \"2013\"]): place[p, \"2013\"] > place[p, \"2003\"])\n"
      "\n"
      "claim always-growing  at \"section 4\"\n"
      "  reading every-year: grants[1997..2003] always rises\n"
      "  reading overall:    grants[1997..2003] rises\n");

  (void)state;
  assert_string_equal(claims->paper, "Doe 2020");
  assert_null(claims->paper_text);
  assert_int_equal(claims->error_count, 0);
  assert_int_equal(claims->claim_count, 3);
  assert_string_equal(claims->claims[0].id, "visits-rise");
  assert_string_equal(claims->claims[0].at, "section 2, Table 1");
  assert_int_equal(claims->claims[0].says_count, 1);
  assert_int_equal(claims->claims[0].line, 16);
  assert_int_equal(claims->claims[0].verdict, PST_VERDICT_VERIFIED);
  assert_true(claims->claims[0].as_printed);
  assert_int_equal(claims->claims[1].verdict, PST_VERDICT_CONSISTENT);
  assert_int_equal(claims->claims[2].verdict, PST_VERDICT_AMBIGUOUS);
  assert_string_equal(claims->claims[2].checks[0].reading, "every-year");
  assert_int_equal(claims->claims[2].checks[0].line, 26);
  assert_int_equal(claims->claims[2].checks[0].column, 23);
  assert_int_equal(claims->file_count, 4);
  assert_int_equal(strlen(claims->files[1].sha256), 64);
  assert_int_equal(claims->summary.checks, 5);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(diagnosis),      cmocka_unit_test(explanations),
      cmocka_unit_test(sides),          cmocka_unit_test(series_and_tallies),
      cmocka_unit_test(robust_choices), cmocka_unit_test(example),
  };

  return cmocka_run_group_tests(tests, claim_data_setup, claim_data_teardown);
}
