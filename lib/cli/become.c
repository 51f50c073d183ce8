/* become.c -- one program turns into another. */
#include "cli/become.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char prefix[] = "polstat-";

bool pst_become_folder(char *folder, size_t size)
{
  ssize_t length = readlink("/proc/self/exe", folder, size - 1);
  char *slash;

  if (length <= 0)
    return false;
  folder[length] = '\0';
  slash = strrchr(folder, '/');
  if (slash == NULL)
    return false;
  *slash = '\0';
  return true;
}

void pst_become(const char *name, char **argv)
{
  char folder[4096], path[4096 + PST_PROGRAM_NAME_MOST + sizeof prefix];

  if (strlen(name) >= PST_PROGRAM_NAME_MOST || strchr(name, '/') != NULL)
    return;
  if (pst_become_folder(folder, sizeof folder)) {
    snprintf(path, sizeof path, "%s/%s%s", folder, prefix, name);
    execv(path, argv);
  }
  snprintf(path, sizeof path, "%s%s", prefix, name);
  execvp(path, argv);
}
