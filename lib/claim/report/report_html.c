/* report_html.c -- verdicts as a page that needs no other file. */
#include "claim/report/html.h"
#include "claim/report/report_parts.h"
#include "report/escape.h"

/* The order in which a reader wants them. */
static const enum pst_verdict order[PST_VERDICTS] = {
    PST_VERDICT_ERROR,         PST_VERDICT_CONTRADICTED, PST_VERDICT_AMBIGUOUS,
    PST_VERDICT_NOT_CHECKABLE, PST_VERDICT_CONSISTENT,   PST_VERDICT_RESTATED,
    PST_VERDICT_VERIFIED};

/* --- overview ------------------------------------------------------------------------------------ */

/* As text. */
static void put_title(struct pst_buffer *out, const struct pst_claims_report *report)
{
  const struct pst_claims *first = report->file_count > 0 ? report->files[0] : NULL;

  pst_buffer_puts(out, first == NULL             ? "No claims"
                       : first->paper[0] != '\0' ? first->paper
                                                 : first->path);
  if (report->file_count > 1)
    pst_buffer_printf(out, " and %zu more", report->file_count - 1);
}

static void put_head(struct pst_buffer *out, const struct pst_claims_report *report)
{
  struct pst_buffer title = {.data = NULL};

  pst_buffer_puts(&title, "Claims: ");
  put_title(&title, report);
  pst_html_begin(out, &(struct pst_html_page){.title = pst_buffer_string(&title),
                                              .style = pst_claims_style,
                                              .symbols = pst_claims_symbols,
                                              .script = true});
  out->failed = out->failed || title.failed;
  pst_buffer_free(&title);
}

static void put_heading(struct pst_buffer *out, const struct pst_claims_report *report)
{
  struct pst_buffer title = {.data = NULL};

  put_title(&title, report);
  pst_html_element(out, "h1", NULL, pst_buffer_string(&title));
  out->failed = out->failed || title.failed;
  pst_buffer_free(&title);
}

static void put_bar(struct pst_buffer *out, const struct pst_claims_summary *total)
{
  pst_buffer_puts(out, "<div class=\"bar\" aria-hidden=\"true\">");
  for (size_t i = 0; i < PST_VERDICTS; i++)
    if (total->verdicts[order[i]] > 0)
      pst_buffer_printf(out, "<span class=\"%s\" style=\"flex-grow:%zu\">%zu</span>",
                        pst_html_class(order[i]), total->verdicts[order[i]],
                        total->verdicts[order[i]]);
  pst_buffer_puts(out, "</div>\n");
}

/* The counts, which are the filter too. */
static void put_counts(struct pst_buffer *out, const struct pst_claims_summary *total)
{
  pst_buffer_puts(out, "<fieldset><legend>Show</legend>\n");
  for (size_t i = 0; i < PST_VERDICTS; i++) {
    const char *class = pst_html_class(order[i]);

    if (total->verdicts[order[i]] == 0)
      continue;
    pst_buffer_printf(out, "<label class=\"%s\"><input type=\"checkbox\" id=\"show-%s\" checked>",
                      class, class);
    pst_html_verdict(out, order[i]);
    pst_buffer_printf(out, "<b>%zu</b> %s", total->verdicts[order[i]], pst_verdict_name(order[i]));
    if (order[i] == PST_VERDICT_VERIFIED && total->as_printed > 0)
      pst_buffer_printf(out, " (%zu as printed)", total->as_printed);
    pst_buffer_puts(out, "</label>\n");
  }
  pst_buffer_puts(out, "</fieldset>\n"
                       "<p class=\"tools\" hidden><button type=\"button\" class=\"open\">Open all "
                       "evidence</button> <button type=\"button\" class=\"close\">Close "
                       "all</button></p>\n");
}

static void put_overview(struct pst_buffer *out, const struct pst_claims_report *report)
{
  struct pst_claims_summary total = pst_claims_total(report);

  pst_buffer_puts(out, "<header>\n");
  put_heading(out, report);
  pst_buffer_printf(out, "\n<p class=\"quiet\">%zu claim%s, %zu check%s, in ", total.claims,
                    total.claims == 1 ? "" : "s", total.checks, total.checks == 1 ? "" : "s");
  for (size_t f = 0; f < report->file_count; f++) {
    pst_buffer_puts(out, f == 0 ? "" : ", ");
    pst_html_element(out, "span", "place", report->files[f]->path);
  }
  pst_buffer_puts(out, "</p>\n");
  put_bar(out, &total);
  put_counts(out, &total);
  pst_buffer_puts(out, "</header>\n");
}

/* --- findings, files, claims --------------------------------------------------------------------- */

static void put_finding(struct pst_buffer *out, size_t file, const struct pst_claim *claim)
{
  pst_buffer_printf(out, "<li class=\"%s\">", pst_html_class(claim->verdict));
  pst_html_verdict(out, claim->verdict);
  pst_buffer_puts(out, "<a href=\"#");
  pst_html_anchor(out, file, claim);
  pst_buffer_puts(out, "\">");
  pst_escape_xml(out, claim->id);
  pst_buffer_puts(out, "</a>: <span class=\"text\">");
  pst_html_why(out, claim);
  pst_buffer_puts(out, "</span></li>\n");
}

/* What a reader should look at first. */
static void put_findings(struct pst_buffer *out, const struct pst_claims_report *report)
{
  struct pst_claims_summary total = pst_claims_total(report);

  if (total.verdicts[PST_VERDICT_CONTRADICTED] + total.verdicts[PST_VERDICT_AMBIGUOUS] == 0)
    return;
  pst_buffer_puts(out, "<nav aria-labelledby=\"look\"><h2 id=\"look\">To look at</h2>\n"
                       "<ul class=\"findings\">\n");
  for (int pass = 0; pass < 2; pass++)
    for (size_t f = 0; f < report->file_count; f++)
      for (size_t i = 0; i < report->files[f]->claim_count; i++)
        if (report->files[f]->claims[i].verdict
            == (pass == 0 ? PST_VERDICT_CONTRADICTED : PST_VERDICT_AMBIGUOUS))
          put_finding(out, f, &report->files[f]->claims[i]);
  pst_buffer_puts(out, "</ul></nav>\n");
}

static void put_files(struct pst_buffer *out, const struct pst_claims_report *report)
{
  pst_buffer_puts(out, "<footer>\n<h2>Files</h2>\n<div class=\"scroll\"><table><thead><tr>"
                       "<th scope=\"col\">File</th><th scope=\"col\">SHA-256</th></tr></thead>"
                       "<tbody>\n");
  for (size_t f = 0; f < report->file_count; f++) {
    for (size_t i = 0; i < report->files[f]->file_count; i++) {
      pst_buffer_puts(out, "<tr>");
      pst_html_element(out, "td", "place", report->files[f]->files[i].path);
      pst_buffer_puts(out, "<td>");
      pst_html_element(out, "code", NULL, report->files[f]->files[i].sha256);
      pst_buffer_puts(out, "</td></tr>\n");
    }
  }
  pst_buffer_puts(out, "</tbody></table></div>\n<p class=\"quiet\">polstat-claims " PST_VERSION
                       "</p>\n</footer>\n");
}

static void put_file_claims(struct pst_buffer *out, const struct pst_claims_report *report,
                            size_t file)
{
  const struct pst_claims *claims = report->files[file];

  pst_buffer_puts(out, "<h2>");
  if (report->file_count == 1)
    pst_buffer_puts(out, "Claims");
  else
    pst_escape_xml(out, claims->paper[0] != '\0' ? claims->paper : claims->path);
  pst_buffer_puts(out, "</h2>\n");
  for (size_t i = 0; i < claims->claim_count; i++)
    pst_html_claim(out, claims, file, &claims->claims[i]);
}

/* The numbers of the paper's text that no claim uses, a row a line. */
static void put_coverage(struct pst_buffer *out, const struct pst_claims *claims)
{
  if (!claims->has_coverage)
    return;
  pst_buffer_puts(out, "<section class=\"coverage\"><h2>Numbers of the text</h2>\n<p>");
  pst_html_element(out, "span", "place", claims->paper_text);
  pst_buffer_puts(out, ": ");
  pst_claim_coverage_print(out, claims);
  pst_buffer_puts(out, "</p>\n");
  if (claims->unused_count > 0)
    pst_buffer_puts(out, "<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Line</th>"
                         "<th scope=\"col\">Not used</th></tr></thead><tbody>\n");
  for (size_t i = 0; i < claims->unused_count; i++) {
    bool same = i > 0 && claims->unused[i].line == claims->unused[i - 1].line;

    if (!same)
      pst_buffer_printf(out, "%s<tr><td>%lu</td><td>", i > 0 ? "</td></tr>\n" : "",
                        claims->unused[i].line);
    pst_buffer_puts(out, same ? " \xC2\xB7 " : "");
    pst_escape_xml(out, claims->unused[i].text);
  }
  pst_buffer_puts(out, claims->unused_count > 0 ? "</td></tr>\n</tbody></table></div></section>\n"
                                                : "</section>\n");
}

void pst_claims_write_html(const struct pst_claims_report *report, struct pst_buffer *out)
{
  put_head(out, report);
  put_overview(out, report);
  pst_buffer_puts(out, "<main>\n");
  pst_html_errors(out, report);
  put_findings(out, report);
  for (size_t f = 0; f < report->file_count; f++)
    put_file_claims(out, report, f);
  for (size_t f = 0; f < report->file_count; f++)
    put_coverage(out, report->files[f]);
  pst_buffer_puts(out, "</main>\n");
  put_files(out, report);
  pst_buffer_puts(out, "<script>\n");
  pst_html_lines(out, pst_claims_script);
  pst_buffer_puts(out, "</script>\n</body>\n</html>\n");
}
