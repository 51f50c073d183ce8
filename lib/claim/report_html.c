#include <ctype.h>
#include <string.h>

#include "claim/html.h"
#include "claim/report_parts.h"
#include "report/escape.h"

/* The order in which a reader wants them. */
static const enum pst_verdict order[PST_VERDICTS] = {
    PST_VERDICT_ERROR,         PST_VERDICT_CONTRADICTED, PST_VERDICT_AMBIGUOUS,
    PST_VERDICT_NOT_CHECKABLE, PST_VERDICT_CONSISTENT,   PST_VERDICT_VERIFIED};

const char *pst_html_class(enum pst_verdict verdict)
{
  return verdict == PST_VERDICT_NOT_CHECKABLE ? "not-checkable" : pst_verdict_name(verdict);
}

void pst_html_symbol(struct pst_buffer *out, enum pst_verdict verdict)
{
  pst_buffer_printf(out, "<svg class=\"symbol\" aria-hidden=\"true\"><use href=\"#s-%s\"/></svg>",
                    pst_html_class(verdict));
}

/* <NAME class="CLASS">TEXT</NAME> */
static void put_element(struct pst_buffer *out, const char *name, const char *class,
                        const char *text)
{
  pst_buffer_printf(out, "<%s", name);
  if (class != NULL)
    pst_buffer_printf(out, " class=\"%s\"", class);
  pst_buffer_putc(out, '>');
  pst_escape_xml(out, text);
  pst_buffer_printf(out, "</%s>", name);
}

/* --- overview ------------------------------------------------------------------------------------ */

static void put_title(struct pst_buffer *out, const struct pst_claims_report *report)
{
  const struct pst_claims *first = report->file_count > 0 ? report->files[0] : NULL;

  pst_escape_xml(out, first == NULL             ? "No claims"
                      : first->paper[0] != '\0' ? first->paper
                                                : first->path);
  if (report->file_count > 1)
    pst_buffer_printf(out, " and %zu more", report->file_count - 1);
}

static void put_head(struct pst_buffer *out, const struct pst_claims_report *report)
{
  pst_buffer_puts(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n<title>Claims: ");
  put_title(out, report);
  pst_buffer_puts(out, "</title>\n<style>\n");
  pst_html_style(out);
  pst_buffer_puts(out, "</style>\n</head>\n<body>\n");
  pst_html_symbols(out);
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
    pst_html_symbol(out, order[i]);
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

  pst_buffer_puts(out, "<header>\n<h1>");
  put_title(out, report);
  pst_buffer_printf(out, "</h1>\n<p class=\"quiet\">%zu claim%s, %zu check%s, in ", total.claims,
                    total.claims == 1 ? "" : "s", total.checks, total.checks == 1 ? "" : "s");
  for (size_t f = 0; f < report->file_count; f++) {
    pst_buffer_puts(out, f == 0 ? "" : ", ");
    put_element(out, "span", "place", report->files[f]->path);
  }
  pst_buffer_puts(out, "</p>\n");
  put_bar(out, &total);
  put_counts(out, &total);
  pst_buffer_puts(out, "</header>\n");
}

/* --- a claim ------------------------------------------------------------------------------------- */

/* The name of a claim in links: ids may repeat from one claims file to the next. */
static void put_anchor(struct pst_buffer *out, size_t file, const struct pst_claim *claim)
{
  pst_buffer_puts(out, "claim-");
  if (file > 0)
    pst_buffer_printf(out, "%zu-", file + 1);
  pst_escape_xml(out, claim->id);
}

static void put_verdict(struct pst_buffer *out, enum pst_verdict verdict, const char *qualifier)
{
  pst_buffer_puts(out, "<span class=\"verdict\">");
  pst_html_symbol(out, verdict);
  pst_buffer_printf(out, " %s", pst_verdict_name(verdict));
  if (qualifier[0] != '\0')
    pst_buffer_printf(out, " (%s)", qualifier);
  pst_buffer_puts(out, "</span>");
}

static void keep_first(void *context, const char *line)
{
  const char **first = context;

  if (*first == NULL)
    *first = line;
}

/* "not checkable because" gives its reason as the expression: it is no code, and not said twice. */
static bool is_reason_alone(const struct pst_claim_check *check)
{
  return check->reason != NULL && strcmp(check->reason, check->expression) == 0;
}

static void put_expression(struct pst_buffer *out, const struct pst_claim_check *check)
{
  if (is_reason_alone(check))
    put_element(out, "span", "text", check->expression);
  else
    put_element(out, "code", NULL, check->expression);
}

/* Why a claim does not hold: the first reason of the check that decides, "" for none. */
static void put_why(struct pst_buffer *out, const struct pst_claim *claim)
{
  const struct pst_claim_check *check = pst_claim_deciding(claim);
  const char *first = NULL;

  if (check == NULL || pst_claim_holds(claim->verdict))
    return;
  pst_claim_reasons(check, keep_first, &first);
  if (first == NULL)
    return;
  if (check->reading != NULL) {
    pst_escape_xml(out, check->reading);
    pst_buffer_puts(out, ": ");
  }
  pst_escape_xml(out, first);
}

static void put_summary(struct pst_buffer *out, const struct pst_claim *claim)
{
  const struct pst_claim_check *check = pst_claim_deciding(claim);

  pst_buffer_puts(out, "<summary><div class=\"row\">");
  put_verdict(out, claim->verdict,
              pst_claim_qualifier(claim->severity, claim->verdict, claim->as_printed));
  put_element(out, "span", "id", claim->id);
  if (claim->at[0] != '\0')
    put_element(out, "span", "at text", claim->at);
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
    put_why(out, claim);
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

    pst_claim_reported_print(&text, &check->reported);
    pst_buffer_puts(out, "<dt>reported</dt>");
    put_element(out, "dd", NULL, pst_buffer_string(&text));
    out->failed = out->failed || text.failed;
    pst_buffer_free(&text);
  }
  if (check->computed.known) {
    pst_buffer_puts(out, "<dt>computed</dt>");
    put_element(out, "dd", NULL, check->computed.text);
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
    put_element(items->out, "li", "text", line);
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
    put_element(out, "span", "text", check->near_matches[i]);
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
  put_element(out, "code", NULL, row->cell);
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

static void put_check(struct pst_buffer *out, const struct pst_claim_check *check)
{
  pst_buffer_printf(out, "<section class=\"check %s\">\n", pst_html_class(check->verdict));
  put_check_head(out, check);
  put_numbers(out, check);
  pst_html_interval(out, check);
  put_reasons(out, check);
  for (size_t i = 0; i < check->series_count; i++)
    pst_html_series(out, &check->series[i]);
  put_rows(out, check);
  pst_buffer_puts(out, "</section>\n");
}

static void put_claim(struct pst_buffer *out, const struct pst_claims *claims, size_t file,
                      const struct pst_claim *claim)
{
  pst_buffer_printf(out, "<details class=\"claim %s\" id=\"", pst_html_class(claim->verdict));
  put_anchor(out, file, claim);
  pst_buffer_puts(out, claim->verdict == PST_VERDICT_CONTRADICTED ? "\" open>" : "\">");
  put_summary(out, claim);
  pst_buffer_puts(out, "<div class=\"evidence\">\n");
  for (size_t i = 0; i < claim->check_count; i++)
    put_check(out, &claim->checks[i]);
  pst_buffer_puts(out, "<p class=\"place quiet\">");
  pst_escape_xml(out, claims->path);
  pst_buffer_printf(out, ":%lu</p>\n</div></details>\n", claim->line);
}

/* --- errors, findings, files --------------------------------------------------------------------- */

static bool is_word(char c)
{
  return isalnum((unsigned char)c) || c == '_' || c == '-' || (unsigned char)c >= 0x80;
}

/* Where the word or the quoted text that starts at START ends. */
static size_t end_of_word(struct pst_text line, size_t start)
{
  const char *quote;
  size_t end = start;

  if (start >= line.size)
    return start;
  quote = memchr(line.data + start + 1, '"', line.size - start - 1);
  if (line.data[start] == '"' && quote != NULL)
    return (size_t)(quote - line.data) + 1;
  pst_utf8_next(line, &end);
  while (end < line.size && is_word(line.data[end - 1]) && is_word(line.data[end]))
    end++;
  return end;
}

/* The source line with the word at its place marked: a caret would miss it where the font of a
   script is not of even width. */
static void put_source(struct pst_buffer *out, const struct pst_claim_error *error)
{
  struct pst_text line = pst_text_of(error->source);
  struct pst_buffer part[3] = {{.data = NULL}, {.data = NULL}, {.data = NULL}};
  size_t start = 0, end;

  for (unsigned long c = 1; c < error->column && start < line.size; c++)
    pst_utf8_next(line, &start);
  end = end_of_word(line, start);
  pst_buffer_add(&part[0], line.data, start);
  pst_buffer_add(&part[1], line.data + start, end - start);
  pst_buffer_add(&part[2], line.data + end, line.size - end);
  pst_buffer_puts(out, "<pre>");
  pst_escape_xml(out, pst_buffer_string(&part[0]));
  put_element(out, "mark", NULL, end > start ? pst_buffer_string(&part[1]) : " ");
  pst_escape_xml(out, pst_buffer_string(&part[2]));
  pst_buffer_puts(out, "</pre>\n");
  for (int i = 0; i < 3; i++) {
    out->failed = out->failed || part[i].failed;
    pst_buffer_free(&part[i]);
  }
}

static void put_error(struct pst_buffer *out, const struct pst_claim_error *error)
{
  pst_buffer_puts(out, "<p><span class=\"place\">");
  pst_escape_xml(out, error->file);
  if (error->line > 0)
    pst_buffer_printf(out, ":%lu", error->line);
  if (error->line > 0 && error->column > 0)
    pst_buffer_printf(out, ":%lu", error->column);
  pst_buffer_puts(out, "</span> ");
  put_element(out, "span", "text", error->message);
  pst_buffer_puts(out, "</p>\n");
  if (error->source[0] != '\0')
    put_source(out, error);
}

static void put_errors(struct pst_buffer *out, const struct pst_claims_report *report)
{
  size_t n = 0;

  for (size_t f = 0; f < report->file_count; f++)
    n += report->files[f]->error_count;
  if (n == 0)
    return;
  pst_buffer_printf(out, "<section class=\"errors error\">\n<h2>%zu error%s</h2>\n", n,
                    n == 1 ? "" : "s");
  for (size_t f = 0; f < report->file_count; f++)
    for (size_t i = 0; i < report->files[f]->error_count; i++)
      put_error(out, &report->files[f]->errors[i]);
  pst_buffer_puts(out, "</section>\n");
}

static void put_finding(struct pst_buffer *out, size_t file, const struct pst_claim *claim)
{
  pst_buffer_printf(out, "<li class=\"%s\">", pst_html_class(claim->verdict));
  pst_html_symbol(out, claim->verdict);
  pst_buffer_puts(out, "<a href=\"#");
  put_anchor(out, file, claim);
  pst_buffer_puts(out, "\">");
  pst_escape_xml(out, claim->id);
  pst_buffer_puts(out, "</a>: <span class=\"text\">");
  put_why(out, claim);
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
      put_element(out, "td", "place", report->files[f]->files[i].path);
      pst_buffer_puts(out, "<td>");
      put_element(out, "code", NULL, report->files[f]->files[i].sha256);
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
    put_claim(out, claims, file, &claims->claims[i]);
}

void pst_claims_write_html(const struct pst_claims_report *report, struct pst_buffer *out)
{
  put_head(out, report);
  put_overview(out, report);
  pst_buffer_puts(out, "<main>\n");
  put_errors(out, report);
  put_findings(out, report);
  for (size_t f = 0; f < report->file_count; f++)
    put_file_claims(out, report, f);
  pst_buffer_puts(out, "</main>\n");
  put_files(out, report);
  pst_buffer_puts(out, "<script>\n");
  pst_html_script(out);
  pst_buffer_puts(out, "</script>\n</body>\n</html>\n");
}
