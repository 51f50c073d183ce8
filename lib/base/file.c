/* file.c -- what a path leads to, before it is opened. */
#include "base/file.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum pst_status pst_file_require(const char *path, struct pst_error *error)
{
  struct stat about;

  if (stat(path, &about) != 0 || S_ISREG(about.st_mode) || S_ISDIR(about.st_mode))
    return PST_OK;
  return pst_fail_at(error, PST_IO, path, 0,
                     "this is a pipe or a device, and not a file that can be read again; save what "
                     "it gives to a file");
}

bool pst_file_is_terminal(int descriptor)
{
  return getenv("OMPI_COMM_WORLD_RANK") == NULL && isatty(descriptor) == 1;
}
