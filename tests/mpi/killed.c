/* killed.c -- a library to preload: kill -9 of a program when it gives the file of POLSTAT_KILLED_AT its name: before that,
   or with POLSTAT_KILLED_AFTER=1 behind it. */
#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int rename(const char *from, const char *to)
{
  int (*really)(const char *, const char *) =
      (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename");
  const char *at = getenv("POLSTAT_KILLED_AT"), *after = getenv("POLSTAT_KILLED_AFTER"),
             *name = strrchr(to, '/');
  int result = 0, dies = at != NULL && strcmp(name == NULL ? to : name + 1, at) == 0;

  if (!dies || (after != NULL && *after == '1'))
    result = really(from, to);
  if (dies)
    kill(getpid(), SIGKILL);
  return result;
}
