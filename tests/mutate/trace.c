/* trace.c -- which places of a program a run comes by, for tests/mutate: linked with sources that were compiled with
   -fsanitize-coverage=trace-pc, it is called at each of their basic blocks.

   With POLSTAT_TRACE=DIR each process keeps a file of its own in DIR, mapped into memory, so that it is whole however
   the process ends: 4096 bytes with the program's path, then a hash table of places, as distances from its start. */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { HEAD = 4096, BITS = 17, SLOTS = 1 << BITS, MOST_PROBES = 4096 };

extern const char __executable_start;
void __sanitizer_cov_trace_pc(void);

static uint32_t *seen;

__attribute__((constructor)) static void begin(void)
{
  const char *folder = getenv("POLSTAT_TRACE");
  char path[HEAD];
  char *file;
  int descriptor;

  if (folder == NULL)
    return;
  snprintf(path, sizeof path, "%s/XXXXXX", folder);
  descriptor = mkstemp(path);
  if (descriptor < 0 || ftruncate(descriptor, HEAD + SLOTS * (off_t)sizeof *seen) != 0)
    return;
  file = mmap(NULL, HEAD + SLOTS * sizeof *seen, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  close(descriptor);
  if (file == MAP_FAILED || readlink("/proc/self/exe", file, HEAD - 1) < 0)
    return;
  seen = (uint32_t *)(void *)(file + HEAD);
}

/* Threads may write a place twice, or lose one that another comes by again. */
void __sanitizer_cov_trace_pc(void)
{
  uint32_t place = (uint32_t)((const char *)__builtin_return_address(0) - &__executable_start);
  uint32_t slot = (place * 2654435761u) >> (32 - BITS);

  for (int probe = 0; seen != NULL && probe < MOST_PROBES; probe++) {
    if (seen[slot] == place)
      return;
    if (seen[slot] == 0) {
      seen[slot] = place;
      return;
    }
    slot = (slot + 1) % SLOTS;
  }
}
