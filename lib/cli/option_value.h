/* option_value.h -- the argument of one option: read it, check it, name it.  Used by option.c and
   help.c. */
#ifndef PST_CLI_OPTION_VALUE_H
#define PST_CLI_OPTION_VALUE_H

#include "base/text.h"
#include "cli/option.h"

/* pst_option_value: read TEXT into OPTION's destination; PST_USAGE with a message that starts with
   "--name: ", PST_NO_MEMORY. */
enum pst_status pst_option_value(const struct pst_option *option, const char *text,
                                 struct pst_arena *arena, struct pst_error *error);

/* pst_option_dashes: what stands before the name of OPTION: "-" for one character, else "--". */
const char *pst_option_dashes(const struct pst_option *option);

/* pst_option_argument: what the help calls the argument: COL, or min|max|mean; "" for a flag. */
void pst_option_argument(struct pst_buffer *out, const struct pst_option *option);

/* pst_option_join: the words of CHOICES with SEPARATOR between them. */
void pst_option_join(struct pst_buffer *out, const char *const *choices, const char *separator);

#endif
