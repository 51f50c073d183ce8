/* room.c -- whether rows fit into the memory that is left. */
#include "scale/room.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static const char groups[] = "/sys/fs/cgroup";

static unsigned long long lesser(unsigned long long a, unsigned long long b)
{
  return a < b ? a : b;
}

/* The number that the file PATH begins with; false for "max", and for no such file. */
static bool number_in(const char *path, unsigned long long *number)
{
  FILE *file = fopen(path, "re");
  bool good = file != NULL && fscanf(file, "%llu", number) == 1;

  if (file != NULL)
    fclose(file);
  return good;
}

static unsigned long long left_on_machine(void)
{
  FILE *file = fopen("/proc/meminfo", "re");
  unsigned long long left = ULLONG_MAX, kilobytes;
  char line[256];

  while (file != NULL && fgets(line, sizeof line, file) != NULL)
    if (sscanf(line, "MemAvailable: %llu kB", &kilobytes) == 1)
      left = kilobytes * 1024;
  if (file != NULL)
    fclose(file);
  return left;
}

/* Of the group at GROUP, below the folder of all: its limit less what it has taken. */
static unsigned long long left_in_group(const char *group)
{
  char path[4400];
  unsigned long long most, taken;

  snprintf(path, sizeof path, "%s%s/memory.max", groups, group);
  if (!number_in(path, &most))
    return ULLONG_MAX;
  snprintf(path, sizeof path, "%s%s/memory.current", groups, group);
  if (!number_in(path, &taken))
    return most;
  return most > taken ? most - taken : 0;
}

/* Each group that this process is in, up to that of all. */
static unsigned long long left_in_groups(void)
{
  FILE *file = fopen("/proc/self/cgroup", "re");
  unsigned long long left = ULLONG_MAX;
  char line[4096];

  while (file != NULL && fgets(line, sizeof line, file) != NULL) {
    line[strcspn(line, "\n")] = '\0';
    if (strncmp(line, "0::", 3) != 0)
      continue;
    for (char *slash = line + strlen(line); slash != NULL; slash = strrchr(line + 3, '/')) {
      *slash = '\0';
      left = lesser(left, left_in_group(line + 3));
    }
  }
  if (file != NULL)
    fclose(file);
  return left;
}

static unsigned long long left_of_limit(void)
{
  struct rlimit limit;
  unsigned long long pages, taken;

  if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY
      || !number_in("/proc/self/statm", &pages))
    return ULLONG_MAX;
  taken = pages * (unsigned long long)sysconf(_SC_PAGESIZE);
  return limit.rlim_cur > taken ? limit.rlim_cur - taken : 0;
}

unsigned long long pst_room_left(void)
{
  return lesser(lesser(left_on_machine(), left_in_groups()), left_of_limit());
}

unsigned long long pst_room_of_rows(unsigned long long bytes, unsigned long long rows)
{
  const unsigned long long each = PST_ROOM_OF_A_ROW, half = ULLONG_MAX / 2;
  unsigned long long table = bytes + bytes / 2;

  if (bytes > half / 2 || rows > half / each)
    return ULLONG_MAX;
  return table + (rows * each > bytes ? rows * each : bytes);
}

enum pst_status pst_room_check(unsigned long long bytes, unsigned long long left, const char *where,
                               struct pst_error *error)
{
  const double mega = 1024 * 1024;

  if (bytes <= left)
    return PST_OK;
  return pst_fail(error, PST_IO,
                  "the rows of all groups come to %.0f MB, and %s has %.0f MB of memory left: "
                  "--aggregate keeps what they come to, and fewer columns, or --where, fewer of "
                  "them; else take a machine with more memory (srun --mem)",
                  (double)bytes / mega, where, (double)left / mega);
}
