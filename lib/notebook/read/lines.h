/* lines.h -- the source of a notebook as lines. */
#ifndef PST_NOTEBOOK_READ_LINES_H
#define PST_NOTEBOOK_READ_LINES_H

#include "notebook/read/notebook.h"

/* pst_lines_read: the file PATH into NOTEBOOK, and where its lines start.
   Status    PST_IO; PST_BAD_DATA when it is not UTF-8; PST_NO_MEMORY
   Tested    tests/cli/notebook-*  */
enum pst_status pst_lines_read(struct pst_notebook *notebook, const char *path,
                               struct pst_error *error);

/* pst_lines_take: the same of TEXT, as if it stood at PATH; TEXT is copied.  PST_BAD_DATA; PST_NO_MEMORY. */
enum pst_status pst_lines_take(struct pst_notebook *notebook, const char *path,
                               struct pst_text text, struct pst_error *error);

/* pst_lines_at: line NUMBER, from 1, without its end. */
struct pst_text pst_lines_at(const struct pst_notebook *notebook, unsigned long number);

/* pst_lines_next: the first line of TEXT, without its end; TEXT goes on behind it.  False at the end. */
bool pst_lines_next(struct pst_text *text, struct pst_text *line);

#endif
