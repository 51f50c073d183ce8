/* parts.h -- the parts of a notebook's page that Markdown does not give.  Used by lib/notebook/page only. */
#ifndef PST_NOTEBOOK_PAGE_PARTS_H
#define PST_NOTEBOOK_PAGE_PARTS_H

#include "notebook/read/notebook.h"
#include "page/page.h"

extern const char *const pst_notebook_style[];
extern const struct pst_html_symbol pst_notebook_symbols[];

/* pst_parts_block: block B with what it printed, or what is wrong with it. */
void pst_parts_block(struct pst_buffer *out, const struct pst_notebook *notebook, size_t b);

/* pst_parts_claims: the verdicts of a block of claims, from the JSON that it printed. */
void pst_parts_claims(struct pst_buffer *out, const struct pst_notebook_command *command);

/* pst_parts_number: number I, as a link to the block that computed it. */
void pst_parts_number(struct pst_buffer *out, const struct pst_notebook *notebook, size_t i);

/* pst_parts_state: the symbol and the words WRONG or right. */
void pst_parts_state(struct pst_buffer *out, bool wrong, const char *words);

/* pst_parts_drawing: the figure in the file PATH: an SVG as part of the page, its names behind PREFIX; a
   PNG as data.  Nothing when it cannot be read.
   pst_parts_image: the picture PATH as data, called ALT; ALT alone when it is none that can be read. */
void pst_parts_drawing(struct pst_buffer *out, const char *path, const char *prefix,
                       const char *alt);
void pst_parts_image(struct pst_buffer *out, const char *path, const char *alt);

#endif
