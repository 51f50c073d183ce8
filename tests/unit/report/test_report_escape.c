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
  becomes(pst_escape_json, "\b\f\n\r\t\x1F ~", "\"\\b\\f\\n\\r\\t\\u001f ~\"");
  becomes(pst_escape_json, "\x1E", "\"\\u001e\"");
  becomes(pst_escape_json, "/", "\"/\"");
  /* A terminal would be shown it as \x7F, which JSON does not have. */
  becomes(pst_escape_json, "\x7F", "\"\\u007f\"");
  becomes(pst_escape_json,
          "a\xC2\x9B"
          "b\xE2\x80\xAE"
          "c\xC3\xA9",
          "\"a\\u009bb\\u202ec\xC3\xA9\"");
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
  becomes(pst_escape_markdown, "\\|*`<[&", "\\\\\\|\\*\\`\\<\\[\\&");
  becomes(pst_escape_markdown, "1_", "1\\_");
  becomes(pst_escape_markdown, "\xC3\xA9_b", "\xC3\xA9\\_b"); /* rather one too many */
}

/* A line end of either system is one, whole or at the end of the text; what else is a control is a blank. */
static void markdown_on_one_line(void **state)
{
  (void)state;
  becomes(pst_escape_markdown, "a\nb\r\nc\rd\r\re\n\nf", "a<br>b<br>c<br>d<br><br>e<br><br>f");
  becomes(pst_escape_markdown, "a\r", "a<br>");
  becomes(pst_escape_markdown, "\n", "<br>");
  becomes(pst_escape_markdown, "a\tb\x1F\x01", "a b  ");
  becomes(pst_escape_markdown, "a\xE9\xEF\xBF\xBD", "a\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void xml_at_its_edges(void **state)
{
  (void)state;
  becomes(pst_escape_xml, "\x1F \x7E\x7F\r", "\xEF\xBF\xBD ~\xEF\xBF\xBD\xEF\xBF\xBD");
  becomes(pst_escape_xml, "\xEF\xBF\xBC\xEF\xBF\xBD\xF0\x90\x80\x80",
          "\xEF\xBF\xBC\xEF\xBF\xBD\xF0\x90\x80\x80");
  becomes(pst_escape_xml, "\xC2\x80", "\xC2\x80");
}

static void a_terminal_gets_one_line(void **state)
{
  (void)state;
  becomes(pst_escape_terminal, "a\nb\t\x1B[2J", "a\\nb\\t\\x1B[2J");
  becomes(pst_escape_terminal, "", "");
  becomes(pst_escape_terminal, " a~", " a~");
  /* at either end, and alone */
  becomes(pst_escape_terminal, "\x1B[2J", "\\x1B[2J");
  becomes(pst_escape_terminal, "a\x7F", "a\\x7F");
  becomes(pst_escape_terminal, "\n\t\x1F", "\\n\\t\\x1F");
  becomes(pst_escape_terminal, "\x7F\x7F", "\\x7F\\x7F");
  becomes(pst_escape_terminal, "caf\xC3\xA9", "caf\xC3\xA9");
  becomes(pst_escape_terminal, "\xE9", "\xEF\xBF\xBD");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(markup_becomes_text),      cmocka_unit_test(xml_holds_no_control_characters),
      cmocka_unit_test(json_is_quoted),           cmocka_unit_test(markdown_inside_a_word),
      cmocka_unit_test(a_terminal_gets_one_line), cmocka_unit_test(markdown_on_one_line),
      cmocka_unit_test(xml_at_its_edges),
  };

  return cmocka_run_group_tests_name("report escape", tests, NULL, NULL);
}
