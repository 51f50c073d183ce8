/* main.h -- the one path of every program: options, help, work, messages, exit code. */
#ifndef PST_CLI_MAIN_H
#define PST_CLI_MAIN_H

#include "cli/complete.h"
#include "cli/help.h"

/* What a program does once its options are read; CONTEXT is its own. */
struct pst_program_run {
  enum pst_status (*work)(void *context, struct pst_command_line *line, struct pst_error *error);
  void (*say)(void *context);   /* after the result is out: what is said about it; NULL: nothing */
  int (*answer)(void *context); /* the exit code of a run without an error; NULL: PST_EXIT_DONE */
  pst_suggest *suggest;         /* values that only the program knows, for the shells; NULL: none */
  const unsigned *color;        /* --color: enum pst_when, once the options are read */
  void *context;
};

/* pst_program_main: ARGV read into the destinations of PROGRAM's tables, then help, version or RUN.
   Given     ARENA  for what the options keep; the caller's to free
   Returned  the exit code; the one message of an error is on standard error
   Tested    tests/cli: every program  */
int pst_program_main(const struct pst_program *program, const struct pst_program_run *run,
                     struct pst_arena *arena, int argc, char **argv);

#endif
