/* html.c -- the page of a look: its style, its head and its order. */
#include "look/page/html.h"

#include <stdint.h>
#include <string.h>

#include "page/element.h"
#include "page/page.h"
#include "report/escape.h"

static const char *const style[] = {
    "header,main,footer{max-width:72rem}.good{--own:var(--green)}.look{--own:var(--orange)}\n",
    ".facts{margin:1rem 0 0;max-width:56rem}.facts dt{font-weight:600;color:var(--ink)}\n",
    ".facts .symbol{color:var(--own);margin-right:.5rem}\n",
    "th[scope=row]{color:var(--ink);font-size:1em;overflow-wrap:anywhere;min-width:6rem}\n",
    "th .quiet,td .quiet{font-weight:400;font-size:.88rem;display:block}\n",
    ".columns{min-width:44rem}td.count,th.count{text-align:right;font-variant-numeric:tabular-nums;"
    "white-space:nowrap}\n",
    ".top{list-style:none;margin:0;padding:0;font-size:.92rem}.top li{display:flex;gap:.5rem;"
    "align-items:center}.top span{overflow-wrap:anywhere}.top svg{flex:none}\n",
    "svg.parts,svg.strip{display:block}svg.strip{width:100%;min-width:16rem}\n",
    "td.wide{width:70%;vertical-align:middle}th.ends span{float:right}\n",
    ".fill{fill:var(--fill)}.hole{fill:var(--hole)}.base{fill:var(--base)}.gap{fill:none;stroke:"
    "var(--hole);"
    "stroke-width:1.5}\n",
    ".legend svg{vertical-align:-.1em;margin:0 .3rem 0 1rem}.legend "
    "svg:first-child{margin-left:0}\n",
    "@media(max-width:36rem){.numbers{grid-template-columns:1fr}dt{margin-top:.3rem}}\n",
    "@media print{@page{margin:12mm;size:landscape}html{font-size:9pt}header,main,footer{"
    "max-width:none;padding-left:0;padding-right:0}h2,p.quiet{break-after:avoid}tr{break-inside:"
    "avoid}"
    ".scroll{overflow:visible}svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n",
    NULL};

static const char *base_name(const char *path)
{
  const char *slash = strrchr(path, '/');

  return slash == NULL ? path : slash + 1;
}

static void put_head(struct pst_buffer *out, const struct pst_look *look)
{
  static const struct pst_html_symbol symbols[] = {
      {"good", PST_HTML_CHECK}, {"look", PST_HTML_EXCLAMATION}, {.id = NULL}};
  struct pst_buffer title = {.data = NULL};

  pst_buffer_printf(&title, "A first look: %s", base_name(look->table->files[0]));
  pst_html_begin(out, &(struct pst_html_page){
                          .title = pst_buffer_string(&title), .style = style, .symbols = symbols});
  out->failed = out->failed || title.failed;
  pst_buffer_free(&title);
}

/* Whether a line of the overview is as one would wish. */
static bool is_good(const struct pst_look *look, const char *label)
{
  const struct pst_look_time *time = &look->time;

  if (strcmp(label, "rows") == 0)
    return look->n_complete == look->table->n_rows && look->equal.n == 0;
  if (strcmp(label, "key") == 0)
    return look->key.n > 0 && look->key.repeats.n + look->key.n_missing == 0;
  if (strcmp(label, "time") == 0)
    return time->column != SIZE_MAX;
  if (strcmp(label, "gaps") == 0)
    return time->n_absent + time->gaps.n_lacking == 0;
  return false;
}

static void put_symbol(struct pst_buffer *out, bool good)
{
  pst_html_use(out, good ? "good" : "look");
}

/* The first line, about the file, stands under the title. */
static void put_overview(struct pst_buffer *out, const struct pst_look *look,
                         const struct pst_look_words *words)
{
  pst_buffer_puts(out, "<header>\n");
  pst_html_element(out, "h1", NULL, base_name(look->table->files[0]));
  pst_buffer_putc(out, '\n');
  pst_html_element(out, "p", "quiet", words->lines[0].text);
  pst_buffer_puts(out, "\n<dl class=\"numbers facts\">\n");
  for (size_t i = 1; i < words->n_lines; i++) {
    bool good = is_good(look, words->lines[i].label);

    pst_buffer_printf(out, "<dt class=\"%s\">", good ? "good" : "look");
    put_symbol(out, good);
    pst_escape_xml(out, words->lines[i].label);
    pst_buffer_puts(out, "</dt>");
    pst_html_element(out, "dd", "text", words->lines[i].text);
    pst_buffer_putc(out, '\n');
  }
  pst_buffer_puts(out, "</dl>\n</header>\n");
}

static void put_notes(struct pst_buffer *out, const struct pst_look_words *words)
{
  if (words->n_notes == 0)
    return;
  pst_buffer_puts(out, "<h2>Look again</h2>\n<ul class=\"findings\">\n");
  for (size_t k = 0; k < words->n_notes; k++) {
    pst_buffer_puts(out, "<li class=\"look\">");
    put_symbol(out, false);
    pst_html_element(out, "b", NULL, words->notes[k].label);
    pst_buffer_puts(out, ": ");
    pst_html_element(out, "span", "text", words->notes[k].text);
    pst_buffer_puts(out, "</li>\n");
  }
  pst_buffer_puts(out, "</ul>\n");
}

enum pst_status pst_look_html(const struct pst_look *look, size_t width, struct pst_buffer *out,
                              struct pst_error *error)
{
  struct pst_look_words words;
  enum pst_status status = pst_look_words(look, &words, error);

  (void)width;
  if (status != PST_OK)
    return status;
  put_head(out, look);
  put_overview(out, look, &words);
  pst_buffer_puts(out, "<main>\n");
  put_notes(out, &words);
  pst_look_html_columns(out, look);
  pst_look_html_holes(out, look);
  status = pst_look_html_series(out, look, error);
  pst_buffer_puts(out, "</main>\n<footer>\n<p class=\"quiet\">polstat-describe " PST_VERSION
                       "</p>\n</footer>\n</body>\n</html>\n");
  return status;
}
