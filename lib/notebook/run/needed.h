/* needed.h -- what the chosen part of a notebook needs of the rest, and how far up its files stand. */
#ifndef PST_NOTEBOOK_RUN_NEEDED_H
#define PST_NOTEBOOK_RUN_NEEDED_H

#include "notebook/read/notebook.h"
#include "notebook/run/words.h"

/* pst_needed_words: each word of BLOCK that may name a file, to USE. */
enum pst_status pst_needed_words(const struct pst_notebook_block *block, pst_word_use *use,
                                 void *context, struct pst_error *error);

/* pst_needed_blocks: NEEDED[b], of n_blocks: block b is chosen, or names a file, not there beforehand, which
   a chosen block, a chosen number or a needed block names.
   Status    PST_NO_MEMORY  */
enum pst_status pst_needed_blocks(struct pst_notebook *notebook, bool *needed,
                                  struct pst_error *error);

/* pst_needed_levels: how many folders above their own the words of NOTEBOOK lead: 1 for "../data". */
enum pst_status pst_needed_levels(struct pst_notebook *notebook, size_t *levels,
                                  struct pst_error *error);

#endif
