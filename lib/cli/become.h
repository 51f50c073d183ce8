/* become.h -- one program turns into another: beside itself first, then in PATH. */
#ifndef PST_CLI_BECOME_H
#define PST_CLI_BECOME_H

#include <stdbool.h>
#include <stddef.h>

enum { PST_PROGRAM_NAME_MOST = 64 };

/* pst_become_folder: the folder of this program, closed by NUL.
   Given     FOLDER of SIZE bytes
   Returned  true; false when the system does not say
   Cost      a system call
   Tested    tests/cli: polstat-runs  */
bool pst_become_folder(char *folder, size_t size);

/* pst_become: the program polstat-NAME, with ARGV, closed by NULL.
   Given     NAME, of which one with a slash, or that is too long, is none
   Returned  only when there is none
   Cost      a system call
   Tested    tests/cli: polstat-runs, polstat-not-a-path, parts-merge  */
void pst_become(const char *name, char **argv);

#endif
