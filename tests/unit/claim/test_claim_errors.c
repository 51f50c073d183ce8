#include "check.h"

#include <stdio.h>
#include <string.h>

#include "claim_data.h"

/* One wrong check each: the column and the whole message; the line is that of the check. */
static void checks(void **state)
{
  static const struct {
    const char *check;
    unsigned long column;
    const char *message;
  } rows[] = {
      {"shar[\"Utopia\", \"2011-2013\"] = 28.5 %", 3,
       "there is no table 'shar'; did you mean share?"},
      {"share[\"Utopia\"] = 28.5 %", 3, "share has 2 keys, but 1 stands here"},
      {"share[\"Utopa\", \"2011-2013\"] = 28.5 %", 9,
       "share has no country 'Utopa'; did you mean 'Utopia'?"},
      {"share[\"Utopia\", \"2012-2013\"] = 28.5 %", 19,
       "share has no period '2012-2013'; did you mean '2011-2013'?"},
      {"grants[1980] = 1 million EUR", 10,
       "grants has no year 1980; its key is declared 1990..2020"},
      {"place[\"China\", \"2004\"] = 1", 18, "place has no period '2004'; did you mean '2003'?"},
      {"share[\"Utopia\", \"2011-2013\"] = 28.5", 32,
       "% and a plain number cannot be compared; write the unit behind the number, as in 28.5 %"},
      {"share[\"Utopia\", \"2011-2013\"] = 28.5 %p", 32,
       "% and %p cannot be compared: a difference is in %p; if the paper says %, write growth(a, "
       "b)"},
      {"100 % - share[\"Utopia\", \"2011-2013\"] = 71.5 %", 40,
       "a difference of percentages is in %p; what is left of 100 % is complement(...), in %"},
      {"rise = 8.1 %", 8,
       "%p and % cannot be compared: a difference is in %p; if the paper says %, write growth(a, "
       "b)"},
      {"grants[1997] + 1 = 2 million EUR", 16, "EUR and a plain number cannot be added"},
      {"grants[1997] = 1 million USD", 16, "EUR and USD cannot be compared"},
      {"(share[\"Utopia\", \"2011-2013\"] = 28.5 %", 3, "this ( is never closed"},
      {"share[\"Utopia\", \"2011-2013\" = 28.5 %", 31, "= stands where a closing ] should be"},
      {"share[\"Utopia, \"2011-2013\"] = 28.5 %", 19,
       "2011 stands where a closing ] should be; a \" is missing in this line"},
      {"share[\"Utopia\", \"2011-2013\"] == 28.5 %", 32,
       "'==' has no meaning here; write = for equality"},
      {"grants[1997] = 1,168 million EUR", 18, "1,168: write 1168, or a blank behind the comma"},
      {"grants[1997] = 1168x", 18,
       "'1168x' is neither a number nor a name; a unit stands behind a blank"},
      {"grants[1997] = 1e2 million EUR", 18,
       "'1e2' has an exponent; write all digits of the number, as the paper does"},
      {"grants[1997] = 1.5E-3 million EUR", 18,
       "'1.5E-3' has an exponent; write all digits of the number, as the paper does"},
      {"grants[1997] = 1e2x", 18,
       "'1e2x' is neither a number nor a name; a unit stands behind a blank"},
      {"grants[1997] / (grants[1998] - grants[1998]) = 1", 16, "the divisor is 0"},
      {"rise / (rise - 8.1 %p) = 1", 8, "the divisor 0.0 %p [-0.15, 0.15] holds 0"},
      {"all(p in keys(place[*, \"2003\"]) : p)", 37,
       "this is a text where a test, such as a = b, is needed"},
      {"all(p in {q in keys(place[*, \"2003\"]): place[q, \"2003\"] > 100}: place[p, \"2003\"] = "
       "1)",
       12, "the set is empty: all of no members says nothing"},
      {"growth(rise) = 1 %", 3, "growth takes 2 arguments: growth(from, to)"},
      {"medain(grants[*]) = 1", 3, "there is no function 'medain'; did you mean median?"},
      {"risee = 8.1 %p", 3, "there is no name 'risee'; did you mean rise?"},
      {"share = 8.1 %", 3, "share is a table; write its cells as share[...]"},
      {"grants[1997]", 3, "this is a number where a test, such as a = b, is needed"},
      {"grants[1997..1999] = 3 million EUR", 22,
       "only two numbers, two texts or two sets can be compared"},
      {"grants[*] + 1 = 3", 3, "this is a series where a number is needed"},
      {"share[*, *] rises", 3, "rises needs keys of time, in order; 'Utopia, 2001-2003' is a name"},
      {"\"a\" < \"b\"", 7, "texts have no order; write date(...) for a date"},
      {"grants[1997] = \"a\"", 16, "only two numbers, two texts or two sets can be compared"},
      {"grants[1997] in {\"a\"}", 16, "a number is never in a set of texts"},
      {"grants[1997] = about", 23, "a number, a text, a cell or a function is missing here"},
      {"grants[1997] rises", 3,
       "this is a number where a series, a cell with one open index, is needed"},
      {"grants[1997..1997] rises", 3, "the series has 1 member; a direction needs two"},
      {"grants[1999..1997] rises", 10, "the range ends before it starts"},
      {"date(\"soon\") < date(\"2001\")", 8,
       "'soon' is no date: write \"2007\", \"2007-04\" or \"2007-04-30\""},
      {"date(\"2001\") + date(\"2001\") = 3", 16, "a date and a date cannot be added"},
      {"rank(share[*, \"2003\"], \"Utopia\") = 1", 17, "share has no period '2003'"},
      {"rank(share[*, \"2001-2003\"], \"Laputa\") = 1", 31, "the series has no member Laputa"},
      {"growth(-grants[1997], grants[1998]) = 1 %", 10,
       "growth from -100.0 million EUR has no meaning: it must be above 0"},
      {"pvalue(sum(grants[*])) = 1", 10,
       "pvalue takes slope(...), kendall(...), spearman(...) or pearson(...)"},
      {"not checkable \"x\"", 17, "\"x\" stands where because should be"},
      {"reading a rise = 8 %p", 13, "rise stands where a colon (:) should be"},
      {"grants[1997] = 100 million EUR and", 37,
       "a number, a text, a cell or a function is missing here"},
      {"grants[1997] = 100 % million", 24, "million stands where the end of the line should be"},
      {"sum(event[*]) = 1", 7, "the series holds texts"},
      {"{1, \"a\"} = {1}", 7, "a set holds numbers or texts, not both"},
      {"count({\"a\", \"b\", \"a\"}) = 2", 20, "this member stands in the set twice"},
      {"grants[1997] = about 100 million EUR within -5 %", 47,
       "within takes a distance, which is not below 0"},
      {"{1.5} = {2.5}", 9, "only texts and whole numbers are told apart as members"},
      {"count({1.5, 2.5} except {1.5}) = 1", 9,
       "only texts and whole numbers are told apart as members"},
      {"grants[1997 = 100 million EUR", 15, "= stands where a closing ] should be"},
      {" grants[1997] ! 3", 17, "'!' has no meaning here; write not"},
      {"grants[\"x\"] = 3 million EUR", 10, "grants has no year 'x'"},
      {"grants[1.5] = 3 million EUR", 10,
       "an index is a text, a whole number, a set of them, or *"},
      {"median(1, 2) = 2", 3, "median takes 1 argument: median(series)"},
      {"max() = 2", 3, "max takes 1 argument or more: max(series or set) or max(x, y, ...)"},
      {"max(1, 2 %) = 2", 10, "the numbers of max have one unit"},
      {"lag(grants[1997]) = 2", 3,
       "lag is for --where and --let: write the cell of the key before, as in grants[1996]"},
      {"1 < 2 < 3", 9, "two comparisons in a row; join them with and, as in 1 < x and x < 5"},
      {"1 not in {1}", 5, "write not before the whole test: not x in {...}"},
      {"1 in 2", 8, "in needs a set: {2000, 2005} or 1990..2020"},
      {"not not 1 = 1", 7, "not stands before a whole test; write not (...)"},
      {"1 = 1)", 8, "this ) closes nothing"},
      {"1 = 1 AND 1 = 1", 9, "'AND' should not be here; did you mean 'and'?"},
      {"8,5 = 1", 4, "a comma cannot be here; write 8.5 for a decimal"},
      {"2 ^ 3 = 8", 5, "'^' has no meaning here; write pow(x, y)"},
      {"sqrt(grants[1997]) = 1", 8,
       "sqrt takes a plain number, and this is in million EUR; divide it by a number of its unit "
       "first"},
      {"sqrt(0 - 1) = 1", 8, "sqrt of -1 has no meaning: it must not be below 0"},
      {"log(0.0) = 1", 7, "log of 0.0 [-0.05, 0.05] has no meaning: it must be above 0"},
      {"exp(1000) = 1", 7, "exp of 1000 has no meaning: it is too large"},
      {"pow(0 - 8, 0.5) = 1", 7,
       "pow of -8 has no meaning: only a number above 0 takes every power, and the result must not "
       "be "
       "too large"},
      {"round(1.5, 99) = 1", 14, "the digits of round must be from -15 to 15"},
      {"round(date(\"2001\")) = 1", 3, "a date is not rounded; write year(...)"},
      {"quantile(grants[*], 2) = 1", 23,
       "the share of a quantile is a number from 0 to 1, or from 0 % to 100 %"},
      {"sd(grants[1997..1997]) = 1 million EUR", 6, "the series has 1 member; it needs 2"},
      {"if(1, 2, 3) = 1", 6, "this is a number where a test, such as a = b, is needed"},
      {"if(1 = 1, 2, \"a\") = 1", 16, "both values of if must be numbers, or both text"},
      {"if(1 = 1, 2, 3 %) = 2", 16, "both values of if must have one unit"},
      {"year(1997) = 1997", 8, "year takes a date; write year(date(...))"},
  };
  char text[4096], line[512];

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const struct pst_claims *claims;

    snprintf(text, sizeof text, "%s  %s\n", claim_data_declarations, rows[i].check);
    snprintf(line, sizeof line, "  %s", rows[i].check);
    claims = claim_data_check(text);
    if (claims->error_count != 1)
      fail_msg("%s: %zu errors", rows[i].check, claims->error_count);
    if (strcmp(claims->errors[0].message, rows[i].message) != 0)
      fail_msg("%s:\n  %s\nnot\n  %s", rows[i].check, claims->errors[0].message, rows[i].message);
    assert_int_equal(claims->errors[0].line, CLAIM_DATA_LINES + 1);
    if (claims->errors[0].column != rows[i].column)
      fail_msg("%s: column %lu", rows[i].check, claims->errors[0].column);
    assert_string_equal(claims->errors[0].source, line);
    assert_int_equal(claims->errors[0].status, PST_USAGE);
    assert_int_equal(claims->summary.worst, PST_USAGE);
    assert_int_equal(claims->claims[0].verdict, PST_VERDICT_ERROR);
    assert_ptr_equal(claims->claims[0].checks[0].error, &claims->errors[0]);
  }
}

/* Whole files: each error as line:column: message. */
static void files(void **state)
{
  static const struct {
    const char *text, *errors;
  } rows[] = {
      {"", ""},
      {"# nothing\n\n", ""},
      {"clam a\n  1 = 1\n", "1:1: 'clam' begins no statement; did you mean claim?\n"},
      {"1 = 1\n",
       "1:1: this is no claims file: no line begins with paper, rounding, table, let or claim; "
       "a claims file names its data, as in table t \"test.claims\"\n"},
      {"claim a\n", "1:7: the claim 'a' has no check; write one, or not checkable because "
                    "\"...\"\n"},
      {"claim a\n  1 = 1\nclaim a\n  1 = 1\n", "3:7: there is a claim 'a' in line 1 already\n"},
      {"rounding up\n", "1:10: rounding is half, half-up, half-even or truncate, not 'up'\n"},
      {"let a = a + 1\nclaim b\n  a = 1\n", "1:9: the let 'a' refers to itself\n"},
      {"claim b\n  a = 1\nlet a = 1\n", "2:3: the let 'a' stands behind its first use\n"},
      {"let a = 1\nlet a = 2\n", "2:5: there is a let 'a' in line 1 already\n"},
      {"table t \"grants.csv\"\n  key yaer\n  value amount\n",
       "2:7: %grants.csv has no column 'yaer'; did you mean 'year'?\n"},
      {"table t \"grants.csv\"\n  value amount\n",
       "2:3: value stands where the table's key should be\n"},
      {"table t \"grants.csv\"\n  key year 2000..1990\n  value amount\n",
       "2:7: the range of years ends before it starts\n"},
      {"table t \"grants.csv\"\n  key year\n  value amount printed to 0\n",
       "3:27: figures are printed to 0.1, 1, 10, ... not to 0\n"},
      {"table t \"share.csv\"\n  key country 1..2\n  value share_pct\n",
       "2:7: the key country has a range, but its cell 'Utopia' is no whole number\n"},
      {"claim a\n  says \"x\n  1 = 1\n  1 = 2 =\nclaim b\n  (1 = 1\nclaim c\n  1 = 1\n",
       "2:8: the text that begins here has no closing \"\n"
       "6:3: this ( is never closed\n"},
      {"claim a\n  reading b: # 1 = 1\n  1 = 1\n",
       "2:13: a number, a text, a cell or a function is missing here\n"},
      {"claim a\n\nclaim b\n  1 = x\n",
       "1:7: the claim 'a' has no check; write one, or not checkable because \"...\"\n"
       "4:7: there is no name 'x'\n"},
      {"table t \"grants.csv\"\n  key year\nclaim b\n  1 = x\n",
       "3:1: claim stands where the table's value should be\n4:7: there is no name 'x'\n"},
      {"let reading = 1\nclaim a\n  reading in-every: 1 = 1\n  reading most-of : 1 = 1\n"
       "  reading all: 1 = 1\n  reading 2nd: 1 = 1\n  reading in 1..2\n  reading = 1\n",
       ""},
      {"claim a\n  reading in every: 1 = 1\n",
       "2:19: : stands where the end of the line should be\n"},
      /* A line that has not ended tells that alone: its names are not looked up. */
      {"claim a\n  1 = x y\nclaim b\n  1 = z\n",
       "2:9: y stands where the end of the line should be\n4:7: there is no name 'z'\n"},
      {"claim a\n  1 = x\n  2 = y\nclaim b\n  3 = {}\n",
       "2:7: there is no name 'x'\n3:7: there is no name 'y'\n"
       "5:8: a set needs at least one member\n"},
  };
  char errors[4096];

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const struct pst_claims *claims = claim_data_check(rows[i].text);
    size_t size = 0;

    errors[0] = '\0';
    for (size_t j = 0; j < claims->error_count; j++)
      size += (size_t)snprintf(errors + size, sizeof errors - size, "%lu:%lu: %s\n",
                               claims->errors[j].line, claims->errors[j].column,
                               claims->errors[j].message);
    claim_data_strip(errors);
    if (strcmp(errors, rows[i].errors) != 0)
      fail_msg("%s\ngives\n%s", rows[i].text, errors);
  }
}

/* Errors in the data have the place of the data, and are told once. */
static void data(void **state)
{
  const struct pst_claims *claims;

  (void)state;
  claims = claim_data_check("table t \"twice.csv\"\n  key key\n  value value\n"
                            "claim x\n  t[\"b\"] = 2\nclaim y\n  t[\"a\"] = 1\n");
  assert_int_equal(claims->error_count, 1);
  assert_int_equal(claims->errors[0].line, 7);
  assert_non_null(strstr(claims->errors[0].message,
                         "t has more than one row for this cell: lines 2 and 4 of "));
  assert_int_equal(claims->summary.worst, PST_BAD_DATA);
  assert_int_equal(claims->claims[0].verdict, PST_VERDICT_VERIFIED);
  assert_int_equal(claims->claims[1].verdict, PST_VERDICT_ERROR);
  claims = claim_data_check("table t \"broken.csv\"\n  key key\n  value value %\n"
                            "claim x\n  t[\"a\"] = 1 %\n  t[\"b\"] = 1 %\n");
  assert_int_equal(claims->error_count, 1);
  assert_int_equal(claims->errors[0].line, 3);
  assert_int_equal(claims->errors[0].status, PST_BAD_DATA);
  assert_string_equal(claims->errors[0].message,
                      "field 2 (value): 'n/a' is not a number; name it in missingValues of "
                      "datapackage.json if it stands for a missing cell");
  assert_ptr_equal(claims->claims[0].checks[1].error, &claims->errors[0]);
  claims = claim_data_check("table t \"none.csv\"\n  key key\n  value value\n"
                            "claim x\n  t[\"a\"] = 1\n");
  assert_int_equal(claims->error_count, 1);
  assert_int_equal(claims->summary.worst, PST_IO);
  assert_int_equal(claims->errors[0].line, 1);
  assert_int_equal(claims->errors[0].column, 9);
  assert_non_null(strstr(claims->errors[0].message, "none.csv: No such file or directory"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(checks),
      cmocka_unit_test(files),
      cmocka_unit_test(data),
  };

  return cmocka_run_group_tests(tests, claim_data_setup, claim_data_teardown);
}
