#include "check.h"

#include <string.h>

#include "claim_sample.h"

static void is_printed(enum pst_claims_format format, bool strict, const char *want)
{
  struct pst_buffer out;

  sample_print(&out, format, PST_CLAIMS_USUAL, strict);
  assert_string_equal(pst_buffer_string(&out), want);
  pst_buffer_free(&out);
}

static void has(enum pst_claims_format format, bool strict, const char *want)
{
  struct pst_buffer out;

  sample_print(&out, format, PST_CLAIMS_USUAL, strict);
  assert_non_null(strstr(pst_buffer_string(&out), want));
  pst_buffer_free(&out);
}

static void junit_is_a_case_a_claim(void **state)
{
  (void)state;
  is_printed(
      PST_CLAIMS_JUNIT, false,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"polstat-claims\" tests=\"7\" failures=\"1\" errors=\"2\" skipped=\"2\">\n"
      "  <testsuite name=\"doe.claims\" tests=\"7\" failures=\"1\" errors=\"2\" skipped=\"2\">\n"
      "    <testcase classname=\"doe.claims\" name=\"visits-rise\" file=\"doe.claims\" "
      "line=\"18\">\n"
      "      <system-out>share[&quot;Utopia&quot;, &quot;2011-2013&quot;] = 28.5 %: verified\n"
      "  computed 28.5 % [28.45, 28.55]\n"
      "  reported 28.5 % [28.45, 28.55]\n"
      "share[&quot;Utopia&quot;, &quot;2011-2013&quot;] - share[&quot;Utopia&quot;, "
      "&quot;2001-2003&quot;] = 8.1 %p: verified\n"
      "  computed 8.1 %p [8.0, 8.2]\n"
      "  reported 8.1 %p [8.05, 8.15]\n"
      "  28.5 % - 20.4 % = 8.1 %p, as printed\n"
      "</system-out>\n"
      "    </testcase>\n"
      "    <testcase classname=\"doe.claims\" name=\"above-28\" file=\"doe.claims\" line=\"23\">\n"
      "      <system-out>share[&quot;Utopia&quot;, &quot;2011-2013&quot;] &gt; 28.4 %: consistent\n"
      "  computed 28.4 % [28.35, 28.45)\n"
      "  reported &gt; 28.4 % (28.4, inf)\n"
      "</system-out>\n"
      "    </testcase>\n"
      "    <testcase classname=\"doe.claims\" name=\"always-growing\" file=\"doe.claims\" "
      "line=\"29\">\n"
      "      <failure message=\"contradicted (conclusion)\">grants[2001..2006] always rises: "
      "contradicted\n"
      "  2003 -&gt; 2004: 412.0 -&gt; 398.5 (-3.3 %)\n"
      "  would be true: grants[2001..2003] always rises\n"
      "</failure>\n"
      "    </testcase>\n"
      "    <testcase classname=\"doe.claims\" name=\"lost-places\" file=\"doe.claims\" "
      "line=\"33\">\n"
      "      <skipped message=\"ambiguous\">all(p in keys(place[*, &quot;2003&quot;]): place[p, "
      "&quot;2013&quot;] &gt; place[p, &quot;2003&quot;]): contradicted\n"
      "  not Arcadia: 3 -&gt; 2\n"
      "  not &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; "
      "\xE6\x97\xA5\xE6\x9C\xAC"
      "\n"
      "most(p in keys(place[*, &quot;2003&quot;]): place[p, &quot;2013&quot;] &gt; place[p, "
      "&quot;2003&quot;]): verified\n"
      "</skipped>\n"
      "    </testcase>\n"
      "    <testcase classname=\"doe.claims\" name=\"survey\" file=\"doe.claims\" line=\"38\">\n"
      "      <skipped message=\"not checkable\">the survey is not public: not checkable\n"
      "  the survey is not public\n"
      "</skipped>\n"
      "    </testcase>\n"
      "    <testcase classname=\"doe.claims\" name=\"broken\" file=\"doe.claims\" line=\"41\">\n"
      "      <error "
      "message=\"error\">share[&quot;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; "
      "&#39;x&#39; \xE6\x97\xA5\xE6\x9C\xAC"
      "&quot;] = 1: error\n"
      "  unknown table &#39;shar&#39;; did you mean &#39;share&#39;?\n"
      "</error>\n"
      "    </testcase>\n"
      "    <testcase classname=\"doe.claims\" name=\"line 8\" file=\"doe.claims\" line=\"8\">\n"
      "      <error message=\"unknown rounding &#39;halv&#39;; did you mean "
      "&#39;half&#39;?\"></error>\n"
      "    </testcase>\n"
      "  </testsuite>\n"
      "</testsuites>\n");
}

static void tap_is_a_test_a_claim(void **state)
{
  (void)state;
  is_printed(
      PST_CLAIMS_TAP, false,
      "TAP version 13\n"
      "1..7\n"
      "ok 1 - visits-rise at section 2, Table 1\n"
      "ok 2 - above-28\n"
      "not ok 3 - always-growing at section 4\n"
      "  ---\n"
      "  verdict: contradicted\n"
      "  severity: conclusion\n"
      "  place: \"doe.claims:31:3\"\n"
      "  expression: \"grants[2001..2006] always rises\"\n"
      "  why: |\n"
      "    2003 -> 2004: 412.0 -> 398.5 (-3.3 %)\n"
      "    would be true: grants[2001..2003] always rises\n"
      "  ...\n"
      "ok 4 - lost-places at <script>alert(\"1\")</script> & 'x' \xE6\x97\xA5\xE6\x9C\xAC"
      " # SKIP ambiguous\n"
      "  ---\n"
      "  verdict: ambiguous\n"
      "  place: \"doe.claims:35:12\"\n"
      "  expression: \"all(p in keys(place[*, \\\"2003\\\"]): place[p, \\\"2013\\\"] > place[p, "
      "\\\"2003\\\"])\"\n"
      "  why: |\n"
      "    not Arcadia: 3 -> 2\n"
      "    not <script>alert(\"1\")</script> & 'x' \xE6\x97\xA5\xE6\x9C\xAC"
      "\n"
      "  ...\n"
      "ok 5 - survey at section 5 # SKIP not checkable\n"
      "  ---\n"
      "  verdict: not checkable\n"
      "  place: \"doe.claims:39:3\"\n"
      "  expression: \"the survey is not public\"\n"
      "  why: |\n"
      "    the survey is not public\n"
      "  ...\n"
      "not ok 6 - broken\n"
      "  ---\n"
      "  verdict: error\n"
      "  place: \"doe.claims:43:3\"\n"
      "  expression: \"share[\\\"<script>alert(\\\"1\\\")</script> & 'x' \xE6\x97\xA5\xE6\x9C\xAC"
      "\\\"] = 1\"\n"
      "  why: |\n"
      "    unknown table 'shar'; did you mean 'share'?\n"
      "  ...\n"
      "not ok 7 - doe.claims line 8\n"
      "  ---\n"
      "  verdict: error\n"
      "  place: \"doe.claims:8:10\"\n"
      "  why: |\n"
      "    unknown rounding 'halv'; did you mean 'half'?\n"
      "  ...\n"
      "# 6 claims: 1 verified (1 as printed), 1 consistent, 1 contradicted, 1 ambiguous, 1 not "
      "checkable, 1 error\n");
}

static void strict_fails_what_is_open(void **state)
{
  (void)state;
  has(PST_CLAIMS_JUNIT, true,
      "<testsuites name=\"polstat-claims\" tests=\"7\" failures=\"3\" "
      "errors=\"2\" skipped=\"0\">");
  has(PST_CLAIMS_JUNIT, true, "<failure message=\"ambiguous\">");
  has(PST_CLAIMS_TAP, true, "not ok 5 - survey at section 5\n");
}

static void nothing_to_check(void **state)
{
  struct pst_buffer out;

  (void)state;
  sample_print_empty(&out, PST_CLAIMS_TAP);
  assert_non_null(strstr(pst_buffer_string(&out), "TAP version 13\n1..0\n"));
  pst_buffer_free(&out);
  sample_print_empty(&out, PST_CLAIMS_JUNIT);
  assert_non_null(strstr(pst_buffer_string(&out), "tests=\"0\""));
  pst_buffer_free(&out);
}

/* A # in a section would begin a directive. */
static void a_section_is_no_directive(void **state)
{
  static const struct pst_claim claim = {
      .id = "a", .at = "x # SKIP \\", .verdict = PST_VERDICT_CONTRADICTED};
  static const struct pst_claims one = {.path = "a", .claims = &claim, .claim_count = 1};
  static const struct pst_claims *const files[] = {&one};
  const struct pst_claims_report report = {.files = files, .file_count = 1};
  struct pst_buffer out = {.data = NULL};

  (void)state;
  assert_int_equal(pst_claims_report_print(&report, PST_CLAIMS_TAP, &out, NULL), PST_OK);
  assert_non_null(strstr(pst_buffer_string(&out), "not ok 1 - a at x \\# SKIP \\\\\n"));
  pst_buffer_free(&out);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(junit_is_a_case_a_claim),   cmocka_unit_test(tap_is_a_test_a_claim),
      cmocka_unit_test(strict_fails_what_is_open), cmocka_unit_test(nothing_to_check),
      cmocka_unit_test(a_section_is_no_directive),
  };

  return cmocka_run_group_tests_name("claim report junit and tap", tests, NULL, NULL);
}
