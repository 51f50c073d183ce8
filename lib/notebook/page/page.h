/* page.h -- a notebook that has run as one page of HTML, which needs no other file. */
#ifndef PST_NOTEBOOK_PAGE_PAGE_H
#define PST_NOTEBOOK_PAGE_PAGE_H

#include "notebook/read/notebook.h"

/* pst_notebook_page: the page of NOTEBOOK, which has run and whose numbers are weighed, before pst_notebook_end.
   HTML of the notebook itself is left out, and scripts do not run: the page says so to the browser.
   Status    PST_NO_MEMORY
   Tested    tests/cli/notebook-render  */
enum pst_status pst_notebook_page(struct pst_notebook *notebook, struct pst_buffer *out,
                                  struct pst_error *error);

/* pst_notebook_title: its first heading, or its file name. */
const char *pst_notebook_title(const struct pst_notebook *notebook);

#endif
