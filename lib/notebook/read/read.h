/* read.h -- a Markdown file as a notebook. */
#ifndef PST_NOTEBOOK_READ_READ_H
#define PST_NOTEBOOK_READ_READ_H

#include "notebook/read/notebook.h"

/* pst_notebook_read: the file PATH.
   Given     OPTIONS of the command line, which come before what a comment of the notebook says:
             <!-- polstat notebook: --folder .. --timeout 300 -->
   Returned  *NOTEBOOK, for pst_notebook_free
   Status    PST_IO; PST_BAD_DATA: a block that is not closed or has no command, a number without
             evidence; PST_USAGE: the comment has another option, --only names no heading; PST_NO_MEMORY
   Tested    tests/cli/notebook-check, notebook-accept-places, notebook-usage  */
enum pst_status pst_notebook_read(const char *path, const struct pst_notebook_options *options,
                                  struct pst_notebook **notebook, struct pst_error *error);

/* pst_notebook_read_text: the same of TEXT, as if it stood at PATH. */
enum pst_status pst_notebook_read_text(const char *path, struct pst_text text,
                                       const struct pst_notebook_options *options,
                                       struct pst_notebook **notebook, struct pst_error *error);
void pst_notebook_free(struct pst_notebook *notebook);

/* pst_notebook_prepare: once, before threads read notebooks. */
void pst_notebook_prepare(void);

#endif
