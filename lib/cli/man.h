/* man.h -- the manual page of a program, from the tables of its options. */
#ifndef PST_CLI_MAN_H
#define PST_CLI_MAN_H

#include "cli/help.h"

/* pst_man_print: the page of PROGRAM for section 1, in the macros of man(7); what `--help-man` prints.
   Tested    test_man.c, byte for byte; tests/install: mandoc finds nothing to say on it  */
void pst_man_print(struct pst_buffer *out, const struct pst_program *program);

#endif
