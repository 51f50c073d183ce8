/* page.h -- a page of HTML: its head with the style that all pages share, symbols, and its end.

   A page asks the network for nothing, and its text is escaped: nothing of the data runs.  It is light or
   dark as the reader's screen is, and light on paper. */
#ifndef PST_PAGE_PAGE_H
#define PST_PAGE_PAGE_H

#include <stdbool.h>

#include "base/text.h"

enum pst_html_shape {
  PST_HTML_CHECK,
  PST_HTML_WAVES,
  PST_HTML_CROSS,
  PST_HTML_FORK,
  PST_HTML_QUESTION,
  PST_HTML_EXCLAMATION,
  PST_HTML_QUOTES,
  PST_HTML_SHAPES
};

/* A symbol of a page: drawn where pst_html_use names its ID. */
struct pst_html_symbol {
  const char *id; /* "verified" */
  enum pst_html_shape shape;
};

struct pst_html_page {
  const char *title;                     /* as text */
  const char *const *style;              /* rules behind those of all pages, closed by NULL */
  const struct pst_html_symbol *symbols; /* closed by one without an id */
  bool script;                           /* the page has a script of its own */
  bool images;                           /* it holds pictures as data */
};

/* pst_html_begin: from the doctype to the start of the body.
   Tested    tests/cli/claims-html, look-html; in a browser: tests/claims  */
void pst_html_begin(struct pst_buffer *out, const struct pst_html_page *page);

/* pst_html_use: the symbol ID, hidden from a screen reader: a word stands beside it. */
void pst_html_use(struct pst_buffer *out, const char *id);

/* pst_html_style: the rules of all pages, colours in light and in dark; pst_html_lines: LINES, closed by
   NULL, one after the other. */
void pst_html_style(struct pst_buffer *out);
void pst_html_lines(struct pst_buffer *out, const char *const *lines);

#endif
