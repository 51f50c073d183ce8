#include "check.h"

#include <string.h>

#include "claim_sample.h"

static void prints(enum pst_claims_detail detail, const char *want)
{
  struct pst_buffer out;

  sample_print(&out, PST_CLAIMS_TEXT, detail, false);
  assert_string_equal(pst_buffer_string(&out), want);
  pst_buffer_free(&out);
}

static void every_claim_and_why(void **state)
{
  (void)state;
  prints(PST_CLAIMS_USUAL,
         "doe.claims:20:3   VERIFIED (as printed)      visits-rise   section 2, Table 1\n"
         "  share[\"Utopia\", \"2011-2013\"] = 28.5 %\n"
         "    computed 28.5 % [28.45, 28.55], reported 28.5 % [28.45, 28.55]\n"
         "  share[\"Utopia\", \"2011-2013\"] - share[\"Utopia\", \"2001-2003\"] = 8.1 %p\n"
         "    computed 8.1 %p [8.0, 8.2], reported 8.1 %p [8.05, 8.15]\n"
         "doe.claims:24:3   CONSISTENT                 above-28\n"
         "  share[\"Utopia\", \"2011-2013\"] > 28.4 %\n"
         "    computed 28.4 % [28.35, 28.45), reported > 28.4 % (28.4, inf)\n"
         "doe.claims:31:3   CONTRADICTED (conclusion)  always-growing   section 4\n"
         "  grants[2001..2006] always rises\n"
         "    2003 -> 2004: 412.0 -> 398.5 (-3.3 %)         grants.csv:16, grants.csv:17\n"
         "    would be true: grants[2001..2003] always rises\n"
         "doe.claims:35:12  AMBIGUOUS                  lost-places   <script>alert(\"1\")</script> "
         "& 'x' \xE6\x97\xA5\xE6\x9C\xAC"
         "\n"
         "  reading every-partner: all(p in keys(place[*, \"2003\"]): place[p, \"2013\"] > "
         "place[p, \"2003\"])\n"
         "    contradicted (conclusion); all: 2 of 4 yes, 1 no, 1 missing\n"
         "    not Arcadia: 3 -> 2\n"
         "    not <script>alert(\"1\")</script> & 'x' \xE6\x97\xA5\xE6\x9C\xAC"
         "\n"
         "    near: 'Kyrgyz' and 'Kyrgyzstan'\n"
         "  reading most-partners: most(p in keys(place[*, \"2003\"]): place[p, \"2013\"] > "
         "place[p, \"2003\"])\n"
         "    verified; wide: a cell is used twice\n"
         "doe.claims:39:3   NOT CHECKABLE              survey   section 5\n"
         "  not checkable because: the survey is not public\n"
         "doe.claims:43:3   ERROR                      broken\n"
         "  share[\"<script>alert(\"1\")</script> & 'x' \xE6\x97\xA5\xE6\x9C\xAC"
         "\"] = 1\n"
         "    unknown table 'shar'; did you mean 'share'?\n"
         "6 claims: 1 verified (1 as printed), 1 consistent, 1 contradicted, 1 ambiguous, 1 not "
         "checkable, 1 error\n");
}

static void only_what_needs_a_look(void **state)
{
  (void)state;
  prints(PST_CLAIMS_PROBLEMS,
         "doe.claims:31:3   CONTRADICTED (conclusion)  always-growing   section 4\n"
         "  grants[2001..2006] always rises\n"
         "    2003 -> 2004: 412.0 -> 398.5 (-3.3 %)         grants.csv:16, grants.csv:17\n"
         "    would be true: grants[2001..2003] always rises\n"
         "doe.claims:35:12  AMBIGUOUS                  lost-places   <script>alert(\"1\")</script> "
         "& 'x' \xE6\x97\xA5\xE6\x9C\xAC"
         "\n"
         "  reading every-partner: all(p in keys(place[*, \"2003\"]): place[p, \"2013\"] > "
         "place[p, \"2003\"])\n"
         "    contradicted (conclusion); all: 2 of 4 yes, 1 no, 1 missing\n"
         "    not Arcadia: 3 -> 2\n"
         "    not <script>alert(\"1\")</script> & 'x' \xE6\x97\xA5\xE6\x9C\xAC"
         "\n"
         "    near: 'Kyrgyz' and 'Kyrgyzstan'\n"
         "  reading most-partners: most(p in keys(place[*, \"2003\"]): place[p, \"2013\"] > "
         "place[p, \"2003\"])\n"
         "    verified; wide: a cell is used twice\n"
         "doe.claims:39:3   NOT CHECKABLE              survey   section 5\n"
         "  not checkable because: the survey is not public\n"
         "doe.claims:43:3   ERROR                      broken\n"
         "  share[\"<script>alert(\"1\")</script> & 'x' \xE6\x97\xA5\xE6\x9C\xAC"
         "\"] = 1\n"
         "    unknown table 'shar'; did you mean 'share'?\n"
         "6 claims: 1 verified (1 as printed), 1 consistent, 1 contradicted, 1 ambiguous, 1 not "
         "checkable, 1 error\n");
}

static void all_evidence(void **state)
{
  (void)state;
  prints(PST_CLAIMS_ALL,
         "doe.claims:20:3   VERIFIED (as printed)      visits-rise   section 2, Table 1\n"
         "  \"the share of visits rose by 8.1 points to 28.5 %\"\n"
         "  share[\"Utopia\", \"2011-2013\"] = 28.5 %\n"
         "    computed 28.5 % [28.45, 28.55], reported 28.5 % [28.45, 28.55]\n"
         "    share[\"Utopia\", \"2011-2013\"] = 28.5           visits.csv:3\n"
         "  share[\"Utopia\", \"2011-2013\"] - share[\"Utopia\", \"2001-2003\"] = 8.1 %p\n"
         "    computed 8.1 %p [8.0, 8.2], reported 8.1 %p [8.05, 8.15]\n"
         "    28.5 % - 20.4 % = 8.1 %p, as printed\n"
         "    share[\"Utopia\", \"2011-2013\"] = 28.5           visits.csv:3\n"
         "    share[\"Utopia\", \"2001-2003\"] = 20.4           visits.csv:2\n"
         "doe.claims:24:3   CONSISTENT                 above-28\n"
         "  share[\"Utopia\", \"2011-2013\"] > 28.4 %\n"
         "    computed 28.4 % [28.35, 28.45), reported > 28.4 % (28.4, inf)\n"
         "doe.claims:31:3   CONTRADICTED (conclusion)  always-growing   section 4\n"
         "  grants[2001..2006] always rises\n"
         "    2003 -> 2004: 412.0 -> 398.5 (-3.3 %)\n"
         "    would be true: grants[2001..2003] always rises\n"
         "    grants[2003] = 412.0                          grants.csv:16\n"
         "    grants[2004] = 398.5                          grants.csv:17\n"
         "    grants[2001] = 380.0                          grants.csv:14\n"
         "    and 3 lines more\n"
         "doe.claims:35:12  AMBIGUOUS                  lost-places   <script>alert(\"1\")</script> "
         "& 'x' \xE6\x97\xA5\xE6\x9C\xAC"
         "\n"
         "  \"<script>alert(\"1\")</script> & 'x' \xE6\x97\xA5\xE6\x9C\xAC"
         "\"\n"
         "  reading every-partner: all(p in keys(place[*, \"2003\"]): place[p, \"2013\"] > "
         "place[p, \"2003\"])\n"
         "    contradicted (conclusion); all: 2 of 4 yes, 1 no, 1 missing\n"
         "    not Arcadia: 3 -> 2\n"
         "    not <script>alert(\"1\")</script> & 'x' \xE6\x97\xA5\xE6\x9C\xAC"
         "\n"
         "    near: 'Kyrgyz' and 'Kyrgyzstan'\n"
         "  reading most-partners: most(p in keys(place[*, \"2003\"]): place[p, \"2013\"] > "
         "place[p, \"2003\"])\n"
         "    verified; wide: a cell is used twice\n"
         "doe.claims:39:3   NOT CHECKABLE              survey   section 5\n"
         "  not checkable because: the survey is not public\n"
         "doe.claims:43:3   ERROR                      broken\n"
         "  share[\"<script>alert(\"1\")</script> & 'x' \xE6\x97\xA5\xE6\x9C\xAC"
         "\"] = 1\n"
         "    unknown table 'shar'; did you mean 'share'?\n"
         "6 claims: 1 verified (1 as printed), 1 consistent, 1 contradicted, 1 ambiguous, 1 not "
         "checkable, 1 error\n");
}

/* The sample of the design: one claim, one check, its line as it stands there. */
static void one_claim_alone(void **state)
{
  static const struct pst_claims one = {
      .path = "doe.claims",
      .claims = &sample_claims[2],
      .claim_count = 1,
      .summary = {.claims = 1, .verdicts = {[PST_VERDICT_CONTRADICTED] = 1}}};
  static const struct pst_claims *const files[] = {&one};
  const struct pst_claims_report report = {.files = files, .file_count = 1};
  struct pst_buffer out = {.data = NULL};

  (void)state;
  assert_int_equal(pst_claims_report_print(&report, PST_CLAIMS_TEXT, &out, NULL), PST_OK);
  assert_string_equal(
      pst_buffer_string(&out),
      "doe.claims:31:3  CONTRADICTED (conclusion)  always-growing   section 4\n"
      "  grants[2001..2006] always rises\n"
      "    2003 -> 2004: 412.0 -> 398.5 (-3.3 %)         grants.csv:16, grants.csv:17\n"
      "    would be true: grants[2001..2003] always rises\n"
      "1 claim: 0 verified, 0 consistent, 1 contradicted, 0 ambiguous, "
      "0 not checkable, 0 errors\n");
  pst_buffer_free(&out);
}

static void colours_are_asked_for(void **state)
{
  static const struct pst_claims *const files[] = {&sample_all};
  const struct pst_claims_report report = {.files = files, .file_count = 1, .color = true};
  struct pst_buffer out = {.data = NULL};

  (void)state;
  assert_int_equal(pst_claims_report_print(&report, PST_CLAIMS_TEXT, &out, NULL), PST_OK);
  assert_non_null(
      strstr(pst_buffer_string(&out), "\033[1;31mCONTRADICTED (conclusion)\033[0m  always"));
  pst_buffer_free(&out);
}

static void nothing_to_check(void **state)
{
  struct pst_buffer out;

  (void)state;
  sample_print_empty(&out, PST_CLAIMS_TEXT);
  assert_string_equal(pst_buffer_string(&out),
                      "0 claims: 0 verified, 0 consistent, 0 contradicted, "
                      "0 ambiguous, 0 not checkable, 0 errors\n");
  pst_buffer_free(&out);
}

static void a_caret_stands_under_its_place(void **state)
{
  static const struct pst_problem wide = {.column = 4,
                                          .source = "\xE6\x97\xA5\xE6\x9C\xAC\xE5\x9B\xBDx"};
  static const struct pst_problem beyond = {.column = 99, .source = "ab"};
  static const struct pst_problem none = {.column = 3, .source = ""};
  struct pst_buffer out = {.data = NULL};

  (void)state;
  pst_claims_error_print(&out, &sample_errors[0]);
  pst_claims_error_print(&out, &sample_errors[1]);
  pst_claims_error_print(&out, &wide);
  pst_claims_error_print(&out, &beyond);
  pst_claims_error_print(&out, &none);
  assert_string_equal(pst_buffer_string(&out), "  rounding halv\n"
                                               "           ^\n"
                                               "  \t\xE6\x97\xA5\xE6\x9C\xAC = shar[\"Utopia\"]\n"
                                               "  \t       ^\n"
                                               "  \xE6\x97\xA5\xE6\x9C\xAC\xE5\x9B\xBDx\n"
                                               "        ^\n"
                                               "  ab\n"
                                               "    ^\n");
  pst_buffer_free(&out);
}

/* A line of a million characters is no help; what stands around the place is. */
static void a_long_line_is_cut(void **state)
{
  static char source[3001];
  struct pst_problem error = {.column = 601, .source = source};
  struct pst_buffer out = {.data = NULL};
  const char *line, *caret;
  size_t bad;

  (void)state;
  for (size_t i = 0; i < 1000; i++)
    memcpy(source + 3 * i, i == 600 ? "XYZ" : "\xE6\x97\xA5", 3);
  pst_claims_error_print(&out, &error);
  line = pst_buffer_string(&out);
  caret = strchr(line, '\n') + 1;
  assert_memory_equal(line, "  ...\xE6\x97\xA5", 8);
  assert_true(strlen(line) < 500);
  assert_true(pst_utf8_valid(pst_text_of(line), &bad));
  assert_int_equal(pst_utf8_width((struct pst_text){line, (size_t)(strchr(line, 'X') - line)}),
                   strcspn(caret, "^"));
  pst_buffer_free(&out);
}

static void an_ending_sets_the_format(void **state)
{
  enum pst_claims_format format = PST_CLAIMS_TEXT;

  (void)state;
  assert_true(pst_claims_format_from_path("a.b/c.html", &format));
  assert_int_equal(format, PST_CLAIMS_HTML);
  assert_true(pst_claims_format_from_path("c.xml", &format));
  assert_int_equal(format, PST_CLAIMS_JUNIT);
  assert_true(pst_claims_format_from_path(".tap", &format));
  assert_int_equal(format, PST_CLAIMS_TAP);
  assert_false(pst_claims_format_from_path("c.csv", &format));
  assert_false(pst_claims_format_from_path("html", &format));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_claim_and_why),
      cmocka_unit_test(only_what_needs_a_look),
      cmocka_unit_test(all_evidence),
      cmocka_unit_test(one_claim_alone),
      cmocka_unit_test(colours_are_asked_for),
      cmocka_unit_test(nothing_to_check),
      cmocka_unit_test(a_caret_stands_under_its_place),
      cmocka_unit_test(a_long_line_is_cut),
      cmocka_unit_test(an_ending_sets_the_format),
  };

  return cmocka_run_group_tests_name("claim report text", tests, NULL, NULL);
}
