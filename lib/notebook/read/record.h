/* record.h -- how a block writes commands and what they print, and how that is read again.

   What a command prints could look like something else: a line that begins with "$ ", "2> ", "\" or [1], and
   a first line that begins with "> ", is recorded behind a backslash.  Control characters are written
   \xHH; what is not UTF-8 becomes U+FFFD. */
#ifndef PST_NOTEBOOK_READ_RECORD_H
#define PST_NOTEBOOK_READ_RECORD_H

#include "notebook/read/notebook.h"

/* pst_record_read: the lines of BLOCK, LINES, as commands and records.
   Status    PST_BAD_DATA with its place: a line before the first command; no command; PST_NO_MEMORY
   Tested    test_notebook_record.c  */
enum pst_status pst_record_read(struct pst_notebook *notebook, struct pst_notebook_block *block,
                                struct pst_text lines, struct pst_error *error);

/* pst_record_write: what a block records of a command that printed OUTPUT and COMPLAINTS and ended with
   CODE. */
void pst_record_write(struct pst_buffer *out, struct pst_text output, struct pst_text complaints,
                      int code);

/* pst_record_code: LINE is [CODE], 0 to 255; else -1. */
int pst_record_code(struct pst_text line);

#endif
