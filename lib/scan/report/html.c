/* html.c -- the findings of a scan as a page, which looks and filters as that of verdicts does. */
#include <string.h>

#include "base/number.h"
#include "claim/report/html.h"
#include "report/escape.h"
#include "scan/find/find.h"
#include "scan/report/report.h"

/* The verdict of claims whose colour and symbol a finding has. */
static const enum pst_verdict likes[PST_FINDING_VERDICTS] = {
    PST_VERDICT_VERIFIED, PST_VERDICT_CONSISTENT, PST_VERDICT_NOT_CHECKABLE,
    PST_VERDICT_CONTRADICTED};

/* In the order in which a reader wants them. */
static const enum pst_finding_verdict order[PST_FINDING_VERDICTS] = {
    PST_FINDING_CONTRADICTS, PST_FINDING_UNDECIDED, PST_FINDING_ROUNDING, PST_FINDING_AGREES};

static const char *class_of(enum pst_finding_verdict verdict)
{
  return pst_html_class(likes[verdict]);
}

/* Written by WRITE, escaped. */
static void put_escaped(struct pst_buffer *out, const struct pst_buffer *text)
{
  pst_escape_xml(out, pst_buffer_string(text));
  out->failed = out->failed || text->failed;
}

static void put_place(struct pst_buffer *out, const struct pst_scan *scan,
                      const struct pst_paper_place *place)
{
  struct pst_buffer text = {.data = NULL};

  pst_scan_place_print(&text, scan, place);
  pst_buffer_puts(out, "<span class=\"place\">");
  put_escaped(out, &text);
  pst_buffer_puts(out, "</span>");
  pst_buffer_free(&text);
}

static void put_overview(struct pst_buffer *out, const struct pst_scan *scan)
{
  pst_buffer_puts(out, "<header>\n<h1>");
  pst_escape_xml(out, scan->path);
  pst_buffer_printf(
      out,
      "</h1>\n<p class=\"quiet\">%zu finding%s: figures of the paper beside what its other "
      "figures give</p>\n<div class=\"bar\" aria-hidden=\"true\">",
      scan->finding_count, scan->finding_count == 1 ? "" : "s");
  for (size_t i = 0; i < PST_FINDING_VERDICTS; i++)
    if (scan->verdicts[order[i]] > 0)
      pst_buffer_printf(out, "<span class=\"%s\" style=\"flex-grow:%zu\">%zu</span>",
                        class_of(order[i]), scan->verdicts[order[i]], scan->verdicts[order[i]]);
  pst_buffer_puts(out, "</div>\n<fieldset><legend>Show</legend>\n");
  for (size_t i = 0; i < PST_FINDING_VERDICTS; i++) {
    const char *class = class_of(order[i]);

    if (scan->verdicts[order[i]] == 0)
      continue;
    pst_buffer_printf(out, "<label class=\"%s\"><input type=\"checkbox\" id=\"show-%s\" checked>",
                      class, class);
    pst_html_verdict(out, likes[order[i]]);
    pst_buffer_printf(out, "<b>%zu</b> %s</label>\n", scan->verdicts[order[i]],
                      pst_finding_verdict_names[order[i]]);
  }
  pst_buffer_puts(
      out, "</fieldset>\n<p class=\"tools\" hidden><button type=\"button\" class=\"open\">Open all "
           "evidence</button> <button type=\"button\" class=\"close\">Close "
           "all</button></p>\n</header>\n");
}

/* RELATION is said before what is computed, unless the two are to be equal. */
static void put_side(struct pst_buffer *out, const char *name, const char *relation,
                     const struct pst_finding_side *side)
{
  struct pst_buffer text = {.data = NULL};

  if (strcmp(relation, "=") != 0)
    pst_buffer_printf(&text, "%s ", relation);
  pst_scan_side_print(&text, side);
  pst_buffer_printf(out, "<dt>%s</dt><dd class=\"text\">", name);
  put_escaped(out, &text);
  pst_buffer_puts(out, "</dd>");
  pst_buffer_free(&text);
}

/* The texts of the numbers of a side. */
struct texts {
  char low[PST_NUMBER_SIZE + 1], high[PST_NUMBER_SIZE + 1], value[PST_NUMBER_SIZE + 1];
};

static struct pst_claim_number put_number(char *text, struct pst_rational number)
{
  double value = pst_rational_to_double(number);

  text[pst_number_print(text, value)] = '\0';
  return (struct pst_claim_number){.text = text, .value = value};
}

/* Both sides on one axis, as of a check of claims. */
static struct pst_claim_quantity quantity(const struct pst_finding_side *side, struct texts *texts)
{
  struct pst_claim_quantity quantity = {.text = side->text, .unit = ""};

  if (!side->has_range || side->range.low.infinite != 0 || side->range.high.infinite != 0)
    return quantity;
  quantity.known = true;
  quantity.low = put_number(texts->low, side->range.low.value);
  quantity.high = put_number(texts->high, side->range.high.value);
  quantity.low_open = side->range.low.kind == PST_LIMIT_OPEN;
  quantity.high_open = side->range.high.kind == PST_LIMIT_OPEN;
  quantity.has_printed = side->has_value;
  if (side->has_value)
    quantity.printed = put_number(texts->value, side->value);
  return quantity;
}

static void put_figures(struct pst_buffer *out, const struct pst_scan *scan,
                        const struct pst_finding *finding)
{
  if (finding->figure_count == 0)
    return;
  pst_buffer_puts(out, "<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Figure</th>"
                       "<th scope=\"col\">Where</th></tr></thead><tbody>\n");
  for (size_t i = 0; i < finding->figure_count; i++) {
    pst_buffer_puts(out, "<tr><td>");
    pst_escape_xml(out, finding->figures[i].text.data);
    pst_buffer_puts(out, "</td><td>");
    put_place(out, scan, &finding->figures[i].place);
    pst_buffer_puts(out, "</td></tr>\n");
  }
  pst_buffer_puts(out, "</tbody></table></div>\n");
}

static void put_evidence(struct pst_buffer *out, const struct pst_scan *scan,
                         const struct pst_finding *finding)
{
  struct texts stated, computed;
  struct pst_claim_check check = {.relation = finding->relation,
                                  .reported = quantity(&finding->stated, &stated),
                                  .computed = quantity(&finding->computed, &computed)};

  pst_buffer_puts(out, "<div class=\"evidence\"><div class=\"check\"><dl class=\"numbers\">");
  put_side(out, "stated", "=", &finding->stated);
  put_side(out, "computed", finding->relation, &finding->computed);
  pst_buffer_puts(out, "</dl>\n");
  if (strcmp(finding->relation, "=") == 0)
    pst_html_interval(out, &check);
  put_figures(out, scan, finding);
  pst_buffer_puts(out, "</div></div>");
}

static void put_finding(struct pst_buffer *out, const struct pst_scan *scan, size_t i)
{
  const struct pst_finding *finding = &scan->findings[i];

  pst_buffer_printf(out,
                    "<details class=\"claim %s\" id=\"finding-%zu\"%s><summary><div class=\"row\">"
                    "<span class=\"verdict\">",
                    class_of(finding->verdict), i + 1,
                    finding->verdict == PST_FINDING_CONTRADICTS ? " open" : "");
  pst_html_verdict(out, likes[finding->verdict]);
  pst_buffer_printf(out, " %s</span><span class=\"id\">%s</span><span class=\"at text\">",
                    pst_finding_verdict_names[finding->verdict], finding->kind);
  put_place(out, scan, &finding->place);
  pst_buffer_puts(out, "</span></div><p class=\"says text\">\xE2\x80\x9C");
  pst_escape_xml(out, finding->says);
  pst_buffer_puts(out, "\xE2\x80\x9D</p>");
  if (finding->note[0] != '\0')
    pst_html_element(out, "p", "why text", finding->note);
  pst_buffer_puts(out, "</summary>\n");
  put_evidence(out, scan, finding);
  pst_buffer_puts(out, "</details>\n");
}

static void put_kinds(struct pst_buffer *out)
{
  pst_buffer_puts(out, "<footer>\n<h2>What was looked for</h2>\n<dl class=\"numbers\">");
  for (const struct pst_finder *f = pst_finders; f->name != NULL; f++) {
    pst_html_element(out, "dt", NULL, f->name);
    pst_html_element(out, "dd", NULL, f->summary);
  }
  pst_buffer_puts(out, "</dl>\n<p class=\"quiet\">What is not found is not thereby right. "
                       "polstat-claims " PST_VERSION "</p>\n</footer>\n");
}

void pst_scan_write_html(const struct pst_scan_report *report, struct pst_buffer *out)
{
  const struct pst_scan *scan = report->scan;
  struct pst_buffer title = {.data = NULL};

  pst_buffer_printf(&title, "Scan: %s", scan->path);
  pst_html_begin(out, &(struct pst_html_page){.title = pst_buffer_string(&title),
                                              .style = pst_claims_style,
                                              .symbols = pst_claims_symbols,
                                              .script = true});
  out->failed = out->failed || title.failed;
  pst_buffer_free(&title);
  put_overview(out, scan);
  pst_buffer_puts(out, "<main>\n<h2>Findings</h2>\n");
  for (size_t v = 0; v < PST_FINDING_VERDICTS; v++)
    for (size_t i = 0; i < scan->finding_count; i++)
      if (scan->findings[i].verdict == order[v])
        put_finding(out, scan, i);
  pst_buffer_puts(out, "</main>\n");
  put_kinds(out);
  pst_buffer_puts(out, "<script>\n");
  pst_html_lines(out, pst_claims_script);
  pst_buffer_puts(out, "</script>\n</body>\n</html>\n");
}
