/* file.h -- what a path leads to, before it is opened. */
#ifndef PST_BASE_FILE_H
#define PST_BASE_FILE_H

#include <stdbool.h>

#include "base/error.h"

/* pst_file_require: PATH leads to a regular file, or nowhere (opening it will say so).
   Status    PST_IO for a pipe, a device or a socket, which cannot be read twice, and may never end
   Tested    tests/cli/claims-pipes, package-unreadable  */
enum pst_status pst_file_require(const char *path, struct pst_error *error);

/* pst_file_is_terminal: somebody sits before DESCRIPTOR.  What mpirun puts before the processes that it starts looks like a
   terminal, and is on its way to a file.
   Tested    tests/mpi  */
bool pst_file_is_terminal(int descriptor);

#endif
