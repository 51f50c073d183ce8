/* run.h -- the blocks of a notebook, run in their order, each in a clean folder. */
#ifndef PST_NOTEBOOK_RUN_RUN_H
#define PST_NOTEBOOK_RUN_RUN_H

#include "notebook/read/notebook.h"

/* pst_notebook_run: the chosen blocks of NOTEBOOK, and those that make a file which these or the chosen numbers
   name.  A block finds the files that its commands name as copies, and what blocks before it made.
   Returned  what each command printed; the folders stay until pst_notebook_end
   Status    PST_IO; PST_NO_MEMORY.  What a command does wrong is its `failure`
   Tested    tests/cli/notebook-*  */
enum pst_status pst_notebook_run(struct pst_notebook *notebook, struct pst_error *error);
void pst_notebook_end(struct pst_notebook *notebook);

/* pst_notebook_file: where the file NAME of a block's commands stands: from the top of its folder;
   "" when it leads out of it. */
const char *pst_notebook_file(struct pst_notebook *notebook, const char *name);

#endif
