/* tell.h -- what a run of a notebook found, for people. */
#ifndef PST_NOTEBOOK_TELL_H
#define PST_NOTEBOOK_TELL_H

#include "notebook/read/notebook.h"

struct pst_notebook_tally {
  size_t blocks, numbers; /* that were chosen */
  size_t differ;          /* commands and numbers that are not as recorded, or cannot be told */
  size_t failed; /* of them, those that have nothing to be recorded: stopped, no evidence */
};

/* pst_notebook_count: of NOTEBOOK, which has run and whose numbers are weighed. */
struct pst_notebook_tally pst_notebook_count(const struct pst_notebook *notebook);

/* pst_notebook_tell: each difference with its place, and a diff. */
void pst_notebook_tell(struct pst_buffer *out, const struct pst_notebook *notebook);

/* pst_notebook_tally_print: "14 blocks, 12 numbers: as recorded". */
void pst_notebook_tally_print(struct pst_buffer *out, const struct pst_notebook_tally *tally);

/* pst_notebook_command_is_wrong: COMMAND of BLOCK ran, and is not as recorded or has failed. */
bool pst_notebook_command_is_wrong(const struct pst_notebook_block *block,
                                   const struct pst_notebook_command *command);

/* pst_notebook_why: what is wrong with COMMAND in one line, when no diff shows it; else "". */
void pst_notebook_why(struct pst_buffer *out, const struct pst_notebook_block *block,
                      const struct pst_notebook_command *command);

#endif
