/* command.h -- another program, run on three open files. */
#ifndef PST_FIGURE_COMMAND_H
#define PST_FIGURE_COMMAND_H

#include "base/error.h"

enum { PST_COMMAND_SECONDS = 120 }; /* that a program is waited for, unless the environment says */

/* pst_command_run: ARGUMENTS (the program first, found by PATH; NULL last) on the files STREAMS, its
   standard input, output and error; PACKAGE is the Debian package that has it.  Nothing passes
   through a shell.
   Given     STREAMS above 2.  POLSTAT_COMMAND_SECONDS in the environment is the time limit
   Returned  nothing is left running: a program that outlives the limit is killed, and so it is when
             this process ends, however that comes about
   Status    PST_IO: it is not installed, cannot be run, fails, was stopped, or says anything on its
             standard error, which the message gives
   Cost      a fork, and the program
   Tested    test_command.c  */
enum pst_status pst_command_run(const char *const arguments[], const char *package,
                                const int streams[3], struct pst_error *error);

#endif
