/* markdown.h -- the parser of Markdown, as all that reads or writes a notebook uses it. */
#ifndef PST_NOTEBOOK_READ_MARKDOWN_H
#define PST_NOTEBOOK_READ_MARKDOWN_H

#include <cmark-gfm.h>

#include "notebook/read/notebook.h"

/* pst_markdown_prepare: once, before any thread parses. */
void pst_markdown_prepare(void);

/* pst_markdown_parse: TEXT with the tables, bare links and struck text of GitHub; NULL when memory is
   out.  For cmark_node_free. */
cmark_node *pst_markdown_parse(const char *text, size_t size);

/* pst_markdown_words: the text of NODE without its markup, appended. */
void pst_markdown_words(struct pst_buffer *out, cmark_node *node);

/* pst_markdown_kind: NODE is a block that runs; *KIND says which. */
bool pst_markdown_kind(cmark_node *node, enum pst_notebook_kind *kind);

/* pst_markdown_is_number: NODE is a link to a result. */
bool pst_markdown_is_number(cmark_node *node);

#endif
