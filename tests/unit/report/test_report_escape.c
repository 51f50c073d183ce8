#include "check.h"

#include "report/escape.h"

typedef void escape(struct pst_buffer *out, const char *string);

static void becomes(escape *function, const char *text, const char *want)
{
  struct pst_buffer out = {.data = NULL};

  function(&out, text);
  assert_false(out.failed);
  assert_string_equal(pst_buffer_string(&out), want);
  pst_buffer_free(&out);
}

static void markup_becomes_text(void **state)
{
  (void)state;
  becomes(pst_escape_xml, "<script>alert(\"1\")</script>",
          "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
  becomes(pst_escape_xml, "a & b's ]]> -->", "a &amp; b&#39;s ]]&gt; --&gt;");
  becomes(pst_escape_xml, "&lt;", "&amp;lt;");
  becomes(pst_escape_xml, "", "");
}

static void xml_holds_no_control_characters(void **state)
{
  (void)state;
  becomes(pst_escape_xml, "a\x01\x1B[2J\x7F", "a\xEF\xBF\xBD\xEF\xBF\xBD[2J\xEF\xBF\xBD");
  becomes(pst_escape_xml, "line\nnext\tcell", "line\nnext\tcell");
  becomes(pst_escape_xml, "\xEF\xBF\xBE\xEF\xBF\xBF", "\xEF\xBF\xBD\xEF\xBF\xBD");
  becomes(pst_escape_xml, "\xE9 caf\xC3\xA9 \xE6\x97\xA5", "\xEF\xBF\xBD caf\xC3\xA9 \xE6\x97\xA5");
}

static void json_is_quoted(void **state)
{
  (void)state;
  becomes(pst_escape_json, "a\"b\\\n\x01\xE9", "\"a\\\"b\\\\\\n\\u0001\xEF\xBF\xBD\"");
  becomes(pst_escape_json, "", "\"\"");
  /* A terminal would be shown it as \x7F, which JSON does not have. */
  becomes(pst_escape_json, "\x7F", "\"\\u007f\"");
}

/* An underscore or a tilde is markup at the ends of a word, and none inside. */
static void markdown_inside_a_word(void **state)
{
  (void)state;
  becomes(pst_escape_markdown, "aid_per_head", "aid_per_head");
  becomes(pst_escape_markdown, "a~b 1_2", "a~b 1_2");
  becomes(pst_escape_markdown, "_a", "\\_a");
  becomes(pst_escape_markdown, "a_", "a\\_");
  becomes(pst_escape_markdown, "a_ b _c", "a\\_ b \\_c");
  becomes(pst_escape_markdown, "~~x~~", "\\~\\~x\\~\\~");
  becomes(pst_escape_markdown, "_", "\\_");
  becomes(pst_escape_markdown, "a*b|c", "a\\*b\\|c");
  becomes(pst_escape_markdown, "a-b.c(d)#e", "a-b.c(d)#e");
}

static void a_terminal_gets_one_line(void **state)
{
  (void)state;
  becomes(pst_escape_terminal, "a\nb\t\x1B[2J", "a\\nb\\t\\x1B[2J");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(markup_becomes_text),      cmocka_unit_test(xml_holds_no_control_characters),
      cmocka_unit_test(json_is_quoted),           cmocka_unit_test(markdown_inside_a_word),
      cmocka_unit_test(a_terminal_gets_one_line),
  };

  return cmocka_run_group_tests_name("report escape", tests, NULL, NULL);
}
