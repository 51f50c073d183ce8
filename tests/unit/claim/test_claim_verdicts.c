/* test_claim_verdicts -- what is said of equalities, orders, about, directions, quantifiers and tables. */
#include "claim_rows.h"

#include <stdio.h>

static void equalities(void **state)
{
  static const struct row rows[] = {
      {"share[\"Utopia\", \"2011-2013\"] = 28.5 %", "verified"},
      {"28.5 % = share[\"Utopia\", \"2011-2013\"]", "verified"},
      {"share[\"Utopia\", \"2011-2013\"] = 28 %", "printed"},
      {"share[\"Utopia\", \"2011-2013\"] = 29 %", "printed"},
      {"share[\"Utopia\", \"2011-2013\"] = 28.4 %", "consistent"}, /* they meet at a tie */
      {"share[\"Utopia\", \"2011-2013\"] = 28.3 %", "value"},
      {"share[\"Utopia\", \"2011-2013\"] = exactly 28.5 %", "printed"},
      {"grants[1997] = exactly 100 million EUR", "verified"},
      {"grants[1997] = exactly 100.1 million EUR", "value"},
      {"rise = 8.1 %p", "printed"},
      {"rise = 8.2 %p", "consistent"},
      {"rise = 8.0 %p", "consistent"},
      {"rise = 8 %p", "verified"},
      {"rise = 8.3 %p", "last digit"},
      {"rise = 9.3 %p", "value"},
      {"rise = -8.1 %p", "conclusion"},
      {"rise != 8.1 %p", "consistent"},
      {"rise != 9 %p", "verified"},
      {"grants[1998] != 110 million EUR", "value"},
      {"grants[1998] = 0.11 billion EUR", "verified"},
      {"grants[1998] = 110.0 million EUR", "verified"},
      {"grants[1998] = 110.1 million EUR", "last digit"},
      {"grants[1998] / grants[1997] = 1.1", "verified"},
      {"grants[1998] / grants[1997] = 110 %", "verified"},
      {"growth(grants[1997], grants[1998]) = 10 %", "verified"},
      {"growth(share[\"Utopia\", \"2001-2003\"], share[\"Utopia\", \"2011-2013\"]) = 39.7 %",
       "printed"},
      {"share[\"Utopia\", \"2011-2013\"] = share[\"Laputa\", \"2011-2013\"]", "verified"},
      {"place[\"France\", \"2013\"] = 11", "consistent"},
      {"place[\"France\", \"2013\"] = 10", "last digit"},
      {"event[\"renamed\"] = 1980", "error"},
      {"event[\"renamed\"] = \"1980\"", "verified"},
      {"event[\"lost\"] = \"1980\"", "not checkable"},
      /* a bound is an unknown and no tolerance, on whichever side it stands */
      {"place[\"Italy\", \"2003\"] = place[\"France\", \"2013\"]", "consistent"},
      {"place[\"France\", \"2013\"] = place[\"Italy\", \"2003\"]", "consistent"},
      {"place[\"Italy\", \"2003\"] = place[\"France\", \"2013\"] + 0", "consistent"},
      {"place[\"Italy\", \"2003\"] != place[\"France\", \"2013\"]", "consistent"},
      {"place[\"Spain\", \"2003\"] = place[\"France\", \"2013\"]", "value"},
      {"place[\"Spain\", \"2003\"] = place[\"Spain\", \"2013\"]", "consistent"},
      {"place[\"Spain\", \"2013\"] = place[\"Spain\", \"2003\"]", "consistent"},
      {"all(p in {\"Italy\"}: place[p, \"2003\"] = place[\"France\", \"2013\"])", "consistent"},
      {"place[\"France\", \"2013\"] + place[\"France\", \"2013\"] = place[\"France\", \"2013\"]",
       "value"},
      {"place[\"France\", \"2013\"] + place[\"France\", \"2013\"] != place[\"France\", \"2013\"]",
       "verified"},
      /* sides are swapped without a difference, and != is the opposite of = */
      {"28.54 % = share[\"Utopia\", \"2011-2013\"]", "consistent"},
      {"share[\"Utopia\", \"2011-2013\"] = 28.54 %", "consistent"},
      {"share[\"Utopia\", \"2011-2013\"] != 28.54 %", "consistent"},
      {"rise = share[\"Utopia\", \"2011-2013\"] - share[\"Utopia\", \"2001-2003\"]", "verified"},
      {"share[\"Utopia\", \"2011-2013\"] - 8.1 %p = share[\"Utopia\", \"2001-2003\"]", "printed"},
      {"share[\"Utopia\", \"2001-2003\"] = share[\"Utopia\", \"2011-2013\"] - 8.1 %p", "printed"},
      {"place[\"Spain\", \"2003\"] != place[\"Spain\", \"2013\"]", "consistent"},
      {"place[\"France\", \"2013\"] != place[\"France\", \"2013\"]", "value"},
      {"place[\"Spain\", \"2003\"] = place[\"Italy\", \"2013\"]", "not checkable"},
      {"place[\"Spain\", \"2003\"] != place[\"Italy\", \"2013\"]", "not checkable"},
      {"place[\"Spain\", \"2003\"] in {place[\"Italy\", \"2013\"]}", "not checkable"},
      {"date(\"2007-04-30\") = date(\"2007\")", "verified"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

/* Every two of these sides: = does not ask which stands left, and != is its opposite. */
static void sides_are_swapped(void **state)
{
  static const char *const sides[] = {
      "11",
      "7",
      "10.6",
      "place[\"France\", \"2003\"]",
      "place[\"France\", \"2013\"]",
      "place[\"Spain\", \"2013\"]",
      "place[\"Italy\", \"2003\"]",
      "place[\"Italy\", \"2013\"]",
      "place[\"France\", \"2013\"] + 1",
      "2 * place[\"China\", \"2003\"] + 3",
      "count({p in keys(place[*, \"2013\"]): place[p, \"2013\"] > 10})",
      "rank(place[*, \"2013\"], \"China\")",
      "max(place[*, \"2003\"])",
      "share[\"Utopia\", \"2001-2003\"] / 1 % * 1/2",
      "mean([p in {\"China\", \"France\"}: place[p, \"2003\"]])",
      "kendall(share[*, \"2001-2003\"], share[*, \"2011-2013\"]) + 10"};
  enum { SIDES = sizeof sides / sizeof *sides };
  char text[512], verdict[3][32];

  (void)state;
  for (size_t i = 0; i < SIDES; i++) {
    for (size_t j = 0; j < SIDES; j++) {
      bool holds, fails;

      for (int k = 0; k < 3; k++) {
        snprintf(text, sizeof text, "%s %s %s", sides[k == 1 ? j : i], k == 2 ? "!=" : "=",
                 sides[k == 1 ? i : j]);
        snprintf(verdict[k], sizeof verdict[k], "%s", verdict_of(claim_data_one(text)));
      }
      if (strcmp(verdict[0], verdict[1]) != 0)
        fail_msg("%s = %s: %s, but %s", sides[i], sides[j], verdict[0], verdict[1]);
      holds = strcmp(verdict[0], "verified") == 0;
      fails = claim_data_one(text)->verdict == PST_VERDICT_CONTRADICTED;
      if (fails && !holds)
        fail_msg("%s: %s, where = is %s", text, verdict[2], verdict[0]);
      if (strcmp(verdict[2], "verified") == 0
          && (holds || strcmp(verdict[0], "printed") == 0 || strcmp(verdict[0], "consistent") == 0))
        fail_msg("%s: %s, where = is %s", text, verdict[2], verdict[0]);
    }
  }
}

static void orders(void **state)
{
  static const struct row rows[] = {
      {"share[\"Utopia\", \"2011-2013\"] > 28.45 %",
       "consistent"}, /* 28.45 may be printed as 28.5 */
      {"share[\"Utopia\", \"2011-2013\"] >= 28.45 %", "verified"},
      {"share[\"Utopia\", \"2011-2013\"] < 28.55 %", "consistent"},
      {"not share[\"Utopia\", \"2011-2013\"] <= 28.45 %", "consistent"},
      {"share[\"Utopia\", \"2011-2013\"] <= 28.45 %", "consistent"}, /* it saves an equality */
      {"28.45 % >= share[\"Utopia\", \"2011-2013\"]", "consistent"},
      {"share[\"Utopia\", \"2011-2013\"] >= 28.55 %", "consistent"},
      {"share[\"Utopia\", \"2011-2013\"] = 28.4 %", "consistent"},
      {"share[\"Utopia\", \"2011-2013\"] <= 28.44 %", "conclusion"},
      {"rise <= 8 %p", "consistent"},
      {"rise >= 8.2 %p", "consistent"},
      {"share[\"Utopia\", \"2011-2013\"] > 28.5 %", "consistent"},
      {"share[\"Utopia\", \"2011-2013\"] < 28.45 %", "conclusion"},
      {"share[\"Utopia\", \"2011-2013\"] > share[\"Laputa\", \"2011-2013\"]", "consistent"},
      {"place[\"France\", \"2013\"] > 10", "verified"},
      {"place[\"France\", \"2013\"] >= 11", "verified"},
      {"place[\"France\", \"2013\"] > 11", "consistent"},
      {"place[\"China\", \"2013\"] <= place[\"China\", \"2003\"]", "conclusion"},
      {"place[\"Italy\", \"2013\"] > 3", "not checkable"},
      {"rise > 0", "verified"},
      {"slope(grants[1997..2000]) > 0", "verified"},
      {"grants[1997] > 0 and grants[1998] > 0", "verified"},
      {"grants[1997] > 0 or grants[2001] > 0 million EUR", "verified"},
      {"grants[1997] < 0 or grants[2001] > 0 million EUR", "not checkable"},
      {"grants[1997] < 0 and grants[2001] > 0 million EUR", "conclusion"},
      {"not grants[1997] < 0", "verified"},
      {"date(event[\"founded\"]) < date(event[\"renamed\"])", "verified"},
      {"date(event[\"founded\"]) < date(\"1961\")", "consistent"},
      {"date(event[\"closed\"]) - date(\"2001-01-01\") = 5", "verified"},
      {"date(event[\"lost\"]) < date(\"1961\")", "not checkable"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

static void about(void **state)
{
  static const struct row rows[] = {
      {"grants[1997] = about 103 million EUR", "verified"},
      /* 28.45 may be printed as 28.5: a tie saves an equality */
      {"share[\"Utopia\", \"2011-2013\"] = about 27.45 % within 1 %p", "consistent"},
      {"share[\"Utopia\", \"2011-2013\"] = about 27.44 % within 1 %p", "value"},
      {"share[\"Utopia\", \"2011-2013\"] = about 27.55 % within 1 %p", "verified"},
      {"grants[1997] = about 120 million EUR", "value"},
      {"grants[1997] = about 101 million EUR within 1 %", "verified"},
      {"grants[1997] = about 103 million EUR within 2 %", "value"},
      {"grants[1997] = about 103 million EUR within 4 million EUR", "verified"},
      {"share[\"Utopia\", \"2011-2013\"] = about 30 % within 2 %p", "verified"},
      {"share[\"Utopia\", \"2011-2013\"] = about 30.5 % within 2 %p", "printed"},
      {"share[\"Utopia\", \"2011-2013\"] = about 30.52 % within 2 %p", "consistent"},
      {"grants[2001] = about 103 million EUR", "not checkable"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

static void directions(void **state)
{
  static const struct row rows[] = {
      {"grants[1997..2000] rises", "verified"},
      {"grants[1997..2000] falls", "conclusion"},
      {"grants[1997..2000] always rises", "conclusion"},
      {"grants[1999..2000] always rises", "verified"},
      {"grants[1997..1998] never falls", "verified"},
      {"grants[1997..1999] never falls", "conclusion"},
      {"grants[1997..1999] never rises", "conclusion"},
      {"grants[1999..2001] rises", "not checkable"},
      {"grants[1999..2001] always rises", "not checkable"},
      {"grants[1998..2001] always rises", "conclusion"}, /* a known counter-pair */
      {"grants[2000..2003] always falls", "conclusion"}, /* whatever the gap holds */
      {"grants[*] always rises", "conclusion"},
      {"grants[{1998, 2000}] always rises", "verified"},
      {"share[\"Utopia\", *] rises", "verified"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

static void quantifiers(void **state)
{
  static const struct row rows[] = {
      {"all(p in {\"China\", \"France\"}: place[p, \"2013\"] > place[p, \"2003\"])", "verified"},
      {"all(p in keys(place[*, \"2013\"]): place[p, \"2013\"] > place[p, \"2003\"])", "consistent"},
      {"all(p in keys(place[*, \"2003\"]): place[p, \"2013\"] > place[p, \"2003\"])",
       "not checkable"},
      {"all(p in keys(place[*, \"2003\"]): place[p, \"2003\"] > 2)", "conclusion"},
      {"most(p in keys(place[*, \"2003\"]): place[p, \"2003\"] > 2)", "verified"},
      {"most(p in keys(place[*, \"2003\"]): place[p, \"2003\"] > 7)", "conclusion"},
      {"most(p in keys(place[*, \"2013\"]): place[p, \"2013\"] > 10)", "consistent"},
      {"some(p in keys(place[*, \"2003\"]): place[p, \"2013\"] > 10)", "verified"},
      {"none(p in keys(place[*, \"2003\"]): place[p, \"2003\"] > 11)", "verified"},
      {"none(p in keys(place[*, \"2003\"]): place[p, \"2003\"] > 10)", "conclusion"},
      {"all(y in 1997..2000: grants[y] = 110 million EUR or grants[y] < 125 million EUR)",
       "verified"},
      {"count({p in keys(place[*, \"2013\"]): place[p, \"2013\"] > 10}) = 1", "consistent"},
      {"count({p in keys(place[*, \"2013\"]): place[p, \"2013\"] > 10}) >= 1", "verified"},
      {"count({p in keys(place[*, \"2013\"]): place[p, \"2013\"] > 10}) = 3", "last digit"},
      {"count(keys(place[*, \"2003\"]) except {\"Spain\"}) = 3", "verified"},
      {"{p in keys(place[*, \"2003\"]): place[p, \"2003\"] < 8} = {\"France\", \"China\"}",
       "verified"},
      {"{p in keys(place[*, \"2003\"]): place[p, \"2003\"] < 8} = {\"France\"}", "conclusion"},
      {"\"China\" in keys(place[*, \"2003\"])", "verified"},
      {"\"Chine\" in keys(place[*, \"2003\"])", "conclusion"},
      {"place[\"Spain\", \"2013\"] in 8..12", "verified"},
      {"place[\"Spain\", \"2013\"] in 9..12", "consistent"},
      {"place[\"China\", \"2013\"] in {3, 4}", "verified"},
      {"grants[1998] / grants[1997] in {100 %, 110 %}", "verified"}, /* a ratio and % */
      {"grants[1998] / grants[1997] in {100 %, 111 %}", "value"},
      {"share[\"Utopia\", \"2011-2013\"] in {28.54 %, 28.5 %}", "verified"},
      {"share[\"Utopia\", \"2011-2013\"] in {28.54 %, 20 %}", "consistent"},
      {"place[\"China\", \"2013\"] in 4..7", "value"},
      {"all(p in {q in keys(place[*, \"2003\"]): place[q, \"2003\"] > 100}: p = \"x\")", "error"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

/* Where a cell is used twice, and the natural interval is too wide. */
static void one_unknown(void **state)
{
  static const struct row rows[] = {
      {"share[\"Utopia\", \"2011-2013\"] - share[\"Utopia\", \"2011-2013\"] = exactly 0 %p",
       "verified"},
      {"share[\"Utopia\", \"2011-2013\"] / share[\"Utopia\", \"2011-2013\"] = exactly 1",
       "verified"},
      {"growth(share[\"Utopia\", \"2011-2013\"], share[\"Utopia\", \"2011-2013\"]) = exactly 0 %",
       "verified"},
      {"rise / rise = exactly 1", "verified"},
      {"rise / rise != 1", "value"},
      {"place[\"France\", \"2013\"] / place[\"France\", \"2013\"] = exactly 1", "verified"},
      {"grants[2001] / grants[2001] = exactly 1", "not checkable"},
      {"grants[2001] - grants[2001] = exactly 0 million EUR", "not checkable"},
      /* nor does it take a bound for a difference to vanish */
      {"place[\"France\", \"2013\"] - place[\"France\", \"2013\"] = exactly 0", "verified"},
      {"(place[\"France\", \"2013\"] - place[\"France\", \"2013\"]) * 3 = exactly 0", "verified"},
      {"3 * place[\"France\", \"2013\"] - 2 * place[\"France\", \"2013\"] >= 11", "verified"},
      {"place[\"France\", \"2013\"] + 1 > place[\"France\", \"2013\"]", "verified"},
      {"place[\"France\", \"2013\"] + 1 - place[\"France\", \"2013\"] = exactly 1", "verified"},
      {"place[\"France\", \"2013\"] < place[\"France\", \"2013\"]", "conclusion"},
      /* a difference that rounding takes to 0 has a growth without an upper end */
      {"growth(share[\"Utopia\", \"2011-2013\"] - 28.4 %, share[\"Utopia\", \"2011-2013\"] - 28.3 "
       "%)"
       " = 100 %",
       "printed"},
      {"growth(share[\"Utopia\", \"2011-2013\"] - 28.4 %, share[\"Utopia\", \"2011-2013\"] - 28.3 "
       "%)"
       " = 900 %",
       "consistent"},
      {"growth(share[\"Utopia\", \"2011-2013\"] - 28.4 %, share[\"Utopia\", \"2011-2013\"] - 28.2 "
       "%)"
       " < -60 %",
       "conclusion"},
      /* neither rises nor falls by its slope's bounds: halved, but not to a point */
      {"2 * share[\"Utopia\", \"2011-2013\"] / share[\"Utopia\", \"2011-2013\"] = exactly 2",
       "printed"},
      {"share[\"Utopia\", \"2011-2013\"] <= share[\"Utopia\", \"2011-2013\"]", "verified"},
      {"share[\"Utopia\", \"2011-2013\"] < share[\"Utopia\", \"2011-2013\"]", "conclusion"},
      {"share[\"Utopia\", \"2011-2013\"] / (share[\"Utopia\", \"2011-2013\"] + "
       "share[\"Erewhon\", \"2011-2013\"]) = 59 %",
       "verified"},
      {"share[\"Utopia\", \"2011-2013\"] * share[\"Utopia\", \"2011-2013\"] = 8 %", "verified"},
      {"rise + share[\"Utopia\", \"2001-2003\"] = 28.5 %", "verified"},
      /* Utopia is the largest of 2001-2003, whatever its unrounded share; it is not above itself */
      {"share[\"Utopia\", \"2001-2003\"] > max(share[*, \"2001-2003\"])", "conclusion"},
      {"share[\"Utopia\", \"2001-2003\"] < max(share[*, \"2001-2003\"])", "conclusion"},
      {"place[\"France\", \"2013\"] <= place[\"France\", \"2013\"]", "verified"},
      {"share[\"Utopia\", \"2001-2003\"] >= max(share[*, \"2001-2003\"])", "verified"},
      /* Utopia and Laputa are printed alike: either may be the larger, or neither */
      {"share[\"Utopia\", \"2011-2013\"] < max(share[*, \"2011-2013\"])", "consistent"},
      {"share[\"Utopia\", \"2011-2013\"] <= max(share[*, \"2011-2013\"])", "verified"},
  };

  (void)state;
  CHECK_ROWS(rows);
}

/* Both sides are told in the scale in which the figure is reported. */
static void scales(void **state)
{
  static const struct {
    const char *check, *reported_low, *computed, *computed_low;
  } rows[] = {
      {"grants[1997] = 100000 thousand EUR", "99999.5", "100000 thousand EUR", "100000"},
      {"grants[1997] = 0.1 billion EUR", "0.05", "0.1 billion EUR", "0.1"},
      {"grants[1997] = 100.0 million EUR", "99.95", "100.0 million EUR", "100"},
      {"grants[1997] = about 100000 thousand EUR", "95000", "100000 thousand EUR", "100000"},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const struct pst_claim_check *check = claim_data_one(rows[i].check);

    assert_string_equal(check->reported.low.text, rows[i].reported_low);
    assert_string_equal(check->computed.text, rows[i].computed);
    assert_string_equal(check->computed.low.text, rows[i].computed_low);
  }
}

static void readings_and_claims(void **state)
{
  static const struct {
    const char *checks;
    enum pst_verdict verdict;
  } rows[] = {
      {"reading a: rise = 8 %p\n  reading b: rise = 9.3 %p", PST_VERDICT_AMBIGUOUS},
      {"reading a: rise = 8.2 %p\n  reading b: rise = 9.3 %p", PST_VERDICT_CONTRADICTED},
      {"reading a: rise = 8 %p\n  reading b: rise = 8.2 %p", PST_VERDICT_CONSISTENT},
      {"rise = 8 %p\n  rise = 9.3 %p", PST_VERDICT_CONTRADICTED},
      {"rise = 8 %p\n  not checkable because \"no data\"", PST_VERDICT_NOT_CHECKABLE},
      {"rise = 8 %p\n  rise = 8.2 %p", PST_VERDICT_CONSISTENT},
      {"rise = 9.3 %p\n  rise = 8 %", PST_VERDICT_ERROR},
      {"rise = 8.1 %p\n  rise = 8 %p", PST_VERDICT_VERIFIED},
  };
  char text[4096];

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const struct pst_claims *claims;

    snprintf(text, sizeof text, "%s  %s\n", claim_data_declarations, rows[i].checks);
    claims = claim_data_check(text);
    assert_int_equal(claims->claim_count, 1);
    if (claims->claims[0].verdict != rows[i].verdict)
      fail_msg("%s: %s", rows[i].checks, pst_verdict_name(claims->claims[0].verdict));
    assert_int_equal(claims->summary.verdicts[rows[i].verdict], 1);
  }
  assert_true(claim_data_check(text)->claims[0].as_printed);
}

/* 110.5 beside a printed 110 or 111. */
static void roundings(void **state)
{
  static const struct {
    const char *rounding, *check;
    enum pst_verdict verdict;
  } rows[] = {{"half", "g[1998] + 1/2 = 110", PST_VERDICT_VERIFIED},
              {"half", "g[1998] + 1/2 = 111", PST_VERDICT_VERIFIED},
              {"half-up", "g[1998] + 1/2 = 110", PST_VERDICT_CONTRADICTED},
              {"half-up", "g[1998] + 1/2 = 111", PST_VERDICT_VERIFIED},
              {"half-even", "g[1998] + 1/2 = 110", PST_VERDICT_VERIFIED},
              {"half-even", "g[1998] + 1/2 = 111", PST_VERDICT_CONTRADICTED},
              {"truncate", "g[1998] + 9/10 = 110", PST_VERDICT_VERIFIED},
              {"truncate", "g[1998] + 9/10 = 111", PST_VERDICT_CONTRADICTED},
              {"truncate", "-g[1998] - 9/10 = -110", PST_VERDICT_VERIFIED},
              {"half-up", "max(s[*, \"2001-2003\"]) - s[\"Erewhon\", \"2001-2003\"] > 4.1 %p",
               PST_VERDICT_VERIFIED}};
  char text[1024];

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const struct pst_claims *claims;

    snprintf(text, sizeof text,
             "rounding %s\ntable g \"grants.csv\"\n key year\n value amount\n"
             "table s \"share.csv\"\n key country, period\n value share_pct %% printed\n"
             "claim a\n %s\n",
             rows[i].rounding, rows[i].check);
    claims = claim_data_check(text);
    if (claims->claims[0].verdict != rows[i].verdict)
      fail_msg("%s: %s is %s", rows[i].rounding, rows[i].check,
               pst_verdict_name(claims->claims[0].verdict));
  }
}

/* where, printed to, a year given as a text, texts as values. */
static void tables(void **state)
{
  static const struct row rows[] = {
      {"s[\"Utopia\"] = 28.5 %", "verified"},     {"count(keys(s[*])) = 3", "verified"},
      {"s[\"Erewhon\"] = 20.04 %", "consistent"}, {"g[1998] = exactly 110", "printed"},
      {"g[\"1998\"] = 110", "printed"},           {"g[1998] = 112", "consistent"},
      {"count(keys(late[*])) = 3", "verified"}};
  char text[2048];

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const struct pst_claims *claims;

    snprintf(text, sizeof text,
             "table s \"share.csv\"\n  key country\n  value share_pct %% printed to 0.1\n"
             "  where period = \"2011-2013\"\n  where share_pct > 18.5\n"
             "table g \"grants.csv\"\n  key year\n  value amount printed to 5\n"
             "table late \"grants.csv\"\n  key year\n  value amount\n  where year >= 2000\n"
             "claim a\n  %s\n",
             rows[i].check);
    claims = claim_data_check(text);
    if (strcmp(verdict_of(&claims->claims[0].checks[0]), rows[i].verdict) != 0)
      fail_msg("%s: %s %s", rows[i].check, verdict_of(&claims->claims[0].checks[0]),
               claims->error_count > 0 ? claims->errors[0].message : "");
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(equalities),  cmocka_unit_test(sides_are_swapped),
      cmocka_unit_test(orders),      cmocka_unit_test(about),
      cmocka_unit_test(directions),  cmocka_unit_test(quantifiers),
      cmocka_unit_test(one_unknown), cmocka_unit_test(readings_and_claims),
      cmocka_unit_test(roundings),   cmocka_unit_test(tables),
      cmocka_unit_test(scales),
  };

  return cmocka_run_group_tests(tests, claim_data_setup, claim_data_teardown);
}
