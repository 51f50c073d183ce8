/* html_claim.c -- one claim on the page, with the evidence behind it. */
#include <string.h>

#include "claim/report/html.h"
#include "claim/report/report_parts.h"
#include "report/escape.h"

/* The name of a claim in links: ids may repeat from one claims file to the next. */
void pst_html_anchor(struct pst_buffer *out, size_t file, const struct pst_claim *claim)
{
  pst_buffer_puts(out, "claim-");
  if (file > 0)
    pst_buffer_printf(out, "%zu-", file + 1);
  pst_escape_xml(out, claim->id);
}

static void put_verdict(struct pst_buffer *out, enum pst_verdict verdict, const char *qualifier)
{
  pst_buffer_puts(out, "<span class=\"verdict\">");
  pst_html_verdict(out, verdict);
  pst_buffer_printf(out, " %s", pst_verdict_name(verdict));
  if (qualifier[0] != '\0')
    pst_buffer_printf(out, " (%s)", qualifier);
  pst_buffer_puts(out, "</span>");
}

struct first {
  struct pst_buffer *out;
  const struct pst_claim_check *check;
  bool counted, done;
};

/* The first line that says why; of a quantifier its tally, and then the first member. */
static void put_first(void *context, const char *line)
{
  struct first *first = context;
  const struct pst_claim_check *check = first->check;

  if (first->done)
    return;
  if (check->tally_count > 0 && !first->counted && pst_claim_repeats(check, line)) {
    pst_claim_tally_print(first->out, &check->tallies[0]);
    first->counted = true;
    return;
  }
  pst_buffer_puts(first->out, first->counted ? "; " : "");
  pst_escape_xml(first->out, line);
  first->done = true;
}

/* "not checkable because" gives its reason as the expression: it is no code, and not said twice. */
static bool is_reason_alone(const struct pst_claim_check *check)
{
  return check->reason != NULL && strcmp(check->reason, check->expression) == 0;
}

static void put_expression(struct pst_buffer *out, const struct pst_claim_check *check)
{
  if (is_reason_alone(check))
    pst_html_element(out, "span", "text", check->expression);
  else
    pst_html_element(out, "code", NULL, check->expression);
}

/* Why a claim does not hold: the first reason of the check that decides. */
void pst_html_why(struct pst_buffer *out, const struct pst_claim *claim)
{
  const struct pst_claim_check *check = pst_claim_deciding(claim);
  struct first first = {.out = out, .check = check};

  if (check == NULL || pst_claim_holds(claim->verdict))
    return;
  if (check->reading != NULL) {
    pst_escape_xml(out, check->reading);
    pst_buffer_puts(out, ": ");
  }
  pst_claim_reasons(check, put_first, &first);
}

static void put_summary(struct pst_buffer *out, const struct pst_claim *claim)
{
  const struct pst_claim_check *check = pst_claim_deciding(claim);

  pst_buffer_puts(out, "<summary><div class=\"row\">");
  put_verdict(out, claim->verdict,
              pst_claim_qualifier(claim->severity, claim->verdict, claim->as_printed));
  pst_html_element(out, "span", "id", claim->id);
  if (claim->at[0] != '\0')
    pst_html_element(out, "span", "at text", claim->at);
  pst_buffer_puts(out, "</div>");
  for (size_t i = 0; i < claim->says_count; i++) {
    pst_buffer_puts(out, "<p class=\"says text\">\xE2\x80\x9C");
    pst_escape_xml(out, claim->says[i]);
    pst_buffer_puts(out, "\xE2\x80\x9D</p>");
  }
  if (claim->says_count == 0 && check != NULL) {
    pst_buffer_puts(out, "<p class=\"says once\">");
    put_expression(out, check);
    pst_buffer_puts(out, "</p>");
  }
  if (!pst_claim_holds(claim->verdict)
      && !(check != NULL && claim->says_count == 0 && is_reason_alone(check))) {
    pst_buffer_puts(out, "<p class=\"why once text\">");
    pst_html_why(out, claim);
    pst_buffer_puts(out, "</p>");
  }
  pst_buffer_puts(out, "</summary>\n");
}

static void put_numbers(struct pst_buffer *out, const struct pst_claim_check *check)
{
  if (!check->reported.known && !check->computed.known && check->tally_count == 0)
    return;
  pst_buffer_puts(out, "<dl class=\"numbers\">");
  if (check->reported.known) {
    struct pst_buffer text = {.data = NULL};

    pst_claim_relation_print(&text, check->relation);
    pst_claim_reported_print(&text, &check->reported);
    pst_buffer_puts(out, "<dt>reported</dt>");
    pst_html_element(out, "dd", NULL, pst_buffer_string(&text));
    out->failed = out->failed || text.failed;
    pst_buffer_free(&text);
  }
  if (check->computed.known) {
    struct pst_buffer text = {.data = NULL};

    pst_buffer_puts(&text, check->computed.text);
    pst_claim_basis_print(&text, &check->computed);
    pst_buffer_puts(out, "<dt>computed</dt>");
    pst_html_element(out, "dd", NULL, pst_buffer_string(&text));
    out->failed = out->failed || text.failed;
    pst_buffer_free(&text);
  }
  for (size_t i = 0; i < check->tally_count; i++) {
    pst_buffer_puts(out, "<dt>members</dt><dd>");
    pst_claim_tally_print(out, &check->tallies[i]);
    pst_buffer_puts(out, "</dd>");
  }
  pst_buffer_puts(out, "</dl>\n");
}

struct items {
  struct pst_buffer *out;
  const struct pst_claim_check *check;
};

static void put_item(void *context, const char *line)
{
  const struct items *items = context;

  bool said = (line == items->check->reason && is_reason_alone(items->check))
              || pst_claim_repeats(items->check, line);

  if (!said)
    pst_html_element(items->out, "li", "text", line);
}

static void put_reasons(struct pst_buffer *out, const struct pst_claim_check *check)
{
  struct items items = {.out = out, .check = check};
  size_t start = out->size, empty;

  pst_buffer_puts(out, "<ul>");
  empty = out->size;
  pst_claim_reasons(check, put_item, &items);
  for (size_t i = 0; i < check->near_match_count; i++) {
    pst_buffer_puts(out, "<li>near: ");
    pst_html_element(out, "span", "text", check->near_matches[i]);
    pst_buffer_puts(out, "</li>");
  }
  if (check->wide)
    pst_buffer_puts(out, "<li>wide: a cell is used twice, and the range could only be "
                         "narrowed</li>");
  if (out->size == empty && !out->failed)
    out->data[out->size = start] = '\0';
  else
    pst_buffer_puts(out, "</ul>\n");
}

static void put_row(struct pst_buffer *out, const struct pst_claim_row *row)
{
  pst_buffer_puts(out, "<tr><td>");
  pst_html_element(out, "code", NULL, row->cell);
  pst_buffer_puts(out, row->decides ? "</td><td class=\"own text\">" : "</td><td class=\"text\">");
  if (row->text[0] == '\0')
    pst_buffer_puts(out, "<span class=\"quiet\">missing</span>");
  pst_escape_xml(out, row->text);
  pst_buffer_puts(out, "</td><td class=\"place\">");
  pst_escape_xml(out, row->file);
  pst_buffer_printf(out, ":%lu</td></tr>\n", row->line);
}

static void put_rows(struct pst_buffer *out, const struct pst_claim_check *check)
{
  if (check->row_count == 0)
    return;
  pst_buffer_puts(out, "<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Cell</th>"
                       "<th scope=\"col\">Value</th><th scope=\"col\">Line</th></tr></thead>"
                       "<tbody>\n");
  for (size_t i = 0; i < check->row_count; i++)
    put_row(out, &check->rows[i]);
  pst_buffer_puts(out, "</tbody></table></div>\n");
  if (check->row_total > check->row_count)
    pst_buffer_printf(out, "<p class=\"quiet\">and %zu lines more</p>\n",
                      check->row_total - check->row_count);
}

static void put_check_head(struct pst_buffer *out, const struct pst_claim_check *check)
{
  pst_buffer_puts(out, "<h3>");
  put_verdict(out, check->verdict,
              pst_claim_qualifier(check->severity, check->verdict, check->as_printed));
  if (check->reading != NULL) {
    pst_buffer_puts(out, "<span class=\"quiet\">reading ");
    pst_escape_xml(out, check->reading);
    pst_buffer_puts(out, "</span>");
  }
  put_expression(out, check);
  pst_buffer_puts(out, "</h3>\n");
}

static void put_choices(struct pst_buffer *out, const struct pst_claim_check *check)
{
  if (check->choice_count == 0)
    return;
  pst_buffer_puts(out, "<ul class=\"choices\">");
  for (size_t i = 0; i < check->choice_count; i++) {
    struct pst_buffer text = {.data = NULL};

    pst_claim_choice_print(&text, &check->choices[i]);
    pst_buffer_printf(out, "<li>%s: ", pst_choice_how_names[check->choices[i].how]);
    pst_html_element(out, "code", NULL, check->choices[i].choice);
    pst_buffer_puts(out, ": ");
    pst_html_element(out, "span", "text", pst_buffer_string(&text));
    pst_buffer_puts(out, "</li>");
    out->failed = out->failed || text.failed;
    pst_buffer_free(&text);
  }
  pst_buffer_puts(out, "</ul>\n");
  if (check->depends != NULL && check->depends[0] != '\0')
    pst_html_element(out, "p", "why text", check->depends);
}

static void put_check(struct pst_buffer *out, const struct pst_claim_check *check)
{
  pst_buffer_printf(out, "<section class=\"check %s\">\n", pst_html_class(check->verdict));
  put_check_head(out, check);
  put_numbers(out, check);
  pst_html_interval(out, check);
  put_reasons(out, check);
  put_choices(out, check);
  for (size_t i = 0; i < check->series_count; i++)
    pst_html_series(out, &check->series[i]);
  put_rows(out, check);
  pst_buffer_puts(out, "</section>\n");
}

void pst_html_claim(struct pst_buffer *out, const struct pst_claims *claims, size_t file,
                    const struct pst_claim *claim)
{
  pst_buffer_printf(out, "<details class=\"claim %s\" id=\"", pst_html_class(claim->verdict));
  pst_html_anchor(out, file, claim);
  pst_buffer_puts(out, claim->verdict == PST_VERDICT_CONTRADICTED ? "\" open>" : "\">");
  put_summary(out, claim);
  pst_buffer_puts(out, "<div class=\"evidence\">\n");
  for (size_t i = 0; i < claim->check_count; i++)
    put_check(out, &claim->checks[i]);
  pst_buffer_puts(out, "<p class=\"place quiet\">");
  pst_escape_xml(out, claims->path);
  pst_buffer_printf(out, ":%lu</p>\n</div></details>\n", claim->line);
}
