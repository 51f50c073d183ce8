/* draft_html.c -- a draft as a page: what is traced, and what is to be written. */
#include "base/number.h"
#include "claim/report/html.h"
#include "report/escape.h"
#include "trace/draft.h"

static enum pst_verdict like(const struct pst_draft_claim *claim)
{
  return claim->count > 0 && claim->traced == claim->count ? PST_VERDICT_VERIFIED
         : claim->traced > 0                               ? PST_VERDICT_CONSISTENT
                                                           : PST_VERDICT_NOT_CHECKABLE;
}

static const char *name_of(enum pst_verdict verdict)
{
  return verdict == PST_VERDICT_VERIFIED     ? "traced"
         : verdict == PST_VERDICT_CONSISTENT ? "traced in part"
                                             : "to be written";
}

static const enum pst_verdict order[] = {PST_VERDICT_VERIFIED, PST_VERDICT_CONSISTENT,
                                         PST_VERDICT_NOT_CHECKABLE};

enum { ORDER = sizeof order / sizeof *order };

static size_t count_of(const struct pst_draft *draft, enum pst_verdict verdict)
{
  size_t count = 0;

  for (size_t i = 0; i < draft->count; i++)
    count += like(&draft->claims[i]) == verdict;
  return count;
}

static void put_overview(struct pst_buffer *out, const struct pst_draft *draft)
{
  pst_buffer_puts(out, "<header>\n<h1>");
  pst_escape_xml(out, draft->path);
  pst_buffer_printf(
      out,
      "</h1>\n<p class=\"quiet\">A draft of claims: %zu of %zu numbers are traced to the tables. "
      "That an "
      "expression gives a number does not make it what the paper means.</p>\n<div class=\"bar\" "
      "aria-hidden=\"true\">",
      draft->traced, draft->numbers);
  for (size_t i = 0; i < ORDER; i++)
    if (count_of(draft, order[i]) > 0)
      pst_buffer_printf(out, "<span class=\"%s\" style=\"flex-grow:%zu\">%zu</span>",
                        pst_html_class(order[i]), count_of(draft, order[i]),
                        count_of(draft, order[i]));
  pst_buffer_puts(out, "</div>\n<fieldset><legend>Show</legend>\n");
  for (size_t i = 0; i < ORDER; i++) {
    const char *class = pst_html_class(order[i]);

    if (count_of(draft, order[i]) == 0)
      continue;
    pst_buffer_printf(out, "<label class=\"%s\"><input type=\"checkbox\" id=\"show-%s\" checked>",
                      class, class);
    pst_html_verdict(out, order[i]);
    pst_buffer_printf(out, "<b>%zu</b> %s</label>\n", count_of(draft, order[i]), name_of(order[i]));
  }
  pst_buffer_puts(
      out, "</fieldset>\n<p class=\"tools\" hidden><button type=\"button\" class=\"open\">Open all "
           "evidence</button> <button type=\"button\" class=\"close\">Close "
           "all</button></p>\n</header>\n");
}

static void put_number(struct pst_buffer *out, const struct pst_draft_number *n)
{
  char chance[PST_NUMBER_SIZE];

  pst_buffer_puts(out, "<tr>");
  pst_html_element(out, "td", NULL, n->text);
  if (n->check == NULL) {
    pst_buffer_printf(out,
                      "<td class=\"quiet\">none stands out: %zu of %zu expressions "
                      "fit</td><td></td><td></td></tr>\n",
                      n->fits, n->tried);
    return;
  }
  pst_buffer_puts(out, "<td><code>");
  pst_escape_xml(out, n->check);
  pst_buffer_printf(out, "</code>%s</td><td>%.*s</td><td><span class=\"place\">",
                    n->rounding ? " <span class=\"quiet\">only within rounding</span>" : "",
                    (int)pst_number_print_digits(chance, n->chance, 2), chance);
  pst_escape_xml(out, n->file);
  pst_buffer_printf(out, ":%lu", n->lines[0]);
  if (n->lines[1] != 0)
    pst_buffer_printf(out, ", %lu", n->lines[1]);
  pst_buffer_puts(out, "</span></td></tr>\n");
}

static void put_claim(struct pst_buffer *out, const struct pst_draft *draft,
                      const struct pst_draft_claim *claim)
{
  enum pst_verdict verdict = like(claim);

  pst_buffer_printf(
      out,
      "<details class=\"claim %s\" id=\"%s\"><summary><div class=\"row\"><span class=\"verdict\">",
      pst_html_class(verdict), claim->id);
  pst_html_verdict(out, verdict);
  pst_buffer_printf(out, " %s</span><span class=\"id\">%s</span><span class=\"at place\">",
                    name_of(verdict), claim->id);
  pst_escape_xml(out, draft->path);
  if (claim->place.page > 0)
    pst_buffer_printf(out, ":page %lu", claim->place.page);
  pst_buffer_printf(out, ":%lu:%lu</span></div><p class=\"says text\">\xE2\x80\x9C",
                    claim->place.line, claim->place.column);
  pst_escape_xml(out, claim->says);
  pst_buffer_puts(out, "\xE2\x80\x9D</p></summary>\n<div class=\"evidence\"><div class=\"check\">");
  if (claim->count == 0)
    pst_buffer_puts(out, "<p class=\"quiet\">A direction, an order or a year: to be written.</p>");
  else
    pst_buffer_puts(out, "<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Number</th><th "
                         "scope=\"col\">What gives "
                         "it</th><th scope=\"col\">By chance</th><th "
                         "scope=\"col\">Where</th></tr></thead><tbody>\n");
  for (size_t i = 0; i < claim->count; i++)
    put_number(out, &claim->numbers[i]);
  pst_buffer_puts(out, claim->count == 0 ? "</div></div></details>\n"
                                         : "</tbody></table></div></div></div></details>\n");
}

void pst_draft_write_html(struct pst_buffer *out, const struct pst_draft *draft)
{
  struct pst_buffer title = {.data = NULL};

  pst_buffer_printf(&title, "Draft: %s", draft->path);
  pst_html_begin(out, &(struct pst_html_page){.title = pst_buffer_string(&title),
                                              .style = pst_claims_style,
                                              .symbols = pst_claims_symbols,
                                              .script = true});
  out->failed = out->failed || title.failed;
  pst_buffer_free(&title);
  put_overview(out, draft);
  pst_buffer_puts(out, "<main>\n<h2>Claims</h2>\n");
  for (size_t i = 0; i < draft->count; i++)
    put_claim(out, draft, &draft->claims[i]);
  pst_buffer_puts(out, "</main>\n<footer><p class=\"quiet\">By chance: how many expressions as "
                       "specific would fit by chance. "
                       "polstat-claims " PST_VERSION "</p></footer>\n<script>\n");
  pst_html_lines(out, pst_claims_script);
  pst_buffer_puts(out, "</script>\n</body>\n</html>\n");
}
