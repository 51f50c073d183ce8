/* html.h -- the parts of the page of a look.  Used by lib/look/page/html*.c only. */
#ifndef PST_LOOK_PAGE_HTML_H
#define PST_LOOK_PAGE_HTML_H

#include "look/words.h"

/* pst_look_html_columns: a row a column: type, missing cells, values, and their distribution drawn. */
void pst_look_html_columns(struct pst_buffer *out, const struct pst_look *look);

/* pst_look_html_holes: along the rows of the file, where cells are missing; nothing when none is. */
void pst_look_html_holes(struct pst_buffer *out, const struct pst_look *look);

/* pst_look_html_series: along time, where each series has rows; nothing without series.
   Status    PST_NO_MEMORY  */
enum pst_status pst_look_html_series(struct pst_buffer *out, const struct pst_look *look,
                                     struct pst_error *error);

#endif
