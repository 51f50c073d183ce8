/* help.h -- the text of --help and --version, from the option tables; help2man reads both. */
#ifndef PST_CLI_HELP_H
#define PST_CLI_HELP_H

#include "base/text.h"
#include "cli/option.h"

struct pst_program {
  const char *name;    /* "polstat-trend" */
  const char *summary; /* "slopes and trend tests of time series": made a sentence by the help */
  const char *usage;   /* after the name: "--time COL -y COL[,COL...] [OPTION...] [FILE...]" */
  const char *description; /* paragraphs between blank lines, wrapped here; NULL when none */
  const char *examples;    /* written as they are, one command a line; NULL when none */
  bool in_parts;           /* exit status 6 may be given */
  const char *says_no;     /* what exit status 1 means, with its line end; NULL: never given */
  const struct pst_option_table *tables;
  size_t n_tables;
};

/* pst_help_print: usage, summary, description, options by group, exit status, examples; lines of
   at most 79 columns.
   Tested    test_help.c, byte for byte  */
void pst_help_print(struct pst_buffer *out, const struct pst_program *program);

/* pst_help_group: the heading of GROUP.  pst_help_exit_status: the lines of the exit codes. */
const char *pst_help_group(enum pst_option_group group);
void pst_help_exit_status(struct pst_buffer *out, const struct pst_program *program);

/* pst_help_version: "polstat-trend (polstat) 0.1.0" and the licence. */
void pst_help_version(struct pst_buffer *out, const struct pst_program *program);

/* pst_program_show: the help or the version, as REQUEST says, to standard output.
   Status    PST_NO_MEMORY; PST_IO  */
enum pst_status pst_program_show(const struct pst_program *program, enum pst_request request,
                                 struct pst_error *error);

#endif
