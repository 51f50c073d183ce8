/* refuse.c -- a library to preload: the allocation numbered POLSTAT_REFUSE, from 1, gets no memory, and
   with POLSTAT_REFUSE_ALL=1 none after it either.  POLSTAT_ALLOCATIONS names a file for their count. */
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static atomic_ulong count;
static unsigned long refused;
static bool all, counts;

/* Before main, and before what other libraries do there is of interest. */
static __attribute__((constructor)) void begin(void)
{
  const char *number = getenv("POLSTAT_REFUSE"), *rest = getenv("POLSTAT_REFUSE_ALL");

  /* What a program runs (gnuplot, a shell) is not tried. */
  if (strncmp(program_invocation_short_name, "polstat", 7) != 0)
    return;
  refused = number == NULL ? 0 : strtoul(number, NULL, 10);
  all = rest != NULL && *rest == '1';
  counts = true;
}

static __attribute__((destructor)) void end(void)
{
  const char *path = getenv("POLSTAT_ALLOCATIONS");
  char text[32];
  int file = path == NULL || !counts ? -1 : open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);

  if (file < 0)
    return;
  snprintf(text, sizeof text, "%lu\n", atomic_load(&count));
  if (write(file, text, strlen(text)) < 0)
    _exit(99);
  close(file);
}

/* With POLSTAT_REFUSE_TRACE, where it was asked: addr2line tells the lines. */
static void trace(void)
{
  void *frames[12];

  counts = false;
  if (getenv("POLSTAT_REFUSE_TRACE") != NULL)
    backtrace_symbols_fd(frames, backtrace(frames, 12), STDERR_FILENO);
  counts = true;
}

static bool refuse(void)
{
  unsigned long now;

  if (!counts)
    return false;
  now = atomic_fetch_add(&count, 1) + 1;
  if (refused == 0 || now < refused || (now > refused && !all))
    return false;
  trace();
  errno = ENOMEM;
  return true;
}

void *malloc(size_t size)
{
  return refuse() ? NULL : __libc_malloc(size);
}

void *calloc(size_t number, size_t size)
{
  return refuse() ? NULL : __libc_calloc(number, size);
}

void *realloc(void *old, size_t size)
{
  return refuse() ? NULL : __libc_realloc(old, size);
}
