#include "check.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "claim/report/html.h"
#include "claim_sample.h"

static size_t count(const char *text, const char *part)
{
  size_t n = 0;

  while ((text = strstr(text, part)) != NULL) {
    n++;
    text += strlen(part);
  }
  return n;
}

static bool is_void(const char *name, size_t size)
{
  static const char *const names[] = {"meta", "input", "!DOCTYPE"};

  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strlen(names[i]) == size && strncmp(names[i], name, size) == 0)
      return true;
  return false;
}

/* Each element is closed, in order.  The page holds no < but those of its elements. */
static void is_balanced(const char *page)
{
  const char *open[64], *at = page;
  size_t sizes[64], depth = 0;

  while ((at = strchr(at, '<')) != NULL) {
    const char *end = strchr(at, '>'), *name = at + (at[1] == '/' ? 2 : 1);
    size_t size = strcspn(name, " />");

    assert_non_null(end);
    assert_true(isalpha((unsigned char)name[0]) || name[0] == '!');
    if (at[1] == '/') {
      assert_true(depth > 0 && sizes[depth - 1] == size);
      depth--;
      assert_memory_equal(open[depth], name, size);
    } else if (end[-1] != '/' && !is_void(name, size)) {
      assert_true(depth < 64);
      open[depth] = name;
      sizes[depth++] = size;
    }
    at = end;
  }
  assert_int_equal(depth, 0);
}

static void one_page_that_is_well_formed(void **state)
{
  struct pst_buffer out;
  char *script;

  (void)state;
  sample_print(&out, PST_CLAIMS_HTML, PST_CLAIMS_USUAL, false);
  script = strstr(out.data, "<script>");
  assert_non_null(script);
  memset(script + 8, ' ', (size_t)(strstr(script, "</script>") - script) - 8); /* => is no markup */
  script = strstr(out.data, "<style>");
  memset(script + 7, ' ', (size_t)(strstr(script, "</style>") - script) - 7);
  is_balanced(out.data);
  pst_buffer_free(&out);
}

static void a_verdict_a_claim(void **state)
{
  static const char *const classes[] = {"verified",  "consistent",    "contradicted",
                                        "ambiguous", "not-checkable", "error"};
  struct pst_buffer out;
  char want[64];

  (void)state;
  sample_print(&out, PST_CLAIMS_HTML, PST_CLAIMS_USUAL, false);
  assert_int_equal(count(out.data, "<details "), 6);
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
    snprintf(want, sizeof want, "<details class=\"claim %s\"", classes[i]);
    assert_int_equal(count(out.data, want), 1);
    snprintf(want, sizeof want, "<symbol id=\"s-%s\"", classes[i]);
    assert_int_equal(count(out.data, want), 1);
  }
  assert_int_equal(count(out.data, "<svg class=\"interval\""), 3);
  assert_int_equal(count(out.data, "<svg class=\"series\""), 2);
  assert_int_equal(count(out.data, "step contradicted"), 1);
  pst_buffer_free(&out);
}

static void hostile_text_stays_text(void **state)
{
  struct pst_buffer out;

  (void)state;
  sample_print(&out, PST_CLAIMS_HTML, PST_CLAIMS_USUAL, false);
  assert_int_equal(count(out.data, "<script"), 1); /* the page's own */
  assert_true(count(out.data, "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;") >= 4);
  pst_buffer_free(&out);
}

static void nothing_from_the_network(void **state)
{
  struct pst_buffer out;

  (void)state;
  sample_print(&out, PST_CLAIMS_HTML, PST_CLAIMS_USUAL, false);
  assert_int_equal(count(out.data, "http:"), 0);
  assert_int_equal(count(out.data, "https:"), 0);
  assert_int_equal(count(out.data, "url("), 0);
  assert_int_equal(count(out.data, "src="), 0);
  assert_int_equal(count(out.data, "@import"), 0);
  assert_int_equal(count(out.data, "default-src 'none'"), 1);
  pst_buffer_free(&out);
}

static void an_error_marks_its_place(void **state)
{
  struct pst_buffer out;

  (void)state;
  sample_print(&out, PST_CLAIMS_HTML, PST_CLAIMS_USUAL, false);
  assert_int_equal(count(out.data, "<pre>rounding <mark>halv</mark></pre>"), 1);
  assert_int_equal(count(out.data, "<mark>shar</mark>[&quot;Utopia&quot;]"), 1);
  pst_buffer_free(&out);
}

/* The interval figure of [LOW, HIGH] days, told as TEXT. */
static void draw_days(struct pst_buffer *out, double low, double high, const char *text)
{
  const struct pst_claim_quantity days = {.known = true,
                                          .text = text,
                                          .low = {.text = "", .value = low},
                                          .high = {.text = "later", .value = high},
                                          .unit = "days"};
  const struct pst_claim_check check = {.reported = days, .computed = days};

  *out = (struct pst_buffer){.data = NULL};
  pst_html_interval(out, &check);
}

static void dates_have_marks_of_dates(void **state)
{
  static const struct {
    double low, high;
    const char *text, *mark;
  } cases[] = {
      {13514, 13878, "[2007-01-01, 2007-12-31]", ">2007-04<"},
      {13604, 13633, "[2007-04-01, 2007-04-30]", ">2007-04-0"},
      {-3653, 13878, "[1960-01-01, 2007-12-31]", ">1980<"},
      {-719468, 13878, "[0000-03-01, 2007-12-31]", ">1000<"},
      {11016, 11020, "[2000-02-29, 2000-03-04]", ">2000-02-29<"},
      {13514, 13878, "13514 days", ">13600<"},
  };
  struct pst_buffer out;

  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    draw_days(&out, cases[i].low, cases[i].high, cases[i].text);
    if (strstr(out.data, cases[i].mark) == NULL)
      fail_msg("%s: no %s in %s", cases[i].text, cases[i].mark, out.data);
    pst_buffer_free(&out);
  }
}

/* Two equal points are no picture, nor is what is not known. */
static void a_point_is_not_drawn(void **state)
{
  struct pst_buffer out;

  (void)state;
  draw_days(&out, 1980, 1980, "1980");
  assert_int_equal(out.size, 0);
  draw_days(&out, -INFINITY, INFINITY, "unknown");
  assert_int_equal(out.size, 0);
}

static void the_same_bytes_again(void **state)
{
  struct pst_buffer one, two;

  (void)state;
  sample_print(&one, PST_CLAIMS_HTML, PST_CLAIMS_USUAL, false);
  sample_print(&two, PST_CLAIMS_HTML, PST_CLAIMS_USUAL, false);
  assert_string_equal(one.data, two.data);
  pst_buffer_free(&one);
  pst_buffer_free(&two);
}

static void nothing_to_check(void **state)
{
  struct pst_buffer out;

  (void)state;
  sample_print_empty(&out, PST_CLAIMS_HTML);
  assert_int_equal(count(out.data, "<details "), 0);
  assert_int_equal(count(out.data, "none.claims</h1>"), 1);
  pst_buffer_free(&out);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_page_that_is_well_formed),
      cmocka_unit_test(a_verdict_a_claim),
      cmocka_unit_test(hostile_text_stays_text),
      cmocka_unit_test(nothing_from_the_network),
      cmocka_unit_test(an_error_marks_its_place),
      cmocka_unit_test(dates_have_marks_of_dates),
      cmocka_unit_test(a_point_is_not_drawn),
      cmocka_unit_test(the_same_bytes_again),
      cmocka_unit_test(nothing_to_check),
  };

  return cmocka_run_group_tests_name("claim report html", tests, NULL, NULL);
}
