/* complete.h -- what may stand next on a command line, for the shells. */
#ifndef PST_CLI_COMPLETE_H
#define PST_CLI_COMPLETE_H

#include "cli/help.h"

/* What only a program knows: SUGGEST puts lines of values for an option that takes ARGUMENT ("COL", "M[,M...]");
   FILE is the first file of the command line, NULL when none is there. */
typedef void pst_suggest(void *context, const char *argument, const char *file,
                         struct pst_buffer *out);

/* pst_complete_print: the words that may stand in place of the last of the N WORDS, which follow the name of
   PROGRAM; what `--help-complete WORD...` prints.
   Returned  OUT: a line a word, with a tab and what it is where that is known; a line ":files" where a file may
             stand.  Of a list (a,b) the words hold what is there already
   Tested    test_complete.c; tests/install drives the shells  */
void pst_complete_print(struct pst_buffer *out, const struct pst_program *program,
                        pst_suggest *suggest, void *context, const char *const *words, size_t n);

#endif
