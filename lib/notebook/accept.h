/* accept.h -- a notebook with the output of now in place of what it recorded. */
#ifndef PST_NOTEBOOK_ACCEPT_H
#define PST_NOTEBOOK_ACCEPT_H

#include "notebook/read/notebook.h"

/* pst_notebook_accept: the source of NOTEBOOK, which has run and whose numbers are weighed, where what differs is
   replaced: records of commands, numbers of the prose.  What failed stays as it is; the rest is the same bytes.
   Returned  *N, how many places were replaced
   Status    PST_NO_MEMORY
   Tested    tests/cli/notebook-accept  */
enum pst_status pst_notebook_accept(const struct pst_notebook *notebook, struct pst_buffer *out,
                                    size_t *n, struct pst_error *error);

#endif
