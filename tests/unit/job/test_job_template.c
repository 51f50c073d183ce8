/* test_job_template.c -- names of files and titles with the values of columns in them. */
#include <string.h>

#include "check.h"
#include "job/figure/template.h"

static const char *const names[] = {"country", "kind"};

static void assert_path(const char *template, const char *country, const char *kind,
                        const char *wanted)
{
  const char *const values[] = {country, kind};
  struct pst_buffer out = {.data = NULL};

  pst_template_path(template, names, 2, values, &out);
  assert_string_equal(pst_buffer_string(&out), wanted);
  pst_buffer_free(&out);
}

static void any_text_makes_a_safe_name(void **state)
{
  (void)state;
  assert_path("fig/{country}.svg", "Japan", "", "fig/Japan.svg");
  assert_path("{country}-{kind}.svg", "Côte d'Ivoire", "net", "Côte_d_Ivoire-net.svg");
  assert_path("{country}.svg", "../../etc/passwd", "", "_etc_passwd.svg");
  assert_path("{country}.svg", "..", "", "_.svg");
  assert_path("{country}.svg", "-rf", "", "_rf.svg");
  assert_path("{country}.svg", "a/b\\c:d*e?f\"g<h>i|j\nk\x7fl", "", "a_b_c_d_e_f_g_h_i_j_k_l.svg");
  assert_path("{country}.svg", "Korea, Rep.", "", "Korea,_Rep..svg");
  assert_path("{country}.svg", "  ", "", "_.svg");
  assert_path("{country}.svg", "", "", "_.svg");
  assert_path("{country}.svg", "日本 (JPN)", "", "日本_JPN.svg");
  assert_path("{country}.svg",
              "a\xE2\x80\xAE"
              "b",
              "", "a_b.svg"); /* turns the direction */
  assert_path("{country}.svg",
              "a\xFF"
              "b",
              "", "a_b.svg");
}

static void what_is_no_column_stays(void **state)
{
  (void)state;
  assert_path("{}{land}{country", "Japan", "", "{}{land}{country");
}

static void a_long_name_ends_between_characters(void **state)
{
  char text[403] = "";
  const char *const values[] = {text, ""};
  struct pst_buffer out = {.data = NULL};

  (void)state;
  for (int i = 0; i < 200; i++)
    strcat(text, "\xC3\xA9");
  pst_template_path("{country}.svg", names, 2, values, &out);
  assert_int_equal(out.size, 118 + 4);
  assert_memory_equal(pst_buffer_string(&out) + 116, "\xC3\xA9.svg", 6);
  pst_buffer_free(&out);
}

static void titles_take_texts_as_they_are(void **state)
{
  const char *const values[] = {"a/b", "net"};
  struct pst_buffer out = {.data = NULL};

  (void)state;
  pst_template_text("{kind} aid of {country} {year}", names, 2, values, &out);
  assert_string_equal(pst_buffer_string(&out), "net aid of a/b {year}");
  pst_buffer_free(&out);
}

static void braces_name_columns(void **state)
{
  bool used[2] = {false, false};
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_template_uses("x/{kind}.svg", names, 2, used, &error), PST_OK);
  assert_false(used[0]);
  assert_true(used[1]);
  assert_int_equal(pst_template_uses("{kind}{land}", names, 2, used, &error), PST_USAGE);
  assert_string_equal(error.message,
                      "--render: {land} is no column of -g; write {country}, {kind}");
  error.status = PST_OK;
  assert_int_equal(pst_template_uses("{country}.svg", names, 0, used, &error), PST_USAGE);
  assert_string_equal(error.message, "--render: {country} asks for a figure a group, and there are "
                                     "no groups; add -g country");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_text_makes_a_safe_name),
      cmocka_unit_test(what_is_no_column_stays),
      cmocka_unit_test(a_long_name_ends_between_characters),
      cmocka_unit_test(titles_take_texts_as_they_are),
      cmocka_unit_test(braces_name_columns),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
