/* claims.c -- the verdicts of a block of claims on its page. */
#include <jansson.h>
#include <string.h>

#include "notebook/page/parts.h"
#include "page/element.h"
#include "report/escape.h"

static const char *text_of(const json_t *object, const char *key)
{
  const char *text = json_string_value(json_object_get(object, key));

  return text == NULL ? "" : text;
}

/* "not checkable" has the symbol and the class not-checkable. */
static const char *class_of(const char *verdict)
{
  return strcmp(verdict, "not checkable") == 0 ? "not-checkable" : verdict;
}

/* What decided a check: its diagnosis, which has the evidence, or the evidence alone. */
static void put_lines(struct pst_buffer *out, const json_t *check)
{
  const json_t *lines = json_object_get(check, "evidence"), *line;
  const char *why = text_of(check, "diagnosis");
  size_t i;

  if (why[0] != '\0') {
    pst_html_element(out, "span", "quiet", why);
    return;
  }
  json_array_foreach(lines, i, line)
  {
    if (json_string_value(line) != NULL)
      pst_html_element(out, "span", "quiet", json_string_value(line));
  }
}

static void put_claim(struct pst_buffer *out, const json_t *claim)
{
  const char *verdict = text_of(claim, "verdict"), *says = text_of(claim, "says");
  const json_t *checks = json_object_get(claim, "checks"), *check;
  size_t i;

  pst_buffer_puts(out, "<li class=\"");
  pst_escape_xml(out, class_of(verdict));
  pst_buffer_puts(out, "\">");
  pst_html_use(out, class_of(verdict));
  pst_html_element(out, "span", "verdict", verdict);
  pst_buffer_puts(out, ": ");
  pst_escape_xml(out, says[0] == '\0' ? text_of(claim, "id") : says);
  json_array_foreach(checks, i, check) put_lines(out, check);
  pst_buffer_puts(out, "</li>\n");
}

void pst_parts_claims(struct pst_buffer *out, const struct pst_notebook_command *command)
{
  json_t *report = json_loads(command->output, 0, NULL);
  const json_t *claims = json_object_get(report, "claims"), *claim;
  size_t i;

  if (json_array_size(claims) > 0) {
    pst_buffer_puts(out, "<ul class=\"claims\">\n");
    json_array_foreach(claims, i, claim) put_claim(out, claim);
    pst_buffer_puts(out, "</ul>\n");
  }
  json_decref(report);
}
