/* claim_sample.h -- the results of a claims file as the engine gives them, with all that a report can
   get wrong: every verdict, open and infinite ends, readings, series, errors, hostile texts. */
#ifndef PST_TESTS_CLAIM_SAMPLE_H
#define PST_TESTS_CLAIM_SAMPLE_H

#include <math.h>

#include "claim/report/report.h"

#define SAMPLE_HOSTILE "<script>alert(\"1\")</script> & 'x' \xE6\x97\xA5\xE6\x9C\xAC"

#define SAMPLE_COUNT(array) (sizeof(array) / sizeof *(array))
#define SAMPLE_POINT(t, v)                                                                         \
  {                                                                                                \
    .text = (t), .value = (v)                                                                      \
  }

static const char *const sample_says[] = {"the share of visits rose by 8.1 points to 28.5 %"};
static const struct pst_claim_row sample_visits_rows[] = {
    {"visits.csv", 3, "share[\"Utopia\", \"2011-2013\"]", "28.5", true},
    {"visits.csv", 2, "share[\"Utopia\", \"2001-2003\"]", "20.4", true},
};
static const char *const sample_visits_why[] = {"28.5 % - 20.4 % = 8.1 %p, as printed"};
static const struct pst_claim_check sample_visits[] = {
    {.line = 20,
     .column = 3,
     .expression = "share[\"Utopia\", \"2011-2013\"] = 28.5 %",
     .verdict = PST_VERDICT_VERIFIED,
     .reported = {true, "28.5 %", SAMPLE_POINT("28.45", 28.45), SAMPLE_POINT("28.55", 28.55), false,
                  false, true, SAMPLE_POINT("28.5", 28.5), "%"},
     .computed = {true, "28.5 % [28.45, 28.55]", SAMPLE_POINT("28.45", 28.45),
                  SAMPLE_POINT("28.55", 28.55), false, false, true, SAMPLE_POINT("28.5", 28.5),
                  "%"},
     .relation = "=",
     .rows = sample_visits_rows,
     .row_count = 1,
     .row_total = 1},
    {.line = 21,
     .column = 3,
     .expression = "share[\"Utopia\", \"2011-2013\"] - share[\"Utopia\", \"2001-2003\"] = 8.1 %p",
     .verdict = PST_VERDICT_VERIFIED,
     .as_printed = true,
     .reported = {true, "8.1 %p", SAMPLE_POINT("8.05", 8.05), SAMPLE_POINT("8.15", 8.15), false,
                  false, true, SAMPLE_POINT("8.1", 8.1), "%p"},
     .computed = {true, "8.1 %p [8.0, 8.2]", SAMPLE_POINT("8", 8), SAMPLE_POINT("8.2", 8.2), false,
                  false, true, SAMPLE_POINT("8.1", 8.1), "%p"},
     .relation = "=",
     .rows = sample_visits_rows,
     .row_count = 2,
     .row_total = 2,
     .explanation = sample_visits_why,
     .explanation_count = 1},
};

static const struct pst_claim_check sample_near[] = {
    {.line = 24,
     .column = 3,
     .expression = "share[\"Utopia\", \"2011-2013\"] > 28.4 %",
     .verdict = PST_VERDICT_CONSISTENT,
     .reported = {true, "28.4 %", SAMPLE_POINT("28.4", 28.4), SAMPLE_POINT("inf", INFINITY), true,
                  true, false, SAMPLE_POINT("0", 0), "%"},
     .computed = {true, "28.4 % [28.35, 28.45)", SAMPLE_POINT("28.35", 28.35),
                  SAMPLE_POINT("28.45", 28.45), false, true, true, SAMPLE_POINT("28.4", 28.4), "%"},
     .relation = ">"},
};

static const struct pst_claim_point sample_grants_points[] = {
    {"2001", 2001, true, 380, 380, 380, PST_VERDICT_VERIFIED},
    {"2002", 2002, true, 395.5, 395, 396, PST_VERDICT_VERIFIED},
    {"2003", 2003, true, 412, 412, 412, PST_VERDICT_VERIFIED},
    {"2004", 2004, true, 398.5, 398.5, 398.5, PST_VERDICT_CONTRADICTED},
    {"2005", 2005, false, NAN, NAN, NAN, PST_VERDICT_NOT_CHECKABLE},
    {"2006", 2006, true, 450, 450, 450, PST_VERDICT_VERIFIED},
};
static const struct pst_claim_series sample_grants_series[] = {
    {"grants[2001..2006]", "million EUR", sample_grants_points,
     SAMPLE_COUNT(sample_grants_points)}};
static const struct pst_claim_row sample_grants_rows[] = {
    {"grants.csv", 16, "grants[2003]", "412.0", true},
    {"grants.csv", 17, "grants[2004]", "398.5", true},
    {"grants.csv", 14, "grants[2001]", "380.0", false},
};
static const char *const sample_grants_why[] = {"2003 -> 2004: 412.0 -> 398.5 (-3.3 %)"};
static const char *const sample_grants_slip[] = {"would be true: grants[2001..2003] always rises"};
static const struct pst_claim_check sample_grants[] = {
    {.line = 31,
     .column = 3,
     .expression = "grants[2001..2006] always rises",
     .verdict = PST_VERDICT_CONTRADICTED,
     .severity = PST_SEVERITY_CONCLUSION,
     .relation = "",
     .rows = sample_grants_rows,
     .row_count = SAMPLE_COUNT(sample_grants_rows),
     .row_total = 6,
     .explanation = sample_grants_why,
     .explanation_count = 1,
     .diagnosis = sample_grants_slip,
     .diagnosis_count = 1,
     .series = sample_grants_series,
     .series_count = 1},
};

static const struct pst_claim_point sample_place_points[] = {
    {"Arcadia", 0, true, 2, 2, 2, PST_VERDICT_VERIFIED},
    {SAMPLE_HOSTILE, 1, true, -1, -1, -1, PST_VERDICT_CONTRADICTED},
    {"Utopia", 2, true, 5, 4, INFINITY, PST_VERDICT_VERIFIED},
    {"\xE6\x97\xA5\xE6\x9C\xAC\xE5\x9B\xBD", 3, false, NAN, NAN, NAN, PST_VERDICT_NOT_CHECKABLE},
};
static const struct pst_claim_series sample_place_series[] = {
    {"place[p, \"2013\"] - place[p, \"2003\"]", "", sample_place_points,
     SAMPLE_COUNT(sample_place_points)}};
static const struct pst_claim_tally sample_place_tally[] = {{"all", 2, 1, 0, 1, "rounding"}};
static const char *const sample_near_names[] = {"'Kyrgyz' and 'Kyrgyzstan'"};
static const char *const sample_place_why[] = {"not Arcadia: 3 -> 2", "not " SAMPLE_HOSTILE};
static const struct pst_claim_check sample_place[] = {
    {.line = 35,
     .column = 12,
     .expression = "all(p in keys(place[*, \"2003\"]): place[p, \"2013\"] > place[p, \"2003\"])",
     .reading = "every-partner",
     .verdict = PST_VERDICT_CONTRADICTED,
     .severity = PST_SEVERITY_CONCLUSION,
     .relation = "",
     .explanation = sample_place_why,
     .explanation_count = SAMPLE_COUNT(sample_place_why),
     .near_matches = sample_near_names,
     .near_match_count = 1,
     .series = sample_place_series,
     .series_count = 1,
     .tallies = sample_place_tally,
     .tally_count = 1},
    {.line = 36,
     .column = 12,
     .expression = "most(p in keys(place[*, \"2003\"]): place[p, \"2013\"] > place[p, \"2003\"])",
     .reading = "most-partners",
     .verdict = PST_VERDICT_VERIFIED,
     .wide = true,
     .relation = ""},
};

static const char sample_because[] = "the survey is not public";
static const struct pst_claim_check sample_survey[] = {
    {.line = 39,
     .column = 3,
     .expression = sample_because,
     .verdict = PST_VERDICT_NOT_CHECKABLE,
     .relation = "",
     .reason = sample_because},
};

static const struct pst_problem sample_errors[] = {
    {.status = PST_USAGE,
     .file = "doe.claims",
     .line = 8,
     .column = 10,
     .message = "unknown rounding 'halv'; did you mean 'half'?",
     .source = "rounding halv"},
    {.status = PST_USAGE,
     .file = "doe.claims",
     .line = 43,
     .column = 7,
     .message = "unknown table 'shar'; did you mean 'share'?",
     .source = "\t\xE6\x97\xA5\xE6\x9C\xAC = shar[\"Utopia\"]"},
};
static const struct pst_claim_check sample_broken[] = {
    {.line = 43,
     .column = 3,
     .expression = "share[\"" SAMPLE_HOSTILE "\"] = 1",
     .verdict = PST_VERDICT_ERROR,
     .relation = "",
     .error = &sample_errors[1]},
};

static const char *const sample_hostile_says[] = {SAMPLE_HOSTILE};

static const struct pst_claim sample_claims[] = {
    {.id = "visits-rise",
     .at = "section 2, Table 1",
     .says = sample_says,
     .says_count = 1,
     .line = 18,
     .column = 7,
     .verdict = PST_VERDICT_VERIFIED,
     .as_printed = true,
     .checks = sample_visits,
     .check_count = 2},
    {.id = "above-28",
     .at = "",
     .line = 23,
     .column = 7,
     .verdict = PST_VERDICT_CONSISTENT,
     .checks = sample_near,
     .check_count = 1},
    {.id = "always-growing",
     .at = "section 4",
     .line = 29,
     .column = 7,
     .verdict = PST_VERDICT_CONTRADICTED,
     .severity = PST_SEVERITY_CONCLUSION,
     .checks = sample_grants,
     .check_count = 1},
    {.id = "lost-places",
     .at = SAMPLE_HOSTILE,
     .says = sample_hostile_says,
     .says_count = 1,
     .line = 33,
     .column = 7,
     .verdict = PST_VERDICT_AMBIGUOUS,
     .checks = sample_place,
     .check_count = 2},
    {.id = "survey",
     .at = "section 5",
     .line = 38,
     .column = 7,
     .verdict = PST_VERDICT_NOT_CHECKABLE,
     .checks = sample_survey,
     .check_count = 1},
    {.id = "broken",
     .at = "",
     .line = 41,
     .column = 7,
     .verdict = PST_VERDICT_ERROR,
     .checks = sample_broken,
     .check_count = 1},
};

static const struct pst_claim_file sample_files[] = {
    {"doe.claims", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
    {"visits.csv", ""},
};

static const struct pst_claims sample_all = {
    .path = "doe.claims",
    .paper = "Doe 2020",
    .claims = sample_claims,
    .claim_count = SAMPLE_COUNT(sample_claims),
    .errors = sample_errors,
    .error_count = SAMPLE_COUNT(sample_errors),
    .files = sample_files,
    .file_count = SAMPLE_COUNT(sample_files),
    .summary = {.claims = 6,
                .checks = 8,
                .verdicts = {[PST_VERDICT_VERIFIED] = 1,
                             [PST_VERDICT_CONSISTENT] = 1,
                             [PST_VERDICT_NOT_CHECKABLE] = 1,
                             [PST_VERDICT_AMBIGUOUS] = 1,
                             [PST_VERDICT_CONTRADICTED] = 1,
                             [PST_VERDICT_ERROR] = 1},
                .as_printed = 1,
                .severities = {[PST_SEVERITY_CONCLUSION] = 1},
                .worst = PST_USAGE},
};

static const struct pst_claims sample_empty = {.path = "none.claims", .paper = ""};

/* The sample as FORMAT, in OUT. */
static inline void sample_print(struct pst_buffer *out, enum pst_claims_format format,
                                enum pst_claims_detail detail, bool strict)
{
  static const struct pst_claims *const files[] = {&sample_all};
  const struct pst_claims_report report = {
      .files = files, .file_count = 1, .detail = detail, .strict = strict};

  *out = (struct pst_buffer){.data = NULL};
  assert_int_equal(pst_claims_report_print(&report, format, out, NULL), PST_OK);
}

static inline void sample_print_empty(struct pst_buffer *out, enum pst_claims_format format)
{
  static const struct pst_claims *const files[] = {&sample_empty};
  const struct pst_claims_report report = {.files = files, .file_count = 1};

  *out = (struct pst_buffer){.data = NULL};
  assert_int_equal(pst_claims_report_print(&report, format, out, NULL), PST_OK);
}

#endif
