/* program.h -- how a program starts, says what went wrong, and ends.

     int main(int argc, char **argv)
     {
       struct pst_error error = {.status = PST_OK};

       pst_program_begin();
       run(argc, argv, &error);
       return pst_program_end("polstat-trend", color, &error);
     }

   A closed pipe ends a program as it ends cat: silently, by SIGPIPE.  Whoever writes to a pipe of
   its own (gnuplot) blocks SIGPIPE meanwhile. */
#ifndef PST_CLI_PROGRAM_H
#define PST_CLI_PROGRAM_H

#include "base/error.h"
#include "base/text.h"
#include "cli/option.h"

/* The exit codes of every program. */
enum pst_exit {
  PST_EXIT_DONE = 0,
  PST_EXIT_NO = 1,          /* the answer is no: a claim contradicted, a notebook differs */
  PST_EXIT_USAGE = 2,       /* PST_USAGE */
  PST_EXIT_BAD_DATA = 3,    /* PST_BAD_DATA */
  PST_EXIT_ENVIRONMENT = 4, /* PST_IO, PST_NO_MEMORY */
  PST_EXIT_UNDEFINED = 5,   /* PST_UNDEFINED: impossible for all groups */
  PST_EXIT_AGAIN = 6        /* PST_AGAIN: parts are missing or must be made again */
};

/* pst_exit_code: the one place where a status becomes an exit code. */
int pst_exit_code(enum pst_status status);

/* pst_program_begin: SIGPIPE as the system has it; standard descriptors that are closed are
   filled, so that no data file becomes "standard output". */
void pst_program_begin(void);

/* pst_program_message: "name: file:line:column: message\n" of ERROR, with what is absent left out;
   control characters are written as \n, \t or \xHH.  BOLD marks the name for a terminal. */
void pst_program_message(struct pst_buffer *out, const char *name, const struct pst_error *error,
                         bool bold);

/* pst_program_say_terminal: say on standard error that standard input is read from a terminal, which
   waits; nothing when it is none.  NAME: "polstat-trend". */
void pst_program_say_terminal(const char *name);

/* pst_program_end: flush and check standard output, print the one message of ERROR if it has one,
   and return the exit code.  For "the answer is no" the caller replaces PST_EXIT_DONE itself. */
int pst_program_end(const char *name, enum pst_when color, struct pst_error *error);

/* pst_program_say: the whole lines of TEXT, made fit for a terminal, on standard error; when memory was
   too little for all of it, those that there are.
   Tested    tests/faults */
void pst_program_say(const struct pst_buffer *text);

/* pst_program_print: write TEXT (help, version) to standard output; PST_NO_MEMORY if TEXT failed,
   PST_IO. */
enum pst_status pst_program_print(const struct pst_buffer *text, struct pst_error *error);

/* pst_program_color: ALWAYS, or AUTO on a terminal with NO_COLOR unset and TERM not "dumb". */
bool pst_program_color(enum pst_when color, int descriptor);

#endif
