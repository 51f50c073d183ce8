/* page.c -- the head of a page, and its symbols. */
#include "page/page.h"

#include "report/escape.h"

/* On a square of 16 units. */
static const char *const shapes[PST_HTML_SHAPES] = {
    [PST_HTML_CHECK] = "M2.5 8.5l3.8 3.8L13.5 4",
    [PST_HTML_WAVES] = "M2 6.2c2-2.4 4-2.4 6 0s4 2.4 6 0M2 11c2-2.4 4-2.4 6 0s4 2.4 6 0",
    [PST_HTML_CROSS] = "M3.5 3.5l9 9M12.5 3.5l-9 9",
    [PST_HTML_QUOTES] = "M3 5h3.5v3.5c0 2-1 3-3 3.5M9.5 5h3.5v3.5c0 2-1 3-3 3.5",
    [PST_HTML_FORK] = "M8 14V9M8 9L3 2.5M8 9l5-6.5",
    [PST_HTML_QUESTION] = "M5 5.5a3 3 0 1 1 4.4 2.6C8.4 8.7 8 9.2 8 10.4M8 13.6v.1",
    [PST_HTML_EXCLAMATION] = "M8 2.5v7M8 13.4v.1"};

static void put_symbols(struct pst_buffer *out, const struct pst_html_symbol *symbols)
{
  pst_buffer_puts(out, "<svg width=\"0\" height=\"0\" style=\"position:absolute\" "
                       "aria-hidden=\"true\"><defs>\n");
  for (; symbols->id != NULL; symbols++)
    pst_buffer_printf(out, "<symbol id=\"s-%s\" viewBox=\"0 0 16 16\"><path d=\"%s\"/></symbol>\n",
                      symbols->id, shapes[symbols->shape]);
  pst_buffer_puts(out, "</defs></svg>\n");
}

void pst_html_begin(struct pst_buffer *out, const struct pst_html_page *page)
{
  pst_buffer_puts(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'");
  pst_buffer_puts(out, page->images ? "; img-src data:" : "");
  pst_buffer_puts(out, page->script ? "; script-src 'unsafe-inline'\">\n" : "\">\n");
  pst_buffer_puts(out, "<title>");
  pst_escape_xml(out, page->title);
  pst_buffer_puts(out, "</title>\n<style>\n");
  pst_html_style(out);
  pst_html_lines(out, page->style);
  pst_buffer_puts(out, "</style>\n</head>\n<body>\n");
  put_symbols(out, page->symbols);
}

void pst_html_use(struct pst_buffer *out, const char *id)
{
  pst_buffer_printf(out, "<svg class=\"symbol\" aria-hidden=\"true\"><use href=\"#s-%s\"/></svg>",
                    id);
}
